"""The settings of one depot: `kiosk.toml` in the home. Every setting has a default but the depot's tag.

Where KIOSK_SETTINGS names another such file (the package's /etc/kiosk/kiosk.toml), what stands in that one wins.

Plain frozen values; `load` checks each one and names the first that is wrong.

This file is longer than 300 lines because it is one list: a technician reads every setting in one place.
"""

import dataclasses
import os
import re
import tomllib
import types
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from kiosk import ASSETS, hours
from kiosk.errors import SettingsFault

FILE = "kiosk.toml"
OWN = {"own": True}
"""Of a field that is this depot's or this machine's own: it is not carried to another kiosk."""
OVER = "KIOSK_SETTINGS"
"""The variable that names a file whose settings win over the home's."""
T = TypeVar("T")

REASON = re.compile(r"[^\W\d][^\d\x00-\x1f\x7f]{1,39}")
"""A reason of a depot's own: no digits, so no number of anybody's."""
TAG = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}")
"""A depot tag: 4 characters of Crockford's base32."""
MARK = re.compile(r".{0,4}", re.DOTALL)
"""What a hand scanner strikes before or after a code."""
LANGUAGES = tuple(sorted(path.stem for path in (ASSETS / "languages").glob("*.ts")))
"""Every language that the kiosk has: a file each."""
DESK = "desk"
"""The desk's window, where a setting names a window."""


@dataclass(frozen=True, slots=True)
class Depot:
    """Who runs this kiosk. The tag stands in each token, so that another depot's code is told apart.

    `hours`: like `Mon-Fri 08:00-20:00, Sat 09:00-13:00` they close the stations outside of them; any other words are only shown.
    `plan`: an SVG of the shelves, in the home, with their places as ids; FOUND marks in it where to walk.
    `answers`: who answers for what is kept here, and how to reach them; a firm or an office rather than a person.
    """

    tag: str = field(metadata={"pattern": TAG, "what": "4 characters of 0-9 A-Z without I, L, O and U"})
    name: str = "Parcel depot"
    hours: str = ""
    line: str = ""
    answers: str = ""
    plan: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Station:
    """One screen with its camera. `camera` is a stable device name; empty means none.

    `monitor` is the name of the monitor beside that camera, e.g. HDMI-A-1; empty: the first free one from the left.
    """

    name: str = "1"
    camera: str = ""
    monitor: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """Sizes of everything follow from the diagonal, in inches, of the panel. `languages`: those offered; the first greets.

    `look`, `large` and `reach` (every control in the lower half) are how every visit begins; a customer may change them for
    their own. `transitions`: a new screen comes a seventh of a second soft; off, it is there in full at once.
    """

    languages: tuple[str, ...] = field(default=("en", "zh", "es", "ar"), metadata={"one_of": LANGUAGES})
    diagonal_inches: float = field(default=15.6, metadata={"least": 7.0, "most": 60.0})
    full: bool = True
    look: str = field(default="paper", metadata={"one_of": ("paper", "dark", "black_on_white", "yellow_on_black")})
    large: bool = False
    reach: bool = False
    transitions: bool = True


@dataclass(frozen=True, slots=True)
class Reader:
    """`mounting`: where the customer holds the code, seen from the screen; the aim on READY is drawn true to it.

    `exposure_ms` and `focus` (1 far … 100 near) fix what a camera would change by itself; 0 leaves it to the camera.
    """

    mounting: str = field(default="below", metadata={"one_of": ("below", "beside", "above")})
    require_sandbox: bool = field(default=True, metadata=OWN)
    exposure_ms: int = field(default=0, metadata={"least": 0, "most": 100})
    focus: int = field(default=0, metadata={"least": 0, "most": 100})


@dataclass(frozen=True, slots=True)
class Release:
    """How parcels leave."""

    how: str = field(default="label", metadata={"one_of": ("label", "clerk", "tap")})
    open_minutes: int = field(default=15, metadata={"least": 1, "most": 240})
    found_seconds: int = field(default=8, metadata={"least": 3, "most": 120})


