<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Closed</name>
    <message>
        <source>Closed now</source>
        <translation>Cerrado ahora</translation>
    </message>
    <message>
        <source>Inside already? Show your code again to finish.</source>
        <translation>¿Está dentro? Muestre su código para terminar.</translation>
    </message>
    <message>
        <source>We are closed</source>
        <translation>Está cerrado</translation>
    </message>
    <message>
        <source>We open on %1 at %2</source>
        <translation>Abrimos el %1, %2</translation>
    </message>
    <message>
        <source>We open today at %1</source>
        <translation>Abrimos hoy, %1</translation>
    </message>
    <message>
        <source>We open tomorrow at %1</source>
        <translation>Abrimos mañana, %1</translation>
    </message>
    <message>
        <source>Your parcel stays safe, and your code stays good.</source>
        <translation>Su paquete está a salvo y el código sigue sirviendo.</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>ddd d MMM HH:mm</source>
        <translation>ddd d MMM HH:mm</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation>dddd d &apos;de&apos; MMMM</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>! worth a look</source>
        <translation>! conviene mirarlo</translation>
    </message>
    <message>
        <source>%1 · %2 s</source>
        <translation>%1 · %2 s</translation>
    </message>
    <message>
        <source>%1 · locks in %2 s</source>
        <translation>%1 · se bloquea en %2 s</translation>
    </message>
    <message>
        <source>%1, %2. Parcels: %3</source>
        <translation>%1, %2. Paquetes: %3</translation>
    </message>
    <message>
        <source>%1, %2: %3 to %4</source>
        <translation>%1, %2: de %3 a %4</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to come</source>
        <translation>
            <numerusform>Falta %n por llegar</numerusform>
            <numerusform>Faltan %n por llegar</numerusform>
        </translation>
    </message>
    <message>
        <source>A colleague is handing it over at this moment.</source>
        <translation>Un compañero lo está entregando ahora mismo.</translation>
    </message>
    <message>
        <source>A customer calls</source>
        <translation>Llama un cliente</translation>
    </message>
    <message>
        <source>A lamp shines in. Turn camera or lamp away.</source>
        <translation>Entra la luz de una lámpara. Gire la cámara o la lámpara.</translation>
    </message>
    <message>
        <source>A new code. The old one opens nothing.</source>
        <translation>Código nuevo. El anterior ya no sirve.</translation>
    </message>
    <message>
        <source>A receipt</source>
        <translation>Un recibo</translation>
    </message>
    <message>
        <source>A second person must sign.</source>
        <translation>Debe firmar otra persona.</translation>
    </message>
    <message>
        <source>A web link</source>
        <translation>Un enlace web</translation>
    </message>
    <message>
        <source>Against what was shown</source>
        <translation>Frente a lo mostrado</translation>
    </message>
    <message>
        <source>Aim the camera</source>
        <translation>Orientar la cámara</translation>
    </message>
    <message>
        <source>Another depot&apos;s code</source>
        <translation>Código de otro punto</translation>
    </message>
    <message>
        <source>Another parcel with this label is here. See to that one first.</source>
        <translation>Hay otro paquete con esta etiqueta. Atienda ese primero.</translation>
    </message>
    <message>
        <source>As it was written</source>
        <translation>Tal como se escribió</translation>
    </message>
    <message>
        <source>At the desk only</source>
        <translation>Solo en mostrador</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Being released</source>
        <translation>En entrega</translation>
    </message>
    <message>
        <source>Bring the parcels</source>
        <translation>Traer los paquetes</translation>
    </message>
    <message>
        <source>Cannot be found</source>
        <translation>No aparece</translation>
    </message>
    <message>
        <source>Collected before</source>
        <translation>Ya recogido</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañado</translation>
    </message>
    <message>
        <source>Days without a backup; is the stick there?</source>
        <translation>Días sin copia; ¿está la memoria USB?</translation>
    </message>
    <message>
        <source>Desk called</source>
        <translation>Mostrador avisado</translation>
    </message>
    <message>
        <source>Desk hours: %1</source>
        <translation>Horario del mostrador: %1</translation>
    </message>
    <message>
        <source>Dispute…</source>
        <translation>Reclamación…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Each takes</source>
        <translation>Cada una tarda</translation>
    </message>
    <message>
        <source>Entered, as told on paper.</source>
        <translation>Anotado, según el papel.</translation>
    </message>
    <message>
        <source>Entered: cannot be found. These may have been mixed up with it.</source>
        <translation>Anotado: no aparece. Puede haberse confundido con estos.</translation>
    </message>
    <message>
        <source>Entered: handed over.</source>
        <translation>Anotado: entregado.</translation>
    </message>
    <message>
        <source>Entered: returned to the carrier.</source>
        <translation>Anotado: devuelto al transportista.</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Anotaciones</translation>
    </message>
    <message>
        <source>Explain: nothing is here for it</source>
        <translation>Explique: aquí no hay nada</translation>
    </message>
    <message>
        <source>Finest read</source>
        <translation>Lo más fino leído</translation>
    </message>
    <message>
        <source>First entry that is wrong</source>
        <translation>Primera anotación errónea</translation>
    </message>
    <message>
        <source>Found again</source>
        <translation>Encontrado</translation>
    </message>
    <message numerus="yes">
        <source>Found wanting: %n</source>
        <translation>
            <numerusform>Por mejorar: %n</numerusform>
            <numerusform>Por mejorar: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Fragile</source>
        <translation>Frágil</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Imágenes por segundo</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Emitido</translation>
    </message>
    <message>
        <source>Glare</source>
        <translation>Reflejos</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Vaya allí</translation>
    </message>
    <message>
        <source>Gone back to the carrier</source>
        <translation>Devuelto al transportista</translation>
    </message>
    <message>
        <source>Good. Fix the camera as it is.</source>
        <translation>Bien. Fije la cámara así.</translation>
    </message>
    <message>
        <source>Hand it out at the desk</source>
        <translation>Entréguelo en el mostrador</translation>
    </message>
    <message>
        <source>Hand out at the desk</source>
        <translation>Entregar en mostrador</translation>
    </message>
    <message>
        <source>Hand over now</source>
        <translation>Entregar ahora</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Entregar…</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Handed over. Undo takes it back.</source>
        <translation>Entregado. «Deshacer» lo anula.</translation>
    </message>
    <message>
        <source>Hold the test sheet flat, where codes are held.</source>
        <translation>Ponga la hoja de prueba plana donde se muestran los códigos.</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>¿Cómo terminó?</translation>
    </message>
    <message>
        <source>I see to it</source>
        <translation>Me encargo</translation>
    </message>
    <message>
        <source>ID seen</source>
        <translation>Documento visto</translation>
    </message>
    <message>
        <source>ID seen, name matches</source>
        <translation>Documento visto, el nombre coincide</translation>
    </message>
    <message>
        <source>ID seen, name matches the label?</source>
        <translation>¿Documento visto y nombre igual al de la etiqueta?</translation>
    </message>
    <message>
        <source>ID to be seen</source>
        <translation>Ver documento</translation>
    </message>
    <message>
        <source>In dispute</source>
        <translation>En reclamación</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En palabras</translation>
    </message>
    <message>
        <source>It agrees</source>
        <translation>Coincide</translation>
    </message>
    <message>
        <source>It belongs here.</source>
        <translation>Va aquí.</translation>
    </message>
    <message>
        <source>It belongs to %1.</source>
        <translation>Va en %1.</translation>
    </message>
    <message>
        <source>It came back…</source>
        <translation>Ha vuelto…</translation>
    </message>
    <message>
        <source>It cannot be saved. A technician mends the folder of desk.reports.</source>
        <translation>No se puede guardar. Un técnico debe arreglar la carpeta de desk.reports.</translation>
    </message>
    <message>
        <source>It cannot have left then. See the sheet again.</source>
        <translation>No pudo salir entonces. Mire otra vez la hoja.</translation>
    </message>
    <message>
        <source>It could not be found until now. Touch it to say where it lies.</source>
        <translation>No aparecía hasta ahora. Tóquelo para decir dónde está.</translation>
    </message>
    <message>
        <source>It differs. Keep the files, call a technician.</source>
        <translation>No coincide. Guarde los archivos y llame a un técnico.</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>Está aquí</translation>
    </message>
    <message>
        <source>It left by the ledger, yet it lies here. Take it to the desk.</source>
        <translation>Según el registro salió, pero está aquí. Llévelo al mostrador.</translation>
    </message>
    <message>
        <source>It lies at %1 now.</source>
        <translation>Ahora está en %1.</translation>
    </message>
    <message>
        <source>It must be somebody else.</source>
        <translation>Debe ser otra persona.</translation>
    </message>
    <message>
        <source>It waits again at %1.</source>
        <translation>Espera otra vez en %1.</translation>
    </message>
    <message>
        <source>It waits at %1.</source>
        <translation>Espera en %1.</translation>
    </message>
    <message>
        <source>It was handed over</source>
        <translation>Se entregó</translation>
    </message>
    <message>
        <source>It was never taken in.</source>
        <translation>Nunca se dio entrada.</translation>
    </message>
    <message>
        <source>Keep the parcel with you and wait here, please.</source>
        <translation>Quédese con el paquete y espere aquí, por favor.</translation>
    </message>
    <message>
        <source>Keep your code at hand and wait here, please.</source>
        <translation>Tenga el código a mano y espere aquí, por favor.</translation>
    </message>
    <message>
        <source>Keypads closed for wrong codes</source>
        <translation>Teclados cerrados por códigos erróneos</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Label ends in</source>
        <translation>Etiqueta acaba en</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Last day…</source>
        <translation>Último día…</translation>
    </message>
    <message>
        <source>Last seen there</source>
        <translation>Visto allí por última vez</translation>
    </message>
    <message>
        <source>Leave names, phone numbers and ID numbers out, and say it shortly.</source>
        <translation>No ponga nombres, teléfonos ni documentos, y sea breve.</translation>
    </message>
    <message>
        <source>Left its shelf since it was seen there</source>
        <translation>Salieron de esa estantería desde que se vio allí</translation>
    </message>
    <message>
        <source>Left on paper…</source>
        <translation>Salió en papel…</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Luz</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Locked. Your badge opens it again.</source>
        <translation>Bloqueado. Su tarjeta lo abre.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Mirar otra vez</translation>
    </message>
    <message>
        <source>Look at the places beside</source>
        <translation>Mire los sitios de al lado</translation>
    </message>
    <message>
        <source>Look it over</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Look the parcel up</source>
        <translation>Buscar el paquete</translation>
    </message>
    <message>
        <source>Looking the kiosk over: half a minute…</source>
        <translation>Revisando el quiosco: medio minuto…</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>Hacer copia</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>Haga un código nuevo</translation>
    </message>
    <message>
        <source>Making a backup, and reading it again…</source>
        <translation>Haciendo la copia y releyéndola…</translation>
    </message>
    <message>
        <source>Mark…</source>
        <translation>Marcar…</translation>
    </message>
    <message>
        <source>May sign later: it stays owed</source>
        <translation>Puede firmar después: queda pendiente</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Faltan</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Más…</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Moved, latest first</source>
        <translation>Movidos, los últimos primero</translation>
    </message>
    <message>
        <source>Never received</source>
        <translation>Nunca recibido</translation>
    </message>
    <message>
        <source>New USB devices</source>
        <translation>Dispositivos USB nuevos</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Código nuevo</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>No frames come. Look at the camera&apos;s cable.</source>
        <translation>No llegan imágenes. Mire el cable de la cámara.</translation>
    </message>
    <message>
        <source>Nobody at the desk</source>
        <translation>Mostrador sin personal</translation>
    </message>
    <message>
        <source>Nobody here has that badge or name.</source>
        <translation>Nadie tiene esa tarjeta o nombre.</translation>
    </message>
    <message>
        <source>Nobody signs for themselves.</source>
        <translation>Nadie firma por sí mismo.</translation>
    </message>
    <message>
        <source>Not a code of ours</source>
        <translation>No es un código nuestro</translation>
    </message>
    <message>
        <source>Not arrived yet</source>
        <translation>Aún no ha llegado</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Aún no está</translation>
    </message>
    <message>
        <source>Not of this shelf</source>
        <translation>No es de esta estantería</translation>
    </message>
    <message>
        <source>Not sharp. Turn the lens, wipe the glass.</source>
        <translation>Borroso. Gire la lente, limpie el cristal.</translation>
    </message>
    <message>
        <source>Nothing here fits that.</source>
        <translation>Nada coincide con eso.</translation>
    </message>
    <message>
        <source>Nothing is wanting</source>
        <translation>Todo en orden</translation>
    </message>
    <message>
        <source>Nothing left that shelf since. Look around it.</source>
        <translation>Nada ha salido de esa estantería desde entonces. Mire alrededor.</translation>
    </message>
    <message>
        <source>Of these, without a code</source>
        <translation>De ellos, sin código</translation>
    </message>
    <message>
        <source>Only a supervisor signs here.</source>
        <translation>Aquí solo firma un supervisor.</translation>
    </message>
    <message>
        <source>Only the desk hands it out</source>
        <translation>Solo lo entrega el mostrador</translation>
    </message>
    <message>
        <source>Only who did it can take it back.</source>
        <translation>Solo quien lo hizo puede anularlo.</translation>
    </message>
    <message>
        <source>Oversize</source>
        <translation>Muy grande</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>PIN de %1</translation>
    </message>
    <message>
        <source>Paper list</source>
        <translation>Lista en papel</translation>
    </message>
    <message>
        <source>Past its day</source>
        <translation>Fuera de plazo</translation>
    </message>
    <message>
        <source>Past their day</source>
        <translation>Fuera de plazo</translation>
    </message>
    <message>
        <source>Photograph this and keep it</source>
        <translation>Fotografíe esto y guárdelo</translation>
    </message>
    <message>
        <source>Pixels a mm</source>
        <translation>Píxeles por mm</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>Please wait here for a moment.</source>
        <translation>Espere aquí un momento, por favor.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Print the paper list</source>
        <translation>Imprimir la lista</translation>
    </message>
    <message numerus="yes">
        <source>Printer off: %n slips kept</source>
        <translation>
            <numerusform>Impresora apagada: %n papel guardado</numerusform>
            <numerusform>Impresora apagada: %n papeles guardados</numerusform>
        </translation>
    </message>
    <message>
        <source>Program files changed</source>
        <translation>Archivos del programa cambiados</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazados</translation>
    </message>
    <message>
        <source>Released by hand</source>
        <translation>Entregados a mano</translation>
    </message>
    <message>
        <source>Return to carrier</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>Returned to the carrier</source>
        <translation>Devuelto al transportista</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Say when it was collected</source>
        <translation>Diga cuándo se recogió</translation>
    </message>
    <message>
        <source>Say why in a few words.</source>
        <translation>Diga por qué en pocas palabras.</translation>
    </message>
    <message>
        <source>Scanned before.</source>
        <translation>Ya escaneado.</translation>
    </message>
    <message>
        <source>Seal the shift</source>
        <translation>Sellar el turno</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>Segunda persona</translation>
    </message>
    <message>
        <source>Second signatures owed</source>
        <translation>Segundas firmas pendientes</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vistos</translation>
    </message>
    <message>
        <source>Send no message</source>
        <translation>No enviar mensaje</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>Resolver…</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Nitidez</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>Estantería</translation>
    </message>
    <message>
        <source>Shelf check</source>
        <translation>Revisar estantería</translation>
    </message>
    <message>
        <source>Shift end</source>
        <translation>Fin de turno</translation>
    </message>
    <message>
        <source>Shift report</source>
        <translation>Informe del turno</translation>
    </message>
    <message>
        <source>Shown, not confirmed</source>
        <translation>Mostrado, sin confirmar</translation>
    </message>
    <message>
        <source>Shown, open</source>
        <translation>Mostrado, abierto</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>Sign later</source>
        <translation>Firmar después</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Signatures owed</source>
        <translation>Firmas pendientes</translation>
    </message>
    <message>
        <source>Signed out. Good bye.</source>
        <translation>Sesión cerrada. Hasta luego.</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>Firmado.</translation>
    </message>
    <message>
        <source>Signs now</source>
        <translation>Firma ahora</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>Desde ayer</translation>
    </message>
    <message>
        <source>Since yesterday: nothing unusual</source>
        <translation>Desde ayer: nada fuera de lo normal</translation>
    </message>
    <message>
        <source>Since yesterday: please look at this</source>
        <translation>Desde ayer: mire esto, por favor</translation>
    </message>
    <message>
        <source>Somebody else began this. Go back and begin again.</source>
        <translation>Lo empezó otra persona. Vuelva y empiece de nuevo.</translation>
    </message>
    <message>
        <source>Somebody was faster. It stands as: %2.</source>
        <translation>Alguien se adelantó. Está así: %2.</translation>
    </message>
    <message>
        <source>Someone is coming</source>
        <translation>Ya viene alguien</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>Otra cosa…</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>Especial</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Arranques</translation>
    </message>
    <message>
        <source>Starts outside hours</source>
        <translation>Arranques fuera de horario</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Station %1 calls: %2</source>
        <translation>Llama el puesto %1: %2</translation>
    </message>
    <message>
        <source>Station %1 calls: %2, %3</source>
        <translation>Llama el puesto %1: %2, %3</translation>
    </message>
    <message>
        <source>Still to be seen</source>
        <translation>Por ver</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Por llegar</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Dar entrada</translation>
    </message>
    <message>
        <source>Taken back. The parcel stands as before.</source>
        <translation>Anulado. El paquete queda como antes.</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Taken in: %1.</source>
        <translation>Entrada: %1.</translation>
    </message>
    <message>
        <source>That is no checkpoint, or a part of it is missing.</source>
        <translation>No es un punto de control, o le falta una parte.</translation>
    </message>
    <message>
        <source>That is not a badge.</source>
        <translation>Eso no es una tarjeta.</translation>
    </message>
    <message>
        <source>That is not a day to come. Write it like 2030-12-24.</source>
        <translation>No es un día futuro. Escríbalo así: 2030-12-24.</translation>
    </message>
    <message>
        <source>That is not a delivery label. Turn the parcel, or type the number under the bars.</source>
        <translation>No es una etiqueta de envío. Gire el paquete o teclee el número bajo las barras.</translation>
    </message>
    <message>
        <source>That is not a place. Scan a shelf, or type one like B-12 or B-12-047.</source>
        <translation>No es una ubicación. Escanee una estantería o teclee B-12 o B-12-047.</translation>
    </message>
    <message>
        <source>That is not a time. Write it like 14:30, or 2030-12-24 14:30.</source>
        <translation>No es una hora. Escriba 14:30 o 2030-12-24 14:30.</translation>
    </message>
    <message>
        <source>That is not this parcel&apos;s label.</source>
        <translation>No es la etiqueta de este paquete.</translation>
    </message>
    <message>
        <source>That reason is not on this depot&apos;s list.</source>
        <translation>Ese motivo no está en la lista.</translation>
    </message>
    <message>
        <source>That was done before.</source>
        <translation>Ya se hizo.</translation>
    </message>
    <message>
        <source>That was not done. Look it up again.</source>
        <translation>No se ha hecho. Búsquelo otra vez.</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>El PIN no es correcto.</translation>
    </message>
    <message>
        <source>The carrier asked for it</source>
        <translation>Lo pidió el transportista</translation>
    </message>
    <message>
        <source>The code is damaged</source>
        <translation>Código dañado</translation>
    </message>
    <message>
        <source>The code is lost</source>
        <translation>Código perdido</translation>
    </message>
    <message>
        <source>The code is unknown</source>
        <translation>Código desconocido</translation>
    </message>
    <message>
        <source>The code was replaced</source>
        <translation>Código sustituido</translation>
    </message>
    <message>
        <source>The customer&apos;s call is yours.</source>
        <translation>La llamada es suya.</translation>
    </message>
    <message>
        <source>The desk can look for your parcel without a code. Please wait here.</source>
        <translation>En el mostrador pueden buscar su paquete sin código. Espere aquí, por favor.</translation>
    </message>
    <message>
        <source>The desk is empty right now</source>
        <translation>Ahora no hay nadie en el mostrador</translation>
    </message>
    <message>
        <source>The desk sees where it is. Please wait here.</source>
        <translation>En el mostrador ven dónde está. Espere aquí, por favor.</translation>
    </message>
    <message>
        <source>The desk sees where it should be. Please wait here.</source>
        <translation>En el mostrador ven dónde debería estar. Espere aquí, por favor.</translation>
    </message>
    <message>
        <source>The dispute is open.</source>
        <translation>Reclamación abierta.</translation>
    </message>
    <message>
        <source>The dispute is settled.</source>
        <translation>Reclamación resuelta.</translation>
    </message>
    <message>
        <source>The label is damaged</source>
        <translation>Etiqueta dañada</translation>
    </message>
    <message>
        <source>The ledger, checked</source>
        <translation>El registro, comprobado</translation>
    </message>
    <message>
        <source>The phone is dead</source>
        <translation>El móvil no funciona</translation>
    </message>
    <message>
        <source>The printer has it.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
    <message>
        <source>The store does not answer. Call a technician.</source>
        <translation>El almacén de datos no responde. Llame a un técnico.</translation>
    </message>
    <message>
        <source>The two numbers differ. Start again with the label.</source>
        <translation>Los números no coinciden. Empiece por la etiqueta.</translation>
    </message>
    <message>
        <source>The wrong parcel</source>
        <translation>Paquete equivocado</translation>
    </message>
    <message>
        <source>This badge is another depot&apos;s.</source>
        <translation>Esta tarjeta es de otro punto.</translation>
    </message>
    <message>
        <source>This badge is locked. A supervisor gives it a new PIN.</source>
        <translation>Tarjeta bloqueada. Un supervisor le da otro PIN.</translation>
    </message>
    <message>
        <source>This badge opens nothing any more.</source>
        <translation>Esta tarjeta ya no sirve.</translation>
    </message>
    <message>
        <source>This is for somebody else to do: a supervisor can.</source>
        <translation>Esto le toca a otro: un supervisor puede.</translation>
    </message>
    <message>
        <source>This parcel is here already, at %1.</source>
        <translation>Este paquete ya está aquí, en %1.</translation>
    </message>
    <message>
        <source>This receipt is</source>
        <translation>Este recibo es</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>Este turno</translation>
    </message>
    <message>
        <source>This will be entered</source>
        <translation>Se anotará esto</translation>
    </message>
    <message>
        <source>To be brought</source>
        <translation>Por traer</translation>
    </message>
    <message>
        <source>Too bright. Shade the place where codes are held.</source>
        <translation>Demasiada luz. Dé sombra donde se muestran los códigos.</translation>
    </message>
    <message>
        <source>Too dark. Light the place where codes are held.</source>
        <translation>Poca luz. Ilumine donde se muestran los códigos.</translation>
    </message>
    <message>
        <source>Too far. Bring the camera closer.</source>
        <translation>Lejos. Acerque la cámara.</translation>
    </message>
    <message>
        <source>Too few frames. More light, or another USB port.</source>
        <translation>Pocas imágenes. Más luz u otro puerto USB.</translation>
    </message>
    <message>
        <source>Too large for the shelf</source>
        <translation>No cabe en la estantería</translation>
    </message>
    <message>
        <source>Too late for that.</source>
        <translation>Demasiado tarde.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %3.</source>
        <translation>Demasiados PIN erróneos. Pruebe en %3.</translation>
    </message>
    <message>
        <source>Too many wrong codes</source>
        <translation>Demasiados códigos erróneos</translation>
    </message>
    <message>
        <source>Too near. Move the camera away.</source>
        <translation>Cerca. Aleje la cámara.</translation>
    </message>
    <message>
        <source>Touch what is special</source>
        <translation>Toque lo que sea especial</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo (%1)</source>
        <translation>Deshacer (%1)</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Waiting, oldest first</source>
        <translation>En espera, los más antiguos primero</translation>
    </message>
    <message>
        <source>We bring it to you</source>
        <translation>Se lo llevamos</translation>
    </message>
    <message>
        <source>We look for your parcel</source>
        <translation>Buscamos su paquete</translation>
    </message>
    <message>
        <source>What is the dispute about?</source>
        <translation>¿Sobre qué es la reclamación?</translation>
    </message>
    <message>
        <source>What may help</source>
        <translation>Qué puede ayudar</translation>
    </message>
    <message>
        <source>When, by whom</source>
        <translation>Cuándo, quién</translation>
    </message>
    <message>
        <source>Where it may be</source>
        <translation>Dónde puede estar</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Why without its code?</source>
        <translation>¿Por qué sin código?</translation>
    </message>
    <message>
        <source>Wrong PINs</source>
        <translation>PIN erróneos</translation>
    </message>
    <message>
        <source>Wrong parcels caught</source>
        <translation>Equivocaciones evitadas</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Your PIN is needed for this.</source>
        <translation>Hace falta su PIN.</translation>
    </message>
    <message>
        <source>Your parcel stays safe here, and your code stays good.</source>
        <translation>Su paquete está a salvo aquí y el código sigue sirviendo.</translation>
    </message>
    <message>
        <source>a supervisor signs, too: scan the badge, or type the name</source>
        <translation>firma también un supervisor: escanee la tarjeta o teclee el nombre</translation>
    </message>
    <message>
        <source>bring it</source>
        <translation>traer</translation>
    </message>
    <message>
        <source>brought by a clerk</source>
        <translation>traído por personal</translation>
    </message>
    <message>
        <source>by a tap</source>
        <translation>con un toque</translation>
    </message>
    <message>
        <source>by their label</source>
        <translation>con su etiqueta</translation>
    </message>
    <message>
        <source>for a week or longer</source>
        <translation>una semana o más</translation>
    </message>
    <message>
        <source>for two to six days</source>
        <translation>de dos a seis días</translation>
    </message>
    <message>
        <source>forged or altered</source>
        <translation>falso o alterado</translation>
    </message>
    <message>
        <source>genuine</source>
        <translation>auténtico</translation>
    </message>
    <message>
        <source>genuine, of a time that a restore lost</source>
        <translation>auténtico, de un periodo perdido al restaurar</translation>
    </message>
    <message>
        <source>needs help</source>
        <translation>necesita ayuda</translation>
    </message>
    <message>
        <source>next number</source>
        <translation>número siguiente</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>sin código</translation>
    </message>
    <message>
        <source>not on the shelf</source>
        <translation>no está en la estantería</translation>
    </message>
    <message>
        <source>not one of a kiosk, or damaged</source>
        <translation>no es de un quiosco, o está dañado</translation>
    </message>
    <message>
        <source>of another kiosk</source>
        <translation>de otro quiosco</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>en papel</translation>
    </message>
    <message>
        <source>or type a day like 2030-12-24</source>
        <translation>o teclee un día: 2030-12-24</translation>
    </message>
    <message>
        <source>say why, without names and numbers</source>
        <translation>diga por qué, sin nombres ni números</translation>
    </message>
    <message>
        <source>scan every label on the shelf</source>
        <translation>escanee cada etiqueta de la estantería</translation>
    </message>
    <message>
        <source>scan its delivery label</source>
        <translation>escanee su etiqueta de envío</translation>
    </message>
    <message>
        <source>scan or type its place</source>
        <translation>escanee o teclee su ubicación</translation>
    </message>
    <message>
        <source>scan or type the shelf</source>
        <translation>escanee o teclee la estantería</translation>
    </message>
    <message>
        <source>scan or type where it lies now</source>
        <translation>escanee o teclee dónde está ahora</translation>
    </message>
    <message>
        <source>scan or type: label, place, code, last characters</source>
        <translation>escanee o teclee: etiqueta, ubicación, código, final</translation>
    </message>
    <message>
        <source>scan the delivery label</source>
        <translation>escanee la etiqueta de envío</translation>
    </message>
    <message>
        <source>scan your badge, or type your name</source>
        <translation>escanee su tarjeta o teclee su nombre</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>since %1 %2</source>
        <translation>desde %1 %2</translation>
    </message>
    <message>
        <source>since today</source>
        <translation>desde hoy</translation>
    </message>
    <message>
        <source>since yesterday</source>
        <translation>desde ayer</translation>
    </message>
    <message>
        <source>type the same number once more</source>
        <translation>teclee otra vez el mismo número</translation>
    </message>
    <message>
        <source>used last</source>
        <translation>usado el último</translation>
    </message>
    <message>
        <source>was refused</source>
        <translation>fue rechazado</translation>
    </message>
    <message>
        <source>when, as the sheet says: 14:30</source>
        <translation>cuándo, según la hoja: 14:30</translation>
    </message>
    <message>
        <source>without a code</source>
        <translation>sin código</translation>
    </message>
    <message>
        <source>wrong parcel</source>
        <translation>paquete equivocado</translation>
    </message>
    <message>
        <source>× wanting</source>
        <translation>× por mejorar</translation>
    </message>
    <message>
        <source>✓ well</source>
        <translation>✓ bien</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message numerus="yes">
        <source>%n parcels, %1</source>
        <translation>
            <numerusform>1 paquete, %1</numerusform>
            <numerusform>%n paquetes, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>All yours.</source>
        <translation>Todo suyo.</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>Hasta luego</translation>
    </message>
    <message>
        <source>Next code may be shown now</source>
        <translation>Ya puede pasar el siguiente</translation>
    </message>
    <message>
        <source>Photograph the receipt if you want proof. We keep ours until %1. They say how many and when, never who.</source>
        <translation>Fotografíe el recibo: es su justificante. Guardamos el nuestro hasta el %1, sin nombres.</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Recibo %1</translation>
    </message>
    <message numerus="yes">
        <source>The desk has %n more parcels ready for you.</source>
        <translation>
            <numerusform>Queda 1 paquete en el mostrador.</numerusform>
            <numerusform>Quedan %n paquetes en el mostrador.</numerusform>
        </translation>
    </message>
    <message>
        <source>We keep a proof until %1. It says how many and when, never who.</source>
        <translation>Justificante hasta el %1: cuántos y cuándo, nunca quién.</translation>
    </message>
    <message>
        <source>What is kept, until when</source>
        <translation>Qué se guarda</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message numerus="yes">
        <source>%n parcels for you</source>
        <translation>
            <numerusform>1 paquete para usted</numerusform>
            <numerusform>%n paquetes para usted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n más</numerusform>
            <numerusform>+%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>Otro código</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>En mostrador</translation>
    </message>
    <message>
        <source>Bring it to me</source>
        <translation>Tráiganmelo</translation>
    </message>
    <message>
        <source>From place</source>
        <translation>De la ubicación</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>Ya lo tengo</translation>
    </message>
    <message>
        <source>Label won’t scan</source>
        <translation>La etiqueta no se lee</translation>
    </message>
    <message>
        <source>Next, on place</source>
        <translation>El siguiente, en</translation>
    </message>
    <message>
        <source>No need to walk</source>
        <translation>No hace falta ir</translation>
    </message>
    <message>
        <source>Not on the shelf</source>
        <translation>No está ahí</translation>
    </message>
    <message>
        <source>On place</source>
        <translation>Está en</translation>
    </message>
    <message>
        <source>Plan of the shelves: %1</source>
        <translation>Plano de las estanterías: %1</translation>
    </message>
    <message>
        <source>Type its label</source>
        <translation>Teclear su etiqueta</translation>
    </message>
    <message>
        <source>What we keep</source>
        <translation>Qué guardamos</translation>
    </message>
    <message>
        <source>You may walk to the shelves: this screen is free for others.</source>
        <translation>Puede ir ya a la estantería: esta pantalla queda libre.</translation>
    </message>
    <message>
        <source>call the desk for it</source>
        <translation>llame al mostrador</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>listo</translation>
    </message>
    <message>
        <source>its label ends in %1</source>
        <translation>su etiqueta: …%1</translation>
    </message>
    <message>
        <source>take it, then tap here</source>
        <translation>recójalo y toque aquí</translation>
    </message>
    <message>
        <source>then scan its label here</source>
        <translation>escanee su etiqueta</translation>
    </message>
    <message>
        <source>then type its label here</source>
        <translation>teclee su etiqueta</translation>
    </message>
    <message>
        <source>…%1</source>
        <translation>…%1</translation>
    </message>
