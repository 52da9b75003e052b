<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Closed</name>
    <message>
        <source>Closed now</source>
        <translation>مغلق الآن</translation>
    </message>
    <message>
        <source>Inside already? Show your code again to finish.</source>
        <translation>هل أنت في الداخل؟ أظهر رمزك مجددًا لإنهاء الاستلام.</translation>
    </message>
    <message>
        <source>We are closed</source>
        <translation>نحن مغلقون</translation>
    </message>
    <message>
        <source>We open on %1 at %2</source>
        <translation>نفتح يوم %1، %2</translation>
    </message>
    <message>
        <source>We open today at %1</source>
        <translation>نفتح اليوم، %1</translation>
    </message>
    <message>
        <source>We open tomorrow at %1</source>
        <translation>نفتح غدًا، %1</translation>
    </message>
    <message>
        <source>Your parcel stays safe, and your code stays good.</source>
        <translation>طردك في أمان، ورمزك يبقى صالحًا.</translation>
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
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>%1 · %2 s</source>
        <translation>%1 · %2 ث</translation>
    </message>
    <message>
        <source>%1 · locks in %2 s</source>
        <translation>%1 · القفل بعد %2 ث</translation>
    </message>
    <message>
        <source>%1, %2: %3 parcels</source>
        <translation>%1، %2: عدد الطرود %3</translation>
    </message>
    <message>
        <source>%1, %2: %3 to %4</source>
        <translation>%1، %2: من %3 إلى %4</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n ث</numerusform>
            <numerusform>%n ث</numerusform>
            <numerusform>%n ث</numerusform>
            <numerusform>%n ث</numerusform>
            <numerusform>%n ث</numerusform>
            <numerusform>%n ث</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to come</source>
        <translation>
            <numerusform>لم يبق شيء في الطريق</numerusform>
            <numerusform>طرد واحد لم يصل بعد</numerusform>
            <numerusform>طردان لم يصلا بعد</numerusform>
            <numerusform>%n طرود لم تصل بعد</numerusform>
            <numerusform>%n طردًا لم تصل بعد</numerusform>
            <numerusform>%n طرد لم تصل بعد</numerusform>
        </translation>
    </message>
    <message>
        <source>A new code. The old one opens nothing.</source>
        <translation>رمز جديد. الرمز القديم لم يعد صالحًا.</translation>
    </message>
    <message>
        <source>Desk called</source>
        <translation>تم استدعاء موظف</translation>
    </message>
    <message>
        <source>Desk hours: %1</source>
        <translation>ساعات العمل: %1</translation>
    </message>
    <message numerus="yes">
        <source>Found wanting: %n</source>
        <translation>
            <numerusform>لا ملاحظات</numerusform>
            <numerusform>ملاحظات: %n</numerusform>
            <numerusform>ملاحظات: %n</numerusform>
            <numerusform>ملاحظات: %n</numerusform>
            <numerusform>ملاحظات: %n</numerusform>
            <numerusform>ملاحظات: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand over now</source>
        <translation>التسليم الآن</translation>
    </message>
    <message>
        <source>Keep the parcel with you and wait here, please.</source>
        <translation>يرجى إبقاء الطرد معك والانتظار هنا.</translation>
    </message>
    <message>
        <source>Keep your code at hand and wait here, please.</source>
        <translation>يرجى إبقاء الرمز في متناول يدك والانتظار هنا.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الملصق</translation>
    </message>
    <message>
        <source>Left its shelf since it was seen there</source>
        <translation>طرود غادرت رفه منذ شوهد هناك</translation>
    </message>
    <message>
        <source>May sign later: it stays owed</source>
        <translation>يمكن التوقيع لاحقًا: يبقى معلّقًا</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Nobody at the desk</source>
        <translation>لا أحد في المكتب</translation>
    </message>
    <message>
        <source>Nothing is wanting</source>
        <translation>كل شيء سليم</translation>
    </message>
    <message>
        <source>Nothing left that shelf since. Look around it.</source>
        <translation>لم يغادر شيء ذلك الرف منذئذ. ابحث حوله.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>الرقم السري لـ %1</translation>
    </message>
    <message>
        <source>Paper list</source>
        <translation>القائمة الورقية</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>الموقع</translation>
    </message>
    <message>
        <source>Please wait here for a moment.</source>
        <translation>يرجى الانتظار هنا لحظة.</translation>
    </message>
    <message numerus="yes">
        <source>Printer off: %n slips kept</source>
        <translation>
            <numerusform>الطابعة متوقفة: لا أوراق محفوظة</numerusform>
            <numerusform>الطابعة متوقفة: ورقة واحدة محفوظة</numerusform>
            <numerusform>الطابعة متوقفة: ورقتان محفوظتان</numerusform>
            <numerusform>الطابعة متوقفة: %n أوراق محفوظة</numerusform>
            <numerusform>الطابعة متوقفة: %n ورقة محفوظة</numerusform>
            <numerusform>الطابعة متوقفة: %n ورقة محفوظة</numerusform>
        </translation>
    </message>
    <message>
        <source>Shift report</source>
        <translation>تقرير الوردية</translation>
    </message>
    <message>
        <source>Signs now</source>
        <translation>يوقّع الآن</translation>
    </message>
    <message>
        <source>Since yesterday: nothing unusual</source>
        <translation>منذ أمس: لا شيء غير معتاد</translation>
    </message>
    <message>
        <source>Since yesterday: please look at this</source>
        <translation>منذ أمس: يرجى الاطلاع على هذا</translation>
    </message>
    <message>
        <source>Someone is coming</source>
        <translation>سيأتيك موظف حالًا</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Station %1 calls: %2</source>
        <translation>نداء من المحطة %1: %2</translation>
    </message>
    <message>
        <source>The desk can look for your parcel without a code. Please wait here.</source>
        <translation>يمكن للموظف البحث عن طردك بلا رمز. يرجى الانتظار هنا.</translation>
    </message>
    <message>
        <source>The desk is empty right now</source>
        <translation>لا يوجد موظف في المكتب الآن</translation>
    </message>
    <message>
        <source>The desk sees where it is. Please wait here.</source>
        <translation>الموظف يعرف مكانه. يرجى الانتظار هنا.</translation>
    </message>
    <message>
        <source>The desk sees where it should be. Please wait here.</source>
        <translation>الموظف يعرف أين يُفترض أن يكون. يرجى الانتظار هنا.</translation>
    </message>
    <message>
        <source>Undo (%1)</source>
        <translation>تراجع (%1)</translation>
    </message>
    <message>
        <source>We bring it to you</source>
        <translation>سنحضره إليك</translation>
    </message>
    <message>
        <source>We look for your parcel</source>
        <translation>نبحث عن طردك</translation>
    </message>
    <message>
        <source>When, by whom</source>
        <translation>متى، ومن سلّم</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>Your parcel stays safe here, and your code stays good.</source>
        <translation>طردك محفوظ هنا بأمان، ورمزك يبقى صالحًا.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>since %1 %2</source>
        <translation>منذ %1 %2</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message numerus="yes">
        <source>%n parcels, %1</source>
        <translation>
            <numerusform>لا طرود، %1</numerusform>
            <numerusform>طرد واحد، %1</numerusform>
            <numerusform>طردان، %1</numerusform>
            <numerusform>%n طرود، %1</numerusform>
            <numerusform>%n طردًا، %1</numerusform>
            <numerusform>%n طرد، %1</numerusform>
        </translation>
    </message>
    <message>
        <source>All yours.</source>
        <translation>تم الاستلام.</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>مع السلامة</translation>
    </message>
    <message>
        <source>Next code may be shown now</source>
        <translation>يمكن الآن إظهار الرمز التالي</translation>
    </message>
    <message>
        <source>Photograph the receipt if you want proof. We keep ours until %1. They say how many and when, never who.</source>
        <translation>صوّر الإيصال إن أردت إثباتًا. نحتفظ بنسختنا حتى %1. فيهما العدد والوقت، ولا يذكران مَن استلم.</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>الإيصال %1</translation>
    </message>
    <message numerus="yes">
        <source>The desk has %n more parcels ready for you.</source>
        <translation>
            <numerusform>لا طرود أخرى لك في المكتب.</numerusform>
            <numerusform>لك طرد آخر جاهز في المكتب.</numerusform>
            <numerusform>لك طردان آخران جاهزان في المكتب.</numerusform>
            <numerusform>لك %n طرود أخرى جاهزة في المكتب.</numerusform>
            <numerusform>لك %n طردًا آخر جاهزًا في المكتب.</numerusform>
            <numerusform>لك %n طرد آخر جاهز في المكتب.</numerusform>
        </translation>
    </message>
    <message>
        <source>We keep a proof until %1. It says how many and when, never who.</source>
        <translation>نحتفظ بإثبات حتى %1. فيه العدد والوقت، ولا يذكر مَن استلم.</translation>
    </message>
    <message>
        <source>What is kept, until when</source>
        <translation>ماذا نحفظ وإلى متى</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message numerus="yes">
        <source>%n parcels for you</source>
        <translation>
            <numerusform>لا طرود لك</numerusform>
            <numerusform>لك طرد واحد</numerusform>
            <numerusform>لك طردان</numerusform>
            <numerusform>لك %n طرود</numerusform>
            <numerusform>لك %n طردًا</numerusform>
            <numerusform>لك %n طرد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>لا مزيد</numerusform>
            <numerusform>وطرد آخر</numerusform>
            <numerusform>وطردان آخران</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>رمز آخر</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>في المكتب</translation>
    </message>
    <message>
        <source>Bring it to me</source>
        <translation>أحضروه إليّ</translation>
    </message>
    <message>
        <source>From place</source>
        <translation>من الموقع</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>الطرد معي</translation>
    </message>
    <message>
        <source>Label won’t scan</source>
        <translation>الملصق لا يُقرأ</translation>
    </message>
    <message>
        <source>Next, on place</source>
        <translation>التالي، في الموقع</translation>
    </message>
    <message>
        <source>No need to walk</source>
        <translation>لا داعي للذهاب</translation>
    </message>
    <message>
        <source>Not on the shelf</source>
        <translation>ليس على الرف</translation>
    </message>
    <message>
        <source>On place</source>
        <translation>في الموقع</translation>
    </message>
    <message>
        <source>Plan of the shelves: %1</source>
        <translation>مخطط الرفوف: %1</translation>
    </message>
    <message>
        <source>Type its label</source>
        <translation>كتابة رقم الملصق</translation>
    </message>
    <message>
        <source>What we keep</source>
        <translation>ماذا نحفظ</translation>
    </message>
    <message>
        <source>You may walk to the shelves: this screen is free for others.</source>
        <translation>تفضل إلى الرفوف: الشاشة متاحة لغيرك.</translation>
    </message>
    <message>
        <source>call the desk for it</source>
        <translation>استدعِ موظفًا لإحضاره</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>مؤكد</translation>
    </message>
    <message>
        <source>its label ends in %1</source>
        <translation>ملصقه ينتهي بـ %1</translation>
    </message>
    <message>
        <source>take it, then tap here</source>
        <translation>خذه ثم المس هنا</translation>
    </message>
    <message>
        <source>then scan its label here</source>
        <translation>ثم امسح ملصقه هنا</translation>
    </message>
    <message>
        <source>then type its label here</source>
        <translation>ثم اكتب رقم ملصقه هنا</translation>
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
        <translation>لوحة المفاتيح متوقفة</translation>
    </message>
    <message>
        <source>Scanning still works: hold your code toward the reader.</source>
        <translation>المسح ما زال يعمل: وجّه رمزك نحو القارئ.</translation>
    </message>
    <message numerus="yes">
        <source>The keypad is back in %n hours</source>
        <translation>
            <numerusform>تعود لوحة المفاتيح حالًا</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد ساعة</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد ساعتين</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد %n ساعات</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد %n ساعة</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد %n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The keypad is back in %n minutes</source>
        <translation>
            <numerusform>تعود لوحة المفاتيح حالًا</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد دقيقة</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد دقيقتين</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد %n دقائق</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد %n دقيقة</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد %n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The keypad is back in %n seconds</source>
        <translation>
            <numerusform>تعود لوحة المفاتيح حالًا</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد ثانية</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد ثانيتين</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد %n ثوانٍ</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد %n ثانية</numerusform>
            <numerusform>تعود لوحة المفاتيح بعد %n ثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Manner</name>
    <message>
        <source>Colours: %1</source>
        <translation>الألوان: %1</translation>
    </message>
    <message>
        <source>Controls low</source>
        <translation>الأزرار في الأسفل</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>قراءة بصوت عالٍ</translation>
    </message>
    <message>
        <source>black on white</source>
        <translation>أسود على أبيض</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>ورقي</translation>
    </message>
    <message>
        <source>yellow on black</source>
        <translation>أصفر على أسود</translation>
    </message>
