"""What people type finds the page that they need, in a real browser."""

import gzip
import json
import re
from collections import Counter

import pytest
from projects import make_project, run
from protocol import FRONT_MATTER, ROOT, SHARED, handbook

from handrail.address import page_address
from handrail.read.folder import sources_below
from handrail.search.everyday import SAME
from handrail.search.index import PATH, search_index
from handrail.search.names import read_groups
from handrail.search.phrases import SHORT
from handrail.search.words import stem, terms

STAFF = SHARED / "staff-queries.md"
OWN = ROOT / "tests/search-queries.md"
ENOUGH = 0.95
"""The share of queries that must show a right page among the first three results."""
TOPICS = {
    "Significant harm pathway": "pathways/significant-harm.md",
    "Strategy discussion": "pathways/significant-harm.md, glossary.md",
    "Child in need": "legislation/children-act-1989.md",
    "Early help assessment": "pathways/first-contact.md, glossary.md",
    "Front-door contact": "agencies/childrens-social-care.md",
    "Mental health crisis": "pathways/mental-health-crisis.md",
    "Place of safety": "pathways/mental-health-crisis.md, agencies/mental-health-trust.md",
    "Aftercare": "legislation/mental-health-act-1983.md, "
    "pathways/hospital-admission-and-discharge.md",
    "Crisis team": "agencies/mental-health-trust.md, pathways/mental-health-crisis.md",
    "Pregnancy": "pathways/pregnancy.md",
    "Perinatal MH": "agencies/maternity-and-perinatal-mental-health.md, supplements/pregnancy.md",
    "Hospital discharge": "pathways/hospital-admission-and-discharge.md",
    "Advocacy": "agencies/advocacy-service.md",
    "Substance use": "pathways/substance-use.md",
    "Alcohol": "supplements/alcohol-and-drugs.md, pathways/substance-use.md",
    "Allegation about staff": "protocol/safeguarding-interface.md",
    "Young carer": "pathways/young-carer.md",
    "Charging/funding": "protocol/charging-and-funding.md",
    "Information sharing": "protocol/information-sharing-and-consent.md",
    "Dispute pathway": "pathways/dispute-between-services.md",
    "Consent glossary": "glossary.md",
}
"""The pages on each topic that staff named."""


def rows(text):
    """The cells of a table's rows."""
    return re.findall(r"^\| (?!Query)([^|\n]+?) \| ([^|\n]+?) \|$", text, re.MULTILINE)


# Terms -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ways",
    [
        ("s47", "s.47", "s 47", "S. 47", "section 47", "Section 47", "sec 47", "sect. 47"),
        ("s47", "S/47", "s-47", "secton 47", "sectoin 47"),
        ("s17ZA", "section 17ZA", "s.17za"),
        ("s17", "s17(10)", "section 17(1)(a)"),
        ("sch 2", "sch.2", "Schedule 2"),
        ("art 8", "Article 8", "art.8", "artical 8"),
        ("reg 3", "regulation 3", "regs 3", "regualtion 3"),
        ("children's", "children’s", "childrens", "children"),
        ("A&E", "A & E", "A and E"),
        ("G.P.", "GP"),
        ("Siân", "sian"),
    ],
)
def test_ways_of_writing_are_one_term(ways):
    assert len({tuple(terms(way)) for way in ways}) == 1


@pytest.mark.parametrize(
    "words",
    ["assess assessed assesses assessment assessments assessing",
     "refer referred referral referring", "policy policies",
     "pregnant pregnancy pregnancies", "disability disabilities",
     "escalate escalated escalation", "protect protection protected", "birth births",
     "confidential confidentiality", "bruise bruises bruising", "nurse nurses", "case cases",
     "church churches", "box boxes"],
)  # fmt: skip
def test_forms_of_a_word_are_one_term(words):
    assert len({stem(word) for word in words.split()}) == 1


