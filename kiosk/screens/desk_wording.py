"""The desk's words: every panel's question, every button, every line about what happened. Whole sentences, values put in."""

from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import QDate, QDateTime, QTime

from kiosk.desk.aiming import Turn
from kiosk.desk.calls import Help
from kiosk.desk.counter.panel import Bar, Do, Fact, FactRow, Kind, Panel, Tell
from kiosk.desk.returns import Outcome
from kiosk.desk.search import Mark
from kiosk.desk.shown import Why
from kiosk.policy.release import Reason
from kiosk.screens import desk_tool_words as tool_words
from kiosk.screens import desk_words as words
from kiosk.screens.language import spoken
from kiosk.screens.wording import clock_time, language, put, translate


def _told(sentence: str) -> str:
    """A sentence of the tables; what they do not have, as a depot's own reason, stays as it is."""
    return spoken().sentence("Desk", sentence)


def do(act: Do, kind: Kind | None = None) -> str:
    """A button's words, on a panel of that kind."""
    if act is Do.HAND_OVER and kind is Kind.RELEASE:
        return translate("Desk", "Hand over now")
    return _told(words.DOS[act])


def question(panel: Panel) -> str:
    """What the panel asks: beside what is typed, or, where nothing is typed, as its headline."""
    of_its_own = {
        Kind.PIN: lambda: put(translate("Desk", "PIN of %1"), panel.name) if panel.name else translate("Desk", "PIN"),
        Kind.LIST: lambda: choice(panel.name),
        Kind.EXPECTED: lambda: translate("Desk", "%n still to come", "", panel.number),
        Kind.CODE: lambda: translate("Desk", "A new code. The old one opens nothing."),
        Kind.LOOKED_OVER: lambda: (
            translate("Desk", "Found wanting: %n", "", panel.number)
            if panel.number
            else translate("Desk", "Nothing is wanting")
        ),
        Kind.SINCE: lambda: (
            translate("Desk", "Since yesterday: please look at this")
            if panel.number
            else translate("Desk", "Since yesterday: nothing unusual")
        ),
        Kind.CHECK: lambda: panel.name,
        Kind.AIM: lambda: _told(tool_words.TURNS[panel.aim.turn if panel.aim else Turn.NO_FRAMES]),
        Kind.MIX_UP: lambda: (
            translate("Desk", "Left its shelf since it was seen there")
            if panel.number
            else translate("Desk", "Nothing left that shelf since. Look around it.")
        ),
    }
    if panel.kind in of_its_own:
        return of_its_own[panel.kind]()
    return _told((words.PROMPTS if panel.box else words.HEADLINES)[panel.kind])


def about(panel: Panel) -> str:
    """Which parcel the panel is about: its place, the end of its label, and its carrier where it comes in; or what was found."""
    if panel.about is None:
        return panel.note
    place = panel.about.place or ""
    here = mark(panel.about.mark) if panel.about.place else ""
    return "   ".join(put("%1", part) for part in (place, ending(panel.about.ending), panel.name, here) if part)


def tell(line: Tell) -> str:
    """What just happened."""
    key = "locked_badge" if type(line.what).__name__ == "Why" and line.what == "locked" else str(line.what)
    unfit = translate("Desk", "Leave names, phone numbers and ID numbers out, and say it shortly.")
    told = _told(words.TELLS[key]) if key in words.TELLS else unfit
    return put(told, line.place or "", mark(line.then) if line.then else "", seconds(line.seconds))


def seconds(count: int) -> str:
    """A rest, in seconds or minutes."""
    return translate("Desk", "%n s", "", count) if count <= 90 else translate("Desk", "%n min", "", -(-count // 60))


def mark(one: Mark) -> str:
    """Where a parcel stands."""
    return _told(words.MARKS[one])


def choice(one: StrEnum | str) -> str:
    """A reason, a list, a flag; a reason of the depot's own is told as it is."""
    if isinstance(one, Reason):
        return _told(words.REASONS[one])
    if isinstance(one, Outcome):
        return _told(words.MARKS[Mark(one)])
    return _told(words.LISTS.get(str(one)) or words.CHOICES.get(str(one)) or str(one))


def since(at: datetime, today: date) -> str:
    """`since 09:14`, `since Tue 09:14`, `since 3 Nov`."""
    days = (today - at.date()).days
    if days <= 0:
        return put(translate("Desk", "since %1"), clock_time(at))
    if days < 7:
        name = language().toString(QDate(at.year, at.month, at.day), "ddd")
        return put(translate("Desk", "since %1 %2"), name, clock_time(at))
    day = language().toString(QDate(at.year, at.month, at.day), translate("Dates", "d MMM"))
    return put(translate("Desk", "since %1"), day)


def ending(characters: str) -> str:
    """`…4 7301`: the last four stand by themselves."""
    if not characters:
        return ""
    return f"…{characters[:-4]} {characters[-4:]}" if len(characters) > 4 else f"…{characters}"


def fact(row: FactRow) -> tuple[str, str]:
    """What a line is about, and its value."""
    value = row.value
    if row.fact is Fact.SECOND:
        text = translate("Desk", "Signs now") if value else translate("Desk", "May sign later: it stays owed")
    elif isinstance(value, bool):
        text = translate("Desk", "Yes") if value else translate("Desk", "No")
    elif isinstance(value, Help):
        text = _told(words.HELP[value])
    elif isinstance(value, Why | Reason):
        text = _told(words.CALLS[value] if isinstance(value, Why) else words.REASONS[value])
    elif isinstance(value, StrEnum):
        text = choice(value)
    elif isinstance(value, datetime):
        text = moment(value)
    elif isinstance(value, date):
        text = language().toString(QDate(value.year, value.month, value.day), translate("Dates", "dddd d MMMM"))
    else:
        text = ending(value) if row.fact is Fact.ENDING and isinstance(value, str) else str(value)
    return fact_name(row.fact), text


def fact_name(one: Fact) -> str:
    """What a line is about; one that says so itself has no name."""
    return _told(words.FACTS[one]) if words.FACTS[one] else ""


def moment(at: datetime) -> str:
    """`Tue 24 Nov 09:14`."""
    when = QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute))
    return language().toString(when, translate("Dates", "ddd d MMM HH:mm"))


def clerk(bar: Bar) -> str:
    """`Clerk 7 · locks in 74 s`."""
    return put(translate("Desk", "%1 · locks in %2 s"), bar.clerk, str(bar.locks_in)) if bar.clerk else ""


def clerk_shortly(bar: Bar) -> str:
    """`Clerk 7 · 74 s`, where there is little room."""
    return put(translate("Desk", "%1 · %2 s"), bar.clerk, str(bar.locks_in)) if bar.clerk else ""


def undo(bar: Bar) -> str:
    """`Undo (7)`: the seconds left."""
    return put(translate("Desk", "Undo (%1)"), str(bar.undo_in))


def call(bar: Bar) -> str:
    """`Station 2 calls: not on the shelf, C-03-118`; how many more."""
    if bar.call is None:
        return ""
    station, why = bar.call.station, _told(words.CALLS[bar.call.why])
    more = f" (+{bar.calls - 1})" if bar.calls > 1 else ""
    if bar.call.places:
        return put(translate("Desk", "Station %1 calls: %2, %3"), station, why, bar.call.places[0]) + more
    return put(translate("Desk", "Station %1 calls: %2"), station, why) + more


def kept(bar: Bar) -> str:
    """How many papers the printer did not take; a touch tries them again."""
    return translate("Desk", "Printer off: %n slips kept", "", bar.kept)