@dataclass(frozen=True, slots=True)
class Codes:
    """`typed`: ten digits (an SMS carries them, 12 large keys) or eight letters and digits.

    `first`: what the welcome asks for, where most customers of a depot type what an SMS told them.
    """

    typed: str = field(default="digits", metadata={"one_of": ("digits", "letters")})
    first: str = field(default="scanned", metadata={"one_of": ("scanned", "typed")})


@dataclass(frozen=True, slots=True)
class Carrier:
    """How a carrier's waybills and its own pickup codes look, as regular expressions; `code` names its group `code`."""

    name: str
    waybill: str = field(default="", metadata={"expression": True})
    code: str = field(default="", metadata={"expression": True, "group": "code"})


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint a parcel, at most four characters, for clerks to search by; it goes at handover."""

    on: bool = False


@dataclass(frozen=True, slots=True)
class Notices:
    """Texts to customers. `on`: a typed code is kept, sealed in the store, until its text is exported, at most 48 h; off, never.

    `place`: the text also says the place, so that they go straight to the shelf.
    """

    on: bool = False
    place: bool = False


@dataclass(frozen=True, slots=True)
class Override:
    """Why a parcel may be released by hand: words of the kiosk's own, which it translates, and words of the depot's.

    `other` asks for more words. Reasons stay in the ledger, so they say nothing of a person.
    """

    reasons: tuple[str, ...] = field(
        default=("dead_phone", "code_lost", "id_seen", "carrier_asked", "damaged_label", "other"),
        metadata={"pattern": REASON, "what": "2 to 40 characters, digits not among them"},
    )


@dataclass(frozen=True, slots=True)
class Wedge:
    """A hand scanner that types what it scans (a keyboard wedge), between `prefix` and `suffix`, its strokes at most `gap_ms` apart.

    `window`: whose it is, a station's name or "desk"; empty: the desk's where one is open, else the first station's.
    """

    prefix: str = field(default="", metadata={"pattern": MARK, "what": "at most 4 characters"})
    suffix: str = field(default="\r", metadata={"pattern": MARK, "what": "at most 4 characters"})
    gap_ms: int = field(default=30, metadata={"least": 5, "most": 200})
    window: str = field(default="", metadata=OWN)


@dataclass(frozen=True, slots=True)
class Printer:
    """The desk's printer: files in a folder (pdf, png), an office printer by CUPS, or a receipt printer (escpos).

    `address`: the folder; CUPS' name of the printer, empty for its default one; `/dev/usb/lp0` or `host:9100`. `roll_mm`: 80 or 58.
    """

    kind: str = field(default="none", metadata={"one_of": ("none", "pdf", "png", "cups", "escpos")})
    address: str = field(default="", metadata=OWN)
    roll_mm: int = field(default=80, metadata={"one_of": (80, 58)})


@dataclass(frozen=True, slots=True)
class Desk:
    """The clerks' window. `reports`: the folder into which a shift's report is saved as a table (CSV); empty: none is.

    `monitor`: as a station's. `language`: what it speaks; empty: the first of `screen.languages`.
    """

    reports: str = field(default="", metadata=OWN)
    monitor: str = field(default="", metadata=OWN)
    language: str = field(default="", metadata={"one_of": ("", *LANGUAGES)})


@dataclass(frozen=True, slots=True)
class Intake:
    """`watch`: a folder from which manifests are taken in and deleted; `keep_good`: good rows even where others are refused."""

    watch: str = field(default="", metadata=OWN)
    keep_good: bool = False


@dataclass(frozen=True, slots=True)
class Retention:
    """Days after a handover in which a dispute can still be looked up."""

    dispute_days: int = field(default=30, metadata={"least": 1, "most": 365})


@dataclass(frozen=True, slots=True)
class Backup:
    """`folder`: where backups go by themselves, a USB stick's best; empty: nowhere. `keep_days`: for how many days one may be restored,
    never longer than the dispute window; older ones in the folder are removed.
    """

    folder: str = field(default="", metadata=OWN)
    keep_days: int = field(default=14, metadata={"least": 1, "most": 365})


@dataclass(frozen=True, slots=True)
class Settings:
    """All of `kiosk.toml`."""

    depot: Depot = field(metadata=OWN)
    stations: tuple[Station, ...] = field(default=(Station(),), metadata=OWN)
    screen: Screen = Screen()
    reader: Reader = Reader()
    release: Release = Release()
    codes: Codes = Codes()
    carriers: tuple[Carrier, ...] = ()
    hint: Hint = Hint()
    notices: Notices = Notices()
    override: Override = Override()
    wedge: Wedge = Wedge()
    printer: Printer = Printer()
    intake: Intake = Intake()
    desk: Desk = Desk()
    retention: Retention = Retention()
    backup: Backup = Backup()

    def zone(self) -> ZoneInfo | None:
        """The depot's time zone; None means the machine's own."""
        return ZoneInfo(self.depot.zone) if self.depot.zone else None


def parse(text: str, over: str = "") -> Settings:
    """Settings from TOML, those of `over` before those of `text`; raises `SettingsFault` naming the first wrong one."""
    return of_table(_laid_over(_table(text), _table(over)))


def of_table(table: object) -> Settings:
    """Settings from their tables, as TOML or JSON gives them; raises `SettingsFault` naming the first wrong one."""
    settings = _build(Settings, table, "")
    if settings.depot.zone:
        try:
            settings.zone()
        except (KeyError, ValueError, OSError):
            raise SettingsFault("Setting depot.zone is no time zone. Write one like Europe/Madrid.") from None
    try:
        hours.parse(settings.depot.hours)
    except ValueError as error:
        raise SettingsFault(f"Setting depot.hours has a slip ({error}). Mend it.") from None
    if not 1 <= len(settings.stations) <= 2:
        raise SettingsFault("Setting stations lists one or two stations. Remove or add one.")
    if len({station.name for station in settings.stations}) != len(settings.stations):
        raise SettingsFault("Setting stations names two stations alike. Give each its own name.")
    monitors = [name for name in (*(one.monitor for one in settings.stations), settings.desk.monitor) if name]
    if len(set(monitors)) != len(monitors):
        raise SettingsFault("Two windows name one monitor. Give each station, and the desk, a monitor of its own.")
    if settings.wedge.window not in {"", DESK, *(station.name for station in settings.stations)}:
        raise SettingsFault(f"Setting wedge.window names no window. Write a station's name or {DESK}.")
    return settings


def _table(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsFault(f"The settings are not valid TOML: {error}. Mend that line.") from None


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Both, table by table; a list of stations or carriers is one setting, and taken as a whole."""
    both = dict(below)
    for name, value in above.items():
        under = below.get(name)
        both[name] = {**under, **value} if isinstance(under, dict) and isinstance(value, dict) else value
    return both


