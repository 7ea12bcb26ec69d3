"""Findings as a JUnit test report, which every CI system shows: one failed case a finding."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from handrail.finding import Finding
from handrail.report.text import as_text


def as_junit(findings: Sequence[Finding]) -> str:
    """One suite; a clean protocol is one passed case."""
    suite = ET.Element("testsuite", name="handrail", errors="0")
    for finding in findings:
        place = finding.place
        case = ET.SubElement(suite, "testcase", classname=place.path, name=_name(finding))
        case.set("file", place.path)
        failure = ET.SubElement(case, "failure", type=finding.rule, message=_clean(finding.message))
        failure.text = _clean(as_text([finding]))
    if not findings:
        ET.SubElement(suite, "testcase", classname="docs", name="No findings")
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(findings)))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suite, "unicode") + "\n"


def _name(finding: Finding) -> str:
    return f"{finding.rule} at line {finding.place.line}, column {finding.place.column}"


def _clean(text: str) -> str:
    """Text without the characters that XML 1.0 does not allow."""
    return "".join(sign for sign in text if sign in "\t\n" or " " <= sign < "\ufffe")
