"""Clerks added and changed: the first is a supervisor, the last one stays, weak PINs and odd names are refused, all is in the ledger."""

import pytest

from kiosk.cli.home import OpenHome
from kiosk.desk import clerks
from kiosk.desk.clerks import Badged, Problem, Standing
from kiosk.desk.seat import Seat
from kiosk.errors import ClerkFault
from kiosk.ledger import events
from kiosk.policy.pin import Weakness
from kiosk.policy.roles import Lacking, Role
from kiosk.policy.words import Unfit
from kiosk.store import Tries, pins

PIN = "739415"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)


def add(kiosk: OpenHome, name: str | None = None, role: Role | None = None, by: Seat | None = None) -> Badged | Problem:
    return clerks.add(kiosk.store, kiosk.settings, kiosk.clock, pin=PIN, name=name, role=role, by=by)


def entered(kiosk: OpenHome) -> list[events.Event]:
    return [entry.event for entry in kiosk.store.journal.entries()]


def test_the_first_is_a_supervisor_and_then_come_clerks(kiosk: OpenHome) -> None:
    assert add(kiosk, role=Role.CLERK) is Standing.FIRST_IS_SUPERVISOR
    first, second = add(kiosk, "Ana"), add(kiosk)
    assert isinstance(first, Badged)
    assert isinstance(second, Badged)
    assert (first.clerk.role, second.clerk.role) == (Role.SUPERVISOR, Role.CLERK)
    assert (first.clerk.name, second.clerk.name) == ("Ana", "Clerk 2")
    assert kiosk.store.clerks.by_badge(second.badge) == second.clerk
    assert entered(kiosk) == [
        events.ClerkAdded(1, "supervisor", None),
        events.BadgeIssued(1, None),
        events.ClerkAdded(2, "clerk", None),
        events.BadgeIssued(2, None),
    ]


def test_what_is_refused_leaves_no_trace(kiosk: OpenHome) -> None:
    made = clerks.add(kiosk.store, kiosk.settings, kiosk.clock, pin="123456", name="Ana")
    assert made is Weakness.RUN
    assert add(kiosk, "call 612345678") is Unfit.NUMBER
    assert kiosk.store.clerks.all() == []
    assert entered(kiosk) == []


def test_a_name_taken(kiosk: OpenHome) -> None:
    add(kiosk, "Ana")
    with pytest.raises(ClerkFault, match="name"):
        add(kiosk, " ana ")


def test_the_last_supervisor_stays(kiosk: OpenHome) -> None:
    add(kiosk, "Ana")
    add(kiosk, "Bo", Role.TECHNICIAN)
    assert clerks.disable(kiosk.store, kiosk.clock, 1) is Standing.LAST_SUPERVISOR
    assert clerks.disable(kiosk.store, kiosk.clock, 2) is None
    assert clerks.disable(kiosk.store, kiosk.clock, 2) is Standing.DISABLED
    add(kiosk, "Cy", Role.SUPERVISOR)
    assert clerks.disable(kiosk.store, kiosk.clock, 1, by=Seat(3, "desk", with_pin=True)) is None
    assert entered(kiosk)[-1] == events.ClerkDisabled(1, 3)


def test_a_new_pin_opens_a_locked_badge(kiosk: OpenHome) -> None:
    add(kiosk)
    kiosk.store.clerks.save_tries(1, Tries(15))
    assert clerks.reset_pin(kiosk.store, kiosk.clock, 1, "111111") is Weakness.REPEATED
    assert kiosk.store.clerks.get(1).tries.wrong == 15
    assert clerks.reset_pin(kiosk.store, kiosk.clock, 1, "506183") is None
    clerk = kiosk.store.clerks.get(1)
    assert clerk.tries.wrong == 0
    assert kiosk.store.clerks.fits(clerk, "506183")
    assert entered(kiosk)[-1] == events.PinReset(1, None)


def test_a_new_badge_ends_the_one_before(kiosk: OpenHome) -> None:
    first = add(kiosk)
    again = clerks.issue_badge(kiosk.store, kiosk.settings, kiosk.clock, 1)
    assert isinstance(first, Badged)
    assert isinstance(again, Badged)
    assert kiosk.store.clerks.by_badge(first.badge) is None
    assert kiosk.store.clerks.by_badge(again.badge) == again.clerk


@pytest.mark.parametrize(
    ("clerk", "with_pin", "lacking"),
    [(1, False, Lacking.PIN), (1, True, None), (2, True, Lacking.ROLE), (3, True, Lacking.ROLE)],
)
def test_at_the_desk_only_a_supervisor_with_pin(
    kiosk: OpenHome, clerk: int, with_pin: bool, lacking: Lacking | None
) -> None:
    for role in (Role.SUPERVISOR, Role.CLERK, Role.TECHNICIAN, Role.CLERK):
        add(kiosk, role=role)
    seat, store, before = Seat(clerk, "desk", with_pin), kiosk.store, kiosk.store.journal.size()
    answers = [
        add(kiosk, "Di", by=seat),
        clerks.reset_pin(store, kiosk.clock, 4, PIN, by=seat),
        clerks.issue_badge(store, kiosk.settings, kiosk.clock, 4, by=seat),
        clerks.disable(store, kiosk.clock, 4, by=seat),
    ]
    if lacking is not None:
        assert answers == [lacking] * 4
        assert store.journal.size() == before
    else:
        assert not [answer for answer in answers if isinstance(answer, Lacking)]
        assert store.journal.size() == before + 5
