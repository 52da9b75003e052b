"""Takes the fields of one JSON object that came from a process we do not trust, each with its type and its range."""

import base64
import binascii
import json
import math
from collections.abc import Collection
from typing import Any, Self

from kiosk.errors import ReaderFault

DECIMALS = 2
"""Places after the point of a number on the wire: enough for advice, and no room for more than advice."""


class WireFault(ReaderFault):
    """Bytes on the wire that no honest peer sends."""

    def __init__(self, why: str) -> None:
        """`why` names the rule that was broken, never the content that broke it."""
        super().__init__(f"The reader broke its own rules ({why}) and is started again.")


class Fields:
    """The object's fields; every take checks and removes one, and `close` refuses what is left over."""

    def __init__(self, untrusted: object) -> None:
        if not isinstance(untrusted, dict):
            raise WireFault("not an object")
        self._left: dict[str, Any] = untrusted

    @classmethod
    def parse(cls, untrusted: bytes) -> Self:
        """The fields of a JSON text in UTF-8; NaN and infinities are refused."""
        try:
            return cls(json.loads(untrusted.decode("utf-8"), parse_constant=_no_constant))
        except (ValueError, RecursionError):  # ValueError covers bad UTF-8, bad JSON and numbers of thousands of digits
            raise WireFault("not JSON") from None

    def _take(self, name: str) -> Any:
        try:
            return self._left.pop(name)
        except KeyError:
            raise WireFault(f"{name} is missing") from None

    def whole(self, name: str, low: int, high: int) -> int:
        """A whole number in low…high."""
        value = self._take(name)
        if type(value) is not int or not low <= value <= high:  # a JSON true is an int to isinstance
            raise WireFault(f"{name} is no number in its range")
        return value

    def number(self, name: str, low: float, high: float) -> float:
        """A finite number in low…high, of two decimals at most."""
        return checked_number(self._take(name), name, low, high)

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self._take(name)
        if not isinstance(value, bool):
            raise WireFault(f"{name} is neither true nor false")
        return value

    def choice(self, name: str, allowed: Collection[str]) -> str:
        """One of the allowed words."""
        value = self._take(name)
        if not isinstance(value, str) or value not in allowed:
            raise WireFault(f"{name} is none of the known words")
        return value

    def choice_or_none(self, name: str, allowed: Collection[str]) -> str | None:
        """One of the allowed words, or null."""
        if self._left.get(name, "") is None:
            return self._take(name)  # type: ignore[no-any-return]  # None, as just seen
        return self.choice(name, allowed)

    def text(self, name: str, most: int) -> str:
        """A text of at most `most` bytes in UTF-8."""
        value = self._take(name)
        if not isinstance(value, str):
            raise WireFault(f"{name} is no text")
        try:
            size = len(value.encode("utf-8"))
        except UnicodeEncodeError:  # JSON can spell half a surrogate pair
            raise WireFault(f"{name} is no text") from None
        if size > most:
            raise WireFault(f"{name} is too long")
        return value

    def raw(self, name: str, most: int) -> bytes:
        """Bytes, at most `most`, spelt in base64."""
        value = self._take(name)
        if not isinstance(value, str) or len(value) > most * 4 // 3 + 4:
            raise WireFault(f"{name} is no bytes or too long")
        try:
            raw = base64.b64decode(value, validate=True)
        except (ValueError, binascii.Error):
            raise WireFault(f"{name} is no base64") from None
        if len(raw) > most:
            raise WireFault(f"{name} is too long")
        return raw

    def listed(self, name: str, fewest: int, most: int) -> list[Any]:
        """A list of fewest…most entries, each still untrusted."""
        value = self._take(name)
        if not isinstance(value, list) or not fewest <= len(value) <= most:
            raise WireFault(f"{name} is no list of its size")
        return value

    def within(self, name: str) -> "Fields":
        """The fields of an inner object."""
        return Fields(self._take(name))

    def close(self) -> None:
        """Refuse fields that nobody asked for."""
        if self._left:
            raise WireFault("an unknown field")


def checked_number(value: object, name: str, low: float, high: float) -> float:
    """`value` as a finite float in low…high, of two decimals at most."""
    if type(value) not in (int, float) or not low <= value <= high:  # type: ignore[operator]  # narrowed by the line's start
        raise WireFault(f"{name} is no number in its range")
    number = float(value)  # type: ignore[arg-type]  # an int or a float, as just checked
    if not math.isfinite(number):
        raise WireFault(f"{name} is not finite")
    if round(number, DECIMALS) != number:
        raise WireFault(f"{name} is finer than it may be")
    return number


def _no_constant(_name: str) -> float:
    raise ValueError
