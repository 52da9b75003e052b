"""Texts as they are painted. What a part paints and what the tests measure is one list of lines, so neither can be right alone."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

_CLAUSE_END = re.compile(r"(?<=[.?!:;؟؛]) |(?<=[。？！：；])(?=.)")
_SENTENCE_END = re.compile(r"(?<=[.?!؟]) |(?<=[。？！])(?=.)")
_COUNTED = re.compile(r"(?<=\d) (?=[^\W\d])"), re.compile(r"(?<=\d)(?=[年月日])|(?<=[年月])(?=\d)")
"""Between a number and what it counts, with a space and without, where no line shall end: `23 | October`."""
_TIES = "\u00a0", "\u2060"
"""What stands there while lines are broken: no line ends before or after these two (UAX #14)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: where its baseline starts, and the room it was given, both in pixels of the part that paints it."""

    text: str
    font: QFont
    colour: str
    at: QPointF
    room: QRectF
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
    """In which its parts follow each other where scripts are mixed."""

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        painter.setLayoutDirection(self.direction)
        painter.setFont(self.font)
        painter.setPen(QColor(self.colour))
        painter.drawText(self.at, self.text)

    @property
    def ink(self) -> QRectF:
        """What its letters cover."""
        return _covered(self.font, self.text).translated(self.at)


class Lettered(Protocol):
    """A part that paints text."""

    def painted_texts(self) -> list[Line]:
        """Every line that it paints."""
        ...


def line(
    text: str,
    font: QFont,
    colour: str,
    room: QRectF,
    *,
    direction: Qt.LayoutDirection,
    across: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    baseline: float | None = None,
) -> Line:
    """A line in a room; its capitals stand in the middle of the height where no baseline is given. `AlignLeft` is leading."""
    metrics = QFontMetricsF(font)
    slack = room.width() - metrics.horizontalAdvance(text)
    side = QStyle.visualAlignment(direction, across)
    left = slack if side & Qt.AlignmentFlag.AlignRight else slack / 2 if side & Qt.AlignmentFlag.AlignHCenter else 0.0
    covers = _covered(font, text).translated(left, 0)  # a J reaches out to the left of where it starts
    left += max(0.0, -covers.left()) - max(0.0, covers.right() - room.width())
    drop = 0.25 * font.pixelSize() if is_deep(text) else metrics.capHeight() / 2
    base = room.center().y() + drop if baseline is None else baseline
    return Line(text, font, colour, QPointF(room.x() + left, base), room, runs(text, direction))


def is_deep(text: str) -> bool:
    """Whether it has Arabic letters, which reach further under the line, and bear marks above it."""
    return any(unicodedata.bidirectional(sign) == "AL" for sign in text)


def runs(text: str, direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """In which direction a text runs on a screen of that direction: one without a letter from right to left, as a place, never does."""
    mixed = any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)
    return direction if mixed else Qt.LayoutDirection.LeftToRight


def fitted(font: QFont, text: str, width: float) -> QFont:
    """The font, smaller where the text would not fit the width."""
    font = QFont(font)
    while font.pixelSize() > 8 and reach(font, text) > width:
        font.setPixelSize(font.pixelSize() - 1)
    return font


def reach(font: QFont, text: str) -> float:
    """Pixels that a text takes, with what its letters reach out beyond where they start and end; no line of that width breaks it."""
    if is_deep(text):  # its letters stay within, and only a layout tells how wide it finds them
        layout = QTextLayout(text, font)
        layout.beginLayout()
        whole = layout.createLine()
        layout.endLayout()
        return whole.naturalTextWidth()
    covers = _covered(font, text)
    return max(QFontMetricsF(font).horizontalAdvance(text), covers.right() - min(0.0, covers.left()))


def _covered(font: QFont, text: str) -> QRectF:
    """What its letters cover, from where its baseline starts. Qt's quick way gives Arabic's marks a width that they do not have."""
    if not is_deep(text):
        return QFontMetricsF(font).tightBoundingRect(text)
    drawn = QPainterPath()
    drawn.addText(QPointF(), font, text)
    return drawn.boundingRect()


def wrap(text: str, font: QFont, width: float) -> list[str]:
    """The text in as few lines as the width allows: each clause, or each sentence, on its own where that costs no line
    and leaves no short one alone, else about equally long."""
    return [line for paragraph in text.split("\n") for line in _lines(paragraph, font, width)]


def _lines(paragraph: str, font: QFont, width: float) -> list[str]:
    together = _balanced(paragraph, font, width)
    for end in (_CLAUSE_END, _SENTENCE_END):
        apart = [part for piece in end.split(paragraph) for part in _balanced(piece, font, width)]
        even = min(map(len, apart)) * 3 >= max(map(len, apart))
        if even and len(apart) == len(together):
            return apart
    return together


def longest_word(text: str, font: QFont) -> float:
    """Pixels under which a word would have to be broken; scripts without spaces may be broken between most characters."""
    text = _tied(text)
    metrics, finder = QFontMetricsF(font), QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    wide, start = 0.0, 0
    while (end := finder.toNextBoundary()) >= 0:
        wide, start = max(wide, metrics.horizontalAdvance(_cut(text, start, end - start))), end
    return wide


def mirrored(box: QRect | QRectF, inside: QRectF, direction: Qt.LayoutDirection) -> QRectF:
    """The box on the other side where the script runs from right to left."""
    made = QRectF(box)
    if direction is Qt.LayoutDirection.RightToLeft:
        made.moveLeft(inside.left() + inside.right() - made.right())
    return made


def _balanced(text: str, font: QFont, width: float) -> list[str]:
    best, narrow, wide = _broken(text, font, width), width / 2, width
    if len(best) == 1:
        return best
    least = longest_word(text, font)
    while wide - narrow > 4:
        middle = (narrow + wide) / 2
        if least <= middle and len(lines := _broken(text, font, middle)) == len(best):
            best, wide = lines, middle
        else:
            narrow = middle
    return best


def _broken(text: str, font: QFont, width: float) -> list[str]:
    text = _tied(text)
    layout = QTextLayout(text, font)
    layout.setTextOption(_breaking())
    layout.beginLayout()
    parts = list[str]()
    while (found := layout.createLine()).isValid():
        found.setLineWidth(width)
        parts.append(_cut(text, found.textStart(), found.textLength()))
    layout.endLayout()
    return parts


def _tied(text: str) -> str:
    for place, tie in zip(_COUNTED, _TIES, strict=True):
        text = place.sub(tie, text)
    return text


def _cut(text: str, start: int, length: int) -> str:
    """Qt counts in UTF-16 units, in which an emoji takes two."""
    cut = text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")
    for tie, plain in zip(_TIES, (" ", ""), strict=True):
        cut = cut.replace(tie, plain)
    return cut.strip()


def _breaking() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
