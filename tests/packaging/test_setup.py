"""The set-up behind packaging/demo and packaging/test, run by the real bash in a checkout of its own whose path has a space.

Each test says what the machine has by giving the script a PATH that holds just that.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ["packaging/demo", "packaging/test", "packaging/renew-lock", ".ci/run"]
TOOLS = [
    "bash",
    "cat",
    "cut",
    "dirname",
    "env",
    "find",
    "getconf",
    "head",
    "mkdir",
    "sha256sum",
    "sort",
    "tail",
    "uname",
]
LIBRARIES = ["libGL.so.1", "libzbar.so.0"]


class Machine:
    """A checkout, and the programs that stand on its PATH."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "a check out"
        self.programs = folder / "bin"
        self.programs.mkdir(parents=True)
        (self.checkout / "packaging").mkdir(parents=True)
        for name in ["packaging/setup.sh", "packaging/demo", "packaging/requirements.lock", "pyproject.toml"]:
            shutil.copy(ROOT / name, self.checkout / name)
        for name in TOOLS:
            (self.programs / name).symlink_to(str(shutil.which(name)))

    def has(self, name: str, script: str) -> None:
        program = self.programs / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)

    def has_all_libraries(self) -> None:
        """Every line of the script's table is known to the linker."""
        lines = (self.checkout / "packaging/setup.sh").read_text(encoding="utf-8").splitlines()
        names = [line.split()[0] for line in lines if line.startswith("lib") and ".so." in line]
        assert set(LIBRARIES) < set(names)
        self.has("ldconfig", "".join(f"printf '\\t{name} (libc6) => /lib/{name}\\n'\n" for name in names))

    def run(self, script: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", f'set -euo pipefail; . "packaging/setup.sh"; {script}'],
            cwd=self.checkout,
            env={"PATH": str(self.programs)},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def ready(machine: Machine) -> Machine:
    """A machine whose set-up is done."""
    machine.has_all_libraries()
    (machine.checkout / ".venv/bin").mkdir(parents=True)
    (machine.checkout / ".venv/bin/python").symlink_to(sys.executable)
    stamps = 'for s in environment project; do "${s}_stamp" >"$venv/$s.stamp"; done'
    assert machine.run(stamps).returncode == 0
    return machine


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_bash_and_executable(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    subprocess.run(["bash", "-n", ROOT / script], check=True)


def test_ci_calls_the_tests_and_nothing_else() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert lines == ["#!/usr/bin/env bash", 'exec "$(dirname "${BASH_SOURCE[0]}")/../packaging/test"']


def test_a_second_start_does_nothing_and_says_nothing(ready: Machine) -> None:
    done = ready.run("make_ready")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("stamp", ["environment", "project"])
def test_an_interrupted_set_up_is_not_taken_for_a_finished_one(ready: Machine, stamp: str) -> None:
    (ready.checkout / f".venv/{stamp}.stamp").unlink()
    assert ready.run(f"stamped {stamp}").returncode == 1


def test_another_lock_makes_the_environment_anew(ready: Machine) -> None:
    with (ready.checkout / "packaging/requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# another\n")
    assert ready.run("stamped environment").returncode == 1
    assert ready.run("stamped project").returncode == 0


def test_a_moved_checkout_makes_the_environment_anew(ready: Machine) -> None:
    ready.checkout = ready.checkout.rename(ready.checkout.with_name("moved"))
    assert ready.run("stamped environment").returncode == 1


def test_without_apt_it_names_what_is_missing_and_goes_on(ready: Machine) -> None:
    ready.has("ldconfig", "printf '\\tlibGL.so.1 (libc6) => /lib/libGL.so.1\\n'")
    done = ready.run("make_ready; echo ran")
    assert (done.returncode, done.stdout) == (0, "ran\n")
    assert "libzbar0" in done.stderr
    assert "libgl1" not in done.stderr


def test_apt_that_fails_is_asked_once_and_told_by_hand(ready: Machine) -> None:
    ready.has("ldconfig", "true")
    ready.has("sudo", 'exec "$@"')
    ready.has("apt-get", 'echo asked >>"$0.log"; exit 100')
    first = ready.run("make_ready; echo ran")
    second = ready.run("make_ready; echo ran")
    assert (first.stdout, second.stdout) == ("ran\n", "ran\n")
    assert "By hand: " in first.stderr
    assert "Still missing" in second.stderr
    assert (ready.programs / "apt-get.log").read_text(encoding="utf-8") == "asked\n"


def test_apt_brings_exactly_what_is_missing(ready: Machine) -> None:
    (ready.programs / "ldconfig").rename(ready.programs / "ldconfig.full")
    ready.has(
        "ldconfig",
        '"$0.full" | while read -r line; do case "$line" in *zbar*) ;; *) printf "\\t%s\\n" "$line" ;; esac; done',
    )
    ready.has("sudo", 'exec "$@"')
    ready.has("apt-get", 'echo "$*" >>"$0.log"')
    assert ready.run("make_ready").returncode == 0
    asked = (ready.programs / "apt-get.log").read_text(encoding="utf-8").splitlines()
    assert asked == ["update", "install -y --no-install-recommends libzbar0"]


def test_without_python_it_says_what_to_install_and_stops(machine: Machine) -> None:
    machine.has_all_libraries()
    machine.has("python3", "exit 1")  # too old, or without its venv module
    done = machine.run("make_ready; echo ran")
    assert (done.returncode, done.stdout) == (1, "")
    assert "python3-venv" in done.stderr
    assert "3.11, 3.12 or 3.13" in done.stderr


def test_the_newest_python_that_works_is_taken(machine: Machine) -> None:
    machine.has("python3.13", "exit 127")  # a shim without its program
    machine.has("python3.12", "exit 0")
    machine.has("python3.11", "exit 0")
    assert machine.run("find_python").stdout == f"{machine.programs}/python3.12\n"


def test_another_processor_is_refused_with_a_sentence(machine: Machine) -> None:
    (machine.programs / "uname").unlink()
    machine.has("uname", "echo riscv64")
    done = machine.run("check_processor")
    assert done.returncode == 1
    assert "riscv64" in done.stderr


def test_aarch64_needs_a_newer_libc(machine: Machine) -> None:
    for name in ("uname", "getconf"):
        (machine.programs / name).unlink()
    machine.has("uname", "echo aarch64")
    machine.has("getconf", "echo glibc 2.36")
    assert "Debian 13" in machine.run("check_processor").stderr
    machine.has("getconf", "echo glibc 2.41")
    assert machine.run("check_processor").returncode == 0


def test_a_failure_shows_the_end_of_the_log(machine: Machine) -> None:
    done = machine.run('mkdir -p "$venv"; logged bash -c "echo out of paper; false"')
    assert done.returncode == 1
    assert done.stdout == ""
    assert "out of paper" in done.stderr


def test_a_folder_that_cannot_be_written_gets_a_sentence(machine: Machine) -> None:
    machine.has_all_libraries()
    (machine.checkout / ".venv").touch()
    done = machine.run("make_ready; echo ran")
    assert (done.returncode, done.stdout) == (1, "")
    assert "cannot write" in done.stderr
