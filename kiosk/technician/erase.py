"""What `kiosk erase` does: erase what expired now, or retire a kiosk for good, keys first."""

import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from kiosk.clock import Clock
from kiosk.desk.forgetting import erase_expired, look
from kiosk.errors import StoreFault
from kiosk.policy.retention import Doubt
from kiosk.settings import Settings
from kiosk.store import Store
from kiosk.store.files import replace
from kiosk.store.keyring import ring_path
from kiosk.store.lock import serving
from kiosk.store.store import FILE


@dataclass(frozen=True, slots=True)
class Retired:
    """What was left of a kiosk before nothing was: how many files went."""

    keys: int
    files: int


def erase_now(store: Store, settings: Settings, clock: Clock) -> int | Doubt:
    """Erase what has expired: how many parcels, or why nothing could be. Raises `StoreFault`."""
    reading = look(store, clock)
    if reading.doubt:
        return reading.doubt
    gone = sum(erase_expired(store, reading.at, settings.retention.dispute_days))
    if not store.sweep():
        raise StoreFault("Another program reads the store, so what was erased is in its log yet. Try again.")
    return gone


def retire(home: Path) -> Retired:
    """Destroy the keys of a home, then all that is in it. It must not serve. Raises `StoreFault`.

    From the first step on nobody can open the store; a power cut later leaves only what nobody can read. Call it again then.
    """
    keys = ring_path(home).parent
    if not keys.is_dir() and not (home / FILE).exists():
        raise StoreFault(f"There is no kiosk in {home}. Name the home to be erased with --home.")
    with serving(home):
        held = [path for path in keys.iterdir() if path.is_file()] if keys.is_dir() else []
        for path in sorted(held, key=lambda one: one.name != "ring"):  # without the ring no other key opens anything
            replace(path, secrets.token_bytes(path.stat().st_size))
            path.unlink()
        left = sum(path.is_file() for path in home.rglob("*"))
        for path in home.iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    return Retired(len(held), left)
