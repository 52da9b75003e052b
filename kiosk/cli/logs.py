"""The log, on stderr: for a person a line of words; for the journal of a service one JSON object a line.

The journal adds the time, the unit and the process; the number in front is the priority that it files a line under (sd-daemon(3)).
"""

import json
import logging
import sys

_PRIORITY = {logging.ERROR: 3, logging.WARNING: 4, logging.INFO: 6}


class AsJson(logging.Formatter):
    """`{"level", "room", "says"}`. An exception is told by its kind alone: its words may hold a code."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {"level": record.levelname.lower(), "room": record.name, "says": record.getMessage()}
        if record.exc_info and record.exc_info[0]:
            entry["fault"] = record.exc_info[0].__name__
        return f"<{_PRIORITY.get(record.levelno, 6)}>{json.dumps(entry, ensure_ascii=False)}"


def begin_log(*, as_json: bool) -> None:
    """From now on what the rooms log is written."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(AsJson() if as_json else logging.Formatter("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
