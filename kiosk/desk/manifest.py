"""Taking in a carrier's manifest: all rows or none, unless the depot asks to keep the good ones.

Rows stream from the file into one transaction. A dry run does the very same and takes it back, so what it says is true.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, TypeVar

from kiosk.clock import Clock
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.columns import Cells, Header, Need, Row
from kiosk.desk.patterns import code_patterns
from kiosk.desk.rows import Format, Manifest
from kiosk.errors import ManifestFault
from kiosk.ledger import events
from kiosk.parcel import GONE, CodeKind, Leaves, ParcelState
from kiosk.settings import Settings
from kiosk.store import NewParcel, Store

T = TypeVar("T")

NO_COLUMNS: Mapping[Need, str] = MappingProxyType({})
LOT = 500
"""Rows that go to the store together."""


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
) -> Imported:
    """Read a manifest and take its parcels in; `progress` is told how many bytes were read since it was last told.

    `format` is seen from the file's beginning where it is None; a stream must be able to go back to its start. `carrier` is whose
    manifest it is: rows that name none are that carrier's, and what `columns` says of its headers is remembered with the rows that
    are taken. Raises `ManifestFault` for a file that cannot be read at all, and `StoreFault`.
    """
    wanted = frozenset(Need) if settings.hint.on else frozenset(Need) - {Need.PHONE}
    started = clock.monotonic()

    def work(enter: Entering) -> Imported:
        known = {Need(need): header for need, header in store.columns.of(carrier or "").items()}
        header = Header({**known, **columns})
        with _opened(lines) as stream:
            manifest = Manifest(stream, wanted=wanted, form=format, progress=progress, header=header)
            taking = _Taking(store, settings, enter, carrier)
            for lot in _in_lots(manifest.rows(), LOT):
                taking.rows(lot)
        taking.make_pickups()
        rows, refused = taking.taken + len(taking.refused), tuple(taking.refused)
        taken = 0 if refused and not keep_good else taking.taken
        result = Imported(rows, taken, refused, tuple(manifest.dropped), clock.monotonic() - started)
        if dry_run or not taken:
            raise _TakenBack(result)
        if carrier is not None:
            store.columns.remember(carrier, {need.value: header for need, header in columns.items()})
        enter(events.ManifestImported(rows, taken, len(refused)))
        return result

    try:
        return in_one_act(store, clock.now(), work)
    except _TakenBack as back:
        return back.result


class _TakenBack(Exception):  # no error: it leaves the transaction without a trace
    def __init__(self, result: Imported) -> None:
        self.result = result


@dataclass(slots=True)
class _Collected:
    """The parcels of one pickup code of a carrier."""

    carrier: str | None
    parcels: list[int] = field(default_factory=list)


class _Taking:
    """The rows of one manifest on their way into the store."""

    def __init__(self, store: Store, settings: Settings, enter: Entering, carrier: str | None) -> None:
        self.taken = 0
        self.refused: list[RefusedRow] = []
        self._store = store
        self._enter = enter
        self._cells = Cells(code_patterns(settings), leaves=Leaves(settings.release.how))
        self._carrier = carrier
        self._lines: dict[str, int] = {}
        self._codes: dict[str, _Collected] = {}

    def rows(self, untrusted_rows: Iterable[tuple[int, dict[Need, str] | str]]) -> None:
        """Take rows in, or note why not."""
        rows = [(line, self._cells.row(cells) if isinstance(cells, dict) else cells) for line, cells in untrusted_rows]
        here = self._store.parcels.here(row.waybill.text for _, row in rows if isinstance(row, Row))
        good: list[Row] = []
        for line, row in rows:
            why = row if isinstance(row, str) else self._unfit(row, here)
            if why:
                self.refused.append(RefusedRow(line, why))
            elif isinstance(row, Row):
                self._note(row, line)
                good.append(row)
        self._take(good)

    def _unfit(self, row: Row, here: Collection[str]) -> str | None:
        """Why a well-formed row cannot stand beside the others."""
        if row.waybill.text in self._lines:
            return f"The same waybill stands in line {self._lines[row.waybill.text]}."
        why = self._unfit_code(row.pickup_code, self._carrier_of(row)) if row.pickup_code is not None else None
        return why or ("A parcel with this waybill is here already." if row.waybill.text in here else None)

    def _unfit_code(self, code: str, carrier: str | None) -> str | None:
        together = self._codes.get(code)
        if together is not None:
            return None if together.carrier == carrier else "Another carrier's parcel has the same pickup code."
        pickup = self._store.pickups.find(CodeKind.CARRIER, code)
        if pickup and pickup.revoked_at is None and any(parcel.state not in GONE for parcel in pickup.parcels):
            return "The pickup code opens a parcel that is here already."
        return None

    def _note(self, row: Row, line: int) -> None:
        self._lines[row.waybill.text] = line
        if row.pickup_code is not None:
            self._codes.setdefault(row.pickup_code, _Collected(self._carrier_of(row)))

    def _take(self, good: Sequence[Row]) -> None:
        ids = self._store.parcels.add_each([self._new_parcel(row) for row in good], self._enter.at)
        for id_, row in zip(ids, good, strict=True):
            self._enter(events.ParcelExpected(id_) if row.place is None else events.ParcelReceived(id_, row.place))
            if row.pickup_code is not None:
                self._codes[row.pickup_code].parcels.append(id_)
        self.taken += len(good)

    def _new_parcel(self, row: Row) -> NewParcel:
        return NewParcel(
            waybill=row.waybill,
            state=ParcelState.EXPECTED if row.place is None else ParcelState.WAITING,
            place=row.place,
            carrier=self._carrier_of(row),
            leaves=row.leaves,
            last_day=row.last_day,
            hint=row.hint,
        )

    def _carrier_of(self, row: Row) -> str | None:
        return row.carrier or row.waybill.carrier or self._carrier

    def make_pickups(self) -> None:
        """Rows with one pickup code are one pickup."""
        for code, together in self._codes.items():
            parcels = tuple(together.parcels)
            pickup = self._store.pickups.make(parcels, codes={CodeKind.CARRIER: code}, at=self._enter.at)
            self._enter(events.CodeIssued(pickup, parcels, (CodeKind.CARRIER,)))


def _in_lots(rows: Iterator[T], size: int) -> Iterator[list[T]]:
    """So many rows at a time, that the store is asked and written for many at once."""
    while lot := list(islice(rows, size)):
        yield lot


@contextmanager
def _opened(lines: BinaryIO | Path) -> Iterator[BinaryIO]:
    """The manifest from its start: an act that fails in the store reads it once more."""
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
