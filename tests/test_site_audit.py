"""axe-core has nothing to say about any kind of page, in any palette, width and state."""

from itertools import chain

import pytest
from audit import audit
from sampler import PAGES

pytestmark = pytest.mark.browser

PALETTES = ("light", "dark")
WIDTHS = (1280, 320)
ON_PAPER = {"target-size": {"enabled": False}}
"""Nobody points at paper."""


@pytest.fixture(scope="module", params=PALETTES)
def palette(request, browser):
    """A page in a fresh browser session of one palette. Nothing moves, so that no colour is caught
    half way."""
    with browser.new_context(color_scheme=request.param, reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.fixture(params=WIDTHS)
def page(request, palette):
    palette.set_viewport_size({"width": request.param, "height": 800})
    palette.emulate_media(media="screen")
    return palette


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing(page, sampler, kind):
    page.goto(sampler + PAGES[kind])
    found = {"at rest": audit(page)}
    if page.locator("details").count():
        page.evaluate("document.querySelectorAll('details').forEach(box => box.open = true)")
        found["details open"] = audit(page, ".md-content")
    if page.viewport_size["width"] < 960:
        page.click(".hr-menu-button")
        found["menu open"] = audit(page, "#hr-menu")
        page.keyboard.press("Escape")
    open_search(page)
    found["search open"] = audit(page, ".md-search")
    page.reload()
    page.emulate_media(media="print")
    found["printed"] = audit(page, **ON_PAPER)
    assert [f"{state}: {said}" for state, kinds in found.items() for said in chain(*kinds)] == []


def open_search(page):
    """Search for a word that some page holds, and wait for what is found."""
    if page.viewport_size["width"] < 960:
        page.click("[data-hr-search=open]")
    page.locator(".md-search__input").press_sequentially("assess")
    page.wait_for_selector(".md-search-result__link")
