"""An inspector's page after a worked day, each figure on it counted again: by plain SQL, and by entries that the test unseals itself."""

import json
import re
from collections import Counter
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.app import enter_once
from kiosk.cli.audit_page import page
from kiosk.desk.counter.panel import Do
from kiosk.desk.forgetting import erase_expired, look
from kiosk.ledger import events
from kiosk.ledger.seal import SALT_BYTES, Boxes, about, unseal
from kiosk.reader.wire import Sighting
from kiosk.store import Store
from kiosk.store.facts import Fact
from kiosk.technician import backup
from kiosk.technician.audit import inspect
from tests.desk.crew import PIN
from tests.flows.staffed import StaffedDepot

CORNERS = ((10.0, 10.0), (20.0, 10.0), (20.0, 20.0), (10.0, 20.0))


def shows(depot: StaffedDepot, text: str, symbology: str = "QRCode") -> None:
    """The left reader reports it."""
    depot.left.station.sighted([Sighting(symbology, text.encode(), CORNERS)])
    QApplication.processEvents()
    depot.waits(4)


def a_day_and_a_month(depot: StaffedDepot, tmp_path: Path) -> None:
    """Some of nearly everything; then 40 days pass, what expired is erased, and a little more happens."""
    for number in range(3):
        shows(depot, depot.receives(f"PX000000010{number}").token.text)
        shows(depot, f"PX000000010{number}", "Code128")
    used = depot.receives("PX0000000200").token.text
    shows(depot, used)
    shows(depot, "PX0000000200", "Code128")
    for text in (used, "https://example.org/", "HK1:NONSENSE", used):
        shows(depot, text)
    depot.takes_in("PX0000047301")
    depot.signs_in(2)
    for reason, taken_back in (("code is lost", True), ("phone is dead", False)):
        depot.types("47301")
        depot.presses(Do.HAND_OVER)
        depot.picks(reason)
        depot.presses(Do.YES)
        depot.presses(Do.HAND_OVER)
        if taken_back:
            depot.presses(Do.UNDO)
    depot.waits(11)
    depot.badges(4)
    depot.types("111119")
    depot.enters()
    backup.create(depot.store, depot.store.home, depot.clock, tmp_path / "backup")
    for event in (events.KioskStarted("0.0.9"), events.KioskStopped(), events.KioskStarted("0.1.0")):
        enter_once(depot.store, depot.clock, event)  # the first comes after the window's own start: the power was cut
    depot.takes_in("PX0000000300")
    depot.clock.advance(40 * 86_400)
    look(depot.store, depot.clock)
    assert sum(erase_expired(depot.store, depot.clock.now(), depot.settings.retention.dispute_days)) == 5
    shows(depot, depot.receives("PX0000000400").token.text)
    shows(depot, used)
    depot.takes_in("PX0000000500")


def entries_of(store: Store) -> list[dict[str, Any]]:
    """Every entry that can be read, unsealed here."""
    boxes = Boxes(store.keys.digest("ledger", "seal"))
    sql = "SELECT seq, name, act, part, key, sealed FROM journal JOIN subjects ON first = subject ORDER BY seq"
    return [
        json.loads(unseal(boxes.of(key), sealed, about(seq, name, act, part))[SALT_BYTES:])
        for seq, name, act, part, key, sealed in store._database.rows(sql)
    ]


def one_of(depot: StaffedDepot, query: str) -> Any:
    """The one value that plain SQL gives."""
    return (depot.store._database.row(query) or (None,))[0]


def sections(text: str) -> dict[str, list[list[str]]]:
    """The English part's tables by the heading over them, as rows of plain cells."""
    english = text.partition('<section lang="en">')[2].partition("</section>")[0]
    found: dict[str, list[list[str]]] = {}
    for part in re.split(r"<h[123]>", english)[1:]:
        title, _, rest = part.partition("</h")
        rows = re.findall(r"<tr>(.*?)</tr>", rest, re.DOTALL)
        cells = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in rows]
        found[title] = [[unescape(re.sub(r"<[^>]+>", "", cell)).strip() for cell in row] for row in cells]
    return found


def by_label(rows: list[list[str]]) -> dict[str, str]:
    return {row[0]: row[1] for row in rows if len(row) > 1}


@pytest.fixture
def worked(staffed: StaffedDepot, tmp_path: Path) -> StaffedDepot:
    a_day_and_a_month(staffed, tmp_path)
    return staffed


