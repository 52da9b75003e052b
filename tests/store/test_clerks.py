"""Clerks in the store: nothing kept that opens anything, one name a person, wrong PINs remembered, shifts begun and ended."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.codes.token import Badge, make_badge
from kiosk.errors import ClerkFault
from kiosk.policy.roles import Role
from kiosk.store import Clerk, Store, Tries, pins

PIN = "739415"


@pytest.fixture(autouse=True)
def quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A third of a second a PIN is meant for thieves, not for every test here."""
    if "argon2id" not in request.node.name:
        monkeypatch.setattr(pins, "MEMORY_KIB", 64)


def badge(number: int) -> Badge:
    return make_badge("7KQ2", number.to_bytes(13))


def add(store: Store, now: datetime, name: str | None = None, number: int = 1) -> Clerk:
    hash_ = store.clerks.hashed(PIN)
    with store.transaction():
        return store.clerks.add(name, Role.CLERK, pin_hash=hash_, badge=badge(number), at=now)


def test_a_pin_is_kept_as_argon2id_under_the_pepper(store: Store, now: datetime) -> None:
    clerk = add(store, now)
    assert re.match(r"\$argon2id\$v=19\$m=65536,t=3,p=4\$", clerk.pin_hash)
    assert store.clerks.fits(clerk, PIN)
    assert not store.clerks.fits(clerk, "739416")
    assert clerk.pin_hash not in repr(clerk)
    object.__setattr__(store.keys, "pin_pepper", bytes(32))
    assert not store.clerks.fits(clerk, PIN), "a thief of the store alone could try PINs"


def test_two_with_one_pin_have_two_hashes(store: Store) -> None:
    assert store.clerks.hashed(PIN) != store.clerks.hashed(PIN)


def test_neither_badge_nor_pin_is_a_column(store: Store, now: datetime) -> None:
    add(store, now)
    columns = store._database.row("SELECT * FROM clerks")
    assert columns is not None
    texts = [str(column) for column in columns if column is not None]
    assert not [text for text in texts if PIN in text or badge(1).text[4:] in text]


def test_names(store: Store, now: datetime) -> None:
    assert add(store, now).name == "Clerk 1"
    ana = add(store, now, "Ana", 2)
    assert (ana.id, ana.role, ana.has_badge, ana.disabled_at, ana.shift_since) == (2, Role.CLERK, True, None, None)
    assert store.clerks.by_name(" aNA") == ana
    assert store.clerks.by_name("Bob") is None
    with pytest.raises(ClerkFault, match="name"):
        add(store, now, "ANA", 3)
    assert add(store, now, None, 4).name == "Clerk 3"
    assert [clerk.name for clerk in store.clerks.all()] == ["Clerk 1", "Ana", "Clerk 3"]


def test_a_new_badge_ends_the_one_before(store: Store, now: datetime) -> None:
    clerk = add(store, now)
    assert store.clerks.by_badge(badge(1)) == clerk
    store.clerks.set_badge(clerk.id, badge(2))
    assert store.clerks.by_badge(badge(1)) is None
    assert store.clerks.by_badge(badge(2)) == clerk


def test_wrong_pins_outlive_the_program_and_go_with_a_new_pin(store: Store, now: datetime, home: Path) -> None:
    clerk = add(store, now)
    tries = Tries(6, 30.0, "boot", 12.5)
    store.clerks.save_tries(clerk.id, tries)
    store.close()
    again = Store.open(home)
    assert again.clerks.get(clerk.id).tries == tries
    again.clerks.set_pin(clerk.id, again.clerks.hashed("260917483"))
    renewed = again.clerks.get(clerk.id)
    assert (renewed.tries.wrong, renewed.tries.rest_seconds) == (0, 0)
    assert not again.clerks.fits(renewed, PIN)
    again.close()


def test_a_shift_begins_once_and_ends(store: Store, now: datetime) -> None:
    clerk = add(store, now)
    store.clerks.begin_shift(clerk.id, now)
    store.clerks.begin_shift(clerk.id, now + timedelta(hours=1))
    assert [one.shift_since for one in store.clerks.on_shift()] == [now]
    store.clerks.end_shift(clerk.id)
    assert store.clerks.on_shift() == []


def test_a_disabled_clerk_keeps_nothing_that_opens_anything(store: Store, now: datetime) -> None:
    clerk = add(store, now)
    store.clerks.begin_shift(clerk.id, now)
    assert store.clerks.disable(clerk.id, now)
    assert not store.clerks.disable(clerk.id, now + timedelta(days=1))
    disabled = store.clerks.get(clerk.id)
    assert (disabled.disabled_at, disabled.has_badge, disabled.shift_since) == (now, False, None)
    assert store.clerks.by_badge(badge(1)) is None
    assert store.clerks.on_shift() == []


def test_nobody(store: Store) -> None:
    for act in (
        lambda: store.clerks.get(9),
        lambda: store.clerks.end_shift(9),
        lambda: store.clerks.set_badge(9, badge(1)),
    ):
        with pytest.raises(ClerkFault, match="kiosk clerks list"):
            act()


def test_a_store_of_before_gets_the_clerks_table(store: Store, now: datetime, home: Path) -> None:
    store._database.run("DROP TABLE clerks")
    store._database.run("DELETE FROM _sqlite_migrations WHERE name = 'clerks'")
    store.close()
    again = Store.open(home)
    assert add(again, now).id == 1
    again.close()
