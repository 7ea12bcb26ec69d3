"""The last touch to a page's HTML: what Markdown and the theme cannot say, and readers need."""

from __future__ import annotations

import re
from html import escape
from math import ceil

from handrail.dates import in_words, read_date
from handrail.html import Element, parse_fragment, words
from handrail.moved import KEPT
from handrail.publish.contacts import linked

CARDS = 7
"""From this many columns on, a table's rows are shown as cards on every screen and on paper."""

_ROOM = 80
"""Letters that a line of all columns has room for, where they stand beside each other."""
_GAP = 3
"""Letters that would fit into the space between two columns."""
_WHOLE, _LONG = 14, 40
"""Letters of a cell that stand in one line, and letters from which it asks for no more room."""
_PARTS = 20
"""Parts that the width of a table is divided in."""

_HEADERLINK = '<a class="headerlink" '
_NOTE = re.compile(r'<a class="footnote-ref" href="#fn:[^"]*"(?=>(\d+)<)')
_BACK = re.compile(r'(<a class="footnote-backref" href="[^"]*") title=')
_ALIGN = re.compile(r'(<t[hd]\b[^>]*?) style="text-align: (\w+);?"')
_DATE = re.compile(r"(<td[^>]*>)(\d{4}-\d{2}-\d{2})(?=</td>)")
_DANGER = '<div class="admonition danger">'
_EMERGENCY = "emergency"
_TOGGLE = '<input class="md-toggle" '
_OVERLAY = '<label class="md-overlay" for="__drawer"></label>'


def finish_content(html: str, front: bool) -> str:
    """A page's own content. `front` is true for the front page, whose first danger box is what the
    line for emergencies on every page leads to; where it has none, its top is."""
    html = html.replace(_HEADERLINK, f'{_HEADERLINK}tabindex="-1" aria-hidden="true" ')
    html = _NOTE.sub(r'\g<0> aria-label="Note \g<1>"', html)
    html = _BACK.sub(r"\1 aria-label=", html)
    if front and _DANGER in html:
        html = html.replace(_DANGER, f'{_DANGER[:-1]} id="{_EMERGENCY}">', 1)
    elif front:
        html = f'<span class="{KEPT}" id="{_EMERGENCY}"></span>{html}'
    # A style of its own on each cell is what the site's policy forbids.
    html = _ALIGN.sub(r'\1 data-align="\2"', html)
    html = _DATE.sub(_in_words, linked(html))
    return _labelled(html) if "<table" in html else html


def finish_page(html: str) -> str:
    """A whole page. The theme's switches are boxes that only its script ticks: they are nobody's
    fields, and have no name. The drawer that one of them moved is no more, nor is what lay over the
    page behind it."""
    return html.replace(_TOGGLE, f"{_TOGGLE}hidden ").replace(_OVERLAY, "")


def _in_words(cell: re.Match) -> str:
    """A date that fills a cell of a table as writers write it, as readers say it."""
    start, written = cell.groups()
    date = read_date(written)
    return f'{start}<time datetime="{written}">{in_words(date)}</time>' if date else cell.group()


def _labelled(html: str) -> str:
    """Each cell of a table gets its column's name, which is shown where a row becomes a card;
    tables without a class of their own get ours."""
    tables = parse_fragment(html, "").elements("table")
    additions = [addition for table in tables for addition in _additions(table)]
    starts = _line_starts(html)
    for (line, column), text in sorted(additions, reverse=True):
        at = starts[line - 1] + column
        at += re.compile(r"<\w+").match(html, at).end() - at
        html = html[:at] + text + html[at:]
    return html


def _additions(table: Element) -> list[tuple[tuple[int, int], str]]:
    """(place of a start tag, attributes to add)."""
    heads = table.select("thead th")
    rows = [[c for c in row.children if isinstance(c, Element)] for row in table.select("tbody tr")]
    names = [words(head) for head in heads]
    found = []
    if not table.attr("class"):
        texts = [names, *([words(cell) for cell in row] for row in rows)]
        shares = [] if any(head.attr("class") for head in heads) else _shares(texts)
        kind = "hr-table--cards" if len(heads) >= CARDS else "hr-table--set" if shares else ""
        found = [(table.position, f' class="{f"hr-table {kind}".rstrip()}"')]
        if kind == "hr-table--set":
            found += [
                (head.position, f' class="hr-share-{share}"')
                for head, share in zip(heads, shares, strict=True)
            ]
    for row in rows:
        found += [
            (cell.position, f' data-label="{escape(name.rstrip(".:"))}"')
            for cell, name in zip(row, names, strict=False)
            if cell.tag == "td" and name
        ]
    return found


def _shares(rows: list[list[str]]) -> list[int]:
    """How many parts of the width each column gets, so that nothing moves while further rows come
    in; none where columns have no such room or rows are of several lengths."""
    if not rows[0] or len({len(row) for row in rows}) > 1:
        return []
    wanted, least = [], []
    for column in zip(*rows, strict=True):
        longest = max(len(text) for text in column)
        word = max((len(word) for text in column for word in text.split()), default=0)
        least.append((max(word, min(longest, _WHOLE)) + _GAP) * _PARTS / _ROOM)
        wanted.append(min(longest, _LONG))
    parts = [ceil(few) for few in least]
    if sum(parts) > _PARTS:
        return []
    for _ in range(_PARTS - sum(parts)):
        neediest = max(range(len(parts)), key=lambda at: wanted[at] / parts[at])
        parts[neediest] += 1
    return parts


def _line_starts(html: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", html))]
