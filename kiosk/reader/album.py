"""A folder of pictures as a live source: the parent reads the files and sends them, one after the other and then again from the first."""

from collections.abc import Iterator

from kiosk.reader.sources import Pictures
from kiosk.reader.wire import MAX_PICTURE, Picture


def album(source: Pictures, broken: set[int]) -> Iterator[Picture]:
    """The pictures over and over but for the broken ones, which grow in number; ends when no other is left."""
    while len(broken) < len(source.paths):
        for number, path in enumerate(source.paths):
            if number in broken:
                continue
            try:
                untrusted = path.read_bytes()
            except OSError:
                untrusted = b""
            if 0 < len(untrusted) <= MAX_PICTURE:
                yield Picture(number, untrusted, source.hold)
            else:
                broken.add(number)
