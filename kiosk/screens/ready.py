"""READY: hold your code toward the light. One idea, and the ways for those who have none."""

from kiosk.desk.shown import Ready, Tap
from kiosk.reader.wire import Advice
from kiosk.screens.aim import Aim, Corners
from kiosk.screens.page import Page
from kiosk.screens.parts import Picture
from kiosk.screens.wording import translate


class ReadyScreen(Page):
    """The welcome. Without a reader, or where a depot wants it so, the keypad leads."""

    greets = True
    bold = 0.7

    def __init__(self, depot_name: str, mounting: str) -> None:
        super().__init__(depot_name)
        self._mounting = mounting
        self._aim: Aim | None = None
        self._advice: Advice | None = None
        self._value = Ready()
        self.headline = self.words(108, headline=True)
        self.text = self.words(46)
        self.type_code = self.button(Tap.TYPE_A_CODE, main=True)
        self.no_code = self.button(Tap.NO_CODE)
        self.call = self.button(Tap.CALL_DESK)
        self.kept = self.button(Tap.WHAT_IS_KEPT)

    def show_value(self, value: Ready) -> None:
        """Draw the aim, or the keypad where that leads."""
        if self.picture is None or value != self._value:
            self._aim = Aim(self._mounting) if value.reader_works and not value.typed_first else None
            self.add_picture(self._aim or Picture("keypad"))
        self._value = value
        self.retranslate()

    def spare(self, *, on: bool) -> None:
        """The line at the foot goes; the drawing stays wherever it stands beside the words, but for large text."""
        super().spare(on=on)
        if self.picture and self.theme:
            self.picture.setVisible(not on or not (self.theme.large or self.theme.portrait))

    def see(self, corners: Corners | None, width: int, height: int) -> None:
        """Move the drawn corners to where a code is seen; None lets them rest."""
        if self._aim:
            self._aim.see(corners, width, height)

    def advise(self, advice: Advice | None) -> None:
        """Say what would help whoever holds up a code; None says again where to hold it."""
        if advice is not self._advice:
            self._advice = advice
            self.retranslate()

    def tell(self, *, seen: bool) -> None:
        """Say whether a code is in view, for those who cannot see the corners move."""
        if seen:
            self.text.say(translate("Ready", "Code seen."))
            self.fit()
        else:
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        if self._aim:
            self._aim.retranslate()
        if self._value.reader_works and self._value.typed_first:
            self.headline.say(translate("Ready", "Type your\npickup code"))
            self.text.say(self._how(translate("Ready", "Or hold your code\na hand’s length from the reader.")))
        elif self._value.reader_works:
            self.headline.say(translate("Ready", "Hold your code\ntoward the light"))
            self.text.say(
                self._how(translate("Ready", "Pickup code or parcel label,\na hand’s length from the reader."))
            )
        else:
            self.headline.say(translate("Ready", "Type your\npickup code"))
            self.text.say(translate("Ready", "The reader is resting.\nTyped codes work as always."))
        self.foot.say(translate("Ready", "The reader looks for codes only. No picture is kept."))
        self.type_code.say(translate("Ready", "Type a code"))
        self.no_code.say(translate("Ready", "I have no code"))
        self.call.say(translate("Screens", "Call the desk"))
        self.kept.say(translate("Ready", "What we keep"))
        self.fit()

    def _how(self, where: str) -> str:
        """Where to hold the code, or what would help whoever holds it in vain."""
        said = {
            Advice.CLOSER: translate("Ready", "A little closer, please:\nit is too far away to read."),
            Advice.FURTHER: translate("Ready", "A little further away, please:\nit is out of focus."),
            Advice.HOLD_STILL: translate("Ready", "Hold it still\nfor a moment."),
            Advice.BRIGHTER: translate("Ready", "Turn up the brightness\nof your screen."),
            Advice.TILT: translate("Ready", "Tilt it a little:\na lamp shines in it."),
            Advice.TOO_SMALL: translate("Ready", "The code is small:\nmake it larger, or come closer."),
        }
        return said[self._advice] if self._advice else where
