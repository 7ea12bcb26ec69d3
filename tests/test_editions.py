"""The public edition holds nothing meant for staff, and a release nothing left open."""

import gzip
import subprocess

import pytest
from projects import SOUND, make_project, run, write_files
from protocol import FRONT_MATTER
from test_champions import COLUMNS, HEAD, INDEX, ROW

from handrail.publish.edition import unlinked, unused, without
from handrail.read.pages import read_page

PUBLIC = FRONT_MATTER.replace("audience: staff", "audience: public")
MARKED = (
    ROW.replace("Champion, north", "Zebra adviser")
    .replace("01632 960101", "0161 496 0777")
    .replace("north@example.org", "zebra@example.org")
)
ROWS = ("Zebra adviser", "0161 496 0777", "01614960777", "1614960777", "zebra@example.org")
OURS = {uri: text.replace("audience: staff", "audience: public") for uri, text in SOUND.items()}
PROTOCOL = OURS | {
    "index.md": PUBLIC.replace("A page", "Start")
    + "\n# Start\n\n[Our champions](champions/index.md) and "
    '<a href="champions/adults/">theirs</a>. See [first contact](pathways/first-contact.md) and '
    "[all pathways](pathways/index.md).\n",
    "champions/index.md": INDEX + "\n[The list (CSV, 1 KB)](list.csv)\n",
    "champions/adults.md": HEAD + COLUMNS + MARKED,
    "champions/list.csv": "Zebra adviser,zebra@example.org\n",
    "pathways/used.txt": "For everybody.\n",
    "pathways/index.md": PUBLIC.replace("A page", "Pathways")
    + "\n# Pathways\n\n[Words (text, 1 KB)](used.txt)\n",
}  # fmt: skip


def words_of(path):
    """Everything that a reader could find in a file, however it is packed."""
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    if path.suffix == ".pdf":
        import pypdfium2

        pages = pypdfium2.PdfDocument(data)
        text = " ".join(page.get_textpage().get_text_range() for page in pages)
        return " ".join(text.split())
    return data.decode("utf-8", "replace")


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """A project with both its editions built."""
    project = make_project(tmp_path_factory.mktemp("editions"), PROTOCOL)
    for arguments in ((), ("--public",)):
        done = run(project, "handrail.cli", "build", *arguments)
        assert done.returncode == 0, done.stderr
    return project


def test_no_byte_of_the_public_edition_holds_anything_of_a_champion_row(editions):
    files = [path for path in (editions / "site-public").rglob("*") if path.is_file()]
    assert any(path.suffix == ".pdf" for path in files)
    assert [path for path in files for words in ROWS if words in words_of(path)] == []


def test_the_same_rows_are_in_the_edition_for_staff(editions):
    site = editions / "site"
    for path in ("champions/index.html", "champions/champions.vcf", "champions/champions.csv",
                 "pathways/first-contact/index.html", "pdf/protocol.pdf"):  # fmt: skip
        assert "zebra@example.org" in words_of(site / path), path


def test_pages_for_staff_and_what_only_they_link_to_are_not_in_the_public_edition(editions):
    site = editions / "site-public"
    assert not (site / "champions").exists()
    assert (site / "pathways/used.txt").exists()
    index = (site / "assets/javascripts/search-index.js").read_text("utf-8")
    assert "champions/" not in index
    assert "zebra" not in index
    assert "champions/" not in (site / "sitemap.xml").read_text("utf-8")


def test_a_link_to_a_page_for_staff_is_plain_words_in_the_public_edition(editions):
    html = (editions / "site-public/index.html").read_text("utf-8")
    assert "<p>Our champions and theirs. See <a" in html


def test_a_page_that_does_not_say_for_whom_it_is_stays_inside(tmp_path):
    front = PUBLIC.replace("A page", "Silent").replace("audience: public\n", "")
    silent = front + "\n# Silent\n"
    project = make_project(tmp_path / "silent", PROTOCOL | {"silent.md": silent})
    done = run(project, "handrail.cli", "check", "--public")
    assert done.returncode == 0, done.stdout


