"""Asks one website for one page, as a patient reader would."""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

FINE, MOVED, GONE, CLOSED, SILENT = "fine", "moved", "gone", "closed", "silent"
"""There; there but at another address for good; not there; not shown to programs; no answer."""

_FOR_GOOD, _REDIRECTS = (301, 308), (301, 302, 303, 307, 308)
_GONE, _LATER = (404, 410), (408, 425, 429, 500, 502, 503, 504)
_MOST_HOPS, _MOST_BYTES = 10, 64 * 1024


@dataclass(frozen=True)
class Answer:
    """What a website said."""

    kind: str
    """`fine`, `moved`, `gone`, `closed` or `silent`."""
    said: str
    """What it said, in words, such as `404 Not Found`."""
    now_at: str = ""
    """Where the page is now, if it has moved for good."""


@dataclass(frozen=True)
class Manners:
    """How to ask."""

    agent: str = "handrail-outside (checks links; asks each site slowly)"
    """Who asks, for those who run the website."""
    timeout: float = 20
    """Seconds to wait for an answer."""
    tries: int = 3
    """How often to ask where a website is busy or does not answer."""
    pause: float = 1
    """Seconds between two questions to one website; twice as long before each new try."""
    longest: float = 60
    """The longest that a website can ask for patience, in seconds."""
    sleep: Callable[[float], None] = time.sleep
    """Waits."""


@dataclass(frozen=True)
class _Heard:
    """One reply, or none."""

    status: int
    """The status; 0 where no answer came."""
    said: str
    """In words."""
    to: str = ""
    """Where it sends on to."""
    wait: float = 0
    """Seconds it asks to wait."""


class _Stay(HTTPRedirectHandler):
    """Does not follow: each hop is looked at."""

    def redirect_request(self, *_, **__) -> None:
        return None


def opener() -> OpenerDirector:
    """What asks: through the proxy that the environment names, if any."""
    return build_opener(_Stay)


def ask(address: str, manners: Manners, asker: OpenerDirector) -> Answer:
    """What a website says of an address. Never raises for what a website does."""
    heard = _Heard(0, "")
    for attempt in range(manners.tries):
        if attempt:
            manners.sleep(min(max(heard.wait, manners.pause * 2**attempt), manners.longest))
        heard, hops = _follow(address, manners, asker)
        if heard.status and heard.status not in _LATER:
            break
    return _answer(heard, hops)


def _answer(heard: _Heard, hops: list[tuple[int, str]]) -> Answer:
    if 200 <= heard.status < 300:
        for_good = [to for number, (status, to) in enumerate(hops) if _is_for_good(hops, number)]
        return Answer(MOVED, heard.said, for_good[-1]) if for_good else Answer(FINE, heard.said)
    if heard.status in _GONE:
        return Answer(GONE, heard.said)
    if heard.status in _LATER or not heard.status:
        return Answer(SILENT, heard.said)
    return Answer(CLOSED, heard.said)


def _is_for_good(hops: list[tuple[int, str]], number: int) -> bool:
    """True where this hop and all before it are for good."""
    return all(status in _FOR_GOOD for status, _ in hops[: number + 1])


def _follow(
    address: str, manners: Manners, asker: OpenerDirector
) -> tuple[_Heard, list[tuple[int, str]]]:
    """The last reply on the way from an address, and the hops to it: (status, next address)."""
    hops: list[tuple[int, str]] = []
    here = address
    while True:
        heard = _reply(here, manners, asker)
        if heard.status not in _REDIRECTS or not heard.to:
            return heard, hops
        there = urljoin(here, heard.to)
        known = {address, *(to for _, to in hops)}
        if there in known or len(hops) == _MOST_HOPS:
            return _Heard(0, "it sends readers round in a circle"), hops
        if urlsplit(there).scheme not in ("http", "https"):
            return _Heard(0, f'it sends readers to "{there}"'), hops
        hops.append((heard.status, there))
        here = there


def _reply(address: str, manners: Manners, asker: OpenerDirector) -> _Heard:
    """One reply: to a question for the head alone or, where a server refuses that, for the page."""
    heard = _once("HEAD", address, manners, asker)
    # Some servers refuse HEAD, drop it, or answer it wrongly.
    if 200 <= heard.status < 400 or heard.status == 429:
        return heard
    return _once("GET", address, manners, asker)


def _once(method: str, address: str, manners: Manners, asker: OpenerDirector) -> _Heard:
    headers = {"User-Agent": manners.agent, "Accept": "*/*"}
    try:
        request = Request(_ascii(address), headers=headers, method=method)
        with asker.open(request, timeout=manners.timeout) as response:
            _taste(response, time.monotonic() + manners.timeout)
            return _Heard(response.status, f"{response.status} {response.reason}")
    except HTTPError as error:
        with error:
            wait = _seconds(error.headers.get("Retry-After", ""))
            to = error.headers.get("Location", "")
            return _Heard(error.code, f"{error.code} {error.reason}", to, wait)
    except (URLError, HTTPException, OSError, ValueError) as error:
        return _Heard(0, _in_words(error))


def _taste(response: HTTPResponse, end: float) -> None:
    """Read a little of a page, so that the server does not think it was cut off."""
    left = _MOST_BYTES
    while left > 0 and time.monotonic() < end:
        part = response.read1(min(left, 8192))
        if not part:
            return
        left -= len(part)


def _ascii(address: str) -> str:
    """An address with its other characters written as servers take them."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode("ascii") if parts.netloc else ""
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~?") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path or "/", query, ""))


def _seconds(wait: str) -> float:
    """`Retry-After`: seconds, or a date."""
    if re.fullmatch(r"\d+", wait.strip()):
        return float(wait)
    try:
        return max(0.0, (parsedate_to_datetime(wait) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return 0.0


def _in_words(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError) or "timed out" in str(reason):
        return "it did not answer in time"
    if isinstance(reason, ssl.SSLCertVerificationError):
        return "its certificate is not valid"
    if isinstance(reason, ConnectionRefusedError):
        return "nobody answers there"
    if "getaddrinfo" in str(reason) or "Name or service" in str(reason):
        return "no website has that name"
    if isinstance(reason, (ConnectionError, HTTPException)):
        return "it broke off"
    return str(reason) or type(reason).__name__
