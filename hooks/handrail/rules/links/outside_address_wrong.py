"""The address of a link to the outside can be one.

A mistyped beginning, a space or a missing @ stops every reader's browser, and nobody tells the
writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.link import Link
from handrail.phones import find_phones
from handrail.rules.near import nearest

ID = "outside-address-wrong"
LEVEL = "error"
ACT = ()

_SCHEMES = ("https", "http", "mailto", "tel", "sms")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?|[0-9a-f:.]+", re.IGNORECASE)
_MAIL = re.compile(r"[^@\s,]+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS_IN_WORDS = re.compile(r"(?:https?://|www\.)[^\s/]+\S*", re.IGNORECASE)


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each address that cannot be right, or is another than the link's words."""
    for link in handbook.outside_links:
        if link.made:
            continue
        help = _wrong(link.written.strip())
        if help:
            yield Fault(link.place, f'link to "{link.written}" cannot work', help)
        elif _differs(link):
            message = f'link "{link.words}" leads to {link.written}'
            yield Fault(link.place, message, "make the words and the address the same")


def _wrong(address: str) -> str:
    """How to mend an address; empty where nothing is wrong with it."""
    scheme, _, rest = address.partition(":")
    scheme = scheme.casefold()
    if address.startswith("//"):
        return f"begin it with https:{address}"
    if scheme not in _SCHEMES:
        near = nearest(scheme, _SCHEMES)
        known = f"did you mean {near}:{rest}?" if near else ""
        return known or "browsers do not open it: use an address that begins with https://"
    if scheme == "mailto":
        fine = _MAIL.fullmatch(rest.partition("?")[0])
        return "" if fine else "write the whole address: mailto:name@example.org"
    if scheme in ("tel", "sms"):
        fine = re.fullmatch(r"[+*#\d][\d\s().;=*#,a-z-]*", rest, re.IGNORECASE)
        return "" if fine else "write the number alone: tel:+441632960101"
    return _wrong_site(address, scheme)


def _wrong_site(address: str, scheme: str) -> str:
    if re.search(r"\s", address):
        return "write %20 for each space in it, or take out what does not belong to it"
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        host = ""
    if not address[len(scheme) :].startswith("://") or not _HOST.fullmatch(host):
        return f"write it as the browser shows it: {scheme}://www.example.org/page"
    return ""


def _differs(link: Link) -> bool:
    """True where the link's words are an address, mail address or phone number, and another one."""
    scheme = link.written.partition(":")[0].casefold()
    if scheme == "mailto" and _MAIL.fullmatch(link.words):
        return link.words.casefold() not in link.written.casefold()
    if scheme == "tel":
        said, meant = find_phones(link.words), find_phones(link.written[4:])
        return bool(said and meant) and said[0].dial != meant[0].dial
    if _ADDRESS_IN_WORDS.fullmatch(link.words):
        return _host(link.words) != _host(link.written)
    return False


def _host(address: str) -> str:
    bare = re.sub(r"^https?://", "", address.casefold())
    return re.split(r"[/?#]", bare)[0].removeprefix("www.")
