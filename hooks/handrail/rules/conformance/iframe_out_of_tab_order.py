"""What is framed into a page can be reached with the Tab key.

A frame with a negative `tabindex` takes everything in it out of the keyboard's reach: people who do
not use a mouse cannot follow its links or press its buttons.

WCAG 2.2, 2.1.1 Keyboard. ACT rule akn7bn. Only frames that carry their content in `srcdoc` can be
judged from the page alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import Facts, facts_of
from handrail.access.focus import focusable, is_focusable, tabindex
from handrail.access.hidden import is_visible
from handrail.access.quoting import quoted
from handrail.access.styles import declared
from handrail.finding import Fault
from handrail.html import Document, Element, parse_whole

ID = "iframe-out-of-tab-order"
LEVEL = "error"
ACT = ("akn7bn",)
LOOKS_AT = frozenset(("iframe",))

_TINY = frozenset(("0", "0px", "1", "1px"))


def check_html(document: Document) -> Iterator[Fault]:
    """Find frames with something operable in them that the Tab key passes over."""
    facts = facts_of(document)
    for frame in facts.html("iframe"):
        content = frame.attr("srcdoc")
        if not content or (tabindex(frame) or 0) >= 0 or _is_tiny(facts, frame):
            continue
        if is_focusable(facts, frame):
            operable = _first_operable(content, document.path)
            if operable is not None:
                yield Fault(
                    document.place(frame),
                    f'tabindex="{tabindex(frame)}" on the frame keeps the keyboard from '
                    f"{quoted(operable)} in it",
                    "remove tabindex from the frame",
                )


def _is_tiny(facts: Facts, frame: Element) -> bool:
    """Whether `frame` is too small to show anything, as frames that only count visitors are."""
    styles = declared(facts, frame)
    sizes = (
        styles[side].value if side in styles else (frame.attr(side) or "").strip()
        for side in ("width", "height")
    )
    return any(size in _TINY for size in sizes)


def _first_operable(content: str, path: str) -> Element | None:
    """The first element in a frame that the Tab key would reach and people can see."""
    facts = facts_of(parse_whole(content, path))
    for element in focusable(facts):
        if (tabindex(element) or 0) >= 0 and is_visible(facts, element):
            return element
    return None
