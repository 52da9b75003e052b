"""The demo: a temporary depot, twenty parcels, and customers who serve themselves through the real reader, store and screens."""

import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.app import Kiosk, save_picture
from kiosk.clock import Clock, SkippingClock
from kiosk.codes import slip, typed
from kiosk.codes.typed import TypedCode, TypedForm
from kiosk.desk.shown import Shown
from kiosk.desk.states import State
from kiosk.errors import SourceFault
from kiosk.reader.sources import Pictures, Source, Synthetic
from kiosk.settings import Depot, Release, Settings
from kiosk.store import Store
from kiosk.technician.init import DEMO_TAG, make_home
from kiosk.technician.outcome import Outcome, outcomes_since
from kiosk.technician.player import Played, Player
from kiosk.technician.stock import fill
from kiosk.technician.stories import stories_of

SIZE = (1920, 1080)
"""Pixels of the window when there is no screen to fill."""
WINDOW = (1280, 800)
"""Pixels of the window on somebody's desktop."""
PACE = 1.6
"""Seconds between two steps when people look on."""
SEED = 7
"""Of the synthetic camera: the demo looks alike each time."""
FRAMES_PER_SECOND = 20
"""Of the synthetic camera when people look on."""
LOOK_ON = 30.0
"""Seconds for which a camera or a video is served when nobody looks on."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks of the demo."""

    headless: bool
    out: Path | None = None
    """Folder for a picture of each screen shown."""
    camera: Source | None = None
    """A real source in front instead of the synthetic camera."""
    home: Path | None = None
    """Keep the depot here instead of in a temporary folder."""


@dataclass(frozen=True, slots=True)
class Performance:
    """What the demo came to."""

    report: dict[str, Any]
    """As DESIGN §9 has it."""
    sound: bool
    """The store is encrypted, the ledger verified, every probe denied, and no story got stuck."""


