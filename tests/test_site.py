"""The published site as a reader's browser meets it."""

import pytest

pytestmark = pytest.mark.browser

PAGES = ("", "pathways/", "pathways/mental-health-crisis/", "legislation/children-act-1989/",
         "champions/adult-social-care/", "glossary/")  # fmt: skip


@pytest.fixture(scope="module")
def context(browser):
    """One browsing session with its palette left to the page."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as opened:
        yield opened


@pytest.fixture
def page(context):
    with context.new_page() as opened:
        yield opened


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_nothing_of_other_sites_and_breaks_nothing(page, address, path):
    asked, broken = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: broken.append(answer.url) if answer.status >= 400 else None)
    page.on("console", lambda said: broken.append(said.text) if said.type == "error" else None)
    page.goto(address + path, wait_until="networkidle")
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert broken == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_does_not_scroll_sideways_on_a_small_phone(page, address, path):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", PAGES)
def test_a_page_without_a_diagram_left_to_the_browser_loads_no_script_for_it(page, address, path):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path, wait_until="networkidle")
    assert not [url for url in asked if "mermaid" in url]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("champion occupational therapy", "champions/adult-social-care/"),
        ("home treatment first visit", "pathways/mental-health-crisis/"),
        ("independent scrutineer advises", "pathways/dispute-between-services/"),
    ],
)
def test_search_finds_pages_and_the_words_inside_diagrams(page, address, words, found):
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("f")
    page.keyboard.type(words)
    page.wait_for_selector(".md-search-result__link")
    links = page.eval_on_selector_all(".md-search-result__link", "e => e.map(a => a.href)")
    assert any(found in link for link in links)


def test_a_diagram_left_to_the_browser_is_drawn_there_from_the_site_alone(
    page, tmp_path, monkeypatch
):
    from browser import serve
    from projects import SOUND, make_project, run
    from protocol import FRONT_MATTER

    # A step of more words than are drawn when the site is built; the steps in words are there.
    steps = f"  start([{'Ask ' * 251}]) --> done([Done])"
    named = "  accTitle: Large\n  accDescr: A long step.\n"
    large = f"{FRONT_MATTER}\n# Large\n\n```mermaid\nflowchart TD\n{named}{steps}\n```\n"
    project = make_project(tmp_path / "large", SOUND | {"large.md": large})
    done = run(project, "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    with serve(project / "site") as server:
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{server}/large/", wait_until="networkidle")
        page.wait_for_selector(".mermaid svg", timeout=120_000)  # a busy machine is no fault
        assert page.locator("#pathway-1-step-2").count() == 1
        assert all(url.startswith((server, "data:", "blob:")) for url in asked)
