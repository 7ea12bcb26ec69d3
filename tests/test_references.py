"""Pages refer to each other, addresses go on working, and each fault is told once."""

import json
import posixpath
import subprocess

import pytest
from projects import PATHWAY, SOUND, make_project, run, write_files
from protocol import FRONT_MATTER, ROOT, handbook
from resolve import lost, lost_in_pdf, read

from handrail.address import relative_address, relative_path
from handrail.chapters import read_chapters
from handrail.handbook import Entry
from handrail.html import parse_whole
from handrail.publish.paper.chapters import read_menu
from handrail.registers import completed
from handrail.registers.references import as_json
from handrail.rules import check_document, check_handbook

CHECK = ("handrail.cli", "check")
MOVED = SOUND["pathways/first-contact.md"].replace(
    "audience: staff\n", "audience: staff\nold_paths: [first.md, old/contact.md]\n"
    "old_anchors: [beginning -> first-contact]\n"
)  # fmt: skip
LAW_REGISTER = FRONT_MATTER.replace("audience: staff", "audience: staff\nshows: [law, changes]") + (
    "\n# Law\n\n[First contact](pathways/first-contact.md), [start](index.md)\n"
)
PAGES = {
    "index.md": FRONT_MATTER
    + "\n# Start\n\n[One](a/one.md), [two](a/two.md), [two](a/two.md#x).\n",
    "a/one.md": FRONT_MATTER.replace("A page", "One") + "\n# One\n\n[Two](two.md#part).\n",
    "a/two.md": FRONT_MATTER.replace("A page", "Two") + "\n# Two\n\n## Part {#part}\n\n"
    "[Them](https://example.org/b#c).\n",
}


def made(uri, files):
    book = handbook(files)
    return completed(book.page[uri], book)


def test_a_page_ends_with_the_pages_that_refer_to_it_each_once():
    html = made("a/two.md", PAGES)
    assert "<summary>Referred to from 2 pages</summary>" in html
    assert html.count('<li><a href="../../"') == 1
    assert html.rstrip().endswith("</details>")


def test_index_pages_and_pages_that_nothing_refers_to_have_no_such_list():
    assert "Referred to from" not in made("index.md", PAGES)
    assert "Referred to from" not in made("a/one.md", PAGES | {"index.md": FRONT_MATTER + "# S\n"})


def test_a_page_that_most_pages_refer_to_has_no_such_list():
    many = {f"b/{n}.md": FRONT_MATTER + f"\n# Page {n}\n\n[Two](../a/two.md)\n" for n in range(31)}
    assert "Referred to from" not in made("a/two.md", PAGES | many)


def test_the_map_says_what_each_page_refers_to_and_what_refers_to_it():
    pages = {page["uri"]: page for page in json.loads(as_json(handbook(PAGES)))["pages"]}
    assert pages["a/one.md"]["refers_to"] == [{"uri": "a/two.md", "anchor": "part", "line": 13}]
    assert pages["a/two.md"]["referred_to_from"] == ["a/one.md", "index.md"]
    assert pages["a/two.md"]["outside"] == ["https://example.org/b"]


def test_the_page_for_editors_lists_links_to_other_websites_with_the_pages_that_use_them():
    shows = FRONT_MATTER.replace("audience: staff", "audience: staff\nshows: outside links")
    html = made("list.md", PAGES | {"list.md": shows + "\n# Links\n"})
    assert "<h3>example.org</h3>" in html
    assert '<a href="https://example.org/b">https://example.org/b</a>' in html
    assert '<a href="../a/two/" data-written="a/two.md">Two</a>' in html


def test_a_link_to_a_file_that_the_build_makes_says_its_kind_and_need_not_know_its_size():
    text = "\n# Print\n\n[The book (PDF)](pdf/protocol.pdf) or [all of it](pdf/protocol.pdf).\n"
    book = handbook({"index.md": FRONT_MATTER + text}, made=frozenset({"pdf/protocol.pdf"}))
    told = [found for found in check_handbook(book) if found.rule == "link-to-file-unexplained"]
    assert [found.help for found in told] == ["add it to its words: all of it (PDF)"]


