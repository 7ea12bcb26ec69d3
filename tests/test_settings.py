"""Settings are read, or refused in one plain sentence with the way to mend them."""

from datetime import date

import pytest
from mkdocs.config.defaults import MkDocsConfig
from properdocs.config.defaults import MkDocsConfig as ProperDocsConfig
from protocol import ROOT

from handrail.read.settings_file import NAMES, read_faults, wrong_setting
from handrail.settings import WrongSetting, read_settings

TODAY = date(2026, 11, 21)
SOUND = {"organisation": "Example Council", "edition": "Draft 1"}


def test_two_settings_are_enough():
    settings = read_settings(SOUND, TODAY)
    assert (settings.organisation, settings.edition) == ("Example Council", "Draft 1")
    assert (settings.email_domains, settings.review_months) == ((), 12)
    assert settings.today == TODAY


def test_every_setting_is_read():
    settings = read_settings(
        {
            **SOUND,
            "email_domains": ["example.org", "example.net"],
            "review_months": 6,
            "today": date(2027, 1, 31),
        },
        TODAY,
    )
    assert settings.email_domains == ("example.org", "example.net")
    assert (settings.review_months, settings.today) == (6, date(2027, 1, 31))


def test_a_day_may_be_written_in_quotes():
    assert read_settings({**SOUND, "today": "2027-01-31"}, TODAY).today == date(2027, 1, 31)


def test_a_problem_is_reported_at_one_place_or_at_one_for_each_edition():
    one = read_settings({**SOUND, "report": "team@example.org"}, TODAY).report
    assert one == {"staff": "team@example.org", "public": "team@example.org"}
    ways = {"staff": "team@example.org", "public": "https://forms.example.org/?page={page}"}
    assert read_settings({**SOUND, "report": ways}, TODAY).report == ways


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (None, "needs lines below it"),
        ("Example Council", "needs lines below it"),
        ([], "needs lines below it"),
        ({}, "organisation: needs words"),
        ({"organisation": "Example Council"}, "edition: needs words"),
        ({**SOUND, "edition": "  "}, "edition: needs words"),
        ({**SOUND, "edition": 1}, "edition: needs words"),
        ({**SOUND, "organization": "Example"}, "did you mean organisation?"),
        ({**SOUND, "colour": "blue"}, "there are organisation, edition"),
        ({**SOUND, True: "x"}, "True: is not a setting"),
        ({**SOUND, "email_domains": "example.org"}, "email_domains: needs a list"),
        ({**SOUND, "email_domains": [1]}, "email_domains: needs a list"),
        ({**SOUND, "review_months": 0}, 'review_months: "0" is not a whole number'),
        ({**SOUND, "review_months": "12"}, 'review_months: "12" is not a whole number'),
        ({**SOUND, "review_months": True}, 'review_months: "True" is not a whole number'),
        ({**SOUND, "review_months": 2.5}, 'review_months: "2.5" is not a whole number'),
        ({**SOUND, "today": "tomorrow"}, 'today: "tomorrow" is not a date'),
        ({**SOUND, "today": 2026}, 'today: "2026" is not a date'),
        ({**SOUND, "report": "the office"}, 'report: "the office" is neither an email address'),
        ({**SOUND, "report": "javascript:x"}, "nor the address of a form"),
        ({**SOUND, "report": {"managers": "a@example.org"}}, "neither staff nor public"),
        ({**SOUND, "servers": ["lighttpd"]}, "servers: needs a list of apache, iis, nginx"),
        ({**SOUND, "servers": "iis"}, "servers: needs a list"),
        ({**SOUND, "offline": "yes"}, 'offline: "yes" is neither true nor false'),
    ],
)
def test_a_wrong_setting_is_refused_in_a_plain_sentence(values, said):
    with pytest.raises(WrongSetting) as refused:
        read_settings(values, TODAY)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


# The file itself ---------------------------------------------------------------------------------

FILE = """\
site_name: A protocol
extra:
  handrail:
    organisation: Council
    print:
      paper: a3
"""


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "the file holds no settings"),
        ("- site_name\n", 1, "the file holds no settings"),
        ('site_name: "A protocol\nextra:\n', 1, "begins with a double quote mark and does not end"),
        ("extra:\n\thandrail:\n", 2, "the line begins with a tab"),
        ("site_name: A: B\n", 1, 'the value of "site_name" holds a colon'),
        ("strict: true\nstrict: false\n", 2, 'the setting "strict" stands twice, first on line 1'),
        (FILE + "      paper: a4\n", 7, 'the setting "paper" stands twice, first on line 6'),
        ("site_nam: A\n", 1, '"site_nam" is not a setting'),
        ("site_name: Caf\xe9\n", 1, "the file is not saved as UTF-8"),
    ],
)
def test_settings_that_cannot_be_used_are_refused_at_their_line(text, line, said):
    (fault,) = read_faults(text.encode("latin-1"), "mkdocs.yml")
    assert (fault.place.line, said in fault.message) == (line, True), fault


def test_the_template_has_settings_without_a_fault():
    assert read_faults((ROOT / "mkdocs.yml").read_bytes(), "mkdocs.yml") == []


def test_every_setting_of_the_programs_that_build_the_site_is_known():
    for program in (MkDocsConfig, ProperDocsConfig):
        names = {name for name, _ in program._schema} - {"config_file_path"}
        assert names <= set(NAMES)


def test_a_setting_that_cannot_be_used_is_found_in_the_file():
    error = WrongSetting("is not a paper", "print", "paper")
    fault = wrong_setting(error, [("mkdocs.yml", FILE)])
    assert (fault.place.line, fault.place.column) == (6, 7)
    assert fault.message == "extra: handrail: print: paper: is not a paper"
