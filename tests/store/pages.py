"""Every page of a store's file and log in plain, by its key: what somebody finds who holds the file and all keys that remain.

SQLCipher 4 with a raw key: pages of 4096 bytes, AES-256-CBC over all but the last 80, which are the IV (16) and the page's HMAC; the
first 16 bytes of page 1 are salt. A frame of the log is 24 bytes of header and a page as in the file (sqlite.org/fileformat2.html §4.1).
"""

from collections.abc import Collection, Iterator
from pathlib import Path

import numpy as np
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, SALT, LOG_HEAD, FRAME_HEAD = 4096, 80, 16, 32, 24
WINDOW = 8


def plain_pages(path: Path, key: bytes) -> Iterator[bytes]:
    """File and log (`-wal`), free pages and overwritten frames included."""
    content = path.read_bytes()
    for at in range(0, len(content), PAGE):
        yield _plain(content[at : at + PAGE], key, SALT if at == 0 else 0)
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        content = log.read_bytes()
        for at in range(LOG_HEAD, len(content), FRAME_HEAD + PAGE):
            number = int.from_bytes(content[at : at + 4])
            page = content[at + FRAME_HEAD : at + FRAME_HEAD + PAGE]
            if len(page) == PAGE:
                yield _plain(page, key, SALT if number == 1 else 0)


def found_in(pages: Iterator[bytes], needles: Collection[bytes]) -> set[bytes]:
    """Which of the needles (8 bytes at least) stand in some page, whole or but their last 8 bytes."""
    tails = {needle[-WINDOW:]: needle for needle in needles}
    wanted = np.array(sorted(int.from_bytes(tail, "little") for tail in tails), dtype=np.uint64)
    found = set[bytes]()
    for page in pages:
        windows = np.lib.stride_tricks.sliding_window_view(np.frombuffer(page, dtype=np.uint8), WINDOW)
        values = np.ascontiguousarray(windows).view("<u8").ravel()
        nearest = wanted[np.minimum(np.searchsorted(wanted, values), len(wanted) - 1)]
        found |= {tails[int(hit).to_bytes(WINDOW, "little")] for hit in values[nearest == values]}
    return found


def _plain(page: bytes, key: bytes, skipped: int) -> bytes:
    iv = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return decryptor.update(page[skipped : PAGE - RESERVED]) + decryptor.finalize()
