"""The commands, a module for each: its arguments, and what it does with them.

Each is imported when it is asked for and no sooner, so that a check or a preview, which runs in
MkDocs anyway, does not first load here what only other commands need.
"""

CLEAN, FOUND, COULD_NOT_RUN = 0, 1, 2
"""How `handrail check` ends."""
