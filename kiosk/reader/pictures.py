"""Pictures whose bytes come over the wire, one at a time."""

import time

from kiosk.reader import grey
from kiosk.reader.eyes import Eyes
from kiosk.reader.link import Link
from kiosk.reader.wire import MAX_SIDE, Picture, Problem, SourceEnd, Stop

_REPEAT = 0.1  # seconds between two looks at a picture that is held in view


class Pictures:
    """Waits for pictures, reports each, and says when it is done with it."""

    def run(self, link: Link, eyes: Eyes) -> None:
        """Until told to stop."""
        while True:
            for message in link.wait():
                if isinstance(message, Stop):
                    return
                if isinstance(message, Picture):
                    link.send(_read(message, link, eyes))


def _read(picture: Picture, link: Link, eyes: Eyes) -> SourceEnd:
    pixels = grey.from_file(picture.untrusted_bytes)
    if pixels is None:
        return SourceEnd(picture.source, 0, Problem.NOT_A_PICTURE if picture.untrusted_bytes else Problem.EMPTY)
    if max(pixels.shape) > MAX_SIDE:
        return SourceEnd(picture.source, 0, Problem.TOO_BIG)
    until = time.monotonic() + picture.hold
    frames = 0
    while True:
        link.send(eyes.look(picture.source, frames, pixels))
        frames += 1
        if time.monotonic() + _REPEAT > until:
            return SourceEnd(picture.source, frames)
        time.sleep(_REPEAT)
