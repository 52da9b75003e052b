"""What was found, for a machine that watches many: node_exporter's text-file collector (Prometheus text format 0.0.4)."""

import os
import tempfile
from pathlib import Path

from kiosk.errors import KioskFault
from kiosk.technician.doctor.table import Report

READABLE = 0o644
"""Another user's program reads it. There is nothing in it but names of checks."""


def health(report: Report) -> str:
    """The file's text: `kiosk_ok`, and each check with whether it is ok, and whether it has something to do."""
    lines = [
        "# HELP kiosk_ok Whether nothing is wanting at this kiosk.",
        "# TYPE kiosk_ok gauge",
        f"kiosk_ok {int(report.ok)}",
        "# HELP kiosk_check_ok Whether this check of kiosk doctor found nothing wanting.",
        "# TYPE kiosk_check_ok gauge",
        *(f'kiosk_check_ok{{check="{one.name}"}} {int(one.finding.ok)}' for one in report.checks),
        "# HELP kiosk_check_to_do Whether this check of kiosk doctor found something to do.",
        "# TYPE kiosk_check_to_do gauge",
        *(f'kiosk_check_to_do{{check="{one.name}"}} {int(bool(one.finding.fix))}' for one in report.checks),
    ]
    return "\n".join(lines) + "\n"


def write_whole(path: Path, text: str, mode: int) -> None:
    """Write a file under another name beside it, then rename it: who reads meanwhile sees the old one or the new. Raises `KioskFault`."""
    try:
        descriptor, growing = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(growing).chmod(mode)
            Path(growing).replace(path)
        except BaseException:
            Path(growing).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise KioskFault(
            f"{path} cannot be written ({error.strerror}). Make its folder, or name another file."
        ) from None
