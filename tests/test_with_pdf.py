"""The second way to print, through mkdocs-with-pdf: nothing is lost, or nothing is published."""

import sys
from ctypes.util import find_library
from importlib.util import find_spec
from io import BytesIO

import pikepdf
import pytest
from paper import attributes_of, pages_of, tags_of
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
DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
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

## What *nobody* may forget

- Ask first.

- Then write it **all** down.

[Read **the law** of 1989](legislation/children-act-1989.md), or [![Our mark](dot.svg)](index.md).

<!-- allow diagram-left-to-browser: only to be told here -->
<div class="mermaid">
sequenceDiagram
    accTitle: Who tells whom
    accDescr: The ward tells the front door.
    Ward->>Door: Discharge notice
</div>

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
INDEX = """
# Start

See [first contact](pathways/first-contact.md), [kinds](kinds.md) and
[children's social care](agencies/childrens-social-care.md).
"""
FILES = SOUND | {
    "index.md": FRONT_MATTER.replace("A page", "Start") + INDEX,
    "dot.svg": DOT,
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
    done = run(project, *BUILD, "--strict")
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


def test_each_tab_is_named_above_what_it_holds(pdf):
    assert "At home Ask the front door. In hospital Ask the ward." in " ".join(pages_of(pdf))


def test_a_diagram_that_only_a_browser_draws_is_told_in_words(pdf):
    text = " ".join(pages_of(pdf))
    assert "Who tells whom. The ward tells the front door." in text
    assert "Discharge notice" not in text


def test_it_is_tagged_and_says_nowhere_that_something_is_missing(pdf):
    assert {"H1", "Table", "TH", "L", "LBody", "Figure"} <= set(tags_of(pdf))
    assert "None" not in " ".join(pages_of(pdf))


def test_it_meets_each_rule_of_the_standard_that_a_machine_can_check(pdf, tmp_path):
    from verapdf import check

    file = tmp_path / "print.pdf"
    file.write_bytes(pdf)
    assert check(file).faults == ()


def test_pictures_and_drawings_are_described_and_decorations_are_no_figures(pdf):
    drawing = "First contact. Who answers a parent who asks for help."
    assert attributes_of(pdf, "Figure", "/Alt") == ["Our mark", drawing]


def test_links_are_described_by_their_words(pdf):
    with pikepdf.open(BytesIO(pdf)) as document:
        notes = [note for page in document.pages for note in page.get("/Annots", ())]
        described = [str(note.Contents) for note in notes]
    assert "Read the law of 1989" in described
    assert CELLS[5] in described
    assert "5.1 Section 17: Help for children in need 10" in described  # in the contents
    assert "Our mark" in described
    assert not [words for words in described if words.startswith("#")]


def test_it_says_what_it_is_and_in_which_language(pdf):
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.Root.Lang == "en"
        assert str(document.docinfo["/Title"]).startswith("Joint-working protocol for")
        assert document.docinfo["/Author"] == "Example Council and partners"


def test_arrows_have_heads(pdf):
    with pikepdf.open(BytesIO(pdf)) as document:
        drawn = b"".join(page.Contents.read_bytes() for page in document.pages)
    assert drawn.count(b"8 4 l\n") == 5  # the tip of a head, in the head's own measure


def test_styles_that_lose_words_publish_nothing(tmp_path):
    project = project_with(tmp_path / "project", ".md-typeset .footnote { display: none; }")
    done = run(project, *BUILD)
    assert done.returncode == 1
    assert 'docs/kinds.md:132: words would be lost in print: "its source"' in done.stderr
    assert "Nothing was published." in done.stderr
    assert not (project / "site-with-pdf").exists()


def test_a_picture_that_cannot_be_printed_publishes_nothing(tmp_path):
    styles = 'h1 { background: url("https://example.org/a.png"); }'
    project = project_with(tmp_path / "project", styles)
    done = run(project, *BUILD)
    assert done.returncode == 1
    assert "https://example.org/a.png" in done.stderr
    assert "Nothing was published." in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site-with-pdf").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="takes the library away as Linux finds it")
def test_where_pango_is_missing_one_sentence_says_so_and_everything_else_builds(tmp_path):
    project, libraries = project_with(tmp_path / "project"), tmp_path / "libraries"
    libraries.mkdir()
    (libraries / "libpango-1.0.so.0").write_bytes(b"")  # no library, and found before the real one
    done = run(project, *BUILD, LD_LIBRARY_PATH=str(libraries))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("Printing through mkdocs-with-pdf needs Pango, which is missing")
    assert done.stderr.count("\n") == 1
    assert run(project, "mkdocs", "build", LD_LIBRARY_PATH=str(libraries)).returncode == 0
