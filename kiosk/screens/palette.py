"""The four looks: what each hue is in each. Parts name hues; what colour one is, they are told with their theme."""

from enum import Enum, StrEnum, auto


class Look(StrEnum):
    """How a screen is coloured: the customer's choice for a visit, the depot's from the settings."""

    PAPER = "paper"
    DARK = "dark"
    BLACK_ON_WHITE = "black_on_white"
    YELLOW_ON_BLACK = "yellow_on_black"


OUTLINED = frozenset({Look.BLACK_ON_WHITE, Look.YELLOW_ON_BLACK})
"""Looks of two colours: cards, tags and buttons are told from the ground by an edge."""


class Hue(Enum):
    """A colour by its part. Grounds first, then what stands on them."""

    PAPER = auto()
    KEY = auto()
    """Under keys and cards that stand out."""
    MIST = auto()
    CARD = auto()
    """Under the rows of the desk: lighter than mist, so that marks in colour keep their contrast on it."""
    TEAL = auto()
    """The one action."""
    SUN = auto()
    """Attention."""
    LEAF = auto()
    LEAF_PALE = auto()
    LEAF_LIGHT = auto()
    BRICK = auto()
    SHEET = auto()
    """Under codes that a phone is to photograph: white in every look."""
    INK = auto()
    QUIET = auto()
    WHITE = auto()
    """Words on teal, leaf and brick."""
    MARK = auto()
    """Teal as a line: an edge, a cursor, a drawing."""
    LEAF_DEEP = auto()
    TEAL_ON_MIST = auto()
    BRICK_ON_CARD = auto()
    AMBER = auto()
    """For what wants attention, in words on a card."""
    SHEET_INK = auto()
    EDGE = auto()
    """Around keys and under empty seats: 3:1 or more on their ground (WCAG 2.2, 1.4.11)."""
    SUN_LINE = auto()
    """Sun as a line: the corners of the aim."""
    LIGHT = auto()
    """In the drawing of the aim: the reader's light, its glass, a phone's camera."""
    GLASS = auto()
    ISLAND = auto()
    LENS = auto()


PAIRS: tuple[tuple[Hue, Hue], ...] = (
    (Hue.INK, Hue.PAPER),
    (Hue.QUIET, Hue.PAPER),
    (Hue.PAPER, Hue.INK),
    (Hue.INK, Hue.MIST),
    (Hue.TEAL_ON_MIST, Hue.MIST),
    (Hue.INK, Hue.KEY),
    (Hue.QUIET, Hue.KEY),
    (Hue.TEAL_ON_MIST, Hue.KEY),
    (Hue.BRICK_ON_CARD, Hue.KEY),
    (Hue.AMBER, Hue.KEY),
    (Hue.INK, Hue.SUN),
    (Hue.WHITE, Hue.TEAL),
    (Hue.WHITE, Hue.BRICK),
    (Hue.BRICK, Hue.WHITE),
    (Hue.WHITE, Hue.LEAF),
    (Hue.LEAF_DEEP, Hue.LEAF_PALE),
    (Hue.LEAF_DEEP, Hue.LEAF_LIGHT),
    (Hue.INK, Hue.LEAF_LIGHT),
    (Hue.INK, Hue.LEAF_PALE),
    (Hue.QUIET, Hue.LEAF_PALE),
    (Hue.INK, Hue.CARD),
    (Hue.QUIET, Hue.CARD),
    (Hue.TEAL_ON_MIST, Hue.CARD),
    (Hue.BRICK_ON_CARD, Hue.CARD),
    (Hue.AMBER, Hue.CARD),
    (Hue.SHEET_INK, Hue.SHEET),
)
"""Each (text, ground) in use; a screen may set no other. All are 7:1 or more in every look (WCAG 2.2, 1.4.6)."""

_PAPER = {
    Hue.PAPER: "#FBF8F3",
    Hue.KEY: "#FFFFFF",
    Hue.MIST: "#E9E4DA",
    Hue.CARD: "#F1ECE4",
    Hue.TEAL: "#095E65",
    Hue.SUN: "#F4B740",
    Hue.LEAF: "#17603E",
    Hue.LEAF_PALE: "#E4EEE6",
    Hue.LEAF_LIGHT: "#DCEBE1",
    Hue.BRICK: "#9A2F25",
    Hue.SHEET: "#FFFFFF",
    Hue.INK: "#16181D",
    Hue.QUIET: "#3A3E47",
    Hue.WHITE: "#FFFFFF",
    Hue.MARK: "#095E65",
    Hue.LEAF_DEEP: "#155436",
    Hue.TEAL_ON_MIST: "#085258",
    Hue.BRICK_ON_CARD: "#872920",
    Hue.AMBER: "#6A4300",
    Hue.SHEET_INK: "#16181D",
    Hue.EDGE: "#7C776B",
    Hue.SUN_LINE: "#F4B740",
    Hue.LIGHT: "#FAE5C0",
    Hue.GLASS: "#E6E5E1",
    Hue.ISLAND: "#2A2F38",
    Hue.LENS: "#4A515C",
}

_DARK = _PAPER | {
    Hue.PAPER: "#14161A",
    Hue.KEY: "#262A32",
    Hue.MIST: "#30353F",
    Hue.CARD: "#1F2329",
    Hue.SUN: "#6A4300",
    Hue.LEAF_PALE: "#0F2418",
    Hue.LEAF_LIGHT: "#143223",
    Hue.INK: "#F6F2EA",
    Hue.QUIET: "#D9D4C9",
    Hue.MARK: "#86DDE3",
    Hue.LEAF_DEEP: "#A9E2C2",
    Hue.TEAL_ON_MIST: "#A5E7EB",
    Hue.BRICK_ON_CARD: "#FFC2B8",
    Hue.AMBER: "#FFD37A",
    Hue.EDGE: "#9A958A",
    Hue.LIGHT: "#4A3A17",
    Hue.GLASS: "#3A3E47",
    Hue.ISLAND: "#BDB8AD",
    Hue.LENS: "#6C6960",
}


_GROUNDS = (Hue.PAPER, Hue.KEY, Hue.MIST, Hue.CARD, Hue.SUN, Hue.LEAF_PALE, Hue.LEAF_LIGHT, Hue.WHITE)
_DRAWN = (Hue.SUN_LINE, Hue.LIGHT, Hue.GLASS, Hue.ISLAND)


def _two(ground: str, ink: str) -> dict[Hue, str]:
    """A look of two colours; what is deep in paper is the ink's colour, with words in the ground's."""
    sheet = {hue: _PAPER[hue] for hue in (Hue.SHEET, Hue.SHEET_INK)}
    return dict.fromkeys(Hue, ink) | dict.fromkeys((*_GROUNDS, *_DRAWN), ground) | sheet


PALETTES: dict[Look, dict[Hue, str]] = {
    Look.PAPER: _PAPER,
    Look.DARK: _DARK,
    Look.BLACK_ON_WHITE: _two("#FFFFFF", "#000000"),
    Look.YELLOW_ON_BLACK: _two("#000000", "#FFE600"),
}
