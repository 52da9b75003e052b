"""`kiosk clerks`: who works at the desk. Short names of their own choice or "Clerk 7"; never a real name, and no PIN on a command line."""

import json
from pathlib import Path

import click

from kiosk.cli.boundary import Group
from kiosk.cli.home import OpenHome, home_option, json_option, open_home
from kiosk.cli.pictures import check_paper, needs_printer, picture_at, print_option
from kiosk.codes import paper
from kiosk.codes.slip import qr_png, slip_svg
from kiosk.desk import clerks as desk
from kiosk.desk.clerks import Badged, Problem, Standing
from kiosk.desk.print_job import Job, print_now
from kiosk.errors import ClerkFault
from kiosk.policy.pin import LEAST_DIGITS, MOST_DIGITS, Weakness, is_locked, weakness
from kiosk.policy.roles import Lacking, Role
from kiosk.policy.words import MOST_NAME, Unfit
from kiosk.store import Clerk
from kiosk.store.clerks import MISSING
from kiosk.store.files import read_private

MOST_PIN_BYTES = 64
FILE = click.Path(dir_okay=False, path_type=Path)
HEAD = ("NO", "NAME", "ROLE", "BADGE", "STATE")

SENTENCES: dict[Problem, str] = {
    Weakness.NOT_DIGITS: "A PIN is digits only. Choose another.",
    Weakness.TOO_SHORT: f"A PIN has at least {LEAST_DIGITS} digits. Choose a longer one.",
    Weakness.TOO_LONG: f"A PIN has at most {MOST_DIGITS} digits. Choose a shorter one.",
    Weakness.REPEATED: "This PIN repeats itself, so it is soon guessed. Choose another.",
    Weakness.RUN: "This PIN counts up or down, so it is soon guessed. Choose another.",
    Weakness.DATE: "This PIN reads as a date, so it is soon guessed. Choose another.",
    Unfit.EMPTY: "The name is empty. Give a short one, or leave it out.",
    Unfit.TOO_LONG: f"A name has at most {MOST_NAME} characters. Choose a shorter one; it need not be a real one.",
    Unfit.UNREADABLE: "The name has characters that cannot be printed. Choose another.",
    Unfit.NUMBER: "The name holds a long number. No phone or ID number is kept here: choose another.",
    Unfit.GIVEN: "Names like Clerk 7 are given by the kiosk. Choose another, or leave it out.",
    Standing.FIRST_IS_SUPERVISOR: "The first clerk must be a supervisor, who can open locked badges. Add one first.",
    Standing.LAST_SUPERVISOR: "This is the only supervisor. Add another one first.",
    Standing.DISABLED: "This clerk is disabled. Add them anew.",
    Lacking.ROLE: "Only a supervisor may do this. Ask one.",
    Lacking.PIN: "This needs the supervisor's PIN. Sign in with badge and PIN.",
    Lacking.SECOND: "This needs a second person. Ask a supervisor.",
}


PIN_FILE = click.option(
    "--pin-file",
    type=FILE,
    help="Read the PIN from the first line of a file that its owner alone can read, instead of asking.",
)


@click.group(cls=Group)
def clerks() -> None:
    """Who works at the desk: badges and PINs."""


@clerks.command()
@click.argument("name", required=False)
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    help="The first is a supervisor; else a clerk unless said.",
)
@click.option("--badge", type=FILE, help="Draw the badge, as FILE.svg to print or as FILE.png the QR code alone.")
@PIN_FILE
@home_option
def add(name: str | None, role: str | None, badge: Path | None, pin_file: Path | None, home: Path) -> None:
    """Add a clerk: a short name of their own choice, or none for "Clerk 7". Real names are not asked for.

    The PIN is typed twice and shown nowhere. Without --badge they sign in by name, until: kiosk clerks badge
    """
    if badge is not None:
        check_paper(badge)
    with open_home(home) as kiosk:

        def work() -> Badged:
            chosen = Role(role) if role else None
            pin = pin_from(pin_file)
            return or_fault(desk.add(kiosk.store, kiosk.settings, kiosk.clock, pin=pin, name=name, role=chosen))

        if badge is None:
            added = work()
        else:
            with picture_at(badge) as write:
                added = work()
                write(_drawn(kiosk, added, badge))
    click.echo(f"{added.clerk.name} is added as a {added.clerk.role}, number {added.clerk.id}.")


