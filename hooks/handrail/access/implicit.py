"""The role that the kind of an element gives it, from its tag, attributes and surroundings.

HTML-AAM 1.0 and SVG-AAM 1.0.
"""

from __future__ import annotations

from handrail.access.attributes import GLOBAL
from handrail.access.facts import Facts, is_html, nearest, parent
from handrail.access.focus import is_focusable_by_nature
from handrail.access.roles import PRESENTATIONAL, explicit_role
from handrail.html import Element

ROLE_OF_TAG = {
    tag: role
    for role, tags in {
        "article": "article",
        "blockquote": "blockquote",
        "button": "button",
        "caption": "caption",
        "code": "code",
        "complementary": "aside",
        "definition": "dd",
        "deletion": "del s",
        "dialog": "dialog",
        "emphasis": "em",
        "figure": "figure",
        "generic": "b bdi bdo body data div i pre q samp small span u",
        "graphics-document": "svg",
        "group": "address details fieldset hgroup optgroup",
        "heading": "h1 h2 h3 h4 h5 h6",
        "insertion": "ins",
        "list": "menu ol ul",
        "listitem": "li",
        "listbox": "datalist",
        "main": "main",
        "mark": "mark",
        "math": "math",
        "meter": "meter",
        "navigation": "nav",
        "option": "option",
        "paragraph": "p",
        "progressbar": "progress",
        "row": "tr",
        "rowgroup": "tbody tfoot thead",
        "search": "search",
        "separator": "hr",
        "status": "output",
        "strong": "strong",
        "subscript": "sub",
        "superscript": "sup",
        "table": "table",
        "term": "dfn",
        "textbox": "textarea",
        "time": "time",
    }.items()
    for tag in tags.split()
}
"""Roles of elements whose kind says it all."""
_ROLE_OF_INPUT = {
    "button": "button",
    "checkbox": "checkbox",
    "color": None,
    "date": None,
    "datetime-local": None,
    "file": None,
    "hidden": None,
    "image": "button",
    "month": None,
    "number": "spinbutton",
    "password": None,
    "radio": "radio",
    "range": "slider",
    "reset": "button",
    "search": "searchbox",
    "submit": "button",
    "time": None,
    "week": None,
}
_SUGGESTING = frozenset(("", "text", "search", "tel", "url", "email"))
_GRIDS = frozenset(("grid", "treegrid"))
_SECTIONING = frozenset(("article", "aside", "main", "nav", "section"))


def implicit_role(facts: Facts, element: Element) -> str | None:
    """The role that the kind of `element` gives it, whatever its `role` attribute says."""
    tag = element.tag
    if not is_html(element):
        return ROLE_OF_TAG[tag] if tag in ("svg", "math") else _drawn_role(element)
    by_context = BY_CONTEXT.get(tag)
    return by_context(facts, element) if by_context else ROLE_OF_TAG.get(tag)


def input_type(element: Element) -> str:
    """The kind of an `<input>`: `text` where the attribute is absent or means nothing."""
    kind = (element.attr("type") or "").strip().lower()
    return kind if kind in _ROLE_OF_INPUT or (kind in _SUGGESTING and kind) else "text"


def has_global_attribute(element: Element) -> bool:
    """Whether `element` has an ARIA attribute that any element may have, which makes it matter."""
    return any(name in GLOBAL for name in element.attrs)


def must_show(facts: Facts, element: Element) -> bool:
    """Whether `role="none"` is to be ignored: people get to the element, or it says something."""
    return is_focusable_by_nature(facts, element) or has_global_attribute(element)


def _link_role(facts: Facts, element: Element) -> str:
    return "link" if element.attr("href") is not None else "generic"


def _image_role(facts: Facts, element: Element) -> str:
    """An image with an empty `alt` is decoration, unless something else makes it matter."""
    if element.attr("alt") == "" and not must_show(facts, element):
        return "none"
    return "img"


def _input_role(facts: Facts, element: Element) -> str | None:
    kind = input_type(element)
    if kind in _SUGGESTING and element.attr("list") is not None:
        return "combobox"
    return _ROLE_OF_INPUT.get(kind, "textbox")


def _select_role(facts: Facts, element: Element) -> str:
    size = (element.attr("size") or "").strip()
    is_list = element.attr("multiple") is not None or (size.isdecimal() and int(size[:9]) > 1)
    return "listbox" if is_list else "combobox"


