"""Every PDF meets each rule of PDF/UA-1 that a machine can check, whatever a writer wrote."""

import hostile
import pytest
from paper import PRESS, book, book_of, page, sheet
from protocol import handbook
from test_cards import crowded
from test_sheets import FILES, URI, URL, long_pathway, printed

from handrail.publish.sheets import print_card, print_pack, print_poster

pytestmark = [pytest.mark.pdf, pytest.mark.slow]

DOCUMENTS, CHAPTERS = 300, 30
"""Hostile documents, and how many of them make a book: one by one they would take an hour."""
PIECES = {
    "headings": "## Two\n\n###### Six\n\n# One\n\n### Three with *looks* and `code`\n",
    "lists": "- a\n    1. b\n\n        - c\n\n    2. d\n- e\n\n3. f\n4. g\n",
    "tasks": "- [ ] todo\n- [x] done\n    - [ ] below\n",
    "a table": "| A[^t] | B |\n|:-:|--:|\n| x | [y](#here) |\n\n[^t]: In a head.\n",
    "a table of rows": "| A | B |\n|---|---|\n" + "| x | y[^r] |\n" * 70 + "\n[^r]: In rows.\n",
    "a wide table": "|" + " Columns |" * 11 + "\n|" + "---|" * 11 + "\n|" + " words |" * 11 + "\n",
    "raw tables": "<table><caption>C</caption><tr><th>H</th><th colspan=2>I</th></tr><tr><th "
    "rowspan=3>r</th><td><ul><li>l</li></ul></td><td>x</td></tr><tr><td>y</td></tr></table>\n",
    "boxes": '!!! danger "Now"\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n\n    > quoted\n',
    "folds": '??? tip "Fold"\n\n    ??? note "In a fold"\n\n        - deep\n',
    "tabs": '=== "A"\n\n    a\n\n=== "B"\n\n    - b\n',
    "code": "```python\ndef f():\n    return 1\n```\n",
    "terms": "Term\n:   Meaning\n\n    - more\n",
    "notes": "One[^a] and again[^a].\n\n[^a]: A note\n\n    - with a list\n",
    "languages": '<p lang="cy">Croeso</p>\n\nGreeting: <span lang="pl">Cześć</span>.\n',
    "looks": "**a** *b* ~~c~~ <mark>d</mark> <kbd>e</kbd> H<sub>2</sub>O x<sup>2</sup> <q>f</q>\n",
    "signs": "→ ✓ ☎ 😀 ½ Ω Иван שלום محمد\n",
    "links": "[law](https://www.legislation.gov.uk/) <a@example.org> [here](#here) [](x.md)\n",
    "drawings": '<svg viewBox="0 0 9 9"><title>Dot</title><circle cx="4" cy="4" r="3"/></svg>\n',
    "anchors": '<a name="x"></a><p id="here">Here</p>\n\n---\n',
}


def conforms(pdf: bytes, tmp_path) -> None:
    assert not _faults(pdf, tmp_path)


def _faults(pdf: bytes, tmp_path) -> tuple[str, ...]:
    from verapdf import check

    file = tmp_path / "print.pdf"
    file.write_bytes(pdf)
    verdict = check(file)
    return () if verdict.compliant else verdict.faults[:5] or ("not valid",)


@pytest.mark.parametrize("kind", PIECES)
def test_a_book_of_one_kind_of_content(kind, tmp_path):
    conforms(book_of(f"# Page\n\n{PIECES[kind]}"), tmp_path)


@pytest.mark.parametrize("first", range(0, DOCUMENTS, CHAPTERS))
def test_a_book_of_hostile_documents(first, tmp_path):
    for name, svg in hostile.PICTURES.items():
        (tmp_path / name).write_text(svg)
    files = {f"{n}.md": page(hostile.document(n)) for n in range(first, first + CHAPTERS)}
    if not _faults(book(files, tmp_path), tmp_path):
        return
    for name, text in files.items():  # a fault in a book does not say in which document it is
        assert not _faults(book({name: text}, tmp_path), tmp_path), name
    pytest.fail("the book is at fault, and none of its documents alone")


@pytest.mark.parametrize("files", [FILES, long_pathway(20)], ids=["one page", "two pages"])
def test_a_sheet(files, tmp_path):
    conforms(sheet(files, URI, url=URL), tmp_path)


@pytest.mark.parametrize("make", [print_poster, print_card])
def test_a_pathway_in_another_form(make, tmp_path):
    conforms(printed(make), tmp_path)


@pytest.mark.parametrize("agencies", [1, 20])
def test_a_card_of_few_or_many_agencies(agencies, tmp_path):
    conforms(printed(print_card, crowded(agencies)), tmp_path)


def test_a_pack_of_sheets(tmp_path):
    protocol = handbook(FILES, url=URL)
    conforms(print_pack(protocol, [protocol.page[URI]], PRESS), tmp_path)


def test_the_template_protocol(site, tmp_path):
    conforms((site / "pdf/protocol.pdf").read_bytes(), tmp_path)