@clerks.command("list")
@home_option
@json_option
def list_(home: Path, *, as_json: bool) -> None:
    """Everybody with their number, role and state."""
    with open_home(home) as kiosk:
        everybody = kiosk.store.clerks.all()
    if as_json:
        known = [
            {
                "number": one.id,
                "name": one.name,
                "role": one.role,
                "badge": one.has_badge,
                "state": _state(one),
                "wrong_pins": one.tries.wrong,
            }
            for one in everybody
        ]
        click.echo(json.dumps({"clerks": known}))
        return
    rows = [(str(one.id), one.name, one.role, "yes" if one.has_badge else "no", _state(one)) for one in everybody]
    for cells in (HEAD, *rows):
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(cells, (3, 16, 10, 5, 9), strict=True)).rstrip())


@clerks.command()
@click.argument("name")
@home_option
def disable(name: str, home: Path) -> None:
    """They can sign in no more; their number in the ledger stays theirs."""
    with open_home(home) as kiosk:
        clerk = _named(kiosk, name)
        refuse(desk.disable(kiosk.store, kiosk.clock, clerk.id))
    click.echo(f"{clerk.name} is disabled.")


@clerks.command("reset-pin")
@click.argument("name")
@PIN_FILE
@home_option
def reset_pin(name: str, pin_file: Path | None, home: Path) -> None:
    """Another PIN, typed twice; a locked badge is open again."""
    with open_home(home) as kiosk:
        clerk = _named(kiosk, name)
        refuse(desk.reset_pin(kiosk.store, kiosk.clock, clerk.id, pin_from(pin_file)))
    click.echo(f"{clerk.name} has another PIN.")


@clerks.command()
@click.argument("name")
@click.argument("file", type=FILE, required=False)
@print_option
@home_option
def badge(name: str, file: Path | None, home: Path, *, on_paper: bool) -> None:
    """Draw a new badge, as FILE.svg to print or as FILE.png the QR code alone, or print it; the one before opens nothing any more."""
    check_paper(file, on_paper=on_paper)
    with open_home(home) as kiosk, picture_at(file) as write:
        needs_printer(kiosk.settings, on_paper=on_paper)
        clerk = _named(kiosk, name)
        issued = or_fault(desk.issue_badge(kiosk.store, kiosk.settings, kiosk.clock, clerk.id))
        if file is not None:
            write(_drawn(kiosk, issued, file))
            click.echo(f"The badge is in {file}. Print it, then delete the file: who has the picture has the badge.")
        if on_paper:
            drawn = paper.badge(issued.badge.text, clerk.name, kiosk.settings.depot.name)
            print_now(Job("Badge", drawn, kiosk.settings.printer))


def pin_from(pin_file: Path | None) -> str:
    """A PIN from the first line of a private file; or typed twice, until it is not too weak. Raises `StoreFault`."""
    if pin_file is None:
        words = f"PIN, {LEAST_DIGITS} to {MOST_DIGITS} digits"
        while weak := weakness(
            pin := click.prompt(words, hide_input=True, confirmation_prompt="The same PIN again", err=True)
        ):
            click.echo(SENTENCES[weak], err=True)
        return pin
    lines = read_private(pin_file, MOST_PIN_BYTES).decode("ascii", "replace").splitlines()
    return lines[0].strip() if lines else ""


def _named(kiosk: OpenHome, name: str) -> Clerk:
    clerk = kiosk.store.clerks.by_name(name)
    if clerk is None:
        raise ClerkFault(MISSING)
    return clerk


def or_fault(answer: Badged | Problem) -> Badged:
    """The clerk who was added or badged; raises `ClerkFault` with the sentence for why not."""
    if isinstance(answer, Badged):
        return answer
    raise ClerkFault(SENTENCES[answer])


def refuse(problem: Problem | None) -> None:
    """Raises `ClerkFault` with the sentence for a problem."""
    if problem is not None:
        raise ClerkFault(SENTENCES[problem])


def _drawn(kiosk: OpenHome, badged: Badged, file: Path) -> bytes:
    if file.suffix.lower() == ".png":
        return qr_png(badged.badge.text)
    return slip_svg(badged.badge.text, badged.clerk.name, kiosk.settings.depot.name)


def _state(clerk: Clerk) -> str:
    if clerk.disabled_at is not None:
        return "disabled"
    if is_locked(clerk.tries.wrong):
        return "locked"
    return "on shift" if clerk.shift_since is not None else "ready"