def _landmark_role(facts: Facts, element: Element) -> str | None:
    """`<section>` and `<form>` are landmarks only where they have a name of their own."""
    named = any(element.attr(name) for name in ("aria-label", "aria-labelledby", "title"))
    return {"section": "region", "form": "form"}[element.tag] if named else None


def _page_part_role(facts: Facts, element: Element) -> str | None:
    """`<header>` and `<footer>` are landmarks only where they are the page's own."""
    known = facts.answers["section around"]
    if nearest(parent(element), known, lambda above: above.tag in _SECTIONING) is not None:
        return None
    return "banner" if element.tag == "header" else "contentinfo"


def _table_part_role(facts: Facts, element: Element) -> str | None:
    return ROLE_OF_TAG[element.tag] if _table_around(facts, element) else None


def _data_cell_role(facts: Facts, element: Element) -> str | None:
    return {"table": "cell", "grid": "gridcell", None: None}[_table_around(facts, element)]


def _header_cell_role(facts: Facts, element: Element) -> str | None:
    """A header heads its column, unless `scope` or data cells beside it say that it is a row's."""
    if not _table_around(facts, element):
        return None
    scope = (element.attr("scope") or "").strip().lower()
    if scope in ("row", "rowgroup"):
        return "rowheader"
    row = parent(element)
    beside = scope not in ("col", "colgroup") and row is not None and row.tag == "tr"
    return "rowheader" if beside and _has_data(facts, row) else "columnheader"


def _has_data(facts: Facts, row: Element) -> bool:
    known = facts.answers["row has data"]
    if row not in known:
        known[row] = any(getattr(cell, "tag", "") == "td" for cell in row)
    return known[row]


def _table_around(facts: Facts, element: Element) -> str | None:
    """Whether `element` is part of a `table` or a `grid`; None where the `<table>` around it has
    been made something else."""
    unusual = facts.once("unusual tables", _find_unusual_tables)
    if not unusual:
        return "table"
    known = facts.answers["table of cell"]
    table = nearest(parent(element), known, lambda above: above.tag == "table")
    return unusual.get(table, "table")


def _find_unusual_tables(facts: Facts) -> dict[Element, str | None]:
    """What each `<table>` with a role is, unless that is no other than without."""
    found: dict[Element, str | None] = {}
    for table in facts.html("table"):
        role = explicit_role(table)
        kept = role in PRESENTATIONAL and must_show(facts, table)
        if role not in (None, "table") and not kept:
            found[table] = "grid" if role in _GRIDS else None
    return found


def _drawn_role(element: Element) -> str | None:
    if element.tag == "a" and (element.attr("href") or element.attr("xlink:href")):
        return "link"
    return None


BY_CONTEXT = {
    "a": _link_role,
    "area": _link_role,
    "footer": _page_part_role,
    "form": _landmark_role,
    "header": _page_part_role,
    "img": _image_role,
    "input": _input_role,
    "section": _landmark_role,
    "select": _select_role,
    "td": _data_cell_role,
    "th": _header_cell_role,
    **dict.fromkeys(("caption", "tbody", "tfoot", "thead", "tr"), _table_part_role),
}
"""Functions that find the role of elements of the other kinds."""
_ROLES_BY_CONTEXT = {
    "a": ("link",),
    "area": ("link",),
    "footer": ("contentinfo",),
    "form": ("form",),
    "header": ("banner",),
    "img": ("img",),
    "input": {"combobox", "textbox", *filter(None, _ROLE_OF_INPUT.values())},
    "section": ("region",),
    "select": ("combobox", "listbox"),
    "td": ("cell", "gridcell"),
    "th": ("columnheader", "rowheader"),
}
"""The roles that those functions find, but for those that mean nothing."""


def _tags_by_role() -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    kinds = [(tag, (role,)) for tag, role in ROLE_OF_TAG.items()]
    for tag, roles in (*kinds, *_ROLES_BY_CONTEXT.items()):
        for role in roles:
            tags.setdefault(role, []).append(tag)
    return tags


TAGS_OF_ROLE = _tags_by_role()
"""Kinds of elements that can have a role without a `role` attribute."""
ROLES_OF_TAG = {
    tag: frozenset(role for role, tags in TAGS_OF_ROLE.items() if tag in tags)
    for tags in TAGS_OF_ROLE.values()
    for tag in tags
}
"""The roles that a kind of element can have without that attribute."""
