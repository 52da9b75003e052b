"""Moments in the store: whole microseconds since 1970 in UTC, so that order, range and equality are exact."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970; `moment` knows its zone (a naive one raises `TypeError`)."""
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The moment again, in UTC."""
    return _EPOCH + micros * _MICROSECOND


def from_micros_or_none(micros: int | None) -> datetime | None:
    """The same for a moment that may not have come yet."""
    return None if micros is None else from_micros(micros)
