"""Writing a picture of a code: whole or not at all, and readable by its owner alone, because it opens a pickup. And printing one."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from kiosk.errors import CodeFault, PrinterFault
from kiosk.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])


def print_option(command: F) -> F:
    """`--print`: on the printer of the settings."""
    return click.option("--print", "on_paper", is_flag=True, help="Print it, on the printer of kiosk.toml.")(command)


def check_paper(file: Path | None, *, on_paper: bool = False) -> None:
    """A usage error unless the picture's name ends as it must, and is there or --print is."""
    if file is None and not on_paper:
        raise click.UsageError("Say where it goes: FILE, or --print.")
    if file is not None and file.suffix.lower() not in {".svg", ".png"}:
        raise click.BadParameter("The name must end in .svg or .png.", param_hint="FILE")


def needs_printer(settings: Settings, *, on_paper: bool) -> None:
    """Raise `PrinterFault`, before a code is made, where there is no printer for it."""
    if on_paper and settings.printer.kind == "none":
        raise PrinterFault("This depot has no printer. Name one in kiosk.toml: kind under [printer]")


@contextmanager
def picture_at(path: Path | None) -> Iterator[Callable[[bytes], None]]:
    """Gives what writes the picture. The place is tried first: a code whose picture cannot be kept must not be made.

    None where no picture is wanted; then nothing may be written.
    """
    if path is None:
        yield lambda _: None
        return
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
