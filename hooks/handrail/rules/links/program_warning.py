"""What the program that builds the site says of a link is said once, in one way.

Handrail judges every link and every line of the menu itself. Should the program that runs it find
one that Handrail does not know, that is a finding too: silence must mean clean.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from handrail.finding import Fault, Place
from handrail.handbook import Handbook

ID = "program-warning"
LEVEL = "warning"
ACT = ()

_OF_LINK = re.compile(
    r"Doc file '(?P<page>[^']+)' contains an? [\w ]*link(?: to)? '(?P<link>.*?)'[ ,.]"
)
_OF_MENU = re.compile(r"An? [\w ]+ to '(?P<line>.*?)' is included in the 'nav'")
_OMITTED = re.compile(r"The following pages exist in the docs directory")


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each message about a link or line that no rule has looked at."""
    return unjudged(handbook.said, handbook)


def unjudged(messages: Sequence[str], handbook: Handbook) -> Iterator[Fault]:
    """The same for any messages."""
    links = {(link.page, link.written) for link in handbook.links} if messages else set()
    lines = {line.written for line in handbook.menu_lines}
    for message in dict.fromkeys(messages):
        place = _unknown(message, links, lines, handbook)
        if place:
            help = "mend the link, and report that Handrail did not see it"
            yield Fault(place, message.rstrip("."), help)


def is_ours(message: str) -> bool:
    """True for a message about something that Handrail judges itself."""
    return any(sign.match(message) for sign in (_OF_LINK, _OF_MENU, _OMITTED))


def _unknown(message: str, links: set, lines: set, handbook: Handbook) -> Place | None:
    """Where the message belongs; None where a rule has looked at what it is about."""
    of_link, of_menu = _OF_LINK.match(message), _OF_MENU.match(message)
    if of_link:
        uri, written = of_link["page"], of_link["link"]
        page = handbook.page.get(uri)
        known = (uri, written) in links or _target(uri, written) in handbook.withheld
        return page.start if page and not known else None
    if of_menu:
        return None if of_menu["line"] in lines else Place("mkdocs.yml")
    return None if handbook.menu_lines else Place("mkdocs.yml")


def _target(uri: str, written: str) -> str:
    path = unquote(written.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(uri), path))
