"""What a system that cannot shut the reader in makes of the promise that no picture leaves it, in words for a technician. Pure."""

from kiosk.reader.wire import NAMES_OF_PROBES, SandboxReport

_COULD = {
    "create": "write files",
    "read": "read files",
    "mkdir": "make folders",
    "socket": "open sockets",
    "connect": "talk to other programs",
    "fork": "start processes",
    "exec": "run programs",
    "ptrace": "look into other processes",
    "kill": "end other processes",
    "pass_descriptor": "hand open files to others",
}
_OFF = "reader.require_sandbox is off"


def could(report: SandboxReport) -> str:
    """What the child could do after it had shut itself in; empty where it could do nothing."""
    return ", ".join(_COULD[name] for name in NAMES_OF_PROBES if not report.denied[name])


def refusal(report: SandboxReport | None) -> str:
    """Why no picture is looked at."""
    ways = f" (it could {could(report)})" if report and not report.tight else ""
    return f"The reader cannot shut itself in on this system{ways} and refuses to look at pictures. Run: kiosk doctor"


def weakness(report: SandboxReport, *, required: bool) -> str | None:
    """What is weaker than promised although pictures are looked at; None where nothing is."""
    if not report.tight:
        if required:
            return refusal(report)
        return (
            f"No promise that pictures stay in the reader: on this system it could {could(report)}. "
            f"It works all the same, because {_OFF}. Mend the system, then turn the setting on. Run: kiosk doctor"
        )
    if not required:
        return f"The reader is shut in, but nothing asks for it: {_OFF}, so one that is not would work as well. Turn the setting on."
    if not report.landlock:
        return "The reader is shut in by its list of system calls alone: this kernel has no Landlock, the second lock. Pictures stay in it."
    return None
