"""Tells whether a QR code says of itself that it is one part of a series (structured append, ISO/IEC 18004 section 8).

zxing-cpp knows but does not tell, so the first four bits are read from the modules it sampled: they sit in the lower right corner, in
rows from the bottom, right before left. A symbol damaged just there may be taken for whole; its text stays untrusted either way.
"""

import zxingcpp

from kiosk.reader.symbol import masked

_STRUCTURED_APPEND = 0b0011  # mode indicator, table 2


def is_fragment(code: zxingcpp.Barcode) -> bool:
    """Whether the code is a part; always false for other symbologies."""
    extra = code.extra
    mask = extra.get("DataMask") if isinstance(extra, dict) else None
    if code.format.name not in ("QRCode", "QRCodeModel2") or not isinstance(mask, int) or not 0 <= mask < 8:
        return False
    modules = memoryview(code.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type]  # a buffer; its stub is silent
    if modules.ndim != 2 or modules.shape is None:
        return False
    last = modules.shape[0] - 1
    bits = 0
    for row, column in ((last, last), (last, last - 1), (last - 1, last), (last - 1, last - 1)):
        dark = modules[row, column] == 0
        bits = bits << 1 | (dark != masked(mask, row, column))
    return bits == _STRUCTURED_APPEND
