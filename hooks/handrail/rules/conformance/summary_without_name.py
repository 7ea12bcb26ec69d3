"""Everything that folds open says what is in it.

A `<summary>` without words is read out as "details, collapsed": people cannot know whether opening
it is worth their while.

WCAG 2.2, 4.1.2 Name, Role, Value. ACT rule 2t702h.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.focus import is_summary
from handrail.access.names import nameless
from handrail.finding import Fault
from handrail.html import Document

ID = "summary-without-name"
LEVEL = "error"
ACT = ("2t702h",)
LOOKS_AT = frozenset(("summary",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find the summaries of details that have no accessible name."""
    facts = facts_of(document)
    for element in nameless(facts, filter(is_summary, facts.html("summary"))):
        yield Fault(
            document.place(element),
            "nothing says what folds open here",
            "write what is inside into the summary",
        )
