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
</context>
<context>
    <name>Desk</name>
    <message>
        <source>%1 · %2 s</source>
        <translation>%1 · %2 s</translation>
    </message>
    <message>
        <source>%1 · locks in %2 s</source>
        <translation>%1 · se bloquea en %2 s</translation>
    </message>
    <message>
        <source>%1, %2: %3 parcels</source>
        <translation>%1, %2: %3 paquetes</translation>
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
        <source>A new code. The old one opens nothing.</source>
        <translation>Código nuevo. El anterior ya no sirve.</translation>
    </message>
    <message>
        <source>Desk called</source>
        <translation>Mostrador avisado</translation>
    </message>
    <message>
        <source>Desk hours: %1</source>
        <translation>Horario del mostrador: %1</translation>
    </message>
    <message numerus="yes">
        <source>Found wanting: %n</source>
        <translation>
            <numerusform>Por mejorar: %n</numerusform>
            <numerusform>Por mejorar: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand over now</source>
        <translation>Entregar ahora</translation>
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
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Left its shelf since it was seen there</source>
        <translation>Salieron de esa estantería desde que se vio allí</translation>
    </message>
    <message>
        <source>May sign later: it stays owed</source>
        <translation>Puede firmar después: queda pendiente</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Nobody at the desk</source>
        <translation>Mostrador sin personal</translation>
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
        <source>Place</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>Please wait here for a moment.</source>
        <translation>Espere aquí un momento, por favor.</translation>
    </message>
    <message numerus="yes">
        <source>Printer off: %n slips kept</source>
        <translation>
            <numerusform>Impresora apagada: %n papel guardado</numerusform>
            <numerusform>Impresora apagada: %n papeles guardados</numerusform>
        </translation>
    </message>
    <message>
        <source>Shift report</source>
        <translation>Informe del turno</translation>
    </message>
    <message>
        <source>Signs now</source>
        <translation>Firma ahora</translation>
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
        <source>Someone is coming</source>
        <translation>Ya viene alguien</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>Especial</translation>
    </message>
    <message>
        <source>Station %1 calls: %2</source>
        <translation>Llama el puesto %1: %2</translation>
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
        <source>Undo (%1)</source>
        <translation>Deshacer (%1)</translation>
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
        <source>When, by whom</source>
        <translation>Cuándo, quién</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Your parcel stays safe here, and your code stays good.</source>
        <translation>Su paquete está a salvo aquí y el código sigue sirviendo.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>since %1 %2</source>
        <translation>desde el %1 %2</translation>
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
    <message>
        <source>Colours: %1</source>
        <translation>Colores: %1</translation>
    </message>
    <message>
        <source>Controls low</source>
        <translation>Botones abajo</translation>
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
