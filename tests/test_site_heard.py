"""What a screen reader is told on each kind of page, kept as text that is read in review."""

from pathlib import Path

import pytest
from heard import heard
from sampler import PAGES

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def context(browser):
    with browser.new_context(color_scheme="light", reduced_motion="reduce") as opened:
        yield opened


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("kind", PAGES)
def test_a_screen_reader_is_told_what_the_golden_text_says(context, sampler, accept, kind, width):
    with context.new_page() as page:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(sampler + PAGES[kind], wait_until="networkidle")
        text = heard(page)
    golden = GOLDEN / f"{kind.replace(' ', '-')}-{width}.txt"
    if accept:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")
