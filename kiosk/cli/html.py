"""Pages for people outside the depot: one file, self-contained, to be read on a screen and printed on A4."""

from collections.abc import Iterable
from html import escape
from itertools import repeat

STYLE = """
body { background: #FBF8F3; color: #16181D; font: 15px/1.5 "Noto Sans", "Noto Sans SC", system-ui, sans-serif }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem } h1, h2, h3 { line-height: 1.25 }
h2 { border-top: 2px solid #095E65; padding-top: .5rem } table { border-collapse: collapse; width: 100%; margin: .6rem 0 }
td, th { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid #CFC9BC }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap } tr { break-inside: avoid }
code, pre { font-size: .72rem; overflow-wrap: anywhere; white-space: pre-wrap } .glance { background: #E9E4DA; border-radius: 16px }
.glance { padding: .8rem 1.2rem } .ok { color: #155436; font-weight: bold } .bad { color: #872920; font-weight: bold }
.glance h2, .glance h3 { border: 0; margin: 0; padding: 0 }
.fill { display: inline-block; min-width: 18rem; border-bottom: 1px solid #16181D; height: 1.2em }
@page { size: A4; margin: 14mm } @media print { body { background: #fff; font-size: 10pt; margin: 0 } }
@media print { section + section { break-before: page } }"""

Cell = str | int
"""HTML, or a whole number, which stands to the right."""


def document(title: str, body: str) -> str:
    """A whole page."""
    return (
        f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>\n'
        f"{body}</html>\n"
    )


def table(head: Iterable[str], rows: Iterable[tuple[Cell, ...]]) -> str:
    """Rows under titles; without titles, none above them."""
    all_rows = list(rows)
    alike: Iterable[Cell] = all_rows[0] if all_rows else repeat("")
    kinds = (" class=n" if isinstance(one, int) else "" for one in alike)
    titles = "".join(f"<th{kind}>{one}</th>" for one, kind in zip(head, kinds, strict=False))
    lines = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in all_rows)
    return f"<table>{f'<tr>{titles}</tr>' if titles else ''}\n{lines}</table>\n"


def _cell(cell: Cell) -> str:
    return f'<td class="n">{cell}</td>' if isinstance(cell, int) else f"<td>{cell}</td>"
