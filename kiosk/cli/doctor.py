"""`kiosk doctor`: what is well, what is wanting, and what to do about it."""

import json
import sys
from pathlib import Path

import click

from kiosk.cli.boundary import Command
from kiosk.cli.home import home_option, json_option
from kiosk.cli.recovery import ask_passphrase
from kiosk.errors import KioskFault
from kiosk.settings import Settings
from kiosk.technician.doctor.examined import Examined
from kiosk.technician.doctor.finding import Check, Verdict
from kiosk.technician.doctor.health import READABLE, health, write_whole
from kiosk.technician.doctor.page import readiness
from kiosk.technician.doctor.table import CHECKS, KEPT, Report, look_over

FILE = click.Path(dir_okay=False, path_type=Path)
_SIGNS = {
    Verdict.WANTING: ("✗", "red"),
    Verdict.LOOK: ("!", "yellow"),
    Verdict.WELL: ("✓", "green"),
    Verdict.ABSENT: ("–", None),
}
_WIDE = max(map(len, CHECKS))


@click.command(cls=Command)
@click.option("--out", type=FILE, help="Write the readiness report, too: one page to print, FILE.html.")
@click.option(
    "--health", "health_file", type=FILE, help="Write a file for node_exporter's text-file collector, too: FILE.prom."
)
@click.option(
    "--home-only",
    is_flag=True,
    help="Look only at what the home keeps, on whichever machine it lies: a restored one, say.",
)
@home_option
@json_option
def doctor(home: Path, out: Path | None, health_file: Path | None, *, home_only: bool, as_json: bool) -> None:
    """Look the kiosk over: each check is well or wanting, says what that means, and what to do."""
    examined = Examined(home, ask_passphrase if sys.stdin.isatty() else None)
    found = []
    for check in look_over(examined, KEPT if home_only else CHECKS):
        found.append(check)
        if not as_json:
            _tell(check)
    report = Report(tuple(found))
    if as_json:
        click.echo(json.dumps({"ok": report.ok, "checks": [one.to_json() for one in report.checks]}))
    if out is not None:
        depot = examined.settings.depot if isinstance(examined.settings, Settings) else None
        write_whole(out, readiness(report, depot, at=examined.clock.local(examined.clock.now())), READABLE)
    if health_file is not None:
        write_whole(health_file, health(report), READABLE)
    if not report.ok:
        raise KioskFault(f"Found wanting: {', '.join(report.wanting)}. Do what stands beside each, then run it again.")


def _tell(check: Check) -> None:
    sign, colour = _SIGNS[check.verdict]
    click.echo(f"{click.style(sign, fg=colour)} {check.name:{_WIDE}}  {check.finding.detail}")
    if check.finding.fix:
        click.echo(f"  {'':{_WIDE}}  → {check.finding.fix}")
