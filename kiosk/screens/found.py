"""FOUND: where the parcels lie, the next one largest. The screen is free for the next person while these walk."""

from PySide6.QtCore import QRect

from kiosk.desk.shown import Check, Found, Lot, Tap
from kiosk.parcel import Leaves
from kiosk.screens import theme as look
from kiosk.screens import wording
from kiosk.screens.page import Page, drop
from kiosk.screens.parts import Button
from kiosk.screens.places import NextCard, SmallCard, staff_brings
from kiosk.screens.theme import Theme
from kiosk.screens.wording import translate

_AFTER = {Check.NEXT: 0, Check.LATER: 1, Check.DESK: 2, Check.CHECKED: 3}
"""What a short list shows first."""


class FoundScreen(Page):
    """Places of a visit, and every way out of trouble."""

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name)
        self._value = Found(())
        self.headline = self.words(92, headline=True)
        self.lines.addStretch(3)
        self.next = NextCard()
        self.next.setParent(self)
        self._small: list[SmallCard] = []
        self.have_it = self._aside(Button(Tap.I_HAVE_IT, fill=look.TEAL, ink=look.WHITE, leading=True))
        self.not_there = self._aside(Button(Tap.NOT_ON_SHELF, leading=True))
        self.bring = self._aside(Button(Tap.BRING_IT, leading=True))
        self.another = self._aside(Button(Tap.ANOTHER_CODE, leading=True))
        self.type_label = self._aside(Button(Tap.TYPE_LABEL, leading=True))
        self._side = [self.have_it, self.type_label, self.not_there, self.bring, self.another]
        self.call = self.button(Tap.CALL_DESK)
        self.kept = self.button(Tap.WHAT_IS_KEPT)
        self._bar = list(self.buttons)
        self.foot_beside = True

    def _aside(self, made: Button) -> Button:
        made.setParent(self)
        made.sent.connect(self.tapped)
        return made

    def show_value(self, value: Found) -> None:
        """Show the parcels, next one first."""
        self._value = value
        to_fetch = [lot for lot in value.lots if lot.check is not Check.CHECKED]
        self.have_it.setVisible(bool(to_fetch) and all(lot.leaves is Leaves.TAP for lot in to_fetch))
        self.type_label.setVisible(any(lot.leaves is Leaves.LABEL and not staff_brings(lot) for lot in to_fetch))
        self.not_there.setVisible(any(not staff_brings(lot) for lot in to_fetch))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        lots = self._value.lots
        self.headline.say(wording.parcels_for_you(len(lots)))
        if self._first:
            self.next.show_lot(self._first, among_several=len(lots) > 1)
        self.have_it.say(translate("Found", "I have it"))
        self.type_label.say(translate("Found", "Label does not scan"))
        self.not_there.say(translate("Found", "Not on the shelf"))
        self.bring.say(translate("Found", "Bring it to me"))
        self.another.say(translate("Found", "Another code"))
        self.call.say(translate("Screens", "Call the desk"))
        self.kept.say(translate("Found", "What we keep about these"))
        self.foot.say(translate("Found", "You may walk to the shelves: this screen is free for the next person."))
        self.fit()

    @property
    def _first(self) -> Lot | None:
        return min(self._value.lots, key=lambda lot: _AFTER[lot.check], default=None)

    def dress(self, theme: Theme) -> None:
        """In portrait the ways out join the bar below."""
        self.buttons = [*self._side, *self._bar] if theme.portrait else list(self._bar)
        for button in self._side:
            button.leading = not theme.portrait
        super().dress(theme)

    def arrange_middle(self, theme: Theme, middle: QRect) -> bool:
        """Headline; the next card with the small ones beside it; ways out at the right (landscape)."""
        head = self.column_height(middle.width())
        self.column.setGeometry(middle.x(), middle.y(), middle.width(), head)
        area = middle.adjusted(0, head + theme.px(20), 0, 0)
        if theme.portrait:
            return self._stack(theme, area)
        side = [button for button in self._side if not button.isHidden()]
        wide = max(theme.px(500), *(button.sizeHint().width() for button in side))
        count = max(1, len(side))  # the ways out may shrink to the floor, so that the place stays the largest
        each = max(theme.floor_target, min(theme.target, (area.height() - theme.least_gap * (count - 1)) // count))
        gap = max(theme.least_gap, min(theme.gap, (area.height() - each * count) // count))
        needed = each * len(side) + gap * (len(side) - 1)
        area.setTop(area.top() + max(0, min(theme.px(40), area.height() - needed)))
        for number, button in enumerate(side):
            button.setGeometry(area.right() - wide, area.y() + number * (each + gap), wide, each)
        cards = area.adjusted(0, 0, -wide - theme.px(72), 0)
        self._row(theme, cards, max(needed, theme.px(420)))
        return needed <= area.height() and cards.width() >= theme.px(700)

    def _row(self, theme: Theme, room: QRect, height: int) -> None:
        others = self._others()
        high = min(height, room.height())
        if not others:
            self.next.setGeometry(room.x(), room.y(), min(room.width(), theme.px(1100)), high)
            self._make_small([])
            return
        first = round(room.width() * 0.66)
        self.next.setGeometry(room.x(), room.y(), first, high)
        rest = QRect(room.x() + first + theme.px(36), room.y(), room.width() - first - theme.px(36), high)
        if len(others) == 1:
            rest.setTop(rest.bottom() + 1 - min(theme.px(250), high))
            self._column(theme, rest, others, theme.px(250))
        else:
            rows = max(2, min(5, (high + theme.px(16)) // theme.px(96)))
            self._column(theme, rest, others, min((high - theme.px(16) * (rows - 1)) // rows, theme.px(250)), rows)

    def _stack(self, theme: Theme, room: QRect) -> bool:
        others, gap, small = self._others(), theme.px(20), theme.px(104)
        rows = min(4, -(-len(others) // 2))
        high = min(theme.px(520), room.height() - rows * (small + gap))
        self.next.setGeometry(room.x(), room.y(), room.width(), max(high, 0))
        rest = room.adjusted(0, high + gap, 0, 0)
        shown = self._cut(others, rows * 2)
        self._make_small(shown)
        half = (room.width() - gap) // 2
        for number, card in enumerate(self._small):
            across, down = number % 2, number // 2
            card.setGeometry(rest.x() + across * (half + gap), rest.y() + down * (small + gap), half, small)
        return high >= theme.px(330)

    def _column(self, theme: Theme, room: QRect, lots: list[Lot], high: int, rows: int = 1) -> None:
        self._make_small(self._cut(lots, rows))
        for number, card in enumerate(self._small):
            card.setGeometry(room.x(), room.y() + number * (high + theme.px(16)), room.width(), high)

    def _others(self) -> list[Lot]:
        rest = list(self._value.lots)
        if self._first:
            rest.remove(self._first)
        return sorted(rest, key=lambda lot: _AFTER[lot.check])

    @staticmethod
    def _cut(lots: list[Lot], room: int) -> list[tuple[Lot | None, int]]:
        """As many as there is room for; the last seat says how many more there are."""
        if len(lots) <= room:
            return [(lot, 0) for lot in lots]
        return [*((lot, 0) for lot in lots[: room - 1]), (None, len(lots) - room + 1)]

    def _make_small(self, wanted: list[tuple[Lot | None, int]]) -> None:
        for old in self._small:
            drop(old)
        self._small = [SmallCard(lot, more) for lot, more in wanted]
        for card in self._small:
            card.setParent(self)
            if self.theme:
                card.dress(self.theme)
            card.show()