</context>
<context>
    <name>LockedOut</name>
    <message>
        <source>Keypad resting</source>
        <translation>Teclado en pausa</translation>
    </message>
    <message>
        <source>Scanning still works: hold your code toward the reader.</source>
        <translation>El lector sí funciona: acérquele el código.</translation>
    </message>
    <message numerus="yes">
        <source>The keypad is back in %n hours</source>
        <translation>
            <numerusform>El teclado vuelve en %n hora</numerusform>
            <numerusform>El teclado vuelve en %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The keypad is back in %n minutes</source>
        <translation>
            <numerusform>El teclado vuelve en %n minuto</numerusform>
            <numerusform>El teclado vuelve en %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The keypad is back in %n seconds</source>
        <translation>
            <numerusform>El teclado vuelve en %n segundo</numerusform>
            <numerusform>El teclado vuelve en %n segundos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Manner</name>
    <message numerus="yes">
        <source>Are you still there? The screen starts afresh in %n seconds.</source>
        <translation>
            <numerusform>¿Sigue ahí? La pantalla vuelve a empezar en %n segundo.</numerusform>
            <numerusform>¿Sigue ahí? La pantalla vuelve a empezar en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation>Colores: %1</translation>
    </message>
    <message>
        <source>Controls low</source>
        <translation>Botones abajo</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Sigo aquí</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Letra más grande</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>black on white</source>
        <translation>negro sobre blanco</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>oscuro</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>papel</translation>
    </message>
    <message>
        <source>yellow on black</source>
        <translation>amarillo sobre negro</translation>
    </message>
