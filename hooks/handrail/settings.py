"""Reads `extra.handrail` of `mkdocs.yml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from handrail.handbook import Settings
from handrail.mail import is_address
from handrail.printing import WrongSetting, read_printing

NAMES = (
    "organisation", "edition", "email_domains", "review_months", "today", "audience", "owners",
    "print", "report", "servers", "offline",
)  # fmt: skip
AUDIENCES = ("staff", "public")
SERVERS = ("apache", "iis", "nginx")
"""Web servers whose settings can be written with the site."""
_FORM = re.compile(r"https://[^\s\"<>]+")
_EXAMPLES = {"organisation": '"Example Council"', "edition": '"1.0", in quotes'}


def read_settings(values: object, today: date) -> Settings:
    """The publisher's choices.

    `values` is what YAML made of `extra.handrail`; `today` is the day the build speaks for unless
    a setting says otherwise. Raises `WrongSetting`.
    """
    if not isinstance(values, Mapping):
        raise WrongSetting("needs lines below it, with at least organisation: and edition:")
    for name in values:
        if name not in NAMES:
            raise WrongSetting(f"is not a setting{_did_you_mean(str(name))}", str(name))
    return Settings(
        organisation=_text(values, "organisation"),
        edition=_text(values, "edition"),
        email_domains=_texts(values, "email_domains"),
        review_months=_months(values.get("review_months", 12)),
        today=_day(values.get("today", today)),
        audience=_audience(values.get("audience", "staff")),
        owners=_owners(values.get("owners") or {}),
        printing=read_printing(values.get("print") or {}),
        report=_report(values.get("report") or ""),
        servers=_servers(values.get("servers") or []),
        offline=_offline(values.get("offline", False)),
    )


def _text(values: Mapping, name: str) -> str:
    value = values.get(name)
    if not isinstance(value, str) or not value.strip():
        raise WrongSetting(f"needs words, such as {name}: {_EXAMPLES[name]}", name)
    return value.strip()


def _texts(values: Mapping, name: str) -> tuple[str, ...]:
    value = values.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise WrongSetting("needs a list, one item to a line with a dash before it", name)
    return tuple(value)


def _months(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 120:
        raise WrongSetting(f'"{value}" is not a whole number from 1 to 120', "review_months")
    return value


def _audience(value: object) -> str:
    if value not in AUDIENCES:
        raise WrongSetting(f'"{value}" is neither staff nor public', "audience")
    return value


def _owners(value: object) -> dict[str, str]:
    if not isinstance(value, Mapping) or not all(
        isinstance(role, str) and isinstance(name, str) and name for role, name in value.items()
    ):
        raise WrongSetting(
            'needs a line for each role, such as "Head of service": "@example/early-help"', "owners"
        )
    return dict(value)


def _report(value: object) -> dict[str, str]:
    """Where readers of each edition report a problem."""
    ways = value if isinstance(value, Mapping) else dict.fromkeys(AUDIENCES, value)
    for audience, way in ways.items():
        if audience not in AUDIENCES:
            raise WrongSetting("is neither staff nor public", "report", str(audience))
        if way and not (is_address(str(way)) or _FORM.fullmatch(str(way))):
            raise WrongSetting(
                f'"{way}" is neither an email address nor the address of a form, which begins '
                "with https://",
                "report",
            )
    return {audience: str(way) for audience, way in ways.items() if way}


def _servers(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not set(map(str, value)) <= set(SERVERS):
        raise WrongSetting(f"needs a list of {', '.join(SERVERS)}, such as [iis]", "servers")
    return tuple(name for name in SERVERS if name in value)


def _offline(value: object) -> bool:
    if not isinstance(value, bool):
        raise WrongSetting(f'"{value}" is neither true nor false', "offline")
    return value


def _day(value: object) -> date:
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        day = None
    # Files outside this span cannot be dated by every system that builds or reads the site.
    if day is None or not 1980 <= day.year <= 2099:
        raise WrongSetting(f'"{value}" is not a date such as 2026-11-21', "today")
    return day


def _did_you_mean(name: str) -> str:
    near = get_close_matches(name, NAMES, 1)
    return f"; did you mean {near[0]}?" if near else f"; there are {', '.join(NAMES)}"
