"""What websites answered, as findings at the lines that use them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from handrail.finding import Finding, Place
from handrail.outside.ask import CLOSED, FINE, GONE, MOVED, SILENT, Answer

_RULES = {
    GONE: ("outside-gone", "error", "is gone", "find out where it is now, or remove the link"),
    MOVED: ("outside-moved", "warning", "has moved", "write {now_at}"),
    SILENT: (
        "outside-silent", "warning", "gives no answer",
        "try it in a browser; if it works there, check again another day",
    ),
}  # fmt: skip


def as_findings(
    uses: Mapping[str, Iterable[Place]], answers: Mapping[str, Answer]
) -> list[Finding]:
    """One finding for each place that uses an address which has moved, is gone or is silent."""
    return sorted(
        _finding(address, answers[address], place)
        for address, places in uses.items()
        if answers[address].kind in _RULES
        for place in places
    )


def _finding(address: str, answer: Answer, place: Place) -> Finding:
    rule, level, fact, help = _RULES[answer.kind]
    said = "" if answer.kind == MOVED else f": {answer.said}"
    message = f'"{address}" {fact}{said}'
    return Finding(place, rule, level, message, help.format(now_at=answer.now_at))


def in_one_line(answers: Mapping[str, Answer]) -> str:
    """How many addresses there are of each kind."""
    counts = Counter(answer.kind for answer in answers.values())
    return (
        f"{len(answers)} addresses: {counts[FINE]} there, {counts[MOVED]} moved, "
        f"{counts[GONE]} gone, {counts[SILENT]} without an answer, "
        f"{counts[CLOSED]} closed to programs."
    )


def closed(answers: Mapping[str, Answer]) -> list[str]:
    """Addresses that people may open and programs may not: somebody has to look."""
    return [
        f"{address} ({answer.said})"
        for address, answer in sorted(answers.items())
        if answer.kind == CLOSED
    ]
