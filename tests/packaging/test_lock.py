"""packaging/requirements.lock: one version and a hash for everything, from no particular index."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
REQUIREMENT = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+)(?P<hashes>( --hash=sha256:[0-9a-f]{64})+)")


def requirements() -> list[str]:
    """Each requirement of the lock as one line, its comments and line ends taken away."""
    joined = re.sub(r"\\\n\s*", "", LOCK)
    return [line for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def asked_for() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return {re.split(r"[^A-Za-z0-9._-]", name)[0].lower().replace("_", "-") for name in names}


def test_everything_is_pinned_and_hashed() -> None:
    assert len(requirements()) > len(asked_for())
    for line in requirements():
        assert REQUIREMENT.fullmatch(line), line[:80]


def test_it_names_no_index() -> None:
    assert not re.search(r"https?:|//|--index|--extra-index|--find-links|--trusted-host", LOCK)


def test_it_holds_everything_that_the_project_asks_for() -> None:
    locked = {found["name"] for line in requirements() if (found := REQUIREMENT.fullmatch(line))}
    assert asked_for() <= locked, "run packaging/renew-lock"