def play(wanted: Wanted, *, told: Callable[[str, int, int], None]) -> Performance:
    """Play the demo to its end; `told` hears each story's name, its number and how many. Raises `KioskFault`."""
    with ExitStack() as closing:
        if wanted.home is None:
            home = Path(closing.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-demo-"))) / "home"
        else:
            home = wanted.home
        make_home(home, settings_of_demo())
        clock, store = SkippingClock(), Store.open(home)
        closing.callback(store.close)
        return Demo(store, settings_of_demo(), clock, wanted, told).run()


def settings_of_demo() -> Settings:
    """The demo's depot."""
    depot = Depot(tag=DEMO_TAG, name="Riverside Depot", hours="Mon-Sat 8-20", line="Ring the bell at the desk.")
    return Settings(depot, release=Release(found_seconds=12))  # people who look on read slower than people at a depot


class Demo:
    """One performance."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        clock: SkippingClock,
        wanted: Wanted,
        told: Callable[[str, int, int], None],
    ) -> None:
        self._store = store
        self._wanted = wanted
        self._told = told
        self._clock = clock
        self.stock = fill(store, settings, clock)
        """What is on the shelves, for whoever plays along."""
        self._stories = stories_of(self.stock)
        live = FRAMES_PER_SECOND if not wanted.headless else 0
        source = wanted.camera or Synthetic(seed=SEED, fps=live)
        station = settings.stations[0].name
        self._kiosk = Kiosk(store, settings, clock, {station: source}, headless=wanted.headless)
        self._stand = self._kiosk.stands[0]
        self._visits: list[dict[str, Any]] = []
        self._story = ""
        self._stuck = False
        self._began_at = 0.0
        self._screens: list[str] = []
        self._pictures: list[str] = []
        self._first_entry = 0
        self._watch = Clock()

    def run(self) -> Performance:
        """Play until the last story has ended, the window is closed or, with a source of one's own, it has come to its end."""
        self._stand.painted.connect(self._painted)
        self._kiosk.start(full_screen=False, size=SIZE if self._wanted.headless else WINDOW)
        try:
            self._begin()
            self._kiosk.run()
            return self._performance()
        finally:
            self._kiosk.stop()

    def _begin(self) -> None:
        self._first_entry = self._store.journal.size()
        if self._wanted.camera is not None:
            self._invite()
            return
        player = Player(
            self._kiosk,
            self._stand,
            self._clock,
            pace=0.0 if self._wanted.headless else PACE,
            began=self._began,
            ended=self._ended,
            finished=self._finished,
        )
        self._stand.touched.connect(lambda: self._take_over(player))
        player.play(self._stories)

    def _invite(self) -> None:
        """A real source is in front: write two slips to try, and record whatever happens."""
        folder = self._wanted.out or Path("kiosk-demo")
        folder.mkdir(parents=True, exist_ok=True)
        for name, sample in (("one-parcel", self.stock.one), ("two-parcels", self.stock.two)):
            path = folder / f"{name}.png"
            path.write_bytes(slip.qr_png(sample.token))
            self._told(f"A slip to try: {path}", 0, 0)
        self._begin_record("live")
        if self._wanted.headless:
            camera = self._wanted.camera
            seconds = len(camera.paths) * camera.hold + 5 if isinstance(camera, Pictures) else LOOK_ON
            self._kiosk.later(int(seconds * 1000), self._kiosk.quit)
        else:
            self._stand.window.caption(f"Show the reader one of the two slips in {folder.resolve()}")

    def _performance(self) -> Performance:
        if self._wanted.camera is not None:
            self._record()
            if self._stand.reader is not None and not self._stand.reader.stats.frames:
                raise SourceFault(
                    "Not one frame came from this source. See whether it is a picture, a video or a camera."
                )
        report = self._report()
        sandbox, store, ledger = report["reader"]["sandbox"], report["store"], report["ledger"]
        sound = store["encrypted"] and ledger["verified"] and sandbox["denied"] and all(sandbox["denied"].values())
        return Performance(report, bool(sound) and not self._stuck)

    def _report(self) -> dict[str, Any]:
        reader, verified = self._stand.reader, self._store.journal.verify()
        assert reader is not None  # the demo always has a source
        report = reader.sandbox
        return {
            "visits": self._visits,
            "handed_over": self._count(Outcome.HANDED_OVER),
            "refused": self._count(Outcome.REFUSED),
            "wrong_parcels": sum(visit["wrong_parcels"] for visit in self._visits),
            "reader": {
                "frames": reader.stats.frames,
                "codes": reader.stats.codes,
                "ms_p50": round(reader.stats.p50, 3),
                "ms_p99": round(reader.stats.p99, 3),
                "sandbox": {
                    "landlock": bool(report and report.landlock),
                    "seccomp": bool(report and report.seccomp),
                    "denied": dict(report.denied) if report else {},
                },
            },
            "store": {**self._store.facts(), "parcels": self._store.parcels.count()},
            "ledger": {"entries": verified.entries, "root": verified.root, "verified": verified.ok},
            "screenshots": self._pictures,
        }

    def _count(self, outcome: Outcome) -> int:
        return sum(visit["outcome"] == outcome for visit in self._visits)

    def _began(self, played: Played) -> None:
        names = [story.name for story in self._stories]
        self._told(played.story, names.index(played.story) + 1, len(names))
        self._begin_record(played.story)

    def _begin_record(self, story: str) -> None:
        self._story = story
        self._first_entry = self._store.journal.size()
        self._screens = [str(self._stand.station.shown.state)]
        self._began_at = self._watch.monotonic()

    def _ended(self, played: Played) -> None:
        self._stuck = self._stuck or not played.complete
        self._record()

    def _record(self) -> None:
        milliseconds = (self._watch.monotonic() - self._began_at) * 1000
        for ended in outcomes_since(self._store, self._first_entry):
            self._visits.append(
                {
                    "story": self._story,
                    "outcome": str(ended.outcome),
                    "reason": ended.reason,
                    "parcels": ended.parcels,
                    "wrong_parcels": ended.wrong_parcels,
                    "screens": list(self._screens),
                    "ms": round(milliseconds, 1),
                }
            )

    def _finished(self) -> None:
        if self._wanted.headless:
            self._kiosk.quit()
        else:
            self._stand.window.caption("That was the demo. Touch the screen to try it yourself, or close the window.")

    def _painted(self, value: Shown) -> None:
        if value.state in {State.FOUND, State.DONE} or self._screens[-1:] != [
            value.state
        ]:  # a key pressed is no new screen
            self._screens.append(str(value.state))
        if self._wanted.out is not None:
            path = self._wanted.out / f"{len(self._pictures) + 1:02}-{value.state.replace('_', '-')}.png"
            save_picture(self._stand.window, path)
            self._pictures.append(str(path))

    def _take_over(self, player: Player) -> None:
        player.stop()
        code = typed.grouped(TypedCode(self.stock.spare.typed_code, TypedForm.DIGITS))
        self._stand.window.caption(f"It is yours. A code to type: {code}")
