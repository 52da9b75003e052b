"""Somebody with the store's key writes in its tables, and mends what else they can: with one checkpoint kept outside all of it is found.

10,000 tamperings with --long. The whole file put back to an older copy is tried on copies; all else in a transaction that is undone.
"""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.desk.proof import prove
from kiosk.ledger.checkpoint import Signed
from kiosk.ledger.merkle import Frontier
from kiosk.ledger.subject import of_parcel, of_pickup
from kiosk.store import How, Store
from tests.flows.depot import SmallDepot

Tamper = Callable[[Store, random.Random], str]
"""Changes something; says what."""


class Undo(Exception):
    """All of it is to be undone."""


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallDepot]:
    """Thirty parcels, half of them collected, five of those erased."""
    made = SmallDepot(tmp_path_factory.mktemp("depot") / "home")
    for number in range(30):
        token = made.takes_in(f"PARCEL{number:04}", f"B-{number % 7 + 1:02}-{number + 1:03}")
        if number % 2:
            made.shows(token)
            made.scans(f"PARCEL{number:04}")
            made.waits(30)
    with made.store.transaction():
        gone = [1, 3, 5, 7, 9]
        subjects = [of(number + 1) for number in gone for of in (of_parcel, of_pickup)]
        made.store.journal.erase(subjects, at=made.clock.now(), act=bytes(16))
        made.store._database.run("PRAGMA defer_foreign_keys = ON")
        for number in gone:
            for table, column in (
                ("pickup_parcels", "parcel"),
                ("visit_pickups", "pickup"),
                ("codes", "pickup"),
                ("departures", "parcel"),
            ):
                made.store._database.run(f"DELETE FROM {table} WHERE {column} = ?", (number + 1,))  # noqa: S608  # our own words
            made.store._database.run("DELETE FROM pickups WHERE id = ?", (number + 1,))
            made.store._database.run("DELETE FROM parcels WHERE id = ?", (number + 1,))
    yield made
    made.close()


@pytest.fixture(scope="module")
def kept(depot: SmallDepot) -> Signed:
    """The checkpoint that left the machine."""
    with depot.store.transaction():
        return depot.store.checkpoints.make(How.ASKED, at=depot.clock.now())


def run(store: Store, sql: str, *values: object) -> None:
    store._database.run(sql, values)


def any_entry(store: Store, chance: random.Random, *, readable: bool = False) -> int:
    where = "JOIN subjects ON first = subject" if readable else ""
    rows = store._database.rows(f"SELECT seq FROM journal {where} ORDER BY seq")  # noqa: S608  # our own words
    return int(chance.choice(rows)[0])


