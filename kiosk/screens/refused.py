"""REFUSED: why not, and what to do next; never only an error."""

from kiosk.desk.shown import Refused, Tap
from kiosk.policy.release import Reason
from kiosk.screens import theme as look
from kiosk.screens import wording
from kiosk.screens.advice import AdvicePage
from kiosk.screens.parts import Picture
from kiosk.screens.wording import translate

ICONS: dict[Reason, str] = {
    Reason.UNKNOWN: "search",
    Reason.NOT_OURS: "not-ours",
    Reason.WEB_LINK: "link",
    Reason.WRONG_DEPOT: "depot",
    Reason.NOT_ARRIVED: "truck",
    Reason.ALREADY_COLLECTED: "clock",
    Reason.PAST_DAY: "desk",
    Reason.EXPIRED: "calendar",
    Reason.REVOKED: "renewed",
    Reason.HELD: "desk",
    Reason.LOCKED_OUT: "lock",
    Reason.DAMAGED: "damaged",
}
"""The drawing of each reason: colour and words are never the only sign."""

_TRY_FIRST = {Reason.UNKNOWN, Reason.NOT_OURS, Reason.WEB_LINK, Reason.DAMAGED, Reason.WRONG_DEPOT, Reason.NOT_ARRIVED}
"""Reasons where another code helps sooner than the desk does."""
_TYPE_TOO = {Reason.WEB_LINK, Reason.DAMAGED}


class RefusedScreen(AdvicePage):
    """A reason's tag, sentence and next step."""

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name, "search")
        self._value = Refused(Reason.UNKNOWN)
        self.call = self.button(Tap.CALL_DESK)
        self.another = self.button(Tap.BACK)
        self.type_code = self.button(Tap.TYPE_A_CODE)
        self.kept = self.button(Tap.MY_PARCEL)

    def show_value(self, value: Refused) -> None:
        """Show this reason; the teal button is what helps most."""
        self._value = value
        self.add_picture(Picture(ICONS[value.reason]))
        self.type_code.setVisible(value.reason in _TYPE_TOO)
        self.kept.setVisible(value.mine)
        first, second = (self.another, self.call) if value.reason in _TRY_FIRST else (self.call, self.another)
        first.fill, first.ink = look.TEAL, look.WHITE
        second.fill, second.ink = look.MIST, look.INK
        self.buttons = [first, self.type_code, second, self.kept]
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        said = wording.refused(self._value.reason, self._value.when, self._value.today)
        self.tag.say(said.tag)
        self.headline.say(said.headline)
        self.text.say(said.next_step)
        self.more.say(
            translate("Refused", "The desk was called, too. Someone is coming.") if self._value.desk_knows else ""
        )
        self.call.say(translate("Screens", "Call the desk"))
        self.another.say(translate("Refused", "Try another code"))
        self.type_code.say(translate("Ready", "Type a code"))
        self.kept.say(translate("Found", "What we keep"))
        self.fit()
