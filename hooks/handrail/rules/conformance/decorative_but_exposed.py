"""What is marked as decoration is left out for everybody who listens to the page.

An image with an empty `alt`, or an element with `role="none"`, is meant to be passed over. If the
same element has a label or can be reached by keyboard, browsers read it out all the same.

WAI-ARIA 1.2, 7.1 "Presentational roles conflict resolution". ACT rule 46ca7f.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of, is_html
from handrail.access.focus import is_focusable_by_nature
from handrail.access.hidden import is_exposed
from handrail.access.implicit import has_global_attribute
from handrail.access.quoting import tag_of
from handrail.access.roles import PRESENTATIONAL, explicit_role
from handrail.access.semantics import role_of, with_explicit_role
from handrail.finding import Fault
from handrail.html import Document, Element

ID = "decorative-but-exposed"
LEVEL = "warning"
ACT = ("46ca7f",)
LOOKS_AT = frozenset(("img", "[role]"))

_MEANINGLESS = PRESENTATIONAL | {"generic"}


def check_html(document: Document) -> Iterator[Fault]:
    """Find elements marked as decorative that browsers must expose nevertheless."""
    facts = facts_of(document)
    marked = [e for e, role in with_explicit_role(facts) if role in PRESENTATIONAL]
    marked += [e for e in facts.html("img") if e.attr("alt") == "" and not explicit_role(e)]
    for element in marked:
        if not is_exposed(facts, element) or role_of(facts, element) in _MEANINGLESS:
            continue
        if has_global_attribute(element) or is_focusable_by_nature(facts, element):
            yield _fault(document, element)


def _fault(document: Document, element: Element) -> Fault:
    labels = [name for name in element.attrs if name.startswith("aria-")]
    reason = f'has "{labels[0]}"' if labels else "can be reached by keyboard"
    is_plain_image = is_html(element) and element.tag == "img" and not explicit_role(element)
    mark = 'alt=""' if is_plain_image else 'role="none"'
    return Fault(
        document.place(element),
        f"{tag_of(element)} is marked as decoration with {mark} but {reason}",
        "decide which it is: remove the mark, or remove what makes it matter",
    )
