"""Faults: what went wrong with the machine, never with a person's code.

A refusal ("this code was used yesterday") is a value, see `policy.release`. A fault is an exception and always carries one
sentence for the person in front: what happened and what to do. The sentence never holds a code, a waybill or anything personal.
"""


class KioskFault(Exception):
    """A fault with its sentence; every fault of the house derives from it."""

    @property
    def sentence(self) -> str:
        return str(self.args[0]) if self.args else "Something went wrong. Call a technician."


class SettingsFault(KioskFault):
    """A setting is missing, of the wrong kind or out of its range."""


class StoreFault(KioskFault):
    """The store cannot be read or written."""


class StoreFull(StoreFault):
    """There is no room on the disk."""


class StoreReadOnly(StoreFault):
    """The disk or the folder takes no writes."""


class StoreBusy(StoreFault):
    """Another program holds the store for too long; nothing was done."""


class StoreMissing(StoreFault):
    """The store, or its log, is not where it was."""


class WrongKey(StoreFault):
    """The key at hand does not open the store or its key ring."""


class StoreDamaged(StoreFault):
    """Bytes of the store are not what was written."""


class Duplicate(KioskFault):
    """A parcel with this waybill is here already."""


class CodeFault(KioskFault):
    """A code could not be made or revoked."""


class ClerkFault(KioskFault):
    """A clerk is not there, or cannot be added or changed so."""


class ManifestFault(KioskFault):
    """A manifest cannot be read at all (single bad rows are values, not faults)."""


class ReaderFault(KioskFault):
    """The reader child cannot be started or trusted."""


class SourceFault(ReaderFault):
    """A picture, folder or video cannot be opened."""


class PrinterFault(KioskFault):
    """Something was not printed."""
