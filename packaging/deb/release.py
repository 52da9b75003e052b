"""Which releases of Debian and Ubuntu there are packages for, and what the package is called on each."""

from dataclasses import dataclass

NAME = "handover-kiosk"
PREFIX = "opt/handover-kiosk"
MAINTAINER = "The Handover Kiosk <kiosk@localhost>"


@dataclass(frozen=True, slots=True)
class Release:
    """A release of Debian or Ubuntu: what the package's version ends in, its Python, and whether its systemd starts
    OnFailure= at each restart (254 and later, unless told otherwise)."""

    codename: str
    suffix: str
    python: str
    direct: bool = True

    @property
    def site(self) -> str:
        """Where its Python looks for packages, below the prefix."""
        return f"lib/python{self.python}/site-packages"


RELEASES = {
    one.codename: one
    for one in (
        Release("bookworm", "deb12", "3.11", direct=False),
        Release("trixie", "deb13", "3.13"),
        Release("noble", "ubuntu24.04", "3.12"),
    )
}