def test_ways_between_pages_are_those_that_posixpath_finds():
    uris = ["index.md", "a/index.md", "a/b.md", "a/c.md", "d/e/f.md", "pdf/x.pdf"]
    for source in uris:
        for target in uris:
            folder = posixpath.dirname(source)
            assert relative_path(folder, target) == posixpath.relpath(target, folder or ".")
    assert relative_address("a/b.md", "a/c.md#x") == "../c/#x"


def test_chapters_have_the_numbers_that_the_book_prints():
    menu = (
        Entry("Start", "index.md"),
        Entry("Part", "", (Entry("", "a/index.md"), Entry("Two", "a/two.md"))),
        Entry("More", "", (Entry("Below", "", (Entry("One", "a/one.md"),)),)),
        Entry("Gone", "gone.md"),
    )
    book = handbook(PAGES | {"a/index.md": FRONT_MATTER + "\n# Part\n"}, menu=menu)
    numbers = [(c.number, c.uri) for c in read_chapters(book).values()]
    assert numbers == [
        ("1", "index.md"), ("2", "a/index.md"), ("2.1", "a/two.md"), ("3", ""), ("3.1", ""),
        ("3.1.1", "a/one.md"),
    ]  # fmt: skip
    printed = [chapter.page.uri if chapter.page else "" for chapter in read_menu(book)]
    assert [uri for _, uri in numbers] == printed


