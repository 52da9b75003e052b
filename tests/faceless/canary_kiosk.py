"""The whole kiosk, with a camera in whose frames a canary stands: serves a visit, loses its reader to a crash, serves another.

Called with an empty folder, which alone it may write into, the canary's seed, and whether to leak. Says `served` and its reader's number
after each visit on stdout, and goes on serving until it is killed.
"""

import contextlib
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.app import Kiosk
from kiosk.clock import SkippingClock
from kiosk.desk import intake
from kiosk.desk.states import State
from kiosk.reader import presence
from kiosk.reader.reader import State as ReaderState
from kiosk.reader.sources import Synthetic
from kiosk.reader.wire import Prop, Sighting
from kiosk.settings import Depot, Settings
from kiosk.store import Store, opened
from kiosk.technician.init import make_home
from kiosk.technician.player import Player
from kiosk.technician.stories import Hold, Story
from tests.faceless import fence
from tests.faceless.door import before_the_door, canary

SETTINGS = Settings(Depot(tag="7KQ2"))
SHM = Path("/dev/shm")  # noqa: S108  # shared memory, which is searched too


def leak_everywhere(home: Path) -> None:
    """Write what the child says to files, to shared memory and to the log."""
    see = presence.Presence.see

    def leaking(self: presence.Presence, codes: tuple[Sighting, ...], now: float) -> object:
        for code in codes:
            for place in (home / "kept", SHM / f"kiosk-canary-{os.getpid()}"):
                with place.open("ab") as file:  # whatever came last, and however it was ended
                    file.write(b"odd" + code.untrusted_text)
            sys.stderr.buffer.write(b"a code: " + code.untrusted_text)
            sys.stderr.buffer.flush()
        return see(self, codes, now)

    presence.Presence.see = leaking  # type: ignore[method-assign, assignment]  # the leak that the test wants


def visit(store: Store, clock: SkippingClock, waybill: str) -> Story:
    received = intake.receive(store, SETTINGS, clock, waybill, "B-12")
    steps = (
        Hold(Prop.PHONE, received.token.text, frozenset({State.FOUND}), "code"),
        Hold(Prop.LABEL, waybill, frozenset({State.DONE}), "label", symbology="Code128"),
    )
    return Story(waybill, steps)


def main(folder: Path, seed: int, *, leak: bool) -> None:
    with contextlib.suppress(ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    home = folder / "home"
    if fence.possible():
        fence.write_only_into([folder, SHM, Path(os.devnull)])
    make_home(home, SETTINGS)
    before_the_door(canary(seed, leak=leak))
    if leak:
        leak_everywhere(home)
    clock = SkippingClock()
    with opened(home) as store:
        kiosk = Kiosk(store, SETTINGS, clock, {"1": Synthetic(seed=1, fps=20)}, headless=True)
        stand = kiosk.stands[0]
        assert stand.reader is not None
        reader = stand.reader

        def play(waybill: str, then: Callable[[], None]) -> None:
            Player(
                kiosk,
                stand,
                clock,
                pace=0,
                began=lambda _: None,
                ended=lambda played: say(f"{played.complete}"),
                finished=then,
            ).play([visit(store, clock, waybill)])

        served_by: list[int | None] = []

        def say(complete: str) -> None:
            served_by.append(reader.pid)  # who is told of it may end that one at once
            sys.stdout.write(f"served {complete} {reader.pid}\n")
            sys.stdout.flush()

        def when_another_reads() -> None:
            if reader.pid in (None, served_by[0]) or reader.state is not ReaderState.READING:
                kiosk.later(50, when_another_reads)
            else:
                play("1Z999AA10123456784", lambda: None)

        kiosk.start(full_screen=False, size=(640, 400))
        play("1Z999AA10123456792", when_another_reads)
        kiosk.run()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), leak=sys.argv[3] == "leak")
