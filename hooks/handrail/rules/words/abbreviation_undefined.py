"""Every abbreviation is explained, on the page or in the glossary.

Staff of four services and parents read these pages; each service's abbreviations are a foreign
language to the others. WCAG 2.2, 3.1.4 Abbreviations.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.near import nearest
from handrail.rules.words.uses import first_uses

ID = "abbreviation-undefined"
LEVEL = "warning"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each abbreviation that neither the page nor the glossary explains."""
    glossary = handbook.glossary
    names = handbook.law.initials
    for use in first_uses(page, handbook):
        known = use.short in glossary.plain or use.short in glossary.listed or use.short in names
        if not (use.expanded or use.later or use.short in glossary.expansion or known):
            near = nearest(use.short, glossary.expansion) if len(use.short) > 3 else ""
            help = "write it out here, with the abbreviation in brackets, or add it to the glossary"
            help = f'did you mean "{near}"? Otherwise {help}' if near else help
            yield Fault(use.place, f'"{use.short}" is not explained anywhere', help)
