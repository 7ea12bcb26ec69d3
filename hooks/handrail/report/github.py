"""Findings as annotations on a pull request (GitHub Actions workflow commands)."""

from __future__ import annotations

from collections.abc import Sequence

from handrail.finding import Finding


def as_github(findings: Sequence[Finding]) -> str:
    """One `::error` or `::warning` command a line."""
    return "".join(_command(finding) + "\n" for finding in findings)


def _command(finding: Finding) -> str:
    place = finding.place
    where = f"file={_property(place.path)},line={place.line},col={place.column}"
    text = f"{finding.message}\n{finding.help}"
    return f"::{finding.level} {where},title={_property(finding.rule)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
