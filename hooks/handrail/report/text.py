"""Findings for people at a terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handrail.finding import Fault, Finding


def as_text(findings: Sequence[Finding]) -> str:
    """Two lines a finding: where and what, then how to mend it."""
    return "".join(
        f"{as_line(finding)}\n    help: {_on_one_line(finding.help)}\n" for finding in findings
    )


def as_line(finding: Finding) -> str:
    """`path:line:column: level: message [rule]`, which editors and CI systems recognise."""
    place = finding.place
    where = f"{place.path}:{place.line}:{place.column}"
    return _on_one_line(f"{where}: {finding.level}: {finding.message} [{finding.rule}]")


def as_sentences(faults: Sequence[Fault]) -> str:
    """What keeps the check from running, in the same form, without a rule."""
    lines = []
    for fault in faults:
        place = f"{fault.place.path}:{fault.place.line}:{fault.place.column}"
        lines.append(_on_one_line(f"{place}: error: {fault.message}"))
        lines += [f"    help: {_on_one_line(fault.help)}"] if fault.help else []
    return "\n".join(lines)


def in_sentences(finding: Finding) -> str:
    """What is wrong and how to mend it, for reports that have one field for both."""
    return f"{sentence(finding.message)} To mend it: {sentence(finding.help)}"


def sentence(words: str) -> str:
    """Words with what ends a sentence."""
    return words + ("" if words.endswith(("?", "!", ".")) else ".")


def _on_one_line(words: str) -> str:
    """Without what could end the line, move the cursor or pass for another finding."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", words)


def summary(findings: Sequence[Finding]) -> str:
    """One sentence that counts the findings."""
    errors = sum(finding.level == "error" for finding in findings)
    warnings = len(findings) - errors
    if not findings:
        return "No findings."
    return f"Found {_count(errors, 'error')} and {_count(warnings, 'warning')}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
