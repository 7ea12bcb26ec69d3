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


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each tag other than a line break, and each `click` that runs a script."""
    for number, line in enumerate(diagram.source.split("\n")):
        for tag in _TAG.finditer(line):
            yield Fault(
                diagram.place.moved(number, diagram.place.column + tag.start()),
                f'the diagram holds the HTML "{tag.group()}"',
                "write plain words; for a line break use <br>",
            )
        script = re.search(r"javascript:|\bclick\s+\S+\s+(?:call\s|\w+\()", line, re.IGNORECASE)
        if script:
            yield Fault(
                diagram.place.moved(number, diagram.place.column + script.start()),
                "the diagram tries to run a script when a step is chosen",
                'link to a page instead: click step "page.md"',
            )
