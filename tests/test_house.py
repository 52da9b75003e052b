"""The house keeps its shape: what stands at its top level, how long a file may be, which words it does without."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "kiosk").rglob("*.py"))

TOP_LEVEL = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "kiosk", "assets", "tests", "packaging"}
LONGEST = 300
REASON = "longer than 300 lines"
EMPTY_WORDS = {"data", "utils", "util", "item", "user", "manager", "helper", "helpers", "misc"}

# What the parent side of the reader runs, some of it shared with the child: no pixel and no decoder. All other files of that
# room are the child's alone.
READER_PARENT = {
    "album",
    "allowance",
    "at_hand",
    "codec",
    "conversation",
    "fields",
    "near_end",
    "order",
    "probe",
    "presence",
    "process",
    "promise",
    "reader",
    "reading",
    "remote",
    "restarts",
    "sources",
    "stats",
    "wire",
}

# Packages that any room may import, as far as the layers let it; all others are named in a contract.
FREE_PACKAGES = {"click", "cryptography", "openpyxl", "platformdirs", "segno", "sqlite_utils"}


def contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return found


def protected() -> set[str]:
    return {module for contract in contracts() for module in contract.get("protected_modules", [])}


def names_given(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Each name that the file itself gives (not those it only uses), with its line."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name, node.lineno
            case ast.arg():
                yield node.arg, node.lineno
            case ast.Name(ctx=ast.Store()):
                yield node.id, node.lineno
            case ast.Attribute(ctx=ast.Store()):
                yield node.attr, node.lineno


def words_of(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)}


def test_the_top_level_is_exactly_what_the_design_says() -> None:
    assert {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} == TOP_LEVEL


@pytest.mark.parametrize("folder", ["kiosk", "tests", "packaging"])
def test_a_long_file_says_why_at_its_top(folder: str) -> None:
    for path in (ROOT / folder).rglob("*"):
        if path.suffix in {".py", ".sh", ""} and path.is_file():
            lines = path.read_text(encoding="utf-8").splitlines()
            assert len(lines) <= LONGEST or any(REASON in line.lower() for line in lines[:15]), path


def test_a_name_says_what_it_is() -> None:
    empty = [str(path) for path in MODULES if words_of(path.stem) & EMPTY_WORDS]
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        empty += [f"{path}:{line}: {name}" for name, line in names_given(tree) if words_of(name) & EMPTY_WORDS]
    assert empty == []


def test_every_file_of_the_reader_is_on_one_side() -> None:
    files = {path.stem for path in (ROOT / "kiosk" / "reader").glob("*.py")} - {"__init__"}
    child = {name.removeprefix("kiosk.reader.") for name in protected() if name.startswith("kiosk.reader.")}
    assert child | READER_PARENT >= files, "name the new file in pyproject's contracts, or above as the parent's"
    assert not child & READER_PARENT


def test_every_foreign_package_has_its_room() -> None:
    graph = grimp.build_graph("kiosk", include_external_packages=True, cache_dir=None)
    foreign = {name for name in graph.modules if name.split(".")[0] != "kiosk"} - sys.stdlib_module_names
    assert foreign <= protected() | FREE_PACKAGES, "say in pyproject's contracts which rooms may import it"


def test_the_process_that_people_see_loads_no_decoder_and_no_picture_library() -> None:
    apart = [set(one["protected_modules"]) for one in contracts() if one["name"].startswith(("Pixels", "Paper"))]
    script = "import sys, kiosk.app, kiosk.cli, kiosk.desk.print_queue; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert len(apart) == 2
    assert not set.union(*apart) & set(loaded.stdout.split())
