"""What `kiosk init` does: a home is made under another name beside its own and takes its name when it is whole."""

import secrets
import shutil
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

from kiosk import settings as settings_file
from kiosk.codes.recovery import Secret
from kiosk.codes.token import TAG_BYTES, make_tag
from kiosk.errors import SettingsFault, StoreFault
from kiosk.settings import Settings, to_toml
from kiosk.store import Store
from kiosk.store.device_key import AskPassphrase, DeviceHome, Seat
from kiosk.store.files import sync_folder, write_new
from kiosk.store.keyring import keep_sheet, ring_path
from kiosk.technician.carried import Tables, over

DEMO_TAG = "DEM0"
"""The demo's depot, which has no camera of its own."""


def new_tag() -> str:
    """A depot tag drawn at random."""
    return make_tag(secrets.token_bytes(TAG_BYTES))


def settings_from(answers: str, under: Tables | None = None) -> Settings:
    """Settings from answers in TOML, in the settings' own tables, over those of another kiosk; a tag is drawn where none is given.

    Raises `SettingsFault`.
    """
    try:
        tables = over(under or {}, tomllib.loads(answers))
    except tomllib.TOMLDecodeError:
        return settings_file.parse(answers)  # says what is wrong
    depot = tables.setdefault("depot", {})
    if isinstance(depot, dict):
        depot.setdefault("tag", new_tag())
    return settings_file.of_table(tables)


def read_answers(path: Path, under: Tables | None = None) -> Settings:
    """`settings_from` a file; raises `SettingsFault`."""
    try:
        return settings_from(path.read_text(encoding="utf-8"), under)
    except UnicodeDecodeError:
        raise SettingsFault(f"{path} is not text in UTF-8. Write the answers as TOML.") from None
    except OSError as error:
        raise SettingsFault(f"{path} cannot be read ({error.strerror}). Name the file of answers.") from None


def make_home(
    home: Path,
    settings: Settings,
    *,
    device: DeviceHome | None = None,
    ask: AskPassphrase | None = None,
    sheet: Secret | None = None,
) -> None:
    """A kiosk in `home`, which must not exist or be empty: settings, keys and store, open to their owner alone.

    `device`, `ask` and `sheet` are as for `KeyRing.create`. Raises `StoreFault`, and leaves nothing behind then.
    """

    def fill(growing: Path) -> None:
        Store.create(growing, depot=settings.depot.tag, device=device, ask=ask, sheet=sheet).close()
        write_new(growing / settings_file.FILE, to_toml(settings).encode())

    whole_or_none(home, fill)


def make_waiting_home(home: Path, sheet: Secret, *, device: DeviceHome, ask: AskPassphrase | None = None) -> None:
    """A home with nothing but a recovery sheet's secret, under this machine's device key: its backup comes next. Raises `StoreFault`."""

    def fill(growing: Path) -> None:
        keep_sheet(growing, sheet, Seat(device, ring_path(growing).parent, ask).make())

    whole_or_none(home, fill)


def whole_or_none(home: Path, fill: Callable[[Path], None]) -> None:
    """Let `fill` make a home under another name, which takes its own when it is whole. Raises `StoreFault` where `home` is taken."""
    home = home.resolve()
    refuse_taken(home)
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        growing = Path(tempfile.mkdtemp(prefix=f".{home.name}.", dir=home.parent))
    except OSError as error:
        raise _cannot(home, error) from None
    try:
        fill(growing)
        growing.rename(home)
        sync_folder(home.parent)
    except OSError as error:
        raise _cannot(home, error) from None
    finally:
        shutil.rmtree(growing, ignore_errors=True)


def _cannot(home: Path, error: OSError) -> StoreFault:
    return StoreFault(f"{home} cannot be made ({error.strerror}). Choose another place with --home or mend the rights.")


def refuse_taken(home: Path) -> None:
    """Raises `StoreFault` where something is in `home` already."""
    if (home / settings_file.FILE).exists():
        raise StoreFault(f"{home} has a kiosk already. Choose another place with --home.")
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise StoreFault(f"{home} is not an empty folder. Choose another place with --home.")
