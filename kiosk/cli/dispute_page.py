"""The page of a dispute, for a judge: who took it and what is not proven first, then the entries, then all that an expert needs.

Nobody is on it but clerks by their short names, and no image; the proofs stand open in an annex, for the page will be printed.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from html import escape

from kiosk import __version__
from kiosk.cli.dispute_answer import answer, decisive, name, not_proven, when
from kiosk.cli.history import told
from kiosk.cli.home import OpenHome
from kiosk.cli.html import document, table
from kiosk.desk.dispute import Complaint, Dispute, Evidence, Given, evidence, given_since
from kiosk.desk.watch import MixUp
from kiosk.ledger import events
from kiosk.ledger.events import Recorded
from kiosk.parcel import GONE, Parcel, ParcelState
from kiosk.store import How

HOW = {
    How.RECEIPT: "a receipt, shown to a customer",
    How.SHIFT_END: "the end of a shift",
    How.BACKUP: "a backup",
    How.ASKED: "a checkpoint or page that somebody asked for",
}
OF_THE_CLOCK = (events.ClockMoved, events.ClockDoubted)
WORDS = (
    "The kiosk writes each act into its ledger as an entry, in order. It names codes, parcels and visits by numbers. "
    "A visit begins when a code is shown; a receipt's number is its entry's."
)
FORGED = "Who has the kiosk and its keys could write a whole other ledger. It would not agree with what had left the machine by then. "
HELD = (
    "Ask for one of these, kept by somebody else, and hold it against the kiosk: <code>kiosk ledger verify --against FILE</code>. What is "
    "up to the entry that it counts to was not changed, added or left out since it left. Without one, this rests on the depot's word."
)
UNWITNESSED = "Nothing that left the machine since is known, so this rests on the depot's word."
ANNEX = (
    "An entry's leaf is SHA-256 over a zero byte, its salt and its body, as below. Its path leads from the leaf to the checkpoint's root "
    "(RFC 9162, section 2.1.3.2). The checkpoint is a C2SP signed note: origin, entries, root, and an Ed25519 signature by this public "
    "key. Compare the key with the one that the depot gives out elsewhere: no page vouches for its own."
)
GOES_ON = "That the ledger of this page goes on from what left the machine (RFC 9162, section 2.1.4.2), the earlier root coming from there:"


def page(kiosk: OpenHome, asked: str, files: list[Dispute]) -> str:
    """The whole page; `asked` says in words by what the parcels were found."""
    depot, first = kiosk.settings.depot, files[0]
    found = [(one, list(_entries(kiosk, one))) for one in files]
    who = f" Who answers: {escape(depot.answers)}." if depot.answers else ""
    head = (
        f"<h1>Dispute file</h1><p>{escape(depot.name)}, kiosk {escape(first.signed.checkpoint.origin)}, found by {_printable(asked)}."
        f"{who} Made on {when(kiosk, first.made)} by Handover Kiosk {__version__}. "
        "Times are of the kiosk's clock, in the depot's zone.</p>\n"
    )
    parts = "".join(f"<section>{''.join(_file(kiosk, one, lines))}</section>\n" for one, lines in found)
    annex = "".join(_annex(kiosk, one, [entry for entry, _ in lines]) for one, lines in found)
    return document(f"Dispute file, {depot.name}", f"{head}{parts}<section>{annex}{_keys(first)}</section>\n")


def _entries(kiosk: OpenHome, one: Dispute) -> Iterator[tuple[Recorded, str]]:
    """The parcel's own, and between its first and its last what befell the clock."""
    clock, begun = list[tuple[Recorded, str]](), False

    def watched(entries: Iterable[Recorded]) -> Iterator[Recorded]:
        for entry in entries:
            if isinstance(entry.event, OF_THE_CLOCK):
                clock.append((entry, f"The kiosk's clock was set or in doubt, by {entry.event.seconds} seconds."))
            yield entry

    for line in told(one.parcel.id, one.pickups, watched(kiosk.store.journal.entries())):
        yield from clock if begun else ()
        clock.clear()
        begun = True
        yield line


def _file(kiosk: OpenHome, one: Dispute, lines: list[tuple[Recorded, str]]) -> Iterator[str]:
    entries = [entry for entry, _ in lines]
    yield f"<h2>{_named(one.parcel)}: {_state(one.parcel)}</h2>\n"
    yield f'<div class="glance"><h3>Who took it, and how do we know?</h3><p>{escape(answer(kiosk, one, entries))}</p></div>\n'
    yield f"<h3>What is not proven</h3>{_list(map(escape, not_proven(one, entries)))}"
    yield f"<h3>Could the depot have made this up?</h3>{_witnessed(kiosk, one, entries)}"
    yield f"<h3>The complaint</h3>{''.join(_complaints(kiosk, one))}"
    rows = [(entry.seq, when(kiosk, entry.at), escape(_with_names(kiosk, said))) for entry, said in lines]
    yield f"<h3>What the ledger says</h3><p>{WORDS}</p>{table(('Entry', 'When', 'What'), rows)}"
    yield _mix_up(kiosk, one.mix_up)


