"""Finds Welsh in English text by small lists of words and by letters that English does not use."""

from __future__ import annotations

import re

_COMMON = """
ac ar am ac'r a'r ag yr yn y yng ym i'r o'r â ei eu eich ein fy neu nad mae mae'n nid os gan gyda
gyda'r heb hwn hyn hon rhwng wrth dros drwy trwy tan ond pan pwy beth sut ble lle pryd bydd gallwch
rydym rydych ydych ydym ydyw oes oedd wedi cael gael bod fod gallu chi ni nhw i'ch i'w o'ch â'r
"""
_ENGLISH = "a ac ag am ar bod chi da fod hon hyn i lle mae ni nos o oes ond os pan pwy tan y"
_TELLING = """
cymraeg cymru gymru nghymru gymraeg croeso gwasanaethau gwasanaeth cymdeithasol gofal iechyd plant
plentyn blant rhieni rhiant rieni teulu deulu teuluoedd cymorth gymorth llesiant lles oedolion
oedolyn pobl bobl ifanc diogelu cyngor gyngor bwrdd llywodraeth anabl anabledd addysg gwybodaeth
wybodaeth cefnogaeth gweithio gilydd canllawiau deddf ddeddf rhan gofalwyr gofalwr ysgol dogfen
hysbysiad asesiad cynllun meddwl diolch bore da ffôn fersiwn tudalen hygyrchedd datganiad
cysylltwch polisi hawliau cartref cynnig rhagweithiol
"""
COMMON = frozenset(_COMMON.split())
"""Words that hold Welsh sentences together."""
ENGLISH = frozenset(_ENGLISH.split())
"""Common ones that are English words, names or abbreviations too."""
TELLING = frozenset(_TELLING.split())
"""Words of this field that are Welsh and nothing else."""
SURE_PARTS = frozenset(word.rpartition("'")[2] for word in (TELLING | COMMON) - ENGLISH)
"""Where none of these stands, no Welsh does: words, and what stands behind an apostrophe."""

_ENOUGH = 5  # two words that can be nothing else, or one and a common one, or three common ones
_WORD = re.compile(r"[A-Za-zâêîôûŵŷáéíóúàèìòùäëïöü]+(?:'[a-z]+)?")
_SHORTENED = re.compile(r"'(?:r|n|i|u|w|ch|m|th)$")
_SPELLING = re.compile(r"[ŵŷ]|\b(?:ll|dd|ngh|mh|nh|rh)\w*(?:dd|wy|aeth|iad|au|wr|wyr|ol|edd)\b")


def stretch_of_welsh(text: str) -> str:
    """The first Welsh words that stand close together; empty where there are none."""
    words = list(_WORD.finditer(text.replace("’", "'")))
    weights = [_weight(word.group(0).lower()) for word in words]
    end = -1
    for first, weight in enumerate(weights):
        if weight and first > end:
            end = _last(weights, first)
            if sum(weights[first : end + 1]) >= _ENOUGH:
                stop = words[end].end()
                stop += text[stop : stop + 1] == ")"
                return " ".join(text[words[first].start() : stop].split())
    return ""


def _last(weights: list[int], first: int) -> int:
    """The end of a stretch in which no more than two words in a row could be English."""
    last = first
    while any(weights[last + 1 : last + 4]):
        last += 1 + next(gap for gap, weight in enumerate(weights[last + 1 : last + 4]) if weight)
    return last


def _weight(word: str) -> int:
    """How surely a word is Welsh."""
    word = word if word in COMMON else _SHORTENED.sub("", word)
    if word in TELLING or _SPELLING.search(word):
        return 3
    return 0 if word not in COMMON else 1 if word in ENGLISH else 2