def load(home: Path) -> Settings:
    """The settings of a home; raises `SettingsFault` when it has none."""
    text = _read(home / FILE)
    if text is None:
        raise SettingsFault(f"There is no kiosk in {home}. Make one with: kiosk init --home {home}")
    over = os.environ.get(OVER)
    return parse(text, (_read(Path(over)) if over else None) or "")


def _read(path: Path) -> str | None:
    """The file's text; None where there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsFault(
            f"The settings in {path} cannot be read ({_why(error)}). Mend the file or its rights."
        ) from None


def _why(error: OSError | UnicodeDecodeError) -> str:
    return "it is not text in UTF-8" if isinstance(error, UnicodeDecodeError) else str(error.strerror)


def to_toml(settings: Settings) -> str:
    """The settings as a TOML file that `parse` reads back to the same values."""
    lines: list[str] = []
    for name, value in _fields(settings):
        if isinstance(value, tuple):
            for one in value:
                lines += [f"[[{name}]]", *_pairs(one), ""]
        else:
            lines += [f"[{name}]", *_pairs(value), ""]
    return "\n".join(lines)


def _fields(value: Any) -> list[tuple[str, Any]]:
    return [(f.name, getattr(value, f.name)) for f in dataclasses.fields(value)]


def _pairs(table: Any) -> list[str]:
    return [f"{name} = {literal(value)}" for name, value in _fields(table)]


def literal(value: Any) -> str:
    """A setting's value as TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        escaped = (f"\\u{ord(c):04X}" if c in '"\\' or ord(c) < 0x20 or ord(c) == 0x7F else c for c in value)
        return '"' + "".join(escaped) + '"'
    if isinstance(value, tuple):
        return f"[{', '.join(map(literal, value))}]"
    return repr(value)


