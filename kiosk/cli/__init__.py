"""Commands: they parse, call and print. Each is imported only when it is called, so that `--help` is quick."""

import resource

import click

from kiosk import __version__
from kiosk.cli.boundary import LazyGroup

COMMANDS = {
    "aim": ("kiosk.cli.aim:aim", "Aim the camera by the test sheet: what to turn, until it says good. Ctrl+C ends it."),
    "audit": (
        "kiosk.cli.audit:audit",
        "Write a page for an inspector: what is kept, why, until when, what was erased, and what a probe measures now; no person in it.",
    ),
    "backup": ("kiosk.cli.backup:backup", "The whole store in one encrypted file, and back."),
    "bench": ("kiosk.cli.bench:bench", "How well and how fast: measured on this machine."),
    "clerks": ("kiosk.cli.clerks:clerks", "Who works at the desk: badges and PINs."),
    "codes": ("kiosk.cli.codes:codes", "Pickup codes: issue, revoke, print a slip."),
    "demo": ("kiosk.cli.demo:demo", "Watch customers being served, on this machine, with nothing set up."),
    "dispute": (
        "kiosk.cli.dispute:dispute",
        "Write a page about one parcel: who took it, how that is known, what is not proven, and the proof of each entry.",
    ),
    "doctor": (
        "kiosk.cli.doctor:doctor",
        "Look the kiosk over: each check is well or wanting, says what that means, and what to do.",
    ),
    "erase": ("kiosk.cli.erase:erase", "Erase what has been kept for as long as it may be; or everything."),
    "handovers": ("kiosk.cli.notices:handovers", "Results to carriers."),
    "init": (
        "kiosk.cli.init:init",
        "Make a kiosk: its settings, its keys, its empty store, and with a PIN its first supervisor.",
    ),
    "keys": ("kiosk.cli.keys:keys", "The keys of the store, and the recovery sheet."),
    "ledger": ("kiosk.cli.ledger:ledger", "The record of everything that happened."),
    "notices": (
        "kiosk.cli.notices:notices",
        "What people are told: texts with their codes, and the notice on the wall.",
    ),
    "parcels": ("kiosk.cli.parcels:parcels", "Parcels: take in, list, look up."),
    "read": (
        "kiosk.cli.read:read",
        "Read the codes in pictures, folders (with the folders in them), videos or a camera (/dev/video0).",
    ),
    "receipt": ("kiosk.cli.receipt:receipt", "Receipts: the proof that customers leave with."),
    "run": ("kiosk.cli.run:run", "Serve customers, full screen. A station without a camera serves typed codes."),
}
"""Each command: where it is, and its own first sentence."""


@click.group(cls=LazyGroup, table=COMMANDS)
@click.version_option(__version__, package_name="handover-kiosk", prog_name="kiosk")
def main() -> None:
    """The Handover Kiosk: the right person, the right parcel, proof afterwards, and no face.

    Look at it with `kiosk demo`. Make one with `kiosk init`, start it with `kiosk run`.
    """
    # Keys and codes are in memory: no core file of it, nor of what it starts.
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
