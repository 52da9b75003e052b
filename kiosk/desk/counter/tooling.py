"""A technician's tools at the window: the kiosk looked over, a station's reader aimed, a backup made."""

from collections.abc import Callable

from kiosk.desk.aiming import Aiming
from kiosk.desk.counter.panel import Do, Fact, FactRow, Kind, Panel, Row, Tell, TextRow
from kiosk.desk.counter.signing_in import ask_pin
from kiosk.desk.counter.task import AtHand, Step, Task
from kiosk.desk.declined import declined
from kiosk.desk.tools import Backups, Doctor, Looked, Standing
from kiosk.policy.roles import Act, Lacking
from kiosk.reader.wire import Frame


def with_tools(hand: AtHand, back: Task, begin: Callable[[], Task]) -> Task:
    """Begin, for those who may, with their PIN; else why not."""
    refused = declined(hand.store, hand.seat, Act.TOOLS)
    if refused is not None and refused.why is Lacking.PIN:
        return ask_pin(hand, lambda: with_tools(hand, back, begin), back)
    return begin() if refused is None else back.told(Tell(refused.why))


def looking_over(hand: AtHand, back: Task) -> Task:
    """The doctor, where one was handed in."""
    doctor = hand.doctor

    def begin() -> Task:
        assert doctor is not None  # as asked below
        doctor.begin()
        return LookingOver(hand, doctor, back)

    return back if doctor is None else with_tools(hand, back, begin)


def aiming(hand: AtHand, back: Task) -> Task:
    """By the station's own reader; the desk's window has none."""
    return with_tools(hand, back, lambda: Aim(hand, back)) if hand.at_station else back


def backing_up(hand: AtHand, back: Task) -> Task:
    """Into the depot's folder, where the settings name one."""
    backups = hand.backups

    def begin() -> Task:
        assert backups is not None  # as asked below
        backups.begin()
        return BackingUp(hand, backups, back)

    return back if backups is None else with_tools(hand, back, begin)


class BackingUp(Task):
    """A backup is being made; then what became of it. Who leaves does not stop it."""

    takes_scans = False

    def __init__(self, hand: AtHand, backups: Backups, back: Task) -> None:
        super().__init__(hand)
        self.back, self._backups = back, backups

    def panel(self) -> Panel:
        """That it is being made, or what the command said of it."""
        made = self._backups.made()
        if made is None:
            return Panel(Kind.BACKING_UP, ways=(Do.BACK,), box=False, tell=self.tell)
        return OneCheck(self.hand, made, self).panel()


class LookingOver(Task):
    """What the doctor found, the gravest first; until then, that it is looking."""

    takes_scans = False

    def __init__(self, hand: AtHand, doctor: Doctor, back: Task) -> None:
        super().__init__(hand)
        self.back, self._doctor = back, doctor
        self._found: list[Looked] = []

    def panel(self) -> Panel:
        """Each check and how it stands; a touch says more."""
        found = self._doctor.found()
        if found is None:
            return Panel(Kind.LOOKING_OVER, ways=(Do.BACK,), box=False, tell=self.tell)
        self._found = sorted(found, key=lambda one: list(Standing).index(one.standing))
        rows = tuple(TextRow(one.name, choice=one.standing) for one in self._found)
        wanting = sum(not one.ok for one in found)
        acts, ways = (Do.LOOK_AGAIN,), (Do.BACK,)
        return Panel(Kind.LOOKED_OVER, rows, acts=acts, ways=ways, box=False, tell=self.tell, number=wanting)

    def chooses(self, row: int) -> Step:
        """What that means, and what to do."""
        return OneCheck(self.hand, self._found[row], self)

    def does(self, do: Do) -> Step:
        """Once more, after something was mended; or back."""
        if do is Do.LOOK_AGAIN:
            self._doctor.begin()
            return self
        return super().does(do)


class OneCheck(Task):
    """One check in the doctor's words."""

    takes_scans = False

    def __init__(self, hand: AtHand, looked: Looked, back: Task) -> None:
        super().__init__(hand)
        self.back, self._looked = back, looked

    def panel(self) -> Panel:
        """Its name, what was found, what to do."""
        one = self._looked
        return Panel(Kind.CHECK, ways=(Do.BACK,), box=False, name=one.name, note=one.detail, todo=one.fix)


class Aim(Task):
    """Numbers and a drawing while somebody turns the camera; gone when they leave."""

    takes_scans = False

    def __init__(self, hand: AtHand, back: Task) -> None:
        super().__init__(hand)
        self.back = back
        self._aiming = Aiming()

    def sees(self, frame: Frame) -> None:
        """The station's reader saw this."""
        self._aiming.see(frame, self.hand.clock.monotonic())

    def panel(self) -> Panel:
        """What to turn, and by which numbers."""
        reading = self._aiming.reading(self.hand.clock.monotonic())
        rows: list[Row] = []
        if reading.per_mm is not None:
            rows.append(FactRow(Fact.PER_MM, f"{reading.per_mm:.1f}"))
        if reading.finest is not None:
            rows.append(FactRow(Fact.FINEST, f"{reading.finest / 10:.1f} mm"))
        rows += [
            FactRow(Fact.SHARPNESS, f"{reading.sharpness:.0f}"),
            FactRow(Fact.LIGHT, f"{reading.brightness:.0f}"),
            FactRow(Fact.GLARE, f"{reading.glare:.0%}"),
            FactRow(Fact.TIME, f"{reading.ms:.0f} ms"),
            FactRow(Fact.FRAMES, f"{reading.frames_per_second:.0f}"),
        ]
        return Panel(Kind.AIM, tuple(rows), ways=(Do.BACK,), box=False, tell=self.tell, aim=reading)
