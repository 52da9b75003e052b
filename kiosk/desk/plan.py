"""A depot's own plan of its shelves: an SVG whose elements carry places as their ids (`C-03`, or `C-03-118`).

The file is not believed: only plain shapes and words of it are kept. Scripts, pictures, links, styles by reference and whatever else
SVG can hold go; a document type (and with it entities) is refused. SVG 1.1, https://www.w3.org/TR/SVG11/
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from kiosk.errors import KioskFault

LARGEST = 512 * 1024
"""Bytes."""
DEEPEST = 40
"""Groups within groups."""
SVG = "http://www.w3.org/2000/svg"
_KEPT = frozenset(
    f"{{{SVG}}}{name}"
    for name in ("svg", "g", "rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "text", "tspan")
)
_ROOT = f"{{{SVG}}}svg"


def load(home: Path, name: str) -> bytes | None:
    """The plan that `depot.plan` names, cleaned; a relative name is in the home. None where none is named; raises `KioskFault`."""
    if not name:
        return None
    path = home / name
    try:
        with path.open("rb") as file:
            untrusted = file.read(LARGEST + 1)
    except OSError as error:
        raise KioskFault(
            f"The plan of the shelves, {path}, cannot be read ({error.strerror}). Mend depot.plan."
        ) from None
    try:
        return clean(untrusted)
    except ValueError as error:
        raise KioskFault(
            f"The plan of the shelves, {path}, cannot be shown: {error}. Draw it anew as plain SVG."
        ) from None


def clean(untrusted_svg: bytes) -> bytes:
    """Shapes and words of an SVG, with nothing that leads out of it; ValueError, with why, for what is no SVG or too much."""
    if len(untrusted_svg) > LARGEST:
        raise ValueError(f"it has more than {LARGEST // 1024} KiB")
    if b"<!DOCTYPE" in untrusted_svg or b"<!ENTITY" in untrusted_svg or b"\0" in untrusted_svg:
        raise ValueError("it has a document type or is not in UTF-8")
    try:
        root = ET.fromstring(untrusted_svg)  # noqa: S314  # no document type, so no entity; bounded above
    except (ET.ParseError, ValueError, LookupError):
        raise ValueError("it is not XML") from None
    if root.tag != _ROOT:
        raise ValueError("it is not an SVG")
    for element, depth in _walk(root):
        if depth > DEEPEST:
            raise ValueError("its groups are too deep")
        _clean(element)
    ET.register_namespace("", SVG)
    return ET.tostring(root, encoding="unicode").encode()


def _walk(root: ET.Element) -> Iterator[tuple[ET.Element, int]]:
    """Each element before its children, with its depth."""
    stack = [(root, 0)]
    while stack:
        element, depth = stack.pop()
        yield element, depth
        stack += [(child, depth + 1) for child in element]


def _clean(element: ET.Element) -> None:
    for child in list(element):
        if child.tag not in _KEPT:
            element.remove(child)
    for name, value in list(element.attrib.items()):
        if name.startswith(("{", "on")) or "href" in name or "url(" in value.lower().replace(" ", ""):
            del element.attrib[name]
