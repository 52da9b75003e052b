"""Taking in a carrier's manifest: all rows or none, unless the depot asks to keep the good ones.

First every row is read, judged and laid aside in the store; nobody waits meanwhile, and whatever ends it, an impatient key say, leaves
no trace. Once the manifest is accepted it goes in whole (`arrivals`). A dry run ends before anything is laid aside for good.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, TypeVar

from kiosk.clock import Clock
from kiosk.desk.arrivals import alone, bring_in
from kiosk.desk.columns import Cells, Header, Need, Row
from kiosk.desk.patterns import code_patterns
from kiosk.desk.rows import Format, Manifest
from kiosk.errors import ManifestFault, StoreFault
from kiosk.parcel import Leaves, ParcelState
from kiosk.settings import Settings
from kiosk.store import Arriving, Store

T = TypeVar("T")

NO_COLUMNS: Mapping[Need, str] = MappingProxyType({})
LOT = 1_000
"""Rows that are laid aside together."""
_EXPECTED, _WAITING = ParcelState.EXPECTED.value, ParcelState.WAITING.value
HERE = "A parcel with this waybill is here already."


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not taken. `line` counts from 1 at the header; `why` says nothing of what stands in the row."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a manifest. `taken` is 0 where a refused row held back all; a dry run says what would be taken."""

    rows: int
    taken: int
    refused: tuple[RefusedRow, ...]
    dropped_columns: tuple[str, ...]
    seconds: float


def import_manifest(
    store: Store,
    settings: Settings,
    clock: Clock,
    lines: BinaryIO | Path,
    *,
    format: Format | None = None,  # noqa: A002  # the word for it; nothing here formats
    carrier: str | None = None,
    columns: Mapping[Need, str] = NO_COLUMNS,
    keep_good: bool = False,
    dry_run: bool = False,
    progress: Callable[[int], None] = lambda _: None,
    brought_in: Callable[[int], None] = lambda _: None,
    serving: Callable[[], bool] = alone,
) -> Imported:
    """Read a manifest and take its parcels in; `progress` is told how many bytes were read since it was last told, `brought_in` rows.

    `format` is seen from the file's beginning where it is None; a stream must be able to go back to its start. `carrier` is whose
    manifest it is: rows that name none are that carrier's, and what `columns` says of its headers is remembered with the rows that
    are taken. `serving` says whether customers
    are served from this store. Raises `ManifestFault` for a file that cannot be read at all, and `StoreFault`.
    """
    wanted = frozenset(Need) if settings.hint.on else frozenset(Need) - {Need.PHONE}
    started = clock.monotonic()
    store.expect_many()
    bring_in(store, clock, serving=serving)
    number = None if dry_run else _begin(store, clock)
    try:
        known = {Need(need): header for need, header in store.columns.of(carrier or "").items()}
        judging = _Judging(store, settings, carrier)
        with _opened(lines) as stream:
            manifest = Manifest(
                stream, wanted=wanted, form=format, progress=progress, header=Header({**known, **columns})
            )
            for lot in _in_lots(manifest.rows(), LOT):
                good = judging.good(lot)
                if number is not None and (keep_good or not judging.refused):
                    with store.transaction():
                        store.arrivals.stage(number, good)
        rows, refused = judging.fit + len(judging.refused), judging.refused
        taken = 0 if refused and not keep_good else judging.fit
        if taken and number is not None:
            with store.transaction():
                store.arrivals.accept(number, rows)
                if carrier is not None:
                    store.columns.remember(carrier, {need.value: header for need, header in columns.items()})
    finally:
        with suppress(StoreFault):  # the error that led here says more, and what stays is dropped within the hour
            _drop(store, number)
    if taken and number is not None:
        too_late = _bring_in_all_the_same(store, clock, serving, brought_in).get(number, [])
        refused, taken = refused + [RefusedRow(line, HERE) for line in too_late], taken - len(too_late)
    return Imported(rows, taken, tuple(refused), tuple(manifest.dropped), clock.monotonic() - started)


def _begin(store: Store, clock: Clock) -> int:
    with store.transaction():
        store.arrivals.drop_abandoned(clock.now())
        return store.arrivals.begin(clock.now())


