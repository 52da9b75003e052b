"""Every error ends in an exit code and a sentence; nothing that was typed is repeated."""

import importlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.cli import COMMANDS, main
from kiosk.cli.boundary import LazyGroup
from kiosk.errors import KioskFault

Run = Callable[..., Result]
CANARY = "QZX7CANARY"


def raising(error: BaseException) -> Result:
    """A program of one command that ends as `error` says."""
    module = importlib.import_module(__name__)
    module.broken = click.Command("broken", callback=lambda: throw(error))  # type: ignore[attr-defined]  # where the table looks
    group = LazyGroup("kiosk", table={"broken": (f"{__name__}:broken", "Breaks.")})
    return CliRunner().invoke(group, ["broken"])


def throw(error: BaseException) -> None:
    raise error


@pytest.mark.parametrize(
    ("error", "code", "stderr"),
    [
        (KioskFault("The camera is gone. Plug it in."), 1, "The camera is gone. Plug it in.\n"),
        (OSError(28, "No space left on device", CANARY), 1, "The system could not do it: No space left on device.\n"),
        (BrokenPipeError(32, "Broken pipe"), 1, ""),
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 1, "Not everything was answered, so nothing was done.\n"),
    ],
)
def test_how_errors_end(error: BaseException, code: int, stderr: str) -> None:
    result = raising(error)
    assert (result.exit_code, result.stdout, result.stderr) == (code, "", stderr)


@pytest.mark.parametrize("error", [ValueError(CANARY), RecursionError(CANARY), MemoryError(), KeyError(CANARY)])
def test_the_unforeseen_tells_its_kind_and_nothing_else(error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    result = raising(error)
    assert result.exit_code == 1
    assert "call a technician" in result.stderr
    assert [record.getMessage() for record in caplog.records] == [f"unforeseen: {type(error).__name__}"]
    assert CANARY not in result.output + caplog.text


@pytest.mark.parametrize(
    "words",
    [
        (CANARY,),
        (f"--{CANARY}",),
        ("parcels", CANARY),
        ("parcels", "show", "RB123456785ES", CANARY),
        ("parcels", "show", f"-{CANARY}"),
        ("parcels", "receive", CANARY),
        ("codes", "revoke", CANARY, CANARY),
        ("codes", "slip", "RB123456785ES", f"{CANARY}.pdf"),
        ("codes", "issue", f"--{CANARY}=1"),
        ("ledger", "verify", CANARY),
    ],
)
def test_mistakes_in_usage_do_not_repeat_what_was_typed(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert "Usage: " in result.stderr
    assert CANARY not in result.output


def test_a_mistyped_option_is_helped(run: Run) -> None:
    assert "--json" in run("parcels", "list", "--jsno").stderr


def test_help_names_every_command_and_imports_none() -> None:
    program = (
        "import sys\nfrom kiosk.cli import main\n"
        "try:\n    main(['--help'], prog_name='kiosk')\n"
        "except SystemExit as end:\n    assert end.code == 0\n"
        "heavy = {'PySide6', 'cv2', 'numpy', 'sqlcipher3', 'sqlite_utils', 'kiosk.store', 'kiosk.cli.parcels'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(name in done.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", ["parcels", "codes", "ledger", "init"])
def test_these_commands_need_neither_qt_nor_opencv(kiosk_home: Path, name: str) -> None:
    program = (
        f"import sys\nfrom kiosk.cli import main\nmain.get_command(None, {name!r})\n"
        "assert not {'PySide6', 'cv2', 'zxingcpp'} & set(sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_table_says_what_the_command_says(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert (command.help or "").splitlines()[0] == COMMANDS[name][1]


def each_command(group: click.Group) -> list[click.Command]:
    context = click.Context(group)
    commands = [group.get_command(context, name) for name in group.list_commands(context)]
    return [
        one
        for command in commands
        if command
        for one in (each_command(command) if isinstance(command, click.Group) else [command])
    ]


def test_every_command_takes_a_home_and_has_help() -> None:
    for command in each_command(main):
        assert any("--home" in parameter.opts for parameter in command.params), command.name
        assert command.help, command.name


def test_the_program_itself_as_a_module(kiosk_home: Path) -> None:
    words = [sys.executable, "-m", "kiosk", "ledger", "verify", "--home", str(kiosk_home), "--json"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert '"ok": true' in done.stdout
    assert "Nothing from outside was compared" in done.stderr


def test_a_reader_that_has_gone_is_no_error(run: Run, kiosk_home: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "list.csv"
    manifest.write_text("waybill\n" + "".join(f"PX{n:010}\n" for n in range(5_000)), encoding="utf-8")
    assert run("parcels", "import", manifest).exit_code == 0
    words = [sys.executable, "-m", "kiosk", "parcels", "list", "--home", str(kiosk_home)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""


def interrupted(program: subprocess.Popen[bytes]) -> int:
    """The exit code after Ctrl-C, pressed again where it came in the instant before a read, which no program notices."""
    while True:
        program.send_signal(signal.SIGINT)
        try:
            return program.wait(1)
        except subprocess.TimeoutExpired:
            continue


def test_ctrl_c_ends_quietly(kiosk_home: Path, tmp_path: Path) -> None:
    # A test that runs in the background inherits that Ctrl-C is ignored.
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    program_text = f"{heeding}; from kiosk.cli import main; main()"
    words = [sys.executable, "-c", program_text, "init", "--home", str(tmp_path / "new")]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        os.read(program.stdout.fileno(), 1)  # it asks
        assert interrupted(program) == 130
        assert program.stderr.read().strip() == b""
    assert not (tmp_path / "new").exists()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters(exclude_characters="\0", exclude_categories=()), max_size=60),
    st.sampled_from(
        [
            ("parcels", "show"),
            ("codes", "issue"),
            ("codes", "revoke"),
            ("parcels", "receive", "--place", "B-1"),
        ]
    ),
)
def test_any_text_as_a_waybill_ends_in_a_sentence(run: Run, untrusted: str, words: tuple[str, ...]) -> None:
    result = run(*words, "--", f"{CANARY}! {untrusted}")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert CANARY not in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)
