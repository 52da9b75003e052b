"""What `kiosk erase` does: erase what expired now, or retire a kiosk for good, keys first."""

import secrets
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.clock import Clock
from kiosk.desk.forgetting import erase_expired, look
from kiosk.errors import StoreFault
from kiosk.policy.retention import Doubt
from kiosk.settings import Settings
from kiosk.store import How, Store, opened
from kiosk.store.device_key import AskPassphrase
from kiosk.store.files import replace
from kiosk.store.keyring import load, ring_path
from kiosk.store.lock import serving
from kiosk.store.plain import is_encrypted
from kiosk.store.store import FILE


@dataclass(frozen=True, slots=True)
class Retired:
    """What proves that a kiosk is no more. `keys` and `files` count what was destroyed; `left` what is still in the folder."""

    at: datetime
    keys: int
    opened_by: tuple[str, ...]
    """What had opened the keys: homes of the device key, and the recovery sheet."""
    refused: bool
    """With the keys gone and the file still there, the store was tried once more and did not open."""
    files: int
    left: int
    last: str | None
    """The last checkpoint, signed before the key went; None where the store did not open before."""


def erase_now(store: Store, settings: Settings, clock: Clock) -> int | Doubt:
    """Erase what has expired: how many parcels, or why nothing could be. Raises `StoreFault`."""
    reading = look(store, clock)
    if reading.doubt:
        return reading.doubt
    gone = sum(erase_expired(store, reading.at, settings.retention.dispute_days))
    if not store.sweep():
        raise StoreFault("Another program reads the store, so what was erased is in its log yet. Try again.")
    return gone


def retire(home: Path, clock: Clock, ask: AskPassphrase | None = None) -> Retired:
    """Destroy the keys of a home, then all that is in it. It must not serve. Raises `StoreFault`.

    From the first key on nobody can open the store; a power cut later leaves only what nobody can read. Call it again then.
    """
    keys = ring_path(home).parent
    if not keys.is_dir() and not (home / FILE).exists():
        raise StoreFault(f"There is no kiosk in {home}. Name the home to be erased with --home.")
    with serving(home):
        last, opened_by = _last_checkpoint(home, clock, ask), _openers(home)
        held = [path for path in keys.iterdir() if path.is_file()] if keys.is_dir() else []
        for path in sorted(held, key=lambda one: one.name != "ring"):  # without the ring no other key opens anything
            replace(path, secrets.token_bytes(path.stat().st_size))
            path.unlink()
        refused = _does_not_open(home)
        files = sum(path.is_file() for path in home.rglob("*"))
        for path in home.iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        left = len(list(home.iterdir()))
    return Retired(clock.now(), len(held), opened_by, refused, files, left, last)


def _last_checkpoint(home: Path, clock: Clock, ask: AskPassphrase | None) -> str | None:
    try:
        with opened(home, ask) as store, store.transaction():
            return store.checkpoints.make(How.ASKED, at=clock.now()).note
    except StoreFault:
        return None


def _openers(home: Path) -> tuple[str, ...]:
    try:
        return tuple(one.by for one in load(home).openers)
    except StoreFault:
        return ()


def _does_not_open(home: Path) -> bool:
    try:
        with opened(home):
            return False
    except StoreFault:
        return not (home / FILE).exists() or is_encrypted(home / FILE)
