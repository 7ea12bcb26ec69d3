"""The theme's style sheets without what no page of a site has: two thirds of them are for parts
that are not used, and every first view would wait for those."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

_NESTS = ("@media", "@supports", "@container", "@layer")
_CLASS = re.compile(r"\.([a-zA-Z_][\w-]*)")
_COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=[\"']?([\w-]+)")
_NOT = re.compile(r":(?:not|is|where|has)\([^)]*\)")
"""What is in there need not be on a page for the rest to count."""
_GIVEN = re.compile(r"\bclass=(\"[^\"]*\"|'[^']*'|[^\s>]+)")
_WORD = re.compile(r"[\w-]+")


def names_in(pages: Iterable[str], makers: Iterable[str]) -> frozenset[str]:
    """What may be the name of a class: in pages what is given as one, and in the templates, scripts
    and settings that make them any word."""
    given = (match for page in pages for match in _GIVEN.findall(page))
    return frozenset(word for text in (*given, *makers) for word in _WORD.findall(text))


def trimmed(css: str, known: Collection[str]) -> str:
    """A style sheet without the rules for classes and colours that are not among the `known` words.
    It must have no comments."""
    return "".join(_kept(css, known))


def _kept(css: str, known: Collection[str]) -> Iterator[str]:
    for head, body in _rules(css):
        if head.startswith(_NESTS):
            inside = trimmed(body, known)
            if inside:
                yield f"{head}{{{inside}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            selectors = [part for part in _parts(head) if _is_used(part, known)]
            if selectors:
                yield f"{','.join(selectors)}{{{body}}}"


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """(what stands before the brace, what stands in the braces) of each rule at the top."""
    start = depth = opened = 0
    for found in re.finditer(r"[{}]", css):
        if found[0] == "{":
            depth += 1
            opened = found.start() if depth == 1 else opened
        else:
            depth -= 1
            if depth == 0:
                yield css[start:opened].strip(), css[opened + 1 : found.start()]
                start = found.end()


def _parts(selectors: str) -> Iterator[str]:
    """The selectors of a list. Those in brackets belong to the one around them."""
    start = depth = 0
    for found in re.finditer(r"[()\[\],]", selectors):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(found[0], 0)
        if found[0] == "," and depth == 0:
            yield selectors[start : found.start()]
            start = found.end()
    yield selectors[start:]


def _is_used(selector: str, known: Collection[str]) -> bool:
    plain = _NOT.sub("", selector)
    return all(name in known for name in _CLASS.findall(plain) + _COLOUR.findall(plain))
