"""Faults put into a sound flowchart, line by line, are found on the line they are on, and nothing
else is reported."""

import re

import pytest
from flowcharts import read
from protocol import FRONT_MATTER, handbook

from handrail.rules import check_handbook

SOUND = """\
flowchart TD
    accTitle: Suspected harm to a child
    accDescr: Who decides, and by when.
    subgraph front["Front door"]
        start(["Someone is worried about a child"])
        danger{"Is the child in danger now?"}
        ring["Call the police within 1 hour"]
        screen["Screen the contact within 1 working day"]
    end
    subgraph duty [Duty team]
        met{Is the threshold met?}
        met -- Yes --> strategy[Hold a strategy discussion within 24 hours]
        met -- No --> help[Offer early help within 5 working days]
    end
    done(["A plan is agreed"])
    crisis[["Go to: Crisis"]]
    start --> danger
    danger -->|Yes| ring
    danger -->|No| screen
    ring --> crisis
    screen --> met
    strategy & help --> done
    click crisis "crisis.md"
"""
BOX = r'(\w+)(\(\[|\[\[|\[|\{)("?)([^"\[\]{}()|]+)("?)(\]\)|\]\]|\]|\})'
LAST = r"(-->(?:\|\w+\|)? *\w+)$"
RESERVED = ("end", "class", "style", "click", "call", "graph", "subgraph", "linkStyle", "classDef",
            "flowchart", "href", "interpolate", "_blank")  # fmt: skip
