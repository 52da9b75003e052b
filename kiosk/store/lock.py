"""One serving kiosk a home: two would share a camera and a keypad's memory without knowing. Short commands may run beside it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import StoreFault
from kiosk.store.files import OWNER_ONLY

FILE = "serving"


@contextmanager
def serving(home: Path) -> Iterator[None]:
    """Hold the home for the length of a block; the system lets go of it when the process ends. Raises `StoreFault` where it is held."""
    try:
        descriptor = os.open(home / FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, OWNER_ONLY)
    except OSError as error:
        raise StoreFault(f"{home} cannot be written ({error.strerror}). Mend its rights or its owner.") from None
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StoreFault(f"A kiosk is serving from {home} already. End it first, or use another home.") from None
        yield
    finally:
        os.close(descriptor)


def is_serving(home: Path) -> bool:
    """Whether a kiosk serves from this home just now."""
    try:
        descriptor = os.open(home / FILE, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False
