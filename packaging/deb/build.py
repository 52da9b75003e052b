"""Builds the package: the kiosk with its own environment under /opt/handover-kiosk. `build.py [CODENAME] [--out DIR]`.

What goes in is the commit, the lock and nothing of this machine, so two builds of one commit are the same bytes: files come out of git,
their times are the commit's, compiled files name no time (PEP 552, unchecked), and dpkg-deb sorts.
"""

import argparse
import compileall
import os
import py_compile
import re
import shutil
import sys
import tarfile
import tempfile
import zipfile
from hashlib import md5
from io import BytesIO
from pathlib import Path

import qt
import vulnerabilities
from lock import ROOT, runtime
from papers import lay_papers
from release import MAINTAINER, NAME, PREFIX, RELEASES, Release
from shell import CannotBuild, run, run_bytes


def main() -> None:
    """Parse, build, say where it is and what is known against what it brings along."""
    parser = argparse.ArgumentParser(description="Builds the kiosk's package for one release of Debian or Ubuntu.")
    parser.add_argument("codename", nargs="?", default="bookworm", choices=sorted(RELEASES))
    parser.add_argument("--out", type=Path, default=Path("dist"))
    arguments = parser.parse_args()
    try:
        built = build(RELEASES[arguments.codename], arguments.out)
    except CannotBuild as why:
        sys.exit(str(why))
    sys.stdout.write(f"{built}\n")
    sys.stderr.write(vulnerabilities.report())


def build(release: Release, out: Path) -> Path:
    """The package's file. Raises `CannotBuild`."""
    if release.python != f"{sys.version_info.major}.{sys.version_info.minor}":
        raise CannotBuild(
            f"{release.codename} has Python {release.python}: run this with that one, on {release.codename} best (PYTHON=…)."
        )
    epoch = _epoch()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kiosk-deb-") as folder:
        source, tree = Path(folder, "source"), Path(folder, "tree")
        _export(source)
        shutil.copytree(source / "packaging" / "deb" / "files", tree, symlinks=True)
        _mask(tree / "etc/systemd/system/ctrl-alt-del.target")
        _environment(tree / PREFIX, release, source, epoch)
        version = f"{_version(tree / PREFIX / release.site)}+{release.suffix}"
        (tree / PREFIX / "version").write_text(version + "\n", encoding="ascii")
        if release.direct:
            _restart_directly(tree / "usr/lib/systemd/system/kiosk.service")
        lay_papers(tree, source, release, version, epoch)
        _compile(tree / PREFIX, release)
        _control(tree, source, release, version)
        _same_for_all(tree, epoch)
        built = out / f"{NAME}_{version}_{_architecture()}.deb"
        run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--threads-max=1", "--build", str(tree), str(built)],
            SOURCE_DATE_EPOCH=str(epoch),
        )
    return built


def _epoch() -> int:
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    return int(run(["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]))


def _export(source: Path) -> None:
    """The commit's own files, whatever else lies in the checkout."""
    archive = run_bytes(["git", "-C", str(ROOT), "archive", "HEAD"])
    with tarfile.open(fileobj=BytesIO(archive)) as files:
        files.extractall(source, filter="data")


def _mask(unit: Path) -> None:
    unit.parent.mkdir(parents=True, exist_ok=True)
    unit.symlink_to("/dev/null")


def _environment(prefix: Path, release: Release, source: Path, epoch: int) -> None:
    """A virtual environment over the release's own Python: the locked packages, and the kiosk."""
    site = prefix / release.site
    site.mkdir(parents=True)
    requirements = source / "runtime.lock"
    requirements.write_text("".join(one.line + "\n" for one in runtime(source)), encoding="utf-8")
    run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--no-compile",
         "--no-deps", "--require-hashes", "--only-binary", ":all:", "--target", str(site), "--requirement", str(requirements)]
    )  # fmt: skip
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(source / "wheel")],
         at=source, SOURCE_DATE_EPOCH=str(epoch))  # fmt: skip
    (wheel,) = (source / "wheel").glob("*.whl")
    with zipfile.ZipFile(wheel) as files:
        files.extractall(site)  # noqa: S202  # made a moment ago, by us
    for name in ("bin", "share"):
        shutil.rmtree(site / name, ignore_errors=True)
    for path in [*site.rglob("tests"), *site.rglob("__pycache__"), *site.rglob("*.pyi")]:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    for told in ("RECORD", "REQUESTED", "direct_url.json", "INSTALLER"):
        for path in site.glob(f"*.dist-info/{told}"):
            path.unlink()
    qt.prune(site / "PySide6", qt.modules_of(site / "kiosk"))
    _programs(prefix, release, source)