</context>
<context>
    <name>MyParcel</name>
    <message>
        <source>4 characters to find it by.</source>
        <translation>4 أحرف للعثور عليه.</translation>
    </message>
    <message numerus="yes">
        <source>All that happened with it, sealed. Everything goes %n days after you collect.</source>
        <translation>
            <numerusform>كل ما حدث له، مختومًا. يُحذف كل شيء عند استلامك.</numerusform>
            <numerusform>كل ما حدث له، مختومًا. يُحذف كل شيء بعد استلامك بيوم.</numerusform>
            <numerusform>كل ما حدث له، مختومًا. يُحذف كل شيء بعد استلامك بيومين.</numerusform>
            <numerusform>كل ما حدث له، مختومًا. يُحذف كل شيء بعد استلامك بـ%n أيام.</numerusform>
            <numerusform>كل ما حدث له، مختومًا. يُحذف كل شيء بعد استلامك بـ%n يومًا.</numerusform>
            <numerusform>كل ما حدث له، مختومًا. يُحذف كل شيء بعد استلامك بـ%n يوم.</numerusform>
        </translation>
    </message>
    <message>
        <source>All that happened with it, sealed. Everything goes on %1.</source>
        <translation>كل ما حدث له، مختومًا. يُحذف كل شيء يوم %1.</translation>
    </message>
    <message>
        <source>Carrier: %1.</source>
        <translation>شركة الشحن: %1.</translation>
    </message>
    <message>
        <source>Checked by the desk on %1.</source>
        <translation>تحقق منه الموظف يوم %1.</translation>
    </message>
    <message>
        <source>Collected on %1, %2.</source>
        <translation>استُلم يوم %1، %2.</translation>
    </message>
    <message>
        <source>Delete what can go</source>
        <translation>حذف ما يمكن حذفه</translation>
    </message>
    <message>
        <source>Deleted. Only the proof stays</source>
        <translation>تم الحذف. لا يبقى إلا الإثبات</translation>
    </message>
    <message>
        <source>Given out by the desk on %1, with the reason and which clerk.</source>
        <translation>سلّمه الموظف يوم %1، مع السبب ورقم الموظف.</translation>
    </message>
    <message>
        <source>Here since %1, %2.</source>
        <translation>هنا منذ %1، %2.</translation>
    </message>
    <message>
        <source>In dispute since %1, %2.</source>
        <translation>عليه نزاع منذ %1، %2.</translation>
    </message>
    <message>
        <source>Its code of %1, scrambled.</source>
        <translation>رمزه بتاريخ %1، مشفّرًا.</translation>
    </message>
    <message>
        <source>Its code of %1, until your text is sent.</source>
        <translation>رمزه بتاريخ %1، إلى أن تُرسل رسالتك.</translation>
    </message>
    <message>
        <source>Its number, scrambled.</source>
        <translation>رقمه، مشفّرًا.</translation>
    </message>
    <message>
        <source>Its number, until its carrier is told, two days at most.</source>
        <translation>رقمه، إلى أن تُبلَّغ شركة الشحن، يومين على الأكثر.</translation>
    </message>
    <message>
        <source>Known since %1.</source>
        <translation>مسجّل منذ %1.</translation>
    </message>
    <message>
        <source>Last shown on %1, %2, at station %3.</source>
        <translation>عُرض آخر مرة يوم %1، %2، عند المحطة %3.</translation>
    </message>
    <message>
        <source>Looked for since %1, %2.</source>
        <translation>يجري البحث عنه منذ %1، %2.</translation>
    </message>
    <message>
        <source>Moved on %1.</source>
        <translation>نُقل يوم %1.</translation>
    </message>
    <message>
        <source>Next parcel</source>
        <translation>الطرد التالي</translation>
    </message>
    <message>
        <source>Not confirmed since %1, %2.</source>
        <translation>غير مؤكد منذ %1، %2.</translation>
    </message>
    <message>
        <source>On its way since %1, %2.</source>
        <translation>في الطريق منذ %1، %2.</translation>
    </message>
    <message>
        <source>On the shelf until %1.</source>
        <translation>على الرف حتى %1.</translation>
    </message>
    <message>
        <source>Place: %1.</source>
        <translation>الموقع: %1.</translation>
    </message>
    <message>
        <source>Sent back on %1, %2.</source>
        <translation>أُعيد يوم %1، %2.</translation>
    </message>
    <message>
        <source>The desk hands it out.</source>
        <translation>يُسلَّم في المكتب.</translation>
    </message>
    <message>
        <source>The number on its label.</source>
        <translation>الرقم الذي على ملصقه.</translation>
    </message>
    <message>
        <source>We keep this about parcel %1 of %2</source>
        <translation>هذا ما نحفظه عن الطرد %1 من %2</translation>
    </message>
    <message>
        <source>We keep this about your parcel</source>
        <translation>هذا ما نحفظه عن طردك</translation>
    </message>
    <message>
        <source>Withdrawn on %1.</source>
        <translation>أُلغي يوم %1.</translation>
    </message>
    <message>
        <source>Yours to take since %1, %2.</source>
        <translation>جاهز لك منذ %1، %2.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>%1 answers for it: ask, correct, object or complain at the desk.</source>
        <translation>المسؤول هو %1: للسؤال أو التصحيح أو الاعتراض أو الشكوى توجه إلى المكتب.</translation>
    </message>
    <message>
        <source>A friend may bring your code. Show it to see all we keep, and to delete what can go.</source>
        <translation>يمكن لصديق أن يحضر رمزك. أظهره لترى كل ما نحفظ ولتحذف ما يمكن حذفه.</translation>
    </message>
    <message>
        <source>Its number, place, code, and what happened when. No name, no face, no picture.</source>
        <translation>رقمه وموقعه ورمزه وما حدث له ومتى. لا اسم ولا وجه ولا صورة.</translation>
    </message>
    <message>
        <source>Its number, place, code, what happened when, and 4 characters to find it by. No name, no face, no picture.</source>
        <translation>رقمه وموقعه ورمزه وما حدث له ومتى، و4 أحرف للعثور عليه. لا اسم ولا وجه ولا صورة.</translation>
    </message>
    <message>
        <source>Notice %1, %2</source>
        <translation>الإشعار %1، %2</translation>
    </message>
    <message numerus="yes">
        <source>We keep %n facts about a parcel, none about you</source>
        <translation>
            <numerusform>لا نحفظ شيئًا عن الطرد ولا عنك</numerusform>
            <numerusform>نحفظ معلومة واحدة عن الطرد، ولا شيء عنك</numerusform>
            <numerusform>نحفظ معلومتين عن الطرد، ولا شيء عنك</numerusform>
            <numerusform>نحفظ %n معلومات عن الطرد، ولا شيء عنك</numerusform>
            <numerusform>نحفظ %n معلومة عن الطرد، ولا شيء عنك</numerusform>
            <numerusform>نحفظ %n معلومة عن الطرد، ولا شيء عنك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When you collect, the number goes. A sealed proof stays %n days for disputes.</source>
        <translation>
            <numerusform>عند الاستلام يُحذف الرقم. لا يبقى أي إثبات.</numerusform>
            <numerusform>عند الاستلام يُحذف الرقم. يبقى إثبات مختوم يومًا واحدًا لتسوية النزاعات.</numerusform>
            <numerusform>عند الاستلام يُحذف الرقم. يبقى إثبات مختوم يومين لتسوية النزاعات.</numerusform>
            <numerusform>عند الاستلام يُحذف الرقم. يبقى إثبات مختوم %n أيام لتسوية النزاعات.</numerusform>
            <numerusform>عند الاستلام يُحذف الرقم. يبقى إثبات مختوم %n يومًا لتسوية النزاعات.</numerusform>
            <numerusform>عند الاستلام يُحذف الرقم. يبقى إثبات مختوم %n يوم لتسوية النزاعات.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OtherBarcode</name>
    <message>
        <source>Another barcode</source>
        <translation>باركود آخر</translation>
    </message>
    <message>
        <source>Show my place again</source>
        <translation>عرض موقعي مجددًا</translation>
    </message>
    <message>
        <source>That is another barcode</source>
        <translation>هذا باركود آخر</translation>
    </message>
    <message>
        <source>Turn to the delivery label, the one with the address, and show that.</source>
        <translation>أدر الطرد إلى ملصق الشحن الذي عليه العنوان، وأظهره للقارئ.</translation>
    </message>
