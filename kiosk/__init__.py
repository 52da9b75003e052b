"""The Handover Kiosk: the right person, the right parcel, proof afterwards, and no face."""

from pathlib import Path

__version__ = "0.1.0"

_INSIDE = Path(__file__).parent / "assets"
ASSETS = _INSIDE if _INSIDE.is_dir() else Path(__file__).parents[1] / "assets"
"""The folder of fonts and icons: inside the installed package, or beside it in a checkout."""

_LOCKED = Path(__file__).with_name("requirements.lock")
LOCK = _LOCKED if _LOCKED.is_file() else Path(__file__).parents[1] / "packaging" / "requirements.lock"
"""The list of library versions that it was tested with: inside the installed package, or beside it in a checkout."""
