"""What the parent asks of a child at its start, as one argument on its command line. Trusted: only the parent writes it."""

import json
from dataclasses import asdict, dataclass


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

    def to_argument(self) -> str:
        """The order as JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def from_argument(cls, argument: str) -> "Order":
        """The order that `to_argument` spelt."""
        return cls(**json.loads(argument))
