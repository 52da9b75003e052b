"""`kiosk init`: a whole kiosk or none."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk import settings as settings_file
from kiosk.cli import main
from kiosk.cli.home import open_home
from kiosk.errors import StoreFault
from kiosk.policy.roles import Role
from kiosk.store import Store
from kiosk.technician.init import make_home, settings_from

Run = Callable[..., Result]


def init(home: Path, *words: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, ["init", "--home", str(home), *map(str, words)], input=typed)


def folders(path: Path) -> list[str]:
    return sorted(one.name for one in path.iterdir())


def test_answers_make_a_kiosk_that_its_owner_alone_can_open(tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text('[depot] # ours\nname = "Ña"\n[codes]\ntyped = "letters"\n', encoding="utf-8")
    home = tmp_path / "deep" / "home"
    result = init(home, "--answers", answers)
    assert (result.exit_code, result.stderr) == (0, "")
    with open_home(home) as kiosk:
        assert settings_file.TAG.fullmatch(kiosk.settings.depot.tag)
        assert (kiosk.settings.depot.name, kiosk.settings.codes.typed) == ("Ña", "letters")
        assert kiosk.store.facts()["encrypted"]
        assert kiosk.store.parcels.count() == 0
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    files = {
        path.relative_to(home).as_posix(): stat.S_IMODE(path.stat().st_mode)
        for path in home.rglob("*")
        if path.is_file()
    }
    assert {"kiosk.toml", "keys/ring", "keys/device.key", "store.db"} <= set(files)
    assert set(files.values()) == {0o600}
    assert folders(home.parent) == ["home"]


@pytest.mark.parametrize(
    "answers",
    [
        "",
        "# nothing\n",
        '[depot]\ntag = "K7QM"',
        "[screen]\nfull = false\n",
        '[ depot ]\nline = "[depot]"\n',
        'depot.tag = "K7QM"',
        'depot = {name = "x"}',
    ],
)
def test_a_tag_is_drawn_where_none_is_given(answers: str) -> None:
    tag = settings_from(answers).depot.tag
    assert settings_file.TAG.fullmatch(tag)
    assert ("K7QM" in answers) == (tag == "K7QM")


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (b"[depot", "not valid TOML"),
        (b"depot = 1", "depot must be a table"),
        (b"[depot]\ntag = 'OOOO'", "depot.tag must be"),
        (b"[nonsense]\n", "nonsense is not known"),
        (b"\xff\xfe", "not text in UTF-8"),
    ],
)
def test_wrong_answers_make_nothing(tmp_path: Path, answers: bytes, sentence: str) -> None:
    file = tmp_path / "answers.toml"
    file.write_bytes(answers)
    result = init(tmp_path / "home", "--answers", file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert sentence in result.stderr
    assert folders(tmp_path) == ["answers.toml"]


def test_a_missing_file_of_answers(tmp_path: Path) -> None:
    result = init(tmp_path / "home", "--answers", tmp_path / "none.toml")
    assert (result.exit_code, folders(tmp_path)) == (1, [])
    assert "cannot be read" in result.stderr


QUESTIONS = (
    'Corner "depot"\n\n9-18\n+34 900 000 000\nCorner Ltd\nes, en\n21.5\nbeside\nclerk\n/dev/video0\ncups\nDesk\n'
)


def test_the_questions(tmp_path: Path) -> None:
    result = init(tmp_path / "home", typed=f"{QUESTIONS}y\n739415\n739415\n")
    assert result.exit_code == 0, result.output
    chosen = settings_file.load(tmp_path / "home")
    assert (chosen.depot.name, chosen.depot.hours, chosen.depot.line) == ('Corner "depot"', "9-18", "+34 900 000 000")
    assert (chosen.screen.diagonal_inches, chosen.reader.mounting, chosen.release.how) == (21.5, "beside", "clerk")
    assert chosen.screen.languages == ("es", "en")
    assert (chosen.depot.answers, chosen.stations[0].camera) == ("Corner Ltd", "/dev/video0")
    assert (chosen.printer.kind, chosen.printer.address) == ("cups", "Desk")
    with open_home(tmp_path / "home") as kiosk:
        (first,) = kiosk.store.clerks.all()
        assert (first.role, first.has_badge) == (Role.SUPERVISOR, True)
        assert kiosk.store.clerks.fits(first, "739415")
    assert "739415" not in result.output


def test_a_wrong_answer_is_asked_for_again_and_no_other(tmp_path: Path) -> None:
    wrong = (
        "Corner\nOOOO\n7kq2\nMon-Fri 25:00-20:00\nMon-Fri 08:00-20:00\n\n\nxx\nes\nlarge\n600\nnan\n21,5\nround\nbeside\n"
        "clerks\nclerk\n\nlaser\nnone\ny\n123456\n123456\n7394\n7394\n739415\n506183\n739415\n739415\n"
    )
    result = init(tmp_path / "home", typed=wrong)
    assert result.exit_code == 0, result.output
    chosen = settings_file.load(tmp_path / "home")
    assert (chosen.depot.tag, chosen.depot.hours, chosen.screen.languages) == ("7KQ2", "Mon-Fri 08:00-20:00", ("es",))
    assert (chosen.screen.diagonal_inches, chosen.reader.mounting, chosen.release.how) == (21.5, "beside", "clerk")
    assert chosen.printer.kind == "none"
    for sentence in ("must be 4 characters", "has a slip", "one of ar", "no number", "lie between", "one of below"):
        assert sentence in result.output
    assert "soon guessed" in result.stderr
    assert "123456" not in result.output
    with open_home(tmp_path / "home") as kiosk:
        (first,) = kiosk.store.clerks.all()
        assert kiosk.store.clerks.fits(first, "739415")


def test_a_weak_pin_makes_nothing(tmp_path: Path) -> None:
    result = init(tmp_path / "home", typed=f"{QUESTIONS}y\n123456\n123456\n")
    assert (result.exit_code, "soon guessed" in result.stderr, folders(tmp_path)) == (1, True, [])


def test_answers_a_pin_and_both_sheets_ask_nothing(tmp_path: Path) -> None:
    pin = tmp_path / "pin"
    pin.touch(mode=0o600)
    pin.write_text("739415\n")
    words = ("--answers", "/dev/null", "--pin-file", pin, "--sheet", tmp_path / "recovery.svg")
    result = init(tmp_path / "home", *words, "--test-sheet", tmp_path / "aim.pdf")
    assert (result.exit_code, result.stderr) == (0, "")
    assert folders(tmp_path) == ["aim.pdf", "home", "pin", "recovery.svg"]
    assert "Clerk 1 is the first supervisor" in result.stdout
    assert "Nobody can sign in" not in result.stdout


def test_without_a_pin_it_says_that_nobody_can_sign_in(tmp_path: Path) -> None:
    assert "Nobody can sign in at the desk yet" in init(tmp_path / "home", "--answers", "/dev/null").stdout


@pytest.mark.parametrize("typed", ["", "Corner\nOOOO\n" + 9 * "\n", "Corner\n\n9-18\n"])
def test_questions_left_or_answered_wrongly_make_nothing(tmp_path: Path, typed: str) -> None:
    result = init(tmp_path / "home", typed=typed)
    assert (result.exit_code, folders(tmp_path)) == (1, [])
    assert result.stderr.strip()


def test_a_home_with_a_kiosk_is_refused_and_untouched(run: Run, kiosk_home: Path) -> None:
    before = (kiosk_home / "kiosk.toml").read_bytes(), (kiosk_home / "keys" / "ring").read_bytes()
    result = run("init", typed="x\n" * 20)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "has a kiosk already" in result.stderr
    assert ((kiosk_home / "kiosk.toml").read_bytes(), (kiosk_home / "keys" / "ring").read_bytes()) == before


def test_an_empty_folder_is_taken_and_a_used_one_is_not(tmp_path: Path) -> None:
    empty, used = tmp_path / "empty", tmp_path / "used"
    empty.mkdir(mode=0o755)
    used.mkdir()
    (used / "letter.txt").touch()
    make_home(empty, settings_from(""))
    assert stat.S_IMODE(empty.stat().st_mode) == 0o700
    for taken in (used, used / "letter.txt"):
        with pytest.raises(StoreFault, match="not an empty folder"):
            make_home(taken, settings_from(""))
    assert folders(tmp_path) == ["empty", "used"]


def test_a_failure_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_late(home: Path, **others: object) -> Store:
        store(home)
        raise StoreFault("The disk is full.")

    store = Store.create
    monkeypatch.setattr(Store, "create", fails_late)
    with pytest.raises(StoreFault, match="disk is full"):
        make_home(tmp_path / "home", settings_from(""))
    assert folders(tmp_path) == []


def test_a_place_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = init(tmp_path / "file" / "home", "--answers", "/dev/null")
    assert result.exit_code == 1
    assert "cannot be made" in result.stderr
    assert init(Path("/proc/kiosk"), "--answers", "/dev/null").exit_code == 1
