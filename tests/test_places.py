"""Source lines: what is found in the HTML is found at the line that was written, and the HTML that
is published is as it would be without them."""

import re
from itertools import count

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from protocol import FRONT_MATTER, extensions

from handrail.finding import Place
from handrail.html import WRITTEN, parse_fragment
from handrail.read.diagrams import read_diagrams
from handrail.read.pages import read_page
from handrail.render.diagrams import fence_formatter
from handrail.render.extension import Current, Handrail, without_places

RICH = """\
# Mental health crisis {#crisis}

!!! danger "A child may be *in danger* now"
    Call 999. Then use the [significant harm pathway](harm.md).

??? note "Who **answers**"

    === "By day"

        | When | Who |
        |:-----|----:|
        | Day | [Desk](desk.md) & `a|b` |
        |  | Nobody |

    === "By night"
        1. Ring the ward
        2. Wait

            > Quoted **words**
            > over two lines

Use this pathway when
---------------------

- [ ] a parent is *in
  crisis*
- [x] a [doctor][] says so
    - nested, with `code` and <kbd>Ctrl</kbd>
    - nested again

        ```text
        - not a list
        [not a link](x.md)
        ```

* * *

AMHP
:   Approved mental health professional
:   See [the list
    of them](amhp.md "A title").

    A second paragraph.

Text with a footnote[^1], an ABBR, an <https://example.org/> address and a line\\
break.
{: .lead }

[^1]: The note, with [a link](note.md).

    Its second paragraph.

*[ABBR]: Abbreviation

<div class="grid" markdown>

### Inside a block

Words *inside*.

</div>

<table class="x"
       id="y">
  <tr><th>A</th></tr>
  <tr><td>1 < 2</td></tr>
</table>

<!-- a comment
over two lines -->

```mermaid
flowchart TD
    start([A parent is in crisis]) --> call([Call the desk])
```

    indented code with <b>tags</b>

[doctor]: doctor.md "A doctor"
"""

BESIDE = [
    "and wait",
    "*soon*",
    "**at once**",
    "`code`",
    "01632 960101",
    "a < b & c",
    "<br>",
    "5 - 6",
]


def html(body: str, *, places: bool) -> str:
    """A page with these words as the site renders it, with its source lines or without."""
    page = read_page("docs/crisis.md", "crisis.md", (FRONT_MATTER + body).encode())
    current = Current(page if places else None, list(read_diagrams(page)))
    fence = {"name": "mermaid", "class": "", "format": fence_formatter(current)}
    names, settings = extensions()
    return markdown.markdown(
        page.body,
        extensions=[*names, Handrail(current)],
        extension_configs={**settings, "pymdownx.superfences": {"custom_fences": [fence]}},
    )


def places(body: str) -> dict[str, Place]:
    """Where each link and picture to `go-…` is said to stand, counted in lines of `body`."""
    document = parse_fragment(html(body, places=True), "docs/crisis.md")
    above = FRONT_MATTER.count("\n")
    found = {}
    for element in document.elements("a", "img"):
        target = element.attr(WRITTEN) or element.attr("href") or element.attr("src") or ""
        if target.startswith("go-"):
            place = document.place(element)
            found[target] = Place("", place.line - above, place.column)
    return found


def written(body: str) -> dict[str, int]:
    """The line on which the target of each `go-…` stands, reference links at their words."""
    lines = body.split("\n")
    return {
        target: number
        for number, line in enumerate(lines, 1)
        for target in re.findall(r"go-\w+\.md", line)
        if not line.lstrip().startswith("[go-")
    }


def test_a_page_with_everything_in_it_is_published_as_without_source_lines():
    with_places = html(RICH, places=True)
    assert "data-line" in with_places
    assert without_places(with_places) == without_places(html(RICH, places=False))


def test_no_mark_is_left_in_a_page():
    assert not re.search("[\U000f0000-\U000fffff]", html(RICH, places=True))


def test_words_that_look_like_places_are_published():
    body = 'Write data-line="5" and `data-written="x"`.\n'
    assert without_places(html(body, places=True)) == html(body, places=False)


def test_words_that_look_like_marks_do_no_harm():
    body = "Odd \U000f000a\U000f0001 words and [a link](go-1.md)\n"
    assert places(body)["go-1.md"].line == 1


