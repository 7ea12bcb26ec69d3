"""The accessible name of an element, and the text that assistive technology finds in it.

Accessible Name and Description Computation 1.2, with the sources of names of HTML-AAM and SVG-AAM.
The letters in the comments are the steps of that computation. Names are cut at some 2,000
characters and trees are followed 60 deep, so that no page makes this slow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from handrail.access.facts import Facts, is_html
from handrail.access.hidden import is_aria_hidden, is_exposed, is_hidden, is_rendered
from handrail.access.implicit import input_type
from handrail.access.roles import NAMED_BY_CONTENT, PRESENTATIONAL, explicit_role
from handrail.access.semantics import of_kinds, role_of
from handrail.access.styles import declared, generated_text
from handrail.access.words import words
from handrail.html import Element, Text

_LONGEST = 2000
_DEEPEST = 60
_LABELABLE = "button, input, meter, output, progress, select, textarea"
_LABELABLE_TAGS = frozenset(_LABELABLE.split(", "))
_BUTTON_WORDS = {"submit": "Submit", "reset": "Reset"}
_TEXT_INPUTS = frozenset(("textbox", "searchbox", "spinbutton", "slider", "combobox"))
_WITH_PLACEHOLDER = words("email number password search tel text url")
_CAPTIONS = {"table": "caption", "figure": "figcaption", "fieldset": "legend"}
_BLOCKS = words(
    """address article aside blockquote body caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main
    menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr
    ul"""
)
_VALUED = frozenset(("input", "select", "textarea"))
"""Elements whose content is their value and no name for them."""
_NEVER_TEXT = frozenset(("script", "style", "template", "noscript"))


class Way(Enum):
    """On what errand text is being gathered."""

    NAME = "for the element's own name"
    CONTENT = "because it stands in something that is named by its content"
    LABEL = "because it stands in a <label> or the like"
    REFERENCE = "because aria-labelledby points there"
    HIDDEN = "because aria-labelledby points there, although it is hidden"


def name_of(facts: Facts, element: Element) -> str:
    """The accessible name of `element`, with spaces collapsed; empty where it has none."""
    return _text(facts, element, Way.NAME, 0).strip()


def has_name(facts: Facts, element: Element) -> bool:
    """Whether `element`, which is not hidden, has an accessible name that is not empty."""
    if _is_named_by_content(facts, element) and _has_own_words(facts, element):
        return True
    return bool(name_of(facts, element))


def nameless(facts: Facts, elements: Iterable[Element]) -> Iterator[Element]:
    """Those of `elements` that assistive technology meets and has nothing to call by."""
    for element in elements:
        if is_exposed(facts, element) and not has_name(facts, element):
            yield element


def nameless_of(facts: Facts, roles: frozenset[str]) -> Iterator[Element]:
    """The same of all elements with `roles` whose name can come from what they contain. Most of
    those have words in them, and for these not even the role need be found."""
    for element in of_kinds(facts, roles):
        if _has_own_words(facts, element) and element.tag not in _VALUED:
            continue
        if role_of(facts, element) in roles:
            yield from nameless(facts, (element,))


def _has_own_words(facts: Facts, element: Element) -> bool:
    """Whether text stands directly in `element`, or in a `<span>` in it that is read: the quick
    answer for most links and buttons."""
    holder: Element | None = element
    while holder is not None:
        span = None
        for node in holder:
            if isinstance(node, Text):
                if not node.data.isspace():
                    return True
            elif getattr(node, "tag", "") == "span" and is_exposed(facts, node):
                span = node
        holder = span
    return False


def referenced(facts: Facts, element: Element, attribute: str) -> list[Element]:
    """The elements whose IDs `attribute` of `element` lists, those that exist."""
    ids = (element.attr(attribute) or "").split()
    return [facts.document.ids[name] for name in ids if name in facts.document.ids]


def _text(facts: Facts, element: Element, way: Way, depth: int) -> str:
    """What `element` is called, on one errand. The same answer is given every time after."""
    known = facts.answers[f"text {way.value}"]
    if element not in known:
        known[element] = ""  # what runs in a circle adds nothing
        known[element] = _flat(_compute(facts, element, way, depth))
    return known[element]


def _flat(text: str) -> str:
    """`text` with spaces collapsed, keeping one at either end."""
    if not text:
        return ""
    start, end = " " * text[0].isspace(), " " * text[-1].isspace()
    return f"{start}{' '.join(text[:_LONGEST].split())}{end}"


def _compute(facts: Facts, element: Element, way: Way, depth: int) -> str:
    if element.tag in _NEVER_TEXT:
        return ""
    if way in (Way.CONTENT, Way.LABEL, Way.REFERENCE) and is_hidden(facts, element):  # A
        return _shown_within(facts, element, way, depth)
    for source in (_from_references, _from_control, _from_label_attribute, _from_host):
        text = source(facts, element, way, depth)
        if text is not None and (text.strip() or source is _from_control):
            return text
    if way is not Way.NAME or _is_named_by_content(facts, element):  # F
        text = _content(facts, element, Way.CONTENT if way is Way.NAME else way, depth)
        if text.strip():
            return text
        return _tooltip(facts, element) or text
    return _tooltip(facts, element)  # I


def _from_references(facts: Facts, element: Element, way: Way, depth: int) -> str | None:  # B
    if way not in (Way.NAME, Way.CONTENT) or element.attr("aria-labelledby") is None:
        return None
    texts = []
    for target in referenced(facts, element, "aria-labelledby"):
        errand = Way.HIDDEN if is_hidden(facts, target) else Way.REFERENCE
        texts.append(_text(facts, target, errand, depth + 1))
    return " ".join(texts)


def _from_control(facts: Facts, element: Element, way: Way, depth: int) -> str | None:  # C
    """A control within other text counts with its value: "Remind me in [5] days"."""
    if way is Way.NAME or depth == 0 or not is_html(element):
        return None
    if way is Way.LABEL and element in facts.once("labels", _find_labels):
        return ""  # the very control that the label is for
    role = role_of(facts, element)
    if element.tag == "select":
        return _chosen(element)
    if role in ("slider", "spinbutton", "progressbar", "meter", "scrollbar"):
        written = element.attr("aria-valuetext") or element.attr("aria-valuenow")
        return written or element.attr("value")
    if role in _TEXT_INPUTS and element.tag == "input":
        return element.attr("value") or ""
    return None


def _from_label_attribute(facts: Facts, element: Element, way: Way, depth: int) -> str | None:  # D
    return element.attr("aria-label")


def _from_host(facts: Facts, element: Element, way: Way, depth: int) -> str | None:  # E
    if role_of(facts, element) in PRESENTATIONAL:
        return None
    if not is_html(element):
        return _from_drawing_title(facts, element)
    if element.tag in ("img", "area"):
        return element.attr("alt")
    if element.tag in _LABELABLE_TAGS:
        return _from_control_markup(facts, element, way, depth)
    if element.tag in _CAPTIONS:
        wanted = _CAPTIONS[element.tag]
        caption = next((c for c in element if getattr(c, "tag", "") == wanted), None)
        return _text(facts, caption, Way.LABEL, depth + 1) if caption is not None else None
    return None


def _from_control_markup(facts: Facts, element: Element, way: Way, depth: int) -> str | None:
    """A form control: its labels, then what its own attributes say."""
    if way in (Way.NAME, Way.CONTENT):
        labels = facts.once("labels", _find_labels).get(element, ())
        text = " ".join(_text(facts, label, Way.LABEL, depth + 1) for label in labels)
        if text.strip():
            return text
    return _button_words(element) if element.tag == "input" else None


def _button_words(element: Element) -> str | None:
    kind = input_type(element)
    if kind in ("button", "submit", "reset"):
        value = element.attr("value")
        return _BUTTON_WORDS.get(kind) if value is None else value
    return element.attr("alt") if kind == "image" else None


def _from_drawing_title(facts: Facts, element: Element) -> str | None:
    title = next((child for child in element if getattr(child, "tag", "") == "title"), None)
    return title.text if title is not None else element.attr("xlink:title")


def _find_labels(facts: Facts) -> dict[Element, list[Element]]:
    """The `<label>` elements of each form control."""
    found: dict[Element, list[Element]] = {}
    for label in facts.html("label"):
        target = label.attr("for")
        if target is None:
            control = next(iter(label.iter_elements(_LABELABLE_TAGS)), None)
        else:
            control = facts.document.ids.get(target)
        if control is not None and control.tag in _LABELABLE_TAGS and is_html(control):
            found.setdefault(control, []).append(label)
    return found


def _is_named_by_content(facts: Facts, element: Element) -> bool:
    role = role_of(facts, element)
    if role in NAMED_BY_CONTENT:
        return not (element.tag in _VALUED and is_html(element))
    return element.tag == "summary" and explicit_role(element) in (None, *PRESENTATIONAL)


def _content(facts: Facts, element: Element, way: Way, depth: int) -> str:  # F to H
    """The text of everything in `element`, words of separate blocks kept apart."""
    if depth > _DEEPEST:
        return element.text[:_LONGEST]
    parts = [generated_text(facts, element)]
    length = 0
    for node in (*element, *_owned(facts, element)):
        if isinstance(node, Text):
            parts.append(node.data)
        elif isinstance(node, Element):
            parts.append(_within(facts, node, way, depth + 1))
        length += len(parts[-1])
        if length > _LONGEST:
            break
    return "".join(parts)


def _shown_within(facts: Facts, element: Element, way: Way, depth: int) -> str:
    """The text in an element that is invisible, of which a part may be visible again."""
    if depth > _DEEPEST or not is_rendered(facts, element) or is_aria_hidden(facts, element):
        return ""
    inner = (node for node in element if isinstance(node, Element))
    return "".join(_within(facts, node, way, depth + 1) for node in inner)


def _owned(facts: Facts, element: Element) -> Iterator[Element]:
    if element.attr("aria-owns") is not None:
        yield from referenced(facts, element, "aria-owns")


def _within(facts: Facts, element: Element, way: Way, depth: int) -> str:
    if element.tag == "br":
        return " "
    text = _text(facts, element, way, depth)
    return text if is_inline(facts, element) else f" {text} "


def is_inline(facts: Facts, element: Element) -> bool:
    """Whether the text in `element` runs on from what stands before it."""
    display = declared(facts, element).get("display")
    if display is None:
        return element.tag not in _BLOCKS
    return display.value.startswith(("inline", "contents"))


def _tooltip(facts: Facts, element: Element) -> str:  # I
    if role_of(facts, element) in PRESENTATIONAL:
        return ""
    title = element.attr("title") or ""
    if title.strip() or not _takes_placeholder(element):
        return title
    return element.attr("placeholder") or element.attr("aria-placeholder") or ""


def _takes_placeholder(element: Element) -> bool:
    if element.tag == "input":
        return input_type(element) in _WITH_PLACEHOLDER
    return element.tag == "textarea"


def _chosen(select: Element) -> str:
    """The text of the options chosen in a `<select>`: the first where none is marked."""
    options = list(select.iter_elements("option"))
    marked = [option for option in options if option.attr("selected") is not None]
    return " ".join(option.text for option in marked or options[:1])
