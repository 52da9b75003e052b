"""The desk's window: one box, rows to choose from, acts beside them, ways below, and who calls. By touch, keyboard or scanner."""

from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.desk.counter.panel import Bar, Do, Kind, Panel
from kiosk.screens import desk_wording as say
from kiosk.screens import theme as look
from kiosk.screens.desk_acts import DeskActs
from kiosk.screens.desk_aim import DeskAim
from kiosk.screens.desk_bar import DeskBar
from kiosk.screens.desk_box import DeskBox
from kiosk.screens.desk_keys import DeskKeys
from kiosk.screens.desk_rows import DeskRows
from kiosk.screens.desk_slip import DeskSlip
from kiosk.screens.language import LANGUAGES, language_of, speaking, teach
from kiosk.screens.palette import Hue
from kiosk.screens.parts import Button, drop
from kiosk.screens.theme import Theme
from kiosk.screens.words import Words


class DeskWindow(QWidget):
    """Shows one panel at a time; every act is told by a signal."""

    typed = Signal(str)
    entered = Signal()
    chose = Signal(int)
    did = Signal(object)

    def __init__(
        self, depot_name: str, *, diagonal_inches: float, language: str = "en", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        teach(self, LANGUAGES[language])
        self.diagonal_inches = diagonal_inches
        self._panel, self._bar, self._today = Panel(Kind.SIGNED_OUT), Bar(), date.min
        self._keys_open = False
        self.bar = DeskBar(self, depot_name)
        self.bar.did.connect(self.did)
        self._good = Words(34, look.LEAF_DEEP, bold=True, ground=look.LEAF_PALE)
        self._not = Words(34, look.INK, bold=True, ground=look.SUN)
        self._about = Words(40, look.QUIET, bold=True)
        self._todo = Words(40, look.INK)
        for words in (self._about, self._todo, self._good, self._not):
            words.setParent(self)
        self.box = DeskBox(self)
        self.rows = DeskRows(self)
        self.slip = DeskSlip(self)
        self.aim = DeskAim(self)
        self.keys = DeskKeys(self)
        self._call, self._kept = self._made(Do.CALL, fill=look.SUN), self._made(Do.PRINT_AGAIN, fill=look.SUN)
        self._toggle = self._made(Do.KEYS)
        self._standing = (self._call, self._kept, self._toggle)
        self._card = QRect()
        self.acts = DeskActs(self)
        self.acts.did.connect(self.did)
        self._ways: list[Button] = []
        self._theme: Theme | None = None
        self.box.typed.connect(self.typed)
        self.box.entered.connect(self.entered)
        self.rows.chose.connect(self.chose)
        self.keys.pressed.connect(self._press)
        self._toggle.sent.connect(lambda _: self._show_keys(not self._keys_open))
        self.setMinimumSize(640, 400)
        self.setWindowTitle(depot_name)
        self.resize(1280, 800)

    def show_panel(self, panel: Panel, bar: Bar, today: date) -> None:
        """Show a panel; the same one again changes only what is different."""
        if panel.kind is not self._panel.kind:
            self._keys_open = self._keys_open and panel.box
        if panel.ways != tuple(button.sends for button in self._ways):
            for button in self._ways:
                drop(button)
            self._ways = [self._made(act) for act in panel.ways]
        self._panel, self._bar, self._today = panel, bar, today
        with speaking(language_of(self)):
            self._say()
            self._arrange()
        (self.box.edit if panel.box else self).setFocus()
        self.update()

    # what stands in it

    def _made(self, act: Do, *, fill: Hue = look.MIST) -> Button:
        button = Button(act, fill=fill)
        button.setParent(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if act is not Do.KEYS:
            button.sent.connect(self.did)
        button.hide()
        return button

    def _say(self) -> None:
        panel, bar = self._panel, self._bar
        told = panel.tell
        self._about.say(say.about(panel))
        self._todo.say(panel.todo)
        self._good.say(say.tell(told) if told and told.good else "")
        self._not.say(say.tell(told) if told and not told.good else "")
        question = say.question(panel)
        self.box.show_question(question, typed=panel.typed, is_box=panel.box, hidden=panel.hidden)
        self.rows.show_panel(panel, self._today)
        self.slip.show_slip(panel.slip)
        self.aim.show_reading(panel.aim)
        if panel.keys:
            self.keys.show_pad(panel.keys)
        elif self._keys_open:
            self.keys.show_field()
        self.acts.show_acts(panel)
        for button in self._ways:
            if isinstance(button.sends, Do):
                button.say(say.do(button.sends, panel.kind))
        self.bar.show_bar(bar)
        self._toggle.say(say.do(Do.KEYS))
        self._call.say(say.call(bar))
        self._kept.say(say.kept(bar))

    # where it stands

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, another theme."""
        super().resizeEvent(event)
        self._theme = Theme.of(self.width(), self.height(), self.diagonal_inches)
        self._arrange()

    def _arrange(self) -> None:
        if self._theme is None:
            return
        theme = self._theme
        for part in (
            self.bar,
            self._about,
            self._todo,
            self._good,
            self._not,
            self.box,
            self.rows,
            self.slip,
            self.aim,
        ):
            part.dress(theme)
        for button in [*self._ways, *self._standing]:
            button.dress(theme)
        high = max(theme.floor_target, theme.steady(96))
        room = self.rect().adjusted(theme.margin, theme.px(40), -theme.margin, -theme.px(40))
        self.bar.setGeometry(room.x(), room.y(), room.width(), high)
        top = room.y() + high + theme.px(32)
        box_high = max(theme.floor_target, theme.px(122))
        self.box.setGeometry(room.x(), top, room.width(), box_high)
        top += box_high + theme.px(20)
        for words in (self._about, self._todo, self._good, self._not):
            if words.text():
                wide = words.natural_width(room.width())
                words.setGeometry(room.x(), top, wide, words.heightForWidth(wide))
                top += words.height() + theme.px(18)
        bottom = self._arrange_ways(room)
        middle = QRect(room.x(), top, room.width(), bottom - theme.px(28) - top)
        self._arrange_middle(middle)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            whole = QRectF(self.rect())
            for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                child.move(round(whole.right() + whole.left() - child.geometry().right() - 1), child.y())
            self._card.moveLeft(self.width() - self._card.right() - 1)

    def _arrange_ways(self, room: QRect) -> int:
        """Ways, a call, and what was not printed, at the bottom, in rows where one is too short; gives back where the middle ends."""
        assert self._theme
        theme = self._theme
        high = max(theme.floor_target, theme.steady(124))
        has_keys = self._panel.box and not self._panel.keys
        self._toggle.setVisible(has_keys)
        shown = [*self._ways, *([self._toggle] if has_keys else [])]
        for button, there in ((self._kept, bool(self._bar.kept)), (self._call, bool(self._bar.calls))):
            button.setVisible(there)
            shown += [button] if there else []
        for button in shown:
            button.squeezed = True
        rows, wide = [list[Button]()], 0
        for button in shown:
            needs = max(round(theme.floor_target * 1.2), button.sizeHint().width()) + theme.least_gap
            if rows[-1] and wide + needs > room.width() + theme.least_gap:
                rows, wide = [*rows, []], 0
            rows[-1].append(button)
            wide += needs
        top = room.bottom() + 1 - len(rows) * (high + theme.least_gap) + theme.least_gap
        for number, row in enumerate(rows):
            left = room.x()
            for button in row:
                wide = max(round(theme.floor_target * 1.2), button.sizeHint().width())
                if button is self._call and button is row[-1]:
                    wide = min(wide, room.right() + 1 - left)
                    left = room.right() + 1 - wide
                button.setGeometry(left, top + number * (high + theme.least_gap), wide, high)
                button.show()
                left += wide + theme.least_gap
        return top

    def _arrange_middle(self, room: QRect) -> None:
        """Rows and acts, side by side; on a high screen the acts stand below, in pairs, for the thumb."""
        assert self._theme
        theme, panel = self._theme, self._panel
        left = self.acts.place(theme, room)
        typing = bool(panel.keys) or self._keys_open
        self.keys.setVisible(typing)
        if typing:
            pad = QRect(left)
            if not panel.keys:
                gaps = 3 * theme.least_gap
                least, nice = 4 * theme.floor_target + gaps, 4 * theme.steady(124) + gaps
                spare = left.height() - max(theme.floor_target, theme.steady(130))
                pad.setTop(max(left.top(), left.bottom() + 1 - max(least, min(nice, spare))))
            self.keys.place(theme, pad)
            left.setBottom(pad.top() - theme.least_gap - 1)
        self.slip.setVisible(self.slip.has_code and left.height() > theme.px(140))
        if panel.slip:
            self.slip.setGeometry(left)
            left.setHeight(0)
        if panel.aim:
            self.aim.setGeometry(self._cut_for_aim(left))
        some = bool(panel.rows) and left.height() >= theme.floor_target
        self.rows.setVisible(some)
        self._card = QRect()
        if some:
            edge = theme.px(12)
            self._card = QRect(left)
            self._card.setHeight(self.rows.fit(left.width() - 2 * edge, left.height() - 2 * edge) + 2 * edge)
            self.rows.setGeometry(self._card.adjusted(edge, edge, -edge, -edge))

    def _cut_for_aim(self, left: QRect) -> QRect:
        """Takes the drawing's room off the rows': beside them, or above where the screen is high."""
        assert self._theme
        view, gap = QRect(left), self._theme.gap
        if self._theme.portrait:
            view.setHeight(min(left.width() * 9 // 16, left.height() // 2))
            left.setTop(view.bottom() + gap)
        else:
            view.setWidth((left.width() - gap) * 11 // 20)
            left.setLeft(view.right() + gap)
        return view

    # what a person does

    def _press(self, sign: str) -> None:
        edit = self.box.edit
        text = "" if edit.hasSelectedText() else edit.text()
        edit.setText(text + sign if sign else text[:-1])
        self.typed.emit(edit.text())

    def _show_keys(self, there: bool) -> None:
        self._keys_open = there
        if there and not self._panel.keys:
            self.keys.show_field()
        self._arrange()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, or empties the box; up and down choose a row."""
        if event.key() == Qt.Key.Key_Escape:
            if Do.BACK in self._panel.ways:
                self.did.emit(Do.BACK)
            else:
                self.typed.emit("")
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._panel.rows:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            here = -1 if self._panel.chosen is None and step == 1 else self._panel.chosen or 0
            self.chose.emit(max(0, min(len(self._panel.rows) - 1, here + step)))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, and the card under the rows."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.colour(look.PAPER)))
        if not self._card.isEmpty():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.colour(look.CARD)))
            painter.drawRoundedRect(QRectF(self._card), self._theme.radius, self._theme.radius)
