"""What the kiosk stands on: libraries, versions, fonts, Qt, clock, disk, memory."""

import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from resource import RLIM_INFINITY, RLIMIT_MEMLOCK, getrlimit

from kiosk import LOCK, __version__
from kiosk.errors import KioskFault
from kiosk.technician.doctor.examined import UNITS, Examined
from kiosk.technician.doctor.finding import Finding, absent, of_fault, wanting, well, worth_a_look
from kiosk.technician.doctor.locked import locked_versions

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libpulse.so.0": "libpulse0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libzbar.so.0": "libzbar0",
    "libfribidi.so.0": "libfribidi0",
}
"""Shared objects and the Debian packages that bring them, as `packaging/setup.sh` has them."""
NEEDED = {"libGL.so.1", "libEGL.so.1", "libglib-2.0.so.0", "libfontconfig.so.1", "libxkbcommon.so.0", "libdbus-1.so.3"}
"""Without these nothing is drawn. Without the others a display, sound or a second look at worn labels is missing."""
BUILDERS = {"pip", "setuptools", "wheel"}
"""They install the kiosk; it does not use them."""
PYTHONS = ((3, 11), (3, 14))
LITTLE, TIGHT = 200_000_000, 1_000_000_000
"""Bytes free: too few to serve, and few enough to say so."""
NEVER_SWAPPED = "MemorySwapMax=0"
"""Of systemd.resource-control(5)."""
ENOUGH_LOCKED = 1 << 30
"""Bytes that may be locked into memory, as `reader.memory` asks for them."""


def libraries(_examined: Examined) -> Finding:
    """Each shared object loads."""
    missing = [name for name in LIBRARIES if not _loads(name)]
    if not missing:
        return well(f"All {len(LIBRARIES)} system libraries are here.")
    fix = "Run: sudo apt-get install --no-install-recommends " + " ".join(LIBRARIES[name] for name in missing)
    if NEEDED & set(missing):
        return wanting(f"Screens cannot be drawn without {', '.join(missing)}.", fix)
    return worth_a_look(
        f"Missing, for some displays, sound, worn labels or Arabic on paper: {', '.join(missing)}.", fix
    )


def _loads(name: str) -> bool:
    """In a process of its own: what a library does when it loads is not this one's business."""
    words = [sys.executable, "-I", "-c", "import ctypes, sys; ctypes.CDLL(sys.argv[1])", name]
    return subprocess.run(words, capture_output=True, timeout=20, check=False).returncode == 0  # noqa: S603  # our own words


def versions(_examined: Examined) -> Finding:
    """The program, its Python, and its libraries beside the lock."""
    here = f"Kiosk {__version__} on Python {sys.version.split()[0]}"
    if not PYTHONS[0] <= sys.version_info[:2] < PYTHONS[1]:
        return wanting(f"{here}, which nobody has tried it on.", "Install it with Python 3.11, 3.12 or 3.13.")
    if not LOCK.exists():
        return worth_a_look(f"{here}; its list of libraries is not here.", "Install the kiosk again from its package.")
    locked = {
        name: pin for name, pin in locked_versions(LOCK.read_text(encoding="utf-8")).items() if name not in BUILDERS
    }
    others = [
        f"{name} {found} (tested with {locked[name]})"
        for name in locked
        if (found := _installed(name)) not in (None, locked[name])
    ]
    if others:
        return worth_a_look(
            f"{here}; other versions than were tested: {', '.join(others)}.",
            "Install the kiosk again from its package.",
        )
    return well(f"{here}, its libraries as they were tested.")


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def fonts(examined: Examined) -> Finding:
    """Each font loads, and each script has its signs."""
    qt = examined.qt
    if isinstance(qt, KioskFault):
        return of_fault(qt)
    again = "Install the kiosk again from its package."
    if qt.broken_fonts:
        return wanting(f"These fonts do not load: {', '.join(qt.broken_fonts)}.", again)
    if qt.scripts_missing:
        return wanting(f"No font here writes {', '.join(qt.scripts_missing)}: boxes would show.", again)
    return well("Every script of the screens can be written.")


def qt(examined: Examined) -> Finding:
    """Qt starts and draws."""
    qt = examined.qt
    return of_fault(qt) if isinstance(qt, KioskFault) else well(f"Qt {qt.version} draws.")


def disk(examined: Examined) -> Finding:
    """Room where the home is."""
    place = next(one for one in (examined.home, *examined.home.absolute().parents) if one.is_dir())
    free, size = shutil.disk_usage(place).free, shutil.disk_usage(place).total
    told = f"{free / 1e9:.1f} of {size / 1e9:.1f} GB are free where the store is."
    fix = "Free space. See what takes it: sudo du -xh --max-depth=2 / | sort -h | tail"
    if free < LITTLE:
        return wanting(f"{told} Soon nothing can be handed over.", fix)
    return worth_a_look(told, fix) if free < TIGHT else well(told)


def memory(examined: Examined) -> Finding:
    """What is in memory, keys and codes, is never written to a disk."""
    swaps = examined.text("proc/swaps")
    if not swaps:
        return absent("That could not be told: the kernel does not say what it swaps to.")
    on_disk = [line.split()[0] for line in swaps.splitlines()[1:] if "zram" not in line]
    if not on_disk:
        return well("Nothing of its memory is written to a disk: there is no swap.")
    if any(NEVER_SWAPPED in examined.text(f"{place}/kiosk.service") for place in UNITS):
        return well("Nothing of its memory is written to a disk: the service is kept out of swap.")
    limit = getrlimit(RLIMIT_MEMLOCK)[1]
    fix = "Run: sudo swapoff -a, and take the line with the word swap out of /etc/fstab."
    if limit == RLIM_INFINITY or limit >= ENOUGH_LOCKED:
        return worth_a_look(
            f"Codes on the screen may be written to {', '.join(on_disk)}; pictures are locked into memory.", fix
        )
    return wanting(f"Codes, and even pictures, may be written to {', '.join(on_disk)}.", fix)
