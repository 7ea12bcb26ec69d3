"""Findings out: as text for people, annotations for pull requests, JSON for machines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handrail.finding import Finding
from handrail.report.github import as_github
from handrail.report.machine import as_json
from handrail.report.text import as_text, summary

FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}
"""By the names that `handrail check --format` takes. Each ends with a line end or is empty."""

__all__ = ["FORMATS", "summary"]
