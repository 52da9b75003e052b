"""Every sentence that depends on a value, whole and translatable. Values are put in at %1, %2 and %n, never glued on."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale, QTime

from kiosk.desk import faults
from kiosk.desk.shown import Why
from kiosk.policy.release import Reason
from kiosk.screens.language import FIRST_ISOLATE, POP_ISOLATE, spoken
from kiosk.screens.manner import Adjust, Manner
from kiosk.screens.palette import Look


def translate(context: str, sentence: str, comment: str = "", count: int = -1) -> str:
    """The sentence in the language of the window that speaks now. `packaging/translate` finds each call, so all but the count are literals.

    `comment` tells a translator which of two alike is meant; `count` chooses the plural form and stands at %n.
    """
    return spoken().sentence(context, sentence, comment, count)


class Said(NamedTuple):
    """A name for what happened, the sentence, and what to do next."""

    tag: str
    headline: str
    next_step: str


def language() -> QLocale:
    """The locale of the window that speaks now: dates and times speak the language of its words."""
    return spoken().locale


def adjust(step: Adjust, manner: Manner) -> str:
    """The name of a control of the manner; the look says which one it is."""
    if step is Adjust.LOOK:
        looks = {
            Look.PAPER: translate("Manner", "paper"),
            Look.DARK: translate("Manner", "dark"),
            Look.BLACK_ON_WHITE: translate("Manner", "black on white"),
            Look.YELLOW_ON_BLACK: translate("Manner", "yellow on black"),
        }
        return put(translate("Manner", "Colours: %1"), looks[manner.look])
    return {
        Adjust.LARGER: translate("Manner", "Larger text"),
        Adjust.LOW: translate("Manner", "Controls low"),
        Adjust.ALOUD: translate("Manner", "Read aloud"),
    }[step]


def still_there(seconds: int) -> str:
    """The question before a screen gives way."""
    return translate("Manner", "Are you still there? The screen starts afresh in %n seconds.", "", seconds)


def here() -> str:
    """The answer to it."""
    return translate("Manner", "I am still here")


def clock_time(at: datetime) -> str:
    """`18:02`, as the language writes it."""
    return language().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def day_name(day: date) -> str:
    """`22 December`, in the order that the language wants."""
    return language().toString(QDate(day.year, day.month, day.day), translate("Dates", "d MMMM"))


def whole_day(day: date) -> str:
    """`22 December 2026`, in the order that the language wants."""
    return language().toString(QDate(day.year, day.month, day.day), translate("Dates", "d MMMM yyyy"))


def put(sentence: str, *values: str) -> str:
    """The sentence with each value at its %1, %2 …; from right to left, each keeps its own direction."""
    mixed = spoken().from_right
    placed = [f"{FIRST_ISOLATE}{value}{POP_ISOLATE}" if mixed else value for value in values]
    return re.sub(r"%([1-9])", lambda found: placed[int(found[1]) - 1], sentence)


def one_after_another(sentences: Iterable[str]) -> str:
    """Those that say something; a full stop as wide as a character needs no space after it."""
    return re.sub("(?<=。) ", "", " ".join(filter(None, sentences)))


def parcels_for_you(count: int) -> str:
    """The headline of FOUND."""
    return translate("Found", "%n parcels for you", "", count)


def more(count: int) -> str:
    """How many parcels a short list leaves out."""
    return translate("Found", "+%n more", "", count)


def ending(characters: str) -> str:
    """How to tell two parcels at one place apart: 4 characters, whatever came."""
    return put(translate("Found", "its label ends in %1"), characters[-4:])


def ends(characters: str) -> str:
    """The same, where there is little room."""
    return put(translate("Found", "…%1"), characters[-4:])


def handed_over(count: int, at: datetime) -> str:
    """`2 parcels, 18:02`."""
    return put(translate("Done", "%n parcels, %1", "", count), clock_time(at))


def proof_kept(until: date) -> str:
    """What stays after a handover, and until when."""
    return put(translate("Done", "We keep a proof until %1. It says how many and when, never who."), day_name(until))


def photograph(until: date) -> str:
    """What the receipt is good for, what it does not tell, and how long the depot keeps its own proof."""
    said = translate(
        "Done",
        "Photograph the receipt if you want proof. We keep ours until %1. They say how many and when, never who.",
    )
    return put(said, day_name(until))


def desk_has(count: int) -> str:
    """Parcels of the same code that only the desk hands out; none gives no words."""
    return translate("Done", "The desk has %n more parcels ready for you.", "", count) if count else ""


def resting(seconds: int) -> str:
    """How long the keypad stays closed: in hours, in minutes, and at the end in seconds; never less than it is."""
    if seconds <= 60:
        return translate("LockedOut", "The keypad is back in %n seconds", "", max(1, seconds))
    if seconds <= 90 * 60:
        return translate("LockedOut", "The keypad is back in %n minutes", "", -(-seconds // 60))
    return translate("LockedOut", "The keypad is back in %n hours", "", -(-seconds // 3600))


def opens(when: datetime | None, today: date) -> str:
    """When a closed depot opens, in the words that a person would choose."""
    if when is None:
        return translate("Closed", "We are closed")
    if when.date() == today:
        return put(translate("Closed", "We open today at %1"), clock_time(when))
    if when.date() == today + timedelta(days=1):
        return put(translate("Closed", "We open tomorrow at %1"), clock_time(when))
    weekday = language().dayName(when.isoweekday())
    return put(translate("Closed", "We open on %1 at %2"), weekday, clock_time(when))


def used(when: datetime | None, today: date | None) -> str:
    """When a code was used, in the words that a person would choose."""
    if when is None:
        return translate("Refused", "This code was used already")
    if when.date() == today:
        return put(translate("Refused", "This code was used today at %1"), clock_time(when))
    if today is not None and when.date() == today - timedelta(days=1):
        return put(translate("Refused", "This code was used yesterday at %1"), clock_time(when))
    return put(translate("Refused", "This code was used on %1 at %2"), day_name(when.date()), clock_time(when))


def refused(reason: Reason, when: datetime | None = None, today: date | None = None) -> Said:
    """The tag, the sentence and the next step of one reason."""
    said = _refusals()[reason]
    return said._replace(headline=used(when, today)) if reason is Reason.ALREADY_COLLECTED else said


def _refusals() -> dict[Reason, Said]:
    return {
        Reason.ALREADY_COLLECTED: Said(
            translate("Refused", "Already collected"),
            used(None, None),
            translate(
                "Refused", "Not you? The desk can see which parcel left, when and with which code, and will help."
            ),
        ),
        Reason.UNKNOWN: Said(
            translate("Refused", "Not found"),
            translate("Refused", "We do not know this code"),
            translate(
                "Refused", "Show the code from your newest message. Just ordered? Your parcel may not be here yet."
            ),
        ),
        Reason.NOT_OURS: Said(
            translate("Refused", "Another kind of code"),
            translate("Refused", "This is not a pickup code"),
            translate("Refused", "Show the code from your pickup message, or the delivery label of your parcel."),
        ),
        Reason.WEB_LINK: Said(
            translate("Refused", "Web link"),
            translate("Refused", "This is a web link"),
            translate("Refused", "This kiosk never opens links. Show the pickup code from your message, or type it."),
        ),
        Reason.WRONG_DEPOT: Said(
            translate("Refused", "Another depot"),
            translate("Refused", "This code is for another depot"),
            translate("Refused", "Look in your pickup message for the address. Your parcel waits there."),
        ),
        Reason.NOT_ARRIVED: Said(
            translate("Refused", "On its way"),
            translate("Refused", "Your parcel is still on its way"),
            translate("Refused", "Come back when a message says it is here. Keep this code: it will work then."),
        ),
        Reason.PAST_DAY: Said(
            translate("Refused", "At the desk"),
            translate("Refused", "The desk has it ready for you"),
            translate("Refused", "Its days on the shelf are over. Call the desk, and keep this code at hand."),
        ),
        Reason.EXPIRED: Said(
            translate("Refused", "No longer here"),
            translate("Refused", "Your parcel has left this depot"),
            translate("Refused", "Ask the desk when it went back. The sender can send it again."),
        ),
        Reason.REVOKED: Said(
            translate("Refused", "Code withdrawn"),
            translate("Refused", "This code no longer works"),
            translate("Refused", "Look for a newer message with a new code, or ask the desk for one."),
        ),
        Reason.HELD: Said(
            translate("Refused", "Held for you"),
            translate("Refused", "The desk hands this one to you"),
            translate("Refused", "Call the desk, and keep this code at hand."),
        ),
        Reason.LOCKED_OUT: Said(
            translate("Refused", "Keypad resting"),
            translate("Refused", "The keypad rests for a while"),
            translate("Refused", "Scanning still works: hold your code toward the reader. Or call the desk."),
        ),
        Reason.DAMAGED: Said(
            translate("Refused", "Not readable"),
            translate("Refused", "Part of this code is missing"),
            translate("Refused", "Show the whole code on a bright screen. Or type the number from your message."),
        ),
    }


def called(why: Why) -> Said:
    """The desk is there and was called: what happens next."""
    coming = translate("Desk", "Someone is coming")
    headline, step = {
        Why.HELP: (coming, translate("Desk", "Please wait here for a moment.")),
        Why.NO_CODE: (coming, translate("Desk", "The desk can look for your parcel without a code. Please wait here.")),
        Why.NOT_ON_SHELF: (
            translate("Desk", "We look for your parcel"),
            translate("Desk", "The desk sees where it should be. Please wait here."),
        ),
        Why.BRING_IT: (
            translate("Desk", "We bring it to you"),
            translate("Desk", "The desk sees where it is. Please wait here."),
        ),
        Why.REFUSED: (coming, translate("Desk", "Keep your code at hand and wait here, please.")),
        Why.WRONG_PARCEL: (coming, translate("Desk", "Keep the parcel with you and wait here, please.")),
    }[why]
    return Said(translate("Desk", "Desk called"), headline, step)


def unstaffed() -> Said:
    """Nobody is signed in at the desk: nothing is promised."""
    return Said(
        translate("Desk", "Nobody at the desk"),
        translate("Desk", "The desk is empty right now"),
        translate("Desk", "Your parcel stays safe here, and your code stays good."),
    )


def desk_hours(hours: str) -> str:
    """When the desk is open, in the depot's own words; none gives no words."""
    return put(translate("Desk", "Desk hours: %1"), hours) if hours else ""


def fault(code: str) -> str:
    """What the technician has to do, with the fault code."""
    todo = {
        faults.STORE_FAILS: translate("OutOfOrder", "The disk fails. Check it, then start again."),
        faults.STORE_FULL: translate("OutOfOrder", "The disk is full. Free space."),
        faults.STORE_READ_ONLY: translate("OutOfOrder", "The disk takes no writes. Check it and its mount."),
        faults.STORE_DAMAGED: translate("OutOfOrder", "The store is damaged. Keep the files, restore a backup."),
        faults.STORE_KEY: translate("OutOfOrder", "The keys do not fit. Put them back, or use the recovery sheet."),
        faults.STORE_BUSY: translate("OutOfOrder", "Another program holds the store. End it."),
        faults.STORE_MISSING: translate("OutOfOrder", "The store is not in its place. Put it back."),
        faults.PROGRAM_FAILS: translate("OutOfOrder", "The program failed. Start it again, and send its log."),
        faults.STARTS_FAIL: translate("OutOfOrder", "The program does not start. Read its log, then start it again."),
    }.get(code, "")
    if not todo:
        return put(translate("OutOfOrder", "For the technician: %1"), code)
    return put(translate("OutOfOrder", "For the technician: %1. %2"), code, todo)
