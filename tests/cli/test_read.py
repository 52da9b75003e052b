"""`kiosk read` as a person or a program calls it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import zxingcpp
from click.testing import CliRunner, Result

from kiosk.cli import main

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "zxing"


def read(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, arguments)])


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def picture(path: Path, content: str | bytes, symbology: str = "QRCodeModel2") -> Path:
    image = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat[symbology]).to_image(scale=4)
    assert cv2.imwrite(str(path), np.array(image))
    return path


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the measuring pictures lie beside the checkout, and are not here")
def test_zxings_first_folder_exactly() -> None:
    result = read(CORPUS / "qrcode-1", "--json")
    assert result.exit_code == 0
    found = {Path(line["source"]).stem: [code["text"] for code in line["codes"]] for line in lines(result)}
    want = {path.stem: [path.read_bytes().decode()] for path in (CORPUS / "qrcode-1").glob("*[0-9].txt")}
    assert len(want) == 20
    assert found == want


def test_the_lines_have_the_promised_keys_and_kinds(tmp_path: Path) -> None:
    path = picture(tmp_path / "1.png", "RR123456785DE", "Code128")
    (line,) = lines(read(path, "--json"))
    assert sorted(line) == ["codes", "frame", "ms", "source"]
    assert (line["source"], line["frame"]) == (str(path), 0)
    assert isinstance(line["ms"], float)
    (code,) = line["codes"]
    assert sorted(code) == ["corners", "symbology", "text"]
    assert (code["symbology"], code["text"]) == ("Code128", "RR123456785DE")
    assert [len(corner) for corner in code["corners"]] == [2] * 4
    assert all(isinstance(value, float) for corner in code["corners"] for value in corner)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param("Grüße 包裹".encode(), "Grüße 包裹", id="UTF-8"),
        pytest.param(b"Gr\xfc\xdfe \x80\xff", "Grüße \x80ÿ", id="else ISO-8859-1"),
        pytest.param(
            bytes(range(256)) * 11, (bytes(range(256)) * 11).decode("iso-8859-1"), id="all bytes, and as many as fit"
        ),
    ],
)
def test_text_is_utf_8_or_else_iso_8859_1(tmp_path: Path, content: bytes, text: str) -> None:
    (line,) = lines(read(picture(tmp_path / "1.png", content), "--json"))
    assert [code["text"] for code in line["codes"]] == [text]


def test_a_picture_without_a_code_is_no_failure(tmp_path: Path) -> None:
    assert cv2.imwrite(str(tmp_path / "1.png"), np.full((90, 90), 200, np.uint8))
    result = read(tmp_path / "1.png", "--json")
    assert result.exit_code == 0
    assert [line["codes"] for line in lines(result)] == [[]]


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    good = picture(tmp_path / "good.png", "HK1:GOOD")
    (tmp_path / "zero.png").touch()
    (tmp_path / "none.png").write_text("I am no picture.")
    (tmp_path / "none.mp4").write_text("I am no film.")
    (tmp_path / "empty").mkdir()
    wrong = [tmp_path / name for name in ("zero.png", "none.png", "none.mp4", "empty", "gone.png")]
    for json_too in ([], ["--json"]):
        result = read(*wrong, "/dev/video99", good, *json_too)
        assert result.exit_code == 1
        assert "HK1:GOOD" in result.stdout
        assert len(result.stdout.splitlines()) == 1
        told = result.stderr.splitlines()
        assert len(told) == 6
        assert all(line.endswith((".", "by-id", "program?")) for line in told)
        assert "Traceback" not in result.stderr


def test_each_alone_fails(tmp_path: Path) -> None:
    (tmp_path / "none.png").write_text("I am no picture.")
    for name in (tmp_path / "none.png", tmp_path / "gone.png", "/dev/null", "/dev/video99"):
        result = read(name, "--json")
        assert result.exit_code == 1
        assert result.stdout == ""
        assert result.stderr.strip()


def test_no_source_is_a_mistake_in_usage() -> None:
    assert read().exit_code == 2


def test_for_people_nothing_in_a_code_can_steer_the_terminal(tmp_path: Path) -> None:
    result = read(picture(tmp_path / "1.png", b"red \x1b[31m\nnew line \xc2\x9b2J"))
    assert result.stdout.splitlines() == [f"{tmp_path / '1.png'}  frame 0: QRCode red \\x1b[31m\\nnew line \\x9b2J"]


def test_the_program_itself_loads_no_decoder_and_leaves_no_child(tmp_path: Path) -> None:
    path = picture(tmp_path / "1.png", "X")
    script = f"""
import os, sys
from kiosk.cli import main
try:
    main(["read", {str(path)!r}, "--json"])
except SystemExit as end:
    assert not end.code
print(sorted({{"cv2", "numpy", "zxingcpp"}} & set(sys.modules)))
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("no child")
"""
    house = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=house, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.splitlines()[1:] == ["[]", "no child"], done.stderr
