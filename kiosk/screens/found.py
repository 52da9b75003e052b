"""FOUND: where the parcels lie, the next one largest. The screen is free for the next person while these walk."""

from PySide6.QtCore import QRect

from kiosk.desk.shown import Check, Found, Lot, Tap
from kiosk.parcel import Leaves
from kiosk.screens import theme as look
from kiosk.screens import wording
from kiosk.screens.page import Page
from kiosk.screens.parts import Button, drop
from kiosk.screens.places import NextCard, SmallCard, staff_brings
from kiosk.screens.plan import Plan, PlanCard
from kiosk.screens.theme import Theme
from kiosk.screens.wording import translate

_AFTER = {Check.NEXT: 0, Check.LATER: 1, Check.DESK: 2, Check.CHECKED: 3}
"""What a short list shows first."""

LEAST_PLAN = 150
"""Drawn pixels of height under which a plan of shelves tells nothing."""

Seat = tuple[Lot | None, int]
"""A parcel, or how many more there are."""


class FoundScreen(Page):
    """Places of a visit, and every way out of trouble."""

    targets_on_top = True

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name)
        self._value = Found(())
        self.headline = self.words(92, headline=True)
        self.next = NextCard()
        self.next.setParent(self)
        self._small: list[SmallCard] = []
        self._plan: PlanCard | None = None
        self.have_it = self.add_target(Button(Tap.I_HAVE_IT, fill=look.TEAL, ink=look.WHITE, leading=True))
        self.not_there = self.add_target(Button(Tap.NOT_ON_SHELF, leading=True))
        self.bring = self.add_target(Button(Tap.BRING_IT, leading=True))
        self.another = self.add_target(Button(Tap.ANOTHER_CODE, leading=True))
        self.type_label = self.add_target(Button(Tap.TYPE_LABEL, leading=True))
        self._ways = [self.have_it, self.type_label, self.not_there, self.bring, self.another]
        self._side: list[Button] = []
        self._walking = True
        self._on_plan = False
        self.call = self.button(Tap.CALL_DESK)
        self.kept = self.button(Tap.MY_PARCEL)
        self._bar = list(self.buttons)
        self.foot_beside = True

    def take_plan(self, plan: Plan) -> None:
        """The depot has a plan of its shelves."""
        self._plan = PlanCard(plan)
        self._plan.setParent(self)

    def show_value(self, value: Found) -> None:
        """Show the parcels, next one first."""
        self._value = value
        to_fetch = [lot for lot in value.lots if lot.check is not Check.CHECKED]
        self.have_it.setVisible(bool(to_fetch) and all(lot.leaves is Leaves.TAP for lot in to_fetch))
        self.type_label.setVisible(any(lot.leaves is Leaves.LABEL and not staff_brings(lot) for lot in to_fetch))
        walking = any(not staff_brings(lot) for lot in to_fetch)
        for button in (self.not_there, self.bring):
            button.setVisible(walking)
        self._walking = walking
        self.call.fill, self.call.ink = (look.MIST, look.INK) if walking else (look.TEAL, look.WHITE)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        lots = self._value.lots
        self.headline.say(wording.parcels_for_you(len(lots)))
        if self._first:
            self.next.show_lot(self._first, among_several=len(lots) > 1, typed=not self._value.reader_works)
        self._on_plan = self._plan is not None and self._plan.show_place(self._walk_to)
        self.have_it.say(translate("Found", "I have it"))
        works = self._value.reader_works
        self.type_label.say(translate("Found", "Label won’t scan") if works else translate("Found", "Type its label"))
        self.type_label.fill, self.type_label.ink = (look.MIST, look.INK) if works else (look.TEAL, look.WHITE)
        self.not_there.say(translate("Found", "Not on the shelf"))
        self.bring.say(translate("Found", "Bring it to me"))
        self.another.say(translate("Found", "Another code"))
        self.call.say(translate("Screens", "Call the desk"))
        self.kept.say(translate("Found", "What we keep"))
        free = translate("Found", "You may walk to the shelves: this screen is free for others.")
        self.foot.say(free if self._walking else "")
        self.fit()

    @property
    def _first(self) -> Lot | None:
        return min(self._value.lots, key=lambda lot: _AFTER[lot.check], default=None)

    @property
    def _walk_to(self) -> str | None:
        return self._first.place if self._first and self._walking and self._first.check is Check.NEXT else None

    def dress(self, theme: Theme) -> None:
        """In portrait and in reach the ways out join the bar below."""
        for button in self._ways:
            button.leading = not (theme.portrait or theme.reach)
        super().dress(theme)

    def arrange(self, theme: Theme) -> bool:
        """Ways out stand at the right; those without room there join the bar."""
        ways = [button for button in self._ways if not button.isHidden()]
        if self._plan:
            self._plan.hide()
        for beside in (0,) if theme.portrait or theme.reach else (4, 3):
            self._side, self.buttons = ways[:beside], [*self._bar, *ways[beside:]]
            if not beside:
                self.buttons = [*ways, *self._bar] if self._walking else [*self._bar, *ways]
            if super().arrange(theme):
                return True
        return False

    def arrange_middle(self, theme: Theme, middle: QRect) -> bool:
        """Headline; the next card with the small ones beside it; ways out at the right (landscape)."""
        head = QRect(middle.x(), middle.y(), middle.width(), self.column_height(theme, middle.width()))
        if theme.portrait:
            head.moveTop(middle.y() + theme.px(28))
        fits = self.place_column(theme, head)
        area = middle.adjusted(0, head.bottom() + theme.px(24) - middle.y(), 0, 0)
        if theme.portrait:
            return self._stack(theme, area) and fits
        if theme.reach:
            self._row(theme, area)
            return self._reads_whole(theme, area) and fits
        wide = max((button.sizeHint().width() for button in self._side), default=0)
        wide = max(theme.px(480), wide)
        needed = max(4 * theme.target + 3 * theme.gap if theme.tight == 1 else 0, self._side_height(theme))
        slack = area.height() - self._side_height(theme)
        high = min(area.height(), needed)
        head.translate(0, (area.height() - high) * 2 // 5)
        fits = self.place_column(theme, head)
        area.setTop(area.bottom() + 1 - high)
        for number, button in enumerate(self._side):
            top = area.y() + number * (theme.target + theme.gap)
            button.setGeometry(area.right() + 1 - wide, top, wide, theme.target)
        cards = area.adjusted(0, 0, -wide - theme.px(60), 0)
        self._row(theme, cards)
        wide_enough = cards.width() >= theme.px(700) and (not theme.large or self._reads_whole(theme, cards))
        return slack >= 0 and wide_enough and fits

    def _reads_whole(self, theme: Theme, cards: QRect) -> bool:
        """Large text is worth having only where the card keeps it large."""
        wide = self.next.width()
        return cards.height() >= self.next.least_height(theme) and self.next.whole(theme, wide)

    def _side_height(self, theme: Theme) -> int:
        count = len(self._side)
        return count * theme.target + max(0, count - 1) * theme.gap

    def _row(self, theme: Theme, room: QRect) -> None:
        others = self._others()
        if not others and not self._on_plan:
            self.next.setGeometry(room)
            self._make_small([])
            return
        alone = not others and self.next.whole(theme, round(room.width() * 0.56))
        share = 0.56 if alone else 0.67  # a plan alone beside the card may be larger, where the card's words stay so
        first, gap = round(room.width() * share), theme.px(32)
        self.next.setGeometry(room.x(), room.y(), first, room.height())
        rest = room.adjusted(first + gap, 0, 0, 0)
        if len(others) < 2:
            over = QRect(rest)
            if others:
                over.setBottom(rest.bottom() - min(theme.px(250), rest.height()) - theme.px(16))
            self._place_plan(theme, over)
        if not others:
            self._make_small([])
            return
        if len(others) == 1:
            rest.setTop(rest.bottom() + 1 - min(theme.px(250), rest.height()))
            self._grid(theme, rest, [(others[0], 0)], 1, rest.height())
            return
        gap = theme.px(16)
        shown, least, rows = self._readable(theme, rest, gap, 1)
        filled = (rest.height() - gap * (rows - 1)) // rows
        self._grid(theme, rest, shown, 1, filled if len(shown) == rows else max(least, min(theme.px(190), filled)))

    def _stack(self, theme: Theme, room: QRect) -> bool:
        others, gap = self._others(), theme.px(20)
        shown, small, rows = self._readable(theme, room.adjusted(0, theme.px(360) + gap, 0, 0), gap, 2)
        rows = min(-(-len(others) // 2), rows)
        high = min(theme.px(620), room.height() - rows * (small + gap))
        self.next.setGeometry(room.x(), room.y(), room.width(), max(high, 0))
        below = room.adjusted(0, high + gap, 0, 0)
        self._grid(theme, below, shown, 2, small)
        self._place_plan(theme, below.adjusted(0, rows * (small + gap), 0, 0))
        return high >= self.next.least_height(theme) and self.next.whole(theme, room.width())

    def _place_plan(self, theme: Theme, room: QRect) -> None:
        """The plan in what room is left, where it can be read there; several parcels are more than one mark."""
        high = (
            min(room.height(), self._plan.high_for(room.width()) + theme.px(36)) if self._plan and self._on_plan else 0
        )
        if self._plan:
            self._plan.setGeometry(room.x(), room.y(), room.width(), high)
            self._plan.setVisible(high >= theme.px(LEAST_PLAN))

    def _readable(self, theme: Theme, room: QRect, gap: int, columns: int) -> tuple[list[Seat], int, int]:
        """Small cards for that room, their least height, and how many rows there are: one line a card where all can be read so."""
        wide, text = (room.width() - gap * (columns - 1)) // columns, theme.text(40).pixelSize()
        for drawn, lines in ((96, 2.0), (150, 2.9)):
            least = round(max(theme.px(drawn), text * lines))
            rows = max(1, (room.height() + gap) // (least + gap))
            shown = self._cut(self._others(), rows * columns)
            if all(SmallCard(*seat).fits_one_line(theme, wide) for seat in shown):
                break
        return shown, least, rows

    def _grid(self, theme: Theme, room: QRect, wanted: list[Seat], columns: int, high: int) -> None:
        gap = theme.px(16 if columns == 1 else 20)
        wide = (room.width() - gap * (columns - 1)) // columns
        self._make_small(wanted)
        for number, card in enumerate(self._small):
            down, across = divmod(number, columns)
            card.setGeometry(room.x() + across * (wide + gap), room.y() + down * (high + gap), wide, high)

    def _others(self) -> list[Lot]:
        rest = list(self._value.lots)
        if self._first:
            rest.remove(self._first)
        return sorted(rest, key=lambda lot: _AFTER[lot.check])

    @staticmethod
    def _cut(lots: list[Lot], room: int) -> list[Seat]:
        """As many as there is room for; the last seat says how many more there are."""
        if len(lots) <= room:
            return [(lot, 0) for lot in lots]
        return [*((lot, 0) for lot in lots[: room - 1]), (None, len(lots) - room + 1)]

    def _make_small(self, wanted: list[Seat]) -> None:
        for old in self._small:
            drop(old)
        self._small = [SmallCard(lot, more) for lot, more in wanted]
        for card in self._small:
            card.setParent(self)
            if self.theme:
                card.dress(self.theme)
            card.show()
