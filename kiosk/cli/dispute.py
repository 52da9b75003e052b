"""`kiosk dispute`: everything that is known of one parcel as one page to read and to keep, each sentence with its proof."""

import re
from collections.abc import Iterator
from datetime import datetime
from html import escape
from pathlib import Path

import click

from kiosk.cli.boundary import Command
from kiosk.cli.history import told
from kiosk.cli.home import OpenHome, home_option, open_home
from kiosk.cli.untrusted import text_of
from kiosk.desk import dispute as facts
from kiosk.desk import intake
from kiosk.desk.dispute import Complaint, Dispute, Evidence
from kiosk.desk.watch import MixUp
from kiosk.errors import CodeFault
from kiosk.ledger import events
from kiosk.parcel import Parcel, ParcelState

OUT = click.Path(dir_okay=False, path_type=Path)
STYLE = """
body { background: #FBF8F3; color: #16181D; font: 16px/1.5 "Noto Sans", system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1, h2 { line-height: 1.2 } .answer { background: #E9E4DA; border-radius: 16px; padding: 1rem 1.5rem; font-size: 1.15rem }
table { border-collapse: collapse; width: 100% }
td, th { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #CFC9BC }
code, pre { font-size: .8rem; overflow-wrap: anywhere; white-space: pre-wrap } .bad { color: #872920; font-weight: bold }
@media print { details { display: block } }"""
TAKEN = (events.ParcelHandedOver, events.ParcelConfirmed, events.ParcelLeftByOverride, events.ParcelLeftOnPaper)
OPENED = (events.VisitOpened, events.CodeAdded)


@click.command(cls=Command)
@click.argument("parcel", metavar="WAYBILL|RECEIPT")
@click.option("--out", "file", type=OUT, required=True, help="The page to write, FILE.html.")
@home_option
def dispute(parcel: str, file: Path, home: Path) -> None:
    """Write a page about one parcel: what happened, with which code, by which clerk, and the proof of each sentence."""
    with open_home(home) as kiosk:
        parcels = _parcels(kiosk, parcel)
        page = _page(kiosk, [facts.open_file(kiosk.store, kiosk.clock, one) for one in parcels])
    file.touch(mode=0o600)
    file.write_text(page, encoding="utf-8")
    click.echo(f"Written: {file}")


def _parcels(kiosk: OpenHome, untrusted: str) -> tuple[Parcel, ...]:
    text = untrusted if facts.is_receipt(untrusted) else text_of(untrusted)
    if facts.is_receipt(text):
        return facts.parcels_of_receipt(kiosk.store, text)
    if text is not untrusted:
        raise CodeFault("There is no receipt in this file. Name a waybill, or the receipt's text, file or picture.")
    return (intake.find(kiosk.store, kiosk.settings, text),)


def _page(kiosk: OpenHome, files: list[Dispute]) -> str:
    depot = escape(kiosk.settings.depot.name)
    parts = "".join(part for one in files for part in _file(kiosk, one))
    return (
        f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Dispute file, {depot}</title><style>{STYLE}</style>\n'
        f"<h1>Dispute file</h1><p>{depot}, made on {_when(kiosk, files[0].made)}. Times are the depot's own.</p>\n{parts}</html>\n"
    )


def _file(kiosk: OpenHome, one: Dispute) -> Iterator[str]:
    lines = list(told(one.parcel.id, one.pickups, kiosk.store.journal.entries()))
    proofs = facts.evidence(kiosk.store, one.signed, [entry for entry, _ in lines])
    state = one.parcel.state.replace("_", " ")
    waybill = one.parcel.waybill or "waybill erased at the handover"
    yield f"<h2>Parcel {one.parcel.id} ({escape(waybill)}): {state}</h2>\n"
    yield f'<div class="answer"><b>Who took it, and how do we know?</b><br>{_answer(kiosk, one, proofs)}</div>\n'
    yield from _complaints(kiosk, one.complaints)
    yield "<h3>What the ledger says</h3>\n<table><tr><th>Entry</th><th>When</th><th>What</th></tr>\n"
    for (entry, sentence), proof in zip(lines, proofs, strict=True):
        words = escape(_named(kiosk, sentence))
        yield f"<tr><td>{entry.seq}</td><td>{_when(kiosk, entry.at)}</td><td>{words}{_proof(proof)}</td></tr>\n"
    yield "</table>\n"
    yield _mix_up(kiosk, one.mix_up)
    yield _ledger(one)


