"""`kiosk bench`: how well and how fast, measured on this machine."""

import json
from dataclasses import asdict
from itertools import chain
from pathlib import Path

import click

from kiosk.cli.boundary import Command, Group
from kiosk.technician import bench_ledger, bench_store, bench_visit, measured
from kiosk.technician.bench_reader import Measured, measure, totals


@click.group(cls=Group)
def bench() -> None:
    """How well and how fast: measured on this machine."""


@bench.command(cls=Command)
@click.option(
    "--corpus",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folders of pictures, each turned four ways; the text that is right stands beside a picture as .txt or .bin.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout, at the end.")
@click.option("--home", hidden=True, expose_value=False)  # every command takes it; this one needs none
def reader(corpus: Path | None, *, as_json: bool) -> None:
    """The reader beside zxing-cpp, pyzbar and OpenCV alone: codes read, wrong texts, processor time a frame. Takes minutes."""
    rows = []
    for row in measure(corpus):
        rows.append(row)
        click.echo(_as_line(row), err=as_json)
    sums = totals(rows)
    if as_json:
        click.echo(json.dumps({"rows": [asdict(row) for row in rows], "totals": sums}))
        return
    for part, figures in sums.items():
        click.echo(_as_line(Measured(part, "all", figures["of"], figures["readers"])))


@bench.command(cls=Command)
@click.option(
    "--parcels",
    type=click.IntRange(1_000),
    default=1_000_000,
    show_default=True,
    help="How many parcels wait in the store while it is measured.",
)
@click.option(
    "--entries",
    type=click.IntRange(1_000),
    default=100_000,
    show_default=True,
    help="How many entries the measured ledger grows to.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout, at the end.")
@click.option("--home", hidden=True, expose_value=False)  # every command takes it; this one makes its own
def store(parcels: int, entries: int, *, as_json: bool) -> None:
    """The store beside plain SQLite and a bare commit, then the ledger: import, lookup, handover, search, erasure, backup; append,
    proof, verify. Takes minutes."""
    rows = []
    for row in chain(bench_store.measure(parcels), bench_ledger.measure(entries)):
        rows.append(row)
        click.echo(_as_text(row), err=as_json)
    if as_json:
        click.echo(json.dumps({"parcels": parcels, "entries": entries, "rows": [asdict(row) for row in rows]}))


@bench.command(cls=Command)
@click.option(
    "--visits",
    type=click.IntRange(1),
    default=1_000,
    show_default=True,
    help="How many customers are served one after the other while painting and memory are measured.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout, at the end.")
@click.option("--home", hidden=True, expose_value=False)  # every command takes it; this one makes its own
def visit(visits: int, *, as_json: bool) -> None:
    """Visits: how soon an answer is painted, a rush hour at two stations, the start, and memory. Takes minutes."""
    rows = []
    for row in bench_visit.measure(visits):
        rows.append(row)
        click.echo(_as_text(row), err=as_json)
    if as_json:
        click.echo(json.dumps({"visits": visits, "rows": [asdict(row) for row in rows]}))


def _as_text(row: measured.Measured) -> str:
    figures = [f"{who}: {_numbers(numbers)}" for who, numbers in row.figures.items()]
    ratios = [f"{ratio:.2f} x {of}" for of, ratio in row.ratios.items()]
    return f"{row.name}: {'; '.join(figures + ratios)}"


def _numbers(numbers: dict[str, float]) -> str:
    return ", ".join(f"{name} {number:,.3f}" for name, number in numbers.items())


def _as_line(row: Measured) -> str:
    figures = "  ".join(f"{reader} {_figures(row, of_one)}" for reader, of_one in row.readers.items())
    return f"{row.part}  {row.name}: {figures}"


def _figures(row: Measured, figures: dict[str, float]) -> str:
    said = []
    if "read" in figures:
        said.append(f"{figures['read']}/{row.of}")
        said += [f"{figures['wrong']} wrong"] if figures["wrong"] else []
    if "p50_ms" in figures:
        said.append(f"{figures['p50_ms']:.1f} ms, p99 {figures['p99_ms']:.1f}")
        said += [f"({figures['wall_ms']:.1f} on the wall)"] if "wall_ms" in figures else []
    return " ".join(said)
