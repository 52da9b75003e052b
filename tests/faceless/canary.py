"""A random texture that stands in every frame of a canary kiosk's camera.

Two processes compute it from its seed, the reader child and the one that searches; the kiosk's own never does, and no file holds it.
"""

import numpy as np

from kiosk.reader.grey import Grey

BAND, WIDTH = 120, 1280  # pixels; one band above and one below what is held up, as wide as the frame


def texture(seed: int) -> Grey:
    """Both bands, one below the other: every row of them is random, so that 32 bytes in a row are found nowhere by chance."""
    return np.random.default_rng(seed).integers(0, 256, (2 * BAND, WIDTH), np.uint8)


def plant(seed: int, *, leak: bool) -> None:
    """Called in the child before its door shuts: from now on every frame holds the texture. With `leak` it is said as a code, too."""
    from kiosk.reader.eyes import Eyes  # noqa: PLC0415  # the searching process has no use for them
    from kiosk.reader.synthetic import SyntheticCamera  # noqa: PLC0415
    from kiosk.reader.wire import Frame, Sighting  # noqa: PLC0415

    bands, frame, look = texture(seed), SyntheticCamera.frame, Eyes.look

    def marked(camera: SyntheticCamera) -> Grey:
        picture = frame(camera)
        picture[:BAND], picture[-BAND:] = bands[:BAND], bands[BAND:]
        return picture

    def leaking(eyes: Eyes, source: int, number: int, picture: Grey) -> Frame:
        seen = look(eyes, source, number, picture)
        pixels = Sighting("QRCode", picture[7, 100:164].tobytes(), ((0, 0), (1, 0), (1, 1), (0, 1)))
        return Frame(source, number, (*seen.codes, pixels), *[getattr(seen, name) for name in Frame.__slots__[3:]])

    SyntheticCamera.frame = marked  # type: ignore[method-assign, assignment]  # this very child is the test's own
    if leak:
        Eyes.look = leaking  # type: ignore[method-assign, assignment]  # the same