</context>
<context>
    <name>OutOfOrder</name>
    <message>
        <source>Another program holds the store. End it.</source>
        <translation>برنامج آخر يستخدم قاعدة البيانات. أغلقه.</translation>
    </message>
    <message>
        <source>For the technician: %1</source>
        <translation>للفني: %1</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <source>Please go to the desk</source>
        <translation>يرجى التوجه إلى المكتب</translation>
    </message>
    <message>
        <source>The disk fails. Check it, then start again.</source>
        <translation>القرص معطّل. افحصه ثم أعد التشغيل.</translation>
    </message>
    <message>
        <source>The disk is full. Free space.</source>
        <translation>القرص ممتلئ. حرّر مساحة.</translation>
    </message>
    <message>
        <source>The disk takes no writes. Check it and its mount.</source>
        <translation>القرص لا يقبل الكتابة. افحصه وطريقة توصيله.</translation>
    </message>
    <message>
        <source>The keys do not fit. Put them back, or use the recovery sheet.</source>
        <translation>المفاتيح غير مطابقة. أعدها أو استخدم ورقة الاسترداد.</translation>
    </message>
    <message>
        <source>The program does not start. Read its log, then start it again.</source>
        <translation>البرنامج لا يبدأ. اقرأ سجله ثم أعد تشغيله.</translation>
    </message>
    <message>
        <source>The program failed. Start it again, and send its log.</source>
        <translation>تعطّل البرنامج. أعد تشغيله وأرسل سجله.</translation>
    </message>
    <message>
        <source>The store is damaged. Keep the files, restore a backup.</source>
        <translation>قاعدة البيانات تالفة. احتفظ بالملفات واسترجع نسخة احتياطية.</translation>
    </message>
    <message>
        <source>The store is not in its place. Put it back.</source>
        <translation>قاعدة البيانات ليست في مكانها. أعدها إليه.</translation>
    </message>
    <message>
        <source>This station cannot serve right now. Your parcel stays safe, and your code stays good.</source>
        <translation>لا تستطيع هذه المحطة خدمتك الآن. طردك في أمان، ورمزك يبقى صالحًا.</translation>
    </message>
