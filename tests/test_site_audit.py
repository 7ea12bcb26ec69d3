"""axe-core has nothing to say about any kind of page, in any palette, width and state."""

from itertools import chain

import pytest
from audit import audit
from contrast import contrast
from sampler import PAGES

pytestmark = pytest.mark.browser

PALETTES = ("light", "dark")
WIDTHS = (1280, 320)
TEMPLATE = ("", "pathways/mental-health-crisis/", "champions/", "legislation/care-act-2014/",
            "agencies/adult-social-care/", "glossary/")  # fmt: skip
COLOUR = """name => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = name === 'background'
    ? getComputedStyle(document.body).backgroundColor : `var(--${name})`;
  const colour = getComputedStyle(probe).color.match(/[0-9.]+/g).slice(0, 3).map(Number);
  probe.remove();
  return colour;
}"""


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
    assert [f"{state}: {said}" for state, kinds in found.items() for said in chain(*kinds)] == []


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_on_paper(palette, sampler, kind):
    palette.set_viewport_size({"width": 673, "height": 971})  # A4 within its margins
    palette.emulate_media(media="print")
    palette.goto(sampler + PAGES[kind])
    palette.evaluate("dispatchEvent(new Event('beforeprint'))")
    # Nobody points at paper.
    faults, doubts = audit(palette, **{"target-size": {"enabled": False}})
    assert faults + doubts == []


@pytest.mark.parametrize("path", TEMPLATE)
def test_axe_finds_nothing_on_pages_of_the_template(palette, address, path):
    palette.emulate_media(media="screen")
    palette.goto(address + path)
    palette.evaluate("document.querySelectorAll('details').forEach(box => box.open = true)")
    for width in WIDTHS:
        palette.set_viewport_size({"width": width, "height": 800})
        faults, doubts = audit(palette)
        assert faults + doubts == [], width


@pytest.mark.parametrize("media", ["screen", "print"])
def test_the_colours_of_drawings_can_be_told_apart(palette, sampler, media):
    palette.emulate_media(media=media)
    palette.goto(sampler + PAGES["pathway"])
    page, box, lane, answer, text, soft, line, lane_line = (
        palette.evaluate(COLOUR, f"pathway-{name}" if name else "background")
        for name in ("", "box", "lane", "answer", "text", "soft", "line", "lane-line")
    )
    assert min(contrast(text, under) for under in (page, box, lane, answer)) >= 7
    assert contrast(soft, page) >= 4.5
    assert min(contrast(line, under) for under in (page, box, lane)) >= 3
    assert contrast(lane_line, page) >= 3


def test_the_colours_of_the_palette_can_be_read_on_each_other(palette, sampler):
    palette.emulate_media(media="screen")
    palette.goto(sampler)
    ink, muted, accent, stop, note, line, page, wash, stop_wash, note_wash = (
        palette.evaluate(COLOUR, f"hr-{name}")
        for name in ("ink", "muted", "accent", "stop", "note", "line", "page", "wash",
                     "stop-wash", "note-wash")
    )  # fmt: skip
    for text, grounds in (
        (ink, (page, wash, stop_wash, note_wash)),
        (muted, (page, wash)),
        (accent, (page, wash, stop_wash, note_wash)),
        (stop, (page, stop_wash)),
        (note, (page, note_wash)),
    ):
        assert min(contrast(text, ground) for ground in grounds) >= 4.5
    assert min(contrast(line, ground) for ground in (page, wash)) >= 3


def open_search(page):
    """Search for a word that some page holds, and wait for what is found."""
    if page.viewport_size["width"] < 960:
        page.click("[data-hr-search=open]")
    page.locator(".md-search__input").press_sequentially("assess")
    page.wait_for_selector(".md-search-result__link")
