"""The second way to print, through mkdocs-with-pdf: nothing is lost, or nothing is published."""

from ctypes.util import find_library
from importlib.util import find_spec

import pytest
from paper import pages_of, tags_of
from projects import AGENCY, SOUND, make_project, run
from protocol import FRONT_MATTER, ROOT

HERE = find_spec("mkdocs_with_pdf") and find_library("pango-1.0")
pytestmark = [
    pytest.mark.pdf,
    pytest.mark.slow,
    pytest.mark.skipif(not HERE, reason="needs mkdocs-with-pdf and Pango"),
]

BUILD = ("mkdocs", "build", "-f", "mkdocs.with-pdf.yml")
COLUMNS = ("Post", "Team", "Area", "Topics", "Phone", "Email", "Hours", "Languages")
CELLS = (
    "Champion, occupational therapy team", "Occupational therapy team", "Whole area",
    "Equipment, safe lifting", "01632 960111", "champion.occupationaltherapy@adults.example.org",
    "Monday to Thursday, 9am to 4pm", "English, British Sign Language",
)  # fmt: skip
WIDE = f"| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|\n| {' | '.join(CELLS)} |\n"
LONG = "| Word | Meaning |\n|---|---|\n" + "".join(f"| word{n} | meaning{n} |\n" for n in range(80))
KINDS = f"""
# Kinds

{WIDE}

{LONG}

=== "At home"

    Ask the front door.

=== "In hospital"

    Ask the ward.

??? note "More about wards"

    Wards keep a list.

A claim.[^1]

[^1]: Its source.
"""
SECOND = """\
    end
    subgraph children["Children's social care"]
        tell(["Tell the school"])
    end
    done --> tell
"""
PATHWAY = SOUND["pathways/first-contact.md"].replace('(["Usual assessment"])', '["Assess"]')
PATHWAY = PATHWAY.replace("    end\n", SECOND)
FILES = SOUND | {
    "kinds.md": FRONT_MATTER.replace("A page", "Kinds") + KINDS,
    "pathways/first-contact.md": PATHWAY,
    "agencies/childrens-social-care.md": AGENCY.replace("Adult social", "Children's social"),
}


def project_with(folder, styles=""):
    """A project with the settings of the second way to print, and styles of its own after ours."""
    project = make_project(folder, FILES)
    text = (ROOT / "mkdocs.with-pdf.yml").read_text("utf-8").replace("hooks/", f"{ROOT}/hooks/")
    (project / "mkdocs.with-pdf.yml").write_text(text, "utf-8")
    own = project / "overrides/with-pdf"
    own.mkdir(parents=True)
    ours = (ROOT / "overrides/with-pdf/styles.scss").read_text("utf-8")
    (own / "styles.scss").write_text(ours + styles, "utf-8")
    return project


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    project = project_with(tmp_path_factory.mktemp("with-pdf") / "project")
    done = run(project, *BUILD)
    assert done.returncode == 0, done.stderr
    return (project / "site-with-pdf/pdf/protocol-with-pdf.pdf").read_bytes()


def test_no_word_of_any_page_is_lost(pdf):
    text = " ".join(pages_of(pdf))
    for words in (
        "In working hours",  # on a page after the first
        "@adults.example.org",  # at the end of a cell without a place to break
        "meaning79",  # in a table that is longer than a page
        "Ask the ward.",
        "Wards keep a list.",
        "Its source.",
    ):
        assert words in text


def test_steps_keep_their_numbers_from_one_agency_to_the_next(pdf):
    assert "1. 2. • • 3. 4. 5." in " ".join(pages_of(pdf))


def test_a_long_table_and_its_heading_share_a_page(pdf):
    (opening,) = (text for text in pages_of(pdf) if "Kinds" in text and "Post:" in text)
    assert "word1 " in opening


def test_contents_name_what_is_shown_and_take_no_words_away(pdf):
    text = " ".join(pages_of(pdf))
    assert "About this page" not in text
    agency = next(text for text in pages_of(pdf)[2:] if "What this protocol asks" in text)
    assert "First contact" in agency  # a heading that is a link


def test_it_is_tagged_and_says_nowhere_that_something_is_missing(pdf):
    assert {"H1", "Table", "TH", "L", "Figure"} <= set(tags_of(pdf))
    assert "None" not in " ".join(pages_of(pdf))


def test_styles_that_lose_words_publish_nothing(tmp_path):
    project = project_with(tmp_path / "project", ".md-typeset .footnote { display: none; }")
    done = run(project, *BUILD)
    assert done.returncode == 1
    assert 'docs/kinds.md:116: words would be lost in print: "its source"' in done.stderr
    assert "Nothing was published." in done.stderr
    assert not (project / "site-with-pdf").exists()