</context>
<context>
    <name>Ready</name>
    <message>
        <source>A little closer, please:
it is too far away to read.</source>
        <translation>قرّبه قليلًا من فضلك:
فهو بعيد عن القراءة.</translation>
    </message>
    <message>
        <source>A little further away, please:
it is out of focus.</source>
        <translation>أبعده قليلًا من فضلك:
فالصورة غير واضحة.</translation>
    </message>
    <message>
        <source>Hold it still
for a moment.</source>
        <translation>ثبّته
لحظة.</translation>
    </message>
    <message>
        <source>Hold the code in front of the reader, its screen toward the light</source>
        <translation>ضع الرمز أمام القارئ، وشاشة هاتفك نحو الضوء</translation>
    </message>
    <message>
        <source>Hold your code
toward the light</source>
        <translation>وجّه الرمز
نحو الضوء</translation>
    </message>
    <message>
        <source>I have no code</source>
        <translation>ليس لديّ رمز</translation>
    </message>
    <message>
        <source>Or hold your code
a hand’s length from the reader.</source>
        <translation>أو وجّه الرمز إلى القارئ
على بُعد شبر منه.</translation>
    </message>
    <message>
        <source>Pickup code or parcel label,
a hand’s length from the reader.</source>
        <translation>رمز الاستلام أو ملصق الطرد،
