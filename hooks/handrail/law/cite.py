"""Citations in the form of OSCOLA, 4th edition, and official links.

Statutes: title and year, comma, pinpoint (2.4.1, 2.4.2). Devolved Acts and Measures: their number
in brackets after the year. Statutory instruments: title, comma, series and number, comma, pinpoint
(2.5).
"""

from __future__ import annotations

from handrail.law.keys import Key
from handrail.law.provisions import Pinpoint


def instrument_name(title: str, key: Key | None, series: str = "") -> str:
    """An instrument as OSCOLA cites it.

    `key` is None for guidance; `series` is a further number that some statutory instruments have,
    such as `NI 2`.
    """
    if key is None or not key.kind.series:
        return title
    if key.kind.bracketed:
        return f"{title} ({key.kind.series} {key.number})"
    further = f" ({series})" if series else ""
    return f"{title}, {key.kind.series} {key.year}/{key.number}{further}"


def citation(title: str, key: Key | None, pinpoint: Pinpoint, series: str = "") -> str:
    """A provision as OSCOLA cites it: `Children Act 1989, s 47(1)(b)`."""
    return f"{instrument_name(title, key, series)}, {pinpoint.short(dotted=key is None)}"


def official_link(key: Key | None, pinpoint: Pinpoint | None = None) -> str:
    """The address of an instrument or provision on legislation.gov.uk; empty where it has none."""
    if key is None or (pinpoint and not pinpoint.is_official):
        return ""
    return f"{key.link}/{pinpoint.path}" if pinpoint else key.link
