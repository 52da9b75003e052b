"""Measures the reader beside its peers: starts the process that may see pictures, and adds up what it says."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import kiosk
from kiosk.errors import ReaderFault

_HOUSE = str(Path(kiosk.__file__).resolve().parents[1])
_START = "import sys; sys.path.insert(0, sys.argv[1]); from kiosk.reader.peers import main; main()"


@dataclass(frozen=True, slots=True)
class Measured:
    """One row: of so many frames each reader's figures, by its name.

    `part` is idle (p50_ms and p99_ms of processor time a frame, wall_ms of the clock on the wall on average), arrival (how long after
    a code was wholly in view it was read), drawn, stills or photos (processor time, read and wrong).
    """

    part: str
    name: str
    of: int
    readers: dict[str, dict[str, float]]


def measure(corpus: Path | None) -> Iterator[Measured]:
    """The rows as they come: idle first, then the drawn hardships and photographs, then the corpus's folders. Raises ReaderFault."""
    folder = str(corpus.resolve()) if corpus else ""
    command = [sys.executable, "-I", "-c", _START, _HOUSE, folder]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603  # our own program
        assert process.stdout is not None, "it was asked for"
        try:
            for line in process.stdout:
                yield Measured(**json.loads(line))
        except BaseException:  # nobody wants the rest
            process.kill()
            raise
    if process.returncode:
        raise ReaderFault("The measuring stopped before its end: a decoder is missing or failed. Run: kiosk doctor")


def totals(rows: list[Measured]) -> dict[str, dict[str, Any]]:
    """For the drawn parts and the photographed one, how many codes there were and how many each reader read, rightly and wrongly."""
    sums: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row.part in {"idle", "arrival"}:
            continue
        part = sums.setdefault(row.part, {"of": 0, "readers": {}})
        part["of"] += row.of
        for reader, figures in row.readers.items():
            sum_of = part["readers"].setdefault(reader, {"read": 0, "wrong": 0})
            for kind in sum_of:
                sum_of[kind] += figures[kind]
    return sums