def _answer(kiosk: OpenHome, one: Dispute, proofs: list[Evidence]) -> str:
    """The one sentence a judge looks for, and what it rests on."""
    left = [proof.entry for proof in proofs if isinstance(proof.entry.event, TAKEN)]
    back = (ParcelState.HANDED_OVER, ParcelState.DISPUTED)
    if not left or one.parcel.state not in back:
        return (
            f"Nobody, as far as the ledger knows: it is {one.parcel.state.replace('_', ' ')}"
            + (f", place {escape(one.parcel.place)}" if one.parcel.place else "")
            + ". The kiosk sees codes and labels; who takes a parcel without showing either leaves no entry."
        )
    entry = left[-1]
    at = f"on {_when(kiosk, entry.at)} (entry {entry.seq})"
    match entry.event:
        case events.ParcelHandedOver(visit=visit, station=station, how=how):
            codes = {
                (e.pickup, e.with_): None for p in proofs if isinstance(e := p.entry.event, OPENED) and e.visit == visit
            }
            with_ = (
                " and ".join(f"pickup code {pickup} (as a {kind} code)" for pickup, kind in codes) or "a pickup code"
            )
            check = {
                "label": "Its own label was read afterwards, so it was this parcel and no other that was in hand.",
                "tap": "The customer confirmed it with a tap; its label was not read.",
            }.get(how, "")
            return (
                f"Whoever showed {with_} at station {escape(station)}, {at}. {check} The code was valid and given out for this parcel. "
                "It is a bearer code: the kiosk keeps no name and no picture, so it cannot say who that person was."
            )
        case events.ParcelConfirmed(clerk=clerk):
            who = escape(_name(kiosk, clerk))
            return f"Whoever had shown its code; clerk {who} brought it or saw it leave, {at}. That rests on the clerk's word."
        case events.ParcelLeftOnPaper(said=said, by=by, clerk=clerk):
            return (
                f"It was handed over on paper by clerk {escape(_name(kiosk, by))} at {escape(said)} (UTC), entered by clerk "
                f"{escape(_name(kiosk, clerk))} {at}. That rests on the paper."
            )
        case _:
            made = [p.entry.event for p in proofs if isinstance(p.entry.event, events.OverrideMade)][-1]
            compared = "ID and label were compared" if made.checked == "yes" else "ID and label were not compared"
            second = f", signed by clerk {escape(_name(kiosk, made.second))}, too" if made.second is not None else ""
            return (
                f"Clerk {escape(_name(kiosk, made.clerk))} released it by hand without a valid code "
                f"({escape(made.reason.replace('_', ' '))}; {compared}{second}); it counts as handed over {at}. "
                "That rests on the clerk's word."
            )


def _complaints(kiosk: OpenHome, complaints: tuple[Complaint, ...]) -> Iterator[str]:
    yield "<h3>The complaint</h3>\n"
    if not complaints:
        yield "<p>No dispute was entered at the desk. Enter it there: what is known is then kept until it is settled.</p>\n"
    for one in complaints:
        ended = (
            f"Closed on {_when(kiosk, one.closed)}: {escape((one.how or '').replace('_', ' '))}."
            if one.closed
            else f"Open. Erasure is held because of it, until {_when(kiosk, one.kept_until)} at the latest."
        )
        yield (
            f"<p>{escape(one.why.replace('_', ' ').capitalize())}, entered on {_when(kiosk, one.opened)}; "
            f"to be answered by <b>{_when(kiosk, one.answer_by)}</b> (7 days). {ended}</p>\n"
        )


def _mix_up(kiosk: OpenHome, found: MixUp | None) -> str:
    if found is None:
        return ""
    rows = "".join(
        f"<li>Parcel {one.parcel.id}, now {one.parcel.state.replace('_', ' ')}; "
        f"codes {', '.join(map(str, one.pickups)) or 'none'}, visits {', '.join(map(str, one.visits)) or 'none'}</li>"
        for one in found.suspects
    )
    said = f"<ul>{rows}</ul>" if rows else "<p>Nobody was sent to that shelf since then.</p>"
    return (
        f"<h3>Where it may have gone by mistake</h3><p>Parcels of shelf {escape(found.shelf)} that left, or whose code was shown, since a "
        f"clerk last had it in hand on {_when(kiosk, found.since)}; those whose own label was never checked first.</p>{said}\n"
    )


def _ledger(one: Dispute) -> str:
    checked = (
        f"When this page was made the whole ledger was computed anew: {one.ledger.verified.entries} entries, and nothing in it was "
        "changed as far as the kiosk itself can tell. A receipt or checkpoint kept elsewhere tells "
        "more: <code>kiosk ledger verify --against</code>."
        if one.ledger.ok
        else '<span class="bad">When this page was made the ledger was NOT what was written. Do not rely on it before a technician '
        "has looked: <code>kiosk ledger verify</code>.</span>"
    )
    keys = "\n".join(key.text for key in one.keys)
    return (
        f"<h3>How to check it</h3><p>{checked}</p><p>An entry's leaf is SHA-256 over a zero byte, its salt and its body; its proof leads "
        "to the root of the checkpoint (RFC 6962, section 2.1.1), which the kiosk signed (a C2SP signed note) with this public key:</p>"
        f"<pre>{escape(keys)}</pre><pre>{escape(one.signed.note)}</pre>\n"
    )


def _proof(one: Evidence) -> str:
    steps = "\n".join(step.hex() for step in one.proof)
    return (
        f"<details><summary>proof</summary><pre>salt {one.salt.hex()}\nbody {escape(one.body.decode())}\n"
        f"leaf {one.leaf.hex()}\n{steps}</pre></details>"
    )


def _named(kiosk: OpenHome, sentence: str) -> str:
    """The sentence with clerks' short names beside their numbers."""
    return re.sub(r"\bclerk (\d+)", lambda found: f"clerk {_name(kiosk, int(found[1]))}", sentence)


def _name(kiosk: OpenHome, clerk: int) -> str:
    return f"{clerk} ({kiosk.store.clerks.get(clerk).name})"


def _when(kiosk: OpenHome, at: datetime) -> str:
    return f"{kiosk.clock.local(at):%Y-%m-%d %H:%M}"
