"""What we keep, in words: on the screen NOTICE, and on the wall (`kiosk notices wall`)."""

from kiosk.desk.shown import Notice
from kiosk.screens.wording import put, translate, whole_day


def headline(value: Notice) -> str:
    """How many facts."""
    return translate("Notice", "We keep %n facts about a parcel, none about you", "", value.facts)


def paragraphs(value: Notice, depot: str) -> tuple[str, ...]:
    """Which facts; until when; your rights; who answers, and how to reach them, the last of which may be empty."""
    plain = translate("Notice", "Its number, place, code, and what happened when. No name, no face, no picture.")
    hint = translate(
        "Notice",
        "Its number, place, code, what happened when, and 4 characters to find it by. No name, no face, no picture.",
    )
    until = translate(
        "Notice", "When you collect, the number goes. A sealed proof stays %n days for disputes.", "", value.days
    )
    rights = translate("Notice", "A friend may bring your code. Show it to see all we keep, and to delete what can go.")
    answers = translate("Notice", "%1 answers for it: ask, correct, object or complain at the desk.")
    return hint if value.hint else plain, until, rights, put(answers, depot), value.answers


def version(value: Notice) -> str:
    """Which words these are, and of which day."""
    return put(translate("Notice", "Notice %1, %2"), str(value.version), whole_day(value.dated))


def key_is_for() -> str:
    """What the kiosk's public key on the wall is good for."""
    return translate("Notice", "Anybody can check a receipt with this key, without a network.")
