"""NOTICE: what we keep, until when, who answers, and your rights; one screen, in words that anybody reads in half a minute."""

from kiosk.desk.shown import Notice, Tap
from kiosk.screens import notice_wording
from kiosk.screens.reading import ReadingPage
from kiosk.screens.wording import translate


class NoticeScreen(ReadingPage):
    """At most 120 words in each language."""

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name, paragraphs=5)
        self._name = depot_name
        self._value = Notice(0, 1)
        self.back = self.button(Tap.BACK, main=True)
        self.call = self.button(Tap.CALL_DESK)

    def show_value(self, value: Notice) -> None:
        """Show what this depot keeps."""
        self._value = value
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        value = self._value
        self.foot.say(notice_wording.version(value))
        self.back.say(translate("Screens", "Back"))
        self.call.say(translate("Screens", "Call the desk"))
        self.read(notice_wording.headline(value), notice_wording.paragraphs(value, self._name))
