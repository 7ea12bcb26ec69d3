"""Citations and official links follow from a key and a heading; each law knows who relies on it."""

import pytest
from protocol import FRONT_MATTER, handbook

from handrail import registers
from handrail.html import parse_fragment, words
from handrail.law.cite import citation, official_link
from handrail.law.keys import read_key
from handrail.law.known import TITLES
from handrail.law.mentions import read_mentions
from handrail.law.names import find_titles, short_names
from handrail.law.provisions import read_id
from handrail.rules import check_document

SITE = "https://www.legislation.gov.uk/id"
FRONT = """\
---
title: {title}
description: What this law asks.
type: legislation
owner: Legal adviser
status: draft
review_by: 2027-05-21
audience: public
{more}---
# {title}

"""
CHILDREN_ACT = (
    FRONT.format(
        title="Children Act 1989",
        more="key: ukpga/1989/41\nnations: [England, Wales]\nstanding: in force\n"
        "checked: 2026-11-20\nchecked_by: Legal adviser\n",
    )
    + """\
Help for children.

## Section 17: Services for children in need {#section-17}

The council must help.

## Section 47: Enquiries {#section-47}

The council must enquire.
"""
)
SCOTLAND = (
    FRONT.format(
        title="Children (Scotland) Act 1995",
        more="key: ukpga/1995/36\nnations: [Scotland]\nstanding: partly in force\n",
    )
    + "## Section 22: Children in need {#section-22}\n\nTo be checked before adoption.\n"
)
OLD_GUIDANCE = FRONT.format(
    title="Working Together 2023",
    more="nations: [England]\nstanding: superseded\nsuperseded_by: working-together-2026.md\n",
)
GUIDANCE = (
    FRONT.format(
        title="Working Together 2026",
        more="nations: [England]\nstanding: in force\nlink: https://www.gov.uk/working-together\n",
    )
    + "## Chapter 3: Help {#chapter-3}\n\n## Paragraph 6.11: Visits {#paragraph-6-11}\n"
)
NATIONS = (
    FRONT_MATTER
    + """
# The same idea in four nations

| Idea | England | Wales | Scotland | Northern Ireland |
|---|---|---|---|---|
| Child in need | [Section 17](children-act-1989.md#section-17) | None | \
[Section 22](children-scotland-act-1995.md#section-22) | None |
"""
)
INDEX = FRONT_MATTER.replace("---\n", "---\nshows: [law]\n", 1) + "\n# Law\n"
PATHWAY = (
    FRONT_MATTER.replace("A page", "Crisis").replace("section", "pathway")
    + """
# Crisis

```mermaid
flowchart TD
    accTitle: Crisis
    accDescr: Who does what.
    start(["A child may be at risk"]) --> ask["Enquire"]
    click ask "../legislation/children-act-1989.md#section-47"
```

## Time limits

| Step | Limit | Source |
|---|---|---|
| Finish the assessment | 45 days | [Section 17](../legislation/children-act-1989.md#section-17) |

## The law behind it

- [Section 17 of the Children Act 1989](../legislation/children-act-1989.md#section-17)
"""
)
FILES = {
    "legislation/children-act-1989.md": CHILDREN_ACT,
    "legislation/children-scotland-act-1995.md": SCOTLAND,
    "legislation/working-together-2023.md": OLD_GUIDANCE,
    "legislation/working-together-2026.md": GUIDANCE,
    "legislation/nations.md": NATIONS,
    "legislation/index.md": INDEX,
    "pathways/crisis.md": PATHWAY,
}


@pytest.fixture(scope="module")
def book():
    return handbook(FILES)


def completed(book, uri):
    return parse_fragment(registers.completed(book.page[uri], book), uri)


def texts(document, selector):
    return [words(element) for element in document.root.select(selector)]