على بُعد شبر من القارئ.</translation>
    </message>
    <message>
        <source>The code is small:
make it larger, or come closer.</source>
        <translation>الرمز صغير:
كبّره أو قرّبه.</translation>
    </message>
    <message>
        <source>The reader is resting.
Typed codes work as always.</source>
        <translation>القارئ متوقف.
كتابة الرمز تعمل كالمعتاد.</translation>
    </message>
    <message>
        <source>The reader looks for codes only. No picture is kept.</source>
        <translation>القارئ يبحث عن الرموز فقط. لا تُحفظ أي صورة.</translation>
    </message>
    <message>
        <source>Tilt it a little:
a lamp shines in it.</source>
        <translation>أمِله قليلًا:
عليه انعكاس ضوء.</translation>
    </message>
    <message>
        <source>Turn up the brightness
of your screen.</source>
        <translation>ارفع سطوع
شاشة هاتفك.</translation>
    </message>
    <message>
        <source>Type a code</source>
        <translation>كتابة الرمز</translation>
    </message>
    <message>
        <source>Type your
pickup code</source>
        <translation>اكتب
رمز الاستلام</translation>
    </message>
    <message>
        <source>What we keep</source>
        <translation>ماذا نحفظ</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>القارئ</translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>Already collected</source>
        <translation>تم استلامه</translation>
    </message>
    <message>
        <source>Another depot</source>
        <translation>فرع آخر</translation>
    </message>
    <message>
        <source>Another kind of code</source>
        <translation>نوع آخر من الرموز</translation>
    </message>
    <message>
        <source>Ask the desk when it went back. The sender can send it again.</source>
        <translation>اسأل في المكتب متى أُعيد. يمكن للمرسل إرساله من جديد.</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>في المكتب</translation>
    </message>
    <message>
        <source>Call the desk, and keep this code at hand.</source>
        <translation>استدعِ موظفًا، وأبقِ هذا الرمز في متناول يدك.</translation>
    </message>
    <message>
        <source>Code withdrawn</source>
        <translation>رمز ملغى</translation>
    </message>
    <message>
        <source>Come back when a message says it is here. Keep this code: it will work then.</source>
        <translation>عُد حين تصلك رسالة بوصوله. احتفظ بهذا الرمز: سيعمل حينها.</translation>
    </message>
    <message>
        <source>Held for you</source>
        <translation>محفوظ لك</translation>
    </message>
    <message>
        <source>Its days on the shelf are over. Call the desk, and keep this code at hand.</source>
        <translation>انتهت مدته على الرف. استدعِ موظفًا، وأبقِ هذا الرمز في متناول يدك.</translation>
    </message>
    <message>
        <source>Keypad resting</source>
        <translation>لوحة المفاتيح متوقفة</translation>
    </message>
    <message>
        <source>Look for a newer message with a new code, or ask the desk for one.</source>
        <translation>ابحث عن رسالة أحدث فيها رمز جديد، أو اطلبه من المكتب.</translation>
    </message>
    <message>
        <source>Look in your pickup message for the address. Your parcel waits there.</source>
        <translation>ابحث عن العنوان في رسالة الاستلام. طردك ينتظرك هناك.</translation>
    </message>
    <message>
        <source>No longer here</source>
        <translation>لم يعد هنا</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>غير مقروء</translation>
    </message>
    <message>
        <source>Not you? The desk can see which parcel left, when and with which code, and will help.</source>
        <translation>لستَ أنت؟ يستطيع الموظف معرفة أي طرد خرج، ومتى، وبأي رمز، وسيساعدك.</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>في الطريق</translation>
    </message>
    <message>
        <source>Part of this code is missing</source>
        <translation>جزء من هذا الرمز مفقود</translation>
    </message>
    <message>
        <source>Scanning still works: hold your code toward the reader. Or call the desk.</source>
        <translation>المسح ما زال يعمل: وجّه رمزك نحو القارئ، أو استدعِ موظفًا.</translation>
    </message>
    <message>
        <source>Show the code from your newest message. Just ordered? Your parcel may not be here yet.</source>
        <translation>أظهر الرمز من أحدث رسالة. طلبتَ للتو؟ ربما لم يصل طردك بعد.</translation>
    </message>
    <message>
        <source>Show the code from your pickup message, or the delivery label of your parcel.</source>
        <translation>أظهر الرمز من رسالة الاستلام، أو ملصق الشحن على طردك.</translation>
    </message>
    <message>
        <source>Show the whole code on a bright screen. Or type the number from your message.</source>
        <translation>أظهر الرمز كاملًا على شاشة ساطعة. أو اكتب الرقم الذي في رسالتك.</translation>
    </message>
    <message>
        <source>The desk hands this one to you</source>
        <translation>يسلّمك إياه الموظف</translation>
    </message>
    <message>
        <source>The desk has it ready for you</source>
        <translation>طردك جاهز في المكتب</translation>
    </message>
    <message>
        <source>The desk was called, too. Someone is coming.</source>
        <translation>تم استدعاء موظف أيضًا، وسيأتيك حالًا.</translation>
    </message>
    <message>
        <source>The keypad rests for a while</source>
        <translation>لوحة المفاتيح متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>This code is for another depot</source>
        <translation>هذا الرمز لفرع آخر</translation>
    </message>
    <message>
        <source>This code no longer works</source>
        <translation>هذا الرمز لم يعد صالحًا</translation>
    </message>
    <message>
        <source>This code was used already</source>
        <translation>استُخدم هذا الرمز من قبل</translation>
    </message>
    <message>
        <source>This code was used on %1 at %2</source>
        <translation>استُخدم هذا الرمز يوم %1، %2</translation>
    </message>
    <message>
        <source>This code was used today at %1</source>
        <translation>استُخدم هذا الرمز اليوم، %1</translation>
    </message>
    <message>
        <source>This code was used yesterday at %1</source>
        <translation>استُخدم هذا الرمز أمس، %1</translation>
    </message>
    <message>
        <source>This is a web link</source>
        <translation>هذا رابط ويب</translation>
    </message>
    <message>
        <source>This is not a pickup code</source>
        <translation>هذا ليس رمز استلام</translation>
    </message>
    <message>
        <source>This kiosk never opens links. Show the pickup code from your message, or type it.</source>
        <translation>هذا الجهاز لا يفتح الروابط أبدًا. أظهر رمز الاستلام من رسالتك أو اكتبه.</translation>
    </message>
    <message>
        <source>Try another code</source>
        <translation>تجربة رمز آخر</translation>
    </message>
    <message>
        <source>We do not know this code</source>
        <translation>لا نعرف هذا الرمز</translation>
    </message>
    <message>
        <source>Web link</source>
        <translation>رابط ويب</translation>
    </message>
    <message>
        <source>Your parcel has left this depot</source>
        <translation>غادر طردك هذا الفرع</translation>
    </message>
    <message>
        <source>Your parcel is still on its way</source>
        <translation>طردك ما زال في الطريق</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Call the desk</source>
        <translation>استدعاء موظف</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>متابعة القراءة</translation>
    </message>
    <message>
        <source>Yours is on place</source>
        <translation>طردك في الموقع</translation>
    </message>
