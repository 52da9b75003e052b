"""Recovery sheets and passphrases as commands meet them: written only where asked, asked for where needed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from kiosk.cli.pictures import picture_at
from kiosk.clock import Clock
from kiosk.codes.recovery import WORDS, Miscopied, Secret, parse
from kiosk.codes.slip import sheet_svg
from kiosk.errors import StoreFault
from kiosk.settings import Settings
from kiosk.store.device_key import LEAST_PASSPHRASE, DeviceHome

F = TypeVar("F", bound=Callable[..., Any])

MOST_BYTES = 100_000
PASSPHRASE = "kiosk.passphrase"
"""Where a command remembers what was typed until it ends."""
TITLE = "Recovery sheet"
NOTES = (
    "With a backup it opens this kiosk's store",
    "on any machine: kiosk init --recover,",
    "then scan the code or type the words.",
    "Lock it away, far from the kiosk.",
    "A newer sheet makes this one void.",
)
"""Short lines, so that they are printed large."""
SHEET = click.Path(dir_okay=False, path_type=Path, allow_dash=True)


def device_option(command: F) -> F:
    """`--device`: where the device key lives."""
    return click.option(
        "--device",
        type=click.Choice([home.value for home in DeviceHome]),
        help="Where the device key lives: a systemd credential (by itself where there is one), a passphrase that is typed at"
        " each start, or a file.",
    )(command)


def ask_passphrase() -> str:
    """The passphrase of the keys, asked for once a command."""
    asked = click.get_current_context().meta
    if PASSPHRASE not in asked:
        asked[PASSPHRASE] = click.prompt("Passphrase of the kiosk's keys", hide_input=True, err=True)
    return str(asked[PASSPHRASE])


def ask_new_passphrase() -> str:
    """A new one, typed twice."""
    words = f"New passphrase, at least {LEAST_PASSPHRASE} characters"
    typed: str = click.prompt(words, hide_input=True, confirmation_prompt="The same once more", err=True)
    click.get_current_context().meta[PASSPHRASE] = typed
    return typed


@contextmanager
def sheet_at(path: Path | None, home: Path, settings: Settings) -> Iterator[Callable[[Secret], None]]:
    """Gives what hands the sheet out: into a file (`.svg` to print, else text), or on the terminal for None and `-`.

    The place is tried first, and refused inside the home.
    """
    clock = Clock(settings.zone())
    whose = f"{settings.depot.name}, {settings.depot.tag}, {clock.local(clock.now()):%Y-%m-%d}"
    if path is None or str(path) == "-":
        yield lambda secret: click.echo(_plain(secret, whose))
        return
    if path.resolve().is_relative_to(home.resolve()):
        raise StoreFault(
            "The recovery sheet must not lie in the kiosk's home. Name a file elsewhere, best on a USB stick."
        )
    with picture_at(path) as write:
        drawn = path.suffix.lower() == ".svg"
        yield lambda secret: write(
            sheet_svg(secret.text, secret.words, TITLE, whose, NOTES) if drawn else _plain(secret, whose).encode()
        )


def read_sheet(path: Path | None) -> Secret:
    """The secret of a sheet: from a file that `sheet_at` wrote, or typed or scanned at the terminal. Raises `StoreFault`."""
    if path is None or str(path) == "-":
        untrusted_text: str = click.prompt(f"The {WORDS} words of the recovery sheet, or its QR code scanned", err=True)
    else:
        with path.open("rb") as file:
            untrusted_text = file.read(MOST_BYTES).decode("utf-8", "replace")
    found = parse(untrusted_text)
    if isinstance(found, Secret):
        return found
    raise StoreFault(_miscopied(found))


def _miscopied(found: Miscopied) -> str:
    if found.words:
        numbers = ", ".join(map(str, found.words))
        return f"Word {numbers} of the recovery sheet cannot be right. Look at the sheet again."
    return f"These are not the {WORDS} words of a recovery sheet: one is wrong, missing or out of order. Look at the sheet again."


def _plain(secret: Secret, whose: str) -> str:
    rows = [secret.words[at : at + 3] for at in range(0, WORDS, 3)]
    words = "\n".join(
        "  ".join(f"{3 * row + at + 1:2}. {word}" for at, word in enumerate(three)) for row, three in enumerate(rows)
    )
    return "\n".join((TITLE, whose, "", words, "", secret.text, "", *NOTES, ""))
