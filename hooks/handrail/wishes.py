"""What the `handrail` command wishes of the hooks, which another program runs: environment
variables on the way there, exit codes on the way back."""

from __future__ import annotations

import os

SERVING = "HANDRAIL_SERVING"
"""Set to 1 while a preview runs."""
CHECK = "HANDRAIL_CHECK"
"""Asks for findings in a format, for `CHANGES` or for `OUTSIDE`, and for no site."""
CHANGES = "changes"
"""What `CHECK` says where `handrail changes` asks."""
OUTSIDE = "HANDRAIL_OUTSIDE"
"""Names the file for the addresses of other websites."""
RELEASE, PUBLIC, MANUAL = "HANDRAIL_RELEASE", "HANDRAIL_PUBLIC", "HANDRAIL_MANUAL"
"""Set to 1, they ask for a release, for the public edition, and for the manual beside the
protocol."""
SINCE = "HANDRAIL_SINCE"
"""Names the edition in git to compare with."""
BASELINE, WRITE_BASELINE = "HANDRAIL_BASELINE", "HANDRAIL_WRITE_BASELINE"
"""Name the file of known faults, and the one to write them to."""
VOICE = "HANDRAIL_VOICE"
"""Says how much is to be said: quiet, usual or verbose."""
CLEAN, FOUND = 10, 11
"""How a run that wished for a `CHECK` ends. Any other code means that it could not run."""


def asked(name: str) -> bool:
    """True where a variable asks for something."""
    return os.environ.get(name) == "1"


def serving() -> bool:
    """True while a preview runs."""
    return asked(SERVING)