@pytest.mark.parametrize(
    ("title", "key", "id", "cited", "path"),
    [
        ("Children Act 1989", "ukpga/1989/41", "section-47", "Children Act 1989, s 47",
         "ukpga/1989/41/section/47"),
        ("Children Act 1989", "ukpga/1989/41", "section-47-1-b", "Children Act 1989, s 47(1)(b)",
         "ukpga/1989/41/section/47/1/b"),
        ("Children Act 1989", "ukpga/1989/41", "section-17zd", "Children Act 1989, s 17ZD",
         "ukpga/1989/41/section/17ZD"),
        ("Children Act 1989", "ukpga/1989/41", "section-47-5za", "Children Act 1989, s 47(5ZA)",
         "ukpga/1989/41/section/47/5ZA"),
        ("Children Act 1989", "ukpga/1989/41", "schedule-2-paragraph-8",
         "Children Act 1989, sch 2, para 8", "ukpga/1989/41/schedule/2/paragraph/8"),
        ("Mental Capacity Act 2005", "ukpga/2005/9", "schedule-a1",
         "Mental Capacity Act 2005, sch A1", "ukpga/2005/9/schedule/A1"),
        ("Care Act 2014", "ukpga/2014/23", "part-1-chapter-1", "Care Act 2014, pt 1, ch 1",
         "ukpga/2014/23/part/1/chapter/1"),
        ("Care and Support (Eligibility Criteria) Regulations 2015", "uksi/2015/313",
         "regulation-2-2-j",
         "Care and Support (Eligibility Criteria) Regulations 2015, SI 2015/313, reg 2(2)(j)",
         "uksi/2015/313/regulation/2/2/j"),
        ("Care and Support (Eligibility) (Wales) Regulations 2015", "wsi/2015/1578", "regulation-3",
         "Care and Support (Eligibility) (Wales) Regulations 2015, SI 2015/1578, reg 3",
         "wsi/2015/1578/regulation/3"),
        ("Social Services and Well-being (Wales) Act 2014", "anaw/2014/4", "section-37",
         "Social Services and Well-being (Wales) Act 2014 (anaw 4), s 37",
         "anaw/2014/4/section/37"),
        ("Mental Health (Wales) Measure 2010", "mwa/2010/7", "section-1",
         "Mental Health (Wales) Measure 2010 (nawm 7), s 1", "mwa/2010/7/section/1"),
        ("Carers (Scotland) Act 2016", "asp/2016/9", "section-12",
         "Carers (Scotland) Act 2016 (asp 9), s 12", "asp/2016/9/section/12"),
        ("Mental Capacity Act (Northern Ireland) 2016", "nia/2016/18", "section-1",
         "Mental Capacity Act (Northern Ireland) 2016, s 1", "nia/2016/18/section/1"),
        ("Some Rules 2012", "nisr/2012/9", "rule-4", "Some Rules 2012, SR 2012/9, r 4",
         "nisr/2012/9/rule/4"),
        ("Some (Scotland) Order 2012", "ssi/2012/9", "article-4",
         "Some (Scotland) Order 2012, SSI 2012/9, art 4", "ssi/2012/9/article/4"),
        ("National Assistance Act 1948", "ukpga/Geo6/11-12/29", "section-47",
         "National Assistance Act 1948, s 47", "ukpga/Geo6/11-12/29/section/47"),
    ],
)  # fmt: skip
def test_a_citation_and_an_official_link_follow_from_key_and_heading(title, key, id, cited, path):
    key, pinpoint = read_key(key), read_id(id)
    assert citation(title, key, pinpoint) == cited
    assert official_link(key, pinpoint) == f"{SITE}/{path}"
    assert pinpoint.id == id


def test_an_order_in_council_for_northern_ireland_has_its_further_number(book):
    order = FRONT.format(
        title="Children (Northern Ireland) Order 1995",
        more="key: nisi/1995/755\nnations: [Northern Ireland]\nstanding: in force\n",
    )
    page = order + "## Article 18: Support {#article-18}\n"
    entry = handbook({"legislation/order.md": page}).law.entries["legislation/order.md"]
    assert entry.cite(entry.pinpoints["article-18"]) == (
        "Children (Northern Ireland) Order 1995, SI 1995/755 (NI 2), art 18"
    )


def test_guidance_is_cited_by_chapter_and_numbered_paragraph(book):
    entry = book.law.entries["legislation/working-together-2026.md"]
    cited = [entry.cite(pinpoint) for pinpoint in entry.pinpoints.values()]
    assert cited == ["Working Together 2026, ch 3", "Working Together 2026, para 6.11"]
    assert [entry.official_link(pinpoint) for pinpoint in entry.pinpoints.values()] == ["", ""]


@pytest.mark.parametrize(
    "id", ["overview", "section", "part-time", "section-47-enquiry", "the-law"]
)
def test_a_heading_that_names_no_provision_gets_no_citation(id):
    assert read_id(id) is None


@pytest.mark.parametrize("key", TITLES)
def test_a_known_title_agrees_with_its_key(key):
    read = read_key(key)
    assert TITLES[key].endswith(read.year)
    assert any(f"{word} " in TITLES[key] for word in read.kind.words)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Section 47 of the Children Act 1989", ["s 47"]),
        ("s.47", ["s 47"]),
        ("s47", ["s 47"]),
        ("section\xa047(1)(b)", ["s 47(1)(b)"]),
        ("ss 9 and 10", ["s 9", "s 10"]),
        ("sections 9, 10 and 13(2)", ["s 9", "s 10", "s 13(2)"]),
        ("sections 17ZA to 17ZC", ["s 17ZA", "s 17ZC"]),
        ("reg 2(2)(j)", ["reg 2(2)(j)"]),
        ("paragraph 3 of Schedule 2", ["sch 2, para 3"]),
        ("Sch 2, para 3", ["sch 2, para 3"]),
        ("Schedule A1", ["sch A1"]),
        ("s 17 and s 47", ["s 17", "s 47"]),
        ("the Regulations 2015", []),
        ("children in need", []),
    ],
)
def test_the_provisions_that_words_name_are_understood(text, named):
    found = [pinpoint.short() for mention in read_mentions(text) for pinpoint in mention.pinpoints]
    assert found == named


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Under the Care Act 2014, councils must.", ["Care Act 2014"]),
        ("the Rehabilitation of Offenders\n> Act 1974", ["Rehabilitation of Offenders Act 1974"]),
        ("The Care Act and Children Act 1989 apply", ["Children Act 1989"]),
        ("a Mental Capacity Act (Northern Ireland) 2016 case",
         ["Mental Capacity Act (Northern Ireland) 2016"]),
        ("They act. In 2014 they acted.", []),
    ],
)  # fmt: skip
def test_titles_are_found_in_running_text(text, titles):
    assert [title for _, title in find_titles(text)] == titles