def test_every_figure_is_that_of_the_store_and_the_ledger(worked: StaffedDepot) -> None:
    store, sql = worked.store, worked.store._database
    one = partial(one_of, worked)
    found = inspect(store, worked.settings, worked.clock)
    text = page(found, worked.clock)
    told, said = entries_of(store), sections(text)
    kinds = Counter(one["event"] for one in told)

    # in short
    short, hint = by_label(said["In short"]), worked.settings.hint.on
    assert f"At most {len(Fact) - (not hint)} facts" in short["About a parcel"]
    assert f"to find a parcel by: {'on' if hint else 'off'}. Texts with codes: " in short["Turned on or off here"]

    # what is kept
    columns = "\n".join(row[0] for row in said["2. What is kept, why, and until when"])
    tables = [
        name for (name,) in sql.rows("SELECT name FROM sqlite_master WHERE type = 'table'") if "sqlite" not in name
    ]
    assert len(tables) >= 19
    for name in tables:
        held = ", ".join(row[1] for row in sql.rows(f"PRAGMA table_info({name})"))
        assert f"{name} ({one(f'SELECT count(*) FROM {name}')}): {held}" in columns  # noqa: S608  # the schema's own names
    plain = {
        label.split()[-1]: count for label, count in by_label(said["2. What is kept, why, and until when"]).items()
    }
    for table, column in (("parcels", "waybill"), ("clerks", "name"), ("departures", "waybill"), ("parcels", "hint")):
        assert plain[f"{table}.{column}"] == str(one(f"SELECT count({column}) FROM {table}"))  # noqa: S608  # the schema's own names
    assert plain["clerks.name"] == "5"

    # how old it is: one waits since before the 40 days, three came after them, one of which was shown
    ages = {row[0]: row[1:7] for row in said["3. How old it is"]}
    assert ages["waiting"] == ["1", "0", "0", "1", "0", "2"]
    assert ages["released"][-1] == str(one("SELECT count(*) FROM parcels WHERE state = 'released'")) == "1"

    # what was erased
    sealed_for_good = one("SELECT count(*) FROM journal WHERE subject NOT IN (SELECT first FROM subjects)")
    erased = [entry["of"] for entry in told if entry["event"] == "Erased"]
    assert said["4. What was erased"][1][1:] == [
        str(len(erased)),
        str(sum(len(of["subjects"]) for of in erased)),
        str(sum(sum(of["entries"]) for of in erased)),
    ]
    assert sum(sum(of["entries"]) for of in erased) == sealed_for_good > 0
    assert f"{sealed_for_good} of its entries cannot be read" in text
    readable = {
        kind: one(f"SELECT count(*) FROM subjects WHERE name GLOB '{kind}-*'")  # noqa: S608  # the same
        for kind in ("parcel", "pickup", "kiosk")
    }
    assert f"{readable['parcel']} parcels, {readable['pickup']} pickups, {readable['kiosk']} months" in text

    # the ledger
    ledger = by_label(said["5. The ledger"])
    assert ledger["Entries"] == str(one("SELECT count(*) FROM journal"))
    assert ledger["Root (RFC 6962)"] == store.journal.root().hex()
    for words, how in (("receipts", "receipt"), ("backups", "backup"), ("asked for (this page among them)", "asked")):
        assert ledger[words] == str(one(f"SELECT count(*) FROM witnesses WHERE how = '{how}'")) != "0"  # noqa: S608  # the schema's own names
    assert found.signed.note.splitlines()[2] in text

    # what was done
    refused = Counter(entry["of"]["reason"] for entry in told if entry["event"] == "CodeRefused")
    assert {row[1] for row in said["Codes refused, by reason"][1:]} == {str(count) for count in refused.values()}
    assert by_label(said["Codes refused, by reason"])["not known here"] == str(refused["unknown"]) == "1"
    assert [row[1] for row in said["Parcels that left"][1:]] == ["0"] * 5, "those that left are erased"
    assert len(said["Released by hand, by reason"]) == 2, "and so are the releases by hand"

    # measured
    assert [row[1] for row in said["The reader child"][1:]] == ["yes"] * 10
    file = by_label(said["The store's file"])
    assert file["First 16 bytes of the file"].startswith((store.home / "store.db").read_bytes()[:16].hex())
    for name in ("cipher_version", "cipher_page_size", "synchronous"):
        assert file[name] == str(one(f"PRAGMA {name}"))

    # incidents: those of the month before are erased, as they should be
    incidents = by_label(said["9. Incidents and upkeep"])
    assert incidents.get("A wrong PIN", "0") == str(kinds["WrongPin"])
    assert found.overdue == 0


def test_before_anything_is_erased_the_whole_day_is_told(staffed: StaffedDepot, tmp_path: Path) -> None:
    staffed.clock.advance(1)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("tests.flows.test_inspector.erase_expired", lambda *_: iter([5]))
        a_day_and_a_month(staffed, tmp_path)
    found = inspect(staffed.store, staffed.settings, staffed.clock)
    said, told = sections(page(found, staffed.clock)), entries_of(staffed.store)
    assert by_label(said["Parcels that left"])["own label read by the kiosk"] == "4"
    assert by_label(said["Parcels that left"])["released by hand, without a code"] == "1"
    assert said["Released by hand, by reason"][1:] == [["code lost", "1", "1"], ["dead phone", "1", "0"]]
    assert by_label(said["Codes refused, by reason"])["collected before"] == "3"
    assert by_label(said["Other acts"])["Somebody was added who may sign in"] == "5"
    incidents = by_label(said["9. Incidents and upkeep"])
    assert incidents["A wrong PIN"] == "1"
    assert incidents["A backup was made"] == "1"
    assert incidents["Started after it had not been ended in good order (power cut or crash)"] == "1"
    assert by_label(said["8. Notices and versions"])["Program 0.0.9 first started"]
    assert one_of(staffed, "SELECT count(*) FROM parcels WHERE state = 'handed_over'") == 5
    assert found.overdue in {5, 6}, "the parcels, and the month where it ended long enough ago"
    assert found.told.kinds["VisitOpened"].count == sum(one["event"] == "VisitOpened" for one in told)
    assert PIN not in page(found, staffed.clock)
    assert not re.search(r"PX0000|HK1:", page(found, staffed.clock))
