"""A page of the protocol asks for nothing that it would send away.

The site has no server of its own: what people type into a form goes to whoever its address names,
and with it what they said about a family. Data protection law; WCAG 2.2, 3.3 Input assistance.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "form-in-page"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("form", "[formaction]"))


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each form, and for each button that sends one elsewhere."""
    written = written_of(page, handbook)
    for form in written.elements("form"):
        target = form.attr("action") or "nowhere"
        yield Fault(
            written.place(form),
            f'the form sends what people type to "{target}"',
            "write the questions in a table to be printed, or link to the service's own form",
        )
    for element, name in written.with_attribute("formaction"):
        yield Fault(
            written.place_of_attribute(element, name),
            f'the button sends what people type to "{element.attr(name)}"',
            f"remove {name}",
        )
