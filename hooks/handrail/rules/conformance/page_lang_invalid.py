"""The language of the page is named with a known code.

A screen reader chooses its voice by this code. With one that does not exist it may read English
with the sounds of another language.

WCAG 2.2, 3.1.1 Language of Page; BCP 47. ACT rule bf051a.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.languages import names_a_language
from handrail.access.pages import page_element
from handrail.access.quoting import cut
from handrail.finding import Fault
from handrail.html import Document

ID = "page-lang-invalid"
LEVEL = "error"
ACT = ("bf051a",)
LOOKS_AT = frozenset(("html",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find a page whose `lang` names no language."""
    page = page_element(document)
    lang = (page.attr("lang") or "").strip() if page is not None else ""
    if lang and not names_a_language(lang):
        yield Fault(
            document.place(page),
            f'lang="{cut(lang)}" of the page is no language',
            "use the code of the language, such as en-GB for British English or cy for Welsh",
        )
