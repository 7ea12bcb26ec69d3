"""The roles of WAI-ARIA 1.2 (and those 1.3 adds), DPUB-ARIA 1.1 and the Graphics Module 1.0."""

from __future__ import annotations

from dataclasses import dataclass

from handrail.access.words import words
from handrail.html import Element

ABSTRACT = words(
    """command composite input landmark range roletype section sectionhead select structure widget
    window"""
)
"""Roles that only order the others: authors must not use them."""

PRESENTATIONAL = frozenset(("none", "presentation"))
"""The two names of the role that takes an element's meaning away."""


@dataclass(frozen=True)
class Role:
    """What WAI-ARIA says about one role."""

    supports: frozenset[str] = frozenset()
    """Attributes an element of this role may have beside the global ones."""
    requires: frozenset[str] = frozenset()
    """Attributes it must have."""
    owns: frozenset[str] = frozenset()
    """Roles that its children in the accessibility tree may have; empty where any may."""
    context: frozenset[str] = frozenset()
    """Roles that its parent in the accessibility tree may have; empty where any may."""


_RANGE = "valuemax valuemin valuenow valuetext"
_ITEM = "posinset setsize"
_CELL = "colindex colindextext colspan rowindex rowindextext rowspan"
_GRIDCELL = f"{_CELL} disabled errormessage expanded haspopup invalid readonly required selected"
_TEXTBOX = (
    "activedescendant autocomplete disabled errormessage haspopup invalid multiline placeholder "
    "readonly required"
)

# Three more than 1.2 has, which assistive technology has always followed: aria-required on radio
# and slider, and aria-expanded on listitem.
_SUPPORTS = {
    "alertdialog": "modal",
    "application": "activedescendant disabled errormessage expanded haspopup invalid",
    "article": _ITEM,
    "button": "disabled expanded haspopup pressed",
    "cell": _CELL,
    "checkbox": "checked disabled errormessage expanded invalid readonly required",
    "columnheader": f"{_GRIDCELL} sort",
    "combobox": (
        "activedescendant autocomplete controls disabled errormessage expanded haspopup invalid "
        "readonly required"
    ),
    "comment": f"{_ITEM} level",
    "dialog": "modal",
    "grid": "activedescendant colcount disabled multiselectable readonly rowcount",
    "gridcell": _GRIDCELL,
    "group": "activedescendant disabled",
    "heading": "level",
    "link": "disabled expanded haspopup",
    "listbox": (
        "activedescendant disabled errormessage expanded invalid multiselectable orientation "
        "readonly required"
    ),
    "listitem": f"{_ITEM} expanded level",
    "menu": "activedescendant disabled orientation",
    "menubar": "activedescendant disabled orientation",
    "menuitem": f"{_ITEM} disabled expanded haspopup",
    "menuitemcheckbox": (
        f"{_ITEM} checked disabled errormessage expanded haspopup invalid readonly required"
    ),
    "menuitemradio": (
        f"{_ITEM} checked disabled errormessage expanded haspopup invalid readonly required"
    ),
    "meter": _RANGE,
    "option": f"{_ITEM} checked disabled selected",
    "progressbar": _RANGE,
    "radio": f"{_ITEM} checked disabled required",
    "radiogroup": "activedescendant disabled errormessage invalid orientation readonly required",
    "row": (
        f"{_ITEM} activedescendant colindex disabled expanded level rowindex rowindextext selected"
    ),
    "rowheader": f"{_GRIDCELL} sort",
    "scrollbar": f"{_RANGE} controls disabled orientation",
    "searchbox": _TEXTBOX,
    "separator": f"{_RANGE} disabled orientation",
    "slider": f"{_RANGE} disabled errormessage haspopup invalid orientation readonly required",
    "spinbutton": f"{_RANGE} activedescendant disabled errormessage invalid readonly required",
    "switch": "checked disabled errormessage expanded invalid readonly required",
    "tab": f"{_ITEM} disabled expanded haspopup selected",
    "table": "colcount rowcount",
    "tablist": "activedescendant disabled multiselectable orientation",
    "textbox": _TEXTBOX,
    "toolbar": "activedescendant disabled orientation",
    "tree": "activedescendant disabled errormessage invalid multiselectable orientation required",
    "treegrid": (
        "activedescendant colcount disabled errormessage invalid multiselectable orientation "
        "readonly required rowcount"
    ),
    "treeitem": f"{_ITEM} checked disabled expanded haspopup level selected",
    "doc-biblioentry": f"{_ITEM} level",
    "doc-endnote": f"{_ITEM} level",
    "doc-backlink": "disabled expanded haspopup",
    "doc-biblioref": "disabled expanded haspopup",
    "doc-glossref": "disabled expanded haspopup",
    "doc-noteref": "disabled expanded haspopup",
    "doc-pagebreak": f"{_RANGE} disabled orientation",
    "graphics-object": "activedescendant disabled",
}
_REQUIRES = {
    "checkbox": "checked",
    "combobox": "controls expanded",
    "heading": "level",
    "menuitemcheckbox": "checked",
    "menuitemradio": "checked",
    "meter": "valuenow",
    "radio": "checked",
    "scrollbar": "controls valuenow",
    "separator": "valuenow",
    "slider": "valuenow",
    "switch": "checked",
}
_MENU = "menuitem menuitemcheckbox menuitemradio group separator menu"
# The last two are more than 1.2 says: dividing lines, and the menu that an entry beside it opens,
# which the patterns of its own authoring practices place there.
_OWNS = {
    "feed": "article",
    "grid": "row rowgroup caption",
    "list": "listitem doc-biblioentry doc-endnote",
    "listbox": "option group",
    "menu": _MENU,
    "menubar": _MENU,
    "row": "cell columnheader gridcell rowheader",
    "rowgroup": "row",
    "table": "row rowgroup caption",
    "tablist": "tab",
    "tree": "treeitem group",
    "treegrid": "row rowgroup caption",
}
_CONTEXT = {
    "caption": "figure grid table treegrid",
    "cell": "row",
    "columnheader": "row",
    "gridcell": "row",
    "listitem": "list directory",
    "menuitem": "menu menubar group",
    "menuitemcheckbox": "menu menubar group",
    "menuitemradio": "menu menubar group",
    "option": "listbox group",
    "row": "grid rowgroup table treegrid",
    "rowgroup": "grid table treegrid",
    "rowheader": "row",
    "tab": "tablist",
    "treeitem": "tree group",
    "doc-biblioentry": "list doc-bibliography",
    "doc-endnote": "list doc-endnotes",
}
_PLAIN = words(
    """alert banner blockquote caption code complementary contentinfo definition deletion
    directory document emphasis feed figure form generic image img insertion list log main mark
    marquee math navigation none note paragraph presentation region rowgroup search sectionfooter
    sectionheader status strong subscript suggestion superscript tabpanel term time timer tooltip
    doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-bibliography doc-chapter
    doc-colophon doc-conclusion doc-cover doc-credit doc-credits doc-dedication doc-endnotes
    doc-epigraph doc-epilogue doc-errata doc-example doc-footnote doc-foreword doc-glossary
    doc-index doc-introduction doc-notice doc-pagefooter doc-pageheader doc-pagelist doc-part
    doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc
    graphics-document graphics-symbol"""
)


