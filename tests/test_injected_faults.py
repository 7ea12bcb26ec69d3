"""Faults put into pages of the protocol, in every kind of block, are found on the line they are on.

Each fault goes into each block, the block between two paragraphs of a real page. A few blocks share
a page, so that several hundred faults cost some forty renderings.
"""

import re
from dataclasses import dataclass
from itertools import islice

from protocol import ROOT, handbook

from handrail.rules import RULES, run_rule

LONG = (
    "The council, the trust and all the others that have signed must ask each parent what help "
    "they want, when they want it, who may know of it, who may come to the house, and which of "
    "all these things they would like to see change first."
)
INLINE = {
    "link-text-vague": "read [more](index.md) of it",
    "link-text-address": "see <https://example.org/a/b> too",
    "link-to-file-unexplained": "fill in [this form](https://example.org/form.docx) first",
    "link-words-repeated": "[one desk](https://e.org/a) or [one desk](https://e.org/b)",
    "link-opens-window": "see [their forms](https://example.org/){: target=_blank } too",
    "link-broken": "see [the missing page](missing.md) too",
    "anchor-missing": "see [the missing part](#missing) below",
    "link-without-name": "see [](https://example.org/) too",
    "picture-without-words": "it has ![](../door.png) at the door",
    "picture-words-are-file-name": "it has ![IMG_2041](../door.png) at the door",
    "picture-words-say-picture": "it has ![Picture of a door](../door.png) there",
    "picture-words-too-long": f"it has ![{LONG[:170]}](../door.png) there",
    "image-without-alt": 'it has <img src="door.png"> at the door',
    "resource-from-elsewhere": "it has ![A door](https://example.org/door.png) there",
    "text-in-capitals": "and DO NOT PHONE after five",
    "text-underlined": "and phone <u>at once</u> then",
    "italics-too-long": f"and *{LONG[:120].rpartition(' ')[0]}* then",
    "instruction-by-sight": "and fill in the red box on the right",
    "symbol-as-words": "and that is done. ⚠ Take care then",
    "language-not-marked": "and write to Llywodraeth Cymru then",
    "lang-invalid": "and say *chez nous*{: lang=xyzzy } then",
    "script-in-page": 'and <span onclick="go()">press</span> then',
    "content-hidden": "and <span hidden>wait a while</span> then",
    "focus-order-forced": "and [their rules](https://e.org/rules){: tabindex=2 } then",
    "focus-taken": 'and <input aria-label="Name" autofocus> then',
    "abbreviation-undefined": "and ask the QZNUMBER about it",
}
"""Faults inside a line of words, by the rule that finds them."""
SENTENCES = {"sentence-too-long": LONG}
"""Faults that are found at the start of a sentence, in running text only."""
BLOCKS = {
    "heading-empty": "###",
    "heading-skips-level": "###### Far below",
    "bold-as-heading": "**Who to phone**",
    "table-without-header": "|  |  |\n|---|---|\n| one | two |",
    "table-for-layout": "| Things to bring |\n|---|\n| A form |",
    "list-faked": "• a form\n• a friend",
    "style-in-page": "<style>p { color: red }</style>",
    "frame-in-page": '<iframe src="https://example.org/map" title="Map"></iframe>',
    "form-in-page": '<form action="/send"><label>Name <input name="n"></label></form>',
    "video-without-captions": '<video src="talk.mp4" controls></video>',
    "media-without-transcript": '<audio src="talk.mp3" controls></audio>',
    "text-justified": '<p style="text-align: justify">Words</p>',
    "table-header-merged": '<table><tr><th colspan="2">A</th></tr></table>',
}
"""Faults that are blocks of their own, on their first line."""
WORDS = {
    "paragraph": "Some words go\nhere, FAULT, and on.",
    "list": "- one item\n- two words\n  here, FAULT, and on",
    "numbered list": "1. one item\n\n    Two words\n    here, FAULT, and on.",
    "nested list": "- one item\n    - two words\n    - here, FAULT, and on\n- three",
    "box": '!!! note "A note"\n    Some words go\n    here, FAULT, and on.',
    "list in a fold": '??? note "More"\n    - one item\n    - here, FAULT, and on',
    "tab": '=== "Day"\n\n    Some words go\n    here, FAULT, and on.\n\n=== "Night"\n\n    Words.',
    "box in a tab": '=== "Day"\n\n    !!! note\n        Words go\n        here, FAULT, and on.',
    "table": "| Thing | Words |\n|---|---|\n| one | two |\n| here | so FAULT and on |",
    "table in a box": "!!! note\n    | Thing | Word |\n    |---|---|\n    | so FAULT | two |",
    "quotation": "> Some words go\n> here, FAULT, and on.",
    "footnote": "Words[^note].\n\n[^note]: Some words go\n    here, FAULT, and on.",
    "definition": "Some term\n:   Some words go\n    here, FAULT, and on.",
    "HTML with Markdown": "<div markdown>\n\nSome words go\nhere, FAULT, and on.\n\n</div>",
    "heading": "## Here, FAULT, and on",
    "task": "- [ ] one item\n- [x] here, FAULT, and on",
}
"""Blocks that hold words, by what they are."""
ROOM = {
    "page": "FAULT",
    "box": "!!! note\n    Words.\n\n    FAULT\n\n    Words.",
    "tab": '=== "By day"\n\n    FAULT\n\n    Words.\n',
    "HTML with Markdown": "<div markdown>\n\nFAULT\n\nWords.\n\n</div>",
}
"""Blocks that hold blocks."""
UNLIKELY = {("heading", "symbol-as-words"), ("table", "sentence-too-long")}
PAGES = (
    "pathways/mental-health-crisis.md", "protocol/assessment.md", "agencies/hospital.md",
    "legislation/care-act-2014.md", "parents/index.md", "supplements/pregnancy.md",
    "developing/getting-started.md", "protocol/transitions.md",
)  # fmt: skip
A_PAGE = 12
"""Faults put into one copy of a page."""


