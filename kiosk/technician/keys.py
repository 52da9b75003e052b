"""What `kiosk keys` and `kiosk init --recover` do beyond the key ring: the act is an entry in the ledger."""

from collections.abc import Callable
from pathlib import Path

from kiosk.clock import Clock
from kiosk.codes.recovery import Secret
from kiosk.desk.act import in_one_act
from kiosk.ledger import events
from kiosk.store import Store, opened
from kiosk.store.checkpoints import KeyRange
from kiosk.store.device_key import AskPassphrase, DeviceHome
from kiosk.store.keyring import KeyRing
from kiosk.store.rotation import change_signing_key as sign_anew
from kiosk.store.rotation import rotate


def rotate_keys(
    home: Path,
    clock: Clock,
    *,
    give: Callable[[Secret], None],
    ask: AskPassphrase | None = None,
    device: DeviceHome | None = None,
    ask_new: AskPassphrase | None = None,
) -> None:
    """`rotation.rotate` with its entry. Raises `StoreFault`; the kiosk must not serve meanwhile."""

    def record(store: Store) -> None:
        in_one_act(store, clock.now(), lambda enter: enter(events.KeysRotated()))

    rotate(home, give=give, record=record, ask=ask, device=device, ask_new=ask_new)


def change_signing_key(home: Path, clock: Clock, *, ask: AskPassphrase | None = None) -> list[KeyRange]:
    """`rotation.change_signing_key` with its entry; every key that ever signed. Raises `StoreFault`; the kiosk must not serve meanwhile."""
    ranges = list[KeyRange]()

    def record(store: Store, new: bytes) -> None:
        in_one_act(store, clock.now(), lambda enter: store.checkpoints.change_key(new, at=enter.at, act=enter.key))
        ranges[:] = store.checkpoints.signers()

    sign_anew(home, record=record, ask=ask)
    return ranges


def recover_keys(
    home: Path,
    clock: Clock,
    sheet: Secret,
    *,
    device: DeviceHome | None = None,
    ask: AskPassphrase | None = None,
    ask_new: AskPassphrase | None = None,
) -> None:
    """Give the keys of a home a new device key by their recovery sheet. Raises `StoreFault`, or `WrongKey` for another sheet."""
    KeyRing.recover(home, sheet, device, ask_new)
    with opened(home, ask) as store:
        in_one_act(store, clock.now(), lambda enter: enter(events.KeysRecovered()))
