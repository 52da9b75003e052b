"""Cameras, and the reader that looks at what they give."""

from pathlib import Path

from kiosk.errors import KioskFault, ReaderFault
from kiosk.reader.promise import could
from kiosk.reader.sources import Device
from kiosk.settings import Settings, Station
from kiosk.technician.doctor.examined import Examined
from kiosk.technician.doctor.finding import UNTOLD, Finding, absent, of_fault, wanting, well, worth_a_look
from kiosk.technician.doctor.trial import Rate, Trial, rate_of
from kiosk.technician.init import DEMO_TAG

BY_ID = "dev/v4l/by-id"
LASTING = ("/dev/v4l/by-id/", "/dev/v4l/by-path/")
"""Names that stay the same camera's."""
SLOW = 12.0
"""Frames a second under which a code must be held for long."""
DARK, LEAST_HEIGHT = 40.0, 720


def decode(examined: Examined) -> Finding:
    """Rendered frames, through the true child."""
    trial = examined.trial
    if isinstance(trial, KioskFault):
        return of_fault(trial)
    told = f"{trial.read} of {trial.of} rendered codes were read, {trial.ms:.1f} ms a frame."
    if trial.read < trial.of:
        return wanting(
            told, "Install the kiosk again from its package; where that does not help, this processor is too slow."
        )
    return well(told)


def sandbox(examined: Examined) -> Finding:
    """What the child tried to do after it had shut itself in."""
    trial = examined.trial
    if isinstance(trial, KioskFault):
        return of_fault(trial)
    return _sandbox(trial, examined.settings)


def _sandbox(trial: Trial, settings: Settings | KioskFault) -> Finding:
    report = trial.sandbox
    if not report.tight:
        return wanting(
            f"The reader could {could(report)}: pictures might leave it.",
            "Start a kernel with seccomp and Landlock, outside any container.",
        )
    told = f"The reader tried {len(report.denied)} ways out; each was denied."
    if isinstance(settings, Settings) and not settings.reader.require_sandbox:
        return wanting(
            f"{told} But nothing asks for it.", "In kiosk.toml, under [reader], write: require_sandbox = true"
        )
    if not report.landlock:
        return worth_a_look(
            f"{told} The second lock, Landlock, is not in this kernel.",
            "Start a kernel of 5.13 or later with lsm=landlock.",
        )
    return well(told)


def camera(examined: Examined) -> Finding:
    """Each station's camera, by its lasting name, and how many frames a second it truly gives."""
    settings = examined.settings
    if isinstance(settings, KioskFault):
        return absent(UNTOLD)
    there = sorted(path.name for path in (examined.root / BY_ID).glob("*-video-index0"))
    if settings.depot.tag == DEMO_TAG and not any(one.camera for one in settings.stations):
        return well("The demo's depot draws its own frames.")
    findings = [_camera(examined, settings, one, there) for one in settings.stations]
    fixes = dict.fromkeys(one.fix for one in findings if one.fix)
    return Finding(all(one.ok for one in findings), " ".join(one.detail for one in findings), " ".join(fixes))


def _camera(examined: Examined, settings: Settings, station: Station, there: list[str]) -> Finding:
    name, path = f"Station {station.name}", Path(station.camera)
    example = there[0] if there else "…"
    naming = f'In {examined.settings_file}, under [[stations]], write: camera = "/{BY_ID}/{example}"'
    if not station.camera:
        fix = naming if there else f"Plug a camera in; its name then stands in /{BY_ID}. {naming}"
        return wanting(f"{name} has no camera: it takes typed codes and a hand scanner only.", fix)
    if not path.exists():
        fix = f"Plug it in. Or: {naming}" if there else "Plug it in."
        return wanting(f"{name}: its camera is not plugged in.", fix)
    if examined.is_serving:
        return well(f"{name}: its camera is in use by the serving kiosk, which says so itself where it fails.")
    try:
        rate = rate_of(Device(path, settings.reader.exposure_ms, settings.reader.focus), examined.clock)
    except ReaderFault as fault:
        found = of_fault(fault)
        return wanting(f"{name}: {found.detail}", found.fix)
    found = _rated(rate)
    if not found.fix and there and not station.camera.startswith(LASTING):
        found = worth_a_look(f"{found.detail} Its name may be another's after a start.", naming)
    return Finding(found.ok, f"{name}: {found.detail}", found.fix)


def _rated(rate: Rate) -> Finding:
    told = f"{rate.width}×{rate.height}, {rate.frames_per_second:.0f} frames a second."
    if rate.frames_per_second < SLOW:
        fix = "Give it more light, or a USB port of its own on the machine."
        return wanting(f"{told} Codes must be held for long.", fix)
    if rate.brightness < DARK:
        return worth_a_look(f"{told} It sees next to no light.", "Take its cap off, or light the place under it.")
    if min(rate.height, rate.width) < LEAST_HEIGHT:
        return worth_a_look(f"{told} That is little for small codes.", "Use a camera of 1280×720 or more.")
    return well(told)
