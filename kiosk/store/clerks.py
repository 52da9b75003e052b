"""Clerks: a number, a short name of their own choice, a role; badge and PIN as digest and hash only. And who is on shift.

A clerk is never deleted, so that a number in the ledger stays one person's; a disabled one keeps nothing that opens anything.
"""

import unicodedata
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.codes.token import Badge
from kiosk.errors import ClerkFault
from kiosk.policy.roles import Role
from kiosk.store import pins
from kiosk.store.database import Database, Row
from kiosk.store.faults import Clash
from kiosk.store.keyring import KeyRing
from kiosk.store.moments import from_micros_or_none, to_micros

DIGEST_KIND = "badge"
SELECT = """
    SELECT id, name, role, badge IS NOT NULL, disabled, wrong, rest_seconds, boot_id, boottime, pin, shift FROM clerks """
MISSING = "There is no such clerk. See who there is with: kiosk clerks list"


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong PINs in a row, and the rest they brought: `rest_seconds` were left at `boottime` (CLOCK_BOOTTIME) in boot `boot_id`."""

    wrong: int = 0
    rest_seconds: float = 0.0
    boot_id: str = ""
    boottime: float = 0.0


@dataclass(frozen=True, slots=True)
class Clerk:
    """One clerk as the store knows them."""

    id: int
    name: str
    role: Role
    has_badge: bool
    disabled_at: datetime | None
    tries: Tries
    pin_hash: str = field(repr=False)
    shift_since: datetime | None = None
    """When their shift began; None: not on shift."""


class Clerks:
    """The clerks of one store. Single changes stand alone or join the caller's transaction."""

    def __init__(self, database: Database, keys: KeyRing) -> None:
        self._database = database
        self._keys = keys

    def hashed(self, pin: str) -> str:
        """A PIN as it may be kept. Slow on purpose: call it before a transaction, never in one."""
        return pins.hashed(pin, self._keys.pin_pepper)

    def fits(self, clerk: Clerk, pin: str) -> bool:
        """Whether it is this clerk's PIN. Slow on purpose; touches no file, so it may run in a thread of its own."""
        return pins.fits(pin, clerk.pin_hash, self._keys.pin_pepper)

    def add(self, name: str | None, role: Role, *, pin_hash: str, badge: Badge | None, at: datetime) -> Clerk:
        """A new clerk, `Clerk 7` by their number where no name is chosen. Inside a transaction only; `ClerkFault` for a name taken."""
        self._database.needs_transaction()
        row = self._database.row("SELECT coalesce(max(id), 0) + 1 FROM clerks")
        number = int(row[0]) if row else 1
        chosen = name or f"Clerk {number}"
        digest = badge and self._keys.digest(DIGEST_KIND, badge.text)
        try:
            self._database.insert(
                "INSERT INTO clerks (id, name, name_key, role, badge, pin, made) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (number, chosen, _key(chosen), role, digest, pin_hash, to_micros(at)),
            )
        except Clash:
            raise ClerkFault("Somebody has this name already. Choose another.") from None
        return self.get(number)

    def get(self, id_: int) -> Clerk:
        """The clerk; raises `ClerkFault` where there is none."""
        return self._one("WHERE id = ?", id_) or _missing()

    def by_badge(self, badge: Badge) -> Clerk | None:
        """Whose badge it is; None for one that was never ours, was replaced, or was its clerk's who is disabled."""
        return self._one("WHERE badge = ?", self._keys.digest(DIGEST_KIND, badge.text))

    def by_name(self, name: str) -> Clerk | None:
        """By the short name, however it is capitalised."""
        return self._one("WHERE name_key = ?", _key(name))

    def all(self) -> list[Clerk]:
        """Everybody, disabled ones included, by number."""
        return [_clerk(row) for row in self._database.rows(SELECT + "ORDER BY id")]

    def on_shift(self) -> list[Clerk]:
        """Who is on shift, by number."""
        return [_clerk(row) for row in self._database.rows(SELECT + "WHERE shift IS NOT NULL ORDER BY id")]

    def set_badge(self, id_: int, badge: Badge) -> None:
        """Another badge; the one before opens nothing any more."""
        self._change("badge = ?", self._keys.digest(DIGEST_KIND, badge.text), id_)

    def set_pin(self, id_: int, pin_hash: str) -> None:
        """Another PIN: the wrong ones are forgotten, a locked badge is open again, the shift must be begun anew."""
        self._change("pin = ?, wrong = 0, rest_seconds = 0, shift = NULL", pin_hash, id_)

    def disable(self, id_: int, at: datetime) -> bool:
        """They can sign in no more, and their badge is nobody's; False when they were disabled before."""
        changed = self._database.run(
            "UPDATE clerks SET disabled = ?, badge = NULL, shift = NULL WHERE id = ? AND disabled IS NULL",
            (to_micros(at), id_),
        )
        if not changed:
            self.get(id_)
        return changed > 0

    def save_tries(self, id_: int, tries: Tries) -> None:
        """Replace what was saved of wrong PINs."""
        values = (tries.wrong, tries.rest_seconds, tries.boot_id, tries.boottime, id_)
        sql = "UPDATE clerks SET wrong = ?, rest_seconds = ?, boot_id = ?, boottime = ? WHERE id = ?"
        self._database.run(sql, values)

    def begin_shift(self, id_: int, at: datetime) -> None:
        """They are on shift from now; a shift that runs goes on from when it began."""
        self._change("shift = coalesce(shift, ?)", to_micros(at), id_)

    def end_shift(self, id_: int) -> None:
        """Their shift is over."""
        self._change("shift = ?", None, id_)

    def _one(self, where: str, value: int | str | bytes) -> Clerk | None:
        row = self._database.row(SELECT + where, (value,))
        return None if row is None else _clerk(row)

    def _change(self, what: str, value: int | str | bytes | None, id_: int) -> None:
        sql = f"UPDATE clerks SET {what} WHERE id = ?"  # noqa: S608  # the callers above write `what`, nobody else
        if not self._database.run(sql, (value, id_)):
            _missing()


def _missing() -> Clerk:
    raise ClerkFault(MISSING)


def _key(name: str) -> str:
    """What makes two names the same."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _clerk(row: Row) -> Clerk:
    id_, name, role, has_badge, disabled, wrong, rest_seconds, boot_id, boottime, pin_hash, shift = row
    return Clerk(
        id=id_,
        name=name,
        role=Role(role),
        has_badge=bool(has_badge),
        disabled_at=from_micros_or_none(disabled),
        tries=Tries(wrong, rest_seconds, boot_id, boottime),
        pin_hash=pin_hash,
        shift_since=from_micros_or_none(shift),
    )
