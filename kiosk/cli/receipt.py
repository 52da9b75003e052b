"""`kiosk receipt`: is this receipt genuine? Needs no network, no home and no kiosk, only the kiosk's public key."""

from collections.abc import Sequence
from pathlib import Path

import click

from kiosk.cli.boundary import Group
from kiosk.cli.home import home_option, open_home
from kiosk.cli.untrusted import text_of
from kiosk.errors import CodeFault
from kiosk.ledger.checkpoint import PublicKey
from kiosk.ledger.receipt import Verdict, check

NO_KEY = "That is no public key. Copy the whole line that `kiosk ledger key` prints, or name a file with such lines."
SENTENCES = {
    Verdict.NONE: "That is no receipt, or a character of it is missing or changed. Photograph it again, or copy all of it.",
    Verdict.FOREIGN: "This receipt is not of the kiosk whose key was given. Ask the depot named on it for its public key.",
    Verdict.FORGED: "This receipt is not genuine: it was made by somebody else, or altered after it was given.",
}


@click.group(cls=Group)
def receipt() -> None:
    """Receipts: the proof that customers leave with."""


@receipt.command()
@click.argument("receipt", metavar="TEXT|FILE|IMAGE")
@click.option(
    "--key", metavar="PUBLIC", help="The kiosk's public key, or a file of keys; without it, those of the home."
)
@home_option
def verify(receipt: str, key: str | None, home: Path) -> None:
    """Check a receipt: its text, a file with it, or a picture of its code."""
    keys = _from_home(home) if key is None else _keys(key)
    verdict, found = check(text_of(receipt), keys)
    if verdict is not Verdict.GENUINE or found is None:
        raise CodeFault(SENTENCES[verdict])
    click.echo(f"Genuine: {found.line}.")
    click.echo(
        f"Entry {found.seq} of {found.size} in the ledger of {found.origin}, at {found.at:%Y-%m-%d %H:%M:%S} UTC."
    )


def _keys(untrusted: str) -> Sequence[PublicKey]:
    path = Path(untrusted)
    try:
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else [untrusted]
        return [PublicKey.parse(line.split()[0]) for line in lines if line.strip()]
    except (OSError, ValueError, IndexError):
        raise CodeFault(NO_KEY) from None


def _from_home(home: Path) -> Sequence[PublicKey]:
    with open_home(home) as kiosk:
        return [one.key for one in kiosk.store.checkpoints.signers()]
