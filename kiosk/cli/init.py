"""`kiosk init`: asks little, makes a kiosk."""

from contextlib import ExitStack
from pathlib import Path

import click

from kiosk import settings as settings_file
from kiosk.cli.boundary import Command
from kiosk.cli.clerks import PIN_FILE, or_fault, pin_from, refuse
from kiosk.cli.home import home_option, open_home
from kiosk.cli.init_questions import ask, show_and_take
from kiosk.cli.pictures import picture_at
from kiosk.cli.recovery import SHEET, ask_new_passphrase, ask_passphrase, device_option, read_sheet, sheet_at
from kiosk.cli.untrusted import text_of
from kiosk.clock import Clock
from kiosk.codes import provisioning
from kiosk.codes.aim_sheet import to_pdf, to_svg
from kiosk.codes.recovery import Secret
from kiosk.desk import clerks
from kiosk.policy.pin import weakness
from kiosk.settings import Settings
from kiosk.store.device_key import DeviceHome, best_home
from kiosk.store.keyring import ring_path
from kiosk.store.rotation import new_sheet
from kiosk.technician import init as making
from kiosk.technician.carried import Tables, refuse_own
from kiosk.technician.keys import recover_keys

FILE = click.Path(dir_okay=False, path_type=Path)
FILE_NOTE = "Its device key lies in a file that its owner alone can read: keep the disk of this machine safe."
NO_SHEET = "There is no recovery sheet: without its device key the store is lost. Make one with: kiosk keys rotate"
NOBODY = "Nobody can sign in at the desk yet. Add the first supervisor with: kiosk clerks add"
NO_CODE = "There is no provisioning code in this picture. Take it again, closer and straight."
WAITS = "The sheet is known. Bring the backup in with: kiosk backup restore FILE"
RECOVERED = "The keys have a new device key on this machine. The recovery sheet stays good."


@click.command(cls=Command)
@click.option("--answers", type=FILE, help="Settings as TOML, instead of questions.")
@click.option(
    "--from",
    "source",
    metavar="CODE",
    help="Begin with another kiosk's settings, from what kiosk codes settings drew: its picture, or a camera that sees it.",
)
@click.option(
    "--recover",
    is_flag=True,
    help="Open the keys by their recovery sheet on another machine: those of this home, or, in an empty one, of the backup to be restored.",
)
@click.option(
    "--sheet",
    type=SHEET,
    help="Write the recovery sheet to this file, never inside the home: .svg to print, else text, - for the terminal."
    " With --recover: read it from there.",
)
@click.option("--test-sheet", type=FILE, help="Draw the sheet to aim by, too, as FILE.pdf or FILE.svg.")
@PIN_FILE
@device_option
@home_option
def init(
    *,
    home: Path,
    answers: Path | None,
    source: str | None,
    sheet: Path | None,
    test_sheet: Path | None,
    pin_file: Path | None,
    device: str | None,
    recover: bool,
) -> None:
    """Make a kiosk: its settings, its keys, its empty store, and with a PIN its first supervisor."""
    if recover and (answers or source):
        raise click.UsageError(
            "--recover takes no --answers and no --from: the settings come with the home or its backup."
        )
    if test_sheet is not None and test_sheet.suffix.lower() not in {".pdf", ".svg"}:
        raise click.BadParameter("The name must end in .pdf or .svg.", param_hint="--test-sheet")
    seat = DeviceHome(device) if device else best_home()
    if recover:
        _recover(home, sheet, seat)
        return
    making.refuse_taken(home)
    carried = _carried(source) if source else {}
    if answers is not None:
        settings, pin = making.read_answers(answers, carried), pin_from(pin_file) if pin_file else None
    else:
        settings = ask(carried)
        pin = pin_from(pin_file) if pin_file or click.confirm("Add the first supervisor now", default=True) else None
    if pin is not None:
        refuse(weakness(pin))
    with ExitStack() as files:
        write_test_sheet = files.enter_context(picture_at(test_sheet))
        secret, give = None, None
        if sheet is not None:
            secret, give = new_sheet(), files.enter_context(sheet_at(sheet, home, settings))
        _make(home, settings, seat, secret, pin)
        if secret is not None and give is not None:
            give(secret)
        if test_sheet is not None:
            write_test_sheet(to_pdf() if test_sheet.suffix.lower() == ".pdf" else to_svg())
    notes = [FILE_NOTE] * (seat is DeviceHome.FILE) + [NO_SHEET] * (sheet is None) + [NOBODY] * (pin is None)
    click.echo(" ".join((f"The kiosk of depot {settings.depot.tag} is in {home}.", *notes)))


def _carried(source: str) -> Tables:
    untrusted = provisioning.decode(text_of(source, (provisioning.PREFIX,), NO_CODE))
    refuse_own(untrusted)
    show_and_take(untrusted)
    return untrusted


def _make(home: Path, settings: Settings, seat: DeviceHome, sheet: Secret | None, pin: str | None) -> None:
    making.make_home(home, settings, device=seat, ask=ask_new_passphrase, sheet=sheet)
    if pin is not None:
        with open_home(home) as kiosk:
            added = or_fault(clerks.add(kiosk.store, kiosk.settings, kiosk.clock, pin=pin))
        click.echo(
            f"{added.clerk.name} is the first supervisor. Draw a badge with: kiosk clerks badge '{added.clerk.name}' FILE.svg"
        )


def _recover(home: Path, sheet: Path | None, seat: DeviceHome) -> None:
    if ring_path(home).exists():
        clock = Clock(settings_file.load(home).zone())
        recover_keys(home, clock, read_sheet(sheet), device=seat, ask=ask_passphrase, ask_new=ask_new_passphrase)
        click.echo(RECOVERED)
    else:
        making.refuse_taken(home)
        making.make_waiting_home(home, read_sheet(sheet), device=seat, ask=ask_new_passphrase)
        click.echo(WAITS)
