"""The table of roles: as documented, whole, and each pair of role and act as it says."""

import itertools

import pytest

from kiosk.policy import roles
from kiosk.policy.roles import TABLE, Act, Lacking, Needs, Role, lacking


def test_the_table_as_documented() -> None:
    assert roles.__doc__ is not None
    drawn = [f"| {act.replace('_', ' ')} | " + " | ".join(TABLE[act][role] for role in Role) + " |" for act in Act]
    assert [line for line in roles.__doc__.splitlines() if line.startswith("| ")][1:] == drawn


@pytest.mark.parametrize(("act", "role"), list(itertools.product(Act, Role)))
def test_each_act_by_each_role(act: Act, role: Role) -> None:
    bare = lacking(role, act, with_pin=False)
    with_pin = lacking(role, act, with_pin=True)
    both = lacking(role, act, with_pin=True, seconded=True)
    assert (bare, with_pin, both) == {
        Needs.NOTHING: (None, None, None),
        Needs.PIN: (Lacking.PIN, None, None),
        Needs.SECOND: (Lacking.PIN, Lacking.SECOND, None),
        Needs.REFUSED: (Lacking.ROLE,) * 3,
    }[TABLE[act][role]]


def test_a_second_person_never_stands_in_for_the_pin() -> None:
    assert lacking(Role.CLERK, Act.OVERRIDE_HELD, with_pin=False, seconded=True) is Lacking.PIN


def test_a_technician_touches_no_parcel() -> None:
    assert {act for act in Act if TABLE[act][Role.TECHNICIAN] is not Needs.REFUSED} == {Act.TOOLS}


def test_overrides_and_supervisors_acts_always_want_the_pin() -> None:
    badge_alone = {act for act in Act for role in Role if lacking(role, act, with_pin=False) is None}
    assert not {act for act in badge_alone if "override" in act}
    assert all(TABLE[act][Role.CLERK] is Needs.NOTHING for act in badge_alone)
