"""Every rule, listed by hand, and the one way to run them.

A rule is a module: its docstring is its manual page (the first line is a true sentence about a
good page), `ID` is its name, `LEVEL` is `error` or `warning`, `ACT` lists the W3C accessibility
conformance rules it stands for, and one generator looks at one kind of thing:

* `check_page(page, handbook)` at each Markdown page as written,
* `check_pathway(diagram, handbook)` at each Mermaid diagram,
* `check_html(document)` at each rendered page or plain HTML file,
* `check_handbook(handbook)` at everything together.

A rule that looks only at some kinds of elements names them in `LOOKS_AT`, by tag or as
`[attribute]` (see `handrail.access.facts`), and is spared the pages that have none of them. One
whose mending mends what others find on the same line names those in `COVERS`.

Each yields `Fault`s. Rules never read files, print or change data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from types import ModuleType

from handrail.access.facts import facts_of
from handrail.finding import Finding, Place
from handrail.handbook import Handbook
from handrail.html import Document
from handrail.page import Page
from handrail.pathway import Diagram
from handrail.read.lines import read_fences
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

_FOR_HTML = tuple(rule for rule in RULES if hasattr(rule, "check_html"))

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
        for check, looks in _looks(rule, handbook)
        for look in looks
        if rule.ID in together or _place(look[0]).path in changed
        for finding in _found(rule, check, look)
    ]


def allowed(found: Iterable[Finding], handbook: Handbook) -> list[Finding]:
    """The findings that no exception covers, and what is wrong with exceptions, by place. What
    stands in a fence that is never closed may be code or words, and is judged when it is closed."""
    kept = allow.apply(found, handbook.pages, frozenset(rule.ID for rule in RULES))
    opened = {p.path: f.line for p in handbook.pages for f in read_fences(p) if not f.closed}
    kept = [f for f in kept if f.place.line <= opened.get(f.place.path, f.place.line)]
    covers = {rule.ID: getattr(rule, "COVERS", ()) for rule in RULES}
    told = {(f.place.path, f.place.line, rule) for f in kept for rule in covers.get(f.rule, ())}
    return sorted(f for f in kept if (f.place.path, f.place.line, f.rule) not in told)


def check_document(document: Document) -> list[Finding]:
    """Run the rules for HTML over one document. Returns all findings, sorted by place."""
    kinds = facts_of(document).kinds
    return sorted(
        finding
        for rule in _FOR_HTML
        if not (hasattr(rule, "LOOKS_AT") and rule.LOOKS_AT.isdisjoint(kinds))
        for finding in _found(rule, rule.check_html, (document,))
    )


def run_rule(rule: ModuleType, handbook: Handbook) -> Iterator[Finding]:
    """What one rule finds in a protocol, in the order it looks."""
    for check, looks in _looks(rule, handbook):
        for look in looks:
            yield from _found(rule, check, look)


def _looks(rule: ModuleType, handbook: Handbook) -> Iterator[tuple[Callable, Iterable[tuple]]]:
    """(generator, its arguments each time) for all that a rule looks at."""
    if hasattr(rule, "check_page"):
        yield rule.check_page, zip(_pages(rule, handbook), repeat(handbook))
    if hasattr(rule, "check_pathway"):
        yield rule.check_pathway, zip(handbook.diagrams, repeat(handbook))
    if hasattr(rule, "check_html"):
        yield rule.check_html, zip(_documents(rule, handbook.rendered.values()))
    if hasattr(rule, "check_handbook"):
        yield rule.check_handbook, [(handbook,)]


def _pages(rule: ModuleType, handbook: Handbook) -> Iterable[Page]:
    """The pages that have something for a rule to look at."""
    if not hasattr(rule, "LOOKS_AT"):
        return handbook.pages
    documents = handbook.rendered
    return [page for page in handbook.pages if _concerns(rule, documents[page.uri])]


def _documents(rule: ModuleType, documents: Iterable[Document]) -> Iterable[Document]:
    """The same of rendered pages."""
    if not hasattr(rule, "LOOKS_AT"):
        return documents
    return [each for each in documents if _concerns(rule, each)]


def _concerns(rule: ModuleType, document: Document) -> bool:
    """True where a document has a kind of element that the rule looks at."""
    return not rule.LOOKS_AT.isdisjoint(facts_of(document).kinds)


def _found(rule: ModuleType, check: Callable, look: tuple) -> Sequence[Finding]:
    """What one look finds. A preview looks again at the documents that it has: they keep it."""
    notes = look[0].notes if check.__name__ == "check_html" else None
    if notes and rule.ID in notes:
        return notes[rule.ID]
    found: list[Finding] = []
    try:
        for fault in check(*look):
            found.append(
                Finding(fault.place, rule.ID, rule.LEVEL, fault.message, fault.help, rule.ACT)
            )
    except Exception as error:  # any crash must reach the reader, named, and stop the build
        message = f"rule {rule.ID} could not run here: {type(error).__name__}: {error}"
        help = "this is a fault in Handrail, not in the page; please report it with the page"
        found.append(Finding(_place(look[0]), CRASHED, "error", message, help))
    if notes is not None:
        notes[rule.ID] = found or ()
    return found


def _place(what: Page | Diagram | Document | Handbook) -> Place:
    """The place to name if a rule breaks down when it looks at something."""
    if isinstance(what, Handbook):
        return Place("mkdocs.yml")
    return what.place if isinstance(what, Diagram) else Place(what.path)
