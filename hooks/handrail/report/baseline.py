"""A baseline: what was wrong when a site began to be checked, so that it need not all be mended at
once, while nothing is added.

An entry names the rule, the page and the fault in the writer's own words. Lines move and counts
change, so neither is part of it. What a baseline still holds of a fault that was mended is told, so
that the file only shrinks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from handrail.finding import Finding

VERSION = 1
Entry = tuple[str, str, str]
"""Path of the page, ID of the rule, the fault."""

_ALWAYS = "rule-crashed"
_QUOTED_OR_NUMBER = re.compile(r'"[^"]*"|\d+')


class WrongBaseline(Exception):
    """A file that is no baseline. Its text is a plain sentence."""


def settle(
    findings: Sequence[Finding], baseline: str | None, wanted: str | None
) -> tuple[list[Finding], str]:
    """The findings that are left, and what is to be told about the baseline, each on its line.

    `baseline` is the file of faults that are known; `wanted` the file to write. With both, what is
    written is what of the known is still there. Raises `WrongBaseline`.
    """
    known = read_baseline(Path(baseline)) if baseline else frozenset()
    new, old = without(findings, known)
    still = frozenset(map(entry_of, old))
    said = _say_mended(known - still, baseline, wanted)
    if wanted:
        crashed = [finding for finding in findings if finding.rule == _ALWAYS]
        kept = still if baseline else frozenset(map(entry_of, findings)) - {*map(entry_of, crashed)}
        _write(Path(wanted), as_baseline(kept))
        said += f"Wrote {_faults(len(kept))} to {wanted}.\n"
        new = new if baseline else crashed
    return new, said


def without(
    findings: Iterable[Finding], known: frozenset[Entry]
) -> tuple[list[Finding], list[Finding]]:
    """(findings that are new, findings that are known). A rule that could not run is always new."""
    new: list[Finding] = []
    old: list[Finding] = []
    for finding in findings:
        is_old = finding.rule != _ALWAYS and entry_of(finding) in known
        (old if is_old else new).append(finding)
    return new, old


def entry_of(finding: Finding) -> Entry:
    """What stays the same of a finding while the page around it changes."""
    fault = _QUOTED_OR_NUMBER.sub(_stable, finding.message)
    return finding.place.path, finding.rule, fault


def _stable(found: re.Match) -> str:
    """Quoted words as they are, a sign for a number."""
    return found.group(0) if found.group(0).startswith('"') else "#"


def as_baseline(entries: Iterable[Entry]) -> str:
    """The file's text: one line for each fault, so that changes can be read line by line."""
    lines = ",\n".join(
        json.dumps({"path": path, "rule": rule, "fault": fault}, ensure_ascii=False)
        for path, rule, fault in sorted(entries)
    )
    return f'{{"version": {VERSION}, "faults": [\n{lines}\n]}}\n'


def read_baseline(file: Path) -> frozenset[Entry]:
    """The faults that a file knows. Raises `WrongBaseline`."""
    try:
        values = json.loads(file.read_text("utf-8"))
        faults = values["faults"]
        entries = frozenset((one["path"], one["rule"], one["fault"]) for one in faults)
    except OSError as error:
        raise WrongBaseline(f"{file} cannot be read: {error.strerror}") from None
    except (ValueError, TypeError, KeyError):
        message = f"{file} is no baseline; handrail check --write-baseline {file} makes one"
        raise WrongBaseline(message) from None
    if values.get("version") != VERSION:
        raise WrongBaseline(f"{file} is of version {values.get('version')}, not {VERSION}")
    return entries


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, "utf-8")
    except OSError as error:
        raise WrongBaseline(f"{file} cannot be written: {error.strerror}") from None


def _say_mended(mended: frozenset[Entry], baseline: str | None, wanted: str | None) -> str:
    if not mended:
        return ""
    how = "" if wanted else f"; --write-baseline {baseline} as well drops what was mended"
    return f"{_faults(len(mended))} of {baseline} found no more{how}.\n"


def _faults(count: int) -> str:
    return "1 fault" if count == 1 else f"{count} faults"
