"""Other keys for a kiosk: a new store key, device key, wrapping key and recovery sheet; or a new signing key. Digests and PINs stay good.

A power cut at any step leaves a ring and a store that open. In the middle the ring knows both store keys and opens to device keys and
sheets old and new; only when the store is under its new key is a ring written that knows the new ones alone: the old sheet is void.
A rotation that was cut off is not gone on with: the next one begins anew from whatever state it finds.
"""

import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.codes.recovery import SECRET_BYTES, Secret
from kiosk.store import files
from kiosk.store.device_key import AskPassphrase, DeviceHome, Seat
from kiosk.store.envelope import KEY_BYTES, Envelope
from kiosk.store.keyring import KeyRing, by_device, load, opener_of, reseal, ring_path
from kiosk.store.lock import serving
from kiosk.store.store import FILE, Store, open_with, opened

Ask = AskPassphrase | None


def new_sheet() -> Secret:
    """A recovery sheet that nobody has seen yet."""
    return Secret(secrets.token_bytes(SECRET_BYTES))


def rotate(
    home: Path,
    *,
    give: Callable[[Secret], None],
    record: Callable[[Store], None],
    ask: Ask = None,
    device: DeviceHome | None = None,
    ask_new: Ask = None,
) -> None:
    """Give a kiosk that does not serve its new keys.

    `give` shows the new recovery sheet to a person, `record` enters the act in the ledger. `device` is the device key's home from now on,
    by default the one that it has; `ask` and `ask_new` ask for a passphrase, the present and the next. Raises `StoreFault`.
    """
    folder, path = ring_path(home).parent, home / FILE
    with serving(home):
        envelope = load(home)
        wrapping = by_device(envelope, folder, ask)
        database = open_with(path, KeyRing.of(envelope.open(wrapping)))
        try:
            ring = KeyRing.of(envelope.open(wrapping)).with_store_key(database.key)
            seat = Seat(device or _present_home(envelope), folder, ask_new)
            key, sheet, next_store_key = seat.renew(), new_sheet(), secrets.token_bytes(KEY_BYTES)
            both = replace(ring, next_store_key=next_store_key)
            openers = tuple(opener_of(one, envelope.ring, wrapping) for one in (key, sheet))
            between = Envelope.seal(envelope.ring, envelope.openers + openers, wrapping, both.keys)
            files.replace(ring_path(home), between.to_bytes())
            give(sheet)
            seat.keep(key)
            database.rekey(next_store_key)
            record(Store(database, ring))
        finally:
            database.close()
        ring.with_store_key(next_store_key).write(home, key, sheet)
        seat.keep_only()


def change_signing_key(home: Path, *, record: Callable[[Store, bytes], None], ask: Ask = None) -> None:
    """Sign checkpoints and receipts with another key. Raises `StoreFault`; the kiosk must not serve meanwhile.

    `record` enters the new key, named by the old, in the ledger. Openers and sheet stay good. In the middle the ring knows both
    keys, and the ledger tells which one signs.
    """
    with serving(home):
        envelope = load(home)
        wrapping = by_device(envelope, ring_path(home).parent, ask)
        ring = KeyRing.of(envelope.open(wrapping))
        with opened(home, ask) as store:
            ring = ring.with_signing_key(store.checkpoints.signing_key())
        new = secrets.token_bytes(KEY_BYTES)
        reseal(home, envelope, wrapping, replace(ring, next_signing_key=new))
        with opened(home, ask) as store:
            record(store, new)
        reseal(home, envelope, wrapping, ring.with_signing_key(new))


def _present_home(envelope: Envelope) -> DeviceHome:
    """The latest: after a rotation that was cut off there may be several."""
    return [DeviceHome(one.by) for one in envelope.openers if one.by in set(DeviceHome)][-1]
