"""Puts statements of a test into the real child, before its door shuts."""

from kiosk.reader import process


def before_the_door(*statements: str) -> None:
    """Have each child that this process starts from now on run these first; a test undoes it by monkeypatch."""
    original = process.command
    planted = "".join(f"exec({one!r}); " for one in statements)

    def command(wire: int) -> list[str]:
        line = original(wire)
        line[3] = line[3].replace("from kiosk.reader.child", f"{planted}from kiosk.reader.child")
        return line

    process.command = command


def canary(seed: int, *, leak: bool = False) -> str:
    """The statement that plants a canary."""
    return f"from tests.faceless.canary import plant; plant({seed}, leak={leak})"
