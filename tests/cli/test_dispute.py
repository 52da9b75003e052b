"""`kiosk dispute`: does the page answer "who took it, and how do you know?", with proofs that hold and nobody in it?"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import pytest

from kiosk.app import enter_once
from kiosk.cli.history import told
from kiosk.clock import SkippingClock
from kiosk.desk.shown import Done
from kiosk.ledger import checkpoint, receipt
from kiosk.ledger.checkpoint import PublicKey
from kiosk.ledger.events import CATALOGUE, ClockMoved, Event, Recorded
from kiosk.ledger.merkle import verify_consistency, verify_inclusion
from kiosk.parcel import ParcelState
from tests.cli.conftest import Run
from tests.flows.depot import SmallDepot


@pytest.fixture
def depot(kiosk_home: Path) -> Iterator[SmallDepot]:
    kiosk_home.rename(kiosk_home.with_name("unused"))
    made = SmallDepot(kiosk_home)
    yield made
    made.close()


def page(run: Run, about: str, file: Path) -> str:
    result = run("dispute", about, "--out", file)
    assert result.exit_code == 0, result.stderr
    assert file.stat().st_mode & 0o777 == 0o600
    return file.read_text(encoding="utf-8")


def answer(html: str) -> str:
    found = re.search(r"<h3>Who took it, and how do we know\?</h3><p>(.*?)</p></div>", html, re.DOTALL)
    assert found
    return found[1]


def test_collected_with_a_code(depot: SmallDepot, run: Run, tmp_path: Path) -> None:
    depot.shows(depot.takes_in("PARCEL0001"))
    done = depot.scans("PARCEL0001")
    assert isinstance(done, Done)
    assert done.receipt
    for about in ("PARCEL0001", done.receipt.code):
        html = page(run, about, tmp_path / "file.html")
        assert answer(html).startswith(
            "Whoever showed pickup code 1 (a QR code, valid, made for this parcel: entry 1) at station left."
        )
        assert "its own label was read, so this parcel and no other was in hand" in answer(html)
        assert "Who that person was: the kiosk keeps no name, no document and no picture." in html
        assert "nothing was changed, as far as the kiosk itself can tell" in html
        assert "found by waybill PARCEL0001" in html or f"found by receipt No. {done.receipt.number}" in html
    assert "HK1:" not in html
    assert "<img" not in html


def test_each_sentence_has_a_proof_that_anybody_can_compute(depot: SmallDepot, run: Run, tmp_path: Path) -> None:
    depot.shows(depot.takes_in("PARCEL0001"))
    depot.scans("PARCEL0001")
    for number in range(2, 9):
        depot.takes_in(f"PARCEL000{number}")
    html = page(run, "PARCEL0001", tmp_path / "file.html").replace("&quot;", '"')
    key, note = re.findall(r"<h3>Key and checkpoint</h3><pre>(.*?)</pre><pre>(.*?)</pre>", html, re.DOTALL)[0]
    signed = checkpoint.parse(note)
    assert signed.by(PublicKey.parse(key))
    rows = re.findall(r"<pre>entry (\d+)\nsalt (\w+)\nbody (.*?)\nleaf (\w+)\n(.*?)</pre>", html, re.DOTALL)
    assert len(rows) == 6, "taken in, code, visit, release, handover, receipt"
    for seq, salt, body, leaf, steps in rows:
        made = hashlib.sha256(b"\x00" + bytes.fromhex(salt) + body.encode()).digest()
        assert made.hex() == leaf
        proof = [bytes.fromhex(step) for step in steps.split()]
        assert verify_inclusion(made, int(seq), signed.checkpoint.size, proof, signed.checkpoint.root)


def test_whoever_kept_the_receipt_needs_neither_depot_nor_kiosk(depot: SmallDepot, run: Run, tmp_path: Path) -> None:
    """The page leads from the receipt's own root to its checkpoint: up to the receipt nothing was made up later."""
    depot.shows(depot.takes_in("PARCEL0001"))
    done = depot.scans("PARCEL0001")
    assert isinstance(done, Done)
    assert done.receipt
    kept = receipt.parse(done.receipt.code).signed
    assert kept
    for number in range(2, 6):
        depot.takes_in(f"PARCEL000{number}")
    html = page(run, "PARCEL0001", tmp_path / "file.html")
    assert '<td>a receipt, shown to a customer</td><td class="n">5</td>' in html
    now = checkpoint.parse(re.findall(r"</pre><pre>(7KQ2/.*?)</pre>", html, re.DOTALL)[0]).checkpoint
    size, steps = re.findall(r"<pre>(\d+) entries, a receipt, shown to a customer\n(.*?)</pre>", html, re.DOTALL)[0]
    proof = [bytes.fromhex(step) for step in steps.split()]
    assert (int(size), now.size > kept.checkpoint.size) == (kept.checkpoint.size, True)
    assert verify_consistency(kept.checkpoint.size, now.size, proof, kept.checkpoint.root, now.root)


