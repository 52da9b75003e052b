"""`kiosk audit`: words for everything, in both languages, and nothing of a person, a code or a waybill."""

import re
import stat
from collections.abc import Callable
from pathlib import Path
from string import Formatter

import pytest
from click.testing import Result

from kiosk.cli.audit_page import SHORT, page
from kiosk.cli.audit_words import GROUPS, INCIDENTS, LANGUAGES, OTHERS, PAPERS, Words
from kiosk.cli.home import open_home
from kiosk.desk import intake
from kiosk.desk.report import Way
from kiosk.ledger.events import CATALOGUE
from kiosk.parcel import ParcelState
from kiosk.policy.release import Reason
from kiosk.policy.roles import Role
from kiosk.reader.wire import NAMES_OF_PROBES, SandboxReport
from kiosk.settings import Depot, Settings
from kiosk.store import How
from kiosk.store.device_key import DeviceHome
from kiosk.store.kept import IN_PLAIN
from kiosk.technician import audit
from kiosk.technician.init import make_home

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def words() -> list[Words]:
    return [Words.load(language) for language in LANGUAGES]


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_say_the_same_with_the_same_figures(words: list[Words]) -> None:
    english, chinese = words
    assert list(english.words) == list(chinese.words)
    for key, sentence in english.words.items():
        assert blanks(sentence) == blanks(chinese.words[key]), key
    for name in PAPERS:
        pairs = list(zip(english.papers[name], chinese.papers[name], strict=True))
        assert pairs
        for one, other in pairs:
            assert blanks(one["asked"] + one["said"]) == blanks(other["asked"] + other["said"])


def test_chinese_has_its_own_marks(words: list[Words]) -> None:
    said = [
        *words[1].words.values(),
        *(text for name in PAPERS for row in words[1].papers[name] for text in row.values()),
    ]
    assert [one for one in said if re.search("[一-鿿][,:;?()]|[,:;?()][一-鿿]", one)] == []


@pytest.mark.parametrize(
    ("prefix", "names"),
    [
        ("state", ParcelState),
        ("refused", Reason),
        ("way", Way),
        ("how", How),
        ("role", Role),
        ("probe", NAMES_OF_PROBES),
        ("incident", (*INCIDENTS, "cut_off")),
        ("other", OTHERS),
        ("opener", (*DeviceHome, "sheet")),
        *((kind, (*GROUPS,)) for kind in ("what", "why", "until")),
        ("plain", [f"{table}_{column}" for table, column in IN_PLAIN]),
        *((kind, SHORT) for kind in ("short", "said")),
    ],
)
def test_there_are_words_for_each(words: list[Words], prefix: str, names: tuple[str, ...]) -> None:
    assert [one for one in names if f"{prefix}_{one}" not in words[0].words] == []


EVERYDAY = {
    *(
        "ParcelExpected",
        "ParcelReceived",
        "ParcelMarked",
        "CodeIssued",
        "CodeRevoked",
        "VisitOpened",
        "VisitResumed",
        "CodeAdded",
    ),
    *(
        "ParcelReleased",
        "ReleaseWithdrawn",
        "ParcelUnchecked",
        "DeskCalled",
        "CallAnswered",
        "ReaderBack",
        "SignedIn",
        "SignedOut",
    ),
    *(
        "WindowLocked",
        "ParcelMoved",
        "ShelfChecked",
        "ParcelFoundAgain",
        "ParcelReturned",
        "ReceiptGiven",
        "OverrideOvertaken",
    ),
}
"""Of no interest to an inspector one by one."""
IN_FIGURES = {
    *(
        "ParcelHandedOver",
        "ParcelConfirmed",
        "ParcelLeftByOverride",
        "ParcelLeftOnPaper",
        "CodeRefused",
        "OverrideMade",
    ),
    *(
        "OverrideUndone",
        "OverrideSigned",
        "OverrideCorrected",
        "KioskStarted",
        "KioskStopped",
        "SettingsChanged",
        "Erased",
    ),
}
"""Told by way, reason, version or month."""


def test_of_every_event_somebody_has_thought_whether_an_inspector_asks_after_it() -> None:
    told = [*INCIDENTS, *OTHERS, *EVERYDAY, *IN_FIGURES]
    assert len(set(told)) == len(told)
    assert set(told) == set(CATALOGUE), (
        "name the new event in INCIDENTS or OTHERS of the page, or here among the everyday ones"
    )


def test_the_page_tells_of_every_table_of_the_schema(kiosk_home: Path) -> None:
    with open_home(kiosk_home) as kiosk:
        there = {one.name for one in kiosk.store.kept.tables()}
    told = [table for group in GROUPS.values() for table in group]
    assert sorted(told) == sorted(there), (
        "say in assets/inspector/*.toml and GROUPS what the new table keeps, why, until when"
    )


def test_one_page_whole_and_for_its_owner_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "audit.html"
    assert run("audit", "--out", file).exit_code == 0
    text = file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert text.startswith("<!doctype html>")
    assert [f'<section lang="{one}">' in text for one in LANGUAGES] == [True, True]
    assert not re.search(r"https?://|src=|<script|<link|url\(|\{\w+\}", text), (
        "nothing is fetched, no figure is missing"
    )
    assert "not named" in text


def test_nothing_of_a_person_no_code_and_no_waybill(run: Run, kiosk_home: Path, tmp_path: Path) -> None:
    with open_home(kiosk_home) as kiosk:
        received = intake.receive(kiosk.store, kiosk.settings, kiosk.clock, "SECRETLABEL07", "B-12")
    pin = tmp_path / "pin"
    pin.touch(mode=0o600)
    pin.write_text("739415\n")
    assert run("clerks", "add", "Rosalind", "--pin-file", pin).exit_code == 0
    assert run("audit", "--out", tmp_path / "audit.html").exit_code == 0
    text = (tmp_path / "audit.html").read_text(encoding="utf-8")
    secrets = ["SECRETLABEL07", "Rosalind", "739415", received.token.text, received.typed_code.text]
    assert [one for one in secrets if one in text] == []


def test_what_is_wrong_is_said_at_a_glance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An open reader, a file that others may read, an unnamed depot, a figure out of its bounds; and names of settings are escaped."""
    home = tmp_path / "home"
    make_home(home, Settings(Depot(tag="7KQ2", name="<b>A&B</b>")))
    (home / "kiosk.toml").chmod(0o644)
    open_reader = SandboxReport(True, True, {name: name != "socket" for name in NAMES_OF_PROBES})
    monkeypatch.setattr(audit, "probe", lambda: open_reader)
    with open_home(home) as kiosk:
        found = audit.inspect(kiosk.store, kiosk.settings, kiosk.clock)
        text = page(found, kiosk.clock)
    assert "9 of 10 ways out were tried" in text
    assert found.exposed == 1
    assert text.count('<span class="bad">NO</span>') == 4, "reader, files, who answers, and the socket itself"
    assert "<b>A&B" not in text
    assert "&lt;b&gt;A&amp;B" in text
