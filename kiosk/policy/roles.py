"""Who may do what at the desk: one table of roles and acts. Pure.

| act | clerk | supervisor | technician |
|---|---|---|---|
| look up | yes | yes | no |
| take in | yes | yes | no |
| issue code | yes | yes | no |
| answer call | yes | yes | no |
| move | yes | yes | no |
| check shelf | yes | yes | no |
| confirm | yes | yes | no |
| cannot be found | yes | yes | no |
| found again | yes | yes | no |
| return | yes | yes | no |
| open dispute | yes | yes | no |
| end shift | yes | yes | no |
| close dispute | no | pin | no |
| override | pin | pin | no |
| override held | second | pin | no |
| undo override | pin | pin | no |
| enter paper | pin | pin | no |
| sign owed | no | pin | no |
| correct override | no | pin | no |
| manage clerks | no | pin | no |
| tools | no | pin | pin |

*yes*: whoever is signed in. *pin*: the PIN was given since the desk was last unlocked; a badge alone is not enough. *second*: the
PIN, and a supervisor beside the clerk with badge and PIN. A technician keeps the machine and touches no parcel. Only the terminal of
the machine itself makes the first supervisor.
"""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is at this depot."""

    CLERK = "clerk"
    SUPERVISOR = "supervisor"
    TECHNICIAN = "technician"


class Act(StrEnum):
    """Everything that can be done at the desk."""

    LOOK_UP = "look_up"
    TAKE_IN = "take_in"
    ISSUE_CODE = "issue_code"
    ANSWER_CALL = "answer_call"
    MOVE = "move"
    CHECK_SHELF = "check_shelf"
    CONFIRM = "confirm"
    CANNOT_BE_FOUND = "cannot_be_found"
    FOUND_AGAIN = "found_again"
    RETURN = "return"
    OPEN_DISPUTE = "open_dispute"
    END_SHIFT = "end_shift"
    """The report of what happened since it began."""
    CLOSE_DISPUTE = "close_dispute"
    OVERRIDE = "override"
    OVERRIDE_HELD = "override_held"
    """The same for a parcel that the desk must see to itself."""
    UNDO_OVERRIDE = "undo_override"
    ENTER_PAPER = "enter_paper"
    """A handover without power, from the sheet."""
    SIGN_OWED = "sign_owed"
    """The second signature that was not to be had at the time."""
    CORRECT_OVERRIDE = "correct_override"
    MANAGE_CLERKS = "manage_clerks"
    TOOLS = "tools"
    """Aiming, looking the machine over, ending the program."""


class Needs(StrEnum):
    """What an act asks of somebody who is signed in."""

    NOTHING = "yes"
    PIN = "pin"
    SECOND = "second"
    REFUSED = "no"


class Lacking(StrEnum):
    """Why somebody may not, or not yet."""

    ROLE = "role"
    PIN = "pin"
    SECOND = "second"


_COUNTER = {Role.CLERK: Needs.NOTHING, Role.SUPERVISOR: Needs.NOTHING, Role.TECHNICIAN: Needs.REFUSED}
_WITH_PIN = {Role.CLERK: Needs.PIN, Role.SUPERVISOR: Needs.PIN, Role.TECHNICIAN: Needs.REFUSED}
_SUPERVISOR = {Role.CLERK: Needs.REFUSED, Role.SUPERVISOR: Needs.PIN, Role.TECHNICIAN: Needs.REFUSED}

TABLE: dict[Act, dict[Role, Needs]] = {
    Act.LOOK_UP: _COUNTER,
    Act.TAKE_IN: _COUNTER,
    Act.ISSUE_CODE: _COUNTER,
    Act.ANSWER_CALL: _COUNTER,
    Act.MOVE: _COUNTER,
    Act.CHECK_SHELF: _COUNTER,
    Act.CONFIRM: _COUNTER,
    Act.CANNOT_BE_FOUND: _COUNTER,
    Act.FOUND_AGAIN: _COUNTER,
    Act.RETURN: _COUNTER,
    Act.OPEN_DISPUTE: _COUNTER,
    Act.END_SHIFT: _COUNTER,
    Act.CLOSE_DISPUTE: _SUPERVISOR,
    Act.OVERRIDE: _WITH_PIN,
    Act.OVERRIDE_HELD: {**_WITH_PIN, Role.CLERK: Needs.SECOND},
    Act.UNDO_OVERRIDE: _WITH_PIN,
    Act.ENTER_PAPER: _WITH_PIN,
    Act.SIGN_OWED: _SUPERVISOR,
    Act.CORRECT_OVERRIDE: _SUPERVISOR,
    Act.MANAGE_CLERKS: _SUPERVISOR,
    Act.TOOLS: {**_SUPERVISOR, Role.TECHNICIAN: Needs.PIN},
}
"""The table above, row by row."""


def lacking(role: Role, act: Act, *, with_pin: bool, seconded: bool = False) -> Lacking | None:
    """What still stands against `act`; None: go on. `seconded`: a supervisor beside signed with badge and PIN."""
    needs = TABLE[act][role]
    if needs is Needs.REFUSED:
        return Lacking.ROLE
    if needs is not Needs.NOTHING and not with_pin:
        return Lacking.PIN
    return Lacking.SECOND if needs is Needs.SECOND and not seconded else None
