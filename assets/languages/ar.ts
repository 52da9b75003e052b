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
    <message>
        <source>ddd d MMM HH:mm</source>
        <translation>ddd d MMM HH:mm</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation>dddd d MMMM</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>! worth a look</source>
        <translation>! يستحق نظرة</translation>
    </message>
    <message>
        <source>%1 · %2 s</source>
        <translation>%1 · %2 ث</translation>
    </message>
    <message>
        <source>%1 · locks in %2 s</source>
        <translation>%1 · القفل بعد %2 ث</translation>
    </message>
    <message>
        <source>%1, %2. Parcels: %3</source>
        <translation>%1، %2. عدد الطرود: %3</translation>
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
        <source>A colleague is handing it over at this moment.</source>
        <translation>زميل يسلّمه الآن.</translation>
    </message>
    <message>
        <source>A customer calls</source>
        <translation>عميل ينادي</translation>
    </message>
    <message>
        <source>A lamp shines in. Turn camera or lamp away.</source>
        <translation>ضوء مصباح يسطع. أبعد الكاميرا أو المصباح.</translation>
    </message>
    <message>
        <source>A new code. The old one opens nothing.</source>
        <translation>رمز جديد. الرمز القديم لم يعد صالحًا.</translation>
    </message>
    <message>
        <source>A receipt</source>
        <translation>إيصال</translation>
    </message>
    <message>
        <source>A second person must sign.</source>
        <translation>يجب أن يوقّع شخص ثانٍ.</translation>
    </message>
    <message>
        <source>A web link</source>
        <translation>رابط ويب</translation>
    </message>
    <message>
        <source>Against what was shown</source>
        <translation>مقارنةً بما عُرض</translation>
    </message>
    <message>
        <source>Aim the camera</source>
        <translation>توجيه الكاميرا</translation>
    </message>
    <message>
        <source>Another depot&apos;s code</source>
        <translation>رمز فرع آخر</translation>
    </message>
    <message>
        <source>Another parcel with this label is here. See to that one first.</source>
        <translation>يوجد طرد آخر بهذا الملصق. عالجه أولًا.</translation>
    </message>
    <message>
        <source>As it was written</source>
        <translation>كما كُتب</translation>
    </message>
    <message>
        <source>At the desk only</source>
        <translation>في المكتب فقط</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Being released</source>
        <translation>قيد التسليم</translation>
    </message>
    <message>
        <source>Bring the parcels</source>
        <translation>أحضر الطرود</translation>
    </message>
    <message>
        <source>Cannot be found</source>
        <translation>لا يُعثر عليه</translation>
    </message>
    <message>
        <source>Collected before</source>
        <translation>استُلم من قبل</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>تالف</translation>
    </message>
    <message>
        <source>Days without a backup; is the stick there?</source>
        <translation>أيام بلا نسخة احتياطية؛ هل الذاكرة موصولة؟</translation>
    </message>
    <message>
        <source>Desk called</source>
        <translation>تم استدعاء موظف</translation>
    </message>
    <message>
        <source>Desk hours: %1</source>
        <translation>ساعات العمل: %1</translation>
    </message>
    <message>
        <source>Dispute…</source>
        <translation>نزاع…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Each takes</source>
        <translation>كل صورة تستغرق</translation>
    </message>
    <message>
        <source>Entered, as told on paper.</source>
        <translation>سُجّل كما في الورقة.</translation>
    </message>
    <message>
        <source>Entered: cannot be found. These may have been mixed up with it.</source>
        <translation>سُجّل: لا يُعثر عليه. ربما اختلط بهذه.</translation>
    </message>
    <message>
        <source>Entered: handed over.</source>
        <translation>سُجّل: سُلّم.</translation>
    </message>
    <message>
        <source>Entered: returned to the carrier.</source>
        <translation>سُجّل: أُعيد إلى شركة الشحن.</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>القيود</translation>
    </message>
    <message>
        <source>Explain: nothing is here for it</source>
        <translation>وضّح: لا شيء هنا له</translation>
    </message>
    <message>
        <source>Finest read</source>
        <translation>أدق ما قُرئ</translation>
    </message>
    <message>
        <source>First entry that is wrong</source>
        <translation>أول قيد خاطئ</translation>
    </message>
    <message>
        <source>Found again</source>
        <translation>عُثر عليه</translation>
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
        <source>Fragile</source>
        <translation>قابل للكسر</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>صور في الثانية</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>صدر في</translation>
    </message>
    <message>
        <source>Glare</source>
        <translation>الانعكاس</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>اذهب إليه</translation>
    </message>
    <message>
        <source>Gone back to the carrier</source>
        <translation>أُعيد إلى شركة الشحن</translation>
    </message>
    <message>
        <source>Good. Fix the camera as it is.</source>
        <translation>جيد. ثبّت الكاميرا كما هي.</translation>
    </message>
    <message>
        <source>Hand it out at the desk</source>
        <translation>سلّمه في المكتب</translation>
    </message>
    <message>
        <source>Hand out at the desk</source>
        <translation>يُسلَّم في المكتب</translation>
    </message>
    <message>
        <source>Hand over now</source>
        <translation>التسليم الآن</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>تسليم…</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>سُلّم</translation>
    </message>
    <message>
        <source>Handed over. Undo takes it back.</source>
        <translation>سُلّم. التراجع يلغي ذلك.</translation>
    </message>
    <message>
        <source>Hold the test sheet flat, where codes are held.</source>
        <translation>ضع ورقة الاختبار مستوية حيث تُعرض الرموز.</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>كيف انتهى؟</translation>
    </message>
    <message>
        <source>I see to it</source>
        <translation>سأهتم به</translation>
    </message>
    <message>
        <source>ID seen</source>
        <translation>شوهدت الهوية</translation>
    </message>
    <message>
        <source>ID seen, name matches</source>
        <translation>شوهدت الهوية، الاسم مطابق</translation>
    </message>
    <message>
        <source>ID seen, name matches the label?</source>
        <translation>شوهدت الهوية والاسم يطابق الملصق؟</translation>
    </message>
    <message>
        <source>ID to be seen</source>
        <translation>تُطلب الهوية</translation>
    </message>
    <message>
        <source>In dispute</source>
        <translation>عليه نزاع</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>بالكلمات</translation>
    </message>
    <message>
        <source>It agrees</source>
        <translation>متطابق</translation>
    </message>
    <message>
        <source>It belongs here.</source>
        <translation>مكانه هنا.</translation>
    </message>
    <message>
        <source>It belongs to %1.</source>
        <translation>مكانه %1.</translation>
    </message>
    <message>
        <source>It came back…</source>
        <translation>عاد الطرد…</translation>
    </message>
    <message>
        <source>It cannot be saved. A technician mends the folder of desk.reports.</source>
        <translation>تعذّر الحفظ. على الفني إصلاح مجلد desk.reports.</translation>
    </message>
    <message>
        <source>It cannot have left then. See the sheet again.</source>
        <translation>لا يمكن أن يكون خرج حينها. راجع الورقة.</translation>
    </message>
    <message>
        <source>It could not be found until now. Touch it to say where it lies.</source>
        <translation>لم يُعثر عليه حتى الآن. المسه لتحديد مكانه.</translation>
    </message>
    <message>
        <source>It differs. Keep the files, call a technician.</source>
        <translation>غير متطابق. احتفظ بالملفات واتصل بفني.</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>إنه هنا</translation>
    </message>
    <message>
        <source>It left by the ledger, yet it lies here. Take it to the desk.</source>
        <translation>خرج بحسب السجل لكنه هنا. خذه إلى المكتب.</translation>
    </message>
    <message>
        <source>It lies at %1 now.</source>
        <translation>موضعه الآن %1.</translation>
    </message>
    <message>
        <source>It must be somebody else.</source>
        <translation>يجب أن يكون شخصًا آخر.</translation>
    </message>
    <message>
        <source>It waits again at %1.</source>
        <translation>ينتظر من جديد في %1.</translation>
    </message>
    <message>
        <source>It waits at %1.</source>
        <translation>ينتظر في %1.</translation>
    </message>
    <message>
        <source>It was handed over</source>
        <translation>سُلّم فعلًا</translation>
    </message>
    <message>
        <source>It was never taken in.</source>
        <translation>لم يُسجَّل دخوله قط.</translation>
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
        <source>Keypads closed for wrong codes</source>
        <translation>لوحات أُغلقت لرموز خاطئة</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الملصق</translation>
    </message>
    <message>
        <source>Label ends in</source>
        <translation>ينتهي الملصق بـ</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر يوم</translation>
    </message>
    <message>
        <source>Last day…</source>
        <translation>آخر يوم…</translation>
    </message>
    <message>
        <source>Last seen there</source>
        <translation>شوهد هناك آخر مرة</translation>
    </message>
    <message>
        <source>Leave names, phone numbers and ID numbers out, and say it shortly.</source>
        <translation>لا تكتب أسماء أو هواتف أو أرقام هوية، وأوجز.</translation>
    </message>
    <message>
        <source>Left its shelf since it was seen there</source>
        <translation>طرود غادرت رفه منذ شوهد هناك</translation>
    </message>
    <message>
        <source>Left on paper…</source>
        <translation>سُلّم ورقيًا…</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>الإضاءة</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>القوائم</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Locked. Your badge opens it again.</source>
        <translation>مقفل. بطاقتك تفتحه.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>فحص مجددًا</translation>
    </message>
    <message>
        <source>Look at the places beside</source>
        <translation>انظر في المواقع المجاورة</translation>
    </message>
    <message>
        <source>Look it over</source>
        <translation>فحص شامل</translation>
    </message>
    <message>
        <source>Look the parcel up</source>
        <translation>ابحث عن الطرد</translation>
    </message>
    <message>
        <source>Looking the kiosk over: half a minute…</source>
        <translation>جارٍ فحص الجهاز: نصف دقيقة…</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>نسخة احتياطية</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>أنشئ رمزًا جديدًا</translation>
    </message>
    <message>
        <source>Making a backup, and reading it again…</source>
        <translation>جارٍ النسخ ثم قراءته مجددًا…</translation>
    </message>
    <message>
        <source>Mark…</source>
        <translation>تعليم…</translation>
    </message>
    <message>
        <source>May sign later: it stays owed</source>
        <translation>يمكن التوقيع لاحقًا: يبقى معلّقًا</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>مفقود</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>المزيد…</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>نقل</translation>
    </message>
    <message>
        <source>Moved, latest first</source>
        <translation>المنقولة، الأحدث أولًا</translation>
    </message>
    <message>
        <source>Never received</source>
        <translation>لم يُستلم قط</translation>
    </message>
    <message>
        <source>New USB devices</source>
        <translation>أجهزة USB جديدة</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>رمز جديد</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>No frames come. Look at the camera&apos;s cable.</source>
        <translation>لا تصل صور. افحص كبل الكاميرا.</translation>
    </message>
    <message>
        <source>Nobody at the desk</source>
        <translation>لا أحد في المكتب</translation>
    </message>
    <message>
        <source>Nobody here has that badge or name.</source>
        <translation>لا أحد بهذه البطاقة أو الاسم.</translation>
    </message>
    <message>
        <source>Nobody signs for themselves.</source>
        <translation>لا أحد يوقّع لنفسه.</translation>
    </message>
    <message>
        <source>Not a code of ours</source>
        <translation>ليس رمزًا من رموزنا</translation>
    </message>
    <message>
        <source>Not arrived yet</source>
        <translation>لم يصل بعد</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>غير مؤكد</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>لم يصل</translation>
    </message>
    <message>
        <source>Not of this shelf</source>
        <translation>ليس من هذا الرف</translation>
    </message>
    <message>
        <source>Not sharp. Turn the lens, wipe the glass.</source>
        <translation>غير واضح. أدر العدسة وامسح الزجاج.</translation>
    </message>
    <message>
        <source>Nothing here fits that.</source>
        <translation>لا شيء هنا يطابق ذلك.</translation>
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
        <source>Of these, without a code</source>
        <translation>منها بلا رمز</translation>
    </message>
    <message>
        <source>Only a supervisor signs here.</source>
        <translation>هنا يوقّع المشرف فقط.</translation>
    </message>
    <message>
        <source>Only the desk hands it out</source>
        <translation>لا يسلّمه إلا المكتب</translation>
    </message>
    <message>
        <source>Only who did it can take it back.</source>
        <translation>لا يلغيه إلا من قام به.</translation>
    </message>
    <message>
        <source>Oversize</source>
        <translation>كبير الحجم</translation>
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
        <source>Past its day</source>
        <translation>انتهت مدته</translation>
    </message>
    <message>
        <source>Past their day</source>
        <translation>انتهت مدتها</translation>
    </message>
    <message>
        <source>Photograph this and keep it</source>
        <translation>صوّر هذا واحتفظ به</translation>
    </message>
    <message>
        <source>Pixels a mm</source>
        <translation>بكسل لكل مم</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>الموقع</translation>
    </message>
    <message>
        <source>Please wait here for a moment.</source>
        <translation>يرجى الانتظار هنا لحظة.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Print the paper list</source>
        <translation>طباعة القائمة الورقية</translation>
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
        <source>Program files changed</source>
        <translation>ملفات البرنامج تغيّرت</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Released by hand</source>
        <translation>تسليم يدوي</translation>
    </message>
    <message>
        <source>Return to carrier</source>
        <translation>إعادة للشركة</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>أُعيد</translation>
    </message>
    <message>
        <source>Returned to the carrier</source>
        <translation>أُعيد إلى شركة الشحن</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>حُفظ.</translation>
    </message>
    <message>
        <source>Say when it was collected</source>
        <translation>قل متى استُلم</translation>
    </message>
    <message>
        <source>Say why in a few words.</source>
        <translation>قل السبب بكلمات قليلة.</translation>
    </message>
    <message>
        <source>Scanned before.</source>
        <translation>مُسح من قبل.</translation>
    </message>
    <message>
        <source>Seal the shift</source>
        <translation>ختم الوردية</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>الشخص الثاني</translation>
    </message>
    <message>
        <source>Second signatures owed</source>
        <translation>تواقيع ثانية معلّقة</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>شوهد</translation>
    </message>
    <message>
        <source>Send no message</source>
        <translation>بلا رسالة</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>تسوية…</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>الوضوح</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>الرف</translation>
    </message>
    <message>
        <source>Shelf check</source>
        <translation>جرد الرف</translation>
    </message>
    <message>
        <source>Shift end</source>
        <translation>نهاية الوردية</translation>
    </message>
    <message>
        <source>Shift report</source>
        <translation>تقرير الوردية</translation>
    </message>
    <message>
        <source>Shown, not confirmed</source>
        <translation>عُرض ولم يؤكد</translation>
    </message>
    <message>
        <source>Shown, open</source>
        <translation>عُرض، مفتوح</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>توقيع</translation>
    </message>
    <message>
        <source>Sign later</source>
        <translation>توقيع لاحقًا</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Signatures owed</source>
        <translation>تواقيع معلّقة</translation>
    </message>
    <message>
        <source>Signed out. Good bye.</source>
        <translation>تم الخروج. مع السلامة.</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>تم التوقيع.</translation>
    </message>
    <message>
        <source>Signs now</source>
        <translation>يوقّع الآن</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>منذ أمس</translation>
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
        <source>Somebody else began this. Go back and begin again.</source>
        <translation>بدأه شخص آخر. ارجع وابدأ من جديد.</translation>
    </message>
    <message>
        <source>Somebody was faster. It stands as: %2.</source>
        <translation>سبقك أحدهم. حالته: %2.</translation>
    </message>
    <message>
        <source>Someone is coming</source>
        <translation>سيأتيك موظف حالًا</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>شيء آخر…</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>بدء التشغيل</translation>
    </message>
    <message>
        <source>Starts outside hours</source>
        <translation>تشغيل خارج الدوام</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>المحطة</translation>
    </message>
    <message>
        <source>Station %1 calls: %2</source>
        <translation>نداء من المحطة %1: %2</translation>
    </message>
    <message>
        <source>Station %1 calls: %2, %3</source>
        <translation>نداء من المحطة %1: %2، %3</translation>
    </message>
    <message>
        <source>Still to be seen</source>
        <translation>لم يُر بعد</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>في الطريق</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>إدخال</translation>
    </message>
    <message>
        <source>Taken back. The parcel stands as before.</source>
        <translation>أُلغي. الطرد كما كان.</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>أُدخل</translation>
    </message>
    <message>
        <source>Taken in: %1.</source>
        <translation>أُدخل: %1.</translation>
    </message>
    <message>
        <source>That is no checkpoint, or a part of it is missing.</source>
        <translation>ليست نقطة تحقق، أو ينقصها جزء.</translation>
    </message>
    <message>
        <source>That is not a badge.</source>
        <translation>هذه ليست بطاقة.</translation>
    </message>
    <message>
        <source>That is not a day to come. Write it like 2030-12-24.</source>
        <translation>ليس يومًا قادمًا. اكتبه هكذا: ⁨2030-12-24⁩.</translation>
    </message>
    <message>
        <source>That is not a delivery label. Turn the parcel, or type the number under the bars.</source>
        <translation>ليس ملصق شحن. أدر الطرد أو اكتب الرقم تحت الباركود.</translation>
    </message>
    <message>
        <source>That is not a place. Scan a shelf, or type one like B-12 or B-12-047.</source>
        <translation>ليس موقعًا. امسح رفًا أو اكتب مثل B-12 أو B-12-047.</translation>
    </message>
    <message>
        <source>That is not a time. Write it like 14:30, or 2030-12-24 14:30.</source>
        <translation>ليس وقتًا. اكتب 14:30 أو ⁨2030-12-24 14:30⁩.</translation>
    </message>
    <message>
        <source>That is not this parcel&apos;s label.</source>
        <translation>ليس ملصق هذا الطرد.</translation>
    </message>
    <message>
        <source>That reason is not on this depot&apos;s list.</source>
        <translation>هذا السبب ليس في قائمة الفرع.</translation>
    </message>
    <message>
        <source>That was done before.</source>
        <translation>تم ذلك من قبل.</translation>
    </message>
    <message>
        <source>That was not done. Look it up again.</source>
        <translation>لم يتم. ابحث عنه مجددًا.</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>الرقم السري خاطئ.</translation>
    </message>
    <message>
        <source>The carrier asked for it</source>
        <translation>طلبته شركة الشحن</translation>
    </message>
    <message>
        <source>The code is damaged</source>
        <translation>الرمز تالف</translation>
    </message>
    <message>
        <source>The code is lost</source>
        <translation>الرمز ضائع</translation>
    </message>
    <message>
        <source>The code is unknown</source>
        <translation>الرمز مجهول</translation>
    </message>
    <message>
        <source>The code was replaced</source>
        <translation>الرمز استُبدل</translation>
    </message>
    <message>
        <source>The customer&apos;s call is yours.</source>
        <translation>نداء العميل لك.</translation>
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
        <source>The dispute is open.</source>
        <translation>فُتح النزاع.</translation>
    </message>
    <message>
        <source>The dispute is settled.</source>
        <translation>سُوّي النزاع.</translation>
    </message>
    <message>
        <source>The label is damaged</source>
        <translation>الملصق تالف</translation>
    </message>
    <message>
        <source>The ledger, checked</source>
        <translation>السجل بعد فحصه</translation>
    </message>
    <message>
        <source>The phone is dead</source>
        <translation>الهاتف لا يعمل</translation>
    </message>
    <message>
        <source>The printer has it.</source>
        <translation>أُرسل إلى الطابعة.</translation>
    </message>
    <message>
        <source>The store does not answer. Call a technician.</source>
        <translation>قاعدة البيانات لا تستجيب. اتصل بفني.</translation>
    </message>
    <message>
        <source>The two numbers differ. Start again with the label.</source>
        <translation>الرقمان مختلفان. ابدأ من الملصق.</translation>
    </message>
    <message>
        <source>The wrong parcel</source>
        <translation>الطرد الخطأ</translation>
    </message>
    <message>
        <source>This badge is another depot&apos;s.</source>
        <translation>هذه بطاقة فرع آخر.</translation>
    </message>
    <message>
        <source>This badge is locked. A supervisor gives it a new PIN.</source>
        <translation>البطاقة مقفلة. يعطيها المشرف رقمًا سريًا جديدًا.</translation>
    </message>
    <message>
        <source>This badge opens nothing any more.</source>
        <translation>هذه البطاقة لم تعد صالحة.</translation>
    </message>
    <message>
        <source>This is for somebody else to do: a supervisor can.</source>
        <translation>هذا لغيرك: يستطيعه المشرف.</translation>
    </message>
    <message>
        <source>This parcel is here already, at %1.</source>
        <translation>هذا الطرد هنا بالفعل، في %1.</translation>
    </message>
    <message>
        <source>This receipt is</source>
        <translation>هذا الإيصال</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>هذه الوردية</translation>
    </message>
    <message>
        <source>This will be entered</source>
        <translation>سيُسجَّل هذا</translation>
    </message>
    <message>
        <source>To be brought</source>
        <translation>مطلوب إحضاره</translation>
    </message>
    <message>
        <source>Too bright. Shade the place where codes are held.</source>
        <translation>ضوء زائد. ظلّل مكان عرض الرموز.</translation>
    </message>
    <message>
        <source>Too dark. Light the place where codes are held.</source>
        <translation>ظلام زائد. أضئ مكان عرض الرموز.</translation>
    </message>
    <message>
        <source>Too far. Bring the camera closer.</source>
        <translation>بعيد. قرّب الكاميرا.</translation>
    </message>
    <message>
        <source>Too few frames. More light, or another USB port.</source>
        <translation>صور قليلة. زد الضوء أو غيّر منفذ USB.</translation>
    </message>
    <message>
        <source>Too large for the shelf</source>
        <translation>أكبر من الرف</translation>
    </message>
    <message>
        <source>Too late for that.</source>
        <translation>فات الأوان.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %3.</source>
        <translation>أرقام سرية خاطئة كثيرة. حاول بعد %3.</translation>
    </message>
    <message>
        <source>Too many wrong codes</source>
        <translation>رموز خاطئة كثيرة</translation>
    </message>
    <message>
        <source>Too near. Move the camera away.</source>
        <translation>قريب. أبعد الكاميرا.</translation>
    </message>
    <message>
        <source>Touch what is special</source>
        <translation>المس ما هو خاص</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Undo (%1)</source>
        <translation>تراجع (%1)</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>Waiting, oldest first</source>
        <translation>المنتظرة، الأقدم أولًا</translation>
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
        <source>What is the dispute about?</source>
        <translation>ما موضوع النزاع؟</translation>
    </message>
    <message>
        <source>What may help</source>
        <translation>ما قد يساعد</translation>
    </message>
    <message>
        <source>When, by whom</source>
        <translation>متى، ومن سلّم</translation>
    </message>
    <message>
        <source>Where it may be</source>
        <translation>أين قد يكون</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Why without its code?</source>
        <translation>لماذا بلا رمز؟</translation>
    </message>
    <message>
        <source>Wrong PINs</source>
        <translation>أرقام سرية خاطئة</translation>
    </message>
    <message>
        <source>Wrong parcels caught</source>
        <translation>طرود خاطئة أُوقفت</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>Your PIN is needed for this.</source>
        <translation>يلزم رقمك السري.</translation>
    </message>
    <message>
        <source>Your parcel stays safe here, and your code stays good.</source>
        <translation>طردك محفوظ هنا بأمان، ورمزك يبقى صالحًا.</translation>
    </message>
    <message>
        <source>a supervisor signs, too: scan the badge, or type the name</source>
        <translation>يوقّع المشرف أيضًا: امسح البطاقة أو اكتب الاسم</translation>
    </message>
    <message>
        <source>bring it</source>
        <translation>إحضار</translation>
    </message>
    <message>
        <source>brought by a clerk</source>
        <translation>أحضره موظف</translation>
    </message>
    <message>
        <source>by a tap</source>
        <translation>بلمسة</translation>
    </message>
    <message>
        <source>by their label</source>
        <translation>بملصقها</translation>
    </message>
    <message>
        <source>for a week or longer</source>
        <translation>أسبوع أو أكثر</translation>
    </message>
    <message>
        <source>for two to six days</source>
        <translation>من يومين إلى ستة</translation>
    </message>
    <message>
        <source>forged or altered</source>
        <translation>مزوّر أو معدّل</translation>
    </message>
    <message>
        <source>genuine</source>
        <translation>أصلي</translation>
    </message>
    <message>
        <source>genuine, of a time that a restore lost</source>
        <translation>أصلي، من فترة فُقدت بالاسترجاع</translation>
    </message>
    <message>
        <source>needs help</source>
        <translation>يحتاج مساعدة</translation>
    </message>
    <message>
        <source>next number</source>
        <translation>الرقم التالي</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>بلا رمز</translation>
    </message>
    <message>
        <source>not on the shelf</source>
        <translation>ليس على الرف</translation>
    </message>
    <message>
        <source>not one of a kiosk, or damaged</source>
        <translation>ليس من هذا النظام، أو تالف</translation>
    </message>
    <message>
        <source>of another kiosk</source>
        <translation>من جهاز آخر</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>ورقيًا</translation>
    </message>
    <message>
        <source>or type a day like 2030-12-24</source>
        <translation>أو اكتب يومًا مثل ⁨2030-12-24⁩</translation>
    </message>
    <message>
        <source>say why, without names and numbers</source>
        <translation>اذكر السبب بلا أسماء ولا أرقام</translation>
    </message>
    <message>
        <source>scan every label on the shelf</source>
        <translation>امسح كل ملصق على الرف</translation>
    </message>
    <message>
        <source>scan its delivery label</source>
        <translation>امسح ملصق شحنه</translation>
    </message>
    <message>
        <source>scan or type its place</source>
        <translation>امسح موقعه أو اكتبه</translation>
    </message>
    <message>
        <source>scan or type the shelf</source>
        <translation>امسح الرف أو اكتبه</translation>
    </message>
    <message>
        <source>scan or type where it lies now</source>
        <translation>امسح موقعه الحالي أو اكتبه</translation>
    </message>
    <message>
        <source>scan or type: label, place, code, last characters</source>
        <translation>امسح أو اكتب: ملصق، موقع، رمز، آخر الأحرف</translation>
    </message>
    <message>
        <source>scan the delivery label</source>
        <translation>امسح ملصق الشحن</translation>
    </message>
    <message>
        <source>scan your badge, or type your name</source>
        <translation>امسح بطاقتك أو اكتب اسمك</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>since %1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>since today</source>
        <translation>منذ اليوم</translation>
    </message>
    <message>
        <source>since yesterday</source>
        <translation>منذ أمس</translation>
    </message>
    <message>
        <source>type the same number once more</source>
        <translation>اكتب الرقم نفسه مرة أخرى</translation>
    </message>
    <message>
        <source>used last</source>
        <translation>المستخدم أخيرًا</translation>
    </message>
    <message>
        <source>was refused</source>
        <translation>رُفض</translation>
    </message>
    <message>
        <source>when, as the sheet says: 14:30</source>
        <translation>متى، كما في الورقة: 14:30</translation>
    </message>
    <message>
        <source>without a code</source>
        <translation>بلا رمز</translation>
    </message>
    <message>
        <source>wrong parcel</source>
        <translation>طرد خطأ</translation>
    </message>
    <message>
        <source>× wanting</source>
        <translation>× ناقص</translation>
    </message>
    <message>
        <source>✓ well</source>
        <translation>✓ سليم</translation>
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
    <message numerus="yes">
        <source>Are you still there? The screen starts afresh in %n seconds.</source>
        <translation>
            <numerusform>هل ما زلت هنا؟ ستبدأ الشاشة من جديد الآن.</numerusform>
            <numerusform>هل ما زلت هنا؟ ستبدأ الشاشة من جديد بعد ثانية واحدة.</numerusform>
            <numerusform>هل ما زلت هنا؟ ستبدأ الشاشة من جديد بعد ثانيتين.</numerusform>
            <numerusform>هل ما زلت هنا؟ ستبدأ الشاشة من جديد بعد %n ثوانٍ.</numerusform>
            <numerusform>هل ما زلت هنا؟ ستبدأ الشاشة من جديد بعد %n ثانية.</numerusform>
            <numerusform>هل ما زلت هنا؟ ستبدأ الشاشة من جديد بعد %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation>الألوان: %1</translation>
    </message>
    <message>
        <source>Controls low</source>
        <translation>الأزرار في الأسفل</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>ما زلت هنا</translation>
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
        <source>Anybody can check a receipt with this key, without a network.</source>
        <translation>يمكن لأي شخص التحقق من أي إيصال بهذا المفتاح، دون شبكة.</translation>
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
    <message>
        <source>until %1</source>
        <translation>حتى %1</translation>
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
        <source>For the technician: %1. %2</source>
        <translation>للفني: %1. %2</translation>
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
        <source>Code seen.</source>
        <translation>شوهد الرمز.</translation>
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
        <source>The reader is above the screen.</source>
        <translation>القارئ أعلى الشاشة.</translation>
    </message>
    <message>
        <source>The reader is below the screen.</source>
        <translation>القارئ أسفل الشاشة.</translation>
    </message>
    <message>
        <source>The reader is beside the screen, on the right.</source>
        <translation>القارئ بجانب الشاشة، إلى اليمين.</translation>
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
    <name>ReceiptPage</name>
    <message>
        <source>Check</source>
        <translation>تحقق</translation>
    </message>
    <message>
        <source>Everything happens on this page: nothing is sent anywhere, and it works without a network.</source>
        <translation>كل شيء يجري في هذه الصفحة: لا يُرسل أي شيء، وتعمل دون شبكة.</translation>
    </message>
    <message>
        <source>Genuine: %1, No. %2.</source>
        <translation>أصلي: %1، رقم %2.</translation>
    </message>
    <message>
        <source>Is this receipt genuine?</source>
        <translation>هل هذا الإيصال أصلي؟</translation>
    </message>
    <message>
        <source>That is no public key. Copy the whole line, as the depot gives it.</source>
        <translation>هذا ليس مفتاحًا عامًا. انسخ السطر كاملًا كما يعطيه المستودع.</translation>
    </message>
    <message>
        <source>That is no receipt, or a character of it is missing or changed. Photograph it again, or copy all of it.</source>
        <translation>هذا ليس إيصالًا، أو ينقصه حرف أو تغيّر فيه حرف. صوّره مجددًا أو انسخه كاملًا.</translation>
    </message>
    <message>
        <source>The kiosk&apos;s public key, as the depot hangs it out (one a line)</source>
        <translation>المفتاح العام للجهاز كما يعلّقه المستودع (مفتاح في كل سطر)</translation>
    </message>
    <message>
        <source>The receipt&apos;s text, as your phone reads it from its code</source>
        <translation>نص الإيصال كما يقرؤه هاتفك من الرمز</translation>
    </message>
    <message>
        <source>This receipt is not genuine: it was made by somebody else, or altered after it was given.</source>
        <translation>هذا الإيصال ليس أصليًا: صنعه شخص آخر، أو عُدّل بعد تسليمه.</translation>
    </message>
    <message>
        <source>This receipt is not of the kiosk whose key was given. Ask the depot named on it for its public key.</source>
        <translation>هذا الإيصال ليس من الجهاز صاحب المفتاح المُدخل. اطلب المفتاح العام من المستودع المذكور فيه.</translation>
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
