"""What people see and touch: one window a station, one file a screen.

PySide6 6.12 takes one reference from None in every call that gives nothing back, as if None were immortal, which it is only from
Python 3.12 on. On 3.11 the program would end with "deallocating None" after some thousand calls; so here None gets references enough.
"""

import ctypes
import sys

if sys.version_info < (3, 12):
    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 60
