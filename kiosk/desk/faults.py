"""Fault codes: what a station that is out of order tells a technician. The words for them are the screens'."""

from kiosk.errors import StoreBusy, StoreDamaged, StoreFault, StoreFull, StoreMissing, StoreReadOnly, WrongKey

PROGRAM_FAILS = "KIOSK-1"
"""The program met something that it was not made for."""

STARTS_FAIL = "KIOSK-2"
"""The program was started again and again, and ended each time."""

STORE_FAILS = "STORE-1"
"""The disk does not read or write, or the store cannot be opened."""

STORE_FULL = "STORE-2"
STORE_READ_ONLY = "STORE-3"
STORE_DAMAGED = "STORE-4"
"""Bytes are not what was written, or entries are missing: a technician must see to it before anything is handed out."""

STORE_KEY = "STORE-5"
"""The keys at hand are not the store's."""

STORE_BUSY = "STORE-6"
STORE_MISSING = "STORE-7"

_CODES: tuple[tuple[type[StoreFault], str], ...] = (
    (StoreFull, STORE_FULL),
    (StoreReadOnly, STORE_READ_ONLY),
    (StoreDamaged, STORE_DAMAGED),
    (WrongKey, STORE_KEY),
    (StoreBusy, STORE_BUSY),
    (StoreMissing, STORE_MISSING),
)


def code_of(fault: StoreFault) -> str:
    """The fault code of a store that fails."""
    return next((code for kind, code in _CODES if isinstance(fault, kind)), STORE_FAILS)
