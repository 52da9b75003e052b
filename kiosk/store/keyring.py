"""The key ring: four random keys in an envelope that the device key opens, and the recovery sheet where there is one.

While keys are being rotated the ring holds the store's next key beside the present one, because a power cut leaves open which of the two
the store has; see `store.rotation`.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from kiosk.codes.recovery import Secret
from kiosk.errors import StoreDamaged, StoreFault, WrongKey
from kiosk.store import files
from kiosk.store.device_key import AskPassphrase, DeviceHome, DeviceKey, Seat, best_home
from kiosk.store.envelope import KEY_BYTES, MOST_BYTES, Envelope, Opener, new_ring

NAMES = ("store", "digest", "pin_pepper", "signing")
NEXT, EARLIER = "store_next", "store_earlier"
NEXT_SIGNING, EARLIER_SIGNING = "signing_next", "signing_earlier"
SHEET = "sheet"
"""The opener that is no device key."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The four keys of one kiosk, each 32 bytes. They never show in a `repr`."""

    store_key: bytes = field(repr=False)
    digest_key: bytes = field(repr=False)
    pin_pepper: bytes = field(repr=False)
    signing_key: bytes = field(repr=False)
    next_store_key: bytes | None = field(default=None, repr=False)
    """Only in the middle of a rotation or a restore."""
    earlier_store_key: bytes | None = field(default=None, repr=False)
    """Before the last rotation: for backups that are older than that."""
    next_signing_key: bytes | None = field(default=None, repr=False)
    """Only in the middle of its change."""
    earlier_signing_key: bytes | None = field(default=None, repr=False)
    """Before its last change: in a store of that time, restored, it names the present one anew."""

    @classmethod
    def create(
        cls,
        home: Path,
        device: DeviceHome | None = None,
        *,
        ask: AskPassphrase | None = None,
        sheet: Secret | None = None,
    ) -> "KeyRing":
        """Make, seal and write a new ring; raises `StoreFault` where the home has one. `device`: by default the best at hand."""
        path = ring_path(home)
        if path.exists():
            raise StoreFault(f"{home} has a key ring already. Choose another home, or open this one.")
        ring = cls(*(secrets.token_bytes(KEY_BYTES) for _ in NAMES))
        try:
            key = Seat(device or best_home(), path.parent, ask).make()
            files.write_new(path, sealed(ring.keys, key, sheet).to_bytes())
        except FileExistsError:
            raise StoreFault(f"{home} has a key ring already. Choose another home, or open this one.") from None
        return ring

    @classmethod
    def open(cls, home: Path, ask: AskPassphrase | None = None) -> "KeyRing":
        """The ring of a home; raises `StoreFault`, `StoreDamaged` (no ring at all), `WrongKey` (not this device's)."""
        envelope = load(home)
        return cls.of(envelope.open(by_device(envelope, ring_path(home).parent, ask)))

    @classmethod
    def recover(
        cls, home: Path, sheet: Secret, device: DeviceHome | None = None, ask: AskPassphrase | None = None
    ) -> "KeyRing":
        """Open the ring by its sheet and seal it under a new device key of this machine; the sheet stays good. Raises as `open` does."""
        ring = cls.of(opened_by_sheet(load(home), sheet))
        seat = Seat(device or best_home(), ring_path(home).parent, ask)
        key = seat.renew()
        seat.keep(key)
        ring.write(home, key, sheet)
        return ring

    @classmethod
    def of(cls, keys: dict[str, bytes]) -> "KeyRing":
        """The ring of an envelope's keys; raises `StoreDamaged` where one is missing."""
        if not keys.keys() >= set(NAMES):
            raise StoreDamaged("The key ring lacks a key. Put it back from a backup, or use the recovery sheet.")
        store, digest, pin_pepper, signing = (keys[name] for name in NAMES)
        others = (keys.get(name) for name in (NEXT, EARLIER, NEXT_SIGNING, EARLIER_SIGNING))
        return cls(store, digest, pin_pepper, signing, *others)

    @property
    def keys(self) -> dict[str, bytes]:
        """Every key by its name in the envelope."""
        standing = dict(zip(NAMES, (self.store_key, self.digest_key, self.pin_pepper, self.signing_key), strict=True))
        others = {
            NEXT: self.next_store_key,
            EARLIER: self.earlier_store_key,
            NEXT_SIGNING: self.next_signing_key,
            EARLIER_SIGNING: self.earlier_signing_key,
        }
        return standing | {name: key for name, key in others.items() if key is not None}

    def with_store_key(self, key: bytes) -> "KeyRing":
        """The same with this one key for the store; one that it had before is kept for backups."""
        earlier = self.earlier_store_key if key == self.store_key else self.store_key
        return replace(self, store_key=key, next_store_key=None, earlier_store_key=earlier)

    @property
    def signing_keys(self) -> list[bytes]:
        """The present signing key, and those that a store of another time may have signed with last."""
        return [key for key in (self.signing_key, self.next_signing_key, self.earlier_signing_key) if key is not None]

    def with_signing_key(self, key: bytes) -> "KeyRing":
        """The same with this one key for signing; one that it had before is kept for stores that are restored."""
        earlier = self.earlier_signing_key if key == self.signing_key else self.signing_key
        return replace(self, signing_key=key, next_signing_key=None, earlier_signing_key=earlier)

    def write(self, home: Path, device: DeviceKey, sheet: Secret | None) -> None:
        """Seal and write in the place of the ring that is there. Raises `StoreFault`."""
        files.replace(ring_path(home), sealed(self.keys, device, sheet).to_bytes())

    def digest(self, kind: str, text: str) -> bytes:
        """HMAC-SHA256 (RFC 2104) of `text`, 32 bytes; a different `kind` gives an unrelated digest of the same text."""
        return hmac.digest(self.digest_key, _about(kind) + text.encode(), hashlib.sha256)

    def digests(self, kind: str, texts: Iterable[str]) -> dict[str, bytes]:
        """`digest` of each of many texts: the key is prepared once, which is half of it."""
        found, begun = dict[str, bytes](), hmac.new(self.digest_key, _about(kind), hashlib.sha256)
        for text in texts:
            one = begun.copy()
            one.update(text.encode())
            found[text] = one.digest()
        return found


