"""Starting other programs."""

import os
import subprocess
from pathlib import Path


class CannotBuild(Exception):
    """With a sentence."""


def run(command: list[str], at: Path | None = None, **environment: str) -> str:
    """What it says. Raises `CannotBuild`."""
    return run_bytes(command, at, **environment).decode()


def run_bytes(command: list[str], at: Path | None = None, **environment: str) -> bytes:
    """The same as bytes."""
    try:
        done = subprocess.run(  # noqa: S603  # our own words
            command, cwd=at, env={**os.environ, **environment}, stdout=subprocess.PIPE, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        raise CannotBuild(f"This did not go well, see above: {' '.join(command[:4])}") from None
    return done.stdout
