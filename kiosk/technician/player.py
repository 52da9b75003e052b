"""Plays stories at a station: the synthetic camera is told what to hold up, buttons are tapped, time passes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.app import Kiosk, Stand
from kiosk.clock import SkippingClock
from kiosk.desk.shown import Key, Shown
from kiosk.desk.states import State
from kiosk.reader.wire import Prop, Scene
from kiosk.technician.stories import Hold, Step, Story, Touch, Type, Walk

PATIENCE = 20.0
"""Seconds after which a step that led to nothing is given up."""

APART = 4.0
"""Seconds between two things held up: the code before is out of view by then (3 s), so the next is a new sighting."""

GONE = 20 * 60.0
"""Seconds between two stories: the customer before is gone, and so is a visit that was left open."""

NOTHING = Scene(Prop.NOTHING)


@dataclass(slots=True)
class Played:
    """How one story went."""

    story: str
    complete: bool = False
    """Every step led to a screen that it waited for."""


class Player:
    """Plays stories one after the other. `pace` is the pause between two steps in seconds, 0 for as fast as it can."""

    def __init__(
        self,
        kiosk: Kiosk,
        stand: Stand,
        clock: SkippingClock,
        *,
        pace: float,
        began: Callable[[Played], None],
        ended: Callable[[Played], None],
        finished: Callable[[], None],
    ) -> None:
        self._kiosk = kiosk
        self._stand = stand
        self._clock = clock
        self._pace = pace
        self._began = began
        self._ended = ended
        self._finished = finished
        self._stories: Iterator[Story] = iter(())
        self._steps: Iterator[Step] = iter(())
        self._played: Played | None = None
        self._waits_for: frozenset[State] = frozenset()
        self._step = 0
        self._seed = 0
        self._stopped = False
        stand.painted.connect(self._painted)

    def play(self, stories: Sequence[Story]) -> None:
        """Begin; the rest happens in the kiosk's loop."""
        self._stories = iter(stories)
        self._kiosk.later(0, self._next_story)

    def stop(self) -> None:
        """Leave the stage: a person took over."""
        self._stopped = True
        self._stand.reader_shows(NOTHING)
        self._stand.window.caption("")

    def _next_story(self) -> None:
        if self._stopped:
            return
        story = next(self._stories, None)
        if story is None:
            self._finished()
            return
        self._clock.advance(GONE)
        self._stand.tick()
        self._played = Played(story.name)
        self._began(self._played)
        self._steps = iter(story.steps)
        self._next_step()

    def _next_step(self) -> None:
        if self._stopped or self._played is None:
            return
        step = next(self._steps, None)
        if step is None:
            self._end(complete=True)
            return
        self._step += 1
        number = self._step
        if self._pace:  # nobody looks on otherwise, and pictures shall show the screen alone
            self._stand.window.caption(f"{self._played.story.capitalize()}: {step.caption}")
        self._kiosk.later(int(self._pace * 1000), lambda: self._do(step, number))

    def _do(self, step: Step, number: int) -> None:
        if self._stopped:
            return
        if isinstance(step, Walk):
            self._clock.advance(max(0.0, step.seconds - self._pace))
            self._stand.tick()
            self._kiosk.later(int(self._pace * 1000), self._next_step)
            return
        self._waits_for = step.until
        self._kiosk.later(int(PATIENCE * 1000), lambda: self._give_up(number))
        match step:
            case Hold():
                self._seed += 1
                scene = Scene(step.what, step.text, step.symbology, dark=step.dark, seed=self._seed)
                self._stand.reader_shows(scene)
            case Touch():
                self._stand.station.tapped(step.tap)
            case Type():
                self._keys(list(step.text))

    def _keys(self, characters: list[str]) -> None:
        if characters and not self._stopped:
            self._stand.station.tapped(Key(characters[0]))
            self._kiosk.later(int(self._pace * 150), lambda: self._keys(characters[1:]))

    def _painted(self, value: Shown) -> None:
        if value.state in self._waits_for:
            self._waits_for = frozenset()
            self._stand.reader_shows(NOTHING)
            self._kiosk.later(int(self._pace * 1000), self._after_step)

    def _after_step(self) -> None:
        self._clock.advance(max(0.0, APART - 2 * self._pace))
        self._next_step()

    def _give_up(self, number: int) -> None:
        if number == self._step and self._waits_for:
            self._waits_for = frozenset()
            self._stand.reader_shows(NOTHING)
            self._end(complete=False)

    def _end(self, *, complete: bool) -> None:
        played, self._played = self._played, None
        if played is not None:
            played.complete = complete
            self._ended(played)
        self._kiosk.later(int(self._pace * 1000), self._next_story)