def test_only_names_of_the_law_itself_count_as_its_names():
    also_called = ("MCA", "MCA 2005", "capacity", "best interests", "s3")
    assert short_names("Mental Capacity Act 2005", also_called) == (
        "Mental Capacity Act 2005", "Mental Capacity Act", "MCA", "MCA 2005",
    )  # fmt: skip


def test_the_page_of_a_law_begins_with_citation_nations_standing_check_and_link(book):
    page = completed(book, "legislation/children-act-1989.md")
    assert texts(page, ".hr-law dd") == [
        "Children Act 1989",
        "England and Wales",
        "In force",
        "20 November 2026, by Legal adviser",
        "Children Act 1989: official text on legislation.gov.uk",
    ]
    assert page.root.select_one(".hr-law a").attr("href") == f"{SITE}/ukpga/1989/41"


def test_superseded_guidance_says_by_what(book):
    page = completed(book, "legislation/working-together-2023.md")
    assert texts(page, ".hr-law dd")[2] == "Superseded by Working Together 2026"
    assert page.root.select_one(".hr-law a").attr("href") == "../working-together-2026/"
    assert texts(page, ".hr-law dd")[3] == "To be checked before adoption"


def test_each_provision_has_its_citation_below_its_heading(book):
    page = completed(book, "legislation/children-act-1989.md")
    assert texts(page, ".hr-cite span") == ["Children Act 1989, s 17", "Children Act 1989, s 47"]
    link = page.root.select_one("#section-47 + .hr-cite a")
    assert words(link) == "Official text of section 47 on legislation.gov.uk"
    assert link.attr("href") == f"{SITE}/ukpga/1989/41/section/47"
    assert link.attr("target") is None


def test_a_provision_of_a_law_that_is_partly_in_force_says_whether_it_is():
    more = "provisions: [all -> in force, section-22 -> not yet in force]\n"
    text = SCOTLAND.replace("nations:", f"{more}nations:") + "\n## Section 23 {#section-23}\n"
    page = completed(handbook(FILES | {"legislation/children-scotland-act-1995.md": text}),
                     "legislation/children-scotland-act-1995.md")  # fmt: skip
    assert texts(page, ".hr-force") == ["Not yet in force: it does not apply yet", "In force"]


def test_the_register_names_the_provisions_that_do_not_apply():
    more = "provisions: [section-22 -> repealed]\n"
    text = SCOTLAND.replace("nations:", f"{more}nations:")
    page = completed(handbook(FILES | {"legislation/children-scotland-act-1995.md": text}),
                     "legislation/index.md")  # fmt: skip
    row = page.root.select_one("#hr-law-register tbody tr")
    assert row.attr("data-standing") == "Partly in force; Repealed"
    assert texts(page, "#hr-law-register td:nth-child(3)")[0] == "Partly in forceRepealed: s 22"


def test_each_provision_says_which_pages_and_steps_rely_on_it(book):
    page = completed(book, "legislation/children-act-1989.md")
    assert texts(page, "div > ul.hr-relied > li") == [
        "A page",
        "Crisis, step: Finish the assessment",
        "Crisis, step: Enquire",
    ]


def test_each_provision_names_the_same_idea_in_other_nations(book):
    page = completed(book, "legislation/children-act-1989.md")
    assert "Scotland: Children (Scotland) Act 1995, s 22" in texts(page, "ul.hr-relied > li")


def test_the_register_lists_every_law_with_header_cells_and_the_pages_that_cite_it(book):
    page = completed(book, "legislation/index.md")
    assert len(texts(page, "#hr-law-register caption")) == 1
    assert texts(page, "#hr-law-register tbody th[scope=row]") == [
        "Children (Scotland) Act 1995",
        "Children Act 1989",
        "Working Together 2023",
        "Working Together 2026",
    ]
    assert texts(page, "#hr-law-register tbody tr:nth-child(2) td") == [
        "England and Wales", "In force", "20 November 2026, by Legal adviser", "2",
    ]  # fmt: skip


@pytest.mark.parametrize("uri", FILES)
def test_what_is_added_to_pages_breaks_no_rule(book, uri):
    assert check_document(completed(book, uri)) == []
