<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Desk</name>
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
            <numerusform>%n still to come</numerusform>
            <numerusform>%n still to come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Found wanting: %n</source>
        <translation>
            <numerusform>Found wanting: %n</numerusform>
            <numerusform>Found wanting: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Printer off: %n slips kept</source>
        <translation>
            <numerusform>Printer off: 1 slip kept</numerusform>
            <numerusform>Printer off: %n slips kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message numerus="yes">
        <source>%n parcels, %1</source>
        <translation>
            <numerusform>1 parcel, %1</numerusform>
            <numerusform>%n parcels, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The desk has %n more parcels ready for you.</source>
        <translation>
            <numerusform>The desk has 1 more parcel ready for you.</numerusform>
            <numerusform>The desk has %n more parcels ready for you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message numerus="yes">
        <source>%n parcels for you</source>
        <translation>
            <numerusform>1 parcel for you</numerusform>
            <numerusform>%n parcels for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockedOut</name>
    <message numerus="yes">
        <source>The keypad is back in %n hours</source>
        <translation>
            <numerusform>The keypad is back in 1 hour</numerusform>
            <numerusform>The keypad is back in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The keypad is back in %n minutes</source>
        <translation>
            <numerusform>The keypad is back in 1 minute</numerusform>
            <numerusform>The keypad is back in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The keypad is back in %n seconds</source>
        <translation>
            <numerusform>The keypad is back in 1 second</numerusform>
            <numerusform>The keypad is back in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Manner</name>
    <message numerus="yes">
        <source>Are you still there? The screen starts afresh in %n seconds.</source>
        <translation>
            <numerusform>Are you still there? The screen starts afresh in %n second.</numerusform>
            <numerusform>Are you still there? The screen starts afresh in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MyParcel</name>
    <message numerus="yes">
        <source>All that happened with it, sealed. Everything goes %n days after you collect.</source>
        <translation>
            <numerusform>All that happened with it, sealed. Everything goes 1 day after you collect.</numerusform>
            <numerusform>All that happened with it, sealed. Everything goes %n days after you collect.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>We keep %n facts about a parcel, none about you</source>
        <translation>
            <numerusform>We keep 1 fact about a parcel, none about you</numerusform>
            <numerusform>We keep %n facts about a parcel, none about you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When you collect, the number goes. A sealed proof stays %n days for disputes.</source>
        <translation>
            <numerusform>When you collect, the number goes. A sealed proof stays 1 day for disputes.</numerusform>
            <numerusform>When you collect, the number goes. A sealed proof stays %n days for disputes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Typing</name>
    <message numerus="yes">
        <source>%n characters typed</source>
        <translation>
            <numerusform>1 character typed</numerusform>
            <numerusform>%n characters typed</numerusform>
        </translation>
    </message>
</context>
</TS>
