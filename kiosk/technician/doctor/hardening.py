"""The service's units, as `systemd-analyze security` rates them: 0 shut in, 10 open (systemd.exec(5))."""

import re
import shutil
import subprocess
from pathlib import Path

from kiosk.technician.doctor.examined import UNITS, Examined
from kiosk.technician.doctor.finding import Finding, absent, wanting, well

PROGRAM = "systemd-analyze"
READER, ALL = 1.0, 2.5
"""The most that the reader's unit and any other may come to."""
SECONDS = 60
_RATED = re.compile(r"Overall exposure level for \S+: (\d+\.\d+)")


def hardening(examined: Examined) -> Finding:
    """Each unit of the kiosk that is installed here."""
    if shutil.which(PROGRAM) is None:
        return absent("Not here: this machine has no systemd.")
    units: dict[str, Path] = {}
    for place in UNITS:
        for path in sorted((examined.root / place).glob("kiosk*.service")):
            units.setdefault(path.name, path)
    if not units:
        return absent("Not here: the kiosk is not installed as a service.")
    rated = {name: _rated(path) for name, path in units.items()}
    told = ", ".join(f"{name} {'unknown' if rate is None else rate}" for name, rate in rated.items())
    loose = [name for name, rate in rated.items() if rate is None or rate > (READER if "reader" in name else ALL)]
    if loose:
        return wanting(
            f"The service is less shut in than it was built: {told}.",
            f"Install the kiosk again, and remove what was added: systemctl revert {' '.join(loose)}",
        )
    return well(f"The service is shut in: {told}, where 10 is open.")


def _rated(unit: Path) -> float | None:
    words = [PROGRAM, "security", "--offline=yes", "--no-pager", str(unit)]
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=SECONDS, check=False)  # noqa: S603  # the system's own program
    except subprocess.TimeoutExpired:
        return None
    found = _RATED.search(done.stdout)
    return float(found[1]) if found else None
