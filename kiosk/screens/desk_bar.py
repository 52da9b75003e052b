"""The bar at the top of the desk's window: the depot, who is signed in and for how long, and the ways out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.desk.counter.panel import Bar, Do
from kiosk.screens import desk_wording as say
from kiosk.screens import theme as look
from kiosk.screens.language import language_of, speaking
from kiosk.screens.parts import Button, Header
from kiosk.screens.theme import Theme
from kiosk.screens.words import Words


class DeskBar(QWidget):
    """Undo stands here, too, for as long as something can be undone."""

    did = Signal(object)

    def __init__(self, parent: QWidget, depot_name: str) -> None:
        super().__init__(parent)
        self._bar = Bar()
        self._theme: Theme | None = None
        self._header = Header(depot_name, look.INK)
        self._header.setParent(self)
        self._who = Words(34, look.INK)
        self._who.setParent(self)
        self._undo, self._out, self._lock = (self._made(one) for one in (Do.UNDO, Do.SIGN_OUT, Do.LOCK))

    def _made(self, act: Do) -> Button:
        button = Button(act)
        button.setParent(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.squeezed = True
        button.sent.connect(self.did)
        return button

    def show_bar(self, bar: Bar) -> None:
        """Who, and how long yet."""
        self._bar = bar
        self._undo.say(say.undo(bar))
        self._out.say(say.do(Do.SIGN_OUT))
        self._lock.say(say.do(Do.LOCK))
        self._arrange()

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme
        for part in (self._header, self._who, self._undo, self._out, self._lock):
            part.dress(theme)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._theme is None:
            return
        theme, room = self._theme, self.rect()
        right = room.right() + 1
        signed_in = bool(self._bar.clerk)
        has_undo = bool(self._bar.undo_in)
        has_lock = signed_in and not (has_undo and theme.portrait)
        for button, there in ((self._out, signed_in), (self._lock, has_lock), (self._undo, has_undo)):
            button.setVisible(there)
            if there:
                wide = max(theme.floor_target, button.sizeHint().width())
                right -= wide
                button.setGeometry(right, room.y(), wide, room.height())
                right -= theme.least_gap
        room.setRight(right - 1 - theme.gap)
        with speaking(language_of(self)):
            telling = say.clerk(self._bar), say.clerk_shortly(self._bar)
        for told in telling:
            self._who.say(told)
            wide = self._who.natural_width(10_000) if told else 0
            if wide <= room.width() - theme.gap - self._header.least_width():
                break
        wide = min(wide, room.width() - room.height())
        tall = self._who.heightForWidth(wide) if wide else 0
        self._who.setGeometry(room.right() + 1 - wide, room.y() + (room.height() - tall) // 2, wide, tall)
        room.setWidth(room.width() - wide - theme.gap)
        if wide and room.width() < self._header.least_width():
            room.setWidth(self._header.height_needed())  # the mark alone: who works here knows the name
        self._header.setGeometry(room)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            for part in (self._header, self._who, self._undo, self._out, self._lock):
                part.move(self.width() - part.geometry().right() - 1, part.y())
