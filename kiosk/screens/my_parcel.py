"""MY PARCEL: everything that is kept about it, in plain words; after its handover, what can go may be deleted."""

from kiosk.desk.shown import MyParcel, Tap
from kiosk.screens import kept_wording
from kiosk.screens.reading import ReadingPage
from kiosk.screens.wording import translate


class MyParcelScreen(ReadingPage):
    """For who showed its code."""

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name, paragraphs=4)
        self._value: MyParcel | None = None
        self.back = self.button(Tap.BACK, main=True)
        self.let_go = self.button(Tap.LET_GO)
        self.next = self.button(Tap.NEXT_PARCEL)
        self.kept = self.button(Tap.WHAT_IS_KEPT)

    def show_value(self, value: MyParcel) -> None:
        """Show this parcel."""
        self._value = value
        self.let_go.setVisible(value.can_go)
        self.next.setVisible(value.of > 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        if self._value is None:
            return
        self.back.say(translate("Screens", "Back"))
        self.let_go.say(translate("MyParcel", "Delete what can go"))
        self.next.say(translate("MyParcel", "Next parcel"))
        self.kept.say(translate("Ready", "What we keep"))
        self.read(kept_wording.headline(self._value), kept_wording.paragraphs(self._value))
