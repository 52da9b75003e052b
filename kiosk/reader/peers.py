"""Measures this reader beside the decoders it is built on, in a process of its own that sees drawn frames and measuring pictures only.

Started by exec like the reader child, for the same reason: no decoder is ever loaded where people are served. It speaks in lines of JSON,
each `{"part", "name", "of", "readers": {reader: …}}`.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import zxingcpp
from pyzbar import pyzbar

from kiosk.reader import coach, grey
from kiosk.reader.cascade import Cascade
from kiosk.reader.decoder import FORMATS
from kiosk.reader.eyes import Eyes
from kiosk.reader.grey import Grey
from kiosk.reader.hardships import HARDSHIPS, clutter, held
from kiosk.reader.photographs import CAUSES, photograph
from kiosk.reader.sources import pictures_in
from kiosk.reader.synthetic import ENTRY, SyntheticCamera
from kiosk.reader.wire import Prop, Scene

Reads = Callable[[Grey], list[bytes]]
Shown = tuple[Grey, list[set[bytes]]]
"""A picture, and of each code in it the spellings of its text; none where it is not known."""

_SPELLINGS = ("utf-8", "iso-8859-1", "shift_jis", "gb18030")  # in which codes of old spell their texts
_SEEDS = 10  # frames of each hardship
_STILLS = 3  # photographs of each cause
_IDLE_FRAMES = 120
_PEERS_FRAMES = 24  # which always do the same
_SIZES = ((1280, 720), (1920, 1080))
_INTERVAL = 1000 / 30  # milliseconds between two frames
_GIVEN_UP = 2000.0  # milliseconds
_ARRIVALS = {
    "phone": (Prop.PHONE, "QRCode", False),
    "phone in dark mode": (Prop.PHONE, "QRCode", True),
    "label": (Prop.LABEL, "Code128", False),
}


def readers() -> dict[str, Reads]:
    """What is measured, by name."""
    cv2.setNumThreads(1)
    return {
        "all looks": _cascade(Cascade(every=True)),
        "first look": _cascade(Cascade(second_looks=())),
        "zxing-cpp": _zxing,
        "pyzbar": _pyzbar,
        "OpenCV": _opencv(),
    }


def _cascade(cascade: Cascade) -> Reads:
    return lambda picture: [code.untrusted_text for code in cascade.read(picture, coach.look(picture))]


def _zxing(picture: Grey) -> list[bytes]:
    return [code.bytes for code in zxingcpp.read_barcodes(picture, zxingcpp.BarcodeFormats(FORMATS))]


def _pyzbar(picture: Grey) -> list[bytes]:
    try:
        return [code.data for code in pyzbar.decode(picture, [pyzbar.ZBarSymbol.QRCODE, pyzbar.ZBarSymbol.CODE128])]
    except (pyzbar.PyZbarError, UnicodeError, ValueError):  # it stumbles over structured append
        return []


def _opencv() -> Reads:
    codes, bars = cv2.QRCodeDetector(), cv2.barcode.BarcodeDetector()

    def run(picture: Grey) -> list[bytes]:
        found: list[bytes] = []
        for detector in (codes, bars):
            try:
                found.append(str(detector.detectAndDecode(picture)[0]).encode())
            except (UnicodeDecodeError, cv2.error):  # it stumbles over bytes that are no UTF-8
                continue
        return [text for text in found if text]

    return run


def main() -> None:
    """Print every measurement as soon as it is made. Argument: the corpus's folder, or nothing."""
    corpus = Path(sys.argv[-1]) if sys.argv[-1] else None
    for line in chain(_idle(), _arrivals(), _drawn(), _stills(), _photos(corpus) if corpus else ()):
        _say(line)


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _idle() -> Iterator[dict[str, Any]]:
    """Frames without a code: what the reader costs nearly all day, its looks taking turns as they do live."""
    for width, height in _SIZES:
        scenes = {
            "plain": [np.full((height, width), 120, np.uint8)],
            "cluttered": [clutter(seed, width, height) for seed in range(4)],
        }
        for scene, frames in scenes.items():
            live = {"live": _cascade(Cascade())} | {name: run for name, run in readers().items() if name != "all looks"}
            timed = {
                name: _times(run, frames, _IDLE_FRAMES if name == "live" else _PEERS_FRAMES)
                for name, run in live.items()
            }
            yield {"part": "idle", "name": f"{scene} {width}x{height}", "of": _IDLE_FRAMES, "readers": timed}


def _times(run: Reads, frames: list[Grey], count: int) -> dict[str, float]:
    begun = time.perf_counter()
    spent = _spread([_timed(run, frames[index % len(frames)])[1] for index in range(count)])
    return spent | {"wall_ms": round((time.perf_counter() - begun) * 1000 / count, 2)}