WHERE = {
    "in a paragraph": "Words\nand LINK and words.",
    "after a hard line break": "Words  \nLINK",
    "after a backslash at a line end": "Words\\\nLINK",
    "at the start of a line": "Words\nLINK words",
    "in a heading": "# Words\n\n## LINK {#id}",
    "in an underlined heading": "Words\n\nLINK\n----",
    "in a heading with closing signs": "## LINK ##",
    "in a list": "- one\n- two\n- LINK",
    "in a nested list": "- one\n    - two\n    - LINK\n- three",
    "in a list indented by two": "- one\n  - LINK\n- three",
    "in a numbered list": "1. one\n2. LINK",
    "in a paragraph of a list item": "1. one\n\n    two\n    LINK\n\n2. three",
    "in a task": "- [ ] one\n- [x] LINK",
    "in a table": "| A | B |\n|---|---|\n| one | two |\n| LINK | three |",
    "in the last cell of a table": "| A | B |\n|---|---|\n| one |  |\n|  | LINK |",
    "in the head of a table": "words\n\n| A | LINK |\n|---|---|\n| one | two |",
    "in a table without outer bars": "A | B\n--- | ---\none | LINK",
    "in a box": "!!! note\n    one\n    LINK",
    "in the title of a box": 'words\n\n!!! note "LINK"\n    one',
    "in a second paragraph of a box": "!!! note\n    one\n\n    LINK",
    "in a fold": '??? note "Title"\n    one\n\n    - two\n    - LINK',
    "in a fold in a list": "1. one\n\n    ??? note\n        two\n\n        LINK",
    "in a tab": '=== "One"\n\n    one\n\n=== "Two"\n\n    LINK',
    "in a quotation": "> one\n> LINK\n> two",
    "in a list in a quotation": "> - one\n> - LINK",
    "in a box in a quotation": "> !!! note\n>     LINK",
    "in a footnote": "words[^1]\n\n[^1]: one\n    LINK",
    "in a second paragraph of a footnote": "words[^1]\n\n[^1]: one\n\n    LINK\n",
    "in a definition": "Term\n:   one\n:   LINK",
    "in a term": "words\n\nLINK\n:   one",
    "in a second paragraph of a definition": "Term\n:   one\n\n    LINK",
    "in emphasis over two lines": "*one\ntwo LINK three*",
    "after a link over two lines": "[one\ntwo](https://e.org/) LINK",
    "after a title on a line of its own": '[one](https://e.org/\n"Title") LINK',
    "after a tag over two lines": '<a href="https://e.org/"\ntitle="x">one</a> LINK',
    "after an address": "words\n<https://e.org/> LINK",
    "after code over two lines": "`one\ntwo` LINK",
    "after brackets that are never closed": "[one\n\nLINK",
    "in an element that holds Markdown": "<div markdown>\n\nwords\n\nLINK\n\n</div>",
    "beside a tag that holds Markdown": "words\n\n<p markdown>LINK</p>",
    "below a block of HTML": "<div>\n<p>one</p>\n</div>\n\nLINK",
    "below a comment": "<!-- one\ntwo -->\n\nLINK",
    "below code": "```text\n- one\n[x](go-x.md)\n```\n\nLINK",
    "below code in a list": "1. one\n\n    ~~~\n    one\n    ~~~\n\n    LINK",
    "below a diagram": "```mermaid\nflowchart TD\n    a --> b\n```\n\nLINK",
    "below an abbreviation": "*[AMHP]: words\n\nAMHP LINK",
    "beside attributes": "words\n{: .lead }\n\nLINK{ .button }\n{: #id }",
    "below a rule": "words\n\n---\n\nLINK",
    "at the end of a long page": "words\n\n" * 200 + "LINK",
}
LINKS = {
    "link": "[words](go-1.md)",
    "link with a title": '[**words**](go-1.md "Title")',
    "picture": "![words](go-1.md)",
    "reference": "[words][go-1]",
    "link in HTML": '<a href="go-1.md">words</a>',
}


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("where", WHERE)
def test_a_link_is_placed_at_its_line(where, link):
    body = WHERE[where].replace("LINK", LINKS[link]) + "\n\n[go-1]: go-1.md\n"
    line = WHERE[where].split("LINK")[0].count("\n") + 1
    assert places(body)["go-1.md"].line == line


@pytest.mark.parametrize(
    ("body", "column"),
    [
        ("Words and [a link](go-1.md).", 11),
        ("[First](https://e.org/), then [second](go-1.md).", 31),
        ("- [ ] Words and ![a picture](go-1.md)", 17),
        ("| A | B |\n|---|---|\n| one | [two](go-1.md) |", 9),
        ("    [code](go-1.md)\n\n[words](go-1.md)", 1),
    ],
)
def test_a_link_is_placed_at_its_column(body, column):
    assert places(body)["go-1.md"].column == column