def test_a_carer_is_not_care_and_a_parent_no_par():
    assert stem("carer") != stem("care")
    assert stem("parent") == "parent"


@pytest.mark.parametrize(
    "words", ["evening even", "hearing hear", "formats form", "allowance allowed"]
)
def test_words_that_only_look_like_forms_of_another_are_not(words):
    one, other = words.split()
    assert stem(one) != stem(other)


def test_an_everyday_word_is_explained_once():
    rows_of = Counter(root for said, _ in SAME for root in {stem(word) for word in said.split()})
    assert [root for root, count in rows_of.items() if count > 1] == []


# The index ---------------------------------------------------------------------------------------

GLOSSARY_FRONT = FRONT_MATTER.replace("type: section", "type: glossary")
GLOSSARY = f"""{GLOSSARY_FRONT}
# Glossary

### Early help assessment (EHA) {{#early-help-assessment}}

A short assessment. Old name: common assessment framework (CAF). People often say: the form.
"""
PAGE_FRONT = FRONT_MATTER.replace("---\n", "---\nalso_called: [EHA, helping hand]\n", 1)
PAGE = f"""{PAGE_FRONT}
# Help

## Who helps {{#who}}

An early help assessment comes first.
"""


def index(folders=True):
    """The index of a small protocol as data."""
    book = handbook({"glossary.md": GLOSSARY, "protocol/help.md": PAGE})
    script = search_index(book, folders)
    return json.loads(re.fullmatch(r"handrailIndex\((.*)\);\n", script)[1])


def test_the_index_says_what_a_page_is_and_where():
    page = index()["pages"][1]
    assert page[0] == "protocol/help/"
    assert page[4] == "EHA; helping hand"
    assert index()["units"][1] == "who\tWho helps"


def test_pages_that_are_files_have_the_addresses_of_files():
    assert index(folders=False)["pages"][1][0] == "protocol/help.html"


def test_everyday_words_travel_only_where_the_protocol_has_what_they_mean():
    assert index()["same"]["paperwork"] == "form"
    assert "wheelchair" not in index()["same"]
    assert index()["short"]["sur start"] == "early help"
    assert "subutex" not in index()["short"]


def test_the_glossary_joins_a_thing_with_its_old_and_everyday_names():
    book = handbook({"glossary.md": GLOSSARY})
    (group, *_) = read_groups(book.glossary)
    assert {" ".join(name) for name in group.names} == {
        " ".join(terms(name))
        for name in ("early help assessment", "EHA", "common assessment framework", "CAF",
                     "the form")
    }  # fmt: skip
    assert ["who", "need", "caf"] in list(group.others(["who", "need", "eha"]))


def test_what_everyday_words_stand_for_is_in_the_template(script):
    data = json.loads(script[len("handrailIndex(") : -len(");\n")])
    known = set(data["terms"].split())
    meant = [meanings for _, meanings in (*SAME, *SHORT)]
    assert [words for words in meant if not known.issuperset(terms(words))] == []


@pytest.fixture(scope="module")
def script(site):
    return (site / PATH).read_text("utf-8")


def test_every_page_is_in_the_index(script):
    data = json.loads(script[len("handrailIndex(") : -len(");\n")])
    pages = {page_address(uri) for _, uri, _ in sources_below(ROOT, ROOT / "docs")}
    assert {page[0] for page in data["pages"]} == pages


def test_the_index_is_small_on_slow_networks(site, script):
    (engine,) = (site / PATH).parent.glob("search-engine.*js")
    assert len(gzip.compress(script.encode() + engine.read_bytes())) < 110_000


# In the browser ----------------------------------------------------------------------------------

browser_test = pytest.mark.browser
LINK = ".md-search-result__link"
FIFTH = f"li:nth-child(5) > {LINK}"
"""A result of those that come when nobody types on."""


