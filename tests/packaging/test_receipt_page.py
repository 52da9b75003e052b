"""The page that checks a receipt in a browser without a network: it says of every text what the kiosk says of it.

Its script runs in node where there is one, and the whole page in Qt's Chromium where that starts.
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kiosk
from kiosk.ledger.checkpoint import Signer
from kiosk.ledger.receipt import Verdict, check
from kiosk.screens.language import LANGUAGES
from tests.ledger.receipts import LINE, SIGNER, altered, made

ROOT = Path(kiosk.__file__).parents[1]
PAGE = ROOT / "packaging" / "receipt.html"
NODE = shutil.which("node")
NO_BROWSER = 77
KEYS = f"{Signer('7KQ2/1', bytes(32)).public.text}  from entry 0 to entry 9\n{SIGNER.public.text}\n"
needs_node = pytest.mark.skipif(NODE is None, reason="there is no node to run the page's script in")

RUNNER = """
const fs = require("fs"), vm = require("vm");
const page = fs.readFileSync(process.argv[1], "utf8");
const script = /<script id="check">([^]*?)<\\/script>/.exec(page)[1];
const room = vm.createContext({ TextEncoder, TextDecoder, atob, btoa });
vm.runInContext(script, room);
const { keys, texts } = JSON.parse(fs.readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((text) => room.check(text, keys)[0])));
"""


def said(texts: list[str], keys: str = KEYS) -> list[str]:
    """The page's verdict on each text."""
    assert NODE is not None
    asked = json.dumps({"keys": keys, "texts": texts})
    command = [NODE, "-e", RUNNER, str(PAGE)]
    answer = subprocess.run(command, input=asked, capture_output=True, text=True, timeout=300, check=True)
    verdicts: list[str] = json.loads(answer.stdout)
    return verdicts


@needs_node
def test_genuine_ones_are_genuine() -> None:
    lines = [LINE, "", 'Dépôt "Süd" \\ 站, 1 parcel, 2026-01-01 00:00', "a, No. 7, No. 8", "\u2028x/<b>"]
    receipts = [made(seq) for seq in (0, 1, 2, 255, 4711, 0xFFFFF, 2**40 + 5)]
    receipts += [made(seq, after=after, seed=seq + after) for seq in (0, 5, 31) for after in (1, 2, 7, 33)]
    receipts += [made(77, line=line) for line in lines]
    assert said([one.code for one in receipts]) == ["genuine"] * len(receipts)


@needs_node
def test_alterations_are_all_refused_with_the_kiosks_own_verdict(request: pytest.FixtureRequest) -> None:
    """1,000 with --long."""
    chance, text = random.Random(7), made(0b1011011).code
    count = 1_000 if request.config.getoption("--long") else 120
    texts = [altered(text, chance) for _ in range(count)]
    keys = [Signer("7KQ2/1", bytes(32)).public, SIGNER.public]
    ours = [check(one, keys)[0].value for one in texts]
    assert Verdict.GENUINE not in ours
    assert said(texts) == ours


@needs_node
def test_the_sentence_of_each_case() -> None:
    text = made(9).code
    foreign = made(9, signer=Signer("9ZZZ/1", bytes(32))).code
    assert said([text, foreign, text.replace("2 parcels", "3 parcels"), "hello", ""]) == [
        "genuine",
        "foreign",
        "forged",
        "none",
        "none",
    ]
    assert said([text], keys="") == said([text], keys="7KQ2/1+00000000+AQ==") == ["key"]


def test_it_asks_nobody_and_loads_nothing() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert "default-src 'none'" in page
    assert not re.search(
        r"""\b(?:src|href|action)\s*=|https?://|fetch\(|XMLHttpRequest|import\s*\(|WebSocket|@import""", page
    )


def test_the_whole_page_answers_in_a_browser_in_every_language() -> None:
    """Chromium, as Qt brings it along; some machines lack what it needs of the system."""
    asked = json.dumps({"page": PAGE.as_uri(), "receipt": made(300).code, "keys": KEYS, "tags": list(LANGUAGES)})
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_DISABLE_SANDBOX": "1"}
    command = [sys.executable, "-m", "tests.packaging.browser"]
    answer = subprocess.run(
        command, input=asked, env=around, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    if (
        answer.returncode == NO_BROWSER or answer.returncode < 0
    ):  # below zero: it was ended by a signal while it started
        pytest.skip("Qt's browser does not start on this machine")
    told = json.loads(answer.stdout.splitlines()[-1])
    assert told["en"] == ["Is this receipt genuine?", "ltr", f"Genuine: {LINE}, No. 300."]
    assert told["ar"][1] == "rtl"
    assert len({title for title, _, _ in told.values()}) == len(LANGUAGES)
    assert all(LINE in said and "300" in said for _, _, said in told.values())
