"""MY PARCEL in words: each fact that is kept, a whole sentence each; what is not kept is not said."""

from datetime import datetime

from kiosk.desk.shown import MyParcel, Number
from kiosk.parcel import ParcelState
from kiosk.screens.wording import clock_time, day_name, one_after_another, put, translate


def headline(value: MyParcel) -> str:
    """Which parcel, or what was just done."""
    if value.deleted:
        return translate("MyParcel", "Deleted. Only the proof stays")
    if value.of > 1:
        return put(translate("MyParcel", "We keep this about parcel %1 of %2"), str(value.number), str(value.of))
    return translate("MyParcel", "We keep this about your parcel")


def paragraphs(value: MyParcel) -> list[str]:
    """The parcel; its days; its code; what happened, and until when."""
    return [one_after_another(group) for group in (_parcel(value), _days(value), _code(value), _story(value))]


def _parcel(value: MyParcel) -> list[str]:
    number = {
        Number.PLAIN: translate("MyParcel", "The number on its label."),
        Number.FOR_CARRIER: translate("MyParcel", "Its number, until its carrier is told, two days at most."),
        Number.SCRAMBLED: translate("MyParcel", "Its number, scrambled."),
    }[value.waybill]
    return [
        number,
        put(translate("MyParcel", "Carrier: %1."), value.carrier) if value.carrier else "",
        put(translate("MyParcel", "Place: %1."), value.place) if value.place else "",
        translate("MyParcel", "4 characters to find it by.") if value.hint else "",
        translate("MyParcel", "The desk hands it out.") if value.at_desk else "",
    ]


def _days(value: MyParcel) -> list[str]:
    last_day = day_name(value.last_day) if value.last_day else ""
    return [
        _on(translate("MyParcel", "Known since %1."), value.came),
        _at(_STANDING[value.state_of_it](), value.since),
        _on(translate("MyParcel", "Checked by the desk on %1."), value.seen),
        _on(translate("MyParcel", "Moved on %1."), value.moved),
        put(translate("MyParcel", "On the shelf until %1."), last_day) if last_day else "",
    ]


_STANDING = {
    ParcelState.EXPECTED: lambda: translate("MyParcel", "On its way since %1, %2."),
    ParcelState.WAITING: lambda: translate("MyParcel", "Here since %1, %2."),
    ParcelState.RELEASED: lambda: translate("MyParcel", "Yours to take since %1, %2."),
    ParcelState.UNCHECKED: lambda: translate("MyParcel", "Not confirmed since %1, %2."),
    ParcelState.HANDED_OVER: lambda: translate("MyParcel", "Collected on %1, %2."),
    ParcelState.RETURNED: lambda: translate("MyParcel", "Sent back on %1, %2."),
    ParcelState.MISSING: lambda: translate("MyParcel", "Looked for since %1, %2."),
    ParcelState.DISPUTED: lambda: translate("MyParcel", "In dispute since %1, %2."),
}
"""How it stands, and since when: day and time."""


def _code(value: MyParcel) -> list[str]:
    code = (
        translate("MyParcel", "Its code of %1, until your text is sent.")
        if value.code_for_text
        else translate("MyParcel", "Its code of %1, scrambled.")
    )
    return [
        _on(code, value.code_made),
        _on(translate("MyParcel", "Withdrawn on %1."), value.code_revoked),
        _at(translate("MyParcel", "Last shown on %1, %2, at station %3."), value.code_shown, value.station),
    ]


def _story(value: MyParcel) -> list[str]:
    by_hand = translate("MyParcel", "Given out by the desk on %1, with the reason and which clerk.")
    if value.until is not None:
        end = put(
            translate("MyParcel", "All that happened with it, sealed. Everything goes on %1."), day_name(value.until)
        )
    else:
        end = translate(
            "MyParcel", "All that happened with it, sealed. Everything goes %n days after you collect.", "", value.days
        )
    return [_on(by_hand, value.by_hand), end]


def _on(sentence: str, when: datetime | None) -> str:
    return put(sentence, day_name(when.date())) if when else ""


def _at(sentence: str, when: datetime | None, *more: str) -> str:
    return put(sentence, day_name(when.date()), clock_time(when), *more) if when else ""