def _about(kind: str) -> bytes:
    return b"kiosk digest 1\0" + kind.encode() + b"\0"


def ring_path(home: Path) -> Path:
    """Where the ring of a home lies."""
    return home / "keys" / "ring"


def load(home: Path) -> Envelope:
    """The envelope of a home, closed; raises `StoreFault` or `StoreDamaged`."""
    path = ring_path(home)
    return Envelope.from_bytes(files.read_private(path, MOST_BYTES), path)


def by_device(envelope: Envelope, folder: Path, ask: AskPassphrase | None) -> bytes:
    """The wrapping key by the first device key that opens it; raises what kept the first from it: `StoreFault` or `WrongKey`."""
    problem: StoreFault | None = None
    once = None if ask is None else cache(ask)
    for opener in envelope.openers:
        if opener.by not in set(DeviceHome):
            continue
        try:
            return opener.open(envelope.ring, Seat(DeviceHome(opener.by), folder, once).load(opener.salt))
        except StoreFault as fault:
            problem = problem or fault
    raise problem or StoreFault("The key ring has no device key that this version knows. Update the kiosk.")


def opened_by_sheet(envelope: Envelope, sheet: Secret) -> dict[str, bytes]:
    """Every key, by the recovery sheet; raises `WrongKey` for a sheet that is not, or no longer, this ring's."""
    for opener in envelope.openers:
        if opener.by == SHEET:
            try:
                wrapping = opener.open(envelope.ring, sheet_key(sheet))
            except WrongKey:
                continue
            return envelope.open(wrapping)
    raise WrongKey(
        "This recovery sheet does not open these keys: it belongs to another kiosk, or was made void by a rotation. "
        "Use the sheet that was made last."
    )


def sealed(keys: Mapping[str, bytes], device: DeviceKey, sheet: Secret | None) -> Envelope:
    """A new envelope that the device key opens, and the sheet where there is one."""
    ring, wrapping = new_ring(), secrets.token_bytes(KEY_BYTES)
    openers = [opener_of(device, ring, wrapping)]
    if sheet is not None:
        openers.append(opener_of(sheet, ring, wrapping))
    return Envelope.seal(ring, tuple(openers), wrapping, keys)


def reseal(home: Path, envelope: Envelope, wrapping: bytes, ring: KeyRing) -> None:
    """Write another ring of keys that the same openers open. Raises `StoreFault`."""
    again = Envelope.seal(envelope.ring, envelope.openers, wrapping, ring.keys)
    files.replace(ring_path(home), again.to_bytes())


def opener_of(key: DeviceKey | Secret, ring: str, wrapping: bytes) -> Opener:
    """A device key or a sheet opens the ring from now on."""
    if isinstance(key, Secret):
        return Opener.make(ring, SHEET, sheet_key(key), wrapping)
    return Opener.make(ring, key.home, key.key, wrapping, key.salt)


def keep_sheet(home: Path, sheet: Secret, device: DeviceKey) -> None:
    """In a home that waits for its backup: the sheet, sealed under this machine's device key. Raises `StoreFault`."""
    files.replace(_kept_path(home), sealed({SHEET: sheet.content}, device, None).to_bytes())


def kept_sheet(home: Path, ask: AskPassphrase | None = None) -> Secret | None:
    """What `keep_sheet` kept; None where nothing is. Raises as `KeyRing.open` does."""
    path = _kept_path(home)
    if not path.exists():
        return None
    envelope = Envelope.from_bytes(files.read_private(path, MOST_BYTES), path)
    return Secret(envelope.open(by_device(envelope, path.parent, ask))[SHEET])


def forget_sheet(home: Path) -> None:
    """The backup is here: what `keep_sheet` kept is of no use any more."""
    _kept_path(home).unlink(missing_ok=True)


def _kept_path(home: Path) -> Path:
    return home / "keys" / "recovered"


def sheet_key(sheet: Secret) -> bytes:
    """The key that a recovery sheet stands for, 32 bytes. Its 160 random bits need no slow derivation."""
    return hmac.digest(sheet.content, b"kiosk recovery key 1", hashlib.sha256)