</context>
<context>
    <name>MyParcel</name>
    <message>
        <source>4 characters to find it by.</source>
        <translation>4 caracteres para encontrarlo.</translation>
    </message>
    <message numerus="yes">
        <source>All that happened with it, sealed. Everything goes %n days after you collect.</source>
        <translation>
            <numerusform>Su historial, sellado. Todo se borra %n día después de recogerlo.</numerusform>
            <numerusform>Su historial, sellado. Todo se borra %n días después de recogerlo.</numerusform>
        </translation>
    </message>
    <message>
        <source>All that happened with it, sealed. Everything goes on %1.</source>
        <translation>Su historial, sellado. Todo se borra el %1.</translation>
    </message>
    <message>
        <source>Carrier: %1.</source>
        <translation>Transportista: %1.</translation>
    </message>
    <message>
        <source>Checked by the desk on %1.</source>
        <translation>Comprobado el %1.</translation>
    </message>
    <message>
        <source>Collected on %1, %2.</source>
        <translation>Recogido el %1, %2.</translation>
    </message>
    <message>
        <source>Delete what can go</source>
        <translation>Borrar lo posible</translation>
    </message>
    <message>
        <source>Deleted. Only the proof stays</source>
        <translation>Borrado. Solo queda el justificante</translation>
    </message>
    <message>
        <source>Given out by the desk on %1, with the reason and which clerk.</source>
        <translation>Entregado a mano el %1, con motivo y empleado.</translation>
    </message>
    <message>
        <source>Here since %1, %2.</source>
        <translation>Aquí desde el %1, %2.</translation>
    </message>
    <message>
        <source>In dispute since %1, %2.</source>
        <translation>En reclamación desde el %1, %2.</translation>
    </message>
    <message>
        <source>Its code of %1, scrambled.</source>
        <translation>Su código del %1, cifrado.</translation>
    </message>
    <message>
        <source>Its code of %1, until your text is sent.</source>
        <translation>Su código del %1, hasta enviar su mensaje.</translation>
    </message>
    <message>
        <source>Its number, scrambled.</source>
        <translation>Su número, cifrado.</translation>
    </message>
    <message>
        <source>Its number, until its carrier is told, two days at most.</source>
        <translation>Su número, para el transportista, 2 días como máximo.</translation>
    </message>
    <message>
        <source>Known since %1.</source>
        <translation>Registrado el %1.</translation>
    </message>
    <message>
        <source>Last shown on %1, %2, at station %3.</source>
        <translation>Mostrado el %1, %2, en el puesto %3.</translation>
    </message>
    <message>
        <source>Looked for since %1, %2.</source>
        <translation>Se busca desde el %1, %2.</translation>
    </message>
    <message>
        <source>Moved on %1.</source>
        <translation>Movido el %1.</translation>
    </message>
    <message>
        <source>Next parcel</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Not confirmed since %1, %2.</source>
        <translation>Sin confirmar desde el %1, %2.</translation>
    </message>
    <message>
        <source>On its way since %1, %2.</source>
        <translation>De camino desde el %1, %2.</translation>
    </message>
    <message>
        <source>On the shelf until %1.</source>
        <translation>Plazo hasta el %1.</translation>
    </message>
    <message>
        <source>Place: %1.</source>
        <translation>Ubicación: %1.</translation>
    </message>
    <message>
        <source>Sent back on %1, %2.</source>
        <translation>Devuelto el %1, %2.</translation>
    </message>
    <message>
        <source>The desk hands it out.</source>
        <translation>En mostrador.</translation>
    </message>
    <message>
        <source>The number on its label.</source>
        <translation>El número de su etiqueta.</translation>
    </message>
    <message>
        <source>We keep this about parcel %1 of %2</source>
        <translation>Esto guardamos del paquete %1 de %2</translation>
    </message>
    <message>
        <source>We keep this about your parcel</source>
        <translation>Esto guardamos de su paquete</translation>
    </message>
    <message>
        <source>Withdrawn on %1.</source>
        <translation>Retirado el %1.</translation>
    </message>
    <message>
        <source>Yours to take since %1, %2.</source>
        <translation>Listo para usted desde el %1, %2.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>%1 answers for it: ask, correct, object or complain at the desk.</source>
        <translation>Responde %1: pregunte, corrija, opóngase o reclame en el mostrador.</translation>
    </message>
    <message>
        <source>A friend may bring your code. Show it to see all we keep, and to delete what can go.</source>
        <translation>Un amigo puede traer su código. Muéstrelo para ver todo lo que guardamos y borrar lo que se pueda.</translation>
    </message>
    <message>
        <source>Anybody can check a receipt with this key, without a network.</source>
        <translation>Cualquiera puede comprobar un recibo con esta clave, sin red.</translation>
    </message>
    <message>
        <source>Its number, place, code, and what happened when. No name, no face, no picture.</source>
        <translation>Su número, ubicación, código y qué pasó y cuándo. Ni nombre, ni cara, ni imágenes.</translation>
    </message>
    <message>
        <source>Its number, place, code, what happened when, and 4 characters to find it by. No name, no face, no picture.</source>
        <translation>Su número, ubicación, código, qué pasó y cuándo, y 4 caracteres para encontrarlo. Ni nombre, ni cara, ni imágenes.</translation>
    </message>
    <message>
        <source>Notice %1, %2</source>
        <translation>Aviso %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>We keep %n facts about a parcel, none about you</source>
        <translation>
            <numerusform>Guardamos %n dato de cada paquete, ninguno de usted</numerusform>
            <numerusform>Guardamos %n datos de cada paquete, ninguno de usted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When you collect, the number goes. A sealed proof stays %n days for disputes.</source>
        <translation>
            <numerusform>Al recogerlo se borra el número. Un justificante sellado queda %n día por si hay reclamaciones.</numerusform>
            <numerusform>Al recogerlo se borra el número. Un justificante sellado queda %n días por si hay reclamaciones.</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta el %1</translation>
    </message>
