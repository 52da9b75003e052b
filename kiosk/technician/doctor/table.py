"""The one table of all checks, in the order in which a technician mends things: what stands on something comes after it."""

import logging
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

from kiosk.errors import KioskFault
from kiosk.technician.doctor import around, kept, machine, reader, screen
from kiosk.technician.doctor.clock import clock
from kiosk.technician.doctor.examined import Examined
from kiosk.technician.doctor.finding import Check, Finding, of_fault, wanting
from kiosk.technician.doctor.hardening import hardening

log = logging.getLogger(__name__)

KEPT: dict[str, Callable[[Examined], Finding]] = {
    "settings": kept.settings,
    "permissions": kept.permissions,
    "keys": kept.keys,
    "store": kept.store,
    "ledger": kept.ledger,
    "power": kept.power,
    "backup": kept.backup,
}
"""What can be told of a home alone, on whichever machine it lies."""
CHECKS: dict[str, Callable[[Examined], Finding]] = {
    "versions": machine.versions,
    "libraries": machine.libraries,
    "qt": machine.qt,
    "fonts": machine.fonts,
    "disk": machine.disk,
    "memory": machine.memory,
    **KEPT,
    "folders": kept.folders,
    "clock": clock,
    "screen": screen.screen,
    "touch": screen.touch,
    "decode": reader.decode,
    "sandbox": reader.sandbox,
    "camera": reader.camera,
    "printer": around.printer,
    "sound": around.sound,
    "speech": around.speech,
    "hardening": hardening,
}


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found."""

    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wanting."""
        return all(one.finding.ok for one in self.checks)

    @property
    def wanting(self) -> tuple[str, ...]:
        """The names of what is."""
        return tuple(one.name for one in self.checks if not one.finding.ok)


def look_over(examined: Examined, checks: dict[str, Callable[[Examined], Finding]] = CHECKS) -> Iterator[Check]:
    """Each check in turn; what is opened for them is closed at the end. Never raises for what it finds."""
    with closing(examined):
        for name, check in checks.items():
            yield Check(name, _found(name, check, examined))


def _found(name: str, check: Callable[[Examined], Finding], examined: Examined) -> Finding:
    try:
        return check(examined)
    except KioskFault as fault:
        return of_fault(fault)
    except OSError as error:
        return wanting(
            f"The system does not let it be looked at: {error.strerror or type(error).__name__}.",
            "Run this as root: sudo kiosk doctor",
        )
    except Exception as error:  # noqa: BLE001  # one check that fails must not hide what the others find
        log.error("the check %s failed: %s", name, type(error).__name__)  # the kind alone: its text may hold a code
        return wanting(
            "It could not be looked at, for a reason that nobody foresaw.",
            "Call whoever looks after this kiosk, and name this check.",
        )
