"""The steps of pathways by the numbers that readers see."""

from __future__ import annotations

from handrail.draw.words import put_into_words
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.links.suggest import plain


def pathway_called(name: str, handbook: Handbook) -> Page | None:
    """The pathway of that title or other name, or the only one whose title has all its words."""
    said = plain(name)
    pages = [page for page in handbook.pages if page.type == "pathway"]
    for page in pages:
        called = page.fields["also_called"].values if "also_called" in page.fields else ()
        if said in {plain(title).removesuffix(" pathway") for title in (page.title, *called)}:
            return page
    wanted = set(said.split())
    like = [page for page in pages if wanted <= set(plain(page.title).split())]
    return like[0] if len(like) == 1 else None


def step_texts(page: Page, handbook: Handbook) -> list[tuple[int, str]]:
    """(number, words) of each step of a page's pathways."""
    return [
        (item.number, item.step.text)
        for diagram in handbook.diagrams_of(page)
        if diagram.steps
        for group in put_into_words(diagram).groups
        for item in group.steps
    ]
