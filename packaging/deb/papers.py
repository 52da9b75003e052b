"""The papers of the package: settings, manual page, changelog, licences, bill of materials."""

import gzip
import shutil
import sys
from datetime import UTC, datetime
from email.parser import HeaderParser
from email.utils import format_datetime
from pathlib import Path

from release import MAINTAINER, NAME, PREFIX, Release
from shell import run


def lay_papers(tree: Path, source: Path, release: Release, version: str, epoch: int) -> None:
    """Settings, manual page, changelog, licences, bill of materials."""
    site = tree / PREFIX / release.site
    about = tree / "usr/share/doc" / NAME
    about.mkdir(parents=True)
    (tree / "usr/share/man/man1").mkdir(parents=True)
    (tree / "etc/kiosk/kiosk.toml").write_text(_written(source, "conffile.py"), encoding="utf-8")
    _zip(tree / "usr/share/man/man1/kiosk.1.gz", _written(source, "manual.py"))
    (about / "bill-of-materials.cdx.json").write_text(
        _written(source, "bill.py", version, str(epoch)), encoding="utf-8"
    )
    when = format_datetime(datetime.fromtimestamp(epoch, UTC))
    _zip(
        about / "changelog.Debian.gz",
        f"{NAME} ({version}) {release.codename}; urgency=medium\n\n  * See changelog.gz.\n\n -- {MAINTAINER}  {when}\n",
    )
    _zip(about / "changelog.gz", (source / "CHANGELOG.md").read_text(encoding="utf-8"))
    (about / "copyright").write_text(_licences(site), encoding="utf-8")
    shutil.copy(source / "packaging/receipt.html", about / "receipt.html")


def _written(source: Path, script: str, *words: str) -> str:
    return run([sys.executable, str(source / "packaging" / "deb" / script), *words], PYTHONPATH=str(source))


def _zip(path: Path, text: str) -> None:
    with path.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as zipped:
        zipped.write(text.encode())


def _licences(site: Path) -> str:
    """Each part's licence as the part itself states it; the texts lie beside the parts."""
    fonts = f"/{PREFIX}/{site.relative_to(site.parents[2])}/kiosk/assets/fonts"
    parts = [
        "The Handover Kiosk: Apache-2.0, see /usr/share/common-licenses/Apache-2.0.",
        f"Noto Sans: OFL-1.1, see {fonts}/OFL.txt.",
    ]
    for info in sorted(site.glob("*.dist-info")):
        about = HeaderParser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
        kinds = [one.rpartition(" :: ")[2] for one in about.get_all("Classifier", []) if one.startswith("License")]
        licence = (
            about["License-Expression"] or ", ".join(kinds) or (about["License"] or "see its files").splitlines()[0]
        )
        parts.append(f"{about['Name']} {about['Version']}: {licence}. Files: {info.name}")
    return "\n".join(parts) + "\n"