def flipped(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def edits(store: Store, chance: random.Random) -> str:
    column = chance.choice(("sealed", "hashes", "act", "part", "subject", "name", "key"))
    seq = any_entry(store, chance, readable=True)
    table, where = ("subjects", "first") if column in {"name", "key"} else ("journal", "seq")
    if table == "subjects":
        row = store._database.row("SELECT subject FROM journal WHERE seq = ?", (seq,))
        seq = row[0] if row else 0
    row = store._database.row(f"SELECT {column} FROM {table} WHERE {where} = ?", (seq,))  # noqa: S608  # our own words
    assert row
    old, rest = row[0], b""
    if column == "hashes":  # the leaf's: whoever mends the tree would put the others right again
        old, rest = old[:32], old[32:]
    if isinstance(old, bytes):
        new: object = flipped(old, chance) + rest
    else:
        new = f"{old}1" if isinstance(old, str) else old + chance.randrange(1, 9)
    run(store, f"UPDATE OR REPLACE {table} SET {column} = ? WHERE {where} = ?", new, seq)  # noqa: S608  # our own words
    return f"{column} of {seq} edited"


def deletes(store: Store, chance: random.Random) -> str:
    seq, size = any_entry(store, chance), store.journal.size()
    count = chance.randrange(1, 4)
    run(store, "DELETE FROM journal WHERE seq >= ? AND seq < ?", seq, seq + count)
    if chance.random() < 0.5:
        moved(store, seq + count, size, -count)
    return f"{count} deleted at {seq}"


def inserts(store: Store, chance: random.Random) -> str:
    seq, size, source = any_entry(store, chance), store.journal.size(), any_entry(store, chance)
    row = store._database.row("SELECT subject, sealed, hashes FROM journal WHERE seq = ?", (source,))
    assert row
    moved(store, seq, size, 1)
    run(store, "INSERT INTO journal VALUES (?, ?, ?, ?, ?, 0)", seq, *row, chance.randbytes(16))
    return f"{source} inserted at {seq}"


def moved(store: Store, start: int, end: int, by: int) -> None:
    run(store, "UPDATE journal SET seq = seq + 100000 WHERE seq >= ? AND seq < ?", start, end)
    run(store, "UPDATE journal SET seq = seq - 100000 + ? WHERE seq >= 100000", by)


def reorders(store: Store, chance: random.Random) -> str:
    one = any_entry(store, chance)
    other = chance.choice([seq for seq in range(store.journal.size()) if seq != one])
    for a, b in ((one, -1), (other, one), (-1, other)):
        run(store, "UPDATE journal SET seq = ? WHERE seq = ?", 99_999 if b == -1 else b, 99_999 if a == -1 else a)
    return f"{one} and {other} exchanged"


def truncates(store: Store, chance: random.Random) -> str:
    left = chance.randrange(store.journal.size())
    run(store, "DELETE FROM journal WHERE seq >= ?", left)
    return f"cut off at {left}"


def moves_a_parcel(store: Store, chance: random.Random) -> str:
    id_, state, place = chance.choice(store._database.rows("SELECT id, state, place FROM parcels"))
    what = chance.randrange(4)
    run(store, "PRAGMA defer_foreign_keys = ON")
    if what == 0:
        new = chance.choice(
            [one for one in ("missing", "returned", "disputed", "unchecked", "expected") if one != state]
        )
        run(store, "UPDATE parcels SET state = ?, hint = NULL WHERE id = ?", new, id_)
    elif what == 1:
        run(store, "UPDATE parcels SET place = ? WHERE id = ?", f"{place}9", id_)
    elif what == 2:
        run(
            store,
            "INSERT INTO parcels SELECT 9999, waybill, randomblob(32), carrier, place, state, since, created, leaves, held, last_day,"
            " hint, seen, moved, 0 FROM parcels WHERE id = ?",
            id_,
        )
    else:
        run(store, "UPDATE parcels SET id = 8888 WHERE id = ?", id_)
    return f"parcel {id_} changed ({what})"


def mended(store: Store, chance: random.Random) -> None:
    """The tamperer makes tree and head agree with the rows, and lets the remembered checkpoints go."""
    frontier, database = Frontier(), store._database
    for seq, hashes in database.rows("SELECT seq, hashes FROM journal ORDER BY seq"):
        grown = b"".join(frontier.append(hashes[:32]))
        if grown != hashes:
            database.run("UPDATE journal SET hashes = ? WHERE seq = ?", (grown, seq))
    database.run("UPDATE ledger SET size = ?, frontier = ?", (frontier.size, frontier.to_bytes()))
    if chance.random() < 0.7:
        database.run("DELETE FROM witnesses")


TAMPERS: tuple[Tamper, ...] = (edits, deletes, inserts, reorders, truncates, moves_a_parcel)


@pytest.mark.parametrize("tamper", TAMPERS, ids=lambda tamper: tamper.__name__)
def test_every_tampering_is_found(
    depot: SmallDepot, kept: Signed, tamper: Tamper, request: pytest.FixtureRequest
) -> None:
    assert prove(depot.store, kept).ok
    count = 1_650 if request.config.getoption("--long") else 25
    for number in range(count):
        chance = random.Random(f"{tamper.__name__} {number}")
        with suppress(Undo), depot.store.transaction():
            what = tamper(depot.store, chance)
            if chance.random() < 0.6:
                mended(depot.store, chance)
                what += ", and mended"
            proof = prove(depot.store, kept)
            assert not proof.ok, what
            raise Undo
    assert prove(depot.store, kept).ok, "all was undone"


def test_every_older_copy_of_the_whole_file_is_found(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    home = tmp_path / "home"
    depot, copies = SmallDepot(home), list[Path]()
    count = 100 if request.config.getoption("--long") else 6
    for number in range(count):
        depot.store.sweep()
        copies.append(Path(shutil.copy(home / "store.db", tmp_path / f"{number}.db")))
        depot.takes_in(f"PARCEL{number:04}")
    with depot.store.transaction():
        kept = depot.store.checkpoints.make(How.ASKED, at=depot.clock.now())
    depot.close()
    for number, copy in enumerate(copies):
        shutil.copy(copy, home / "store.db")
        for beside in home.glob("store.db-*"):
            beside.unlink()
        older = Store.open(home)
        proof = prove(older, kept)
        assert (proof.ok, proof.verified.first_bad) == (False, 2 * number)
        assert prove(older).ok, "nothing inside can tell"
        older.close()
