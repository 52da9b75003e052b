"""Where the device key lives: the key that opens the key ring on this machine alone.

- A systemd credential (systemd.exec(5), LoadCredentialEncrypted=): sealed to this machine's TPM and disk, handed to the service in
  a folder of memory that `CREDENTIALS_DIRECTORY` names.
- A passphrase, by Argon2id (RFC 9106 §4, option 2): somebody types it at each start.
- A file beside the ring, mode 0600: for the demo, tests and depots without a better place; who has the disk has the key.
"""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kiosk.errors import StoreFault
from kiosk.store.files import read_private, replace, write_new

KEY_BYTES = 32
SALT_BYTES = 16
LEAST_PASSPHRASE = 12
"""Characters."""
MEMORY_KIB, PASSES, LANES = 64 * 1024, 3, 4
CREDENTIAL = "kiosk-device-key"
"""The credential's name: 32 random bytes."""
FILE = "device.key"

AskPassphrase = Callable[[], str]
"""Asks the person in front for the passphrase of the ring."""


class DeviceHome(StrEnum):
    """The three homes, best first."""

    CREDENTIAL = "credential"
    PASSPHRASE = "passphrase"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A device key in a file of its own, mode 0600."""

    path: Path

    def make(self) -> bytes:
        """A new device key, or the one that an interrupted `make` left behind (it sealed nothing yet)."""
        with suppress(FileExistsError):
            write_new(self.path, secrets.token_bytes(KEY_BYTES))
        return self.load()

    def load(self) -> bytes:
        """The device key; raises `StoreFault` where it is missing, open to others, or of the wrong length."""
        return _of_length(read_private(self.path, KEY_BYTES), self.path)


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """A device key in hand, 32 bytes, with the salt of its passphrase (else empty)."""

    home: DeviceHome
    key: bytes = field(repr=False)
    salt: bytes = b""


@dataclass(frozen=True, slots=True)
class Seat:
    """One home of a device key, beside the ring in `folder`; `ask` is asked only where the home is a passphrase."""

    home: DeviceHome
    folder: Path
    ask: AskPassphrase | None = None

    def make(self) -> DeviceKey:
        """The device key for a new ring: a file is written now, the other homes hold theirs already. Raises `StoreFault`."""
        return DeviceKey(self.home, self._file.make()) if self.home is DeviceHome.FILE else self.renew()

    def renew(self) -> DeviceKey:
        """Another device key where the home lets us choose, which `keep` then keeps. A credential stays what it is. Raises `StoreFault`."""
        if self.home is DeviceHome.FILE:
            return DeviceKey(self.home, secrets.token_bytes(KEY_BYTES))
        salt = secrets.token_bytes(SALT_BYTES) if self.home is DeviceHome.PASSPHRASE else b""
        return DeviceKey(self.home, self.load(salt), salt)

    def keep(self, key: DeviceKey) -> None:
        """From now on `load` gives this one; a power cut leaves the one before or this. Raises `StoreFault`."""
        if self.home is DeviceHome.FILE:
            replace(self._file.path, key.key)

    def keep_only(self) -> None:
        """A key file that is no longer the device key's home goes."""
        if self.home is not DeviceHome.FILE:
            self._file.path.unlink(missing_ok=True)

    def load(self, salt: bytes) -> bytes:
        """The device key, 32 bytes; `salt` is the passphrase's. Raises `StoreFault`."""
        if self.home is DeviceHome.FILE:
            return self._file.load()
        if self.home is DeviceHome.CREDENTIAL:
            return _from_credential()
        return _from_passphrase(self.ask, salt)

    @property
    def _file(self) -> KeyFile:
        return KeyFile(self.folder / FILE)


def best_home() -> DeviceHome:
    """The credential where the service manager gives one; else the file, for a passphrase needs somebody who types it."""
    return DeviceHome.CREDENTIAL if _credential_path() else DeviceHome.FILE


def _credential_path() -> Path | None:
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    path = Path(folder) / CREDENTIAL if folder else None
    return path if path is not None and path.exists() else None


def _from_credential() -> bytes:
    path = _credential_path()
    if path is None:
        raise StoreFault(
            f"The device key is a systemd credential, and this process was given none. Start it as the service, or by: "
            f"systemd-run --pipe --wait -p LoadCredentialEncrypted={CREDENTIAL} kiosk …"
        )
    try:
        # The manager lends it to us alone, by an access list where its file system has one, which looks like a right of the group's.
        key = path.read_bytes()
    except OSError as error:
        raise StoreFault(f"{path} cannot be read ({error.strerror}). Start the service again.") from None
    return _of_length(key, path)


def _from_passphrase(ask: AskPassphrase | None, salt: bytes) -> bytes:
    if ask is None:
        raise StoreFault("The device key is a passphrase, and nobody is here to type it. Start the kiosk by hand.")
    passphrase = ask()
    if len(passphrase) < LEAST_PASSPHRASE:
        raise StoreFault(f"A passphrase has at least {LEAST_PASSPHRASE} characters. Take several words.")
    argon2id = Argon2id(salt=salt, length=KEY_BYTES, iterations=PASSES, lanes=LANES, memory_cost=MEMORY_KIB)
    return argon2id.derive(passphrase.encode())


def _of_length(key: bytes, path: Path) -> bytes:
    if len(key) != KEY_BYTES:
        raise StoreFault(f"{path} is no device key. Put it back from a backup.")
    return key
