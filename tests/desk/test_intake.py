"""Taking in, and codes: what is made works, what is revoked does not, and a failed act leaves nothing."""

import dataclasses
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.cli.home import OpenHome
from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.desk import intake
from kiosk.desk.declined import Declined, Not
from kiosk.desk.intake import Issued, Marks, Received
from kiosk.errors import CodeFault, Duplicate, KioskFault, StoreFault
from kiosk.ledger import events
from kiosk.parcel import CodeKind, Hold, ParcelState
from kiosk.policy.roles import Lacking
from kiosk.settings import Notices
from tests.desk.crew import Crew

S10 = "RB123456785ES"
OTHER = "PX0123456789"


def receive(kiosk: OpenHome, waybill: str = S10, place: str = "B-12") -> Received:
    return intake.receive(kiosk.store, kiosk.settings, kiosk.clock, waybill, place)


def expect(kiosk: OpenHome, waybill: str = S10) -> int:
    label = Waybill(waybill, WaybillKind.GENERAL)
    return kiosk.store.parcels.add(label, place=None, state=ParcelState.EXPECTED, at=kiosk.clock.now()).id


def carrier_code(kiosk: OpenHome, parcel: int, code: str = "482193") -> int:
    """A pickup as a manifest makes it."""
    with kiosk.store.transaction():
        made = kiosk.store.pickups.make((parcel,), codes={CodeKind.CARRIER: code}, at=kiosk.clock.now())
        issued = events.CodeIssued(made, (parcel,), (CodeKind.CARRIER,))
        kiosk.store.journal.append(issued, at=kiosk.clock.now(), act=secrets.token_bytes(16))
    return made


def kinds(kiosk: OpenHome) -> list[str]:
    return [type(entry.event).__name__ for entry in kiosk.store.journal.entries()]


def revoked(kiosk: OpenHome, kind: CodeKind, text: str) -> bool:
    pickup = kiosk.store.pickups.find(kind, text)
    assert pickup is not None
    return pickup.revoked_at is not None


def test_a_new_parcel_waits_at_its_place_and_both_codes_open_it(kiosk: OpenHome) -> None:
    received = receive(kiosk, "rb 123 456 785 es", " b-12 ")
    assert (received.parcel.waybill, received.parcel.place, received.parcel.state) == (S10, "B-12", ParcelState.WAITING)
    assert received.token.depot_tag == kiosk.settings.depot.tag
    kiosk.store.reopen()
    for kind, text in ((CodeKind.TOKEN, received.token.text), (CodeKind.TYPED, received.typed_code.text)):
        found = kiosk.store.pickups.find(kind, text)
        assert found is not None
        assert [parcel.id for parcel in found.parcels] == [received.parcel.id]
    assert kinds(kiosk) == ["ParcelReceived", "CodeIssued"]


def test_an_expected_parcel_is_ticked_off_and_its_earlier_code_stays(kiosk: OpenHome) -> None:
    expected = expect(kiosk)
    sent = intake.issue(kiosk.store, kiosk.settings, kiosk.clock, [S10])
    received = receive(kiosk, place="C-03-014")
    assert (received.parcel.id, received.parcel.place) == (expected, "C-03-014")
    assert kiosk.store.parcels.count() == 1
    assert not revoked(kiosk, CodeKind.TOKEN, sent.token.text)
    assert not revoked(kiosk, CodeKind.TOKEN, received.token.text)


def test_a_parcel_is_taken_in_once(kiosk: OpenHome) -> None:
    receive(kiosk)
    with pytest.raises(Duplicate):
        receive(kiosk, place="C-03")
    assert kinds(kiosk) == ["ParcelReceived", "CodeIssued"]
    assert intake.find(kiosk.store, kiosk.settings, S10).place == "B-12"


def test_the_waybill_of_a_parcel_that_left_may_come_again(kiosk: OpenHome) -> None:
    first = receive(kiosk).parcel
    kiosk.store.parcels.change(first.id, ParcelState.HANDED_OVER, kiosk.clock.now())
    assert receive(kiosk).parcel.id != first.id


@pytest.mark.parametrize(
    "place", ["", "B", "12", "B-", "B-1234", "B-12-", "B-12-04711", "ß-1", "B-12\n;", "Ⓑ-12", "B-٣"]
)
def test_a_place_that_is_none_is_refused(kiosk: OpenHome, place: str) -> None:
    with pytest.raises(KioskFault, match="not a place"):
        receive(kiosk, place=place)
    assert kiosk.store.parcels.count() == 0


