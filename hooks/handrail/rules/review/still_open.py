"""How much of a template is still to be filled in."""

from __future__ import annotations

from handrail.handbook import Handbook
from handrail.read.placeholders import read_examples, read_placeholders


def still_open(handbook: Handbook) -> str:
    """One line that counts what a release refuses; empty where nothing is open, and in a release,
    which lists it."""
    gaps = sum(len(read_placeholders(page)) for page in handbook.pages)
    contacts = sum(len(read_examples(page)) for page in handbook.pages)
    if handbook.settings.release or not (gaps or contacts):
        return ""
    return (
        f"Still open: {_count(gaps, 'placeholder')} to fill in and "
        f"{_count(contacts, 'example contact')} to replace. "
        "handrail check --release lists them.\n"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