def test_waiting(depot: SmallDepot, run: Run, tmp_path: Path) -> None:
    depot.takes_in("PARCEL0001", "B-12-001")
    html = page(run, "PARCEL0001", tmp_path / "file.html")
    assert answer(html).startswith("Nobody is known to have taken it. It waits at B-12-001.")
    assert "rests on the depot's word" in html
    assert "not proven." not in answer(html)


def test_shown_and_not_confirmed(depot: SmallDepot, run: Run, tmp_path: Path) -> None:
    """Whoever was sent to it last is named by their code, as likely and not as proven."""
    depot.shows(depot.takes_in("PARCEL0001"))
    depot.waits(16 * 60)
    assert depot.state_of("PARCEL0001") is ParcelState.UNCHECKED
    said = answer(page(run, "PARCEL0001", tmp_path / "file.html"))
    assert "whoever showed pickup code 1 (a QR code, valid, made for this parcel: entry 1) at station left" in said
    assert "That is likely, not proven." in said


def test_a_clock_that_was_set_meanwhile_is_told(depot: SmallDepot, run: Run, tmp_path: Path) -> None:
    code = depot.takes_in("PARCEL0001")
    enter_once(depot.store, depot.clock, ClockMoved(7200))
    depot.shows(code)
    assert "clock was set or in doubt, by 7200 seconds" in page(run, "PARCEL0001", tmp_path / "file.html")


def test_what_is_no_parcel_and_no_receipt_is_refused(depot: SmallDepot, run: Run, tmp_path: Path) -> None:
    depot.shows(depot.takes_in("PARCEL0001"))
    done = depot.scans("PARCEL0001")
    assert isinstance(done, Done)
    assert done.receipt
    forged = done.receipt.code.replace("1 parcel,", "2 parcels,")
    for about, says in (("PARCEL0009", "No parcel"), ("HKR:x", "no genuine receipt"), (forged, "no genuine receipt")):
        result = run("dispute", about, "--out", tmp_path / "file.html")
        assert (result.exit_code, says in result.stderr) == (1, True), result.stderr
    assert not (tmp_path / "file.html").exists()


def _value(kind: object) -> object:
    if get_origin(kind) is tuple:
        return () if get_args(kind)[0] is str else (1,)
    return "x" if kind is str else 1


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_event_about_a_parcel_a_code_or_a_visit_has_its_sentence(name: str) -> None:
    kind = CATALOGUE[name]
    fields = get_type_hints(kind)
    event: Event = kind(**{field: _value(hint) for field, hint in fields.items()})
    clock = SkippingClock()
    first = Recorded(CATALOGUE["VisitOpened"](1, 1, "left", "token"), clock.now(), "1", 0)  # type: ignore[call-arg]  # by name
    lines = list(told(1, [1], [first, Recorded(event, clock.now(), "1", 1)]))
    concerns = {"parcel", "pickup", "missing"} & fields.keys()
    assert len(lines) == 1 + bool(concerns), name
    assert all(sentence.endswith(".") for _, sentence in lines)
