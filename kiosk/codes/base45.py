"""Base45 (RFC 9285): bytes as text of a QR code's alphanumeric mode, three characters for two bytes. Pure."""

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}


def encode(content: bytes) -> str:
    """The text of any bytes."""
    characters = list[str]()
    for at in range(0, len(content), 2):
        pair = content[at : at + 2]
        value = int.from_bytes(pair)
        for _ in range(len(pair) + 1):
            value, digit = divmod(value, 45)
            characters.append(ALPHABET[digit])
    return "".join(characters)


def decode(untrusted_text: str) -> bytes:
    """The bytes again; ValueError for a text that `encode` cannot have made."""
    content = bytearray()
    for at in range(0, len(untrusted_text), 3):
        group = untrusted_text[at : at + 3]
        try:
            value = sum(_VALUES[character] * 45**power for power, character in enumerate(group))
            content += value.to_bytes(len(group) - 1)
        except (KeyError, OverflowError):
            raise ValueError("this is not base45") from None
        if len(group) == 1:
            raise ValueError("this is not base45")
    return bytes(content)
