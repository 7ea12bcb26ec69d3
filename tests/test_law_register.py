"""The register of law in a reader's browser, with the keyboard alone."""

import pytest

pytestmark = pytest.mark.browser
ROWS = "[...document.querySelectorAll('#hr-law-register tbody tr')].filter(r => !r.hidden)"


@pytest.fixture
def page(browser, address):
    with browser.new_context() as context, context.new_page() as opened:
        opened.goto(f"{address}legislation/", wait_until="networkidle")
        yield opened


def shown(page, column):
    return page.evaluate(f"{ROWS}.map(row => row.cells[{column}].textContent)")


def test_a_column_is_sorted_by_enter_both_ways_and_says_so(page):
    head = page.locator("#hr-law-register thead th").last
    head.locator("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    counts = [int(count) for count in shown(page, 4)]
    assert counts == sorted(counts)
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert [int(count) for count in shown(page, 4)] == sorted(counts, reverse=True)


def test_the_law_of_one_nation_is_chosen_and_the_count_is_said(page):
    everything = len(shown(page, 0))
    page.locator("select[name=nation]").focus()
    page.keyboard.type("Scotland")
    assert 0 < len(shown(page, 0)) < everything
    assert all("Scotland" in nations for nations in shown(page, 1))
    said = page.locator(".hr-filter [role=status]").inner_text()
    assert said == f"{len(shown(page, 0))} of {everything} shown"


def test_without_script_the_whole_register_is_there(browser, address):
    with browser.new_context(java_script_enabled=False) as context, context.new_page() as opened:
        opened.goto(f"{address}legislation/")
        assert opened.locator("#hr-law-register tbody tr").count() > 50
        assert not opened.locator(".hr-filter").is_visible()
