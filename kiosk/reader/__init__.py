"""The reader: pixels live in its child process and nowhere else.

Parent side (no pixel, no decoder): `reader` with what it is made of, `reading`, `presence`. The child's files are those that
pyproject's contracts keep apart: `work`, and whatever it hands a picture to.
"""