# Whole builds ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The published site of a protocol with a page that has moved."""
    project = make_project(
        tmp_path_factory.mktemp("moved"), SOUND | {"pathways/first-contact.md": MOVED}
    )
    done = run(project, "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.mark.parametrize("old", ["first/index.html", "old/contact/index.html"])
def test_an_old_address_sends_readers_on_without_a_script(built, old):
    html = (built / old).read_text("utf-8")
    document = parse_whole(html, old)
    (refresh,) = document.root.select("meta[http-equiv=refresh]") or [None]
    way = next(e.attr("href") for e in document.elements("a"))
    assert (built / posixpath.dirname(old) / way / "index.html").resolve().is_file()
    assert refresh is None or refresh.attr("content") == f"0; url={way}"
    assert f'<noscript><meta http-equiv="refresh" content="0; url={way}"></noscript>' in html
    assert '<meta name="robots" content="noindex">' in html
    canonical = "https://protocol.example.org/pathways/first-contact/"
    assert f'<link rel="canonical" href="{canonical}">' in html
    assert not check_document(document)


def test_an_old_address_is_in_no_list_of_pages(built):
    assert "/first/" not in (built / "sitemap.xml").read_text("utf-8")
    assert (built / "assets/javascripts/moved.js").is_file()


def test_an_old_anchor_is_in_the_heading_it_leads_to(built):
    html = (built / "pathways/first-contact/index.html").read_text("utf-8")
    assert '<h1 id="first-contact"><span class="hr-anchor" id="beginning"></span>First' in html


def test_the_published_map_of_references_is_there(built):
    assert json.loads((built / "references.json").read_text("utf-8"))["version"] == 1


FLAT = MOVED + """
The same as [a sheet (PDF, 30 KB)](../pdf/pathways/first-contact.pdf), in
<a href="../index.html">the protocol</a> and
<a href="../pdf/protocol.pdf">its book (PDF, 99 KB)</a>.
"""


@pytest.fixture(scope="module")
def flat(tmp_path_factory):
    """The same published for servers that open no folders, with links to what is made."""
    pages = SOUND | {"pathways/first-contact.md": FLAT, "law.md": LAW_REGISTER}
    project = make_project(
        tmp_path_factory.mktemp("flat"), pages, "use_directory_urls: false\n"
    )
    done = run(project, "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    return project / "site"


def test_every_address_of_a_site_without_folders_leads_somewhere(flat):
    assert list(lost(flat)) == []
    assert list(lost_in_pdf(flat / "pdf/protocol.pdf", flat, "https://protocol.example.org/")) == []
    links = set(read((flat / "pathways/first-contact.html").resolve()).leads)
    assert {"../pdf/pathways/first-contact.pdf", "../index.html", "../pdf/protocol.pdf"} <= links


def test_an_old_address_of_a_site_without_folders_sends_readers_on(flat):
    html = (flat / "old/contact.html").read_text("utf-8")
    assert 'content="0; url=../pathways/first-contact.html"' in html
    assert 'href="https://protocol.example.org/pathways/first-contact.html"' in html


def test_every_address_of_the_template_and_of_its_pdfs_leads_somewhere(site):
    assert list(lost(site)) == []
    for file in sorted(site.rglob("*.pdf")):
        assert list(lost_in_pdf(file, site, "https://protocol.example.org/")) == []


@pytest.mark.parametrize(
    ("page", "address"),
    [("a/b.html", "c.html"), ("a/b.html", "../index.html#no"), ("index.html", "a/"),
     ("index.html", "../out.html"), ("a/b.html", "../A/b.html")],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_lost(tmp_path, page, address):
    for name in ("index.html", "a/b.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        link = f'<a href="{address}">x</a>' if name == page else '<p id="yes">x</p>'
        (tmp_path / name).write_text(link, "utf-8")
    assert list(lost(tmp_path)) == [f"{page}: {address}"]


FAULTY = """\
nav:
  - index.md
  - Pathways: pathways/first-contct.md
  - Law: /legislation/children-act-1989.md
"""
BROKEN = (
    FRONT_MATTER
    + """
# Start

See [it](pathways/first-contat.md), [that](/agencies/), [this](agencies) and
[there](pathways/first-contact.md#nowhere).
"""
)


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_what_the_program_says_of_links_and_menu_is_told_once_and_in_our_form(tmp_path, program):
    project = make_project(tmp_path / program, SOUND | {"index.md": BROKEN}, FAULTY)
    start = (project / "mkdocs.yml").read_text("utf-8").split("\n").index("nav:") + 1
    more = ("-f", "mkdocs.yml") if program == "properdocs" else ()
    done = run(project, program, "build", *more)
    said = done.stderr
    assert f'mkdocs.yml:{start + 2}:15: error: the menu names "pathways/first-contct.md"' in said
    assert "help: did you mean pathways/first-contact.md?" in said
    assert f"mkdocs.yml:{start + 3}:10: error: the menu names" in said
    assert 'docs/agencies/adult-social-care.md:1:1: warning: "Adult social care" is not in' in said
    assert 'docs/index.md:13:5: error: link to "pathways/first-contat.md"' in said
    for words in ("Doc file", "contains a link", "configuration", "not included in the"):
        assert words not in said
    assert said.count("first-contat.md") == 1
    assert "program-warning" not in said


def test_pages_that_the_settings_leave_out_of_the_menu_on_purpose_are_no_fault(tmp_path):
    settings = "nav: [index.md]\nnot_in_nav: |\n  /agencies/\n  /legislation/\n  /pathways/\n"
    project = make_project(tmp_path / "hidden", SOUND, settings)
    assert "page-not-in-menu" not in run(project, *CHECK).stdout


def test_the_menu_of_settings_that_others_build_on_is_named_in_its_own_file(tmp_path):
    project = make_project(tmp_path / "child", SOUND, "nav:\n  - index.md\n  - gone.md\n")
    (project / "mkdocs.yml").rename(project / "base.yml")
    (project / "mkdocs.yml").write_text("INHERIT: base.yml\n", "utf-8")
    assert 'error: the menu names "gone.md"' in run(project, *CHECK).stdout
    assert "base.yml:" in run(project, *CHECK).stdout


# Since an edition --------------------------------------------------------------------------------


@pytest.fixture
def versioned(tmp_path):
    """A project in git with one edition."""
    pages = SOUND | {
        "pathways/stay.md": FRONT_MATTER.replace("A page", "Stay") + "\n# Stay\n\n## Contact\n",
        "forms/form.docx": "A form.\n",
        "index.md": SOUND["index.md"] + "\n[Stay](pathways/stay.md), [form](forms/form.docx)\n"
        "\nBegin at step 3 of the first contact pathway.\n",
    }
    project = make_project(tmp_path / "versioned", pages)
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "1"], ["tag", "v1"]):
        names = ["-c", "user.name=Me", "-c", "user.email=me@example.org"]
        subprocess.run(["git", *names, *command], cwd=project, check=True)
    return project


def change(project, old_paths="", old_anchors=""):
    """Move a pathway, rename a heading, remove a form."""
    docs = project / "docs"
    text = (docs / "pathways/first-contact.md").read_text("utf-8")
    (docs / "pathways/first-contact.md").unlink()
    (docs / "forms/form.docx").unlink()
    moved = text.replace("audience: staff\n", f"audience: staff\n{old_paths}")
    stay = (docs / "pathways/stay.md").read_text("utf-8").replace("## Contact", "## Contacts")
    stay = stay.replace("audience: staff\n", f"audience: staff\n{old_anchors}")
    index = FRONT_MATTER + "\n# Start\n\n[One](pathways/contact.md), [stay](pathways/stay.md)\n"
    write_files(
        project,
        {"pathways/contact.md": moved, "pathways/stay.md": stay, "index.md": index},
    )


def test_a_check_since_an_edition_lists_every_address_that_would_die(versioned):
    assert run(versioned, *CHECK, "--since", "v1").returncode == 0
    change(versioned)
    done = run(versioned, *CHECK, "--since", "v1")
    assert done.returncode == 1
    assert (
        'docs/pathways/contact.md:1:1: error: /pathways/first-contact/ was the address of "First '
        'contact" in v1 and would be none now [address-lost]\n'
        "    help: add here: old_paths: [pathways/first-contact.md]\n"
    ) in done.stdout
    assert (
        "docs/pathways/stay.md:1:1: error: /pathways/stay/#contact was an address in v1 and would "
        "be none now [anchor-lost]\n    help: add here: old_anchors: [contact -> contacts]\n"
    ) in done.stdout
    assert "docs/forms/form.docx:1:1: error: /forms/form.docx was an address in v1" in done.stdout
    assert "address-lost" not in run(versioned, *CHECK).stdout, "only when asked"


def test_a_check_since_an_edition_finds_numbers_whose_step_has_moved(versioned):
    arrow = "ask -->|Yes| "
    text = PATHWAY.replace(arrow, f'{arrow}call["Call the duty desk"] --> ')
    write_files(versioned, {"pathways/first-contact.md": text})
    done = run(versioned, *CHECK, "--since", "v1")
    assert (
        '"step 3 of the first contact pathway" was "Visit within 5 working days" in v1, which is '
        "step 4 now [reference-number-moved]"
    ) in done.stdout
    assert "reference-number-moved" not in run(versioned, *CHECK).stdout, "only when asked"


def test_addresses_that_are_kept_are_no_fault(versioned):
    change(
        versioned,
        "old_paths: [pathways/first-contact.md]\n", "old_anchors: [contact -> contacts]\n",
    )  # fmt: skip
    write_files(versioned, {"forms/form.docx": "A form.\n"})
    done = run(versioned, *CHECK, "--since", "v1")
    assert "-lost" not in done.stdout
    built = run(versioned, "mkdocs", "build")
    assert built.returncode == 0, built.stderr
    assert (versioned / "site/pathways/first-contact/index.html").is_file()


def test_the_template_itself_is_sound():
    done = run(ROOT, *CHECK, "--strict")
    assert done.returncode == 0, done.stdout