@pytest.fixture(scope="module")
def page(browser, address):
    """The start page of the site with its search loaded."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        opened = context.new_page()
        opened.goto(address)
        search(opened, "parent")
        opened.wait_for_selector(LINK)
        yield opened


@pytest.fixture
def fresh(browser, address):
    """A page on which nobody has searched yet."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        opened = context.new_page()
        opened.goto(address + "pathways/")
        yield opened


def search(page, words):
    """Type words into the search, key by key."""
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    page.keyboard.press("Control+a")
    page.keyboard.type(words)


def found(page, words):
    """Addresses of the pages that the search shows, best first, from the site's root."""
    search(page, words)
    return uris(page.eval_on_selector_all(LINK, "links => links.map(link => link.href)"))


def uris(links):
    """Addresses from the site's root."""
    return [link.split("/family/protocol/")[1].partition("#")[0] for link in links]


def has_focus(page, selector):
    return page.evaluate("selector => document.activeElement.matches(selector)", selector)


PASTE = f"""queries => {{
  const field = document.querySelector('.md-search__input');
  return queries.map(query => {{
    field.value = query;
    field.dispatchEvent(new Event('input', {{ bubbles: true }}));
    return [...document.querySelectorAll('{LINK}')].map(link => link.href);
  }});
}}"""


def found_for_each(page, queries):
    """What the search shows for each query when it is pasted: a minute faster for a thousand."""
    return [uris(links) for links in page.evaluate(PASTE, queries)]


def misses(queries, shown):
    """Queries that show none of their pages among the first three, with what they show."""
    for (query, pages), addresses in zip(queries, shown, strict=True):
        wanted = {page_address(uri.strip()) for uri in pages.split(",")}
        if wanted.isdisjoint(addresses[:3]):
            yield f"{query}: {addresses[:3]}"


@browser_test
@pytest.mark.slow
def test_what_staff_type_shows_its_topic_among_the_first_three(page):
    if not STAFF.is_file():
        pytest.skip(f"{STAFF.name} is not beside this repository")
    queries = [(re.sub(r" \(.*\)$", "", query), TOPICS[topic])
               for query, topic in rows(STAFF.read_text("utf-8"))]  # fmt: skip
    assert len(queries) > 20
    missed = list(misses(queries, [found(page, query) for query, _ in queries]))
    assert len(missed) <= len(queries) * (1 - ENOUGH), missed


@browser_test
@pytest.mark.slow
def test_our_own_queries_show_a_right_page_among_the_first_three(page):
    queries = rows(OWN.read_text("utf-8"))
    assert len(queries) > 100
    missed = list(misses(queries, found_for_each(page, [query for query, _ in queries])))
    assert len(missed) <= len(queries) * (1 - ENOUGH), missed


def test_every_page_that_a_query_wants_is_there():
    wanted = {uri.strip() for _, uris in rows(OWN.read_text("utf-8")) for uri in uris.split(",")}
    assert [uri for uri in wanted if not (ROOT / "docs" / uri).is_file()] == []


@browser_test
@pytest.mark.parametrize("words", ["s47", "s.47", "s 47", "section 47"])
def test_a_provision_is_found_however_it_is_written(page, words):
    assert "pathways/significant-harm/" in found(page, words)[:3]
    places = page.eval_on_selector_all(
        ".md-search-result__list a", "links => links.map(link => link.href)"
    )
    assert any(link.endswith("children-act-1989/#section-47") for link in places)


@browser_test
def test_a_result_says_what_kind_of_page_it_is(page):
    found(page, "s47")
    kinds = page.eval_on_selector_all(".hr-search__kind", "kinds => kinds.map(k => k.textContent)")
    assert {"Pathway", "Law", "Glossary"} <= set(kinds)


@browser_test
def test_a_result_leads_to_the_step(page):
    assert "pathways/substance-use/" in found(page, "give a lock box check storage at home")[:3]
    leads = page.eval_on_selector_all(LINK, "links => links.map(link => link.href)")
    assert any(re.search(r"substance-use/#pathway-1-step-\d+$", link) for link in leads)


