"""Documents that try what can go wrong in print: deep, long, wide, tall, and in many scripts."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable

_WORDS = (
    "parent", "carer", "assessment", "referral", "safeguarding", "plan", "within", "days", "the",
    "and", "of", "agreed", "review", "team", "health", "Siân", "Łukasz", "Nguyễn", "Zoë", "O'Neill",
    "gwasanaethau", "plentyn", "cymorth", "Llanfairpwllgwyngyll", "שלום", "محمد", "Иван", "Ωmega",
    "½", "→", "☎", "😀", "é", "naïve", "3.5%", "£1,000", "09:30", "s.17(1)(a)", "e.g.", "M&A",
)  # fmt: skip
_LONG = (
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "https://www.example.org/protocols/joint-working/" + "a-very-long-way/" * 9 + "?q=1&page=2",
    "safeguarding.children.and.adults.partnership@very-long-name.example.org",
    "x" * 160,
    "A/B/C/D" * 20,
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"><path d="M0 0h9v9z"/></svg>'
PICTURES = {"tall.svg": SVG.format(60, 4000), "wide.svg": SVG.format(5000, 40),
            "small.svg": SVG.format(9, 9)}  # fmt: skip


def document(seed: int) -> str:
    """The Markdown of a page, the same for the same seed."""
    rng = random.Random(seed)
    blocks = [_KINDS[rng.choice(sorted(_KINDS))](rng, 0) for _ in range(rng.randint(1, 5))]
    return "\n\n".join([f"# Document {seed}: {_words(rng, 3)}", *blocks]) + "\n"


def _words(rng: random.Random, count: int) -> str:
    return " ".join(rng.choice(_WORDS) for _ in range(count))


def _sentence(rng: random.Random, most: int = 25) -> str:
    words = _words(rng, rng.randint(1, most)).split()
    look = rng.choice(("{}", "{}", "{}", "**{}**", "*{}*", "`{}`", "~~{}~~", "<kbd>{}</kbd>"))
    at = rng.randrange(len(words))
    words[at] = look.format(words[at])
    if rng.random() < 0.08:
        words.append(rng.choice(_LONG))
    return " ".join(words) + "."


def _paragraph(rng: random.Random, depth: int) -> str:
    return " ".join(_sentence(rng) for _ in range(rng.randint(1, 5)))


def _seldom(rng: random.Random, usual: tuple, large):
    """One of the usual sizes, and now and then the large one."""
    return large if rng.random() < 0.06 else rng.choice(usual)


def _headings(rng: random.Random, depth: int) -> str:
    if depth:
        return _paragraph(rng, depth)
    levels = [rng.randint(2, 6) for _ in range(rng.randint(1, 6))]
    return "\n\n".join(f"{'#' * level} {_sentence(rng, 9)[:-1]}" for level in levels)


def _list(rng: random.Random, depth: int) -> str:
    sign = rng.choice(("- ", "1. ", "- [ ] ", "- [x] "))
    items = []
    for _ in range(rng.randint(1, 5)):
        text = _sentence(rng)
        if depth < 3 and rng.random() < 0.5:
            text += "\n\n" + textwrap.indent(_inside(rng, depth + 1), "    ")
        items.append(sign + text)
    return "\n".join(items)


def _box(rng: random.Random, depth: int) -> str:
    mark = rng.choice(("!!! note", "!!! danger", "??? tip", "???+ warning", "!!! example"))
    inside = _inside(rng, depth + 1) if depth < 3 else _sentence(rng)
    return f'{mark} "{_words(rng, 3)}"\n\n{textwrap.indent(inside, "    ")}'


def _tabs(rng: random.Random, depth: int) -> str:
    tabs = []
    for name in ("One", "Two")[: rng.randint(1, 2)]:
        inside = _inside(rng, depth + 1) if depth < 3 else _sentence(rng)
        tabs.append(f'=== "{name}"\n\n{textwrap.indent(inside, "    ")}')
    return "\n\n".join(tabs)


def _details(rng: random.Random, depth: int) -> str:
    below = f"<ol><li>{_words(rng, 2)}</li></ol>"
    inside = f"<p>{_words(rng, 9)}</p><ul><li>{_words(rng, 3)}{below}</li></ul>"
    return f"<details><summary>{_words(rng, 3)}</summary>{inside}</details>"


def _table(rng: random.Random, depth: int) -> str:
    rows = _seldom(rng, (0, 1, 3, 8), 100)
    columns = rng.randint(1, 3 if rows > 8 else 9)
    cells = ["|".join(f" {_cell(rng)} " for _ in range(columns)) for _ in range(rows + 1)]
    ruler = "|".join(rng.choice(("---", ":-:", "--:")) for _ in range(columns))
    return "\n".join(f"|{line}|" for line in (cells[0], ruler, *cells[1:]))


def _cell(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.15:
        return ""
    if kind < 0.2:
        return rng.choice(_LONG)
    return _words(rng, rng.randint(1, 6)).replace("|", "/")


def _raw_table(rng: random.Random, depth: int) -> str:
    cells = (
        f"<ul><li>{_words(rng, 4)}<ol><li>{_words(rng, 3)}</li><li>b</li></ol></li></ul>",
        _words(rng, _seldom(rng, (1, 9, 30), 600)),
        "",
        "<p>one</p><p>two</p>",
        "<table><tr><td>in</td></tr></table>",
        "<img src='../small.svg' alt='A dot'>",
        "<dl><dt>t</dt><dd>d</dd></dl>",
        "<pre>a\nb</pre>",
    )
    rows = "".join(
        f"<tr><th>{n}</th>" + "".join(f"<td>{rng.choice(cells)}</td>" for _ in range(2)) + "</tr>"
        for n in range(rng.randint(1, 6))
    )
    head = "<thead><tr><th>H</th><th colspan='2'>I</th></tr></thead>"
    return f"<table><caption>{_words(rng, 4)}</caption>{head}<tbody>{rows}</tbody></table>"


def _code(rng: random.Random, depth: int) -> str:
    lines, columns = _seldom(rng, ((1, 1), (9, 90), (2, 400)), (200, 20))
    made = [(_words(rng, columns // 3))[:columns] for _ in range(lines)]
    return "```text\n" + "\n".join(made) + "\n```"


def _terms(rng: random.Random, depth: int) -> str:
    return "\n\n".join(
        f"{_words(rng, 2)}\n:   {_sentence(rng)}\n\n    - {_sentence(rng)}" for _ in range(3)
    )


def _notes(rng: random.Random, depth: int) -> str:
    name = f"n{rng.randrange(10**9)}"
    inside = "" if depth else f"\n\n    - {_sentence(rng)}\n    - {_sentence(rng)}"
    if depth:
        return _sentence(rng)
    where = rng.choice(
        ("{0}", "- item{0}\n    - below{0}", "| A{0} | B |\n|---|---|\n| x{0} | y |")
    )
    return where.format(f"[^{name}]") + f"\n\n[^{name}]: {_sentence(rng)}{inside}"


def _picture(rng: random.Random, depth: int) -> str:
    file = rng.choice(sorted(PICTURES))
    picture = f"![{_words(rng, 4)}]({file})"
    if depth or rng.random() < 0.5:
        return picture
    return f"<figure markdown>\n{picture}\n<figcaption>{_words(rng, 40)}</figcaption>\n</figure>"


def _quote(rng: random.Random, depth: int) -> str:
    inside = _inside(rng, depth + 1) if depth < 2 else _sentence(rng)
    return textwrap.indent(inside, "> ", lambda _: True)


def _language(rng: random.Random, depth: int) -> str:
    arabic = '<p lang="ar" dir="rtl">محمد الأحمد يعيش هنا</p>'
    return f'<p lang="cy">Croeso i {_words(rng, 5)}</p>\n\n{arabic}'


def _inside(rng: random.Random, depth: int) -> str:
    kinds = sorted(set(_KINDS) - {"headings", "notes", "details", "a raw table", "languages"})
    return _KINDS[rng.choice(kinds)](rng, depth)


_KINDS: dict[str, Callable[[random.Random, int], str]] = {
    "paragraph": _paragraph,
    "headings": _headings,
    "list": _list,
    "box": _box,
    "tabs": _tabs,
    "details": _details,
    "table": _table,
    "a raw table": _raw_table,
    "code": _code,
    "terms": _terms,
    "notes": _notes,
    "picture": _picture,
    "quote": _quote,
    "languages": _language,
}
