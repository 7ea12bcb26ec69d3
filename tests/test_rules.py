"""Every rule finds what its case file shows, and nothing in its good examples."""

from dataclasses import replace
from pathlib import Path

import pytest
from cases import read_cases, write_findings
from protocol import ROOT, SETTINGS, extensions, handbook, menu_of

from handrail.read.audit import read_audit
from handrail.read.fonts import read_characters
from handrail.read.menu import read_entries
from handrail.read.pages import read_page
from handrail.read.pictures import read_picture
from handrail.render.extension import anchors_of
from handrail.report.text import as_text
from handrail.rules import RULES, run_rule

CASES = Path(__file__).parent / "rules"
FAMILIES = ("records", "people", "review", "links", "law", "words", "pathways", "access")
BY_ID = {rule.ID: rule for rule in RULES}


def cases():
    for family in FAMILIES:
        for file in sorted((CASES / family).glob("*.md")):
            for case in read_cases(file):
                yield pytest.param(case, id=f"{file.stem}: {case.name}")


def broken_pictures(files, folder):
    """What is wrong with the pictures of a case."""
    found = {}
    for uri, text in files.items():
        if not uri.endswith(".md"):
            file = folder / uri.rpartition("/")[2]
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
            found[uri] = read_picture(file)
    return {uri: fault for uri, fault in found.items() if fault}


@pytest.mark.parametrize("case", list(cases()))
def test_a_rule_finds_what_its_case_file_shows(case, accept, tmp_path):
    settings = dict(case.settings)
    old_menu = case.before.get("mkdocs.yml", "")
    old = {uri: text for uri, text in case.before.items() if uri.endswith(".md")}
    before = {uri: read_page(uri, uri, text.encode()) for uri, text in old.items()}
    protocol = handbook(
        case.files,
        outside=case.outside,
        url=settings.pop("site_url", ""),
        settings=replace(SETTINGS, **settings),
        before=before,
        anchors_before={uri: anchors_of(page, *extensions()) for uri, page in before.items()},
        pages_before=frozenset({*before, *case.files}),
        menu_before=read_entries(old_menu),
        since="edition-1" if case.before else "",
        said=case.said,
        audit=read_audit(case.audit),
        characters=read_characters(ROOT / "overrides/print/fonts"),
        broken_pictures=broken_pictures(case.files, tmp_path),
        **menu_of(case.menu),
    )
    found = as_text(sorted(run_rule(BY_ID[case.file.stem], protocol)))
    if accept and found != case.findings:
        write_findings(case, found)
    else:
        assert found == case.findings


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_a_rule_bears_one_name_everywhere(rule):
    family, module = rule.__name__.split(".")[-2:]
    assert module.replace("_", "-") == rule.ID
    assert (CASES / family / f"{rule.ID}.md").read_text("utf-8").startswith(f"# {rule.ID}\n")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_a_rule_explains_itself(rule):
    first, _, rest = (rule.__doc__ or "").partition("\n\n")
    assert first.endswith("."), "the first line is a sentence about a good page"
    assert rest.strip(), "the rest says who suffers otherwise"
    assert rule.LEVEL in ("error", "warning")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_a_rule_shows_a_bad_and_a_good_example(rule):
    family = rule.__name__.split(".")[-2]
    examples = read_cases(CASES / family / f"{rule.ID}.md")
    if family != "conformance":
        assert any(case.findings for case in examples)
        assert any(not case.findings for case in examples)


def test_every_case_file_belongs_to_a_rule():
    names = {file.stem for file in CASES.rglob("*.md")}
    assert names == set(BY_ID)


def test_every_rule_module_is_listed():
    modules = {
        path.stem.replace("_", "-")
        for path in (ROOT / "hooks/handrail/rules").glob("*/*.py")
        if "\nID = " in path.read_text("utf-8")
    }
    assert modules == set(BY_ID)