@browser_test
def test_a_typing_error_is_told(page):
    assert found(page, "metadone")
    assert "No page has “metadone”, so this is for “methadone”." in page.inner_text(
        ".md-search-result__meta"
    )


@browser_test
def test_letters_do_not_stand_for_words_of_which_the_first_says_little(page):
    assert found(page, "TA") == []  # "this agency" is in many headings


@browser_test
def test_a_word_that_is_not_typed_to_its_end_is_no_slip(page):
    assert "agencies/adult-social-care/" in found(page, "OT equipme")[:3]
    assert "No page has" not in page.inner_text(".md-search-result__meta")


@browser_test
@pytest.mark.parametrize(
    ("words", "page_wanted"),
    [
        ("drinknig", "supplements/alcohol-and-drugs/"),
        ("mum setioned", "pathways/mental-health-crisis/"),
        ("wekend number", "agencies/childrens-social-care/"),
        ("subitex", "pathways/substance-use/"),
        ("dual doagnosis", "pathways/substance-use/"),
        ("cunfidential", "protocol/information-sharing-and-consent/"),
    ],
)
def test_a_slip_in_an_ending_or_in_an_everyday_word_is_understood(page, words, page_wanted):
    assert page_wanted in found(page, words)[:3]


@browser_test
def test_a_small_word_that_no_page_has_is_no_slip(page):
    found(page, "cant cope ")
    assert "cant" not in page.inner_text(".md-search-result__meta")


@browser_test
@pytest.mark.parametrize(
    ("words", "page_wanted"),
    [
        ("subutex", "pathways/substance-use/"),
        ("DoLS", "legislation/mental-capacity-act-2005/"),
        ("was not brought", "protocol/review-and-closing/"),
        ("10 yr old cooks for mum", "pathways/young-carer/"),
        ("kicked out", "agencies/housing/"),
        ("nobody at home for the kids", "pathways/hospital-admission-and-discharge/"),
    ],
)
def test_short_forms_and_phrases_stand_for_words_of_the_protocol(page, words, page_wanted):
    assert page_wanted in found(page, words)[:3]


@browser_test
@pytest.mark.parametrize("words", ["early help", "ACPC", "threshold", "IROs", "CP register"])
def test_a_term_of_the_glossary_leads_there(page, words):
    assert "glossary/" in found(page, words)[:3]


@browser_test
@pytest.mark.parametrize(
    "words",
    ["what is an AMHP", "what does MARAC mean", "what's a lead worker?", "meaning of ICPC"],
)
def test_who_asks_for_a_meaning_gets_the_entry_of_the_glossary(page, words):
    assert "glossary/" in found(page, words)[:3]


@browser_test
def test_letters_that_stand_for_two_things_find_both(page):
    both = {"protocol/safeguarding-interface/", "protocol/information-sharing-and-consent/"}
    assert both <= set(found(page, "SAR")[:3])


@browser_test
@pytest.mark.parametrize(
    ("many", "one"), [("IDVAs", "IDVA"), ("OTs", "OT"), ("AMHPs", "AMHP"), ("s47s", "s47")]
)
def test_the_plural_of_letters_finds_what_the_letters_find(page, many, one):
    assert found(page, many)[:3] == found(page, one)[:3]


@browser_test
def test_the_kind_of_a_page_can_be_searched_for(page):
    assert found(page, "domestic abuse contacts")[0] == "agencies/domestic-abuse-service/"


@browser_test
def test_a_year_may_have_two_figures(page):
    assert found(page, "equality act 10")[0] == "legislation/equality-act-2010/"


@browser_test
def test_a_word_that_scripts_know_is_a_word_like_others(page):
    assert found(page, "constructor parent")


