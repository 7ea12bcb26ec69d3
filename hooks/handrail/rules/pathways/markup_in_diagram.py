"""A diagram holds words, not HTML.

HTML in a label is shown as it stands or not at all, and a script in one would be a way to attack
readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import Diagram

ID = "markup-in-diagram"
LEVEL = "error"
ACT = ()


_TAG = re.compile(r"<(?!\s*br\s*/?>|-|=)\s*/?\s*[a-z][^<>]*>", re.IGNORECASE)
_SCRIPT = re.compile(
    r"javascript:|(?:^|;)\s*(?P<click>click\s+\S+\s+(?!href\b)[a-z_]\w*)", re.IGNORECASE
)


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each tag other than a line break, and each `click` that runs a script."""
    for number, line in enumerate(diagram.source.split("\n")):
        for tag in _TAG.finditer(line):
            yield Fault(
                diagram.place.moved(number, diagram.place.column + tag.start()),
                f'the diagram holds the HTML "{tag.group()}"',
                "write plain words; for a line break use <br>",
            )
        script = _SCRIPT.search(line)
        if script:
            yield Fault(
                diagram.place.moved(
                    number, diagram.place.column + script.start(script.lastgroup or 0)
                ),
                "the diagram tries to run a script when a step is chosen",
                'link to a page instead: click step "page.md"',
            )
