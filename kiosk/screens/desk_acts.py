"""The acts of the desk's panel: a column beside the rows, or on a high screen pairs below them, for the thumb."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.desk.counter.panel import Do, Kind, Panel
from kiosk.screens import desk_wording as say
from kiosk.screens import theme as look
from kiosk.screens.parts import Button, drop
from kiosk.screens.theme import Theme

MAIN = {Kind.FIND, Kind.RELEASE, Kind.PIN, Kind.WORDS, Kind.CALL, Kind.OWED, Kind.PAPER}
"""Panels whose first act is what one came for."""


class DeskActs(QWidget):
    """As many acts as there is room for; the rest a touch away."""

    did = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._acts: list[Button] = []
        self._made_for: tuple[Kind, tuple[Do, ...]] | None = None
        self._page = 0
        self._theme: Theme | None = None
        self.more = self._made(Do.MORE, main=False)
        self.more.sent.connect(lambda _: self._turn())

    def show_acts(self, panel: Panel) -> None:
        """Other buttons for another panel."""
        if self._made_for != (panel.kind, panel.acts):
            for button in self._acts:
                drop(button)
            self._made_for, self._page = (panel.kind, panel.acts), 0
            self._acts = [
                self._made(act, main=not number and panel.kind in MAIN) for number, act in enumerate(panel.acts)
            ]
            for button, act in zip(self._acts, panel.acts, strict=True):
                button.say(say.do(act, panel.kind))
                button.sent.connect(self.did)
        self.more.say(say.do(Do.MORE))

    def _made(self, act: Do, *, main: bool) -> Button:
        button = Button(act, fill=look.TEAL, ink=look.WHITE) if main else Button(act)
        button.setParent(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.leading = button.squeezed = True
        return button

    def place(self, theme: Theme, room: QRect) -> QRect:
        """Take what is needed of the room; gives back the rest."""
        self._theme = theme
        for button in [*self._acts, self.more]:
            button.dress(theme)
        left = QRect(room)
        self.setVisible(bool(self._acts))
        if self._acts and theme.portrait:
            high = -(-len(self._acts) // 2) * (max(theme.floor_target, theme.steady(124)) + theme.least_gap)
            left.setBottom(room.bottom() - high - theme.gap)
            self.setGeometry(room.x(), room.bottom() + 1 - high, room.width(), high)
        elif self._acts:
            widest = max(button.words_width() + 2 * button.padding() for button in self._acts)
            side = min(round(room.width() * 0.45), max(widest, round(room.width() * 0.28)))
            left.setWidth(room.width() - side - theme.gap)
            self.setGeometry(room.right() + 1 - side, room.y(), side, room.height())
        self._arrange()
        return left

    def _turn(self) -> None:
        self._page += 1
        self._arrange()

    def _arrange(self) -> None:
        assert self._theme  # placed before
        theme, gap = self._theme, self._theme.least_gap
        across = 2 if theme.portrait else 1
        high = max(theme.floor_target, theme.steady(124 if theme.portrait else 116))
        wide = (self.width() - gap * (across - 1)) // across
        fit = max(2, (self.height() + gap) // (high + gap) * across)
        acts, each = self._acts, len(self._acts)
        if len(acts) > fit:
            each = fit - 1
            first = self._page % -(-len(acts) // each) * each
            acts = acts[first : first + each]
        for button in self._acts:
            button.setVisible(button in acts)
        self.more.setVisible(len(self._acts) > fit)
        for number, button in enumerate([*acts, *([self.more] if len(self._acts) > fit else [])]):
            down, beside = divmod(number, across)
            button.setGeometry(beside * (wide + gap), down * (high + gap), wide, high)
