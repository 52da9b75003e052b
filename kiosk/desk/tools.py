"""A technician's tools at a window: what the doctor finds and what became of a backup, as values. Both are handed in from above."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Standing(StrEnum):
    """How a check stands, the gravest first."""

    WANTING = "wanting"
    LOOK = "look"
    WELL = "well"


@dataclass(frozen=True, slots=True)
class Looked:
    """One check of the doctor: `detail` says what is so, `fix` what to do, both in the doctor's own words."""

    name: str
    ok: bool
    detail: str
    fix: str

    @property
    def standing(self) -> Standing:
        """In a word."""
        return Standing.WANTING if not self.ok else Standing.LOOK if self.fix else Standing.WELL


class Doctor(Protocol):
    """Looks the kiosk over beside everything else; one for all windows."""

    def begin(self) -> None:
        """Look anew, and come back at once; one that is looking goes on."""

    def found(self) -> tuple[Looked, ...] | None:
        """All checks; None while it is looking."""

    def end(self) -> None:
        """Stop looking: the kiosk ends."""


class Backups(Protocol):
    """Makes backups into the depot's folder beside everything else; one for all windows."""

    def begin(self) -> None:
        """Make one, and come back at once; one that is being made goes on."""

    def made(self) -> Looked | None:
        """What became of the last one; None while it is being made, and before the first."""

    def end(self) -> None:
        """Stop: the kiosk ends."""
