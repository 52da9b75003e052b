"""The reader: pixels live in its child process and nowhere else.

Parent side (no pixel, no decoder): `reader`, `at_hand`, `reading`, `sources`, `presence`, `wire`, `fields`. All other files are the child.
"""
