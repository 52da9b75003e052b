"""DESK CALLED: help comes, or, with nobody at the desk, hours and the depot's own line; never a promise nobody keeps."""

from kiosk.desk.shown import DeskCalled, Tap, Why
from kiosk.screens import wording
from kiosk.screens.advice import AdvicePage
from kiosk.screens.parts import Picture
from kiosk.screens.wording import translate


class DeskCalledScreen(AdvicePage):
    """What happens next."""

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name, "bell")
        self._value = DeskCalled(Why.HELP, staffed=False)
        self.line = self.words(46)
        self.back = self.button(Tap.BACK, main=True)

    def show_value(self, value: DeskCalled) -> None:
        """Show what the desk does, or when it is there."""
        self._value = value
        self.add_picture(Picture("bell" if value.staffed else "clock"))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        value = self._value
        said = wording.called(value.why) if value.staffed else wording.unstaffed()
        self.tag.say(said.tag)
        self.headline.say(said.headline)
        self.text.say(said.next_step)
        self.more.say("" if value.staffed else wording.desk_hours(value.hours))
        self.line.say("" if value.staffed else value.line)
        self.back.say(translate("Screens", "Back"))
        self.fit()
