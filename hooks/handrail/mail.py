"""Email addresses: what is one, whose it is, and which reach nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_LOCAL}@(?:{_LABEL}\.)+[A-Za-z]{{2,}}")  # RFC 5322's dot-atom
IN_TEXT = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
"""Addresses among other words."""

_HOME = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|gmx|mail"
    r"|btinternet|btopenworld|sky|virginmedia|blueyonder|ntlworld|talktalk|tiscali|orange|o2|plus"
    r"|plusnet|protonmail|proton|pm|zoho|fastmail|hushmail)\.(?:com|co\.uk|net|me|uk|org|fr|de)"
)
# RFC 2606 and RFC 6761 keep these for examples.
_EXAMPLE = re.compile(r"(?:.*\.)?(?:example\.(?:com|net|org)|example|test|invalid|localhost)")


def is_address(text: str) -> bool:
    """True for a whole email address and nothing else."""
    return bool(_ADDRESS.fullmatch(text)) and len(text) <= 254


def domain(address: str) -> str:
    """What stands behind the last @, in lower case."""
    return address.rpartition("@")[2].casefold()


def is_home(address: str) -> bool:
    """True for an address at a provider that gives them to anybody."""
    return bool(_HOME.fullmatch(domain(address)))


def is_within(address: str, domains: Iterable[str]) -> bool:
    """True for an address in one of the domains or below one."""
    own = domain(address)
    names = [name.casefold().lstrip("@.") for name in domains]
    return any(own == name or own.endswith(f".{name}") for name in names)


def is_example(address: str) -> bool:
    """True for an address that is kept for examples: nobody reads it."""
    return bool(_EXAMPLE.fullmatch(domain(address)))