def _drop(store: Store, number: int | None) -> None:
    """Lay nothing aside any more; what was accepted stays."""
    if number is None:
        return
    with store.transaction():
        dropped = store.arrivals.drop(number)
    if dropped:
        store.sweep()


def _bring_in_all_the_same(
    store: Store, clock: Clock, serving: Callable[[], bool], told: Callable[[int], None]
) -> dict[int, list[int]]:
    """An accepted manifest goes in whole: an impatient key comes too late."""
    found: dict[int, list[int]] = {}
    while True:
        try:
            return found | bring_in(store, clock, serving=serving, told=told)
        except KeyboardInterrupt:
            continue


class _Judging:
    """The rows of one manifest, judged by themselves, against each other and against what is here."""

    def __init__(self, store: Store, settings: Settings, carrier: str | None) -> None:
        self.fit = 0
        self.refused: list[RefusedRow] = []
        self._store = store
        self._cells = Cells(code_patterns(settings), leaves=Leaves(settings.release.how))
        self._carrier = carrier
        self._lines: dict[str, int] = {}
        self._codes: dict[str, tuple[str | None, bytes]] = {}

    def good(self, untrusted_rows: Iterable[tuple[int, dict[Need, str] | str]]) -> list[Arriving]:
        """Those that are fit to be taken in; why the others are not is in `refused`."""
        rows = [(line, self._cells.row(cells) if isinstance(cells, dict) else cells) for line, cells in untrusted_rows]
        well_formed = [row for _, row in rows if isinstance(row, Row)]
        known = self._store.arrivals
        digests = known.digests(row.waybill.text for row in well_formed)
        here = known.here(digests.values())
        codes = known.code_digests({row.pickup_code for row in well_formed if row.pickup_code} - self._codes.keys())
        taken = known.open_codes(codes.values()) if codes else set[bytes]()
        found = []
        for line, row in rows:
            if not isinstance(row, Row):
                self.refused.append(RefusedRow(line, row))
                continue
            text, carrier, code = row.waybill.text, row.carrier or row.waybill.carrier or self._carrier, row.pickup_code
            why = self._unfit(text, is_here=digests[text] in here)
            if why is None and code:
                why = self._unfit_code(code, carrier, is_taken=codes.get(code) in taken)
            if why is not None:
                self.refused.append(RefusedRow(line, why))
                continue
            self._lines[text] = line
            if code:
                self._codes.setdefault(code, (carrier, codes.get(code, b"")))
            state = _EXPECTED if row.place is None else _WAITING
            day = row.last_day.isoformat() if row.last_day else None
            digest = self._codes[code][1] if code else None
            leaves = row.leaves.value  # a StrEnum would be adapted first, which takes longer than the insert
            found.append(Arriving(line, digest, text, digests[text], carrier, row.place, state, leaves, day, row.hint))
        self.fit += len(found)
        return found

    def _unfit(self, waybill: str, *, is_here: bool) -> str | None:
        """Why a well-formed row cannot stand beside the others."""
        if waybill in self._lines:
            return f"The same waybill stands in line {self._lines[waybill]}."
        return HERE if is_here else None

    def _unfit_code(self, code: str, carrier: str | None, *, is_taken: bool) -> str | None:
        if code in self._codes:
            same = self._codes[code][0] == carrier
            return None if same else "Another carrier's parcel has the same pickup code."
        return "The pickup code opens a parcel that is here already." if is_taken else None


def _in_lots(rows: Iterator[T], size: int) -> Iterator[list[T]]:
    """So many rows at a time, that the store is asked and written for many at once."""
    while lot := list(islice(rows, size)):
        yield lot


@contextmanager
def _opened(lines: BinaryIO | Path) -> Iterator[BinaryIO]:
    """The manifest from its start."""
    if not isinstance(lines, Path):
        lines.seek(0)
        yield lines
        return
    if not lines.is_file():
        raise ManifestFault(f"There is no file {lines}. Name the carrier's manifest.")
    try:
        with lines.open("rb") as stream:
            yield stream
    except OSError as error:
        raise ManifestFault(f"{lines} cannot be read ({error.strerror}). Check the file and its rights.") from None
