"""The site by keyboard alone: every control can be reached, has a name and shows the focus."""

import pytest
from sampler import PAGES

pytestmark = pytest.mark.browser

WIDTHS = (1280, 320)
REACHABLE = """() => [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex]')].filter(e =>
    e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true}) &&
    !(e.type === 'radio' && !e.checked)).map((e, i) => {
      e.dataset.stop = `${i} <${e.tagName}> ${e.getAttribute('href') ?? e.textContent.trim()}`;
      return e.dataset.stop;
    })"""
STOP = """() => {
  const stop = document.activeElement;
  if (stop === document.body) return null;
  const shown = stop.matches('.tabbed-set > input')
    ? document.querySelector(`label[for="${stop.id}"]`) : stop;
  const box = shown.getBoundingClientRect();
  const rects = [...shown.getClientRects()];
  const hit = rects.some(r => {
    const top = document.elementFromPoint(
      (Math.max(r.left, 0) + Math.min(r.right, innerWidth)) / 2,
      (Math.max(r.top, 0) + Math.min(r.bottom, innerHeight)) / 2);
    return top && (shown.contains(top) || top.contains(shown) || top.closest('label'));
  });
  const ring = stop.matches('.tabbed-set > input') ? shown.parentElement
    : stop.closest('.md-search__form') && stop.matches('.md-search__input') ? stop.form : stop;
  const style = getComputedStyle(ring);
  const marked = stop.closest('svg') ? getComputedStyle(stop.querySelector('path')) : null;
  return {
    stop: stop.dataset.stop ?? (stop.closest('.md-search') ? 'search' : stop.outerHTML),
    on_screen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0
      && box.left < innerWidth,
    seen: hit,
    ring: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
      || (marked !== null && parseFloat(marked.strokeWidth) >= 3),
  };
}"""


@pytest.fixture(scope="module")
def context(browser):
    with browser.new_context(color_scheme="light", reduced_motion="reduce") as opened:
        yield opened


@pytest.fixture(params=WIDTHS)
def page(request, context):
    with context.new_page() as opened:
        opened.set_viewport_size({"width": request.param, "height": 640})
        yield opened


@pytest.fixture
def phone(context):
    with context.new_page() as opened:
        opened.set_viewport_size({"width": 320, "height": 640})
        yield opened


def walk(page) -> list[dict]:
    """Every stop of Tab from the top of the page until it leaves the page."""
    stops = []
    session = page.context.new_cdp_session(page)
    for _ in range(300):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (stops and stop["stop"] == stops[0]["stop"]):
            return stops
        stops.append({**stop, "name": name_of_focus(session)})
    raise AssertionError("Tab does not come to an end")


def name_of_focus(session) -> str:
    """The name that a screen reader says for what has the focus."""
    found = session.send("Runtime.evaluate", {"expression": "document.activeElement"})
    node = session.send(
        "Accessibility.getPartialAXTree",
        {"objectId": found["result"]["objectId"], "fetchRelatives": False},
    )["nodes"][0]
    return node.get("name", {}).get("value", "")


@pytest.mark.parametrize("kind", PAGES)
def test_tab_reaches_every_control_and_each_is_named_seen_and_marked(page, sampler, kind):
    page.goto(sampler + PAGES[kind])
    page.evaluate("document.querySelectorAll('.md-content details').forEach(d => d.open = true)")
    expected = page.evaluate(REACHABLE)
    stops = walk(page)
    assert "Skip to content" in stops[0]["name"]
    # Its field opens the search, whose other parts are stops only then.
    assert [stop["stop"] for stop in stops if stop["stop"] != "search"] == expected
    for fault in ("on_screen", "seen", "ring", "name"):
        assert [stop for stop in stops if not stop[fault]] == [], fault


def test_the_skip_link_leads_past_the_menu(page, sampler):
    page.goto(sampler + PAGES["section"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-content') !== null")


def test_the_menu_opens_closes_and_gives_the_focus_back(phone, sampler):
    phone.goto(sampler + PAGES["pathway"])
    phone.focus(".hr-menu-button")
    phone.keyboard.press("Enter")
    assert phone.is_visible("#hr-menu")
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('#hr-menu') !== null")
    phone.keyboard.press("Escape")
    assert not phone.is_visible("#hr-menu")
    assert phone.evaluate("document.activeElement.matches('.hr-menu-button')")


def test_the_menu_closes_when_the_focus_leaves_it(phone, sampler):
    phone.goto(sampler + PAGES["pathway"])
    phone.focus(".hr-menu-button")
    phone.keyboard.press("Enter")
    links = phone.locator("#hr-menu a").count()
    for _ in range(links + 2):
        phone.keyboard.press("Tab")
    assert not phone.is_visible("#hr-menu")


def test_search_leads_by_tab_to_its_results_and_escape_leads_back(page, sampler):
    page.goto(sampler)
    narrow = page.viewport_size["width"] < 960
    page.focus("[data-hr-search=open]" if narrow else ".md-search__input")
    if narrow:
        page.keyboard.press("Enter")
    page.keyboard.type("assess")
    page.wait_for_selector(".md-search-result__link")
    names, session = [], page.context.new_cdp_session(page)
    for _ in range(5):
        page.keyboard.press("Tab")
        names.append(name_of_focus(session))
        if page.evaluate("document.activeElement.matches('.md-search-result__link')"):
            break
    else:
        raise AssertionError(f"no result among {names}")
    assert all(names)
    page.keyboard.press("Escape")
    page.wait_for_selector(".md-search-result__link", state="hidden")
    assert page.evaluate("document.activeElement.closest('.md-header') !== null")


def test_search_closes_when_the_focus_leaves_it(page, sampler):
    page.goto(sampler)
    page.click("[data-hr-search=open]:visible, .md-search__input:visible")
    page.keyboard.type("assess")
    page.wait_for_selector(".md-search-result__link")
    for _ in range(40):
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.closest('.md-search') !== null"):
            break
    assert not page.is_visible(".md-search-result__link")
    assert page.evaluate(STOP)["seen"]


def test_single_letters_lead_to_no_other_page(page, sampler):
    page.goto(sampler + PAGES["pathway"], wait_until="networkidle")
    for letter in "np,.":
        page.keyboard.press(letter)
    page.wait_for_timeout(200)
    assert page.url == sampler + PAGES["pathway"]
    assert page.evaluate("document.activeElement === document.body")


def test_colours_are_one_named_switch_that_is_remembered(page, sampler):
    page.goto(sampler)
    switch = page.get_by_role("button", name="Dark colours")
    assert switch.get_attribute("aria-pressed") == "false"
    switch.press("Enter")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.reload()
    assert switch.get_attribute("aria-pressed") == "true"
    switch.press("Enter")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"
