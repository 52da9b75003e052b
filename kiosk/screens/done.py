"""DONE: pale, with a giant tick. The next code may be shown at once."""

from datetime import UTC, date, datetime

from PySide6.QtCore import QRect

from kiosk.desk.shown import Done, Tap
from kiosk.screens import theme as look
from kiosk.screens import wording
from kiosk.screens.page import Page
from kiosk.screens.parts import Button, Picture
from kiosk.screens.receipt_card import ReceiptCard, Tick
from kiosk.screens.theme import Theme
from kiosk.screens.wording import translate


class DoneScreen(Page):
    """How many, when, and the receipt to be photographed; without one, what is kept until when beside a giant tick."""

    ground = look.LEAF_PALE

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name)
        self._value = Done(0, datetime.min.replace(tzinfo=UTC), date.min)
        self.tick = self.add(Tick(190, look.LEAF_DEEP))
        self.headline = self.words(140, headline=True, colour=look.LEAF_DEEP)
        self.count = self.words(56)
        self.desk_has = self.words(46, bold=True, colour=look.INK)
        self.kept = self.words(44)
        self._card: ReceiptCard | None = None
        self.goodbye = self.add_button(Button(Tap.BACK, fill=look.LEAF, ink=look.WHITE))
        self.what = self.add_button(Button(Tap.MY_PARCEL, fill=look.KEY))
        self.call = self.add_button(Button(Tap.CALL_DESK, fill=look.KEY))
        self.foot_beside = True

    def show_value(self, value: Done) -> None:
        """All parcels of the visit are checked."""
        self._value = value
        self._card = ReceiptCard(value.receipt) if value.receipt else None
        self.tick.setVisible(self._card is not None)
        self.picture_first, self.picture_share = self._card is None, 0.42 if self._card else 0.29
        self.picture_keeps = self._card is not None
        self.add_picture(self._card or Picture("tick", colour=look.LEAF_DEEP, disc=None, drawn=460, leading=True))
        self.call.setVisible(value.desk_has > 0)
        self.retranslate()

    def spare(self, *, on: bool) -> None:
        """The receipt is to be photographed: the tick gives way before it does."""
        super().spare(on=on and self._card is None)
        self.tick.setVisible(self._card is not None and not on)
        self.foot.setVisible(not on)

    def picture_holds(self, theme: Theme, room: QRect) -> bool:
        """A receipt that nobody can photograph is none: words shrink before it does."""
        return self._card.holds(room.size()) if self._card else super().picture_holds(theme, room)

    def retranslate(self) -> None:
        """Say everything again."""
        self.headline.say(translate("Done", "All yours."))
        self.count.say(wording.handed_over(self._value.parcels, self._value.at))
        self.desk_has.say(wording.desk_has(self._value.desk_has))
        self.kept.say(
            wording.photograph(self._value.kept_until) if self._card else wording.proof_kept(self._value.kept_until)
        )
        if self._card:
            self._card.retranslate()
        self.goodbye.say(translate("Done", "Goodbye"))
        self.what.say(translate("Done", "What is kept, until when"))
        self.call.say(translate("Screens", "Call the desk"))
        self.foot.say(translate("Done", "Next code may be shown now"))
        self.fit()
