"""What a person hands to a command to be checked: a text, a file of it, or a picture of its QR code. Pictures go to the reader child."""

from pathlib import Path

from kiosk.errors import CodeFault
from kiosk.ledger import checkpoint, receipt
from kiosk.reader.reading import Looked, read_all

PREFIXES = (receipt.PREFIX.encode(), checkpoint.PREFIX.encode())
LONGEST_TEXT = 4_096
"""Bytes of a file that is taken for a text."""


def text_of(argument: str) -> str:
    """The text itself, of a file, or of the receipt or checkpoint in a picture. Raises `CodeFault` where a picture shows none."""
    path = Path(argument)
    try:
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
    return _text_in_picture(argument)


def _text_in_picture(name: str) -> str:
    for looked in read_all([name], all_looks=True):
        if not isinstance(looked, Looked):
            raise CodeFault(looked.sentence)
        for code in looked.frame.codes:
            if code.untrusted_text.startswith(PREFIXES):
                return code.untrusted_text.decode(errors="replace")
    raise CodeFault("There is no receipt and no checkpoint in this picture. Take it again, closer and straight.")
