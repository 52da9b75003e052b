"""What would take a pixel out of the reader, or look for a face, is written nowhere: checked over the syntax tree of every file.

Each ban is seen red here: with one such line planted in a real file, that line and nothing else is found.
"""

import ast
import enum
import re
import tomllib
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from kiosk.reader import wire

ROOT = Path(__file__).resolve().parents[2]
KIOSK = ROOT / "kiosk"

WRITES_PICTURES = {
    "imwrite", "imwritemulti", "imwriteanimation", "imencode", "imencodemulti", "imencodeanimation", "VideoWriter", "imshow", "namedWindow",
    "FileStorage", "tofile", "savez", "savez_compressed", "savetxt", "memmap",
}  # fmt: skip
SEES_WITHOUT_THE_READER = {
    "QCamera",
    "QVideoSink",
    "QVideoWidget",
    "QMediaRecorder",
    "QImageCapture",
    "QScreenCapture",
    "ImageGrab",
}
LOOKS_FOR_FACES = {
    "CascadeClassifier",
    "FaceDetectorYN",
    "FaceRecognizerSF",
    "FacemarkLBF",
    "dnn",
    "HOGDescriptor",
    "haarcascades",
}
EVERYWHERE = WRITES_PICTURES | SEES_WITHOUT_THE_READER | LOOKS_FOR_FACES

# The child has one way out, the wire; what could make another is not even named there.
WAYS_OUT = {
    "open", "write", "write_bytes", "write_text", "writelines", "print", "logging", "warnings", "stdout", "stderr", "tempfile", "shutil",
    "subprocess", "multiprocessing", "mmap", "pickle", "shelve", "sqlite3", "urllib", "http", "socket", "syslog", "dump", "save", "mkdir",
    "symlink", "rename", "eval", "exec", "__import__", "import_module", "shared_memory", "sendfile", "memfd_create", "send_fds", "mkfifo",
}  # fmt: skip
ALLOWED = {
    "child.py": {"socket"},  # the wire, which a service is handed as its stdin: how much it may hold
    "controls.py": {"open"},  # the camera's own file, to set its exposure and focus before the sandbox closes
    "link.py": {"write"},  # the wire itself
    "peers.py": {"write", "stdout"},  # the bench's own process, which sees drawn pictures and says names and times
    "sandbox.py": {"open", "mkdir", "socket", "send_fds"},  # tried, to see that they are denied
}
LIBRARIES = {"cv2", "np", "numpy", "zxingcpp", "pyzbar"}

FACE_LIBRARIES = re.compile(
    r"^(?:.*face.*|.*facial.*|.*biometr.*|dlib.*|mediapipe.*|mtcnn.*|retina.*|deepface|arcface|openvino.*|onnx.*|torch.*|tensorflow.*"
    r"|keras.*|tflite.*|ncnn.*|paddle.*|ultralytics|opencv-(?:contrib-)?python|opencv-contrib-python-headless|imageio.*|scikit-image)$"
)


