"""The codes of the test sheet that a kiosk is aimed by: `HKT:` and how large their modules are, in tenths of a mm. They open nothing. Pure.

As QR codes they are version 1 and as Code 128 of a known length, so how many pixels one has in a picture tells how many a module has,
and how many a millimetre has at the distance where the sheet is held.
"""

import re
from dataclasses import dataclass

PREFIX = "HKT:"
MOST = 99
SQUARES = (12, 10, 8, 6, 5, 4, 3, 2)
"""The QR codes of the sheet; a token of ours on a phone has modules of about 10, on a slip of 8."""
BARS = (5, 4, 3)
"""The bar codes, one of them slanted; a label has 3 to 5."""
QR_MODULES = 21
"""Of a side: version 1 of ISO/IEC 18004 holds 25 such characters at level L, 16 at Q."""

_TEXT = re.compile(rf"{PREFIX}([1-9]\d?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class SheetCode:
    """One code of the sheet; the least and most of `tenths` are 1 and 99."""

    tenths: int
    """Of a millimetre that a module is wide, on paper that was printed in its true size."""

    @property
    def text(self) -> str:
        """What the code says."""
        return f"{PREFIX}{self.tenths}"

    def modules(self, symbology: str) -> int | None:
        """How many modules long it is without its quiet zones; None in a symbology that the sheet does not have.

        Code 128 (ISO/IEC 15417): start, a symbol a character in code set B, and check, 11 modules each; stop, 13.
        """
        return {"QRCode": QR_MODULES, "Code128": 11 * (len(self.text) + 2) + 13}.get(symbology)


def parse(untrusted_text: str) -> SheetCode | None:
    """The code of the sheet that a text is, if it is one."""
    found = _TEXT.fullmatch(untrusted_text)
    return SheetCode(int(found[1])) if found else None