def test_of_two_links_to_one_page_each_has_its_column():
    body = "[one](go-1.md) and [two](go-1.md)\n"
    document = parse_fragment(html(body, places=True), "docs/crisis.md")
    assert [document.place(link).column for link in document.elements("a")] == [1, 20]


@pytest.mark.parametrize(
    ("body", "tag", "line"),
    [
        ("words\n\n<p>one</p>\n<p><img src='x'></p>\n", "img", 4),
        ("<details>\n<summary>One</summary>\n</details>\n\n<details>\n<hr>\n</details>\n", "hr", 6),
        ("words <kbd>x</kbd>\nwords <input>\n", "input", 2),
        ("- one\n- two <br>\n", "br", 2),
        ("<!-- one -->\n\n<p>one</p>\n\n<p>one</p>\n<hr>\n", "hr", 6),
        ("words\n\n| A |\n|---|\n| one |\n", "table", 3),
        ("words\n\n- one\n\n    1. two\n", "ol", 5),
        ("words\n\nmore\n\n## Heading\n", "h2", 5),
        ("words\n\n!!! note\n    one\n", "div", 4),
    ],
)
def test_an_element_is_placed_at_its_line(body, tag, line):
    document = parse_fragment(html(body, places=True), "docs/crisis.md")
    element = list(document.elements(tag))[-1]
    assert document.place(element).line == line + FRONT_MATTER.count("\n")


_numbers = count(1)


def pieces():
    """Markdown as people write it: blocks, and blocks inside blocks."""
    words = st.lists(
        st.sampled_from(BESIDE) | st.builds(lambda: f"[words](go-{next(_numbers)}.md)"),
        min_size=1,
        max_size=3,
    ).map(" ".join)
    lines = st.lists(words, min_size=1, max_size=3)
    leaves = st.one_of(
        lines,
        st.builds(lambda level, text: ["#" * level + " " + text], st.integers(1, 4), words),
        st.builds(lambda text, line: [text, line * 4], words, st.sampled_from("=-")),
        lines.map(lambda items: [f"- {item}" for item in items]),
        lines.map(lambda items: [f"{n}. {item}" for n, item in enumerate(items, 1)]),
        lines.map(lambda items: [f"- [ ] {item}" for item in items]),
        st.builds(lambda a, b, c: [f"- {a}", f"    - {b}", f"- {c}"], words, words, words),
        st.builds(lambda a, b: ["| A | B |", "|---|:-:|", f"| {a} | {b} |", "| |"], words, words),
        st.builds(lambda a, b: ["Term", f":   {a}", "", f"    {b}"], words, words),
        st.builds(
            lambda n, a, b: [f"[^{n}]: {a}", "", f"    {b}"], st.integers(1, 9), words, words
        ),
        lines.map(lambda items: ["```text", *items, "```"]),
        lines.map(lambda items: ["<div>", *[f"<p>{item}</p>" for item in items], "</div>"]),
        words.map(lambda text: [f"words[^1] {text}", "{: .lead }"]),
        words.map(lambda text: ["*[AMHP]: words", "", f"AMHP {text}"]),
        words.map(lambda text: ["[the", f"desk](https://e.org/) {text}"]),
        st.sampled_from([["***"], ["<!-- words -->"], ["<hr>"], ["    code"]]),
    )
    return st.recursive(leaves, around, max_leaves=6)


def around(blocks):
    """Blocks inside others."""
    inner = st.lists(blocks, min_size=1, max_size=2).map(
        lambda parts: [line for part in parts for line in [*part, ""]]
    )
    indented = inner.map(lambda lines: [f"    {line}" if line else "" for line in lines])
    return st.one_of(
        indented.map(lambda lines: ["!!! note", *lines]),
        indented.map(lambda lines: ['??? danger "Act *now*"', "", *lines]),
        indented.map(lambda lines: ['=== "One"', "", *lines]),
        indented.map(lambda lines: ["- words", "", *lines, "- words"]),
        inner.map(lambda lines: [f"> {line}" for line in lines]),
        inner.map(lambda lines: ["<div markdown>", "", *lines, "</div>"]),
    )


@settings(deadline=None, derandomize=True, database=None)
@given(st.lists(pieces(), min_size=1, max_size=4))
def test_any_page_is_published_as_without_source_lines(parts):
    body = "\n\n".join("\n".join(part) for part in parts) + "\n"
    with_places = html(body, places=True)
    assert without_places(with_places) == without_places(html(body, places=False))
    found, expected = places(body), written(body)
    assert {target: place.line for target, place in found.items()} == {
        target: expected[target] for target in found
    }