</context>
<context>
    <name>OtherBarcode</name>
    <message>
        <source>Another barcode</source>
        <translation>Otro código de barras</translation>
    </message>
    <message>
        <source>Show my place again</source>
        <translation>Ver mi ubicación otra vez</translation>
    </message>
    <message>
        <source>That is another barcode</source>
        <translation>Ese es otro código de barras</translation>
    </message>
    <message>
        <source>Turn to the delivery label, the one with the address, and show that.</source>
        <translation>Gire el paquete y muestre la etiqueta de envío, la que lleva la dirección.</translation>
    </message>
</context>
<context>
    <name>OutOfOrder</name>
    <message>
        <source>Another program holds the store. End it.</source>
        <translation>Otro programa ocupa el almacén de datos. Ciérrelo.</translation>
    </message>
    <message>
        <source>For the technician: %1</source>
        <translation>Para el técnico: %1</translation>
    </message>
    <message>
        <source>For the technician: %1. %2</source>
        <translation>Para el técnico: %1. %2</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>Fuera de servicio</translation>
    </message>
    <message>
        <source>Please go to the desk</source>
        <translation>Vaya al mostrador, por favor</translation>
    </message>
    <message>
        <source>The disk fails. Check it, then start again.</source>
        <translation>El disco falla. Compruébelo y reinicie.</translation>
    </message>
    <message>
        <source>The disk is full. Free space.</source>
        <translation>El disco está lleno. Libere espacio.</translation>
    </message>
    <message>
        <source>The disk takes no writes. Check it and its mount.</source>
        <translation>El disco no admite escritura. Compruebe el disco y su montaje.</translation>
    </message>
    <message>
        <source>The keys do not fit. Put them back, or use the recovery sheet.</source>
        <translation>Las claves no encajan. Repóngalas o use la hoja de recuperación.</translation>
    </message>
    <message>
        <source>The program does not start. Read its log, then start it again.</source>
        <translation>El programa no arranca. Lea su registro y reinícielo.</translation>
    </message>
    <message>
        <source>The program failed. Start it again, and send its log.</source>
        <translation>El programa ha fallado. Reinícielo y envíe su registro.</translation>
    </message>
    <message>
        <source>The store is damaged. Keep the files, restore a backup.</source>
        <translation>El almacén de datos está dañado. Conserve los archivos y restaure una copia.</translation>
    </message>
    <message>
        <source>The store is not in its place. Put it back.</source>
        <translation>El almacén de datos no está en su sitio. Repóngalo.</translation>
    </message>
    <message>
        <source>This station cannot serve right now. Your parcel stays safe, and your code stays good.</source>
        <translation>Este puesto no puede atender ahora. Su paquete está a salvo y el código sigue sirviendo.</translation>
    </message>
