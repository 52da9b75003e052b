"""Carriers' own pickup codes, recognised by the patterns a depot has in its settings.

InPost, for one, shows `P|phone|code`. The pattern's group named `code` is kept; whatever stands around it, a phone number above
all, is dropped here: it enters no value, so it can reach no store and no log.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.errors import SettingsFault

LONGEST = 64
"""Characters a carrier code may have."""
SHORTEST_FREE = 8
"""Characters of a carrier's code that has no pattern in the settings; shorter ones need one, and count as typed codes do."""


@dataclass(frozen=True, slots=True)
class CarrierPattern:
    """How one carrier writes its waybills and its pickup codes.

    Both patterns must match the whole text. `waybill` matches upper-case text; where it has a group named `waybill`, that group is the
    number (a routing barcode carries more). `code` matches the text as it stands and has a group named `code`
    (SettingsFault without it).
    """

    name: str
    waybill: re.Pattern[str] | None = None
    code: re.Pattern[str] | None = None

    def __post_init__(self) -> None:
        if self.code is not None and "code" not in self.code.groupindex:
            raise SettingsFault(
                f"The code pattern of carrier {self.name} has no group named code. Write (?P<code>…) around the code."
            )


@dataclass(frozen=True, slots=True)
class CarrierCode:
    """A carrier's pickup code: printable ASCII, 1 to 64 characters, and nothing of what stood around it."""

    text: str = field(repr=False)
    carrier: str


def parse(untrusted_text: str, carriers: Iterable[CarrierPattern]) -> CarrierCode | None:
    """The carrier code in a text, by the first pattern that matches, or None."""
    untrusted_text = untrusted_text.strip()
    if not untrusted_text.isascii():
        return None
    for pattern in carriers:
        match = pattern.code.fullmatch(untrusted_text) if pattern.code else None
        code = match["code"] if match else None
        if code and len(code) <= LONGEST and code.isprintable():
            return CarrierCode(code, pattern.name)
    return None
