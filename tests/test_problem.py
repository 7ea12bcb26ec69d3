"""The link by which readers report a problem with a page."""

from datetime import date

from handrail.publish.problem import report_link
from handrail.settings import read_settings

PAGE = ("Crisis: what to do?", "https://protocol.example.org/pathways/crisis/")


def link(report: object, audience: str = "staff") -> str:
    values = {"organisation": "Example Council", "edition": "Draft 1 & more", "report": report}
    settings = read_settings({**values, "audience": audience}, date(2026, 11, 21))
    return report_link(settings, *PAGE)


def test_an_email_begins_with_what_its_reader_needs_to_find_the_page():
    assert link("team@example.org") == (
        "mailto:team@example.org?subject=Problem%20with%20the%20page%3A%20Crisis%3A%20what%20to%20"
        "do%3F&body=What%20is%20wrong%2C%20or%20hard%20to%20use%3A%0D%0A%0D%0A%0D%0APage%3A%20"
        "Crisis%3A%20what%20to%20do%3F%0D%0AAddress%3A%20https%3A%2F%2Fprotocol.example.org%2F"
        "pathways%2Fcrisis%2F%0D%0AEdition%3A%20Draft%201%20%26%20more"
    )


def test_a_form_is_told_which_page_is_meant_where_its_address_asks():
    form = "https://forms.example.org/?about={title}&at={page}&edition={edition}"
    assert link(form) == (
        "https://forms.example.org/?about=Crisis%3A%20what%20to%20do%3F&at=https%3A%2F%2Fprotocol"
        ".example.org%2Fpathways%2Fcrisis%2F&edition=Draft%201%20%26%20more"
    )
    assert link("https://forms.example.org/") == "https://forms.example.org/"


def test_each_edition_has_its_own_way_and_none_where_nobody_is_named():
    ways = {"staff": "team@example.org"}
    assert link(ways).startswith("mailto:team@")
    assert link(ways, "public") == link("") == ""
