"""Writes a protocol of any size, with a pathway on every fourth page. The same size gives the same
text."""

from __future__ import annotations

import random
from pathlib import Path

_WORDS = (
    "parent", "carer", "child", "worker", "adult", "family", "assessment", "referral",
    "eligibility", "needs", "review", "plan", "meeting", "support", "service", "social", "care",
    "health", "mental", "learning", "disability", "safeguarding", "consent", "record",
    "manager", "team", "lead", "working", "days", "contact", "written", "agreed", "shared",
    "joint", "duty", "practitioner", "strengths", "risk", "harm", "welfare", "young",
    "authority", "guidance", "local", "partner", "agency", "decision",
)  # fmt: skip
FITS_A_SHEET = 14
"""Steps whose drawing fits on one side of A4."""
_AGENCIES = ("Adult social care", "Children's social care", "Mental health trust")


def write_corpus(docs: Path, count: int) -> None:
    """Write `count` pages of some 700 words into `docs`."""
    rng = random.Random(7)
    _write(docs / "index.md", _page("Start", "section", "# Start\n\nRead this first.\n"))
    for name in _AGENCIES:
        _write(docs / f"agencies/{_slug(name)}.md", _page(name, "agency", f"# {name}\n"))
    rest = count - len(_AGENCIES) - 1
    for number in range(rest):
        kind = "pathway" if number % 4 == 0 else "section"
        body = _body(rng, number, rest, kind)
        _write(docs / f"{kind}s/page-{number:04}.md", _page(f"Page {number}", kind, body))


def pathways(count: int) -> list[tuple[str, str, bytes]]:
    """`count` pages with a pathway each, as `handrail.read.protocol.read_protocol` takes them."""
    rng = random.Random(7)
    pages = []
    for number in range(count):
        uri = f"pathways/pathway-{number:04}.md"
        body = f"# Page {number}\n\n{_diagram(rng, number)}\n"
        pages.append((f"docs/{uri}", uri, _page(f"Page {number}", "pathway", body).encode()))
    return pages


def _body(rng: random.Random, number: int, count: int, kind: str) -> str:
    parts = [f"# Page {number}", _paragraph(rng)]
    if kind == "pathway":
        parts += ["## The pathway", _diagram(rng, number, FITS_A_SHEET)]
    for part in range(4):
        other = rng.randrange(count)
        target = f"../{'pathway' if other % 4 == 0 else 'section'}s/page-{other:04}.md"
        parts += [f"## Part {part} {_sentence(rng, 4)}", _paragraph(rng), _paragraph(rng)]
        parts += ["\n".join(f"- {_sentence(rng)}" for _ in range(5))]
        parts += [f"See [page {other}]({target})."]
    parts += ["## Who does what", _table(rng)]
    return "\n\n".join(parts) + "\n"


def _diagram(rng: random.Random, number: int, most: int = 25) -> str:
    """A flowchart of 10 to `most` steps in three agencies."""
    steps = rng.randint(10, most)
    lines = ["```mermaid", "flowchart TD", f"    accTitle: Pathway {number}",
             "    accDescr: Who does what, and by when."]  # fmt: skip
    for part, agency in enumerate(_AGENCIES):
        lines.append(f'    subgraph a{part}["{agency}"]')
        lines += [f"        {_step(rng, i, steps)}" for i in range(steps) if i * 3 // steps == part]
        lines.append("    end")
    for i in range(steps - 1):
        if i % 4 == 2 and i + 2 < steps:
            lines += [f"    s{i} -->|Yes| s{i + 1}", f"    s{i} -->|No| s{i + 2}"]
        else:
            lines.append(f"    s{i} --> s{i + 1}")
    return "\n".join([*lines, "```"])


def _step(rng: random.Random, index: int, steps: int) -> str:
    text = _sentence(rng, 6)[:-1]
    if index in (0, steps - 1):
        return f's{index}(["{text}"])'
    if index % 4 == 2 and index + 2 < steps:
        return f's{index}{{"{text}?"}}'
    return f's{index}["{text} within {rng.randint(2, 20)} working days"]'


def _table(rng: random.Random) -> str:
    rows = [f"| {_sentence(rng, 3)} | {_sentence(rng, 8)} | {rng.randint(1, 20)} days |"
            for _ in range(6)]  # fmt: skip
    return "\n".join(["| Who | What | By when |", "|---|---|---|", *rows])


def _paragraph(rng: random.Random) -> str:
    return " ".join(_sentence(rng) for _ in range(4))


def _sentence(rng: random.Random, words: int = 0) -> str:
    text = " ".join(rng.choice(_WORDS) for _ in range(words or rng.randint(9, 20)))
    return text.capitalize() + "."


def _page(title: str, kind: str, body: str) -> str:
    sheet = "sheet: two pages\n" if kind == "pathway" else ""
    return (
        f"---\ntitle: {title}\ndescription: What {title.lower()} is for.\ntype: {kind}\n"
        f"{sheet}owner: Head of service\nstatus: draft\nreview_by: 2099-01-01\naudience: staff\n"
        f"---\n{body}"
    )


def _slug(name: str) -> str:
    return name.lower().replace("'", "").replace(" ", "-")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
