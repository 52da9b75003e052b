"""Screen and touch, as Qt or, for who is not on the display, the kernel knows them."""

import math
import os
from pathlib import Path

from kiosk.errors import KioskFault
from kiosk.settings import Settings
from kiosk.technician.doctor.examined import Examined
from kiosk.technician.doctor.finding import Finding, wanting, well
from kiosk.technician.doctor.qt import Panel, ask_qt

APART = 1.15
"""How far a measured diagonal may be from the setting, as a ratio."""
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def screen(examined: Examined) -> Finding:
    """A screen is connected, as large as the settings say."""
    panels = _panels_of_qt() or _panels_of_kernel(examined.root)
    if not panels:
        return wanting(
            "No screen is connected, or none that this machine knows of.",
            "Plug one in, switch it on, and start the machine again.",
        )
    told = ", ".join(
        f"{one.width}×{one.height}" + (f" on {one.inches:.1f} inches" if one.inches else "") for one in panels
    )
    if isinstance(examined.settings, Settings):
        said = examined.settings.screen.diagonal_inches
        measured = [one.inches for one in panels if one.inches]
        if measured and not any(1 / APART <= one / said <= APART for one in measured):
            return wanting(
                f"{told}, but the settings say {said:g} inches: letters and buttons have the wrong size.",
                f"In {examined.settings_file}, under [screen], write: diagonal_inches = {max(measured):.1f}",
            )
    return well(f"{told}.")


def _panels_of_qt() -> tuple[Panel, ...]:
    if not any(os.environ.get(name) for name in DISPLAYS):
        return ()
    try:
        return ask_qt(None).panels
    except KioskFault:
        return ()


def _panels_of_kernel(root: Path) -> tuple[Panel, ...]:
    """Connected screens as they describe themselves (VESA E-EDID 1.4, §3.6.2 and §3.10.2), for who is not on the display."""
    found = []
    for connector in sorted((root / "sys/class/drm").glob("card*-*")):
        try:
            if (connector / "status").read_text(encoding="ascii").strip() != "connected":
                continue
            edid = (connector / "edid").read_bytes()
        except OSError:
            continue
        if len(edid) < 128:
            found.append(Panel(0, 0, 0.0))
            continue
        width, height = edid[56] | (edid[58] & 0xF0) << 4, edid[59] | (edid[61] & 0xF0) << 4
        found.append(Panel(width, height, round(math.hypot(edid[21], edid[22]) / 2.54, 1)))
    return tuple(found)


def touch(examined: Examined) -> Finding:
    """A panel that knows fingers."""
    count = sum(_is_direct(path) for path in (examined.root / "sys/class/input").glob("event*/device/properties"))
    if count:
        return well(f"{count} touch panel{'s' if count > 1 else ''}.")
    return wanting(
        "No touch panel: customers could do nothing but show codes.",
        "Plug in the USB cable of the screen. See what is there: cat /proc/bus/input/devices",
    )


def _is_direct(properties: Path) -> bool:
    """INPUT_PROP_DIRECT of linux/input-event-codes.h: where it is touched is where it points."""
    try:
        return bool(int(properties.read_text(encoding="ascii").split()[-1], 16) & 0b10)
    except (OSError, ValueError, IndexError):  # unplugged meanwhile
        return False
