"""The kiosk that is looked over: its home, what could be opened of it, and the machine around it. Each is asked for once."""

import os
import shlex
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kiosk import settings as settings_file
from kiosk.clock import Clock
from kiosk.errors import KioskFault
from kiosk.settings import Settings
from kiosk.store import Store
from kiosk.store.device_key import AskPassphrase, DeviceHome
from kiosk.store.keyring import SHEET, load
from kiosk.store.lock import is_serving
from kiosk.technician.doctor.qt import Qt, ask_qt
from kiosk.technician.doctor.trial import Trial, try_reader

UNITS = ("etc/systemd/system", "usr/lib/systemd/system", "lib/systemd/system")
"""Where units are; the first that has one counts (systemd.unit(5))."""


@dataclass
class Examined:
    """`ask` is for a ring under a passphrase, None where nobody is there to type it; `root` is where /proc, /sys and /dev are."""

    home: Path
    ask: AskPassphrase | None = None
    root: Path = Path("/")

    def command(self, words: str) -> str:
        """A command of the kiosk for this home, as it is to be typed."""
        return f"kiosk {words} --home {shlex.quote(str(self.home))}"

    def text(self, path: str) -> str:
        """What the kernel says in a file below the root; empty where it says nothing."""
        try:
            return (self.root / path).read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            return ""

    @property
    def is_there(self) -> bool:
        """Whether there is a home at all."""
        return self.home.is_dir() and any(self.home.iterdir())

    @property
    def settings_file(self) -> Path:
        """The file in which a setting is to be changed."""
        over = os.environ.get(settings_file.OVER)
        return Path(over) if over else self.home / settings_file.FILE

    @cached_property
    def is_locked_away(self) -> bool:
        """Whether the keys open by a passphrase alone, and nobody is there to type it."""
        try:
            by = {one.by for one in load(self.home).openers} - {SHEET}
        except KioskFault:
            return False
        return self.ask is None and by == {DeviceHome.PASSPHRASE}

    @cached_property
    def settings(self) -> Settings | KioskFault:
        """The settings, or why there are none."""
        try:
            return settings_file.load(self.home)
        except KioskFault as fault:
            return fault

    @cached_property
    def clock(self) -> Clock:
        """By the depot's zone where the settings say it."""
        return Clock(None if isinstance(self.settings, KioskFault) else self.settings.zone())

    @cached_property
    def store(self) -> Store | KioskFault:
        """The open store, or why it does not open."""
        try:
            return Store.open(self.home, self.ask)
        except KioskFault as fault:
            return fault

    @cached_property
    def is_serving(self) -> bool:
        """Whether a kiosk serves from this home just now: its camera, its screen and its start are its own."""
        return is_serving(self.home)

    @cached_property
    def trial(self) -> Trial | KioskFault:
        """What the sandboxed child makes of rendered frames, or why there is no child."""
        try:
            return try_reader(self.clock)
        except KioskFault as fault:
            return fault

    @cached_property
    def qt(self) -> Qt | KioskFault:
        """What Qt says of itself when it draws into memory."""
        try:
            return ask_qt("offscreen")
        except KioskFault as fault:
            return fault

    def close(self) -> None:
        """Close what was opened."""
        store = self.__dict__.get("store")
        if isinstance(store, Store):
            store.close()
