"""Writing a picture of a code: whole or not at all, and readable by its owner alone, because it opens a pickup."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import CodeFault


@contextmanager
def picture_at(path: Path) -> Iterator[Callable[[bytes], None]]:
    """Gives what writes the picture. The place is tried first: a code whose picture cannot be kept must not be made."""
    if path.exists() and not path.is_file():
        raise CodeFault(f"{path} is no plain file. Name another for the picture. No code was made.")
    growing = path.with_name(f".{secrets.token_hex(8)}.new")
    try:
        descriptor = os.open(growing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise CodeFault(f"{path} cannot be written ({error.strerror}). No code was made.") from None

    def write(content: bytes) -> None:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            growing.replace(path)
        except OSError as error:
            raise CodeFault(f"{path} could not be written ({error.strerror}). Issue the code once more.") from None

    with os.fdopen(descriptor, "wb") as file:
        try:
            yield write
        finally:
            growing.unlink(missing_ok=True)
