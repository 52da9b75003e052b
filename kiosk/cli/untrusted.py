"""What a person hands to a command to be checked: a text, a file of it, or a picture of its QR code. Pictures go to the reader child."""

from pathlib import Path

from kiosk.errors import CodeFault
from kiosk.ledger import checkpoint, receipt
from kiosk.reader.reading import Looked, read_all

SIGNED = (receipt.PREFIX, checkpoint.PREFIX)
NO_SIGNED = "There is no receipt and no checkpoint in this picture. Take it again, closer and straight."
LONGEST_TEXT = 4_096
"""Bytes of a file that is taken for a text."""


def text_of(argument: str, prefixes: tuple[str, ...] = SIGNED, none: str = NO_SIGNED) -> str:
    """The text itself, of a file, or the code with one of `prefixes` in a picture or before a camera. Raises `CodeFault` saying `none`."""
    path = Path(argument)
    try:
        if path.is_char_device():
            return _text_seen(argument, prefixes, none)
        is_file = path.is_file()
    except (OSError, ValueError):  # a text that is no possible name
        is_file = False
    if not is_file:
        return argument
    if path.stat().st_size <= LONGEST_TEXT:
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            pass  # a small picture
    return _text_seen(argument, prefixes, none)


def _text_seen(name: str, prefixes: tuple[str, ...], none: str) -> str:
    wanted = tuple(prefix.encode() for prefix in prefixes)
    for looked in read_all([name], all_looks=True):
        if not isinstance(looked, Looked):
            raise CodeFault(looked.sentence)
        for code in looked.frame.codes:
            if code.untrusted_text.startswith(wanted):
                return code.untrusted_text.decode(errors="replace")
    raise CodeFault(none)
