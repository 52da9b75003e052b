"""What Qt says of itself: asked of a process of its own, because Qt ends a process that cannot reach its display."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass

from kiosk.errors import KioskFault

SECONDS = 60


@dataclass(frozen=True, slots=True)
class Panel:
    """One screen: pixels, and inches of the diagonal, 0 where it does not say."""

    width: int
    height: int
    inches: float


@dataclass(frozen=True, slots=True)
class Qt:
    """Version, platform, fonts that do not load, scripts that no font of ours has a sign for, and the screens it sees."""

    version: str
    platform: str
    broken_fonts: tuple[str, ...]
    scripts_missing: tuple[str, ...]
    panels: tuple[Panel, ...]


def ask_qt(platform: str | None) -> Qt:
    """Start Qt on this platform (None: as the environment says) and ask it. Raises `KioskFault` where it does not start."""
    environment = dict(os.environ) | ({"QT_QPA_PLATFORM": platform} if platform else {})
    words = [sys.executable, "-m", "kiosk.app.probe"]
    try:
        done = subprocess.run(words, env=environment, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603  # ourselves
        told = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise KioskFault(
            f"Qt does not start on {platform or 'the display here'}. Install what the check of libraries names."
        ) from None
    panels = tuple(Panel(**one) for one in told["panels"])
    fonts, scripts = tuple(told["broken_fonts"]), tuple(told["scripts_missing"])
    return Qt(told["version"], told["platform"], fonts, scripts, panels)
