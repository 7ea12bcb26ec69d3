"""Asks for many addresses: several websites at a time, each one slowly."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from handrail.outside.ask import FINE, MOVED, SILENT, Answer, Manners, ask, opener

AT_ONCE = 8
"""Websites that are asked at the same time."""
ENOUGH = 3
"""Pages without any answer after which a website counts as silent."""


def ask_all(
    addresses: Iterable[str], manners: Manners, heard: Callable[[str, Answer], None]
) -> dict[str, Answer]:
    """The answer for each address. `heard` is told of each as it comes.

    One website is asked for one page at a time, with a pause in between.
    """
    sites: dict[str, list[str]] = {}
    for address in addresses:
        sites.setdefault(urlsplit(address).netloc.casefold(), []).append(address)

    def ask_site(group: list[str]) -> dict[str, Answer]:
        return _ask_site(group, manners, heard)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = list(pool.map(ask_site, sites.values()))
    return {address: answer for answers in done for address, answer in answers.items()}


def _ask_site(
    addresses: list[str], manners: Manners, heard: Callable[[str, Answer], None]
) -> dict[str, Answer]:
    asker, answers = opener(), {}
    for address in addresses:
        if answers and len(_silent(answers)) < ENOUGH:
            manners.sleep(manners.pause)
        # A website that has not answered at all is asked for a further page only once, and after a
        # few pages no more.
        silent = _silent(answers)
        patience = replace(manners, tries=1) if silent else manners
        heard_enough = len(silent) >= ENOUGH
        answers[address] = silent[-1] if heard_enough else ask(address, patience, asker)
        heard(address, answers[address])
    return answers


def _silent(answers: dict[str, Answer]) -> list[Answer]:
    """The answers that were none, not even a status."""
    return [a for a in answers.values() if a.kind == SILENT and not a.said[0].isdigit()]


def read_memory(file: Path, today: date, days: int) -> dict[str, Answer]:
    """Answers of the last `days` that need no new question: what was there, or has moved."""
    try:
        entries = json.loads(file.read_text("utf-8"))
        return {
            address: Answer(entry["kind"], entry["said"], entry["now_at"])
            for address, entry in entries.items()
            if entry["kind"] in (FINE, MOVED)
            and (today - date.fromisoformat(entry["day"])).days < days
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}  # there is none, or it cannot be read: then every website is asked


def write_memory(
    file: Path, answers: dict[str, Answer], known: dict[str, Answer], today: date
) -> None:
    """Remember answers for the next time. Those that were known before keep their day."""
    try:
        old = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        old = {}
    entries = {
        address: old[address] if address in known else {**asdict(answer), "day": today.isoformat()}
        for address, answer in sorted(answers.items())
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(entries, indent=1, ensure_ascii=False) + "\n", "utf-8")
