"""The whole program, to be killed: serves scripted visits on a home and says on stdout when the screen DONE of one is painted.

Called with the home and a file of lines `number token waybill`. What is on stdout was acknowledged to a customer.
"""

import sys
from pathlib import Path

from kiosk import settings as settings_file
from kiosk.app import Kiosk
from kiosk.clock import SkippingClock
from kiosk.desk.shown import Shown
from kiosk.desk.states import State
from kiosk.reader.sources import Synthetic
from kiosk.reader.wire import Prop
from kiosk.store import opened
from kiosk.technician.player import Played, Player
from kiosk.technician.stories import Hold, Story


def _story(number: str, token: str, waybill: str) -> Story:
    ends = frozenset({State.DONE, State.REFUSED})

    steps = (
        Hold(Prop.PHONE, token, ends | {State.FOUND}, "code"),
        Hold(Prop.LABEL, waybill, ends | {State.SHOW_CODE}, "label", symbology="Code128"),
    )
    return Story(number, steps)


def main(home: Path, visits: Path) -> None:
    stories = [_story(*line.split()) for line in visits.read_text().splitlines()]
    settings, clock = settings_file.load(home), SkippingClock()
    with opened(home) as store:
        kiosk = Kiosk(store, settings, clock, {"1": Synthetic(seed=1, fps=0)}, headless=True)
        serving = ""

        def began(played: Played) -> None:
            nonlocal serving
            serving = played.story

        def painted(value: Shown) -> None:
            if value.state is State.DONE:
                sys.stdout.write(f"{serving}\n")
                sys.stdout.flush()

        kiosk.stands[0].painted.connect(painted)
        kiosk.start(full_screen=False, size=(640, 400))
        player = Player(
            kiosk,
            kiosk.stands[0],
            clock,
            pace=0,
            began=began,
            ended=lambda _: None,
            finished=kiosk.quit,
        )
        player.play(stories)
        kiosk.run()
        kiosk.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