def child_side() -> set[str]:
    """The files of the reader that only its child runs, as the import contract names them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    named = next(one["protected_modules"] for one in contracts if one["name"].startswith("The child side"))
    return {name.removeprefix("kiosk.reader.") + ".py" for name in named}


def names_used(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every name that a file uses or imports, and texts by which a library is asked for a name."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name("VideoWriter") | ast.Attribute(attr="VideoWriter"), attr="fourcc"):
                yield "fourcc", -1  # makes a number out of four letters; its class is passed over below
            case ast.Attribute(value=ast.Name("np" | "numpy"), attr="save"):
                yield "tofile", node.lineno
            case ast.Attribute(attr=name) | ast.Name(name):
                yield name, node.lineno
            case ast.Import(names=names):
                yield from ((part, node.lineno) for one in names for part in one.name.split("."))
            case ast.ImportFrom(module=module, names=names):
                yield from ((part, node.lineno) for part in (module or "").split("."))
                yield from ((one.name, node.lineno) for one in names)
            case ast.Call(func=ast.Name("getattr"), args=[ast.Name(library), *_]) if library in LIBRARIES:
                yield "VideoWriter", node.lineno  # whatever is asked for so


def breaches(source: str, room: Path) -> set[tuple[str, int]]:
    """The banned names in a file, with their lines."""
    banned = EVERYWHERE
    if room.parent.name == "reader" and room.name in child_side():
        banned = banned | WAYS_OUT - ALLOWED.get(room.name, set())
    found = {(name, line) for name, line in names_used(ast.parse(source)) if name in banned}
    numbers = {at for at, line in enumerate(source.splitlines(), 1) if "cv2.VideoWriter.fourcc(" in line}
    return {(name, line) for name, line in found if not (name == "VideoWriter" and line in numbers)}


def test_no_file_writes_pictures_looks_for_faces_or_opens_a_way_out_of_the_child() -> None:
    found = {
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in sorted(KIOSK.rglob("*.py"))
        for name, line in breaches(path.read_text(encoding="utf-8"), path)
    }
    assert found == set()


PLANTED = [
    ("reader/eyes.py", "cv2.imwrite('/tmp/a.png', picture)"),
    ("reader/eyes.py", "from cv2 import imencode"),
    ("reader/video.py", "out = cv2.VideoWriter('a.avi', 0, 25, (1, 1))"),
    ("reader/looks.py", "cv2.imshow('x', grey)"),
    ("reader/grey.py", "np.save('a.npy', grey)"),
    ("reader/grey.py", "grey.tofile('a')"),
    ("reader/grey.py", "getattr(cv2, 'im' + 'write')('a.png', grey)"),
    ("reader/camera.py", "open('/dev/shm/a', 'wb')"),
    ("reader/camera.py", "Path('a').write_bytes(raw)"),
    ("reader/child.py", "import logging"),
    ("reader/child.py", "from multiprocessing import shared_memory"),
    ("reader/pictures.py", "print(pixels)"),
    ("reader/work.py", "import socket"),
    ("reader/work.py", "os.write(2, b'')"),
    ("reader/coach.py", "cv2.CascadeClassifier(cv2.data.haarcascades)"),
    ("screens/window.py", "from PySide6.QtMultimedia import QCamera"),
    ("technician/demo.py", "cv2.FaceDetectorYN.create('a', '', (1, 1))"),
]


@pytest.mark.parametrize(("room", "line"), PLANTED)
def test_the_ban_is_seen_red(room: str, line: str) -> None:
    path = KIOSK / room
    source = path.read_text(encoding="utf-8")
    found = breaches(f"{source}\n{line}\n", path)
    assert {at for _, at in found} == {len(source.splitlines()) + 2}, found


# The only bytes of the child that are no number, no flag and no word of ours: a code's text.
TEXTS: set[tuple[type, str]] = {(wire.Sighting, "untrusted_text")}


def beyond_words_and_numbers(kind: type, texts: set[tuple[type, str]]) -> Iterator[str]:
    """The fields of a message from the child in which pixels would have room."""
    hints = typing.get_type_hints(kind)
    for one in fields(kind):
        for leaf in leaves(hints[one.name]):
            if isinstance(leaf, type) and is_dataclass(leaf):
                yield from beyond_words_and_numbers(leaf, texts)
            elif (kind, one.name) in texts and leaf is bytes:
                continue
            elif (kind, one.name) == (wire.Sighting, "symbology"):
                continue  # one of a fixed list of words, see codec
            elif leaf not in (int, float, bool, types.NoneType) and not issubclass(leaf, enum.StrEnum):
                yield f"{kind.__name__}.{one.name}"


def leaves(hint: typing.Any) -> Iterator[typing.Any]:
    """The plain types that a hint is made of; a mapping's keys are fixed words, see codec."""
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is Mapping:
        arguments = arguments[1:]
    if not arguments:
        yield hint
    for argument in arguments:
        if argument is not Ellipsis:
            yield from leaves(argument)


def test_no_message_of_the_child_has_room_for_a_picture_but_the_text_of_codes() -> None:
    said = typing.get_args(wire.FromChild)
    assert wire.Frame in said
    assert [name for kind in said for name in beyond_words_and_numbers(kind, TEXTS)] == []
    assert list(beyond_words_and_numbers(wire.Frame, set())) == ["Sighting.untrusted_text"], (
        "the check sees what it lets through"
    )
    assert list(beyond_words_and_numbers(wire.Picture, TEXTS)) == ["Picture.untrusted_bytes"], "into the child only"


def locked() -> set[str]:
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    return set(re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE))


def test_no_face_library_is_locked() -> None:
    assert len(locked()) > 20
    assert [name for name in locked() if FACE_LIBRARIES.match(name)] == []


@pytest.mark.parametrize(
    "name", ["face-recognition", "dlib", "mediapipe", "insightface", "opencv-python", "onnxruntime", "torch"]
)
def test_a_face_library_would_be_seen(name: str) -> None:
    assert FACE_LIBRARIES.match(name)
