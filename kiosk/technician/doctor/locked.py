"""The versions that the kiosk was tested with, from its lock file."""

import re

_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def locked_versions(lock: str) -> dict[str, str]:
    """Version by name of package, of what is needed to serve and of what is needed to test."""
    return dict(_PIN.findall(lock))
