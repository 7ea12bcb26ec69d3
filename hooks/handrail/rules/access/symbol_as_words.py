"""Symbols do not stand for words.

Screen readers skip a tick or read "heavy check mark"; a warning sign says to some people nothing
and to others something else. WCAG 2.2, 1.1.1 Non-text content and 3.3.2 Labels or instructions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "symbol-as-words"
LEVEL = "warning"
ACT = ()

_SYMBOLS = (
    "←-⇿"      # arrows
    "⌀-⏿"      # technical, clocks
    "①-⓿■-◿"  # numbers in circles, shapes
    "☀-➿"      # weather, ticks, crosses, hands
    "⬀-⯿"      # arrows, stars
    "\U0001f000-\U0001faff"
)  # fmt: skip
_SYMBOL = rf"[{_SYMBOLS}]\ufe0f?(?:\u200d[{_SYMBOLS}]\ufe0f?)*"
_FIRST = re.compile(rf"(?:^|(?<=[.!?:]\s))\s*(?P<sign>{_SYMBOL})", re.MULTILINE)
_ANY = re.compile(_SYMBOL)
_EMOJI = re.compile("[\U0001f300-\U0001faff⚠⛔✅❌❗❓☎☏✓✔✗✘★☆]")
_MEANS = {
    "✓✔✅☑": "yes", "✗✘❌✖": "no", "⚠❗⛔": "Warning", "☎☏📞": "phone", "→➔➜⇒": "then",
    "★☆⭐": "the number, such as 4 of 5",
}  # fmt: skip


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each symbol that is all a cell says or that starts a sentence, and for each
    emoji that stands for a word in one."""
    written = written_of(page, handbook)
    for passage in written.passages:
        if passage.text.isascii():
            continue
        signs = {found.start("sign"): found["sign"] for found in _FIRST.finditer(passage.text)}
        signs |= {found.start(): found.group(0) for found in _EMOJI.finditer(passage.text)}
        for sign in dict.fromkeys(signs.values()):
            place = written.place_of_source(passage.element, sign)
            yield Fault(place, _message(sign, passage.words), _help(sign))


def _message(sign: str, words: str) -> str:
    alone = words == sign
    return f'the symbol "{sign}" {"is all that stands here" if alone else "stands for a word"}'


def _help(sign: str) -> str:
    word = next((word for signs, word in _MEANS.items() if sign[0] in signs), "")
    return f'write the word: "{word}"' if word else "write what it means in words"
