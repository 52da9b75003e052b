"""Writes the manual page kiosk(1) to stdout: every command and option, from the commands themselves."""

import sys
from collections.abc import Iterator

import click

from kiosk import __version__
from kiosk.cli import main

ABOUT = """\
The Handover Kiosk hands parcels over against a code: no face, no name, no picture. The service is kiosk.service, the readers are
kiosk-reader@.service behind kiosk-reader.socket, and kiosk-out-of-order.service stands on the screen where it does not start."""
FILES = (
    (
        "/etc/kiosk/kiosk.toml",
        "Settings, each with its unit and range. What stands there wins over what kiosk init was told.",
    ),
    ("/etc/kiosk/usb-allow", "USB keyboards and storage that are let in; see kiosk-usb list and kiosk-usb allow."),
    ("/var/lib/kiosk", "The home: settings, keys, store. Everything in it is the account kiosk's."),
    ("/etc/credstore.encrypted/kiosk-device-key", "The device key, where it is a systemd credential."),
    ("/var/backups/handover-kiosk", "The backups from before upgrades, for 14 days."),
)
EXITS = (("0", "Done."), ("1", "Refused, or found wanting: one sentence on stderr says why."), ("2", "Called wrongly."))


def page() -> Iterator[str]:
    """The lines of the page, in man(7)."""
    yield f'.TH KIOSK 1 "" "Handover Kiosk {__version__}" "Handover Kiosk"'
    yield ".SH NAME"
    yield "kiosk \\- hand parcels over against a code"
    yield ".SH SYNOPSIS"
    yield ".B kiosk\n.I command\n[\\fIoptions\\fR]"
    yield ".SH DESCRIPTION"
    yield _plain(ABOUT)
    yield ".SH COMMANDS"
    yield from _command(main, "kiosk")
    yield ".SH FILES"
    yield from _pairs(FILES)
    yield ".SH EXIT STATUS"
    yield from _pairs(EXITS)


def _command(command: click.Command, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    if isinstance(command, click.Group):
        for sub in command.list_commands(context):
            found = command.get_command(context, sub)
            assert found is not None, "a listed command is there"
            yield from _command(found, f"{name} {sub}")
        return
    arguments = [one.make_metavar(context) for one in command.params if isinstance(one, click.Argument)]
    yield f".SS {_plain(' '.join([name, *arguments]))}"
    yield _plain(" ".join((command.help or "").split()))
    options = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    told = [one.get_help_record(context) for one in options]
    yield from _pairs(tuple(one for one in told if one))


def _pairs(pairs: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for head, words in pairs:
        yield f".TP\n.B {_plain(head)}\n{_plain(words)}"


def _plain(words: str) -> str:
    """Words with what man(7) would take for its own made harmless."""
    words = words.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in words.splitlines())


if __name__ == "__main__":
    sys.stdout.write("\n".join(page()) + "\n")