@pytest.mark.parametrize("waybill", ["", "1234567", "ÄB123456789", "RB123456785ES\0", "9" * 31, "PX0123456789" * 100])
def test_a_waybill_that_is_none_is_refused(kiosk: OpenHome, waybill: str) -> None:
    with pytest.raises(KioskFault, match="not a waybill") as caught:
        receive(kiosk, waybill)
    assert not waybill or waybill not in caught.value.sentence
    assert kiosk.store.parcels.count() == 0


def test_one_code_for_several_parcels_and_the_earlier_ones_end(kiosk: OpenHome) -> None:
    one, two = receive(kiosk), receive(kiosk, OTHER)
    carrier = carrier_code(kiosk, one.parcel.id)
    both = intake.issue(kiosk.store, kiosk.settings, kiosk.clock, [S10, OTHER, S10])
    found = kiosk.store.pickups.find(CodeKind.TOKEN, both.token.text)
    assert found is not None
    assert [parcel.id for parcel in found.parcels] == [one.parcel.id, two.parcel.id]
    for earlier in (one, two):
        assert revoked(kiosk, CodeKind.TOKEN, earlier.token.text)
        assert revoked(kiosk, CodeKind.TYPED, earlier.typed_code.text)
    assert kiosk.store.pickups.get(carrier).revoked_at is None
    assert both.left_without == 0


def test_a_new_code_tells_whose_code_went_with_it(kiosk: OpenHome) -> None:
    receive(kiosk)
    receive(kiosk, OTHER)
    intake.issue(kiosk.store, kiosk.settings, kiosk.clock, [S10, OTHER])
    assert intake.issue(kiosk.store, kiosk.settings, kiosk.clock, [S10]).left_without == 1


def test_one_parcel_that_is_not_here_holds_back_the_code_of_all(kiosk: OpenHome) -> None:
    token = receive(kiosk).token.text
    with pytest.raises(CodeFault, match="No parcel"):
        intake.issue(kiosk.store, kiosk.settings, kiosk.clock, [S10, OTHER])
    assert not revoked(kiosk, CodeKind.TOKEN, token)
    assert kinds(kiosk) == ["ParcelReceived", "CodeIssued"]


def test_a_parcel_that_left_gets_no_code(kiosk: OpenHome) -> None:
    parcel = receive(kiosk).parcel
    kiosk.store.parcels.change(parcel.id, ParcelState.HANDED_OVER, kiosk.clock.now())
    with pytest.raises(CodeFault, match="has left"):
        intake.issue(kiosk.store, kiosk.settings, kiosk.clock, [S10])


def test_no_waybill_no_code(kiosk: OpenHome) -> None:
    with pytest.raises(CodeFault, match="at least one"):
        intake.issue(kiosk.store, kiosk.settings, kiosk.clock, [])


def test_revoking_ends_our_codes_and_leaves_the_carriers(kiosk: OpenHome) -> None:
    received = receive(kiosk)
    carrier = carrier_code(kiosk, received.parcel.id)
    assert intake.revoke(kiosk.store, kiosk.clock, S10) == 1
    assert revoked(kiosk, CodeKind.TOKEN, received.token.text)
    assert kiosk.store.pickups.get(carrier).revoked_at is None
    with pytest.raises(CodeFault, match="no valid code"):
        intake.revoke(kiosk.store, kiosk.clock, S10)
    assert kinds(kiosk).count("CodeRevoked") == 1


def test_a_code_that_is_taken_is_drawn_again(kiosk: OpenHome, monkeypatch: pytest.MonkeyPatch) -> None:
    first = receive(kiosk)
    draws = iter([int(first.typed_code.text), 17])
    monkeypatch.setattr(secrets, "randbelow", lambda _: next(draws))
    assert receive(kiosk, OTHER).typed_code.text == "0000000017"


def test_no_file_of_the_home_holds_a_code_or_a_waybill(kiosk: OpenHome, kiosk_home: Path) -> None:
    received = receive(kiosk)
    secret_texts = (S10, received.token.text, received.token.text[4:], received.typed_code.text)
    files = [path for path in kiosk_home.rglob("*") if path.is_file()]
    assert {"kiosk.toml", "store.db", "store.db-wal"} <= {path.name for path in files}
    for content in (path.read_bytes() for path in files):
        assert not any(text.encode() in content for text in secret_texts)


@contextmanager
def commits_that_report_an_error(
    kiosk: OpenHome, monkeypatch: pytest.MonkeyPatch, *, on_disk: bool, times: int
) -> Iterator[None]:
    """The first `times` transactions end with an error, though what they wrote is on disk, or is not."""
    true_transaction, left = kiosk.store.transaction, iter(range(times))

    @contextmanager
    def transaction() -> Iterator[None]:
        fails = next(left, None) is not None
        with true_transaction():
            yield
            if fails and not on_disk:
                raise StoreFault("The disk does not write.")
        if fails:
            raise StoreFault("The disk does not write.")

    with monkeypatch.context() as patch:
        patch.setattr(kiosk.store, "transaction", transaction)
        yield


