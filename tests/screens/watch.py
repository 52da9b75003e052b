"""A clock for windows that stands still until it is moved."""


class Watch:
    """Called, it tells its seconds."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds
