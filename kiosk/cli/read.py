"""`kiosk read`: the codes in pictures, folders, videos or a camera, through the sandboxed reader."""

import json
import sys
from collections.abc import Sequence

import click

from kiosk.cli.boundary import Command
from kiosk.errors import ReaderFault
from kiosk.reader.reading import Looked, read_all


@click.command(cls=Command)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a frame, as JSON Lines on stdout.")
@click.option("--all-looks", is_flag=True, help="Look at every frame in every way there is: slower, reads more.")
@click.option("--home", hidden=True, expose_value=False)  # every command takes it; this one needs none
def read(sources: Sequence[str], *, as_json: bool, all_looks: bool) -> None:
    """Read the codes in pictures, folders (with the folders in them), videos or a camera (/dev/video0).

    Pictures are decoded only inside the sandboxed reader child. A camera is read until Ctrl-C.
    """
    failed = False
    try:
        for result in read_all(sources, all_looks=all_looks):
            if isinstance(result, Looked):
                click.echo(_as_json(result) if as_json else _as_line(result))
            else:
                failed = True
                click.echo(result.sentence, err=True)
    except ReaderFault as fault:
        failed = True
        click.echo(fault.sentence, err=True)
    sys.exit(1 if failed else 0)


def _text(untrusted: bytes) -> str:
    """A code's bytes as people read them: UTF-8, or else ISO-8859-1, in which every byte is a character."""
    try:
        return untrusted.decode("utf-8")
    except UnicodeDecodeError:
        return untrusted.decode("iso-8859-1")


def _as_json(looked: Looked) -> str:
    codes = [
        {"symbology": code.symbology, "text": _text(code.untrusted_text), "corners": code.corners}
        for code in looked.frame.codes
    ]
    return json.dumps(
        {"source": looked.source, "frame": looked.frame.number, "codes": codes, "ms": round(looked.frame.ms, 3)}
    )


def _as_line(looked: Looked) -> str:
    """For a terminal, so nothing of a code may steer it: characters that do not print are spelt out."""
    codes = [f"{code.symbology} {_printable(_text(code.untrusted_text))}" for code in looked.frame.codes]
    return f"{looked.source}  frame {looked.frame.number}: {', '.join(codes) or 'no code'}"


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)
