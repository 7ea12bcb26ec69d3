"""Whatever stands in a page, it is read, rendered and checked in a moment, and no rule crashes."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from protocol import FRONT_MATTER, ROOT, handbook

from handrail.read.folder import pages_below
from handrail.rules import CRASHED, check_handbook

MOMENT = 10.0
"""Seconds that nothing here may take, many times what it takes on a slow computer."""
SIGNS = (
    "\n\n\n   |`#*-+[](){}<>!?\"':=~_\\/&;@^.,1aA£é\t\r\x00\x02\x03\ufeff\u2028\U000f000a\U000f0001"
)
FLOWCHART = """\
flowchart TD
    accTitle: Mental health crisis
    accDescr: Who is called, and by when
    start(["A parent is in crisis"]) --> safe{"Is anyone hurt?"}
    subgraph adults["Adult social care"]
        ring["Call the duty desk within 1 hour"]
        subgraph amhp["AMHP service"]
            assess[[Go to: Assessment]]
        end
    end
    safe -->|Yes| done([Call 999])
    safe -- No --> ring & assess
    ring --> done
    %% a comment
    click assess "assessment.md"
"""
PIECES = [
    *FLOWCHART.split(),
    *"[](){}|&;%\"'<@",
    *("-->", "---", "-.->", "==>", "end", "subgraph", "#quot;"),
]

quickly = settings(max_examples=60, deadline=None, derandomize=True, database=None)


def check(data: bytes):
    """Everything found in a protocol of one page, which must not be a rule that broke down."""
    begun = time.monotonic()
    findings = check_handbook(handbook({"index.md": data}))
    assert not [finding for finding in findings if finding.rule == CRASHED]
    assert time.monotonic() - begun < MOMENT
    return findings


def changed(text: str, pieces: list[str], chance: random.Random) -> str:
    """The text with some of it left out, doubled or replaced."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        cut = at + chance.choice((0, 0, 1, 3, 20))
        text = text[:at] + chance.choice(["", "", *chance.choices(pieces, k=3)]) + text[cut:]
    return text


@quickly
@given(st.binary(max_size=400))
def test_any_bytes_are_a_page(data):
    check(data)


@quickly
@given(st.text(SIGNS, max_size=300))
def test_any_signs_are_a_page(text):
    check((FRONT_MATTER + text).encode())


@quickly
@given(st.text(SIGNS + "abc", max_size=150))
def test_any_signs_are_front_matter(text):
    check(f"---\ntitle: A page\n{text}\n---\nWords\n".encode())


@pytest.mark.parametrize("seed", range(60))
def test_a_page_of_the_template_with_mistakes_in_it_is_checked(seed):
    chance = random.Random(seed)
    page = chance.choice(list(pages_below(ROOT / "docs"))).read_text("utf-8")
    check(changed(page, list(SIGNS), chance).encode())


@pytest.mark.parametrize("seed", range(300))
def test_a_flowchart_with_mistakes_in_it_is_read_and_shown(seed):
    chance = random.Random(seed)
    source = changed(FLOWCHART, PIECES, chance)
    check(f"{FRONT_MATTER}```mermaid\n{source}\n```\n".encode())


@pytest.mark.parametrize(
    "body",
    [
        "> " * 300 + "words",
        "\n".join("    " * depth + "- words" for depth in range(60)),
        "[" * 1_000,
        "**a*" * 1_000,
        "<div>" * 1_000,
        "<div markdown>\n" * 60,
        "<!-- " * 2_000,
        "`a " * 2_000,
        "x" * 50_000,
        "a" + " " * 20_000 + "b",
        "- - " * 30 + "words",
        ("|a" * 200 + "|\n") + ("|-" * 200 + "|\n") + ("|b" * 200 + "|\n") * 20,
        "".join(f"[^{n}] " for n in range(300)) + "".join(f"\n[^{n}]: words" for n in range(300)),
        "\n\n".join("## The same heading" for _ in range(300)),
        "\n\n".join(f"[one](one{n}.md) and [here](two{n}.md)" for n in range(300)),
        "<!-- allow link-broken: words -->\n" * 300,
        "```\n" * 301,
        "    " * 300 + "!!! note",
        "<b>" * 300 + "words",
    ],
    ids=lambda body: body[:12].strip(),
)
def test_a_page_of_too_much_is_checked_in_a_moment(body):
    check((FRONT_MATTER + body + "\n").encode())
