"""Phone numbers and email addresses that a writer left as plain words: on a phone one tap calls or
writes to them."""

from __future__ import annotations

import re
from html import escape

from handrail.mail import IN_TEXT, is_address
from handrail.phones import Phone, find_phones

EMERGENCY = "999"
FULL = 9
"""Digits of a number that reaches somebody from anywhere; short ones may be counts of something."""

_TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_MAY_HOLD = re.compile(r"[@\d]")
_NAME = re.compile(r"</?([a-z][a-z0-9]*)")
_LEFT = frozenset(
    ("a", "button", "code", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "label", "pre", "script",
     "style", "summary", "svg")
)  # fmt: skip
"""Elements whose words stay as they are."""


def linked(html: str) -> str:
    """The content of a page with links to the numbers and addresses in its words."""
    if "@" not in html and not re.search(r"\d{3}", html):
        return html
    parts, within = [], []
    for part in _TAG.split(html):
        if not part.startswith("<"):
            parts.append(part if within else _in_words(part))
            continue
        parts.append(part)
        name = _NAME.match(part)
        if name and name[1] in _LEFT and not part.startswith("</"):
            within.append(name[1])
        elif within and name and name[1] == within[-1]:
            within.pop()
    return "".join(parts)


def _in_words(text: str) -> str:
    """Words between two tags, as HTML has them."""
    if not _MAY_HOLD.search(text):
        return text
    found = [(p.start, p.written, f"tel:{p.dial}") for p in find_phones(text) if _reaches(p)]
    found += [
        (match.start(), match.group(), f"mailto:{match.group()}")
        for match in IN_TEXT.finditer(text)
        if is_address(match.group())
    ]
    for start, written, address in sorted(found, reverse=True):
        # A narrow column may break an address in front of its host, where some would read a space.
        words, said = written.replace("@", "<wbr>@"), f' aria-label="{written}"' * ("@" in written)
        link = f'<a href="{escape(address)}"{said}>{words}</a>'
        text = text[:start] + link + text[start + len(written) :]
    return text


def _reaches(phone: Phone) -> bool:
    digits = sum(letter.isdigit() for letter in phone.dial)
    return phone.valid and (phone.dial == EMERGENCY or digits >= FULL)
