"""What stands before the chapters: the cover, and who answers for what until when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handrail.dates import in_words, read_date
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.publish.paper.nodes import Inline, Node
from handrail.publish.problem import report_link
from handrail.records import Change
from handrail.search.names import also_called

_FACTS = (
    ("owner", "Owner"),
    ("status", "Status"),
    ("approved", "Approved"),
    ("review_by", "Review by"),
)


def set_cover(handbook: Handbook) -> dict[str, object]:
    """Title, organisation, edition, status and dates, as the first page of the menu gives them, and
    whom to ask for another format."""
    settings, home = handbook.settings, _home(handbook)
    about = home.get("description") if home else ""
    facts = [f"Edition: {settings.edition}"] if settings.edition else []
    facts += [f"{name}: {value}" for name, value in _dates(home)]
    facts.append(f"Printed: {in_words(settings.today)}")
    return {
        "title": handbook.title,
        "organisation": settings.organisation,
        "description": about,
        "subject": " ".join(filter(None, (about, *facts[:1]))),
        "cover": facts,
        "help": [_paragraph(words) for words in _help(handbook)],
    }


def set_keywords(handbook: Handbook) -> list[str]:
    """What people search for in a pile of documents: the pathways, by all their names."""
    pathways = [page for page in _printed(handbook) if page.type == "pathway"]
    names = (name for page in pathways for name in (page.title, *also_called(page)))
    return list(dict.fromkeys(names))


def _help(handbook: Handbook) -> list[list[Inline]]:
    """Whom to ask for another format, and in which others the book is published; nothing where the
    settings name neither."""
    settings, found = handbook.settings, []
    url = report_link(settings, handbook.title, handbook.url)
    if url:
        # What a form asks for in its address is of no use on paper.
        shown = settings.report[settings.audience].partition("?")[0]
        found.append([_ASK, {"is": "link", "of": [shown], "url": url}])
    formats = [_FORMATS[form] for form in settings.printing.forms if form in _FORMATS]
    if formats and handbook.url:
        link = {"is": "link", "of": [handbook.url], "url": handbook.url}
        found.append([f"Also published {_in_a_row(formats)}: ", link])
    return found


def _in_a_row(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


_ASK = (
    "For this in large print, easy read, braille, audio or another language, or to report a "
    "problem: "
)
_FORMATS = {"large-print": "in large print", "word": "for Word", "epub": "for e-readers"}


def _printed(handbook: Handbook) -> list[Page]:
    return [handbook.page[uri] for uri in handbook.in_order if uri in handbook.page]


def set_control(handbook: Handbook) -> list[Node]:
    """The page that says what this document is."""
    url = handbook.url
    latest: list[Inline] = [{"is": "link", "of": [url], "url": url}] if url else []
    facts = [
        ("Title", [handbook.title]),
        ("Published by", [handbook.settings.organisation]),
        ("Edition", [handbook.settings.edition]),
        *((name, [value]) for name, value in _dates(_home(handbook))),
        ("Printed", [in_words(handbook.settings.today)]),
        ("Latest version", latest),
        *(("Other formats and contact", words) for words in _help(handbook)),
    ]
    about = _paragraph([_WARNING])
    items = [_term(*fact) for fact in facts if any(fact[1])]
    terms = {"is": "terms", "items": items, "line": 1, "compact": True}
    printed = _printed(handbook)
    pathways = [_described(page) for page in printed if page.type == "pathway"]
    amendments = [_amendment(change) for change in handbook.changes if change.page in printed]
    large = handbook.settings.printing.large_print
    return [
        set_title("Document control"),
        about,
        terms,
        *_list("What changed", ("Page", "Date", "Change"), (150, 90, 240), amendments, large),
        *_list("Pathways", ("Pathway", "What it is for"), (160, 320), pathways, large),
    ]


def _amendment(change: Change) -> list[list[Inline]]:
    return [[_to(change.page)], [in_words(change.day)], [change.words]]


def _described(page: Page) -> list[list[Inline]]:
    return [[_to(page)], [page.get("description")]]


def _list(
    title: str, head: Sequence[str], widths: Sequence[int], rows: list[list], large: bool
) -> list[Node]:
    """A table under a small heading; in `large` print, where it has no room, a list. Nothing where
    it would have no row."""
    heading = {**set_title(title), "level": 2, "outlined": False}
    if not rows:
        return []
    if not large:
        return [heading, _table(head, rows, widths)]
    items = [
        {"is": "term", "term": first, "of": [_paragraph(cell) for cell in rest]}
        for first, *rest in rows
    ]
    return [heading, {"is": "terms", "items": items, "line": 1, "compact": True}]


def _paragraph(words: list[Inline]) -> Node:
    return {"is": "paragraph", "of": words, "line": 1}


def set_register(pages: Iterable[Page], large: bool) -> list[Node]:
    """The last chapter: who owns each page, and until when it is current. In `large` print, where a
    table has no room, as a list."""
    if large:
        items = [{"is": "term", "term": [_to(page)], "of": set_facts(page)} for page in pages]
        return [set_title(REGISTER), {"is": "terms", "items": items, "line": 1, "compact": True}]
    rows = [
        [[_to(page)], [page.get("owner")], [page.get("status")], [_date(page.get("review_by"))]]
        for page in pages
    ]
    head = ["Page", "Owner", "Status", "Review by"]
    return [set_title(REGISTER), _table(head, rows, (200, 120, 70, 90))]


REGISTER = "Owners and review dates"


def set_title(words: str) -> Node:
    """The heading of a part that is not a chapter."""
    return {
        "is": "heading", "of": [words], "level": 1, "numbered": False, "outlined": True,
        "plain": words, "line": 1,
    }  # fmt: skip


_WARNING = (
    "Printed copies may be out of date. Check the latest version before you rely on this one."
)


def set_facts(page: Page) -> list[Node]:
    """One line below a chapter's heading: who owns the page and whether it is still current."""
    words = facts_of(page)
    return [{"is": "facts", "of": [words], "line": 1}] if words else []


