"""What a measuring tells: one row with each one's figures and ours over a peer's, and how rows are made from times."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import perf_counter

OURS, PLAIN, BARE = "kiosk", "plain SQLite", "bare SQLCipher commit"


@dataclass(frozen=True, slots=True)
class Measured:
    """One row: what was done, each one's figures (`p50_ms`, `p99_ms`, `rows_s`, `s`, `mb`), and ours over a peer's."""

    name: str
    figures: dict[str, dict[str, float]]
    ratios: dict[str, float] = field(default_factory=dict)


def timed(work: Callable[[], object]) -> float:
    """Seconds that it took."""
    began = perf_counter()
    work()
    return perf_counter() - began


def spread(name: str, taken: dict[str, list[float]]) -> Measured:
    """Half and nearly all were done within this; ours over each peer's half."""
    figures = {who: {"p50_ms": at(times, 0.5) * 1e3, "p99_ms": at(times, 0.99) * 1e3} for who, times in taken.items()}
    ratios = {
        f"{part} / {who}": figures[OURS][f"{part}_ms"] / figures[who][f"{part}_ms"]
        for who in figures
        for part in ("p50", "p99")
        if who != OURS
    }
    return Measured(name, figures, ratios)


def rates(name: str, rows: int, seconds: dict[str, float]) -> Measured:
    """So many rows in so many seconds; ours over the plain peer's."""
    figures = {who: {"rows_s": rows / spent, "s": spent} for who, spent in seconds.items()}
    return Measured(name, figures, {f"s / {PLAIN}": seconds[OURS] / seconds[PLAIN]})


def at(times: Sequence[float], part: float) -> float:
    """The time that so large a part of them stays within (nearest rank)."""
    return sorted(times)[max(0, math.ceil(part * len(times)) - 1)]
