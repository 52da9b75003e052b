"""NOTICE: what we keep, until when, who answers, and your rights; one screen, in words that anybody reads in half a minute."""

from kiosk.desk.shown import Notice, Tap
from kiosk.screens import wording
from kiosk.screens.reading import ReadingPage
from kiosk.screens.wording import put, translate


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
        plain = translate("Notice", "Its number, place, code, and what happened when. No name, no face, no picture.")
        hint = translate(
            "Notice",
            "Its number, place, code, what happened when, and 4 characters to find it by. No name, no face, no picture.",
        )
        rights = translate(
            "Notice", "A friend may bring your code. Show it to see all we keep, and to delete what can go."
        )
        answers = translate("Notice", "%1 answers for it: ask, correct, object or complain at the desk.")
        self.foot.say(put(translate("Notice", "Notice %1, %2"), str(value.version), wording.whole_day(value.dated)))
        self.back.say(translate("Screens", "Back"))
        self.call.say(translate("Screens", "Call the desk"))
        self.read(
            wording.facts_kept(value.facts),
            (
                hint if value.hint else plain,
                wording.kept_until(value.days),
                rights,
                put(answers, self._name),
                value.answers,
            ),
        )
