"""Colours, fonts and measures. Every measure is drawn for 1920×1080 on 15.6 inches and never falls under its floor in millimetres."""

import math
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QFont, QFontDatabase

from kiosk import ASSETS
from kiosk.errors import KioskFault
from kiosk.screens.palette import OUTLINED, PALETTES, Hue, Look

INK, QUIET, WHITE = Hue.INK, Hue.QUIET, Hue.WHITE
PAPER, KEY, MIST, CARD, SHEET = Hue.PAPER, Hue.KEY, Hue.MIST, Hue.CARD, Hue.SHEET
TEAL, SUN, LEAF, LEAF_PALE, LEAF_LIGHT, BRICK = Hue.TEAL, Hue.SUN, Hue.LEAF, Hue.LEAF_PALE, Hue.LEAF_LIGHT, Hue.BRICK
MARK, LEAF_DEEP, TEAL_ON_MIST, BRICK_ON_CARD = Hue.MARK, Hue.LEAF_DEEP, Hue.TEAL_ON_MIST, Hue.BRICK_ON_CARD
AMBER, EDGE, SHEET_INK = Hue.AMBER, Hue.EDGE, Hue.SHEET_INK

CAPITAL = 0.714
"""Height of a capital of Noto Sans, in em (its OS/2 table)."""
_CAPITAL_MM, _LARGE_MM, _TARGET_MM, _FLOOR_MM, _GAP_MM = 4.8, 7.0, 20.0, 12.7, 2.5
_GROWN, _HEADLINE = 1.3, 60
"""How much larger large text is drawn, and from which size on it is large enough as it is."""
_LARGE_LOW_MM = 150.0
_ROOMY_MM = 130.0
"""Under this length of the shorter side, the 20 mm of a target give way, down to the floor of 12.7 mm."""


FONTS = ("NotoSans-{}.ttf", "NotoSansArabic-{}.ttf", "NotoSansSC-{}.otf")
"""Our own, a script each; what the first lacks is taken from the next."""


@cache
def families() -> list[str]:
    """The names of our own fonts, loaded once from our own files; raises `KioskFault` when they are missing."""
    found = list[str]()
    for name in FONTS:
        for face in ("Regular", "Bold"):
            path = ASSETS / "fonts" / name.format(face)
            number = QFontDatabase.addApplicationFont(str(path)) if path.is_file() else -1
            if number < 0:
                raise KioskFault(f"The font {path.name} is missing from {path.parent}. Install the kiosk again.")
        found += QFontDatabase.applicationFontFamilies(number)
    return found


@dataclass(frozen=True, slots=True)
class Theme:
    """Measures and colours of one size of window. `mm` is pixels a millimetre; `tight` < 1 shrinks what has no floor.

    `large`: capitals of 7 mm. `reach`: every control in the lower half.
    """

    width: int
    height: int
    mm: float
    tight: float = 1.0
    look: Look = Look.PAPER
    large: bool = False
    reach: bool = False

    @classmethod
    def of(cls, width: int, height: int, diagonal_inches: float) -> "Theme":
        """The theme of a window of that many pixels that fills a panel of that diagonal."""
        return cls(width, height, math.hypot(width, height) / (diagonal_inches * 25.4))

    def colour(self, hue: Hue) -> str:
        """What a hue is in this look, as `#RRGGBB`."""
        return PALETTES[self.look][hue]

    def pressed(self, hue: Hue) -> QColor:
        """A ground while a finger is on it."""
        plain = QColor(self.colour(hue))
        return plain.lighter(150) if self.look is Look.DARK and plain.lightness() < 70 else plain.darker(125)

    @property
    def outlined(self) -> bool:
        """Whether an edge tells cards, tags and buttons from the ground."""
        return self.look in OUTLINED

    @property
    def portrait(self) -> bool:
        """Higher than wide."""
        return self.height > self.width

    @property
    def fit(self) -> float:
        """Pixels for one drawn pixel."""
        wide, high = (1080, 1920) if self.portrait else (1920, 1080)
        return min(self.width / wide, self.height / high)

    @property
    def large_low(self) -> bool:
        """Whether the lower half has room for every control beside large text; if not, the controls come first."""
        return self.height / self.mm >= _LARGE_LOW_MM

    @property
    def yielding(self) -> float:
        """1 on any panel with room; less on a small one."""
        return min(1.0, min(self.width, self.height) / self.mm / _ROOMY_MM)

    def px(self, drawn: float) -> int:
        """A measure without a floor: headlines, drawings, distances."""
        return max(1, round(drawn * self.fit * self.tight))

    def steady(self, drawn: float) -> int:
        """A measure that is the same on every screen, so that nothing jumps from one to the next."""
        return max(1, round(drawn * self.fit))

    @property
    def target(self) -> int:
        """The height of a button: 124 as drawn, at least 20 mm."""
        return math.ceil(max(124 * self.fit, self.least_target))

    @property
    def least_target(self) -> float:
        """The least side of a primary target, in pixels."""
        return max(_TARGET_MM * self.yielding, _FLOOR_MM) * self.mm

    @property
    def floor_target(self) -> int:
        """12.7 mm, in pixels: no target is ever smaller."""
        return math.ceil(_FLOOR_MM * self.mm)

    @property
    def gap(self) -> int:
        """Between two targets: 28 as drawn, at least 2.5 mm."""
        return max(round(28 * self.fit * self.tight), self.least_gap)

    @property
    def least_gap(self) -> int:
        """2.5 mm, in pixels."""
        return math.ceil(_GAP_MM * self.mm)

    @property
    def margin(self) -> int:
        """Left and right of every screen."""
        return self.steady(72)

    @property
    def radius(self) -> int:
        """Of every card and button."""
        return max(4, round(24 * self.fit))

    def text(self, drawn: float, *, bold: bool = False) -> QFont:
        """A font for reading: capitals of at least 4.8 mm; large ones of 7 mm, or less where a small panel leaves no room."""
        least = _LARGE_MM * min(1.0, max(0.8, self.tight / 0.62)) if self.large else _CAPITAL_MM
        floor = least * self.yielding * self.mm / CAPITAL
        grown = _GROWN if self.large and drawn < _HEADLINE else 1.0
        return self._font(max(drawn * grown * self.fit * self.tight, floor), bold)

    def headline(self, drawn: float) -> QFont:
        """A bold font that may shrink to the size of text, a little tightened as drawn."""
        font = self.text(drawn, bold=True)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -1.5 * self.fit)
        return font

    def _font(self, size: float, bold: bool) -> QFont:
        font = QFont(families())
        font.setPixelSize(math.ceil(size))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font