def _build(kind: type[T], table: Any, path: str) -> T:
    if not isinstance(table, dict):
        raise SettingsFault(f"Setting {path} must be a table. Write it as [{path}].")
    types_of, known = get_type_hints(kind), {f.name: f for f in dataclasses.fields(kind)}  # type: ignore[arg-type]  # kinds here are all dataclasses
    values: dict[str, Any] = {}
    for name, raw in table.items():
        if name not in known:
            raise SettingsFault(f"Setting {_join(path, name)} is not known. Remove it or mend its name.")
        values[name] = _value(types_of[name], raw, _join(path, name), known[name].metadata)
    for name, one in known.items():
        if name not in values and one.default is dataclasses.MISSING:
            raise SettingsFault(f"Setting {_join(path, name)} is missing. Add it.")
    return kind(**values)


def _value(kind: Any, raw: Any, path: str, rules: types.MappingProxyType[Any, Any]) -> Any:
    if get_origin(kind) is tuple:
        return _list(get_args(kind)[0], raw, path, rules)
    if dataclasses.is_dataclass(kind):
        return _build(kind, raw, path)  # type: ignore[arg-type]  # is_dataclass also admits instances
    if kind is float and type(raw) is int:
        raw = float(raw)
    if type(raw) is not kind:
        raise SettingsFault(f"Setting {path} must be of kind {kind.__name__}.")
    if "one_of" in rules and raw not in rules["one_of"]:
        raise SettingsFault(f"Setting {path} must be one of {', '.join(map(str, rules['one_of']))}.")
    if "pattern" in rules and not rules["pattern"].fullmatch(raw):
        raise SettingsFault(f"Setting {path} must be {rules['what']}.")
    if "least" in rules and not rules["least"] <= raw <= rules["most"]:
        raise SettingsFault(f"Setting {path} must lie between {rules['least']} and {rules['most']}.")
    if "expression" in rules:
        try:
            groups = re.compile(raw).groupindex
        except re.error:
            raise SettingsFault(f"Setting {path} is not a regular expression. Mend it.") from None
        if raw and "group" in rules and rules["group"] not in groups:
            raise SettingsFault(
                f"Setting {path} has no group named {rules['group']}. Write (?P<{rules['group']}>…) in it."
            )
    return raw


def _list(kind: Any, raw: Any, path: str, rules: types.MappingProxyType[Any, Any]) -> tuple[Any, ...]:
    if kind is not str:
        if not isinstance(raw, list):
            raise SettingsFault(f"Setting {path} must be a list. Write each as [[{path}]].")
        return tuple(_build(kind, one, path) for one in raw)
    if not isinstance(raw, list) or not raw or len(set(map(str, raw))) < len(raw):
        raise SettingsFault(f"Setting {path} must be a list of different words, at least one.")
    return tuple(_value(str, one, path, rules) for one in raw)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
