"""The text of a provisioning code: settings on their way from one kiosk to another, `HKP:` and base45. Pure.

Packed are a format number and, by zlib, a JSON object of settings' tables. It is outside text until the settings have checked it, and
whoever takes it sees it first.
"""

import json
import zlib
from typing import Any

from kiosk.codes import base45
from kiosk.errors import CodeFault

PREFIX = "HKP:"
LONGEST = 2_000
"""Characters of a code: about what a screen still shows well."""
MOST_BYTES = 16_384
"""Of the JSON in it."""
_FORMAT = b"\x01"
_NONE = "That is no provisioning code, or a character of it is missing. Make it anew with: kiosk codes settings FILE"


def encode(tables: dict[str, Any]) -> str:
    """The code's text; `CodeFault` where it would be too long."""
    content = json.dumps(tables, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    text = PREFIX + base45.encode(_FORMAT + zlib.compress(content, 9))
    if len(text) > LONGEST or len(content) > MOST_BYTES:
        raise CodeFault("These settings are too long for a code. Carry kiosk.toml itself on a stick.")
    return text


def decode(untrusted_text: str) -> dict[str, Any]:
    """The tables again, not checked yet; `CodeFault` for any other text."""
    untrusted_text = untrusted_text.strip("\r\n")
    if not untrusted_text.startswith(PREFIX) or len(untrusted_text) > LONGEST:
        raise CodeFault(_NONE)
    try:
        packed = base45.decode(untrusted_text.removeprefix(PREFIX))
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(packed[len(_FORMAT) :], MOST_BYTES)
        whole = packed.startswith(_FORMAT) and unpacking.eof and not unpacking.unused_data
        tables = json.loads(content) if whole else None
    except (ValueError, zlib.error, RecursionError):
        raise CodeFault(_NONE) from None
    if not isinstance(tables, dict):
        raise CodeFault(_NONE)
    return tables
