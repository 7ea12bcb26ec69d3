"""Findings as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from handrail.finding import Finding


def as_json(findings: Sequence[Finding]) -> str:
    """`{"version": 1, "findings": [...]}` with 1-based lines and columns."""
    rows = [
        {
            "path": finding.place.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "rule": finding.rule,
            "level": finding.level,
            "message": finding.message,
            "help": finding.help,
            "act": list(finding.act),
        }
        for finding in findings
    ]
    return json.dumps({"version": 1, "findings": rows}, indent=2, ensure_ascii=False) + "\n"
