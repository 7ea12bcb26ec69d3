"""Finds words of other languages in English text by letters that English does not use.

Names are let pass: a name has a capital, and words of a language stand together.
"""

from __future__ import annotations

import re

_ELSEWHERE = (
    "\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u0590-\u05ff\u0600-\u077f\u0900-\u0dff\u0e00-\u0eff"
    "\u10a0-\u10ff\u1200-\u137f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af"
)
"""Letters of other scripts, from Greek and Cyrillic to Arabic, Urdu, Panjabi and Chinese."""
_SCRIPT = re.compile(rf"[{_ELSEWHERE}]{{2,}}(?:[\s\u200c\u200d,.-]*[{_ELSEWHERE}]+)*")
_ADDED = "ąćęłńśźżășțşğıőűčďěňřťůđšžėįųģķļņß"
"""Letters that Polish, Romanian, Turkish, Hungarian, Czech, Lithuanian and others add to ours."""
_WORD = re.compile(rf"\b[^\W\d_A-ZĄĆĘŁŃŚŹŻĂȘȚŞĞİŐŰČĎĚŇŘŤŮĐŠŽ]\w*[{_ADDED}]\w*|\b[{_ADDED}]\w+")
_ENOUGH = 2


def stretch_of_other(text: str) -> str:
    """The first words of another language; empty where there are none."""
    if text.isascii():
        return ""
    script = _SCRIPT.search(text)
    if script:
        return script.group(0)
    words = [*_WORD.finditer(text)]
    if len(words) < _ENOUGH:
        return ""
    return " ".join(text[words[0].start() : words[-1].end()].split())
