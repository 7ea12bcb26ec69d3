"""Findings out: as text for people, annotations for pull requests, files for machines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handrail.finding import Finding
from handrail.report.github import as_github
from handrail.report.gitlab import as_gitlab
from handrail.report.junit import as_junit
from handrail.report.machine import as_json
from handrail.report.sarif import as_sarif
from handrail.report.text import as_text, summary

FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": as_text,
    "github": as_github,
    "gitlab": as_gitlab,
    "json": as_json,
    "junit": as_junit,
    "sarif": as_sarif,
}
"""By the names that `handrail check --format` takes. Each ends with a line end or is empty."""

__all__ = ["FORMATS", "summary"]
