"""A place in a diagram, and what stands there."""

from __future__ import annotations

import re

STOP = re.compile(r"[ \t]*(?:[;\n]|\Z)")
"""The end of a statement."""
GAP = re.compile(r"[ \t]*")
SPACE = re.compile(r"[ \t\r\n]*")
"""What may stand between the parts of a statement, line ends included."""
BETWEEN = re.compile(r"[ \t\r\n;]*")
"""What may stand between two statements."""
QUOTED = re.compile(r'"[^"]*"')
BARE = re.compile(r'[^][(){}|"]*')
"""Words without quotes."""
ARROW = re.compile(r"--|==|-\.")
"""What begins an arrow."""


class Cursor:
    """The text of a diagram, and how far it is read."""

    def __init__(self, text: str, at: int):
        self.text = text
        self.at = at

    def take(self, pattern: re.Pattern) -> str:
        """What the pattern matches here; go past it."""
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return match.group(0) if match else ""

    def sees(self, pattern: re.Pattern) -> re.Match | None:
        """The same without going on."""
        return pattern.match(self.text, self.at)

    def starts(self, sign: str) -> bool:
        """True where `sign` stands here."""
        return self.text.startswith(sign, self.at)

    def line_end(self, at: int) -> int:
        """Where the line of a place ends."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def line(self, at: int) -> str:
        """The rest of the line of a place."""
        return self.text[at : self.line_end(at)]
