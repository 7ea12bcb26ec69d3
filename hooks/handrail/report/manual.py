"""The manual of the rules, made of what each says of itself."""

from __future__ import annotations

import inspect
from types import ModuleType

from handrail.rules import RULES

BY_ID = {rule.ID: rule for rule in RULES}
"""Every rule by its name."""


def all_rules() -> str:
    """One line for each rule."""
    return "".join(f"{name:34}{_manual(rule).splitlines()[0]}\n" for name, rule in BY_ID.items())


def one_rule(name: str) -> str:
    """Everything a rule says of itself."""
    rule = BY_ID[name]
    return f"{rule.ID} ({rule.LEVEL})\n\n{_manual(rule)}\n"


def _manual(rule: ModuleType) -> str:
    return inspect.getdoc(rule) or ""
