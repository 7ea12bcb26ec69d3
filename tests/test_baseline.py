"""A site that starts with faults can begin to be checked: what a baseline knows is left out, what
is new is found, and what was mended is told."""

import json
from dataclasses import replace

import pytest
from projects import SOUND, make_project, run

from handrail.finding import Finding, Place
from handrail.report.baseline import (
    WrongBaseline,
    as_baseline,
    entry_of,
    read_baseline,
    settle,
    without,
)

VAGUE = Finding(Place("docs/a.md", 12, 3), "link-text-vague", "error", 'link text "here"', "x")
LONG = Finding(Place("docs/a.md", 3), "sentence-too-long", "warning", '"We …" has 47 words', "x")
CRASH = Finding(Place("docs/a.md"), "rule-crashed", "error", "rule x could not run", "x")
FAULTY = SOUND | {"index.md": SOUND["index.md"] + "\nRead [more](pathways/first-contact.md).\n"}


def entries(*findings):
    return frozenset(map(entry_of, findings))


@pytest.mark.parametrize(
    "same",
    [
        replace(VAGUE, place=Place("docs/a.md", 40, 1)),
        replace(VAGUE, help="another way to mend it"),
        replace(VAGUE, level="warning"),
    ],
)
def test_a_fault_stays_the_same_where_the_page_around_it_changes(same):
    assert entry_of(same) == entry_of(VAGUE)


def test_counts_are_no_part_of_a_fault():
    assert entry_of(replace(LONG, message='"We …" has 52 words')) == entry_of(LONG)


@pytest.mark.parametrize(
    "other",
    [
        replace(VAGUE, message='link text "here 2"'),
        replace(VAGUE, rule="link-broken"),
        replace(VAGUE, place=Place("docs/b.md", 12, 3)),
    ],
)
def test_another_page_rule_or_word_is_another_fault(other):
    assert entry_of(other) != entry_of(VAGUE)


def test_what_is_known_is_left_out():
    assert without([VAGUE, LONG], entries(VAGUE)) == ([LONG], [VAGUE])


def test_a_rule_that_cannot_run_is_never_known(tmp_path):
    file = tmp_path / "known.json"
    left, _ = settle([VAGUE, CRASH], None, str(file))
    assert left == [CRASH]
    assert read_baseline(file) == entries(VAGUE)
    assert without([CRASH], entries(CRASH)) == ([CRASH], [])


def test_a_baseline_is_read_as_it_was_written(tmp_path):
    file = tmp_path / "known.json"
    file.write_text(as_baseline(entries(VAGUE, LONG)), "utf-8")
    assert read_baseline(file) == entries(VAGUE, LONG)
    assert len(file.read_text("utf-8").splitlines()) == 4


def test_an_empty_baseline_knows_nothing(tmp_path):
    file = tmp_path / "known.json"
    file.write_text(as_baseline(()), "utf-8")
    assert read_baseline(file) == frozenset()


def test_what_was_mended_is_told_in_one_line(tmp_path):
    file = tmp_path / "known.json"
    settle([VAGUE, LONG], None, str(file))
    left, said = settle([LONG], str(file), None)
    assert left == []
    told = (
        f"1 fault of {file} found no more; --write-baseline {file} as well drops what was mended.\n"
    )
    assert said == told


def test_written_anew_a_baseline_only_shrinks(tmp_path):
    file = tmp_path / "known.json"
    settle([VAGUE], None, str(file))
    left, said = settle([LONG], str(file), str(file))
    assert left == [LONG]
    assert read_baseline(file) == frozenset()
    assert said.endswith(f"Wrote 0 faults to {file}.\n")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"version": 1, "faults": [1]}', '{"version": 9, "faults": []}', "\xff"],
)
def test_what_is_no_baseline_is_refused(tmp_path, text):
    file = tmp_path / "known.json"
    file.write_text(text, "latin-1")
    with pytest.raises(WrongBaseline, match=r"known\.json is"):
        read_baseline(file)


def test_a_missing_baseline_is_refused(tmp_path):
    with pytest.raises(WrongBaseline, match="cannot be read"):
        settle([], str(tmp_path / "missing.json"), None)


def test_a_site_starts_with_what_it_has_and_gets_better(tmp_path):
    project = make_project(tmp_path / "site", FAULTY)
    check = ("handrail.cli", "check", "--strict", "--format", "json")
    assert run(project, *check).returncode == 1
    assert run(project, *check, "--write-baseline", "known.json").returncode == 0
    assert run(project, *check, "--baseline", "known.json").returncode == 0
    built = run(project, "handrail.cli", "build", "--baseline", "known.json")
    assert built.returncode == 0, built.stderr
    page = project / "docs/index.md"
    page.write_text(page.read_text("utf-8") + "\nGo [here](pathways/first-contact.md).\n", "utf-8")
    again = run(project, *check, "--baseline", "known.json")
    assert again.returncode == 1
    assert [one["message"] for one in json.loads(again.stdout)["findings"]] == [
        'link text "here" does not say where the link leads'
    ]


def test_html_has_a_baseline_too(tmp_path):
    (tmp_path / "a.html").write_text('<html lang="en"><title>A</title><img src="a.png">', "utf-8")
    check = ("handrail.cli", "check", "--html", "a.html")
    assert run(tmp_path, *check).returncode == 1
    assert run(tmp_path, *check, "--write-baseline", "known.json").returncode == 0
    known = run(tmp_path, *check, "--baseline", "known.json")
    assert known.returncode == 0
    assert "No findings" in known.stdout + known.stderr


def test_a_baseline_that_is_none_stops_the_check(tmp_path):
    (tmp_path / "a.html").write_text("<title>A</title>", "utf-8")
    ended = run(tmp_path, "handrail.cli", "check", "--html", "a.html", "--baseline", "a.html")
    assert ended.returncode == 2
    assert "is no baseline" in ended.stderr
