"""What a check finds: well, well but worth a look, or wanting; what that means, and what to do about it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kiosk.errors import KioskFault

_NEXT_SENTENCE = re.compile(r"(?<=[.:)]) (?=[A-Z])")
UNTOLD = "That could not be told: the settings cannot be read."


class Verdict(StrEnum):
    """A finding in a word, the gravest first."""

    WANTING = "wanting"
    LOOK = "look"
    WELL = "well"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Finding:
    """`detail` says what is so and what it means, `fix` what to do. An `ok` with a `fix` is worth a look, and no fault."""

    ok: bool
    detail: str
    fix: str = ""
    applies: bool = True
    """Whether there was anything to look at."""


@dataclass(frozen=True, slots=True)
class Check:
    """A finding with the name of its check."""

    name: str
    finding: Finding

    def to_json(self) -> dict[str, str | bool]:
        """As DESIGN §9 has it."""
        return {"name": self.name, "ok": self.finding.ok, "detail": self.finding.detail, "fix": self.finding.fix}

    @property
    def verdict(self) -> Verdict:
        """In a word."""
        if not self.finding.ok:
            return Verdict.WANTING
        if self.finding.fix:
            return Verdict.LOOK
        return Verdict.WELL if self.finding.applies else Verdict.ABSENT


def well(detail: str) -> Finding:
    """Nothing to do."""
    return Finding(ok=True, detail=detail)


def absent(detail: str) -> Finding:
    """Nothing was there to look at."""
    return Finding(ok=True, detail=detail, applies=False)


def worth_a_look(detail: str, fix: str) -> Finding:
    """The kiosk serves, yet something could be better."""
    return Finding(ok=True, detail=detail, fix=fix)


def wanting(detail: str, fix: str) -> Finding:
    """A promise does not hold, or customers are not served as they should be."""
    return Finding(ok=False, detail=detail, fix=fix)


def of_fault(fault: KioskFault) -> Finding:
    """A fault's sentence, taken apart: what happened, and what to do."""
    happened, *todo = _NEXT_SENTENCE.split(fault.sentence, maxsplit=1)
    return wanting(happened, todo[0] if todo else "Call whoever looks after this kiosk.")
