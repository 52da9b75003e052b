"""The demo, told with what its parcels' labels and codes were, so that a search of its home knows what to look for.

Called with a home to make and a folder for pictures; says one JSON object. A process of its own: a QApplication ends once.
"""

import json
import sys
from pathlib import Path

from kiosk.clock import SkippingClock
from kiosk.store import opened
from kiosk.technician.demo import Demo, Wanted, settings_of_demo
from kiosk.technician.init import make_home
from kiosk.technician.stock import Sample


def main(home: Path, out: Path) -> None:
    settings = settings_of_demo()
    make_home(home, settings)
    with opened(home) as store:
        demo = Demo(store, settings, SkippingClock(), Wanted(headless=True, out=out), lambda *_: None)
        performance = demo.run()
    samples = [getattr(demo.stock, name) for name in demo.stock.__dataclass_fields__]
    canaries = [
        text for one in samples if isinstance(one, Sample) for text in (one.token, one.typed_code, *one.waybills)
    ]
    json.dump({"report": performance.report, "sound": performance.sound, "canaries": canaries}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
