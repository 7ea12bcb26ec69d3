"""Every official link of the template is one that legislation.gov.uk has, judged apart from the
code that makes it: by the grammar of addresses that the site publishes (legislation.gov.uk,
developer zone, URIs), and by the words of the heading above the link.
"""

import re
from html import unescape

import pytest
from protocol import ROOT
from resolve import read

ACTS = {"ukpga", "ukla", "ukppa", "asp", "anaw", "asc", "mwa", "nia", "mnia", "apni", "ukcm"}
INSTRUMENTS = {"uksi": "regulation", "wsi": "regulation", "ssi": "regulation",
               "nisr": "regulation", "nisi": "article"}  # fmt: skip
GRAMMAR = re.compile(
    r"https://www\.legislation\.gov\.uk/id/(?P<type>[a-z]+)/(?P<year>\d{4})/(?P<number>[1-9]\d*)"
    r"(?:/(?P<kind>section|article|regulation|schedule|part|chapter)/\d+[A-Z]{0,3}(?:/\w+)*)?"
)
HEADED = re.compile(
    r"<h[2-4] id=\"[^\"]+\">(?P<words>[^<]*)<.*?</h[2-4]>\s*<p class=\"hr-cite\">"
    r"<span>(?P<cited>[^<]*)</span>(?:: <a href=\"(?P<link>[^\"]+)\")?",
    re.DOTALL,
)
NAMED = re.compile(r"(?P<kind>Section|Article|Regulation|Schedule) (?P<number>\d+[A-Z]*)"
                   r"(?P<inside>(?:\(\w+\))*)")  # fmt: skip
SHORT = {"Section": "s", "Article": "art", "Regulation": "reg", "Schedule": "sch"}


@pytest.fixture(scope="module")
def official(site):
    """Every link to legislation.gov.uk on the site."""
    pages = (read(file.resolve()) for file in site.rglob("*.html"))
    return {link for page in pages for link in page.leads if "legislation.gov.uk" in link}


def test_every_official_link_follows_the_published_grammar(official):
    assert len(official) > 200
    for link in sorted(official):
        found = GRAMMAR.fullmatch(link)
        assert found, link
        assert found["type"] in ACTS | INSTRUMENTS.keys(), link
        if found["kind"] in ("section", "article", "regulation"):
            assert found["kind"] == INSTRUMENTS.get(found["type"], "section"), link


def test_every_provision_of_the_template_is_cited_and_linked_as_its_heading_says(site):
    checked = 0
    for page in sorted((ROOT / "docs/legislation").glob("*.md")):
        key = re.search(r"^key: (\S+)$", page.read_text("utf-8"), re.MULTILINE)
        if key:
            html = (site / "legislation" / page.stem / "index.html").read_text("utf-8")
            for found in HEADED.finditer(html):
                named = NAMED.match(unescape(found["words"]))
                inside = named["inside"].replace("(", "/").replace(")", "")
                way = f"{named['kind'].lower()}/{named['number']}{inside}"
                pinpoint = f"{SHORT[named['kind']]} {named['number']}{named['inside']}"
                assert found["link"] == f"https://www.legislation.gov.uk/id/{key[1]}/{way}"
                assert unescape(found["cited"]).endswith(f", {pinpoint}")
                checked += 1
    assert checked > 150