</context>
<context>
    <name>Ready</name>
    <message>
        <source>A little closer, please:
it is too far away to read.</source>
        <translation>Un poco más cerca, por favor:
está lejos para leerlo.</translation>
    </message>
    <message>
        <source>A little further away, please:
it is out of focus.</source>
        <translation>Un poco más lejos, por favor:
está desenfocado.</translation>
    </message>
    <message>
        <source>Code seen.</source>
        <translation>Código visto.</translation>
    </message>
    <message>
        <source>Hold it still
for a moment.</source>
        <translation>No lo mueva
un momento.</translation>
    </message>
    <message>
        <source>Hold the code in front of the reader, its screen toward the light</source>
        <translation>Ponga el código ante el lector, con la pantalla hacia la luz</translation>
    </message>
    <message>
        <source>Hold your code
toward the light</source>
        <translation>Acerque el código
a la luz</translation>
    </message>
    <message>
        <source>I have no code</source>
        <translation>No tengo código</translation>
    </message>
    <message>
        <source>Or hold your code
a hand’s length from the reader.</source>
        <translation>O acerque el código
a un palmo del lector.</translation>
    </message>
    <message>
        <source>Pickup code or parcel label,
a hand’s length from the reader.</source>
        <translation>Código de recogida o etiqueta,