@browser_test
def test_the_number_of_pages_is_told_to_screen_readers(page):
    search(page, "perinatal")
    page.wait_for_selector(FIFTH)
    count = page.locator(LINK).count()
    status = page.locator(".hr-search [role=status]")
    assert status.inner_text().startswith(f"{count} page")


@browser_test
def test_nothing_found_gives_help(page):
    assert found(page, "zzqxv") == []
    assert page.inner_text(".md-search-result__meta") == "Nothing found for “zzqxv”."
    page.wait_for_selector(".hr-search__help")
    offered = page.eval_on_selector_all(".hr-search__help a", "links => links.map(l => l.href)")
    assert sum("/pathways/" in link for link in offered) >= 10
    assert any(link.endswith("/agencies/") for link in offered)


@browser_test
def test_nothing_found_offers_the_nearest_words(page):
    assert found(page, "buprenorfinnnn") == []
    page.click(".hr-search__word")
    assert page.input_value(".md-search__input") == "buprenorphine"
    assert page.locator(LINK).count()


@browser_test
@pytest.mark.parametrize("key", ["f", "s", "/"])
def test_keys_open_the_search_and_escape_closes_it(fresh, key):
    fresh.keyboard.press(key)
    assert has_focus(fresh, ".md-search__input")
    assert fresh.input_value(".md-search__input") == ""
    assert fresh.is_visible(".md-search__output")
    fresh.keyboard.press("Escape")
    fresh.wait_for_selector(".md-search__output", state="hidden")


@browser_test
def test_the_keys_can_be_turned_off_for_good(fresh):
    fresh.keyboard.press("f")
    fresh.uncheck("[data-hr-search=letters]")
    fresh.reload()
    fresh.keyboard.press("f")
    assert not fresh.is_visible(".md-search__output")


@browser_test
def test_arrows_move_through_the_results_and_enter_opens_one(fresh):
    search(fresh, "domestic abuse")
    fresh.wait_for_selector(LINK)
    fresh.keyboard.press("ArrowDown")
    assert has_focus(fresh, LINK)
    fresh.keyboard.press("ArrowUp")
    assert has_focus(fresh, ".md-search__input")
    first = fresh.get_attribute(LINK, "href")
    fresh.keyboard.press("Enter")
    fresh.wait_for_url(first)


@browser_test
def test_what_was_typed_is_shown_as_text(page):
    found(page, "<img src=x onerror=alert(1)>zzqxv")
    assert page.locator(".hr-search img").count() == 0


@browser_test
def test_nothing_is_loaded_until_somebody_turns_to_the_search(fresh):
    loaded = "performance.getEntriesByType('resource').map(entry => entry.name).join()"
    assert "search-index" not in fresh.evaluate(loaded)
    search(fresh, "harm")
    fresh.wait_for_selector(LINK)
    assert "search-index" in fresh.evaluate(loaded)


@browser_test
def test_the_search_works_from_a_disk(browser, site):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((site / "pathways/index.html").as_uri())
        search(page, "strategy discussion")
        page.wait_for_selector(LINK)
        page.click(LINK)
        page.wait_for_load_state()
        assert page.url.partition("#")[0].endswith("/index.html")
        assert page.locator("h1").count() == 1


@browser_test
def test_without_scripts_there_is_no_search_box(browser, address):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        assert not page.is_visible(".md-search__input")


def test_the_index_of_the_public_edition_holds_nothing_of_pages_for_staff(tmp_path):
    front = FRONT_MATTER.replace("audience: staff", "audience: public")
    files = {
        "index.md": f"{front}\n# Start\n",
        "secret.md": FRONT_MATTER.replace("A page", "Zebras") + "\n# Zebras\n\nQuagga.\n",
    }
    project = make_project(tmp_path / "public", files)
    done = run(project, "handrail.cli", "build", "--public")
    assert done.returncode == 0, done.stderr
    text = (project / "site-public" / PATH).read_text("utf-8").lower()
    assert "start" in text
    assert not re.search("zebra|quagga|secret", text)
