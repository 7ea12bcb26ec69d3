"""The part of the accessibility statement that is measured: how far the site meets the standard,
what was examined and how, and what does not conform.

The publisher writes the rest, and a table below the heading `#known-problems` with why each problem
is there and by when it is mended; a measured failure is joined to the row that names its rule. The
page asks for this part by `accessibility statement` under `shows`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from html import escape

from handrail.audit import FULLY, NOT, PARTIALLY, Audit
from handrail.dates import in_words
from handrail.handbook import Handbook
from handrail.html import Element, words
from handrail.page import Page
from handrail.registers.addition import Addition
from handrail.registers.markup import table

NAME = "accessibility statement"
STATUS, MEASURED, PROBLEMS = "compliance-status", "how-we-tested", "known-problems"
"""Headings below which the parts stand; without them, at the end of the page."""

_STANDARD = "the Web Content Accessibility Guidelines (WCAG) version 2.2, level AA"
_BECAUSE = {
    FULLY: "",
    PARTIALLY: ", due to what is listed below",
    NOT: ", because most of the pages that were examined fail it, as listed below",
}
_YEAR = 366


def add(page: Page, handbook: Handbook) -> Iterator[Addition]:
    """The measured parts of a page that asks for them."""
    if "shows" in page.fields and NAME in page.fields["shows"].values:
        reasons = _reasons(page, handbook)
        yield Addition(_status(handbook, len(reasons)), STATUS, True)
        yield Addition(_examinations(handbook.audit), MEASURED, True)
        yield Addition(_failures(handbook.audit, reasons), PROBLEMS, True)


def _status(handbook: Handbook, problems: int) -> str:
    audit = handbook.audit
    status = audit.status(problems)
    if not status:
        return (
            "<p>This site has not been audited yet. "
            f"Nobody can say how far it meets {_STANDARD}, and this statement does not.</p>"
        )
    because = _BECAUSE[status] if audit.failures or problems else ""
    said = [f"<p>This site is <strong>{status}</strong> with {_STANDARD}{because}.</p>"]
    if not any(one.by_people for one in audit.examinations):
        said.append(
            "<p>Only programs have examined it so far. They cannot find everything, so full "
            "compliance is not claimed.</p>"
        )
    oldest = min(one.day for one in audit.examinations)
    if (handbook.settings.today - oldest).days > _YEAR:
        said.append(
            f"<p>Part of this was measured on {in_words(oldest)}, more than a year ago, and may no "
            "longer be true.</p>"
        )
    return "\n".join(said)


def _examinations(audit: Audit) -> str:
    if not audit.examinations:
        return "<p>Nothing has been tested yet.</p>"
    rows = [
        (escape(one.by), escape(one.how), in_words(one.day), str(one.pages), str(len(one.failures)))
        for one in audit.examinations
    ]
    head = ("Tested by", "How", "When", "Pages", "Failures found")
    return table("How this site was tested", head, rows)


def _failures(audit: Audit, reasons: dict[str, str]) -> str:
    """What was found, one row for each rule."""
    if not audit.examinations:
        return "<p>Problems that testing finds will be listed here.</p>"
    by_rule = defaultdict(list)
    for failure in audit.failures:
        by_rule[failure.rule].append(failure)
    if not by_rule:
        return "<p>The tests found no failures.</p>"
    rows = [
        (
            escape(rule),
            escape(found[0].says),
            f"{len({one.page for one in found})}, such as {escape(found[0].page)}",
            _reason(rule, reasons),
        )
        for rule, found in sorted(by_rule.items())
    ]
    head = ("Rule", "What is wrong", "Pages", "Why, and by when it is mended")
    return table("What the tests found", head, rows)


def _reason(rule: str, reasons: dict[str, str]) -> str:
    """What the publisher says of a rule."""
    said = next((said for problem, said in reasons.items() if rule in problem.split()), "")
    return escape(said) or "No reason and no date given yet"


def _reasons(page: Page, handbook: Handbook) -> dict[str, str]:
    """By problem, the other cells of its row in the publisher's table."""
    document = handbook.rendered[page.uri]
    heading = document.ids.get(PROBLEMS)
    found: dict[str, str] = {}
    for node in heading.next_siblings if heading else ():
        if isinstance(node, Element) and node.tag in ("h1", "h2"):
            break
        if isinstance(node, Element) and node.tag == "table":
            for row in node.iter_elements("tr"):
                cells = [words(cell) for cell in row.iter_elements("td")]
                if cells and cells[0]:
                    found[cells[0]] = "; ".join(cell for cell in cells[1:] if cell)
    return found