def _programs(prefix: Path, release: Release, source: Path) -> None:
    (prefix / "bin").mkdir()
    (prefix / "bin/python").symlink_to(f"/usr/bin/python{release.python}")
    (prefix / "pyvenv.cfg").write_text(
        f"home = /usr/bin\ninclude-system-site-packages = false\nversion = {release.python}\n", encoding="ascii"
    )
    for name, module in (("kiosk", "kiosk.cli"), ("reader", "kiosk.reader.child")):
        program = prefix / "bin" / name
        program.write_text(f"#!/{PREFIX}/bin/python -I\nfrom {module} import main\n\nmain()\n", encoding="ascii")
        program.chmod(0o755)
    shutil.copy(source / "packaging/restore-drill", prefix / "bin/restore-drill")


def _version(site: Path) -> str:
    found = re.search(
        r'^__version__ = "([^"]+)"', (site / "kiosk/__init__.py").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert found, "hatch found it, too"
    return found[1]


def _restart_directly(unit: Path) -> None:
    text = unit.read_text(encoding="utf-8")
    unit.write_text(text.replace("Restart=always\n", "Restart=always\nRestartMode=direct\n"), encoding="utf-8")


def _compile(prefix: Path, release: Release) -> None:
    """Compiled files beside their sources: nothing is written on the depot's machine, so nothing stays behind there."""
    site = prefix / release.site
    done = compileall.compile_dir(
        site,
        maxlevels=50,
        ddir=f"/{PREFIX}/{release.site}",
        quiet=2,
        workers=1,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    if not done:
        raise CannotBuild("A file of the package does not compile.")


def _libraries(source: Path) -> list[str]:
    """The system libraries, from the one table that packaging/setup.sh has."""
    table = re.search(
        r"^libraries='\n(.*?)^'", (source / "packaging/setup.sh").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert table, "setup.sh has its table"
    return sorted({line.split()[1] for line in table[1].splitlines()})


def _control(tree: Path, source: Path, release: Release, version: str) -> None:
    control = tree / "DEBIAN"
    shutil.copytree(source / "packaging/deb/control", control)
    for script in control.iterdir():
        script.write_text(script.read_text(encoding="utf-8").replace("@VERSION@", version), encoding="utf-8")
        script.chmod(0o755)
    files = sorted(
        path for path in tree.rglob("*") if path.is_file() and not path.is_symlink() and control not in path.parents
    )
    conffiles = [f"/{path.relative_to(tree)}" for path in files if path.relative_to(tree).parts[0] == "etc"]
    (control / "conffiles").write_text("".join(f"{one}\n" for one in conffiles), encoding="utf-8")
    sums = (
        f"{md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(tree)}\n" for path in files
    )
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    major, minor = release.python.split(".")
    depends = [f"python{release.python}", f"python3 (>= {release.python})", f"python3 (<< {major}.{int(minor) + 1})",
               "cage", "dbus", "passwd", "seatd", "systemd", "udev", "xwayland", *_libraries(source)]  # fmt: skip
    (control / "control").write_text(
        f"Package: {NAME}\nVersion: {version}\nArchitecture: {_architecture()}\nMaintainer: {MAINTAINER}\n"
        f"Installed-Size: {sum(path.stat().st_size for path in files) // 1024}\n"
        f"Depends: {', '.join(depends)}\nRecommends: alsa-utils, libspeechd2, man-db, speech-dispatcher, "
        "speech-dispatcher-espeak-ng, unattended-upgrades\nSuggests: cups-client\n"
        "Section: misc\nPriority: optional\nDescription: self-service parcel pickup without a face\n"
        " A customer shows a code, takes the parcel and shows its label; the kiosk keeps the proof, and no name and no picture.\n",
        encoding="utf-8",
    )


def _architecture() -> str:
    return run(["dpkg", "--print-architecture"]).strip()


def _same_for_all(tree: Path, epoch: int) -> None:
    """Rights and times that do not depend on who builds."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runs else 0o644)
    for path in sorted([tree, *tree.rglob("*")], reverse=True):
        os.utime(path, (epoch, epoch), follow_symlinks=False)


if __name__ == "__main__":
    os.umask(0o022)
    main()
