"""What a kiosk notices of its own machine while it serves: other program files than before, other devices plugged in. Each is an entry."""

import hashlib
import re
from pathlib import Path

import kiosk
from kiosk.clock import Clock
from kiosk.desk.act import in_one_act
from kiosk.ledger import events
from kiosk.ledger.subject import LEDGER
from kiosk.store import Store

USB = Path("/sys/bus/usb/devices")
_NUMBER = re.compile(r"[0-9a-f]{2,4}")
_KINDS = {
    "01": "sound",
    "02": "modem",
    "06": "camera",
    "07": "printer",
    "08": "storage",
    "09": "hub",
    "0a": "modem",
    "0e": "camera",
    "e0": "radio",
}
"""By the class of an interface (USB-IF, Defined Class Codes)."""
_INPUT, _PROTOCOLS = "03", {"01": "keyboard", "02": "mouse"}


def program_digest(folder: Path | None = None) -> str:
    """SHA-256 over names and bytes of all files of the program, in hex; what Python compiled of them is left out."""
    folder = folder or Path(kiosk.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder)}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def usb_devices(folder: Path = USB) -> tuple[str, ...]:
    """What is plugged in: `046d:c31c keyboard`, sorted, two alike twice. A device's own words are not read."""
    found = []
    for path in folder.glob("*"):
        vendor, product = (_number(path / name) for name in ("idVendor", "idProduct"))
        if vendor and product:
            kinds = {_kind(face) for face in folder.glob(f"{path.name}:*")}
            found.append(f"{vendor}:{product} {'+'.join(sorted(kinds)) or 'other'}")
    return tuple(sorted(found))


def notice(store: Store, clock: Clock, *, program: str | None = None, devices: tuple[str, ...] | None = None) -> None:
    """Enter what is other than at the last look; a first look is entered, too, for the next to compare with. Raises `StoreFault`."""
    known = [one.event for one in store.journal.about([LEDGER])]
    programs = [one for one in known if isinstance(one, events.ProgramChanged)]
    looks = [one for one in known if isinstance(one, events.DevicesChanged)]
    if program is not None and (not programs or programs[-1].digest != program):
        _enter(store, clock, events.ProgramChanged(program, kiosk.__version__))
    if devices is not None and (not looks or looks[-1].devices != devices):
        _enter(store, clock, events.DevicesChanged(devices))


def _enter(store: Store, clock: Clock, event: events.Event) -> None:
    in_one_act(store, clock.now(), lambda enter: enter(event))


def _kind(face: Path) -> str:
    number = _number(face / "bInterfaceClass")
    if number == _INPUT:
        return _PROTOCOLS.get(_number(face / "bInterfaceProtocol"), "input")
    return _KINDS.get(number, "other")


def _number(path: Path) -> str:
    """A hexadecimal number of the kernel's; empty where there is none, or the device has gone."""
    try:
        text = path.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
    return text if _NUMBER.fullmatch(text) else ""