def facts_of(page: Page) -> str:
    """Owner, status and dates of a page in one line; empty where it says none of them."""
    facts = [(words, _value(name, page.get(name))) for name, words in _FACTS if page.get(name)]
    return " \u00b7 ".join(f"{name}: {value}" for name, value in facts)


def _dates(home: Page | None) -> list[tuple[str, str]]:
    """Status and dates of the whole protocol, which are those of its first page."""
    facts = _FACTS[1:] if home else ()
    return [(words, _value(name, home.get(name))) for name, words in facts if home.get(name)]


def _date(written: str) -> str:
    """A date in front matter in words; anything else as it was written."""
    return in_words(read_date(written)) or written


def _value(name: str, written: str) -> str:
    return _date(written) if name in ("approved", "review_by") else written


def _home(handbook: Handbook) -> Page | None:
    entries = handbook.menu
    while entries:
        if entries[0].uri in handbook.page:
            return handbook.page[entries[0].uri]
        entries = entries[0].entries
    return None


def _to(page: Page) -> Node:
    return {"is": "link", "of": [page.title], "label": page.uri, "page": page.uri}


def _term(name: str, words: list[Inline]) -> Node:
    return {"is": "term", "term": [name], "of": [_paragraph(words)]}


def _table(head: Sequence[str], rows: list[list], widths: Sequence[int]) -> Node:
    return {
        "is": "table", "line": 1, "columns": list(widths), "size": 9.5,
        "landscape": False, "own-page": False,
        "head": [_cell([name], True) for name in head], "repeat": True, "caption": [],
        "rows": [_cell(cell, at == 0) for row in rows for at, cell in enumerate(row)],
    }  # fmt: skip


def _cell(words: list[Inline], head: bool = False) -> Node:
    return {
        "is": "cell", "of": words, "line": 1, "heads": head, "align": "left",
        "across": 1, "down": 1, "length": 0, "breaks": False,
    }  # fmt: skip
