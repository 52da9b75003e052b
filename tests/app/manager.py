"""A small stand-in for the service manager, as far as the kiosk relies on it: Type=notify, WatchdogSec=, Restart=always, start limits.

It starts real programs and speaks the real protocol (sd_notify(3), sd_watchdog_enabled(3)); where systemd runs, systemd does this.
"""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

GIVE_UP = 60.0
"""Seconds; a bound for a broken build, never a measurement."""


class Manager:
    """Runs one service, and `on_failure` once the service was started `burst` times in vain."""

    def __init__(
        self,
        folder: Path,
        command: list[str],
        on_failure: list[str] | None = None,
        *,
        environment: Mapping[str, str],
        watchdog: float = 0.0,
        burst: int = 5,
    ) -> None:
        self._command, self._on_failure = command, on_failure
        self._environment = environment
        self._watchdog, self._burst = watchdog, burst
        self._address = folder / "notify"
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(self._address))
        self._log = (folder / "journal").open("w+b")
        self._program: subprocess.Popen[bytes] | None = None
        self._fed: float | None = None
        self.starts = 0
        self.missed = 0
        """How often the watchdog was not fed in time."""
        self.failed = False
        """Whether the start limit was hit."""

    def __enter__(self) -> Self:
        self._start(self._command)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _fault: BaseException | None, _at: TracebackType | None
    ) -> None:
        self.program.kill()
        self.program.wait()
        self._socket.close()
        self._log.close()

    @property
    def program(self) -> "subprocess.Popen[bytes]":
        assert self._program is not None
        return self._program

    @property
    def journal(self) -> str:
        """All that the programs wrote so far."""
        self._log.flush()
        return Path(self._log.name).read_text(encoding="utf-8")

    def until(self, word: str) -> list[str]:
        """Manage until the service says `word`; all that it said by then."""
        said: list[str] = []
        for one in self._words():
            said.append(one)
            if one == word:
                return said
        raise AssertionError(f"no {word}; said {said}, started {self.starts} times\n{self.journal}")

    def stop(self) -> int:
        """Ask it to end, as `systemctl stop` does; its exit code."""
        self.program.send_signal(signal.SIGTERM)
        return self.program.wait(GIVE_UP)

    def _start(self, command: list[str]) -> None:
        self.starts += 1
        self._fed = None
        told = {"NOTIFY_SOCKET": str(self._address)}
        if self._watchdog:
            told["WATCHDOG_USEC"] = str(round(self._watchdog * 1e6))
        self._program = subprocess.Popen(
            command, env={**os.environ, **self._environment, **told}, stdout=self._log, stderr=self._log
        )

    def _words(self) -> Iterator[str]:
        give_up = time.monotonic() + GIVE_UP
        while (now := time.monotonic()) < give_up:
            self._socket.settimeout(0.1)
            try:
                word = self._socket.recv(4096).decode()
            except TimeoutError:
                word = ""
            if word:
                if word in {"READY=1", "WATCHDOG=1"}:
                    self._fed = now
                yield word
            elif self.program.poll() is not None:
                self._ended()
            elif self._watchdog and self._fed is not None and now - self._fed > self._watchdog:
                self.missed += 1
                self.program.kill()
                self.program.wait()

    def _ended(self) -> None:
        if self.starts < self._burst:
            self._start(self._command)
        elif not self.failed and self._on_failure:
            self.failed = True
            self._start(self._on_failure)
