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

from collections.abc import Iterable, Iterator
from types import ModuleType

from handrail.finding import Fault, Finding, Place
from handrail.handbook import Handbook
from handrail.html import Document
from handrail.rules import access, conformance, links, pathways, records

RULES: tuple[ModuleType, ...] = (
    *records.RULES,
    *links.RULES,
    *pathways.RULES,
    *access.RULES,
    *conformance.RULES,
)


def check_handbook(handbook: Handbook) -> list[Finding]:
    """Run every rule over a protocol. Returns all findings, sorted by place."""
    return sorted(finding for rule in RULES for finding in _run(rule, handbook))


def check_document(document: Document) -> list[Finding]:
    """Run the rules for HTML over one document. Returns all findings, sorted by place."""
    found = (
        finding
        for rule in RULES
        if hasattr(rule, "check_html")
        for finding in _as_findings(rule, rule.check_html, (document,), Place(document.path))
    )
    return sorted(found)


def _run(rule: ModuleType, handbook: Handbook) -> Iterator[Finding]:
    for name, subjects in (
        ("check_page", ((page, handbook) for page in handbook.pages)),
        ("check_pathway", ((diagram, handbook) for diagram in handbook.diagrams)),
        ("check_html", ((document,) for document in handbook.rendered.values())),
        ("check_handbook", ((handbook,),)),
    ):
        check = getattr(rule, name, None)
        if check:
            for arguments in subjects:
                yield from _as_findings(rule, check, arguments, _start(arguments[0]))


def _start(subject: object) -> Place:
    """The place to name when a rule crashes on `subject`."""
    return getattr(subject, "place", None) if not callable(getattr(subject, "place", None)) \
        else Place(getattr(subject, "path", "docs"))


def _as_findings(rule: ModuleType, check, arguments: Iterable, start: Place) -> Iterator[Finding]:
    """What `check` yields, as findings. A rule that crashes is itself a finding: silence must
    mean clean."""
    try:
        for fault in check(*arguments):
            yield Finding(fault.place, rule.ID, rule.LEVEL, fault.message, fault.help, rule.ACT)
    except Exception as error:  # noqa: BLE001 - any crash must reach the reader as a finding
        fault = _crash(rule, error, start)
        yield Finding(fault.place, "rule-crashed", "error", fault.message, fault.help)


def _crash(rule: ModuleType, error: Exception, start: Place) -> Fault:
    return Fault(
        start,
        f"rule {rule.ID} could not run here: {type(error).__name__}: {error}",
        "this is a fault in Handrail, not in the page; please report it with the page attached",
    )
