"""Receipts and checkpoints at the desk: a receipt opens its parcels' story, a checkpoint holds the ledger against what was given away."""

from kiosk.codes.paper import Code, Line, Paper
from kiosk.desk import receipts
from kiosk.desk.counter.finding import Finding
from kiosk.desk.counter.panel import Do, Fact, FactRow, Happened, Kind, Panel, ParcelRow, Row, Slip, Tell
from kiosk.desk.counter.signing_in import ask_pin
from kiosk.desk.counter.task import AtHand, Step, Task
from kiosk.desk.declined import declined
from kiosk.desk.proof import Proof, Proving, untrusted_checkpoint
from kiosk.ledger import checkpoint, receipt
from kiosk.ledger.receipt import Receipt, Verdict
from kiosk.policy.roles import Act, Lacking
from kiosk.store import How


def is_proof(untrusted_text: str) -> bool:
    """Whether a scanned text says that it is a receipt or a checkpoint."""
    return untrusted_text.startswith((receipt.PREFIX, checkpoint.PREFIX))


def proving(hand: AtHand, untrusted_text: str, back: Task) -> Task:
    """What a receipt or a checkpoint leads to."""
    if untrusted_text.startswith(receipt.PREFIX):
        if refused := declined(hand.store, hand.seat, Act.LOOK_UP):
            return back.told(Tell(refused.why))
        return Told(hand, untrusted_text, back)
    return checking(hand, untrusted_text, back)


class Told(Task):
    """What left with a receipt, and when; whether it is genuine."""

    def __init__(self, hand: AtHand, untrusted_text: str, back: Task) -> None:
        super().__init__(hand)
        self.back = back
        self._story = receipts.story(hand.store, untrusted_text)

    def panel(self) -> Panel:
        """The verdict first."""
        story = self._story
        verdict = story.verdict if story.known or story.verdict is not Verdict.GENUINE else Happened.LOST
        rows: list[Row] = [FactRow(Fact.VERDICT, verdict)]
        if story.receipt is not None and story.verdict is Verdict.GENUINE:
            rows.append(FactRow(Fact.GIVEN, self.hand.clock.local(story.receipt.at)))
            rows.append(FactRow(Fact.HANDED_OVER, story.receipt.event.parcels))
        rows += [self.hand.row(parcel) for parcel in story.parcels]
        acts = (Do.PRINT,) if self._genuine and self.hand.printing else ()
        return Panel(Kind.RECEIPT, tuple(rows), acts=acts, ways=(Do.BACK,), box=False, tell=self.tell)

    @property
    def _genuine(self) -> Receipt | None:
        return self._story.receipt if self._story.verdict is Verdict.GENUINE else None

    def does(self, do: Do) -> Step:
        """On paper, for who has no phone to keep it."""
        shown = self._genuine
        if do is not Do.PRINT or shown is None or self.hand.printing is None:
            return super().does(do)
        self.hand.printing.add(shown.line, Paper((Line(shown.line, 3.2, bold=True), Code(shown.code, 64.0))))
        return self.told(Tell(Happened.PRINTING, good=True))

    def chooses(self, row: int) -> Step:
        """One of its parcels, with its acts: a dispute, say."""
        chosen = self.panel().rows[row]
        if not isinstance(chosen, ParcelRow):
            return self
        return Finding(self.hand, parcel=self.hand.store.parcels.get(chosen.parcel), back=self)


def checking(hand: AtHand, untrusted_text: str, back: Task) -> Task:
    """The whole ledger held against a checkpoint that left this machine before; a technician's or a supervisor's tool."""
    refused = declined(hand.store, hand.seat, Act.TOOLS)
    if refused is not None and refused.why is Lacking.PIN:
        return ask_pin(hand, lambda: checking(hand, untrusted_text, back), back)
    if refused is not None:
        return back.told(Tell(refused.why))
    try:
        signed = untrusted_checkpoint(untrusted_text)
    except ValueError:
        return back.told(Tell(Happened.NO_CHECKPOINT))
    return Held(hand, Proving(hand.store, signed), back)


class Held(Task):
    """The ledger is being held against it: customers are served meanwhile."""

    takes_scans = False

    def __init__(self, hand: AtHand, proving: Proving, back: Task) -> None:
        super().__init__(hand)
        self.back, self._before, self._proving = back, back, proving

    def panel(self) -> Panel:
        """That it takes a while."""
        return Panel(Kind.LOOKING_OVER, ways=(Do.BACK,), box=False, tell=self.tell)

    def tick(self) -> Step:
        """Until something was found."""
        proof = self._proving.found()
        return self if proof is None else Proven(self.hand, proof, self._before)


class Proven(Task):
    """What came out."""

    def __init__(self, hand: AtHand, proof: Proof, back: Task) -> None:
        super().__init__(hand)
        self.back, self._proof = back, proof

    def panel(self) -> Panel:
        """Whole or not, and how far."""
        proof, verified = self._proof, self._proof.verified
        rows: list[Row] = [FactRow(Fact.WHOLE, proof.ok), FactRow(Fact.OUTSIDE, proof.outside)]
        rows.append(FactRow(Fact.ENTRIES, verified.entries))
        if verified.first_bad is not None:
            rows.append(FactRow(Fact.FIRST_BAD, verified.first_bad))
        if proof.witness is not None:
            rows.append(FactRow(Fact.GIVEN, self.hand.clock.local(proof.witness.at)))
        return Panel(Kind.PROVEN, tuple(rows), ways=(Do.BACK,), box=False, tell=self.tell)


class GivingAway(Task):
    """The ledger as it is now, signed, to be photographed or printed: whoever keeps it can tell later whether anything was changed."""

    takes_scans = False

    def __init__(self, hand: AtHand, back: Task) -> None:
        super().__init__(hand)
        self.back = back
        with hand.store.transaction():
            self._signed = hand.store.checkpoints.make(How.SHIFT_END, at=hand.clock.now())

    def panel(self) -> Panel:
        """Its code, and how many entries it counts."""
        size = self._signed.checkpoint.size
        slip = Slip(self._signed.code, str(size))
        return Panel(Kind.CHECKPOINT, ways=(Do.BACK,), box=False, slip=slip, number=size)
