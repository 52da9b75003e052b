"""The page that screens share: header, words beside a picture, a foot line, a bar of buttons. It lays itself out by hand,
because what fits must be known: where the words are too many, headlines and drawings shrink step by step, targets never.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from typing import Any, TypeVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.desk.shown import Tap
from kiosk.screens import theme as look
from kiosk.screens.giving_way import ways_to_fit
from kiosk.screens.head import place_above, place_head
from kiosk.screens.language import Language, language_of, speaking
from kiosk.screens.low import place_low
from kiosk.screens.manner_bar import MannerBar
from kiosk.screens.palette import Hue
from kiosk.screens.parts import Button, Header, Picture, drop
from kiosk.screens.pill import Pill
from kiosk.screens.rows import place_row, rows_of
from kiosk.screens.steering import Steered
from kiosk.screens.theme import Theme
from kiosk.screens.tongues import choose_tongue, tongues
from kiosk.screens.words import ColumnPart, Words, tag

Part = TypeVar("Part", bound=ColumnPart)
Target = TypeVar("Target", bound=Button)


class Page(Steered):
    """One screen. Subclasses make their words in `__init__`, keep the value in `show_value` and speak in `retranslate`."""

    was_painted = Signal()
    ground, ink, quiet = look.PAPER, look.INK, look.QUIET
    edge_drawn = 0
    """A border outside the margin, in drawn pixels."""
    picture_share = 0.37
    """How much of the width the picture has, in landscape."""
    picture_first = False
    picture_keeps = False
    """Whether words shrink and the picture beside them does not."""
    targets_on_top = False
    """Buttons may stand right under the header."""
    bold = 0.0
    """How tight it may be before it does without what it can."""
    greets = False
    """Whether every language stands there to be chosen; else the one in use stands for all, until it is tapped."""

    def __init__(self, depot_name: str) -> None:
        super().__init__()
        self.header = Header(depot_name, self.ink)
        self.header.setParent(self)
        self.manner_bar = MannerBar()
        self.manner_bar.setParent(self)
        self.manner_bar.sent.connect(self.tapped)
        self.column: list[ColumnPart] = []
        self.picture: QWidget | None = None
        self.foot = Words(34, self.quiet)
        self.foot.setParent(self)
        self.foot_beside = False
        """Landscape: the foot line stands beside the buttons, not above them."""
        self.buttons: list[Button] = []
        self.tongues: list[Pill] = []
        self.unfolded = self.greets
        self._bar_top = 0
        self._names_below = False
        self.theme: Theme | None = None
        self.roomy: Theme | None = None
        self.fits = True
        """Whether all words have their room."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    # what a screen is made of

    def words(
        self, drawn: float, *, bold: bool = False, headline: bool = False, colour: Hue | None = None, above: float = 22
    ) -> Words:
        """Add words to the column."""
        ink = colour or (self.ink if headline else self.quiet)
        return self.add(Words(drawn, ink, bold=bold, headline=headline, above=above))

    def tag_of(self, drawn: float) -> Words:
        """Add a name for what happened to the column."""
        return self.add(tag(drawn))

    def add(self, made: Part) -> Part:
        """Add a part of any make to the column."""
        made.setParent(self)
        self.column.append(made)
        return made

    def button(self, tap: Tap, *, main: bool = False) -> Button:
        """Add a button to the bar."""
        made = Button(tap, fill=look.TEAL, ink=look.WHITE) if main else Button(tap)
        return self.add_button(made)

    def add_button(self, made: Button) -> Button:
        """Add a button of any make to the bar."""
        self.buttons.append(self.add_target(made))
        return made

    def add_target(self, made: Target) -> Target:
        """Add a button that stands elsewhere."""
        made.setParent(self)
        made.sent.connect(self.tapped)
        return made

    def offer(self, languages: Sequence[Language]) -> None:
        """Let the customer choose, each language by its own name; one alone is no choice."""
        self.tongues = [self.add_target(pill) for pill in tongues(languages)]

    def unfold(self) -> None:
        """Show every language."""
        self.unfolded = True
        self.fit()

    def add_picture(self, made: Picture | QWidget) -> None:
        """Set the picture beside the words."""
        if self.picture:
            drop(self.picture)
        self.picture = made
        made.setParent(self)
        made.show()

    # what a screen does

    def show_value(self, value: Any) -> None:
        """Show the value that belongs to this screen."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        raise NotImplementedError

    def dress(self, theme: Theme) -> None:
        """Take the largest measures with which all words fit; they are never larger than drawn."""
        self.roomy = theme
        with speaking(language_of(self)):
            self._dress(theme)

    def _dress(self, theme: Theme) -> None:
        choose_tongue(self.tongues, unfolded=self.unfolded)
        parts = [child for child in self.findChildren(QWidget) if hasattr(child, "dress")]
        for reach, large, tight, spare in ways_to_fit(theme, self.bold):
            self.theme = replace(theme, tight=tight, large=large, reach=reach)
            self.spare(on=spare)
            for part in parts:
                part.dress(self.theme)
            self.fits = self.arrange(self.theme)
            if self.fits:
                break
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            self._mirror()
        self.chain()
        self.update()

    def spare(self, *, on: bool) -> None:
        """Large text needs room: do without what only repeats the words, or have it back."""
        if self.picture:
            self.picture.setVisible(not on)
        self.foot.setVisible(bool(self.foot.text()) and not on)

    def fit(self) -> None:
        """Dress again: the words have changed."""
        if self.roomy:
            self.dress(self.roomy)

    def blocks(self) -> list[list[QWidget]]:
        """What moves to the other side as one, where the script runs from right to left."""
        return [[child] for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)]

    def _mirror(self) -> None:
        for block in self.blocks():
            whole = reduce(QRect.united, (part.geometry() for part in block), QRect())
            for part in block:
                part.move(part.x() + self.width() - whole.right() - 1 - whole.left(), part.y())

    # where everything stands

    def arrange(self, theme: Theme) -> bool:
        """Put each part in its place; False when the words do not fit."""
        edge = theme.steady(self.edge_drawn) if self.edge_drawn else 0
        under = theme.px(36 if theme.reach else 56)
        inside = self.rect().adjusted(theme.margin, theme.px(56), -theme.margin, -under)
        inside.adjust(edge, edge // 2, -edge, -edge)
        middle, self._names_below = place_head(
            inside, theme, self.header, self.manner_bar, self.tongues, targets_on_top=self.targets_on_top
        )
        middle.setBottom(self._place_bar(theme, middle))
        fits = self.arrange_middle(theme, middle) and (not theme.reach or self.all_low())
        return fits and all(one.isHidden() or one.words_width() <= one.width() - 8 for one in self.buttons)

    def arrange_middle(self, theme: Theme, middle: QRect) -> bool:
        """The words, and the picture beside them (landscape) or under them (portrait)."""
        words, picture = QRect(middle), QRect()
        if theme.portrait:
            words.setTop(words.top() + theme.px(52))
            words.setHeight(self.column_height(theme, middle.width()))
            picture = middle.adjusted(0, words.bottom() + 1 + theme.px(36) - middle.y(), 0, 0)
        elif self._pictured:
            shrunk = 1.0 if self.picture_keeps else min(1.0, theme.tight * 1.1)
            share = round(middle.width() * self.picture_share * shrunk)
            words.setWidth(middle.width() - share - theme.px(60))
            picture = QRect(middle.right() + 1 - share, middle.y(), share, self._bar_top - middle.y())
            if self.picture_first:
                picture.moveLeft(middle.x())
                words.moveRight(middle.right())
        if self.picture:
            self.picture.setGeometry(picture)
        fits = self.place_column(theme, words) and words.bottom() <= middle.bottom()
        return fits and (not self._pictured or self.picture_holds(theme, picture))

    def picture_holds(self, theme: Theme, room: QRect) -> bool:
        """Whether the picture can be made out there."""
        return not theme.portrait or room.height() >= theme.px(200)

    @property
    def _pictured(self) -> bool:
        return self.picture is not None and not self.picture.isHidden()

    def column_height(self, theme: Theme, width: int) -> int:
        """Pixels that the column needs at that width."""
        said = [part for part in self.column if not part.isHidden()]
        return sum(part.heightForWidth(width) for part in said) + sum(theme.px(part.above) for part in said[1:])

    def place_column(self, theme: Theme, room: QRect) -> bool:
        """Set the column, two fifths of the slack above it; False when it does not fit."""
        said = [part for part in self.column if not part.isHidden()]
        slack = room.height() - self.column_height(theme, room.width())
        top = room.y() + max(0, slack) * 2 // 5
        for part in said:
            top += theme.px(part.above) if part is not said[0] else 0
            high = part.heightForWidth(room.width())
            part.setGeometry(room.x(), top, part.seat(room.width()), high)
            top += high
        return slack >= 0 and all(part.whole(room.width()) for part in said)

    def _place_bar(self, theme: Theme, inside: QRect) -> int:
        """Buttons and foot line at the bottom; gives back where the middle ends."""
        bottom, has_foot = inside.bottom() + 1, not self.foot.isHidden()
        shown = [button for button in self.buttons if not button.isHidden()]
        if theme.reach:
            bottom = self._bar_top = place_low(inside, theme, shown, self.manner_bar, self.tongues)
            return bottom - (self._place_foot(inside, bottom) + theme.px(14) if has_foot else 0)
        foot_below = has_foot and theme.portrait
        if foot_below:
            bottom -= self._place_foot(QRect(inside.x(), 0, inside.width(), 0), bottom) + theme.px(28)
        rows = rows_of(shown, inside.width(), theme)
        self._bar_top = bottom - len(rows) * (theme.target + theme.gap)
        right = inside.x()
        for row in reversed(rows):
            bottom -= theme.target
            right = place_row(
                row,
                QRect(inside.x(), bottom, inside.width(), theme.target),
                theme,
                stretch=len(rows) > 1 or theme.portrait,
            )
            bottom -= theme.gap
        if self._names_below:
            bottom = self._bar_top = place_above(bottom, self.tongues, inside, theme)
        if has_foot and not foot_below:
            room = inside.right() + 1 - right - round(theme.gap * 1.5)
            if self.foot_beside and len(rows) == 1 and room > 0 and self.foot.heightForWidth(room) <= theme.target:
                wide, high = self.foot.natural_width(room), self.foot.heightForWidth(room)
                top = bottom + theme.gap + (theme.target - high) // 2
                self.foot.setGeometry(inside.right() + 1 - wide, top, wide, high)
            else:
                bottom -= self._place_foot(inside, bottom)
                return bottom - theme.px(14)
        return bottom - theme.px(8)

    def _place_foot(self, room: QRect, bottom: int) -> int:
        beside = self._pictured and self.width() >= self.height()
        width = round(room.width() * (1 - self.picture_share)) if beside else room.width()
        high = self.foot.heightForWidth(width)
        self.foot.setGeometry(room.x(), bottom - high, width, high)
        return high

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window changed: the window dresses us right after."""
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, and word that this page was painted."""
        assert self.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.colour(self.ground)))
        self.paint_ground(painter)
        self.was_painted.emit()

    def paint_ground(self, painter: QPainter) -> None:
        """For a screen with more than a plain ground."""