@dataclass(frozen=True)
class Injected:
    """One fault in one block."""

    rule: str
    where: str
    text: str

    @property
    def above(self) -> int:
        """Lines of the block above the one with the fault."""
        return self.text.split("\ufffc")[0].count("\n")

    @property
    def block(self) -> str:
        return self.text.replace("\ufffc", "")


def injected():
    """Every fault in every block that can hold it."""
    for rule, fault in INLINE.items():
        for number, (where, block) in enumerate(WORDS.items()):
            words = fault.replace("NUMBER", f"XW{chr(65 + number)}")
            yield Injected(rule, where, block.replace("FAULT", f"\ufffc{words}"))
    for rule, fault in SENTENCES.items():
        for where in ("paragraph", "list", "box", "tab", "quotation", "footnote", "definition"):
            text = WORDS[where].replace("here, FAULT, and on", f"here.\n\ufffc{fault}")
            yield Injected(rule, where, _indented(WORDS[where], text))
    for rule, fault in BLOCKS.items():
        for where, block in ROOM.items():
            indent = re.search(r"^( *)FAULT", block, re.MULTILINE)[1]
            lines = fault.replace("\n", f"\n{indent}")
            yield Injected(rule, where, block.replace("FAULT", f"\ufffc{lines}"))


def _indented(block: str, text: str) -> str:
    """`text` with its new line indented as the line of the block that it continues."""
    lead = re.search(r"^([ >]*)here", block, re.MULTILINE)[1]
    return text.replace("\n\ufffc", f"\n{lead}\ufffc")


def copies():
    """(page, its text with faults in it, their lines) for copies of real pages."""
    faults = iter([one for one in injected() if (one.where, one.rule) not in UNLIKELY])
    number = 0
    while batch := list(islice(faults, A_PAGE)):
        uri = PAGES[number % len(PAGES)]
        number += 1
        yield uri, *_with_faults((ROOT / "docs" / uri).read_text("utf-8"), batch)


def _with_faults(page: str, batch: list[Injected]) -> tuple[str, list[tuple[Injected, int]]]:
    gaps = [found.end() for found in re.finditer(r"[.|]\n\n(?=[A-Z#])", page)]
    step = max(1, len(gaps) // len(batch))
    places = (gaps[::step] * len(batch))[: len(batch)]
    parts, lines, at = [], [], 0
    for number, (place, one) in enumerate(
        sorted(zip(places, batch, strict=True), key=lambda x: x[0])
    ):
        parts.append(page[at:place])
        at = place
        block = one.block.replace("note]", f"note{number}]")
        start = "".join(parts).count("\n") + 1
        lines.append((one, start + one.above))
        parts.append(f"{block}\n\n")
    return "".join([*parts, page[at:]]), lines


def test_faults_are_found_on_the_line_they_are_on():
    rules = [rule for rule in RULES if rule.ID in {**INLINE, **SENTENCES, **BLOCKS}]
    total, missed = 0, []
    for uri, text, lines in copies():
        book = handbook({uri: text})
        found = {
            (finding.rule, finding.place.line) for rule in rules for finding in run_rule(rule, book)
        }
        total += len(lines)
        missed += [
            f"{one.rule} in {one.where}" for one, line in lines if (one.rule, line) not in found
        ]
    assert total > 400
    assert missed == []
