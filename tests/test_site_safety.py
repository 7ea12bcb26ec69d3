"""The site in a browser: nothing it does is against its own policy, what it remembers stays in the
browser, and an address at which there is nothing is answered with help."""

import re

import pytest
from sampler import PAGES

pytestmark = pytest.mark.browser

WATCH = """addEventListener('securitypolicyviolation', event =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))"""


@pytest.fixture
def context(browser):
    with browser.new_context(viewport={"width": 1280, "height": 900}) as opened:
        opened.add_init_script(WATCH)
        yield opened


@pytest.fixture
def page(context):
    with context.new_page() as opened:
        opened.said = []
        opened.on("console", lambda said: opened.said.append(f"{said.type}: {said.text}"))
        opened.on("pageerror", lambda error: opened.said.append(str(error)))
        yield opened


def use(page) -> None:
    """Do on a page all that readers can do on any."""
    page.keyboard.press("f")
    page.keyboard.type("contact")
    page.wait_for_selector(".md-search-result__link")
    page.keyboard.press("Escape")
    page.click("[data-hr-palette]")
    page.emulate_media(media="print")
    page.pdf()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 320, "height": 600})
    page.click(".hr-menu-button")
    page.keyboard.press("Escape")


@pytest.mark.parametrize("kind", PAGES)
def test_whatever_is_done_on_a_page_its_policy_allows(page, sampler, kind):
    page.goto(sampler + PAGES[kind], wait_until="networkidle")
    policy = page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    use(page)
    assert page.said == []


def test_a_script_or_style_that_somebody_slips_in_does_not_run(page, sampler):
    page.goto(sampler)
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.slipped = true";
        document.body.append(script);
        const picture = '<img src="x" onerror="window.slipped = true">';
        document.body.insertAdjacentHTML("beforeend", picture);
        document.body.setAttribute("style", "display: none");
    }""")
    assert page.evaluate("window.slipped") is None
    assert page.is_visible("h1")
    assert len([said for said in page.said if "policy:" in said]) >= 2


def test_a_picture_opened_by_itself_has_its_letters(page, sampler):
    page.goto(f"{sampler}pathways/first-contact/pathway-1.svg", wait_until="networkidle")
    assert page.evaluate("[...document.fonts].some(font => font.status === 'loaded')")
    assert not [said for said in page.said if "policy:" in said]


def test_the_front_page_has_the_pathways_that_were_looked_at_until_the_list_is_cleared(
    page, sampler
):
    listed = page.locator("[data-hr-viewed]")
    page.goto(sampler)
    assert not listed.is_visible()
    page.goto(sampler + PAGES["pathway"])
    page.goto(sampler)
    assert listed.get_by_role("link").all_inner_texts() == ["First contact"]
    listed.get_by_role("button", name="Clear the list").click()
    assert listed.get_by_role("link").count() == 0
    page.goto(sampler)
    assert not listed.is_visible()


def test_a_reader_can_have_nothing_remembered_and_change_their_mind(page, sampler):
    listed = page.locator("[data-hr-viewed]")
    page.goto(sampler + PAGES["pathway"])
    page.goto(sampler)
    listed.get_by_role("button", name="Clear it and remember no more").click()
    page.goto(sampler + PAGES["pathway"])
    page.goto(sampler)
    assert listed.get_by_role("link").count() == 0
    listed.get_by_role("button", name="Remember them").click()
    page.goto(sampler + PAGES["pathway"])
    page.goto(sampler)
    assert listed.get_by_role("link").count() == 1


def test_nothing_but_what_readers_chose_or_looked_at_is_kept_and_no_cookie_is_set(
    page, context, sampler
):
    page.goto(sampler + PAGES["pathway"])
    page.click("[data-hr-palette]")
    assert page.evaluate("Object.keys(localStorage).sort()") == [
        "handrail-colours", "handrail-viewed /",
    ]  # fmt: skip
    assert context.cookies() == []


def test_a_lost_address_is_answered_with_pages_of_such_a_name_wherever_the_site_stands(
    page, site, address
):
    # The settings say that this site stands at the root of its server, and it does not.
    lost = re.compile("/gone/|//127[^/]*/assets/")
    page.route(lost, lambda route: route.fulfill(status=404, path=site / "404.html"))
    page.goto(f"{address}gone/Mental_health-crises.html", wait_until="networkidle")
    first = page.locator("[data-hr-nearest] a").first
    assert first.inner_text() == "A parent's mental health crisis"
    first.click()
    assert page.url == f"{address}pathways/mental-health-crisis/"