</context>
<context>
    <name>ShowCode</name>
    <message>
        <source>Hold it toward the reader. Keep the parcel at hand.</source>
        <translation>وجّهه نحو القارئ، وأبقِ الطرد معك.</translation>
    </message>
    <message>
        <source>Label seen</source>
        <translation>قُرئ الملصق</translation>
    </message>
    <message>
        <source>One more scan</source>
        <translation>مسح واحد بعد</translation>
    </message>
    <message>
        <source>Several people are at the shelves. Your code tells us which parcel is yours.</source>
        <translation>عدة أشخاص عند الرفوف الآن. رمزك يخبرنا أي طرد لك.</translation>
    </message>
    <message>
        <source>Show your code again</source>
        <translation>أظهر رمزك مرة أخرى</translation>
    </message>
    <message>
        <source>Show your pickup code too</source>
        <translation>أظهر رمز الاستلام أيضًا</translation>
    </message>
</context>
<context>
    <name>Typing</name>
    <message numerus="yes">
        <source>%n characters typed</source>
        <translation>
            <numerusform>لم يُكتب شيء</numerusform>
            <numerusform>كُتب حرف واحد</numerusform>
            <numerusform>كُتب حرفان</numerusform>
            <numerusform>كُتبت %n أحرف</numerusform>
            <numerusform>كُتب %n حرفًا</numerusform>
            <numerusform>كُتب %n حرف</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase the last one</source>
        <translation>حذف الأخير</translation>
    </message>
    <message>
        <source>It is in your pickup message.</source>
        <translation>تجده في رسالة الاستلام.</translation>
    </message>
    <message>
        <source>No match. Please check it.</source>
        <translation>غير مطابق. يرجى التأكد.</translation>
    </message>
    <message>
        <source>Not found. Please check it.</source>
        <translation>لم يُعثر عليه. يرجى التأكد.</translation>
    </message>
    <message>
        <source>The last 6 letters or digits of the number under the bars.</source>
        <translation>آخر 6 أحرف أو أرقام تحت الباركود.</translation>
    </message>
    <message>
        <source>Type the end of the label</source>
        <translation>اكتب نهاية رقم الملصق</translation>
    </message>
    <message>
        <source>Type your code</source>
        <translation>اكتب رمزك</translation>
    </message>
</context>
<context>
    <name>WrongParcel</name>
    <message>
        <source>Easily mixed up. Please put it back where you found it.</source>
        <translation>يسهل الخلط بينها. يرجى إعادته إلى مكانه.</translation>
    </message>
    <message>
        <source>I put it back</source>
        <translation>أعدته</translation>
    </message>
    <message>
        <source>This one is for
someone else</source>
        <translation>هذا الطرد
لشخص آخر</translation>
    </message>
</context>
</TS>
