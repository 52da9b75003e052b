"""Screens that say one thing and what to do: a code is wanted, another barcode, the keypad rests, closed, out of order."""

from datetime import date

from kiosk.desk.shown import Closed, LockedOut, OtherBarcode, OutOfOrder, ShowCode, Tap
from kiosk.screens import wording
from kiosk.screens.page import Page
from kiosk.screens.parts import Picture
from kiosk.screens.wording import translate
from kiosk.screens.words import PlaceLine


class AdvicePage(Page):
    """Tag, headline, two texts, a picture in a disc."""

    def __init__(self, depot_name: str, icon: str) -> None:
        super().__init__(depot_name)
        self.tag = self.tag_of(40)
        self.headline = self.words(96, headline=True, above=36)
        self.text = self.words(46)
        self.more = self.words(46)
        self.add_picture(Picture(icon))

    def spare(self, *, on: bool) -> None:
        """In reach the buttons need height: the headline says again what the tag says."""
        super().spare(on=on)
        self.tag.setVisible(bool(self.tag.text()) and not (on and self.theme is not None and self.theme.reach))


class ShowCodeScreen(AdvicePage):
    """A label came alone: the same words whether or not its parcel is here."""

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name, "phone")
        self._value = ShowCode()
        self.type_code = self.button(Tap.TYPE_A_CODE, main=True)
        self.no_code = self.button(Tap.NO_CODE)
        self.call = self.button(Tap.CALL_DESK)
        self.back = self.button(Tap.BACK)

    def show_value(self, value: ShowCode) -> None:
        """Ask for the code, or for it again."""
        self._value = value
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        if self._value.again:
            self.tag.say(translate("ShowCode", "One more scan"))
            self.headline.say(translate("ShowCode", "Show your code again"))
            self.text.say(
                translate("ShowCode", "Several people are at the shelves. Your code tells us which parcel is yours.")
            )
        else:
            self.tag.say(translate("ShowCode", "Label seen"))
            self.headline.say(translate("ShowCode", "Show your pickup code too"))
            self.text.say(translate("ShowCode", "Hold it toward the reader. Keep the parcel at hand."))
        self.type_code.say(translate("Ready", "Type a code"))
        self.no_code.say(translate("Ready", "I have no code"))
        self.call.say(translate("Screens", "Call the desk"))
        self.back.say(translate("Screens", "Back"))
        self.fit()


class OtherBarcodeScreen(AdvicePage):
    """Parcels carry many barcodes; one of them is the label's."""

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name, "turn")
        self._value = OtherBarcode()
        self.yours = self.add(PlaceLine(46, 84, self.ink))
        self.back = self.button(Tap.BACK, main=True)
        self.call = self.button(Tap.CALL_DESK)

    def show_value(self, value: OtherBarcode) -> None:
        """Ask for the label."""
        self._value = value
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        place = self._value.place
        self.tag.say(translate("OtherBarcode", "Another barcode"))
        self.headline.say(translate("OtherBarcode", "That is another barcode"))
        self.text.say(translate("OtherBarcode", "Turn to the delivery label, the one with the address, and show that."))
        self.yours.say(translate("Screens", "Yours is on place"), place or "")
        self.back.say(translate("OtherBarcode", "Show my place again") if place else translate("Screens", "Back"))
        self.call.say(translate("Screens", "Call the desk"))
        self.fit()


class LockedOutScreen(AdvicePage):
    """The keypad rests; scanning stays open."""

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name, "lock")
        self._value = LockedOut(0)
        self.call = self.button(Tap.CALL_DESK, main=True)
        self.back = self.button(Tap.BACK)

    def show_value(self, value: LockedOut) -> None:
        """Show the time that is left."""
        self._value = value
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self.tag.say(translate("LockedOut", "Keypad resting"))
        self.headline.say(wording.resting(self._value.seconds))
        self.text.say(translate("LockedOut", "Scanning still works: hold your code toward the reader."))
        self.call.say(translate("Screens", "Call the desk"))
        self.back.say(translate("Screens", "Back"))
        self.fit()


class ClosedScreen(AdvicePage):
    """When it opens; and for who began before: a code in use still goes on."""

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name, "clock")
        self._value = Closed(None, date.min)
        self.hours = self.words(46)
        self.line = self.words(46)
        self.type_code = self.button(Tap.TYPE_A_CODE)
        self.call = self.button(Tap.CALL_DESK)
        self.kept = self.button(Tap.WHAT_IS_KEPT)

    def show_value(self, value: Closed) -> None:
        """Show when to come back."""
        self._value = value
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        value = self._value
        self.tag.say(translate("Closed", "Closed now"))
        self.headline.say(wording.opens(value.opens, value.today))
        self.text.say(translate("Closed", "Your parcel stays safe, and your code stays good."))
        self.more.say(translate("Closed", "Inside already? Show your code again to finish."))
        self.hours.say(value.hours)
        self.line.say(value.line)
        self.type_code.say(translate("Ready", "Type a code"))
        self.call.say(translate("Screens", "Call the desk"))
        self.kept.say(translate("Ready", "What we keep"))
        self.fit()


class OutOfOrderScreen(AdvicePage):
    """Nothing to tap: it mends itself, or a technician comes."""

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name, "wrench")
        self._value = OutOfOrder("")

    def spare(self, *, on: bool) -> None:
        """Whatever else goes, a technician reads the fault code."""
        super().spare(on=on)
        self.foot.show()

    def show_value(self, value: OutOfOrder) -> None:
        """Show where to go, and the fault code."""
        self._value = value
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self.tag.say(translate("OutOfOrder", "Out of order"))
        self.headline.say(translate("OutOfOrder", "Please go to the desk"))
        self.text.say(
            translate(
                "OutOfOrder", "This station cannot serve right now. Your parcel stays safe, and your code stays good."
            )
        )
        self.more.say(self._value.line)
        self.foot.say(wording.fault(self._value.code))
        self.fit()
