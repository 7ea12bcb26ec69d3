"""Every rule, listed by hand, and the one way to run them.

A rule is a module: its docstring is its manual page (the first line is a true sentence about a
good page), `ID` is its name, `LEVEL` is `error` or `warning`, `ACT` lists the W3C accessibility
conformance rules it stands for, and one generator looks at one kind of thing:

* `check_page(page, handbook)` at each Markdown page as written,
* `check_pathway(diagram, handbook)` at each Mermaid diagram,
* `check_html(document)` at each rendered page or plain HTML file,
* `check_handbook(handbook)` at everything together.

Each yields `Fault`s. Rules never read files, print or change data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import ModuleType

from handrail.finding import Finding, Place
from handrail.handbook import Handbook
from handrail.html import Document
from handrail.rules import (
    access,
    allow,
    conformance,
    law,
    links,
    pathways,
    people,
    records,
    review,
    words,
)

RULES: tuple[ModuleType, ...] = (
    *records.RULES,
    *people.RULES,
    *review.RULES,
    *links.RULES,
    *law.RULES,
    *words.RULES,
    *pathways.RULES,
    *access.RULES,
    *conformance.RULES,
)

CRASHED = "rule-crashed"
"""The rule ID of a finding that says that a rule could not run: silence must mean clean."""


def check_handbook(handbook: Handbook) -> list[Finding]:
    """Run every rule over a protocol. Returns what no exception allows, sorted by place."""
    return allowed(found_by_rules(handbook), handbook)


def found_by_rules(handbook: Handbook) -> list[Finding]:
    """What every rule finds, whatever exceptions say."""
    return [finding for rule in RULES for finding in run_rule(rule, handbook)]


def found_again(
    handbook: Handbook, before: Iterable[Finding], changed: frozenset[str]
) -> list[Finding]:
    """The same after a change, in a hurry: what rules found `before` page by page stays, but on the
    pages that have `changed`, named from the project's folder."""
    together = {rule.ID for rule in RULES if hasattr(rule, "check_handbook")} | {CRASHED}
    kept = [
        finding
        for finding in before
        if finding.rule not in together and finding.place.path not in changed
    ]
    return kept + [
        finding
        for rule in RULES
        for look in _looks(rule, handbook)
        if rule.ID in together or look[2].path in changed
        for finding in _found(rule, *look)
    ]


def allowed(found: Iterable[Finding], handbook: Handbook) -> list[Finding]:
    """The findings that no exception covers, and what is wrong with exceptions, by place."""
    return sorted(allow.apply(found, handbook.pages, frozenset(rule.ID for rule in RULES)))


def check_document(document: Document) -> list[Finding]:
    """Run the rules for HTML over one document. Returns all findings, sorted by place."""
    rules = [rule for rule in RULES if hasattr(rule, "check_html")]
    start = Place(document.path)
    return sorted(
        finding for rule in rules for finding in _found(rule, rule.check_html, (document,), start)
    )


def run_rule(rule: ModuleType, handbook: Handbook) -> Iterator[Finding]:
    """What one rule finds in a protocol, in the order it looks."""
    for check, arguments, start in _looks(rule, handbook):
        if check.__name__ != "check_html":
            yield from _found(rule, check, arguments, start)
            continue
        # A preview looks again at the documents that it has.
        notes = arguments[0].notes
        if rule.ID not in notes:
            notes[rule.ID] = list(_found(rule, check, arguments, start))
        yield from notes[rule.ID]


def _looks(rule: ModuleType, handbook: Handbook) -> Iterator[tuple[Callable, tuple, Place]]:
    """(generator, its arguments, the place to name if it crashes) for all that a rule looks at."""
    if hasattr(rule, "check_page"):
        for page in handbook.pages:
            yield rule.check_page, (page, handbook), page.start
    if hasattr(rule, "check_pathway"):
        for diagram in handbook.diagrams:
            yield rule.check_pathway, (diagram, handbook), diagram.place
    if hasattr(rule, "check_html"):
        for document in handbook.rendered.values():
            yield rule.check_html, (document,), Place(document.path)
    if hasattr(rule, "check_handbook"):
        yield rule.check_handbook, (handbook,), Place("mkdocs.yml")


def _found(
    rule: ModuleType, check: Callable, arguments: Iterable, start: Place
) -> Iterator[Finding]:
    try:
        for fault in check(*arguments):
            yield Finding(fault.place, rule.ID, rule.LEVEL, fault.message, fault.help, rule.ACT)
    except Exception as error:  # any crash must reach the reader, named, and stop the build
        yield Finding(
            start,
            CRASHED,
            "error",
            f"rule {rule.ID} could not run here: {type(error).__name__}: {error}",
            "this is a fault in Handrail, not in the page; please report it with the page",
        )
