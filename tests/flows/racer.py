"""One of two kiosks that race: `racer.py HOME STATION`. Each line on stdin is a code and a parcel; the answer is who was first."""

import sys
from pathlib import Path

from kiosk import settings as settings_file
from kiosk.clock import Clock
from kiosk.desk.visit import Opened, Visits
from kiosk.parcel import CodeKind, Leaves
from kiosk.store import opened


def main(home: Path, station: str) -> None:
    with opened(home) as store:
        visits = Visits(store, settings_file.load(home), Clock())
        for line in sys.stdin:
            code, parcel = line.split()
            answer = visits.show_code(CodeKind.TYPED, code, station=station)
            if isinstance(answer, Opened):
                visits.hand_over(answer.visit, [int(parcel)], station=station, how=Leaves.LABEL)
            first = isinstance(answer, Opened) and not answer.resumed
            sys.stdout.write("first\n" if first else "second\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
