"""`kiosk ledger`: is the record what was written? Checkpoints to keep elsewhere, keys to check them by, and the whole of it as a file."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import click

from kiosk.cli.boundary import Group
from kiosk.cli.home import OpenHome, home_option, json_option, open_home
from kiosk.cli.pictures import picture_at
from kiosk.cli.untrusted import text_of
from kiosk.codes.slip import qr_png
from kiosk.desk.proof import Outside, Proof, prove, untrusted_checkpoint
from kiosk.errors import CodeFault, StoreDamaged
from kiosk.ledger.checkpoint import Signed
from kiosk.ledger.seal import SALT_BYTES
from kiosk.store import Finding, How, Verified

FILE = click.Path(dir_okay=False, path_type=Path)
CALL = "Keep the files, call a technician."


@click.group(cls=Group)
def ledger() -> None:
    """The record of everything that happened."""


@ledger.command()
@click.option(
    "--against", metavar="CHECKPOINT", help="A checkpoint or receipt kept elsewhere: its text, file or picture."
)
@home_option
@json_option
def verify(against: str | None, home: Path, *, as_json: bool) -> None:
    """Compute the whole ledger anew and compare it with the parcels, the checkpoints given away, and one kept elsewhere."""
    outside = None if against is None else _checkpoint(text_of(against))
    with open_home(home) as kiosk:
        proof = prove(kiosk.store, outside)
        told = list(_told(kiosk, proof, outside))
    found = proof.verified
    if as_json:
        answer = {"ok": proof.ok, "entries": found.entries, "root": found.root, "first_bad": found.first_bad}
        click.echo(json.dumps(answer))
    if not proof.ok:
        raise StoreDamaged(" ".join(told))
    for sentence in told:
        click.echo(sentence, err=as_json)


@ledger.command()
@click.option("--png", type=FILE, help="Write it as a QR picture, too.")
@home_option
def checkpoint(png: Path | None, home: Path) -> None:
    """Sign what the ledger is now: a note to keep elsewhere, and the same as the text of a QR code."""
    with open_home(home) as kiosk, picture_at(png) as write:
        with kiosk.store.transaction():
            signed = kiosk.store.checkpoints.make(How.ASKED, at=kiosk.clock.now())
        if png:
            write(qr_png(signed.code))
        click.echo(f"{signed.note}\n{signed.code}")


@ledger.command()
@home_option
def key(home: Path) -> None:
    """The public keys that receipts and checkpoints are checked by, and from which entry to which each was in use."""
    with open_home(home) as kiosk:
        for one in kiosk.store.checkpoints.signers():
            until = "now" if one.until is None else f"entry {one.until}"
            click.echo(f"{one.key.text}  from entry {one.after} to {until}")


@ledger.command()
@click.argument("file", type=FILE)
@home_option
def export(file: Path, home: Path) -> None:
    """Write FILE.jsonl: every entry with its leaf's salt and hash, as far as it is not erased, and a checkpoint at the end."""
    with open_home(home) as kiosk:
        with kiosk.store.transaction():
            signed = kiosk.store.checkpoints.make(How.ASKED, at=kiosk.clock.now())
        try:
            with file.open("x", encoding="utf-8") as lines:
                file.chmod(0o600)
                lines.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in _lines(kiosk, signed))
        except FileExistsError:
            raise CodeFault(f"{file} is there already. Name another file.") from None
    click.echo(f"{signed.checkpoint.size} entries written.")


def _lines(kiosk: OpenHome, signed: Signed) -> Iterator[dict[str, object]]:
    for seq in range(signed.checkpoint.size):
        entry = kiosk.store.journal.entry(seq)
        line: dict[str, object] = {"seq": seq, "leaf": kiosk.store.journal.leaf(seq).hex()}
        if entry is not None:
            salt, body = entry.content[:SALT_BYTES], entry.content[SALT_BYTES:]
            line |= {"salt": base64.b64encode(salt).decode(), "body": body.decode()}
        yield line
    yield {"checkpoint": signed.note}


def _checkpoint(untrusted_text: str) -> Signed:
    try:
        return untrusted_checkpoint(untrusted_text)
    except ValueError:
        raise CodeFault(
            "That is no checkpoint and no receipt, or a character of it is missing. Copy it anew, or give its picture."
        ) from None


def _told(kiosk: OpenHome, proof: Proof, against: Signed | None) -> Iterator[str]:
    """What was found, in sentences."""
    found = proof.verified
    if against is not None and proof.outside in {Outside.FOREIGN, Outside.FORGED}:
        yield _STRANGE[proof.outside]
        return
    if proof.forged is not None:
        yield (
            f"The checkpoint of {proof.forged.signed.checkpoint.size} entries that the store remembers was not signed by this "
            f"kiosk: somebody wrote in the store. {CALL}"
        )
    if found.finding is not None:
        yield _bad(found, found.finding, against)
        return
    erased = f", {found.erased} of them erased as they should be" if found.erased else ""
    yield f"The ledger is whole: {found.entries} entries{erased}, root {found.root}."
    if against is None:
        yield (
            "Nothing from outside was compared: an older copy of the whole store would look just as whole. "
            "Keep a checkpoint elsewhere (kiosk ledger checkpoint, a receipt, the code at the end of a shift) and use --against."
        )
        return
    given = f", given away on {kiosk.clock.local(proof.witness.at):%Y-%m-%d %H:%M}" if proof.witness else ""
    if proof.outside is Outside.LOST:
        yield (
            f"The checkpoint{given} counts {against.checkpoint.size} entries of a time before this kiosk was restored from a "
            "backup, as the ledger itself tells; those after the backup were lost then. That is no sign of fraud, but only whoever "
            "restored it can say that it was needed."
        )
    else:
        yield (
            f"It begins with the {against.checkpoint.size} entries of the checkpoint{given}: up to there nothing was changed. "
            "What was cut off after them, it cannot know."
        )


_STRANGE = {
    Outside.FOREIGN: "The checkpoint is another kiosk's: none of this kiosk's keys signed it. Compare one of its own.",
    Outside.FORGED: "The checkpoint is not genuine: this kiosk's key did not sign what it says. Nothing was learnt of the ledger.",
}


def _bad(found: Verified, finding: Finding, against: Signed | None) -> str:
    size = against.checkpoint.size if against else 0
    what = {
        Finding.ENTRY: f"entry {found.first_bad} is wrong: edited, moved, inserted or deleted",
        Finding.TREE: f"entry {found.first_bad} or one soon after it is wrong: the tree over them is another",
        Finding.CUT_OFF: f"the entries from {found.first_bad} on are gone",
        Finding.UNEXPLAINED: f"entry {found.first_bad} cannot be read, and no erasure explains it",
        Finding.CHECKPOINT: f"an entry from {found.first_bad} on is wrong: a checkpoint that was signed counts others",
        Finding.BEHIND: f"the entries from {found.first_bad} on are gone, which a checkpoint counts: they were cut off, "
        "or the whole store is an older copy, and no restore is recorded",
        Finding.PARCEL: f"parcel {found.parcel} is not where entry {found.first_bad} says"
        if found.first_bad is not None
        else f"no entry tells of parcel {found.parcel}",
    }[finding]
    compared = f" Compared with a checkpoint of {size} entries." if against else ""
    return f"The ledger is not what was written: {what}.{compared} {CALL}"
