"""The site as an archive, opened from a disk."""

import io
import re
import urllib.request
import zipfile

import pytest

from handrail.publish.offline import for_disk


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("../first-contact/", "../first-contact/index.html"),
        ("../../#emergency", "../../index.html#emergency"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("./?topic=sleep", "./index.html?topic=sleep"),
    ],
)
def test_a_link_to_a_folder_leads_to_its_page(link, file):
    assert for_disk(f'<a class="x" href="{link}">') == f'<a class="x" href="{file}">'


@pytest.mark.parametrize(
    "link", ["#steps", "sheet.pdf", "../a.html#b", "https://example.org/", "tel:999", "?topic=a"]
)
def test_any_other_link_stays(link):
    assert for_disk(f'<a href="{link}">') == f'<a href="{link}">'


def test_the_way_to_the_archive_is_not_in_it():
    assert for_disk('<p>A</p><p class="hr-offline"><a href="x.zip">Z</a></p>') == "<p>A</p>"


@pytest.mark.browser
def test_unpacked_it_opens_from_a_disk_with_its_menu_pathways_and_search(
    browser, sampler, tmp_path
):
    data = urllib.request.urlopen(f"{sampler}handrail-offline.zip").read()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path)
    assert names[0] == "Start here.html"
    assert {name.split("/")[0] for name in names[1:]} == {"protocol"}
    assert not [name for name in names if re.search(r"404|nginx|web\.config|\.zip", name)]
    wrong = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("requestfailed", lambda request: wrong.append(request.url))
        page.goto((tmp_path / names[0]).as_uri())
        page.get_by_role("link", name="Open the protocol").click()
        page.locator("#hr-menu").get_by_role("link", name="Pathways").click()
        assert page.url == (tmp_path / "protocol/pathways/first-contact/index.html").as_uri()
        page.locator(".pathway-drawing").wait_for(state="visible")
        assert page.evaluate("getComputedStyle(document.querySelector('.hr-header')).position")
        page.keyboard.press("f")
        page.keyboard.type("first contact")
        page.locator(".md-search-result__link").first.click()
        page.wait_for_load_state()
        assert page.url.startswith((tmp_path / "protocol").as_uri())
        assert page.title() != ""
    assert wrong == []
