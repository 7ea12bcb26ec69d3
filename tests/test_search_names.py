"""The search finds pages and terms by what people call them."""

import json

from protocol import FRONT_MATTER, handbook

from handrail.publish.search import with_names

GLOSSARY = FRONT_MATTER.replace("section", "glossary") + """
# Glossary

### Early help assessment (EHA) {#early-help-assessment}

A short assessment. Old name: common assessment framework (CAF). People often say: the form.

### Family plan {#family-plan}

One plan.
"""
PAGE = FRONT_MATTER.replace("---\n", "---\nalso_called: [EHA, help early]\n", 1) + "\n# Help\n"


def tags(folders=True):
    """What the search index says of each location, once the names are in it."""
    book = handbook({"glossary.md": GLOSSARY, "protocol/help.md": PAGE})
    places = ["glossary/", "glossary/#early-help-assessment", "glossary/#family-plan",
              "protocol/help/", "protocol/help/#who", "protocol/help.html"]  # fmt: skip
    docs = [{"location": place, "title": "", "text": "“words”"} for place in places]
    index = json.loads(with_names(json.dumps({"config": {}, "docs": docs}), book, folders))
    return {entry["location"]: entry.get("tags", []) for entry in index["docs"]}


def test_a_term_is_found_by_its_abbreviation_old_names_and_everyday_names():
    found = tags()["glossary/#early-help-assessment"]
    assert found == ["EHA", "common assessment framework", "CAF", "the form"]


def test_a_page_is_found_by_its_other_names_and_those_of_its_terms():
    assert tags()["protocol/help/"] == [
        "EHA", "help early", "Early help assessment", "common assessment framework", "CAF",
        "the form",
    ]  # fmt: skip


def test_what_has_no_other_name_stays_as_it_is():
    assert tags()["glossary/#family-plan"] == []
    assert tags()["protocol/help/#who"] == []


def test_pages_that_are_files_are_found_too():
    assert "CAF" in tags(folders=False)["protocol/help.html"]
