"""The child's work, in its one order: warm the libraries, hear what to do, open the source, shut the door, show that it is shut, read."""

from collections.abc import Callable
from typing import Protocol

from kiosk.reader import memory
from kiosk.reader.camera import Camera
from kiosk.reader.eyes import Eyes
from kiosk.reader.link import CannotGoOn, Link
from kiosk.reader.order import Order
from kiosk.reader.pictures import Pictures
from kiosk.reader.sandbox import Sandbox
from kiosk.reader.synthetic import SyntheticCamera
from kiosk.reader.video import Video
from kiosk.reader.wire import Problem


class Source(Protocol):
    """The camera's seat: where frames come from."""

    def run(self, link: Link, eyes: Eyes) -> None:
        """Report frames until told to stop."""


def work(link: Link, ordered: Callable[[], Order]) -> None:
    """Read codes until told to stop; `ordered` waits for the order, which may be long. Raises CannotGoOn, Gone."""
    memory.lock()
    Eyes().warm_up()
    order = ordered()
    eyes = Eyes(all_looks=order.all_looks, live=order.live)
    if order.all_looks:
        eyes.warm_up()
    source = _open(order)
    report = Sandbox().enter(camera=order.source == "device")
    link.send(report)
    if order.require_sandbox and not report.tight:
        raise CannotGoOn(Problem.SANDBOX_OPEN)
    source.run(link, eyes)


def _open(order: Order) -> Source:
    match order.source:
        case "device":
            return Camera(order.path, exposure_ms=order.exposure_ms, focus=order.focus)
        case "video":
            return Video(order.descriptor, live=order.live)
        case "synthetic":
            camera = SyntheticCamera(order.seed, order.fps)
            camera.warm_up()
            return camera
        case _:
            return Pictures()