def test_links_are_found_however_they_were_written():
    html = (
        '<p><a data-written="../champions/index.md#all" href="../../champions/">A</a>'
        "<a href='/'>B</a><a href=\"../../champions/\">C</a>"
        '<a data-written="x.md" href="../x/">D</a></p>'
    )
    done = unlinked(html, "pathways/crisis.md", {"champions/index.md"})
    assert done.startswith("<p>A<a href='/'>B</a>C<a ")


def test_a_menu_loses_what_is_left_out_and_headings_with_nothing_below():
    menu = ["index.md", {"Contacts": [{"Champions": "champions/index.md"}]}, {"Law": ["law.md"]}]
    assert without(menu, {"champions/index.md"}) == ["index.md", {"Law": ["law.md"]}]


def test_a_file_is_used_where_a_page_or_the_settings_name_it():
    page = read_page("docs/a.md", "a.md", b"![Map](my%20map.png)")
    assert unused(["my map.png", "logo.svg", "list.csv"], [page], "logo: logo.svg") == {"list.csv"}


OPEN = SOUND | {
    "index.md": SOUND["index.md"] + "\nFor [[Fill in: name of the area]], phone 07700 900123.\n"
}


def test_a_draft_counts_what_is_open_and_a_release_refuses_it(tmp_path):
    project = make_project(tmp_path / "open", OPEN)
    draft = run(project, "handrail.cli", "check")
    assert draft.returncode == 0
    assert "Still open: 1 placeholder to fill in and " in draft.stderr
    release = run(project, "handrail.cli", "check", "--release")
    assert release.returncode == 1
    assert 'still to be filled in: "name of the area" [placeholder-open]' in release.stdout
    assert '"07700 900123" is an example that reaches nobody [contact-example]' in release.stdout
    assert "mkdocs.yml:1:1: error: site_url is " in release.stdout
    assert "Still open" not in release.stderr
    built = run(project, "handrail.cli", "build", "--release")
    assert built.returncode != 0
    assert not (project / "site").exists()


@pytest.fixture
def versioned(tmp_path):
    """A project in git with an edition of one page in force."""
    approved = "status: in force\nchanges:\n  - 2026-10-01: Approved"
    front = FRONT_MATTER.replace("A page", "Rule").replace("status: draft", approved)
    rule = front + "\n# Rule\n\nTen days.\n"
    project = make_project(tmp_path / "versioned", SOUND | {"rule.md": rule})
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "1"], ["tag", "edition-1"]):
        names = ["-c", "user.name=Me", "-c", "user.email=me@example.org"]
        subprocess.run(["git", *names, *command], cwd=project, check=True)
    return project


def test_a_change_without_a_note_is_found_when_asked_since_when(versioned):
    rule = (versioned / "docs/rule.md").read_text("utf-8")
    write_files(versioned, {"rule.md": rule.replace("Ten days", "Five days")})
    assert "change-without-note" not in run(versioned, "handrail.cli", "check").stdout
    done = run(versioned, "handrail.cli", "check", "--since", "edition-1")
    assert done.returncode == 1
    assert "docs/rule.md:7:1: error: the page has changed since edition-1" in done.stdout
    note = "changes:\n  - 2026-11-21: Five days\n"
    noted = rule.replace("Ten", "Five").replace("changes:\n", note)
    write_files(versioned, {"rule.md": noted})
    noted_now = run(versioned, "handrail.cli", "check", "--since", "edition-1")
    assert "change-without-note" not in noted_now.stdout


def test_an_edition_that_git_does_not_know_ends_the_check(versioned):
    done = run(versioned, "handrail.cli", "check", "--since", "edition-9")
    assert done.returncode == 2
    assert "--since edition-9: git cannot compare with that edition" in done.stderr


def test_an_edition_is_never_taken_for_an_option_of_git(versioned):
    done = run(versioned, "handrail.cli", "check", "--since=--output=stolen")
    assert done.returncode == 2
    assert not list(versioned.rglob("stolen*"))