@pytest.mark.parametrize("on_disk", [True, False])
def test_a_commit_that_reports_an_error_is_read_back(
    kiosk: OpenHome, monkeypatch: pytest.MonkeyPatch, *, on_disk: bool
) -> None:
    with commits_that_report_an_error(kiosk, monkeypatch, on_disk=on_disk, times=1):
        received = receive(kiosk)
    assert kinds(kiosk) == ["ParcelReceived", "CodeIssued"]
    assert not revoked(kiosk, CodeKind.TOKEN, received.token.text)


def test_an_act_that_never_reaches_the_disk_is_a_fault(kiosk: OpenHome, monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        commits_that_report_an_error(kiosk, monkeypatch, on_disk=False, times=2),
        pytest.raises(StoreFault, match="does not write"),
    ):
        receive(kiosk)
    assert (kinds(kiosk), kiosk.store.parcels.count()) == ([], 0)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=300), st.from_regex(r"[A-Za-z0-9 -]{6,32}", fullmatch=True)))
def test_any_text_as_a_waybill_is_taken_or_refused_with_a_sentence(kiosk: OpenHome, untrusted: str) -> None:
    try:
        found = receive(kiosk, untrusted).parcel
    except KioskFault as fault:
        sentence = fault.sentence
    else:
        sentence = ""
        assert intake.find(kiosk.store, kiosk.settings, found.waybill or "").id == found.id
    assert len(untrusted) < 6 or untrusted not in sentence


def test_a_clerk_takes_in_with_marks_and_the_second_one_sees_what_happened(kiosk: OpenHome, crew: Crew) -> None:
    seat, marks = crew.signed_in(2), Marks(Hold.FRAGILE, date(2030, 1, 2), notice=False)
    taken = intake.take_in(kiosk.store, kiosk.settings, kiosk.clock, seat, S10, place="B-12", marks=marks)
    assert isinstance(taken, Received)
    assert (taken.parcel.held, taken.parcel.last_day) == (Hold.FRAGILE, date(2030, 1, 2))
    assert crew.entered(events.ParcelReceived) == [events.ParcelReceived(taken.parcel.id, "B-12", 2)]
    assert crew.entered(events.ParcelMarked) == [events.ParcelMarked(1, "fragile", "2030-01-02", "no", 2)]
    again = intake.take_in(kiosk.store, kiosk.settings, kiosk.clock, crew.signed_in(4), S10, place="C-01")
    assert again == Declined(Not.STATE, taken.parcel)
    assert kiosk.store.parcels.get(taken.parcel.id).place == "B-12"


def test_a_technician_takes_nothing_in_and_makes_no_code(kiosk: OpenHome, crew: Crew) -> None:
    seat = crew.signed_in(3)
    assert intake.take_in(kiosk.store, kiosk.settings, kiosk.clock, seat, S10, place="B-12") == Declined(Lacking.ROLE)
    parcel = receive(kiosk).parcel.id
    assert intake.issue_at_desk(kiosk.store, kiosk.settings, kiosk.clock, seat, parcel) == Declined(Lacking.ROLE)


def test_a_clerk_makes_a_new_code_and_the_old_one_opens_nothing(kiosk: OpenHome, crew: Crew) -> None:
    first = receive(kiosk)
    issued = intake.issue_at_desk(kiosk.store, kiosk.settings, kiosk.clock, crew.signed_in(2), first.parcel.id)
    assert isinstance(issued, Issued)
    assert revoked(kiosk, CodeKind.TOKEN, first.token.text)
    assert not revoked(kiosk, CodeKind.TOKEN, issued.token.text)
    assert [getattr(one, "by", None) for one in crew.entered(events.CodeIssued, events.CodeRevoked)] == [None, 2, 2]
    kiosk.store.parcels.change(first.parcel.id, ParcelState.HANDED_OVER, kiosk.clock.now())
    late = intake.issue_at_desk(kiosk.store, kiosk.settings, kiosk.clock, crew.signed_in(2), first.parcel.id)
    assert isinstance(late, Declined)
    assert late.why is Not.STATE


def test_no_text_goes_out_without_the_carriers_consent(kiosk: OpenHome, crew: Crew) -> None:
    settings = dataclasses.replace(kiosk.settings, notices=Notices(on=True))
    intake.take_in(kiosk.store, settings, kiosk.clock, crew.signed_in(2), S10, place="B-12", marks=Marks(notice=False))
    intake.take_in(kiosk.store, settings, kiosk.clock, crew.signed_in(2), OTHER, place="B-12")
    assert [notice.waybill for notice in kiosk.store.outbox.notices()] == [OTHER]