FAULTS = {
    "a box without the last bracket": (BOX, lambda m: m[0][:-1]),
    "a box without its brackets": (BOX, r"\1\2\3\4\5"),
    "a quote never closed": (BOX, lambda m: m[1] + m[2] + '"' + m[4] + m[6]),
    "a quote never opened": (BOX, lambda m: m[1] + m[2] + m[4] + '"' + m[6]),
    "quotes in quotes": (BOX, r'\1\2"Ask "now" \4"\6'),
    "brackets in words": (BOX, r"\1\2\4 (now)\6"),
    "square brackets in words": (BOX, r"\1\2\4 [now]\6"),
    "braces in words": (BOX, r"\1\2\4 {now}\6"),
    "curly quotes": (BOX, r"\1\2“\4 (now)”\6"),
    "a space before a box": (r'^( +\w+)([\[({])"', r'\1 \2"'),
    "an ID of two words": (r'^( +\w+)([\[({])"', r'\1 x\2"'),
    "an ID with a mark": (r'^( +\w+)([\[({])"', r"\1's\2" + '"'),
    "a box without an ID": (r'^( +)\w+([\[({])"', r'\1\2"'),
    "an arrow with one dash": ("-->", "->"),
    "an arrow in two": ("-->", "-- >"),
    "an arrow without a head": (r"-->( *\w+)$", r"--\1"),
    "an arrow without a target": (r"--> *\w+$", "-->"),
    "an answer without a target": (r"(\|\w+\|) *\w+$", r"\1"),
    "a short dash": ("-->", "–>"),
    "a long dash": ("-->", "—>"),
    "a sign for an arrow": ("-->", "→"),
    "a fat arrow": ("-->", "=>"),
    "an arrow with two points": ("-->", "-->>"),
    "an arrow of dots": ("-->", "..>"),
    "an arrow backwards": ("-->", "<--"),
    "an answer not closed": (r"\|(\w+)\| ", r"|\1 "),
    "an answer not opened": (r"\|(\w+)\| ", r"\1| "),
    "an answer closed twice": (r"\|(\w+)\| ", r"|\1|| "),
    "an answer before the arrow": (r"-->\|(\w+)\|", r"|\1|-->"),
    "an answer not ended": (r"-- (\w+) -->", r"-- \1"),
    "a comma for another step": (LAST, r"\1, done"),
    "and for another step": (LAST, r"\1 and done"),
    "an & at the end": (LAST, r"\1 &"),
    "a comment behind": (LAST, r"\1 %% or not"),
    "slashes behind": (LAST, r"\1 // or not"),
    "a sentence": (r"^( +)\w+ -->.*$", r"\1Then this happens"),
    "a bullet": (r"^( +)(\w+ -->.*)$", r"\1- \2"),
    "a number": (r"^( +)(\w+ -->.*)$", r"\g<1>1. \2"),
    "a hash for a comment": (r"^( +)(\w+ -->.*)$", r"\1# \2"),
    "an end too many": (r"^    start -->.*$", "    end"),
    "End in capitals": (r"^( +)end$", r"\1End"),
    "words behind an end": (r"^( +)end$", r"\1end subgraph"),
    "Subgraph in capitals": ("subgraph", "Subgraph"),
    "subgraph in two": ("subgraph", "sub graph"),
    "a subgraph with brackets in its name": (r'(subgraph \w+ ?)\["?([^"]+?)"?\]', r"\1[\2 (A)]"),
    "a subgraph in round brackets": (r'(subgraph \w+ ?)\["?([^"]+?)"?\]', r"\1(\2)"),
    "a subgraph's name not closed": (r"(subgraph .*)\]$", r"\1"),
    "a subgraph without a name": (r"subgraph .*", "subgraph"),
    "the kind in two": ("^flowchart", "flow chart"),
    "the kind misspelt": ("^flowchart", "flowcart"),
    "the kind in capitals": ("^flowchart", "Flowchart"),
    "no kind": (r"^flowchart \w+", ""),
    "a direction turned round": ("TD$", "DT"),
    "a direction in small letters": ("TD$", "td"),
    "a direction in words": ("TD$", "down"),
    "more on the first line": ("TD$", "TD start --> danger"),
    "a title without a colon": ("accTitle:", "accTitle"),
    "a title misspelt": ("accTitle:", "accTitel:"),
    "a description in small letters": ("accDescr:", "accdescr:"),
    "a description not closed": ("accDescr:", "accDescr {"),
    "a click without quotes around spaces": (r'click (\w+) "(.*)"', r"click \1 [\2]"),
    "a click not closed": (r'click (\w+) "(.*)"', r'click \1 "\2'),
    "a click without a step": (r'click (\w+) "(.*)"', r'click "\2"'),
    "a class without a name": (r"^    click.*", "    class crisis"),
    "a style that is none": (r"^    click.*", "    linkStyle 99 stroke-width:2px"),
    "a shape that is none": (r'^( +crisis).*', r'\1@{ shape: subrout, label: "Crisis" }'),
    "a shape not closed": (r'^( +crisis).*', r'\1@{ shape: subproc, label: "Crisis"'),
    "a shape without commas": (r'^( +crisis).*', r'\1@{ shape: subproc label: "Crisis" }'),
    **{f"a step called {word}": (r"^( +)ring(?=\[)", rf"\1{word}") for word in RESERVED},
    **{f"an arrow to {word}": (r"(--> *|\| *)\w+$", rf"\g<1>{word}") for word in RESERVED},
}  # fmt: skip
"""What is replaced by what."""
MAY_HAVE_ANY_NAME = {("a step called call"), ("a step called href")}
"""Mermaid takes these two for a step where a bracket follows."""


def with_faults(name: str):
    """(line, flowchart) with the fault put into each line in turn that can have it."""
    pattern, mended = FAULTS[name]
    lines = SOUND.split("\n")
    for number, line in enumerate(lines, 1):
        changed = re.sub(pattern, mended, line, count=1)
        if changed != line:
            yield number, "\n".join([*lines[: number - 1], changed, *lines[number:]])


def test_nothing_is_wrong_with_the_sound_flowchart():
    assert read(SOUND).unread == ()


@pytest.mark.parametrize("name", [name for name in FAULTS if name not in MAY_HAVE_ANY_NAME])
def test_a_fault_is_found_on_its_line_and_nowhere_else(name):
    tried = list(with_faults(name))
    assert tried
    for line, source in tried:
        found = [unread.fault.place.line - 1 for unread in read(source).unread]
        assert found == [line], source.split("\n")[line - 1]


def test_what_cannot_be_read_is_reported_once():
    source = SOUND.replace("screen -->", "screen ->")
    page = f"{FRONT_MATTER}# A page\n\n```mermaid\n{source}```\n\n[the crisis page](crisis.md)\n"
    files = {"index.md": page, "crisis.md": FRONT_MATTER.replace("A page", "Crisis") + "# Crisis\n"}
    found = [finding.rule for finding in check_handbook(handbook(files))]
    assert [rule for rule in found if rule != "page-never-linked"] == ["diagram-unreadable"]
