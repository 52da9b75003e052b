"""What of packaging/requirements.lock the kiosk itself runs with: the lock also holds what only its tests need."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+)(?P<hashes>(?: --hash=sha256:[0-9a-f]{64})+)")
INSTALLERS = {"pip", "setuptools"}
"""Asked for by packages that can install more of themselves, which a kiosk never does."""


@dataclass(frozen=True, slots=True)
class Locked:
    """One package: its name and version, the SHA-256 of each of its files, and who asks for it."""

    name: str
    version: str
    hashes: tuple[str, ...]
    via: frozenset[str]

    @property
    def line(self) -> str:
        """The pin as pip reads it."""
        return f"{self.name}=={self.version} " + " ".join(f"--hash=sha256:{one}" for one in self.hashes)


def locked(text: str) -> list[Locked]:
    """Everything that a lock of pip-compile's holds, in its order."""
    found, pin, via = [], None, set[str]()
    for line in [*re.sub(r" \\\n\s+", " ", text).splitlines(), "end"]:
        if line.startswith("    # via"):
            via |= {_plain(line.removeprefix("    # via"))} - {""}
        elif line.startswith("    #   "):
            via.add(_plain(line.removeprefix("    #   ")))
        else:
            if pin is not None:
                hashes = tuple(re.findall(r"sha256:([0-9a-f]+)", pin["hashes"]))
                found.append(Locked(pin["name"], pin["version"], hashes, frozenset(via)))
            pin, via = _PIN.fullmatch(line.strip()), set()
    return found


def runtime(root: Path = ROOT) -> list[Locked]:
    """What the kiosk asks for, and what that asks for in turn."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    everything = locked((root / "packaging" / "requirements.lock").read_text(encoding="utf-8"))
    wanted = {_plain(re.split(r"[^A-Za-z0-9._-]", one)[0]) for one in project["dependencies"]}
    while more := {one.name for one in everything if one.via & wanted} - wanted:
        wanted |= more
    return [one for one in everything if one.name in wanted - INSTALLERS]


def _plain(name: str) -> str:
    return name.partition("(")[0].strip().lower().replace("_", "-")
