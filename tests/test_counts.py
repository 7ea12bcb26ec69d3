"""Every list item and every row of a table that a writer wrote is on the screen and on paper."""

import re
from collections import Counter
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from paper import PRESS
from protocol import FRONT_MATTER, ROOT, SETTINGS, handbook

from handrail.handbook import Entry
from handrail.html import LINE
from handrail.printing import Printing
from handrail.publish.book import print_book

pytestmark = pytest.mark.pdf
BLOCKS = """
# Lists and tables

- one
- two
    - nested

        With a paragraph.

    - nested again
        1. deep
        2. deeper
- three[^1]

Words.

3. three
4. four

    | In a list | Row |
    |---|---|
    | one | two |

5. five

* [ ] open
* [x] done

> - quoted
> - twice

!!! note "Things to bring"
    - a form
    - a friend

    | When | Who |
    |---|---|
    | Now | You |
    | Later | |

??? note "More"
    + folded

=== "Day"

    - by day

=== "Night"

    - by night

| Step | By when | Who |
|---|:---:|---:|
| Ask\u00a0first | 5 days | “Head” \\| deputy |
|  | | Empty |
Short | row | here

Term
:   - in a definition
    - another

[^1]: A note:

    - in a note
"""
PAGES = ("pathways/mental-health-crisis.md", "protocol/assessment.md", "forms/referral.md",
         "champions/adult-social-care.md", "protocol/time-limits-by-nation.md", "parents/index.md",
         "staff/quick-guide.md", "evaluation/audit-form.md")  # fmt: skip
_ITEM = re.compile(r"^[\s>]*(?::\s+)?(?:[-*+]|\d+[.)])\s+\S")
_RULE = re.compile(r"^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$")


def written(text: str) -> Counter:
    """List items and rows of tables in Markdown, by a plain look at its lines."""
    text = re.sub(r"\A---\n.*?\n---\n|^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    lines, counts = text.split("\n"), Counter()
    for number, line in enumerate(lines):
        counts["item"] += bool(_ITEM.match(line))
        if _RULE.match(line):
            below = next(n for n, other in enumerate(lines[number:], number) if not other.strip())
            counts["row"] += below - number  # with the head, without the rule itself
    return counts


def shown(book, own: bool = False) -> Counter:
    """The same in HTML: all of it, or a writer's `own`."""
    counts = Counter()
    for document in book.rendered.values():
        for element in document.elements("li", "tr"):
            note = element.tag == "li" and str(element.attr("id")).startswith("fn:")
            inside = element.closest("[data-no-print], figure.pathway")
            if not note and not inside and (element.attr(LINE) or not own):
                counts["item" if element.tag == "li" else "row"] += 1
    return counts


def printed(book) -> Counter:
    """The same in the structure of the PDF, where the words of a definition are items as well."""
    counts = Counter()
    with pikepdf.open(BytesIO(print_book(book, PRESS))) as pdf:
        nodes = [pdf.Root.StructTreeRoot]
        while nodes:
            node = nodes.pop()
            if isinstance(node, pikepdf.Array):
                nodes += list(node)
            elif isinstance(node, pikepdf.Dictionary):
                counts[str(node.get("/S"))] += 1
                nodes += [node.K] if "/K" in node else []
    return Counter(item=counts["/LI"], row=counts["/TR"])


def bare(files: dict[str, str]):
    """A book without any part but its chapters."""
    settings = replace(SETTINGS, printing=Printing(parts=()))
    return handbook(files, settings=settings, menu=tuple(Entry("", uri) for uri in files))


def test_lists_and_tables_of_every_shape_keep_all_items_and_rows():
    book = bare({"index.md": FRONT_MATTER + BLOCKS})
    empty = printed(bare({"index.md": FRONT_MATTER + "# Nothing\n\nWords.\n"}))
    assert written(BLOCKS) == shown(book) == Counter(item=22, row=9)
    terms = Counter(item=1)
    assert printed(book) - empty == shown(book) + terms


@pytest.mark.parametrize("uri", PAGES)
def test_pages_of_every_kind_keep_all_items_and_rows_on_screen(uri):
    text = (ROOT / "docs" / uri).read_text("utf-8")
    assert written(text) == shown(handbook({uri: text}), own=True)
