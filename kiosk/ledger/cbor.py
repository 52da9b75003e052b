"""As much of CBOR (RFC 8949) as receipts and checkpoints need: one list of whole numbers, byte strings and texts. Pure.

There is one way to write a value (§4.2.1, core deterministic encoding), and only that way is read.
"""

from collections.abc import Sequence

Value = int | bytes | str
_NUMBER, _BYTES, _TEXT, _LIST = 0, 2, 3, 4


def encode(values: Sequence[Value]) -> bytes:
    """A list of fewer than 24 values; numbers are from 0 to 2**64 - 1."""
    return _head(_LIST, len(values)) + b"".join(map(_one, values))


def decode(untrusted: bytes) -> list[Value]:
    """The values again; ValueError for bytes that `encode` cannot have made."""
    kind, count, at = _read_head(untrusted, 0)
    values = list[Value]()
    if kind != _LIST or count > len(untrusted):
        raise ValueError("this is not a list of CBOR")
    for _ in range(count):
        kind, number, at = _read_head(untrusted, at)
        if kind == _NUMBER:
            values.append(number)
            continue
        part = untrusted[at : at + number]
        at += number
        if kind not in {_BYTES, _TEXT} or len(part) != number:
            raise ValueError("this is not CBOR of ours")
        values.append(part if kind == _BYTES else _text(part))
    if encode(values) != untrusted:
        raise ValueError("this CBOR is not in its one form")
    return values


def _one(value: Value) -> bytes:
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, bytes):
        return _head(_BYTES, len(value)) + value
    return _head(_TEXT, len(value.encode())) + value.encode()


def _text(part: bytes) -> str:
    try:
        return part.decode()
    except UnicodeDecodeError:
        raise ValueError("this CBOR's text is not UTF-8") from None


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    size = next(size for size in (1, 2, 4, 8) if number < 1 << 8 * size)
    return bytes([kind << 5 | 23 + size.bit_length()]) + number.to_bytes(size)


def _read_head(content: bytes, at: int) -> tuple[int, int, int]:
    """Kind, number and where what follows begins."""
    if at >= len(content):
        raise ValueError("this CBOR is cut short")
    kind, low = content[at] >> 5, content[at] & 31
    if low < 24:
        return kind, low, at + 1
    if low > 27:
        raise ValueError("this is not CBOR of ours")
    size = 1 << low - 24
    return kind, int.from_bytes(content[at + 1 : at + 1 + size]), at + 1 + size
