"""`kiosk doctor`: the contract from outside, whatever it finds, and the files that it writes."""

import json
import re
import stat
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kiosk.technician.doctor.table import CHECKS, KEPT
from tests.cli.conftest import Run


def test_one_json_object_says_what_the_exit_code_says(run: Run, kiosk_home: Path, tmp_path: Path) -> None:
    waybill = "DOCTORSEES1"
    received = json.loads(run("parcels", "receive", waybill, "--place", "B-12", "--json").stdout)
    page, health = tmp_path / "ready.html", tmp_path / "kiosk.prom"
    done = run("doctor", "--json", "--out", page, "--health", health)
    told = json.loads(done.stdout)
    assert list(told) == ["ok", "checks"]
    assert [one["name"] for one in told["checks"]] == list(CHECKS)
    for one in told["checks"]:
        assert {name: type(value) for name, value in one.items()} == {
            "name": str,
            "ok": bool,
            "detail": str,
            "fix": str,
        }
        assert one["detail"].endswith((".", ")"))
        assert one["ok"] or one["fix"], "what is wanting can be mended"
    assert told["ok"] is all(one["ok"] for one in told["checks"])
    assert done.exit_code == (0 if told["ok"] else 1)
    said = done.output + page.read_text() + health.read_text()
    for secret in (waybill, received["token"], received["typed_code"]):
        assert secret not in said
    assert "Who answers for it: not named" in page.read_text()
    _page_says(page.read_text(), told)
    _health_says(health.read_text(), told)
    assert {stat.S_IMODE(one.stat().st_mode) for one in (page, health)} == {0o644}
    assert sorted(one.name for one in tmp_path.iterdir()) == [kiosk_home.name, "kiosk.prom", "ready.html"]


def _page_says(page: str, told: dict[str, object]) -> None:
    class Page(HTMLParser):
        text = ""

        def handle_data(self, data: str) -> None:
            self.text += data

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag not in {"script", "link", "img", "iframe"}
            assert not {"src", "href"} & {name for name, _ in attrs}

    parsed = Page()
    parsed.feed(page)
    assert "url(" not in page
    for one in told["checks"]:  # type: ignore[attr-defined]  # a list, as just seen
        assert one["detail"] in parsed.text
        assert one["fix"] in parsed.text
    assert ("Ready to serve." in parsed.text) is told["ok"]
    assert "Corner depot" in parsed.text


def _health_says(health: str, told: dict[str, object]) -> None:
    line = re.compile(r'(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{check="[a-z]+"\})? [01])')
    assert all(line.fullmatch(one) for one in health.splitlines())
    assert f"\nkiosk_ok {int(bool(told['ok']))}\n" in health
    for one in told["checks"]:  # type: ignore[attr-defined]  # the same
        assert f'\nkiosk_check_ok{{check="{one["name"]}"}} {int(one["ok"])}\n' in health


def test_only_the_home(run: Run) -> None:
    done = run("doctor", "--home-only", "--json")
    assert [one["name"] for one in json.loads(done.stdout)["checks"]] == list(KEPT)
    assert done.exit_code == 0


@pytest.mark.parametrize("what", ["no home", "broken settings", "no store", "damaged store", "no keys"])
def test_whatever_is_wrong_it_says_so(run: Run, kiosk_home: Path, tmp_path: Path, what: str) -> None:
    match what:
        case "no home":
            kiosk_home = tmp_path / "nothing"
        case "broken settings":
            kiosk_home.joinpath("kiosk.toml").write_text("[depot")
        case "no store":
            kiosk_home.joinpath("store.db").unlink()
        case "damaged store":
            kiosk_home.joinpath("store.db").write_bytes(bytes(40_960))
        case "no keys":
            kiosk_home.joinpath("keys", "ring").unlink()
    done = run("doctor", "--home-only", "--json", "--home", kiosk_home)
    told = json.loads(done.stdout)
    assert (done.exit_code, told["ok"]) == (1, False)
    assert "Found wanting: " in done.stderr
    assert "Traceback" not in done.output


def test_people_read_signs_and_what_to_do(run: Run, kiosk_home: Path) -> None:
    kiosk_home.joinpath("kiosk.toml").chmod(0o644)
    done = run("doctor", "--home-only")
    assert re.search(r"^✗ permissions +Others", done.stdout, re.MULTILINE)
    assert f"→ Run: chmod -R go= {kiosk_home}" in done.stdout
    assert re.search(r"^✓ store ", done.stdout, re.MULTILINE)


def test_a_health_file_is_whole_or_not_there(run: Run, tmp_path: Path) -> None:
    done = run("doctor", "--home-only", "--health", tmp_path / "none" / "kiosk.prom")
    assert done.exit_code == 1
    assert "cannot be written" in done.stderr
