"""Measures the law: python benchmarks/law.py [PAGES]

Writes a protocol of PAGES (1000) pages, of which every fifth is a law with eight sections and the
others cite four provisions each, and measures in seconds of CPU what the lists and citations that
are added to pages, and the rules about law and its words, take. The same for half as many pages
stands beside it: the time for a page should stay what it is.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from handrail.registers import law
from handrail.rules import law as law_rules
from handrail.rules import run_rule
from handrail.rules import words as word_rules

ROOT = Path(__file__).parent.parent
FRONT = (
    "---\ntitle: {}\ndescription: What this asks.\ntype: {}\nowner: Adviser\nstatus: draft\n"
    "review_by: 2027-05-21\naudience: public\n{}---\n"
)
LAW = "key: ukpga/{}/9\nnations: [England]\nstanding: in force\n"


def main(count: int) -> None:
    """Measure both sizes and print."""
    sys.path.append(str(ROOT / "tests"))
    from protocol import handbook

    for size in (count // 2, count):
        book = handbook(dict(_pages(size)))
        start = time.process_time()
        for page in book.pages:
            list(law.add(page, book))
        added = time.process_time()
        for rule in (*law_rules.RULES, *word_rules.RULES):
            list(run_rule(rule, book))
        judged = time.process_time()
        print(f"{size} pages: {1000 * (added - start) / size:.2f} ms a page for what is added, "
              f"{1000 * (judged - added) / size:.2f} for the rules")  # fmt: skip


def _pages(count: int):
    """(path, Markdown) of the laws and of the pages that cite them."""
    laws = count // 5
    for number in range(laws):
        year = 1801 + number
        parts = (f"## Section {n}: Duty {{#section-{n}}}\n\nDo it.\n" for n in range(1, 9))
        front = FRONT.format(f"Local Matters Act {year}", "legislation", LAW.format(year))
        yield f"legislation/act-{number}.md", f"{front}\n# Act\n\n" + "\n".join(parts)
    words = "The council must act, and services must help one another with each case. " * 40
    for number in range(count - laws):
        cited = (
            f"See [section {n % 8 + 1} of the Local Matters Act {1801 + n % laws}]"
            f"(../legislation/act-{n % laws}.md#section-{n % 8 + 1}).\n"
            for n in range(number, number + 4)
        )
        front = FRONT.format(f"Page {number}", "section", "")
        yield f"protocol/page-{number}.md", f"{front}\n# Page\n\n{words}\n\n" + "".join(cited)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1000)
