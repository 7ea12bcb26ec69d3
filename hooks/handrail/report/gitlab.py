"""Findings as a GitLab code quality report, shown beside the lines of a merge request."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from handrail.finding import Finding
from handrail.report.text import in_sentences

SEVERITY = {"error": "major", "warning": "minor"}


def as_gitlab(findings: Sequence[Finding]) -> str:
    """A list of issues. A fingerprint stays the same when other lines of the page move."""
    seen: dict[str, int] = {}
    return json.dumps([_issue(f, seen) for f in findings], indent=2, ensure_ascii=False) + "\n"


def _issue(finding: Finding, seen: dict[str, int]) -> dict:
    place = finding.place
    key = f"{finding.rule}\0{place.path}\0{finding.message}"
    seen[key] = seen.get(key, 0) + 1
    return {
        "description": in_sentences(finding),
        "check_name": finding.rule,
        "fingerprint": hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest(),
        "severity": SEVERITY[finding.level],
        "location": {"path": place.path, "lines": {"begin": place.line}},
    }
