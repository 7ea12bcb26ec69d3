"""The site as readers set it up: small screens, large text, their own colours, no script, paper."""

import gzip

import pytest
from browser import add_style
from protocol import ROOT
from sampler import PAGES

pytestmark = pytest.mark.browser

SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
"""What WCAG 1.4.12 lets readers ask for."""
CLIPPED = """() => [...document.body.querySelectorAll('*')].filter(e => {
    const style = getComputedStyle(e);
    const hides = /hidden|clip/.test(style.overflowX + style.overflowY);
    return hides && style.clipPath === 'none' && e.checkVisibility() && e.innerText?.trim()
      && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
  }).map(e => e.outerHTML.slice(0, 120))"""
OFF_SCREEN = """() => [...document.body.querySelectorAll('*')].filter(e =>
    e.checkVisibility({visibilityProperty: true}) && e.childElementCount === 0
    && e.textContent.trim() && !e.closest('.pathway-scroll, svg, thead')
    && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def context(browser):
    with browser.new_context(color_scheme="light", reduced_motion="reduce") as opened:
        yield opened


@pytest.fixture
def page(context):
    with context.new_page() as opened:
        yield opened


def show(page, address, width, height=800):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)


def overflow(page) -> list[str]:
    """What leaves the screen sideways or is cut off."""
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return page.evaluate(OFF_SCREEN) + page.evaluate(CLIPPED) + (["the page"] if wide else [])


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_leaves_the_screen_of_a_small_phone(page, sampler, kind):
    show(page, sampler + PAGES[kind], 320, 568)
    assert overflow(page) == []


@pytest.mark.parametrize("kind", PAGES)
def test_text_at_twice_its_size_is_whole(page, sampler, kind):
    show(page, sampler + PAGES[kind], 1280)
    add_style(page, "html { font-size: 275% }")
    assert overflow(page) == []


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("kind", PAGES)
def test_text_with_wider_spacing_is_whole(page, sampler, kind, width):
    show(page, sampler + PAGES[kind], width)
    add_style(page, SPACING)
    assert overflow(page) == []


def test_at_four_times_the_size_nothing_stands_over_the_page(page, sampler):
    show(page, sampler + PAGES["section"], 320, 256)
    page.mouse.wheel(0, 600)
    page.wait_for_function("scrollY > 500")
    assert page.evaluate("document.elementFromPoint(100, 5).closest('main') !== null")
    assert overflow(page) == []


@pytest.mark.parametrize("kind", ["champions", "agency", "front page"])
def test_on_a_phone_each_value_of_a_table_carries_the_name_of_its_column(page, sampler, kind):
    show(page, sampler + PAGES[kind], 320)
    cells = page.evaluate(
        """() => [...document.querySelectorAll('tbody td:not(:first-child)')].map(
            cell => getComputedStyle(cell, '::before').content)"""
    )
    assert cells
    assert all(said.startswith('"') and said.endswith(': "') for said in cells)


@pytest.mark.parametrize("width", [1280, 320])
def test_rows_shown_as_cards_are_still_a_table_to_a_screen_reader(page, sampler, width):
    show(page, sampler + PAGES["champions"], width)
    heard = page.locator("main").aria_snapshot()
    assert '- columnheader "Phone"' in heard
    assert heard.count('cell "Phone') == 2


def test_the_menu_of_a_phone_opens_on_the_screen(page, sampler):
    show(page, sampler + PAGES["pathway"], 320)
    page.click(".hr-menu-button")
    left, width = page.evaluate(
        "(({x, width}) => [x, width])(document.querySelector('#hr-menu').getBoundingClientRect())"
    )
    assert (left, width) == (0, 320)


@pytest.mark.parametrize("path", ["", "glossary/"])
def test_from_a_page_outside_all_sections_each_pathway_is_two_taps_away(page, sampler, path):
    show(page, sampler + path, 320)
    page.click(".hr-menu-button")
    page.locator("#hr-menu").get_by_role("link", name="First contact").click()
    page.wait_for_url(sampler + PAGES["pathway"])


@pytest.mark.parametrize("width", [1280, 320])
def test_a_long_menu_begins_at_the_reader_s_own_page(page, address, width):
    show(page, address + "legislation/whole-family-guidance/", width)
    if width == 320:
        page.click(".hr-menu-button")
    here = page.locator("#hr-menu [aria-current]").bounding_box()
    assert 0 < here["y"] < 800 - here["height"]


def test_no_drawing_of_the_template_scrolls_sideways_on_a_desktop_nor_shrinks_below_13_pixels(
    page, address, site
):
    for path in sorted(site.glob("pathways/*/index.html")):
        show(page, f"{address}pathways/{path.parent.name}/", 1280)
        for view in page.locator(".pathway-scroll").all():
            assert view.evaluate("e => e.scrollWidth <= e.clientWidth"), path
            shrunk = "e => e.clientWidth / e.getAttribute('width')"
            assert 16 * view.locator("svg").evaluate(shrunk) > 13, path


def test_contents_stand_in_a_column_but_above_a_drawing_which_needs_the_room(page, sampler):
    show(page, sampler + PAGES["section"], 1280)
    assert page.is_visible(".hr-toc")
    show(page, sampler + PAGES["pathway"], 1280)
    assert page.locator(".hr-toc").count() == 0
    assert page.locator(".hr-jump a").first.is_visible()
    assert page.locator(".pathway").bounding_box()["width"] > 900


def test_contents_name_the_parts_that_no_writer_wrote(page, address):
    show(page, f"{address}champions/", 1280)
    page.locator(".hr-toc").get_by_role("link", name="All champions").click()
    assert page.evaluate("document.querySelector(':target').textContent") == "All champions"


def test_numbers_of_contacts_can_be_tapped(page, address):
    show(page, address, 320)
    number = page.locator("#emergency + table").get_by_role("link", name="0808 157 0300")
    assert number.get_attribute("href") == "tel:+448081570300"


def test_emergency_contacts_are_one_tap_away(page, sampler):
    show(page, sampler + PAGES["glossary"], 320)
    assert page.get_by_role("link", name="Call 999").get_attribute("href") == "tel:999"
    page.get_by_role("link", name="Emergency contacts").click()
    page.wait_for_url(f"{sampler}#emergency")
    assert "Call 999 if someone is in danger" in page.inner_text("#emergency")
    assert page.evaluate("document.elementFromPoint(60, 60).closest('#emergency') !== null")


def test_in_forced_colours_boxes_controls_and_the_focus_have_borders(browser, sampler):
    with browser.new_context(forced_colors="active") as context:
        page = context.new_page()
        page.goto(sampler + PAGES["section"])
        for part in (".hr-header", ".admonition", ".md-search__form", ".hr-palette"):
            style = "e => getComputedStyle(e).borderTopStyle"
            assert page.locator(part).first.evaluate(style) == "solid", part
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_with_reduced_motion_nothing_moves(page, sampler):
    show(page, sampler + PAGES["section"], 320)
    page.click(".hr-menu-button")
    moving = """[...document.querySelectorAll('*')].filter(e =>
        getComputedStyle(e).transitionDuration.split(', ').some(t => parseFloat(t) > 0)).length"""
    assert page.evaluate(moving) == 0
    assert page.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("width", [1280, 320])
def test_without_script_menu_pathway_tables_and_contacts_can_be_used(browser, sampler, width):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(sampler + PAGES["pathway"])
        if width == 320:
            page.click("text=Menu")
        page.locator("#hr-menu").get_by_role("link", name="Law").click()
        assert page.url == sampler + PAGES["legislation"]
        assert not page.is_visible(".md-search, [data-hr-search], [data-hr-palette]")
        page.goto(sampler + PAGES["pathway"])
        assert page.is_visible(".pathway-drawing")
        assert page.is_visible("text=Visit within 5 working days.")
        page.goto(sampler + PAGES["agency"])
        assert page.is_visible("text=01632 960190")


def test_a_printed_page_says_what_it_is_a_copy_of_and_how_to_check_it(page, sampler):
    show(page, sampler + PAGES["section"], 673)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    head, foot = (page.inner_text(f".hr-print--{end}") for end in ("head", "foot"))
    assert "Joint-working protocol for disabled parents and their families" in head
    assert "Edition: Template draft, published 21 November 2026." in head
    assert "Printed " in head
    address = "https://protocol.example.org/everything/"
    assert f"Printed copies may be out of date: {address}" in foot
    assert f"{sampler}legislation/care-act-2014/#section-9" in foot
    assert sampler not in foot.split(), "pages that refer to this one are not printed"
    for part in ("header", "#hr-menu", ".hr-danger", "footer", ".hr-path", ".headerlink >> nth=0"):
        assert not page.is_visible(part), part
    assert page.is_visible("text=What few readers need")
    assert page.is_visible("text=What children's services do.")
    assert overflow(page) == []
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".hr-print--foot ol").count() == 0
    assert page.locator("details.info").get_attribute("open") is None


def test_folded_boxes_are_printed_without_script_too(browser, sampler):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(sampler + PAGES["section"])
        page.emulate_media(media="print")
        assert page.is_visible("text=What few readers need")


def test_the_first_view_of_a_pathway_weighs_under_300_kilobytes(page, address):
    sizes = {}

    def weigh(answer):
        body = answer.body()
        packed = answer.url.endswith((".woff2", ".png", ".gz"))
        sizes[answer.url] = len(body) if packed else len(gzip.compress(body, 6))

    page.on("response", weigh)
    page.goto(address + "pathways/mental-health-crisis/", wait_until="networkidle")
    assert 50_000 < sum(sizes.values()) < 300_000, sizes


def test_a_face_that_comes_late_moves_no_words():
    styles = (ROOT / "overrides/site/assets/stylesheets/handrail.css").read_text("utf-8")
    faces = [face for face in styles.split("@font-face")[1:] if "url(" in face.partition("}")[0]]
    assert faces
    assert all("font-display: optional" in face.partition("}")[0] for face in faces)
