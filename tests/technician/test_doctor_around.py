"""What is looked at around the screen, and the service's units: each check with a fault planted."""

import os
import shutil
import socket
from pathlib import Path

import pytest

from kiosk.settings import Depot, Printer, Settings
from kiosk.technician.doctor import around
from kiosk.technician.doctor.examined import Examined
from kiosk.technician.doctor.finding import Verdict
from kiosk.technician.doctor.hardening import hardening
from tests.technician.conftest import TAG, plant, settle
from tests.technician.test_doctor_kept import verdict


def test_printers(examined: Examined, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def look(kind: str, address: str) -> Verdict:
        settle(examined, Settings(Depot(tag=TAG), printer=Printer(kind, address)))
        return verdict(around.printer(examined))

    assert look("none", "") is Verdict.ABSENT
    assert look("pdf", str(tmp_path)) is Verdict.WELL
    assert look("png", str(tmp_path / "none")) is Verdict.WANTING
    assert look("escpos", str(tmp_path / "lp0")) is Verdict.WANTING
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
        assert look("escpos", address) is Verdict.WELL
    assert look("escpos", address) is Verdict.WANTING
    monkeypatch.setenv("PATH", str(tmp_path))
    assert look("cups", "office") is Verdict.WANTING
    for name, script in (("lp", "exit 0"), ("lpstat", '[ "$2" = office ] && echo "$2 accepting requests"')):
        tmp_path.joinpath(name).write_text(f"#!/bin/sh\n{script}\n")
        tmp_path.joinpath(name).chmod(0o700)
    assert look("cups", "office") is Verdict.WELL
    assert look("cups", "other") is Verdict.WANTING


def test_sound_and_voice(examined: Examined, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "No sound card" in around.sound(examined).detail
    plant(examined, "sys/class/sound/card0/id", "PCH\n")
    assert "alsa-utils" in around.sound(examined).fix
    assert verdict(around.speech(examined)) is Verdict.LOOK
    for name in ("aplay", "speech-dispatcher"):
        tmp_path.joinpath(name).touch(mode=0o700)
    assert verdict(around.sound(examined)) is Verdict.WELL
    assert verdict(around.speech(examined)) is Verdict.WELL


SHUT_IN = """[Service]
ExecStart=/bin/true
User=kiosk
NoNewPrivileges=yes
PrivateTmp=yes
PrivateDevices=yes
PrivateNetwork=yes
PrivateUsers=yes
ProtectSystem=strict
ProtectHome=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
ProtectProc=invisible
ProcSubset=pid
RestrictAddressFamilies=none
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
MemoryDenyWriteExecute=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
CapabilityBoundingSet=
IPAddressDeny=any
UMask=0077
RemoveIPC=yes
"""


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_units_that_are_less_shut_in_than_they_were_built(examined: Examined) -> None:
    assert verdict(hardening(examined)) is Verdict.ABSENT
    plant(examined, "usr/lib/systemd/system/kiosk.service", SHUT_IN)
    assert verdict(hardening(examined)) is Verdict.WELL, hardening(examined).detail
    plant(examined, "etc/systemd/system/kiosk.service", "[Service]\nExecStart=/bin/true\n")
    found = hardening(examined)
    assert verdict(found) is Verdict.WANTING
    assert found.fix.endswith("systemctl revert kiosk.service")


def test_without_systemd(examined: Examined, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(os.environ, "PATH", str(tmp_path))
    assert verdict(hardening(examined)) is Verdict.ABSENT
