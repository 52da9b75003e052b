"""The catalogue: every event there and back in one form of bytes, and nothing in it that could hold a code or a waybill."""

import json
from datetime import UTC, datetime, timedelta, timezone
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ledger import events
from kiosk.ledger.events import CATALOGUE, Event, ParcelHandedOver, Recorded, from_body, to_body
from kiosk.parcel import CodeKind, Leaves

AT = datetime(2026, 11, 22, 11, 30, tzinfo=UTC)
WORDS = {"place", "station", "with_", "how", "reason", "said", "why", "kinds", "version", "role", "checked"}
WORDS |= {"line", "digest", "root", "old", "new", "signature"} | {
    "held",
    "last_day",
    "notice",
    "devices",
}
"""The only fields with text: a place, a day, a station's name, a version, a device's two numbers, and words of our own lists."""

_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def _values(kind: Any) -> st.SearchStrategy[Any]:
    if get_origin(kind) is tuple:
        return st.lists(_values(get_args(kind)[0]), max_size=4).map(tuple)
    if kind is str:
        return _texts
    numbers = st.integers(0, 2**53)
    return numbers if kind is int else st.none() | numbers


_events = st.sampled_from(sorted(CATALOGUE)).flatmap(
    lambda name: st.builds(
        CATALOGUE[name], **{field: _values(kind) for field, kind in get_type_hints(CATALOGUE[name]).items()}
    )
)


@given(_events, st.datetimes(timezones=st.just(UTC)), _texts, st.integers(0, 2**53))
def test_every_event_is_read_back(event: Event, at: datetime, kiosk: str, seq: int) -> None:
    body = to_body(event, at=at, kiosk=kiosk, seq=seq)
    assert from_body(body) == Recorded(event, at, kiosk, seq)
    assert body == json.dumps(json.loads(body), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def test_a_body_to_the_byte() -> None:
    event = ParcelHandedOver(7, 12, "1", Leaves.LABEL)
    madrid = timezone(timedelta(hours=1))
    assert to_body(event, at=datetime(2026, 11, 22, 12, 30, tzinfo=madrid), kiosk="K1", seq=3) == (
        b'{"at":"2026-11-22T11:30:00.000000+00:00","event":"ParcelHandedOver","kiosk":"K1",'
        b'"of":{"how":"label","parcel":12,"station":"1","visit":7},"seq":3}'
    )


def test_every_event_is_in_the_catalogue_and_explained() -> None:
    assert set(CATALOGUE) == {kind.__name__ for kind in Event.__subclasses__()}
    assert all(getattr(events, name) is kind for name, kind in CATALOGUE.items())
    assert [name for name, _, _ in events.catalogue()] == list(CATALOGUE)
    assert all(meaning.endswith(".") for _, _, meaning in events.catalogue())


@pytest.mark.parametrize("name", CATALOGUE)
def test_no_field_can_hold_a_code_or_a_waybill(name: str) -> None:
    for field, kind in get_type_hints(CATALOGUE[name]).items():
        parts = [kind] if isinstance(kind, type) and not get_args(kind) else [*get_args(kind)]
        assert set(parts) <= {int, str, NoneType, Ellipsis}
        assert str not in parts or field in WORDS
    assert set(CodeKind) == {"token", "typed", "carrier"}


BODY = to_body(ParcelHandedOver(7, 12, "1", "label"), at=AT, kiosk="K1", seq=3)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"seq":3', b'"seq": 3'),
        (b'"seq":3', b'"seq":3.0'),
        (b'"seq":3', b'"seq":true'),
        (b'"seq":3}', b'"seq":3,"zz":1}'),
        (b'"seq":3', b'"seq":3,"seq":3'),
        (b'"parcel":12', b'"parcel":"12"'),
        (b'"parcel":12', b'"parcel":true'),
        (b'"parcel":12', b'"parcel":null'),
        (b'"parcel":12,', b""),
        (b'"parcel":12', b'"parcel":12,"phone":1'),
        (b"ParcelHandedOver", b"ParcelEaten"),
        (b'"label"', b'"l\\u0061bel"'),
        (b"+00:00", b"Z"),
        (b"+00:00", b""),
        (b"2026-11-22", b"2026-11-32"),
        (b"2026-11-22T11:30:00.000000+00:00", b"0001-01-01T00:00:00.000000+14:00"),
        (b'"of":{', b'"of":[{'),
    ],
)
def test_one_changed_byte_is_no_body(old: bytes, new: bytes) -> None:
    changed = BODY.replace(old, new)
    assert changed != BODY
    with pytest.raises(ValueError, match="body"):
        from_body(changed)


@given(st.binary(max_size=200) | st.sampled_from([b"[]", b"null", b"{}", b"[" * 100_000, b'{"event":[]}', b"NaN"]))
def test_any_other_bytes_are_no_body(raw: bytes) -> None:
    with pytest.raises(ValueError, match="body"):
        from_body(raw)


@pytest.mark.parametrize(
    "wrong",
    [
        events.ParcelExpected("RA473124829GB"),  # type: ignore[arg-type]  # the point of all of these
        events.ParcelExpected(True),
        events.ParcelExpected(()),  # type: ignore[arg-type]
        events.CodeIssued(1, (True,), ("token",)),
        events.CodeIssued(1, ("2",), ("token",)),  # type: ignore[arg-type]
        events.CodeIssued(1, [2], ("token",)),  # type: ignore[arg-type]
        events.CodeIssued(1, (2, None), ("token",)),  # type: ignore[arg-type]
    ],
)
def test_an_event_with_a_field_of_the_wrong_kind_is_not_written(wrong: Event) -> None:
    with pytest.raises(ValueError, match="wrong kind"):
        to_body(wrong, at=AT, kiosk="K1", seq=0)
