"""Leaves of Qt what the kiosk loads: the wheels bring a web browser, three-dimensional charts and a designer along (600 MB)."""

import re
import shutil
import subprocess
from pathlib import Path

ALWAYS = ("__init__.py", "_config.py", "_git_pyside_version.py", "py.typed", "support", "Qt")
PLUGINS = {
    "QtGui": (
        "iconengines",
        "imageformats/libqjpeg.so",
        "imageformats/libqsvg.so",
        "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "platforms/libqlinuxfb.so",
        "platforms/libqminimal.so",
        "platforms/libqoffscreen.so",
        "platforms/libqwayland",
        "platforms/libqxcb.so",
        "wayland-decoration-client",
        "wayland-graphics-integration-client",
        "wayland-shell-integration",
        "xcbglintegrations",
    ),
    "QtTextToSpeech": ("texttospeech",),
    "QtMultimedia": ("multimedia",),
}
"""What a module looks for while it runs, below Qt/plugins; the beginning of a name will do."""
_IMPORTED = re.compile(r"^\s*(?:from PySide6\.(Qt\w+)|from PySide6 import (.+)|import PySide6\.(Qt\w+))", re.MULTILINE)


def modules_of(program: Path) -> set[str]:
    """The Qt modules that a program's files import."""
    found = set[str]()
    for path in program.rglob("*.py"):
        for plain, many, dotted in _IMPORTED.findall(path.read_text(encoding="utf-8")):
            found |= {plain, dotted, *re.findall(r"Qt\w+", many)} - {""}
    return found


def prune(pyside: Path, modules: set[str]) -> None:
    """Remove from an installed PySide6 what none of the modules needs, as the loader itself resolves it."""
    needs = pyside / "Qt" / "plugins"
    keep = {path for name in modules for path in pyside.glob(f"{name}.*.so")}
    assert len(keep) == len(modules), f"PySide6 lacks one of {modules}"
    for name in modules:
        for start in PLUGINS.get(name, ()):
            keep |= {path for path in needs.rglob("*.so") if str(path.relative_to(needs)).startswith(start)}
    keep |= set(pyside.glob("libpyside6.*"))
    pending = list(keep)
    while pending:
        for found in _loaded_by(pending.pop()):
            if found.is_relative_to(pyside) and found not in keep:
                keep.add(found)
                pending.append(found)
    for path in sorted(pyside.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in keep and not _is_text_that_stays(path, pyside):
            path.unlink()


def _loaded_by(library: Path) -> list[Path]:
    done = subprocess.run([shutil.which("ldd") or "ldd", library], capture_output=True, text=True, check=False)  # noqa: S603  # ours
    return [Path(found).parent.resolve() / Path(found).name for found in re.findall(r"=> (/\S+)", done.stdout)]


def _is_text_that_stays(path: Path, pyside: Path) -> bool:
    parts = path.relative_to(pyside).parts
    if parts[0] == "Qt":
        return parts[1] == "translations" and path.name.startswith("qtbase_")
    return parts[0] in ALWAYS and path.suffix == ".py"