def _arrivals() -> Iterator[dict[str, Any]]:
    """How long a code is wholly in view before its sighting is ready to leave the child, at so many frames a second.

    The clock is the camera's: frames come when they are due, one is missed while the one before is looked at, and looking takes the
    processor's time. The code shows its face some way into a frame's interval, on average half of it; that is counted, too.
    """
    for name, (prop, symbology, dark) in _ARRIVALS.items():
        took = [
            _arrival(seed, Scene(prop, f"HK1:{seed:026d}", symbology, dark, seed=seed)) for seed in range(_SEEDS * 2)
        ]
        read = [ms for ms in took if ms is not None]
        row = {"read": len(read), "wrong": 0, **_spread(read or [0.0])}
        yield {"part": "arrival", "name": name, "of": len(took), "readers": {"live": row}}


def _arrival(seed: int, scene: Scene) -> float | None:
    """Milliseconds; None where it is not read within two seconds."""
    camera, eyes, draw = SyntheticCamera(seed, 0), Eyes(), np.random.default_rng(seed)
    for number in range(int(draw.integers(5, 25))):  # the looks are somewhere in their turns
        eyes.look(0, number, camera.frame())
    camera.show(scene)
    for number in range(ENTRY):
        eyes.look(1, number, camera.frame())
    due, now = float(draw.uniform(0, _INTERVAL)), 0.0
    while now < _GIVEN_UP:
        picture = camera.frame()
        begun = time.thread_time()
        report = eyes.look(1, ENTRY, picture)
        now = due + (time.thread_time() - begun) * 1000
        if report.codes:
            return now
        while due < now:
            due += _INTERVAL
    return None


def _timed(run: Reads, picture: Grey) -> tuple[list[bytes], float]:
    """The texts, and the milliseconds of processor time: on a machine with other work the clock on the wall tells of that, too."""
    begun = time.thread_time()
    texts = run(picture)
    return texts, (time.thread_time() - begun) * 1000


def _spread(ms: list[float]) -> dict[str, float]:
    ordered = sorted(ms)
    return {
        "p50_ms": round(ordered[len(ordered) // 2], 2),
        "p99_ms": round(ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)], 2),
    }


def _drawn() -> Iterator[dict[str, Any]]:
    for hardship in HARDSHIPS:
        shown = [held(hardship, seed) for seed in range(_SEEDS)]
        yield _compared("drawn", hardship, [(one.frame, [{one.text}]) for one in shown])


def _stills() -> Iterator[dict[str, Any]]:
    for cause in CAUSES:
        shown = (photograph(cause, seed) for seed in range(_STILLS))
        yield _compared("stills", cause, ((one.picture, [{text} for text in one.texts]) for one in shown))


def _photos(corpus: Path) -> Iterator[dict[str, Any]]:
    """Each folder of pictures, at 0, 90, 180 and 270 degrees."""
    folders: dict[Path, list[Path]] = {}
    for path in pictures_in(corpus):
        folders.setdefault(path.parent, []).append(path)
    for folder, paths in folders.items():
        named = "." if folder == corpus else str(folder.relative_to(corpus))
        yield _compared("photos", named, _turned(paths))


def _turned(paths: Iterable[Path]) -> Iterator[Shown]:
    for path in paths:
        picture = grey.from_file(path.read_bytes())
        if picture is None:
            continue
        want = [_wanted(path)]
        for turns in range(4):
            yield np.ascontiguousarray(np.rot90(picture, turns)), want


def _wanted(path: Path) -> set[bytes]:
    """The text beside a picture in every spelling that a code may have; empty where none is known."""
    text, raw = path.with_suffix(".txt"), path.with_suffix(".bin")
    if raw.is_file():
        return {raw.read_bytes()}
    spelt = set()
    for spelling in _SPELLINGS if text.is_file() else ():
        try:
            spelt.add(text.read_bytes().decode("utf-8").encode(spelling))
        except UnicodeError:
            continue
    return spelt


def _compared(part: str, name: str, shown: Iterable[Shown]) -> dict[str, Any]:
    """Each reader's count of codes read rightly, and of pictures where it read only other texts than those that are there.

    Where no text is known, anything read counts as read.
    """
    these = readers()
    right, wrong = dict.fromkeys(these, 0), dict.fromkeys(these, 0)
    ms: dict[str, list[float]] = {reader: [] for reader in these}
    count = 0
    for picture, want in shown:
        count += len(want)
        for reader, run in these.items():
            texts, took = _timed(run, picture)
            ms[reader].append(took)
            hits = sum(bool(spelt.intersection(texts)) if spelt else bool(texts) for spelt in want)
            right[reader] += hits
            wrong[reader] += bool(texts) and not hits
    results = {
        reader: {"read": right[reader], "wrong": wrong[reader], **_spread(ms[reader] or [0.0])} for reader in these
    }
    return {"part": part, "name": name, "of": count, "readers": results}
