"""The conformance rules find what their case files show, on any page, and never break down."""

from pathlib import Path
from time import process_time

import pytest
from cases import read_cases, write_findings
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handrail.access.attributes import VALUES
from handrail.access.roles import ROLES
from handrail.access.words import words
from handrail.html import parse_fragment, parse_whole
from handrail.report.text import as_text
from handrail.rules import CRASHED, check_document, conformance

CASES = sorted((Path(__file__).parent / "rules/conformance").glob("*.md"))
PARAMETERS = [
    pytest.param(case, id=f"{file.stem}: {case.name}")
    for file in CASES
    for case in read_cases(file)
]


@pytest.mark.parametrize("case", PARAMETERS)
def test_a_rule_finds_what_its_case_file_shows(case, accept):
    (html,) = case.files.values()
    findings = check_document(parse_whole(html, "page.html"))
    found = as_text([finding for finding in findings if finding.rule == case.file.stem])
    if accept and found != case.findings:
        write_findings(case, found)
    else:
        assert found == case.findings


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_rule_shows_bad_and_good_examples(file):
    cases = read_cases(file)
    assert any(case.findings for case in cases)
    assert sum(not case.findings for case in cases) >= 2


TAGS = sorted(
    words(
        """a area article aside audio b br button caption details dialog div fieldset figure form
        h1 header iframe img input label legend li main map math nav object ol option p path
        section select span style summary svg table tbody td template textarea th title tr ul
        video x-y"""
    )
)
NAMES = [
    *sorted(
        words(
            """alt autocomplete colspan content contenteditable controls data disabled for headers
            hidden href http-equiv id inert lang list multiple name open placeholder popover role
            rowspan scope shadowrootmode size src srcdoc style tabindex title type usemap value
            xlink:href"""
        )
    ),
    *VALUES,
]
VALUES_TRIED = [
    *sorted(ROLES),
    *sorted(
        words(
            """-1 0 1 99999 a b c checkbox col display:none en false font-size:calc(1px) hidden
            http://[ image letter-spacing:-1e9px!important open refresh row true
            viewport visibility:hidden zz"""
        )
    ),
    "",
    " ",
    "<a href=x>",
    "\N{COMBINING ACUTE ACCENT}((X)",
    "*::before{content:'\\e'} a:hover,[b{display:none} p{font:1px/1 x}",
    "data:image/png,x",
    "line-height: 1 !important; width: 3px",
    "user-scalable=no,maximum-scale=.",
    "work tel",
]
attribute = st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES_TRIED))


def tag(name, attributes):
    """A start tag."""
    written = "".join(f' {key}="{value}"' for key, value in attributes)
    return f"<{name}{written}>"


markup = st.one_of(
    st.builds(tag, st.sampled_from(TAGS), st.lists(attribute, max_size=4)),
    st.sampled_from(TAGS).map("</{}>".format),
    st.sampled_from(VALUES_TRIED),
    st.text(max_size=8),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(markup, max_size=40).map("".join))
@example("<option><svg><template><title><template><button>")
def test_no_html_breaks_a_rule(html):
    for document in (parse_whole(html, "page.html"), parse_fragment(html, "page.md")):
        crashed = [f.message for f in check_document(document) if f.rule == CRASHED]
        assert not crashed


SECONDS = 3
DEEP = {
    "boxes": "<div role=button aria-label=x aria-owns=i>x" * 8000,
    "links in a circle": "<a href=x id=i aria-labelledby=i aria-owns=i>" * 2000,
    "owners in a circle": "<p id=a aria-owns=b role=listitem><p id=b aria-owns=a role=tab>" * 500,
    "tables": "<table><tr><th colspan=999 rowspan=999>" * 500 + "<td colspan=999>" * 2000,
    "labels": "<label for=i>x</label><input id=i>" * 3000,
    "styles": "<style>" + "*{display:block}" * 3000 + "</style>" + "<p>" * 2000,
    "visibility": "<i style=visibility:hidden><b style=visibility:visible>" * 4000,
    "brackets": f"<button aria-label=x>{'(' * 60_000}</button>",
    "languages": "<p lang=zz><b>" * 4000,
    "shadow trees": "<x-y><template shadowrootmode=open><slot></slot><button>" * 2000,
    "spacing": "<p style='line-height:1 !important'>x<b style='font-size:2em'>" * 3000,
}


@pytest.mark.parametrize("html", DEEP.values(), ids=DEEP)
def test_no_page_takes_long(html):
    start = process_time()
    document = parse_whole(html, "page.html")
    for rule in conformance.RULES:
        list(rule.check_html(document))
    assert process_time() - start < SECONDS
