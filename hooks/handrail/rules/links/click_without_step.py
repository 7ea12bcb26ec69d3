"""Every `click` in a diagram is about a step of that diagram.

After a step was renamed, its link is lost without a sign: the step is drawn, and leads nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import Diagram
from handrail.rules.near import did_you_mean

ID = "click-without-step"
LEVEL = "error"
ACT = ()

_CLICK = re.compile(r"^\s*click\s+(?P<step>[^\s;]+)\s")


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each `click` whose step is not in the diagram."""
    for above, line in enumerate(diagram.source.split("\n") if diagram.steps else ()):
        for match in filter(None, [_CLICK.match(line)]):
            name = match["step"]
            if name not in diagram.step and name not in diagram.actor:
                column = diagram.place.column + match.start("step")
                help = did_you_mean(name, diagram.step, "name a step of this diagram")
                message = f'click is about "{name}", which is no step of this diagram'
                yield Fault(diagram.place.moved(above, column), message, help)
