"""Which page uses which address of another website."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from handrail.finding import Place
from handrail.link import Link


def as_uses(outside: Mapping[str, Iterable[Link]]) -> str:
    """The places of each address as JSON, for the command that asks: `{address: [[path, line,
    column]]}`."""
    return json.dumps(
        {
            address: sorted({(u.place.path, u.place.line, u.place.column) for u in uses})
            for address, uses in outside.items()
        }
    )


def read_uses(text: str) -> dict[str, list[Place]]:
    """The same, read again."""
    return {
        address: [Place(*place) for place in places] for address, places in json.loads(text).items()
    }
