"""The manual says what is so, has a page for each rule, and is published by nobody by accident."""

import re
from shutil import copytree

import pytest
from projects import SOUND, make_project, run
from protocol import ROOT, handbook

from handrail.report.manual import BESIDE, BY_ID, one_rule
from handrail.report.plain_html import check_files
from handrail.rules import check_handbook

_EXAMPLE = re.compile(r'^(`{3,})markdown title="docs/([^"]+)"\n(.*?)^\1$', re.MULTILINE | re.DOTALL)
_TARGET = re.compile(r'<[a-z][^<>]* (?:href|src)="([^"#:?]+)(?:#[^"]*)?"')


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A small protocol published with the manual."""
    project = make_project(tmp_path_factory.mktemp("manual") / "project")
    copytree(ROOT / "docs/manual", project / "docs/manual")
    done = run(project, "handrail.cli", "build", "--manual")
    assert done.returncode == 0, done.stderr
    return project / "site"


def test_the_examples_of_how_to_edit_pass_every_rule():
    text = (ROOT / "docs/manual/editing.md").read_text("utf-8")
    examples = {uri: page for _, uri, page in _EXAMPLE.findall(text)}
    school = SOUND["agencies/adult-social-care.md"].replace("Adult social care", "Schools")
    files = SOUND | examples | {"agencies/schools.md": school}
    mine = {f"docs/{uri}" for uri in examples}
    found = [found for found in check_handbook(handbook(files)) if found.place.path in mine]
    aside = ("page-not-in-menu", "page-never-linked")
    assert [found for found in found if found.rule not in aside] == []
    assert {"section", "pathway", "champions", "agency"} <= {
        line.split()[1] for page in examples.values() for line in page.split("\n")
        if line.startswith("type: ")
    }  # fmt: skip


@pytest.mark.parametrize("rule", BY_ID)
def test_the_page_of_a_rule_has_everything_that_its_reader_asks(rule):
    page = one_rule(rule)
    for part in ("Who is hurt otherwise", "The standard", "To allow an exception"):
        _, _, below = page.partition(f"## {part}\n\n")
        assert below.split("\n")[0].strip(), part
    assert "## A bad example" in page


@pytest.mark.slow
def test_every_rule_has_a_page_on_the_site(site):
    pages = {folder.name for folder in (site / "manual/rules").iterdir() if folder.is_dir()}
    assert pages == {*BY_ID, *BESIDE}


@pytest.mark.slow
def test_the_manual_is_accessible_and_its_links_lead_somewhere(site):
    files, found = check_files(site / "manual")
    assert len(files) > 190
    assert found == []
    for file in (site / "manual").rglob("*.html"):
        for target in _TARGET.findall(file.read_text("utf-8")):
            there = file.parent / target
            assert there.is_file() or (there / "index.html").is_file(), f"{file}: {target}"


@pytest.mark.slow
def test_the_protocol_knows_nothing_of_the_manual(site):
    index = (site / "assets/javascripts/search-index.js").read_text("utf-8")
    assert "step-dead-end" not in index
    assert "manual/" not in (site / "sitemap.xml").read_text("utf-8")
    assert 'href="manual' not in (site / "index.html").read_text("utf-8")


@pytest.mark.slow
def test_a_site_has_no_manual_unless_it_is_asked_for(tmp_path):
    project = make_project(tmp_path / "project")
    copytree(ROOT / "docs/manual", project / "docs/manual")
    assert run(project, "handrail.cli", "build").returncode == 0
    assert not (project / "site/manual").exists()
