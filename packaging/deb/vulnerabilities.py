"""Says what is known against the locked packages, by pip-audit where it reaches its source. A report: it never ends in an error.

pip-audit comes into a folder of its own that goes again, after the package is built: nothing of it gets into a package or a test.
"""

import json
import os
import subprocess
import sys
import tempfile
from typing import Any

from lock import ROOT

SECONDS = 180
"""For fetching it, and again for its look-ups."""
NOT_LOOKED_UP = "Known vulnerabilities: not looked up, "


def report() -> str:
    """A few lines: what was found, and in how many packages nothing was looked for."""
    with tempfile.TemporaryDirectory(prefix="kiosk-audit-") as folder:
        try:
            _python(
                "-m",
                "pip",
                "install",
                "--quiet",
                "--no-input",
                "--disable-pip-version-check",
                "--target",
                folder,
                "pip-audit",
            )
            said = _python(
                "-m", "pip_audit", "--progress-spinner", "off", "--disable-pip", "--require-hashes", "--format", "json",
                "--requirement", str(ROOT / "packaging/requirements.lock"), PYTHONPATH=folder,
            )  # fmt: skip
            return told(json.loads(said)["dependencies"])
        except (OSError, subprocess.TimeoutExpired, ValueError, KeyError):
            return f"{NOT_LOOKED_UP}pip-audit cannot be had here, or does not reach its source.\n"


def told(packages: list[dict[str, Any]]) -> str:
    """In words, from pip-audit's own: a package that it could not look up is not one without vulnerabilities."""
    unknown = [one["name"] for one in packages if "skip_reason" in one]
    if len(unknown) == len(packages):
        return f"{NOT_LOOKED_UP}the source knows none of the {len(packages)} locked packages here.\n"
    holes = [
        f"  {one['name']} {one['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'no version yet'}\n"
        for one in packages
        for hole in one.get("vulns", ())
    ]
    head = f"Known vulnerabilities: {len(holes) or 'none'} in {len(packages) - len(unknown)} locked packages"
    missed = f"; not looked up: {', '.join(unknown)}" if unknown else ""
    return f"{head}{missed}.\n{''.join(holes)}"


def _python(*words: str, **environment: str) -> str:
    done = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, *words],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=SECONDS,
        check=False,  # pip-audit ends with 1 where it found one
    )
    return done.stdout


if __name__ == "__main__":
    sys.stdout.write(report())
