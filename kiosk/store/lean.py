"""sqlite-utils without numpy, which it imports where it finds one, only to take arrays as values.

The process that people see loads nothing that pixels need (DESIGN §3), so numpy is out of sight for the length of this import.
"""

import sys

_standing = sys.modules.get("numpy")
sys.modules["numpy"] = None  # type: ignore[assignment]  # None makes `import numpy` fail, see sys.modules
try:
    from sqlite_utils import Database as SqliteUtils
    from sqlite_utils.migrations import Migrations
finally:
    if _standing is None:
        del sys.modules["numpy"]
    else:
        sys.modules["numpy"] = _standing

__all__ = ["Migrations", "SqliteUtils"]
