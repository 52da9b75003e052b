"""Who may take what: every state, every mix."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.codes import token
from kiosk.codes.carrier import CarrierCode
from kiosk.codes.recognise import Damaged, Foreign, ForeignKind, Recognised, TypedCode, Waybill, WebLink
from kiosk.codes.typed import TypedForm
from kiosk.codes.waybill import WaybillKind
from kiosk.parcel import Hold, Leaves, Parcel, ParcelState, Pickup
from kiosk.policy.release import Reason, Refusal, Release, Withheld, decide, judge_foreign

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
S = ParcelState

parcels = st.builds(
    Parcel,
    id=st.integers(1, 99),
    state=st.sampled_from(ParcelState),
    leaves=st.sampled_from(Leaves),
    held=st.sampled_from([None, *Hold]),
    last_day=st.sampled_from([None, YESTERDAY, TODAY]),
    since=st.sampled_from([None, NOON]),
)


def of(*some: Parcel) -> Pickup:
    return Pickup(1, some)


def test_reasons_are_exactly_these() -> None:
    assert " ".join(Reason) == (
        "unknown not_ours web_link wrong_depot not_arrived already_collected past_day expired revoked held locked_out damaged"
    )


@pytest.mark.parametrize("state", [S.WAITING, S.RELEASED, S.UNCHECKED])
@pytest.mark.parametrize("leaves", Leaves)
def test_what_is_here_goes_and_says_how_it_leaves(state: ParcelState, leaves: Leaves) -> None:
    parcel = Parcel(1, state, leaves=leaves, last_day=TODAY)
    assert decide(of(parcel), today=TODAY) == Release((parcel,))


@pytest.mark.parametrize("state", [S.RELEASED, S.UNCHECKED])
def test_a_parcel_shown_before_its_day_ended_may_be_shown_again(state: ParcelState) -> None:
    assert isinstance(decide(of(Parcel(1, state, last_day=YESTERDAY)), today=TODAY), Release)


@pytest.mark.parametrize(
    ("parcel", "refusal"),
    [
        (Parcel(1, S.EXPECTED), Refusal(Reason.NOT_ARRIVED)),
        (Parcel(1, S.EXPECTED, held=Hold.FRAGILE), Refusal(Reason.NOT_ARRIVED)),
        (Parcel(1, S.HANDED_OVER, since=NOON), Refusal(Reason.ALREADY_COLLECTED, when=NOON)),
        (Parcel(1, S.RETURNED, since=NOON), Refusal(Reason.EXPIRED)),
        (Parcel(1, S.MISSING, since=NOON), Refusal(Reason.HELD)),
        (Parcel(1, S.DISPUTED), Refusal(Reason.HELD)),
        (Parcel(1, S.WAITING, held=Hold.ASKED), Refusal(Reason.HELD)),
        (Parcel(1, S.RELEASED, held=Hold.ASKED), Refusal(Reason.HELD)),
        (Parcel(1, S.WAITING, held=Hold.ASKED, last_day=YESTERDAY), Refusal(Reason.HELD, day=YESTERDAY)),
        (Parcel(1, S.WAITING, last_day=YESTERDAY), Refusal(Reason.PAST_DAY, day=YESTERDAY)),
    ],
)
def test_one_parcel_that_may_not_go(parcel: Parcel, refusal: Refusal) -> None:
    assert decide(of(parcel), today=TODAY) == refusal


def test_nothing_found_is_unknown() -> None:
    assert decide(None, today=TODAY) == decide(of(), today=TODAY) == Refusal(Reason.UNKNOWN)


@given(st.lists(parcels, min_size=1, max_size=4))
def test_a_revoked_pickup_opens_nothing(some: list[Parcel]) -> None:
    assert decide(Pickup(1, tuple(some), NOON), today=TODAY) == Refusal(Reason.REVOKED, when=NOON)


def test_a_mix_goes_as_far_as_it_may() -> None:
    here, held = Parcel(1, S.WAITING), Parcel(2, S.WAITING, held=Hold.OVERSIZE)
    gone, coming = Parcel(3, S.HANDED_OVER, since=NOON), Parcel(4, S.EXPECTED)
    assert decide(of(held, here, gone, coming), today=TODAY) == Release(
        (here,),
        (
            Withheld(held, Reason.HELD),
            Withheld(gone, Reason.ALREADY_COLLECTED),
            Withheld(coming, Reason.NOT_ARRIVED),
        ),
    )
    assert decide(of(gone, coming), today=TODAY) == Refusal(Reason.NOT_ARRIVED)
    assert decide(of(gone, held), today=TODAY) == Refusal(Reason.HELD)


def test_of_several_handovers_the_last_is_told() -> None:
    early, late = (Parcel(i, S.HANDED_OVER, since=NOON + timedelta(hours=i)) for i in (1, 2))
    assert decide(of(late, early), today=TODAY) == Refusal(Reason.ALREADY_COLLECTED, when=late.since)


@given(st.lists(parcels, max_size=5))
def test_every_parcel_goes_or_is_withheld_and_one_that_goes_alone_goes_in_company(some: list[Parcel]) -> None:
    decided = decide(of(*some), today=TODAY)
    alone = [parcel for parcel in some if isinstance(decide(of(parcel), today=TODAY), Release)]
    if isinstance(decided, Release):
        assert list(decided.take) == alone
        assert len(decided.take) + len(decided.withheld) == len(some)
    else:
        assert not alone
    assert all(parcel.state in {S.WAITING, S.RELEASED, S.UNCHECKED} and not parcel.held for parcel in alone)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (token.make("AB3D", bytes(13)), None),
        (token.make("ZZZZ", bytes(13)), Reason.WRONG_DEPOT),
        (WebLink(), Reason.WEB_LINK),
        (Damaged(), Reason.DAMAGED),
        (token.make_badge("AB3D", bytes(13)), Reason.NOT_OURS),
        *((Foreign(kind), Reason.NOT_OURS) for kind in ForeignKind),
        (Waybill("AB12345678", WaybillKind.GENERAL), None),
        (CarrierCode("123456", "inpost"), None),
        (TypedCode("4821936075", TypedForm.DIGITS), None),
    ],
)
def test_what_is_refused_before_the_store_is_asked(code: Recognised, reason: Reason | None) -> None:
    assert judge_foreign(code, depot_tag="AB3D") == (Refusal(reason) if reason else None)