a un palmo del lector.</translation>
    </message>
    <message>
        <source>The code is small:
make it larger, or come closer.</source>
        <translation>El código es pequeño:
amplíelo o acérquelo.</translation>
    </message>
    <message>
        <source>The reader is above the screen.</source>
        <translation>El lector está encima de la pantalla.</translation>
    </message>
    <message>
        <source>The reader is below the screen.</source>
        <translation>El lector está debajo de la pantalla.</translation>
    </message>
    <message>
        <source>The reader is beside the screen, on the right.</source>
        <translation>El lector está al lado de la pantalla, a la derecha.</translation>
    </message>
    <message>
        <source>The reader is resting.
Typed codes work as always.</source>
        <translation>El lector está en pausa.
Puede teclear el código.</translation>
    </message>
    <message>
        <source>The reader looks for codes only. No picture is kept.</source>
        <translation>El lector solo busca códigos. No se guarda ninguna imagen.</translation>
    </message>
    <message>
        <source>Tilt it a little:
a lamp shines in it.</source>
        <translation>Inclínelo un poco:
se refleja una luz.</translation>
    </message>
    <message>
        <source>Turn up the brightness
of your screen.</source>
        <translation>Suba el brillo
de su pantalla.</translation>
    </message>
    <message>
        <source>Type a code</source>
        <translation>Teclear un código</translation>
    </message>
    <message>
        <source>Type your
