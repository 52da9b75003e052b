"""What stands around the screen: printer, sound, speech."""

import os
import shutil
import socket
import subprocess
from pathlib import Path

from kiosk.errors import KioskFault
from kiosk.technician.doctor.examined import Examined
from kiosk.technician.doctor.finding import UNTOLD, Finding, absent, wanting, well, worth_a_look

SECONDS = 20
VOICE = "speech-dispatcher"
VOICE_PACKAGES = (VOICE, "speech-dispatcher-espeak-ng", "libspeechd2")
PORT = 9100
"""As `kiosk.printer` has it, which loads what draws and leaves files behind."""


def printer(examined: Examined) -> Finding:
    """The printer of the settings takes paper's worth of work."""
    settings = examined.settings
    if isinstance(settings, KioskFault):
        return absent(UNTOLD)
    kind, address = settings.printer.kind, settings.printer.address
    match kind:
        case "pdf" | "png":
            ready = os.access(Path(address).parent if address.endswith(".pdf") else address, os.W_OK | os.X_OK)
            return (
                well("Paper is written as files.")
                if ready
                else wanting("The folder for paper is not there or takes no files.", f"Make it: mkdir -p {address}")
            )
        case "cups":
            return _cups(address)
        case "escpos":
            return _receipt_printer(address)
    return absent("The settings name no printer.")


def _cups(queue: str) -> Finding:
    lpstat = shutil.which("lpstat")
    if lpstat is None or shutil.which("lp") is None:
        return wanting(
            "The settings name a printer of CUPS, and CUPS is not here.", "Run: sudo apt-get install cups cups-client"
        )
    words = [lpstat, "-a", *([queue] if queue else [])]
    done = subprocess.run(words, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603  # the setting's queue
    if done.returncode or b" not accepting" in done.stdout:
        return wanting(
            "CUPS has no such printer, or it takes nothing.",
            "See which there are: lpstat -a. Then mend address under [printer] in kiosk.toml.",
        )
    return well("CUPS takes paper for it.")


def _receipt_printer(address: str) -> Finding:
    fix = "Switch it on and look at its cable; then see address under [printer] in kiosk.toml."
    if address.startswith("/"):
        return (
            well("The receipt printer is there.")
            if os.access(address, os.W_OK)
            else wanting("The receipt printer is not there, or may not be written.", fix)
        )
    host, _, port = address.partition(":")
    try:
        socket.create_connection((host, int(port) if port.isdigit() else PORT), timeout=3).close()
    except OSError:
        return wanting("The receipt printer does not answer.", fix)
    return well("The receipt printer answers.")


def sound(examined: Examined) -> Finding:
    """Tones, beside what the screen says."""
    if not any((examined.root / "sys/class/sound").glob("card*")):
        return worth_a_look("No sound card: tones are not heard. Each has its sign on a screen.", "Plug a speaker in.")
    if shutil.which("aplay") is None:
        return worth_a_look("Tones are not heard: aplay is not here.", "Run: sudo apt-get install alsa-utils")
    return well("A sound card, and aplay to play tones.")


def speech(_examined: Examined) -> Finding:
    """A voice, for who cannot see."""
    if shutil.which(VOICE):
        return well("A voice is here.")
    return worth_a_look(
        "No voice: screens are not read aloud.", f"Run: sudo apt-get install {' '.join(VOICE_PACKAGES)}"
    )
