"""What was found as one page to print, hang up beside the kiosk or hand to whoever asks whether it is ready. It loads nothing."""

from datetime import datetime
from html import escape

from kiosk import __version__
from kiosk.settings import Depot
from kiosk.technician.doctor.finding import Check, Verdict
from kiosk.technician.doctor.table import Report

STYLE = """
@page { size: A4; margin: 14mm }
body { background: #FBF8F3; color: #16181D; font: 15px/1.45 "Noto Sans", system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { line-height: 1.2; margin-bottom: .2rem } .answer { border-radius: 16px; padding: .8rem 1.2rem; font-size: 1.15rem; font-weight: bold }
.ready { background: #DDE9DF; color: #155436 } .not { background: #F3DDDA; color: #872920 }
table { border-collapse: collapse; width: 100% } tr { break-inside: avoid }
td, th { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #CFC9BC }
td:first-child, td:nth-child(2) { white-space: nowrap; font-weight: bold } .todo { overflow-wrap: anywhere }
.wanting { color: #872920 } .look { color: #6B4A00 } .well { color: #155436 } .sign { margin-top: 2.5rem }
@media print { body { background: none; margin: 0; font-size: 12px } }"""

SIGNS = {
    Verdict.WANTING: "✗ wanting",
    Verdict.LOOK: "! worth a look",
    Verdict.WELL: "✓ well",
    Verdict.ABSENT: "– not here",
}


def readiness(report: Report, depot: Depot | None, *, at: datetime) -> str:
    """The page, HTML in UTF-8; `at` is the depot's local time, and None that there are no settings that can be read."""
    name = escape(depot.name) if depot else "No depot yet"
    answers = escape(depot.answers) if depot and depot.answers else "not named (answers under [depot] in kiosk.toml)"
    wanting, looks = len(report.wanting), sum(one.verdict is Verdict.LOOK for one in report.checks)
    answer = (
        "Ready to serve."
        if report.ok
        else f"Not ready: {wanting} of {len(report.checks)} checks found something wanting."
    )
    also = f" {looks} more {'is' if looks == 1 else 'are'} worth a look." if looks else ""
    rows = "".join(_row(one) for one in sorted(report.checks, key=lambda one: list(Verdict).index(one.verdict)))
    return (
        f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Readiness, {name}</title><style>{STYLE}</style>\n'
        f"<h1>Is this kiosk ready?</h1><p>{name}, Handover Kiosk {__version__}, looked over on {at:%Y-%m-%d at %H:%M}. "
        f"Who answers for it: {answers}. What it keeps and until when: <code>kiosk audit --out FILE.html</code>.</p>\n"
        f'<p class="answer {"ready" if report.ok else "not"}">{answer}{also}</p>\n'
        f"<table><tr><th>Check</th><th></th><th>What was found, and what to do</th></tr>\n{rows}</table>\n"
        '<p class="sign">Looked over by ______________________________ &nbsp; on ____________________</p></html>\n'
    )


def _row(check: Check) -> str:
    how, found = check.verdict, check.finding
    fix = f'<div class="todo"><b>To do:</b> {escape(found.fix)}</div>' if found.fix else ""
    return f'<tr><td>{check.name}</td><td class="{how}">{SIGNS[how]}</td><td>{escape(found.detail)}{fix}</td></tr>\n'