def _aria(names: str) -> frozenset[str]:
    return frozenset(f"aria-{name}" for name in names.split())


ROLES: dict[str, Role] = {
    name: Role(
        _aria(_SUPPORTS.get(name, "")),
        _aria(_REQUIRES.get(name, "")),
        frozenset(_OWNS.get(name, "").split()),
        frozenset(_CONTEXT.get(name, "").split()),
    )
    for name in sorted(_PLAIN.union(_SUPPORTS))
}
"""Every role that authors may use."""
NO_ROLE = Role()
"""What holds for an element without any of them."""

PROHIBITED: dict[str, frozenset[str]] = {
    name: _aria("braillelabel label labelledby")
    for name in words(
        """caption code deletion emphasis insertion mark none paragraph presentation strong
        subscript suggestion superscript"""
    )
} | {"generic": _aria("braillelabel brailleroledescription label labelledby roledescription")}
"""Attributes that elements of a role must not have: those that cannot be named."""

CHILDREN_PRESENTATIONAL = words(
    """button checkbox doc-pagebreak graphics-symbol image img menuitemcheckbox menuitemradio meter
    option progressbar radio scrollbar separator slider switch tab"""
)
"""Roles within which everything counts as text, so that nothing in there can be operated."""

NAMED_BY_CONTENT = words(
    """button cell checkbox columnheader comment doc-backlink doc-biblioref doc-glossref
    doc-noteref doc-subtitle gridcell heading link menuitem menuitemcheckbox menuitemradio option
    radio row rowheader switch tab tooltip treeitem"""
)
"""Roles whose name can come from what they contain."""

WIDGETS = words(
    """button checkbox combobox grid gridcell link listbox menu menubar menuitem menuitemcheckbox
    menuitemradio option progressbar radio radiogroup scrollbar searchbox separator slider
    spinbutton switch tab tablist tabpanel textbox tree treegrid treeitem"""
)
"""Roles of things that people operate."""

LINKS = frozenset(("link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref"))
"""The role link and the kinds of it."""

FIELDS = words(
    """checkbox combobox listbox menuitemcheckbox menuitemradio radio searchbox slider spinbutton
    switch textbox"""
)
"""Roles of things that people fill in, choose or set."""


def explicit_role(element: Element) -> str | None:
    """The first role in the `role` attribute that exists, or None."""
    written = element.attr("role")
    if written:
        for token in written.lower().split():
            if token in ROLES:
                return token
    return None
