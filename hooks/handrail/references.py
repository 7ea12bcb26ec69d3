"""Who refers to whom among the pages of a protocol."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handrail.link import Link


@dataclass(frozen=True)
class References:
    """Links that writers made, grouped."""

    of: Mapping[str, tuple[Link, ...]]
    """Links to other pages, by the page they stand on."""
    to: Mapping[str, tuple[str, ...]]
    """The pages that refer to each page, in reading order."""
    outside: Mapping[str, tuple[Link, ...]]
    """Links to other sites, each with all its places, by address."""


def group_links(links: Iterable[Link], outside: Iterable[Link], order: Iterable[str]) -> References:
    """The links of a protocol as references. `order` are its pages in reading order."""
    of: dict[str, list[Link]] = {}
    to: dict[str, set[str]] = {}
    place = {uri: number for number, uri in enumerate(order)}
    for link in links:
        if not link.made and link.uri in place and link.uri != link.page:
            of.setdefault(link.page, []).append(link)
            to.setdefault(link.uri, set()).add(link.page)
    addresses: dict[str, list[Link]] = {}
    for link in outside:
        if link.written.startswith(("http://", "https://")):
            addresses.setdefault(link.written.partition("#")[0], []).append(link)
    return References(
        {uri: tuple(group) for uri, group in of.items()},
        {uri: tuple(sorted(pages, key=place.__getitem__)) for uri, pages in to.items()},
        {address: tuple(group) for address, group in sorted(addresses.items())},
    )
