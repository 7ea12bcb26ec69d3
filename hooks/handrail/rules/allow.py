"""Exceptions that writers allow on the spot: `<!-- allow RULE: reason -->` at the end of the line,
or on a line of its own before the block, and `%% allow RULE: reason` before a line of a diagram."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handrail.finding import Finding, Place
from handrail.page import Page
from handrail.read.diagrams import is_mermaid
from handrail.read.lines import Fence, read_fences
from handrail.rules.near import did_you_mean

_ALLOW = re.compile(
    r"(?P<sign><!--|%%)\s*allow\s+(?P<rule>[\w-]+)\s*:?\s*(?P<reason>.*?)\s*(?:-->|$)"
)


@dataclass(frozen=True)
class Exemption:
    """One exception."""

    rule: str
    """ID of the rule that may find something here."""
    reason: str
    """Why; empty where the writer gave none."""
    place: Place
    """Where it stands."""
    last_line: int
    """Last line it covers, counted from its own."""

    def covers(self, finding: Finding) -> bool:
        """True where the finding is of this rule and in the lines covered."""
        return (
            finding.rule == self.rule
            and finding.place.path == self.place.path
            and self.place.line <= finding.place.line <= self.last_line
        )


def apply(
    findings: Iterable[Finding], pages: Iterable[Page], rules: frozenset[str]
) -> list[Finding]:
    """The findings that no exception covers, and what is wrong with the exceptions.

    `rules` are the IDs that exist.
    """
    exemptions = [exemption for page in pages for exemption in _read(page)]
    reasoned = [exemption for exemption in exemptions if exemption.reason]
    kept, used = [], set()
    for finding in findings:
        covering = [exemption for exemption in reasoned if exemption.covers(finding)]
        used.update(covering)
        kept.extend([] if covering else [finding])
    return [*kept, *_wrong(exemptions, used, rules)]


def _wrong(exemptions: list[Exemption], used: set, rules: frozenset[str]) -> Iterator[Finding]:
    for exemption in exemptions:
        if not exemption.reason:
            yield _finding(
                "allow-without-reason",
                exemption,
                f'the exception for "{exemption.rule}" gives no reason',
                f"write why: <!-- allow {exemption.rule}: reached by phone only -->",
            )
        elif exemption.rule not in rules:
            message = f'there is no rule "{exemption.rule}" to allow'
            help = did_you_mean(exemption.rule, rules, "correct the rule's name")
            yield _finding("allow-unused", exemption, message, help)
        elif exemption not in used:
            message = f'the exception for "{exemption.rule}" is not needed any more'
            yield _finding("allow-unused", exemption, message, "remove it")


def _finding(rule: str, exemption: Exemption, message: str, help: str) -> Finding:
    return Finding(exemption.place, rule, "error", message, help)


def _read(page: Page) -> Iterator[Exemption]:
    if "allow " not in page.text:
        return
    fences = read_fences(page)
    code = {number: fence for fence in fences for number in _inside(fence)}
    lines = dict(enumerate(page.text.split("\n"), 1))
    for number, line in lines.items():
        for match in _ALLOW.finditer(line):
            fence = code.get(number)
            if match["sign"] == "%%" and fence and is_mermaid(fence.info):
                end = _next(lines, number)
            elif match["sign"] == "<!--" and not fence:
                end = _end(lines, number, fences)
            else:
                continue  # an example in code, or words of the protocol
            place = page.place(number, match.start() + 1)
            yield Exemption(match["rule"], match["reason"], place, end)


def _inside(fence: Fence) -> range:
    return range(fence.line + 1, fence.line + len(fence.lines) + 1)


def _end(lines: dict[int, str], number: int, fences: Iterable[Fence]) -> int:
    """Last line that an exception in prose on line `number` covers."""
    if not _is_alone(lines[number]):
        return number
    start = _next(lines, number)
    for fence in fences:
        if fence.line == start:
            return start + len(fence.lines) + 1
    while lines.get(start + 1, "").strip(" >\t"):
        start += 1
    return start


def _next(lines: dict[int, str], number: int) -> int:
    """The first line below `number` that says something other than an exception."""
    below = (at for at in range(number + 1, max(lines) + 1) if not _is_alone(lines[at]))
    return next(below, number)


def _is_alone(line: str) -> bool:
    """True where the line holds nothing but exceptions and the signs before them."""
    return not _ALLOW.sub("", line).strip(" >#\t")