pickup code</source>
        <translation>Teclee el código
de recogida</translation>
    </message>
    <message>
        <source>What we keep</source>
        <translation>Qué guardamos</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>lector</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Everything happens on this page: nothing is sent anywhere, and it works without a network.</source>
        <translation>Todo ocurre en esta página: no se envía nada y funciona sin red.</translation>
    </message>
    <message>
        <source>Genuine: %1, No. %2.</source>
        <translation>Auténtico: %1, n.º %2.</translation>
    </message>
    <message>
        <source>Is this receipt genuine?</source>
        <translation>¿Es auténtico este recibo?</translation>
    </message>
    <message>
        <source>That is no public key. Copy the whole line, as the depot gives it.</source>
        <translation>Eso no es una clave pública. Copie la línea entera, tal como la da el depósito.</translation>
    </message>
    <message>
        <source>That is no receipt, or a character of it is missing or changed. Photograph it again, or copy all of it.</source>
        <translation>Eso no es un recibo, o falta o cambió algún carácter. Fotografíelo de nuevo o cópielo entero.</translation>
    </message>
    <message>
        <source>The kiosk&apos;s public key, as the depot hangs it out (one a line)</source>
        <translation>La clave pública del quiosco, tal como la expone el depósito (una por línea)</translation>
    </message>
    <message>
        <source>The receipt&apos;s text, as your phone reads it from its code</source>
        <translation>El texto del recibo, tal como su teléfono lo lee del código</translation>
    </message>
    <message>
        <source>This receipt is not genuine: it was made by somebody else, or altered after it was given.</source>
        <translation>Este recibo no es auténtico: lo hizo otra persona o fue alterado después de entregarse.</translation>
    </message>
    <message>
        <source>This receipt is not of the kiosk whose key was given. Ask the depot named on it for its public key.</source>
        <translation>Este recibo no es del quiosco cuya clave se dio. Pida la clave pública al depósito que figura en él.</translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>Already collected</source>
        <translation>Ya recogido</translation>
    </message>
    <message>
        <source>Another depot</source>
        <translation>Otro punto</translation>
    </message>
    <message>
        <source>Another kind of code</source>
        <translation>Otro tipo de código</translation>
    </message>
    <message>
        <source>Ask the desk when it went back. The sender can send it again.</source>
        <translation>Pregunte en el mostrador cuándo se devolvió. El remitente puede volver a enviarlo.</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>En mostrador</translation>
    </message>
    <message>
        <source>Call the desk, and keep this code at hand.</source>
        <translation>Llame al mostrador y tenga este código a mano.</translation>
    </message>
    <message>
        <source>Code withdrawn</source>
        <translation>Código retirado</translation>
    </message>
    <message>
        <source>Come back when a message says it is here. Keep this code: it will work then.</source>
        <translation>Vuelva cuando un mensaje le avise. Guarde este código: entonces servirá.</translation>
    </message>
    <message>
        <source>Held for you</source>
        <translation>Guardado para usted</translation>
    </message>
    <message>
        <source>Its days on the shelf are over. Call the desk, and keep this code at hand.</source>
        <translation>Se acabó su plazo en la estantería. Llame al mostrador y tenga este código a mano.</translation>
    </message>
    <message>
        <source>Keypad resting</source>
        <translation>Teclado en pausa</translation>
    </message>
    <message>
        <source>Look for a newer message with a new code, or ask the desk for one.</source>
        <translation>Busque un mensaje más reciente con otro código, o pídalo en el mostrador.</translation>
    </message>
    <message>
        <source>Look in your pickup message for the address. Your parcel waits there.</source>
        <translation>Mire la dirección en su mensaje de recogida. Su paquete le espera allí.</translation>
    </message>
    <message>
        <source>No longer here</source>
        <translation>Ya no está aquí</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>No se puede leer</translation>
    </message>
    <message>
        <source>Not you? The desk can see which parcel left, when and with which code, and will help.</source>
        <translation>¿No ha sido usted? En el mostrador pueden ver qué paquete salió, cuándo y con qué código, y le ayudarán.</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>De camino</translation>
    </message>
    <message>
        <source>Part of this code is missing</source>
        <translation>A este código le falta una parte</translation>
    </message>
    <message>
        <source>Scanning still works: hold your code toward the reader. Or call the desk.</source>
        <translation>El lector sí funciona: acérquele el código. O llame al mostrador.</translation>
    </message>
    <message>
        <source>Show the code from your newest message. Just ordered? Your parcel may not be here yet.</source>
        <translation>Muestre el código del último mensaje. ¿Acaba de comprar? Quizá su paquete no haya llegado.</translation>
    </message>
    <message>
        <source>Show the code from your pickup message, or the delivery label of your parcel.</source>
        <translation>Muestre el código de su mensaje de recogida o la etiqueta de envío del paquete.</translation>
    </message>
    <message>
        <source>Show the whole code on a bright screen. Or type the number from your message.</source>
        <translation>Muestre el código entero con la pantalla brillante. O teclee el número del mensaje.</translation>
    </message>
    <message>
        <source>The desk hands this one to you</source>
        <translation>Este se lo dan en el mostrador</translation>
    </message>
    <message>
        <source>The desk has it ready for you</source>
        <translation>Le espera en el mostrador</translation>
    </message>
    <message>
        <source>The desk was called, too. Someone is coming.</source>
        <translation>También hemos avisado al mostrador. Ya viene alguien.</translation>
    </message>
    <message>
        <source>The keypad rests for a while</source>
        <translation>El teclado descansa un rato</translation>
    </message>
    <message>
        <source>This code is for another depot</source>
        <translation>Este código es de otro punto</translation>
    </message>
    <message>
        <source>This code no longer works</source>
        <translation>Este código ya no sirve</translation>
    </message>
    <message>
        <source>This code was used already</source>
        <translation>Este código ya se usó</translation>
    </message>
    <message>
        <source>This code was used on %1 at %2</source>
        <translation>Este código se usó el %1, %2</translation>
    </message>
    <message>
        <source>This code was used today at %1</source>
        <translation>Este código se usó hoy, %1</translation>
    </message>
    <message>
        <source>This code was used yesterday at %1</source>
        <translation>Este código se usó ayer, %1</translation>
    </message>
    <message>
        <source>This is a web link</source>
        <translation>Esto es un enlace web</translation>
    </message>
    <message>
        <source>This is not a pickup code</source>
        <translation>Esto no es un código de recogida</translation>
    </message>
    <message>
        <source>This kiosk never opens links. Show the pickup code from your message, or type it.</source>
        <translation>Este quiosco nunca abre enlaces. Muestre el código de recogida de su mensaje o tecléelo.</translation>
    </message>
    <message>
        <source>Try another code</source>
        <translation>Probar otro código</translation>
    </message>
    <message>
        <source>We do not know this code</source>
        <translation>No conocemos este código</translation>
    </message>
    <message>
        <source>Web link</source>
        <translation>Enlace web</translation>
    </message>
    <message>
        <source>Your parcel has left this depot</source>
        <translation>Su paquete ya salió de aquí</translation>
    </message>
    <message>
        <source>Your parcel is still on its way</source>
        <translation>Su paquete está de camino</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Call the desk</source>
        <translation>Llamar al mostrador</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Seguir leyendo</translation>
    </message>
    <message>
        <source>Yours is on place</source>
        <translation>El suyo está en</translation>
    </message>