def _witnessed(kiosk: OpenHome, one: Dispute, entries: list[Recorded]) -> str:
    if not one.ledger.ok:
        return (
            '<p class="bad">The ledger is NOT what was written. Do not rely on this page before a technician has looked: '
            "<code>kiosk ledger verify</code>.</p>\n"
        )
    checked = (
        f"<p>When this page was made, all {one.ledger.verified.entries} entries were computed anew and held against every checkpoint "
        f"that the kiosk remembers: nothing was changed, as far as the kiosk itself can tell. {FORGED}"
    )
    given = _given(kiosk, one, entries)
    if not given:
        return f"{checked}{UNWITNESSED}</p>\n"
    rows = (
        (when(kiosk, each.witness.at), HOW[each.witness.how], each.witness.signed.checkpoint.size - 1) for each in given
    )
    return f"{checked}{HELD}</p>\n{table(('Left on', 'With', 'Counts up to entry'), rows)}"


def _given(kiosk: OpenHome, one: Dispute, entries: list[Recorded]) -> list[Given]:
    """What left the machine since the entry that answers, or since the parcel's last one."""
    if not entries or not one.ledger.ok:
        return []
    return given_since(kiosk.store, one.signed, (decisive(one, entries) or entries[-1]).seq)


def _complaints(kiosk: OpenHome, one: Dispute) -> Iterator[str]:
    if not one.complaints:
        gone = one.parcel.since if one.parcel.state in GONE else None
        days = timedelta(days=kiosk.settings.retention.dispute_days)
        until = f" What is known of it is erased after {when(kiosk, gone + days)}." if gone else ""
        yield f"<p>None was entered at the desk.{until} A complaint entered there holds it until it is settled.</p>\n"
    for each in one.complaints:
        yield f"<p>{_complaint(kiosk, each)}</p>\n"


def _complaint(kiosk: OpenHome, one: Complaint) -> str:
    ended = (
        f"Closed on {when(kiosk, one.closed)}: {escape((one.how or '').replace('_', ' '))}."
        if one.closed
        else f"Open. Erasure is held because of it, until {when(kiosk, one.kept_until)} at the latest."
    )
    return (
        f"{escape(one.why.replace('_', ' ').capitalize())}, entered on {when(kiosk, one.opened)}; "
        f"to be answered by <b>{when(kiosk, one.answer_by)}</b> (7 days). {ended}"
    )


def _mix_up(kiosk: OpenHome, found: MixUp | None) -> str:
    if found is None:
        return ""
    rows = [
        f"Parcel {one.parcel.id}, now {_state(one.parcel)}; "
        f"codes {', '.join(map(str, one.pickups)) or 'none'}, visits {', '.join(map(str, one.visits)) or 'none'}"
        for one in found.suspects
    ]
    said = _list(rows) if rows else "<p>Nobody was sent to that shelf since then.</p>\n"
    return (
        f"<h3>Where it may have gone by mistake</h3><p>Other parcels of shelf {escape(found.shelf)} that left, or whose code was shown, "
        f"since a clerk last had this one in hand on {when(kiosk, found.since)}; those whose own label was never read first.</p>{said}"
    )


def _annex(kiosk: OpenHome, one: Dispute, entries: list[Recorded]) -> str:
    proofs = "".join(map(_proof, evidence(kiosk.store, one.signed, entries)))
    going_on = "".join(
        f"<pre>{each.witness.signed.checkpoint.size} entries, {HOW[each.witness.how]}\n{_steps(each.proof)}</pre>\n"
        for each in _given(kiosk, one, entries)
    )
    title = f"<h2>Annex: proofs, {_named(one.parcel)}</h2>\n"
    return f"{title}<p>{ANNEX}</p>\n{proofs}{f'<p>{GOES_ON}</p>{going_on}' if going_on else ''}"


def _keys(one: Dispute) -> str:
    keys = "\n".join(key.text for key in one.keys)
    return f"<h3>Key and checkpoint</h3><pre>{escape(keys)}</pre><pre>{escape(one.signed.note)}</pre>\n"


def _proof(one: Evidence) -> str:
    body = escape(one.body.decode())
    return f"<pre>entry {one.entry.seq}\nsalt {one.salt.hex()}\nbody {body}\nleaf {one.leaf.hex()}\n{_steps(one.proof)}</pre>\n"


def _steps(proof: Iterable[bytes]) -> str:
    return "\n".join(step.hex() for step in proof)


def _named(parcel: Parcel) -> str:
    return f"Parcel {parcel.id} ({escape(parcel.waybill or 'number erased when it left')})"


def _state(parcel: Parcel) -> str:
    return "shown, not confirmed" if parcel.state is ParcelState.UNCHECKED else parcel.state.replace("_", " ")


def _list(rows: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>\n"


def _printable(text: str) -> str:
    return escape("".join(c for c in text if c.isprintable()))


def _with_names(kiosk: OpenHome, sentence: str) -> str:
    """The sentence with clerks' short names beside their numbers."""
    return re.sub(r"\bclerk (\d+)", lambda found: f"clerk {name(kiosk, int(found[1]))}", sentence)
