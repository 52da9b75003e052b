"""Small files that hold keys: written whole or not at all, readable by their owner alone."""

import os
import stat
from pathlib import Path

from kiosk.errors import StoreFault

OWNER_ONLY = 0o600
FOLDER_OWNER_ONLY = 0o700


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet, mode 0600; after this returns it survives a power cut.

    It is whole at any instant: a temporary file is written and synced, then given its name by `link`, which fails where
    the name is taken (`rename` would replace it). Raises `FileExistsError` for a taken name, else `StoreFault`.
    """
    try:
        temporary = _written_beside(path, content)
        try:
            os.link(temporary, path)
        finally:
            temporary.unlink()
        sync_folder(path.parent)
    except FileExistsError:
        raise
    except OSError as error:
        raise _cannot_write(path, error) from None


def replace(path: Path, content: bytes) -> None:
    """Write a file, mode 0600, in the place of the one that may be there: a power cut leaves the one or the other. Raises `StoreFault`."""
    try:
        _written_beside(path, content).replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise _cannot_write(path, error) from None


def read_private(path: Path, most: int) -> bytes:
    """A private file's bytes, at most `most`; raises `StoreFault` for one that others may read, or that is no plain file."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise StoreFault(f"{path} is no plain file. Put the true one back.")
            if about.st_mode & 0o077:
                raise StoreFault(f"Others on this machine may read {path}. Close it with: chmod 600 {path}")
            content = file.read(most + 1)
    except FileNotFoundError:
        raise StoreFault(f"{path} is missing. Put it back from a backup or the recovery sheet.") from None
    except OSError as error:
        raise StoreFault(f"{path} cannot be read ({_why(error)}). Mend its rights or its owner.") from None
    if len(content) > most:
        raise StoreFault(f"{path} is longer than it can be. Put it back from a backup.")
    return content


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable (a file's own sync does not cover its name)."""
    sync(folder)


def sync(path: Path) -> None:
    """Make what a file or a folder holds durable; raises `OSError`."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _written_beside(path: Path, content: bytes) -> Path:
    """A temporary file with the content, synced, in the folder of `path`; what an interrupted one left behind goes."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    path.parent.mkdir(mode=FOLDER_OWNER_ONLY, parents=True, exist_ok=True)
    temporary.unlink(missing_ok=True)
    how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    with os.fdopen(os.open(temporary, how, OWNER_ONLY), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return temporary


def _cannot_write(path: Path, error: OSError) -> StoreFault:
    return StoreFault(f"{path} cannot be written ({_why(error)}). Free space or mend the folder's rights.")


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__
