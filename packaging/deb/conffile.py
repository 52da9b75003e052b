"""Writes /etc/kiosk/kiosk.toml to stdout: every setting with its unit and range, as a comment. Generated from kiosk/settings.py."""

import dataclasses
import inspect
import re
import sys
import textwrap
from collections.abc import Iterator
from typing import Any, get_args, get_origin, get_type_hints

from kiosk import settings

UNITS = {
    "inches": "inches",
    "ms": "milliseconds",
    "mm": "millimetres",
    "seconds": "seconds",
    "minutes": "minutes",
    "hours": "hours",
    "days": "days",
}
"""A number's last word is its unit."""
SAMPLES = {"tag": '"7KQ2"', "name": '"Carrier"'}
"""For what has no default."""
HEAD = """\
The kiosk's settings. What stands here wins over what `kiosk init` was told (/var/lib/kiosk/kiosk.toml).
To change one, remove the # before it and before its [table], then: systemctl restart kiosk
Each line shows the default; behind it, its unit and range."""


def conffile() -> str:
    """The whole file; every line of it is a comment."""
    return "\n".join(f"# {line}".rstrip() for line in _lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from HEAD.splitlines()
    hints = get_type_hints(settings.Settings)
    for one in dataclasses.fields(settings.Settings):
        kind = hints[one.name]
        many = get_origin(kind) is tuple
        kind = get_args(kind)[0] if many else kind
        yield ""
        yield from textwrap.wrap(_told(kind), 116, break_on_hyphens=False)
        yield f"[[{one.name}]]" if many else f"[{one.name}]"
        yield from (_setting(kind, each) for each in dataclasses.fields(kind))


def _told(kind: type) -> str:
    return re.sub(r"\s+", " ", inspect.getdoc(kind) or "")


def _setting(kind: type, one: "dataclasses.Field[Any]") -> str:
    needed, of = one.default is dataclasses.MISSING, get_type_hints(kind)[one.name]
    value = SAMPLES[one.name] if needed else settings.literal(one.default)
    unit = UNITS.get(one.name.rpartition("_")[2], "") if of in {int, float} else ""
    about = ", ".join(filter(None, ("no default" if needed else "", unit, _range(of, one.metadata))))
    return f"{one.name} = {value}" + (f"  # {about}" if about else "")


def _range(kind: Any, rules: Any) -> str:
    if "least" in rules:
        return f"{rules['least']} to {rules['most']}"
    if "one_of" in rules:
        return " | ".join(map(str, rules["one_of"]))
    if "what" in rules:
        return str(rules["what"])
    if "expression" in rules:
        return "a regular expression"
    return {bool: "true | false", str: "text"}.get(kind, "")


if __name__ == "__main__":
    sys.stdout.write(conffile())
