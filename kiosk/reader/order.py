"""What the parent asks of a child: the first thing on the wire to it. Until it comes, a child loads its libraries and opens nothing.

Trusted: only the parent writes it.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

from kiosk.reader.sources import Device, Source, Synthetic

SEND_BUFFER = 64 * 1024
"""Bytes the child may be ahead of its parent, so that frames stay fresh."""
_SIZE = 4  # bytes before an order on a wire: how long it is


@dataclass(frozen=True)
class Order:
    """`source` is device, pictures, video or synthetic; the other fields belong to one or the other of them."""

    source: str
    path: str = ""  # device
    exposure_ms: int = 0  # device; 0 leaves it to the camera
    focus: int = 0  # device; 1 far … 100 near, 0 leaves it to the camera
    descriptor: int = -1  # video: the open file
    live: bool = True  # frames follow each other, a video at its own pace, again and again; else each is read once and counts by itself
    seed: int = 0  # synthetic
    fps: float = 0.0  # synthetic: frames a second; 0 as fast as it can
    all_looks: bool = False
    require_sandbox: bool = True

    def to_wire(self) -> bytes:
        """The order as JSON, after its length."""
        words = json.dumps(asdict(self)).encode()
        return len(words).to_bytes(_SIZE) + words

    @classmethod
    def from_wire(cls, exactly: Callable[[int], bytes]) -> "Order":
        """The order that `to_wire` wrote; `exactly` reads so many bytes."""
        return cls(**json.loads(exactly(int.from_bytes(exactly(_SIZE)))))


def order_for(source: Source, descriptor: int = -1, *, live: bool, all_looks: bool, require_sandbox: bool) -> Order:
    """The order for a source; `descriptor` is a video's open file in the child."""
    return Order(
        type(source).__name__.lower(),
        path=str(source.path) if isinstance(source, Device) else "",
        exposure_ms=source.exposure_ms if isinstance(source, Device) else 0,
        focus=source.focus if isinstance(source, Device) else 0,
        descriptor=descriptor,
        live=live,
        seed=source.seed if isinstance(source, Synthetic) else 0,
        fps=source.fps if isinstance(source, Synthetic) else 0.0,
        all_looks=all_looks,
        require_sandbox=require_sandbox,
    )