</context>
<context>
    <name>ShowCode</name>
    <message>
        <source>Hold it toward the reader. Keep the parcel at hand.</source>
        <translation>Acérquelo al lector. Tenga el paquete a mano.</translation>
    </message>
    <message>
        <source>Label seen</source>
        <translation>Etiqueta leída</translation>
    </message>
    <message>
        <source>One more scan</source>
        <translation>Una lectura más</translation>
    </message>
    <message>
        <source>Several people are at the shelves. Your code tells us which parcel is yours.</source>
        <translation>Hay varias personas recogiendo. Su código nos dice qué paquete es el suyo.</translation>
    </message>
    <message>
        <source>Show your code again</source>
        <translation>Muestre su código otra vez</translation>
    </message>
    <message>
        <source>Show your pickup code too</source>
        <translation>Muestre también el código de recogida</translation>
    </message>
</context>
<context>
    <name>Typing</name>
    <message numerus="yes">
        <source>%n characters typed</source>
        <translation>
            <numerusform>%n carácter tecleado</numerusform>
            <numerusform>%n caracteres tecleados</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase the last one</source>
        <translation>Borrar el último</translation>
    </message>
    <message>
        <source>It is in your pickup message.</source>
        <translation>Está en su mensaje de recogida.</translation>
    </message>
    <message>
        <source>No match. Please check it.</source>
        <translation>No coincide. Compruébelo, por favor.</translation>
    </message>
    <message>
        <source>Not found. Please check it.</source>
        <translation>No se encuentra. Compruébelo, por favor.</translation>
    </message>
    <message>
        <source>The last 6 letters or digits of the number under the bars.</source>
        <translation>Las 6 últimas letras o cifras del número bajo las barras.</translation>
    </message>
    <message>
        <source>Type the end of the label</source>
        <translation>Teclee el final de la etiqueta</translation>
    </message>
    <message>
        <source>Type your code</source>
        <translation>Teclee su código</translation>
    </message>
</context>
<context>
    <name>WrongParcel</name>
    <message>
        <source>Easily mixed up. Please put it back where you found it.</source>
        <translation>Es fácil confundirse. Déjelo donde estaba, por favor.</translation>
    </message>
    <message>
        <source>I put it back</source>
        <translation>Ya lo he devuelto</translation>
    </message>
    <message>
        <source>This one is for
someone else</source>
        <translation>Este es para
otra persona</translation>
    </message>
</context>
</TS>
