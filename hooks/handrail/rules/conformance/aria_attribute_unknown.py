"""Every attribute that starts with `aria-` exists.

A misspelt ARIA attribute does nothing and nobody notices: the label or the state that it was meant
to give is simply missing for people who use a screen reader.

WAI-ARIA 1.2, 6 "Supported states and properties"; WCAG 2.2, 4.1.2 Name, Role, Value.
ACT rule 5f99a7.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.attributes import VALUES
from handrail.access.facts import facts_of
from handrail.access.quoting import cut, tag_of
from handrail.finding import Fault
from handrail.html import Document
from handrail.rules.near import did_you_mean

ID = "aria-attribute-unknown"
LEVEL = "error"
ACT = ("5f99a7",)
LOOKS_AT = frozenset(("[aria-*]",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find attributes that look like ARIA but are not part of it."""
    for element, names in facts_of(document).aria:
        for name in names:
            if name not in VALUES:
                yield Fault(
                    document.place(element),
                    f'there is no attribute "{cut(name)}", used on {tag_of(element)}',
                    did_you_mean(cut(name), VALUES, "remove it, or look its name up in WAI-ARIA"),
                )
