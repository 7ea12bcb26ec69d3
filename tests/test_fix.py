"""`handrail fix` mends what is safe to mend, shows it, and changes nothing else."""

import re
import subprocess
import textwrap

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import call, make_project
from protocol import FRONT_MATTER, ROOT, extensions

from handrail.read.pages import read_page
from handrail.write.fix import fix, report, write
from handrail.write.source import Source

quickly = settings(max_examples=150, deadline=None, derandomize=True, database=None)


@pytest.fixture
def mend(tmp_path):
    """Mends a project of the given files; returns what is said, and the files afterwards."""

    def mended(files, menu="", renamed=()):
        for uri, content in files.items():
            path = tmp_path / "docs" / uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        (tmp_path / "mkdocs.yml").write_text(menu, "utf-8")
        found = fix(tmp_path, tmp_path / "docs", dict(renamed))
        write(tmp_path, found)
        assert not fix(tmp_path, tmp_path / "docs", dict(renamed)), "mended twice, it differs"
        now = {uri: tmp_path / "docs" / uri for uri in files}
        return list(report(found)), {u: p.read_text("utf-8", "replace") for u, p in now.items()}

    return mended


def body(text: str) -> str:
    return FRONT_MATTER + textwrap.dedent(text)


def test_dates_in_other_forms_are_written_year_month_day(mend):
    text = FRONT_MATTER.replace("2027-05-21", "21/5/2027").replace(
        "audience: staff",
        'approved: "3rd March 2026"\nchanges:\n  - 4.11.2026: Visits\naudience: staff',
    )
    said, files = mend({"a.md": text})
    assert said == [
        "docs/a.md:7: date: review_by: 21/5/2027 → review_by: 2027-05-21",
        'docs/a.md:8: date: approved: "3rd March 2026" → approved: "2026-03-03"',
        "docs/a.md:10: date:   - 4.11.2026: Visits →   - 2026-11-04: Visits",
    ]
    assert 'approved: "2026-03-03"' in files["a.md"]


@pytest.mark.parametrize("written", ["31/02/2026", "11/21/2026", "21/11/26", "next May", "2026"])
def test_a_date_that_may_mean_another_day_is_left_to_its_writer(mend, written):
    said, _ = mend({"a.md": FRONT_MATTER.replace("2027-05-21", written)})
    assert said == []


def test_last_confirmed_is_mended_in_a_table_of_champions(mend):
    table = "\n| Post | Last confirmed |\n|---|---|\n| Lead | 5 October 2026 |\n"
    said, _ = mend({"a.md": FRONT_MATTER.replace("section", "champions") + table})
    assert said == ["docs/a.md:13: date: | Lead | 5 October 2026 | → | Lead | 2026-10-05 |"]


@pytest.mark.parametrize(
    ("lost", "line"), [(FRONT_MATTER[4:], 1), (FRONT_MATTER[:-4] + "# A page\n", 9)]
)
def test_a_lost_fence_of_front_matter_is_put_back(mend, lost, line):
    said, files = mend({"a.md": lost + "\nSome words.\n"})
    assert said == [f"docs/a.md:{line}: fence of the front matter: nothing → ---"]
    assert files["a.md"].startswith(FRONT_MATTER)


@pytest.mark.parametrize(
    "text",
    [
        FRONT_MATTER.replace("owner", "\nowner"),  # an empty line among the entries
        "title: not front matter\n\nSome words.\n",
        "---\ntitle: A page\nfavourite: none\n\n# A page\n",
    ],
)
def test_a_fence_is_not_guessed(mend, text):
    assert mend({"a.md": text})[0] == []


def test_quotes_of_a_word_processor_become_straight(mend):
    text = FRONT_MATTER.replace("A page", "“Crisis: what to do”").replace("draft", "‘draft’")
    said, files = mend({"a.md": text.replace("audience", "also_called: [“one”, “two”]\naudience")})
    assert len(said) == 3
    page = read_page("docs/a.md", "a.md", files["a.md"].encode())
    assert (page.title, page.get("status"), page.unread) == ("Crisis: what to do", "draft", ())


def test_quotes_inside_a_value_stay(mend):
    assert mend({"a.md": FRONT_MATTER.replace("A page", "The “front door” team")})[0] == []


def test_a_table_with_uneven_spaces_gets_one_around_each_cell(mend):
    _, files = mend({"a.md": body("""
        |When|Contact |
        |:--|-:|
        | Now|999|
        Later | 101 |
    """)})  # fmt: skip
    assert files["a.md"].endswith(
        "\n| When | Contact |\n|:---|---:|\n| Now | 999 |\n| Later | 101 |\n"
    )


def test_a_table_that_was_lined_up_is_lined_up_again(mend):
    _, files = mend({"a.md": body("""
        | When  | Contact |
        |-------|---------|
        | Now, at once | 999 |
        | Later | 101     |
    """)})  # fmt: skip
    assert files["a.md"].endswith(
        "\n| When         | Contact |\n|--------------|---------|\n"
        "| Now, at once | 999     |\n| Later        | 101     |\n"
    )


def test_a_row_with_a_cell_too_few_is_left_to_its_writer(mend):
    _, files = mend({"a.md": body("\n|A|B|C|\n|---|---|---|\n|1|2|\n|1|2|3|\n")})
    assert "\n|1|2|\n| 1 | 2 | 3 |\n" in files["a.md"]


def test_a_table_pasted_from_word_gets_signs_that_every_editor_knows(mend):
    said, files = mend({"a.md": body("\n| A | B |\n|—|—|\n\u00a0| 1 | 2 |\n")})
    assert len(said) == 2
    assert "—" not in files["a.md"]


def test_spaces_at_the_ends_of_lines_go_but_line_breaks_and_code_stay(mend):
    kept = "First line  \nsecond line\n\n```\ncode   \n```\n\n    code   \n"
    _, files = mend({"a.md": FRONT_MATTER.replace("draft", "draft  ") + "\nWords \t\n\n" + kept})
    assert files["a.md"] == FRONT_MATTER + "\nWords\n\n" + kept


MOVED = {
    "pathways/mental-health-crisis.md": FRONT_MATTER.replace("A page", "Crisis").replace(
        "audience", "old_paths: [pathways/crisis.md]\nold_anchors: [contact -> contacts]\naudience"
    ),
    "agencies/housing.md": FRONT_MATTER.replace("A page", "Housing"),
}


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("[it](pathways/crisis.md)", "[it](pathways/mental-health-crisis.md)"),
        ("[it](pathways/crisis.md#contact)", "[it](pathways/mental-health-crisis.md#contacts)"),
        ("[it](Agencies/Housing.md#a)", "[it](agencies/housing.md#a)"),
        ("[it](agencies/housing)", "[it](agencies/housing.md)"),
        ("[it](housing.md)", "[it](agencies/housing.md)"),
        ("[Housing](services/homes.md)", "[Housing](agencies/housing.md)"),
        ("[it][1]\n\n[1]: housing.md", "[it][1]\n\n[1]: agencies/housing.md"),
        ("[it](old.md)", "[it](agencies/housing.md)"),
        (
            '```mermaid\nflowchart TD\n  click a "housing.md"\n```',
            '```mermaid\nflowchart TD\n  click a "agencies/housing.md"\n```',
        ),
    ],
)
def test_a_link_follows_a_page_that_moved(mend, written, mended):
    _, files = mend(
        MOVED | {"a.md": body(f"\n{written}\n")}, renamed={"old.md": "agencies/housing.md"}
    )
    assert files["a.md"] == body(f"\n{mended}\n")


@pytest.mark.parametrize(
    "written",
    [
        "[it](nowhere.md)",
        "`[it](housing.md)`",
        "[it](https://example.org/housing.md)",
        "[it](../housing.md)",
    ],
)
def test_a_link_is_not_guessed(mend, written):
    assert mend(MOVED | {"a.md": body(f"\n{written}\n")})[0] == []


def test_a_link_that_may_lead_to_either_of_two_pages_stays(mend):
    two = {"b/team.md": FRONT_MATTER, "c/team.md": FRONT_MATTER.replace("A page", "Another")}
    assert mend(two | {"a.md": body("\n[it](team.md)\n")})[0] == []


def test_the_menu_follows_too(mend):
    said, _ = mend(MOVED, menu="nav:\n  - Crisis: pathways/crisis.md # first\n")
    assert said == [
        "mkdocs.yml:2: link:   - Crisis: pathways/crisis.md # first → "
        "  - Crisis: pathways/mental-health-crisis.md # first"
    ]


def test_nothing_but_what_is_said_changes_in_any_byte(mend, tmp_path):
    data = (
        b"\xef\xbb\xbf" + FRONT_MATTER.encode().replace(b"\n", b"\r\n") + b"\r\nWords \r\n\x0c\n\r"
    )
    mend({"a.md": data, "b.md": b"not UTF-8 \xff  \n"})
    assert (tmp_path / "docs/a.md").read_bytes() == data.replace(b"Words \r", b"Words\r")
    assert (tmp_path / "docs/b.md").read_bytes() == b"not UTF-8 \xff  \n"


@quickly
@given(st.text(alphabet="a \n\r\x0c\u2028\ufeffé"))
def test_a_file_that_is_split_into_lines_keeps_every_byte(text):
    assert Source(text.encode()).data == text.encode()


def test_a_page_outside_the_project_is_not_written_to(tmp_path, mend):
    (tmp_path / "elsewhere.md").write_text("Words \n", "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/link.md").symlink_to(tmp_path / "elsewhere.md")
    assert mend({"a.md": FRONT_MATTER})[0] == []


def test_the_template_has_nothing_to_mend():
    assert list(report(fix(ROOT, ROOT / "docs", {}))) == []


LINES = [
    "", "", "Words", "Words ", "Words  ", "  ", "# Heading  ", "- item", "- item  ", "  more ",
    "> quoted  ", "> | a |b|", "> |---|---|", "|A|B|", "| A  | B |", "|---|---|", "|:-:|---|",
    "| --- | --- |", "| a | `b|c` |", "a | b |", "|a\\|b|  c|", "|a|", "||b| ", "| a | b | c |",
    "    | a |b|", "    |---|---|", "    code  ", "\tcode \t", "```", "``` ", "~~~", "<pre>",
    "</pre>  ", "<div markdown>", "</div> ", "`code ", "code`", "<!-- note ", "-->", "!!! note ",
    "    inside  ", "1. one ", "\u00a0| a | b |\u00a0", "|—|—|", "Term ", ":   meaning  ",
    "[^1]: note  ", "---", "Words\u00a0",
]  # fmt: skip


@quickly
@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_readers_see_the_same_whatever_is_mended(tmp_path_factory, lines):
    project = tmp_path_factory.mktemp("any")
    (project / "docs").mkdir()
    (project / "mkdocs.yml").touch()
    file = project / "docs/a.md"
    file.write_text(FRONT_MATTER + "\n".join(lines), "utf-8")
    before = seen(file.read_bytes())
    write(project, fix(project, project / "docs", {}))
    assert seen(file.read_bytes()) == before
    assert fix(project, project / "docs", {}) == []


def seen(data: bytes) -> list[str]:
    """What a browser shows of a page: in code every space counts, elsewhere none at an edge."""
    names, values = extensions()
    page = read_page("docs/a.md", "a.md", data)
    html = markdown.markdown(page.body, extensions=names, extension_configs=values)
    parts = re.split(r"(<pre.*?</pre>|<code>.*?</code>)", html, flags=re.DOTALL)
    return [
        part
        if part.startswith(("<pre", "<code"))
        else re.sub(r"\s*(<[^>]*>)\s*", r"\1", " ".join(part.split()))
        for part in parts
    ]


def test_the_command_shows_what_it_would_do_and_then_does_it(tmp_path):
    project = make_project(
        tmp_path / "p", {"index.md": FRONT_MATTER.replace("2027-05-21", "21/5/2027")}
    )
    shown = call("fix", "--dry-run", "--project", str(project))
    assert (shown.returncode, shown.stdout) == (
        1,
        "docs/index.md:7: date: review_by: 21/5/2027 → review_by: 2027-05-21\n",
    )
    assert shown.stderr == "1 place in 1 file would be mended. Nothing was written.\n"
    done = call("fix", "--project", str(project))
    assert (done.returncode, done.stdout) == (0, shown.stdout)
    assert (
        done.stderr == "Mended 1 place in 1 file. Look at the changes, then run handrail check.\n"
    )
    again = call("fix", "--project", str(project))
    assert (again.returncode, again.stderr) == (0, "Nothing to mend by itself.\n")


def test_a_page_that_git_saw_move_is_found(tmp_path):
    project = make_project(
        tmp_path / "p", MOVED | {"index.md": body("\n[it](agencies/housing.md)\n")}
    )
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "One")
    git(project, "mv", "docs/agencies/housing.md", "docs/agencies/homes.md")
    done = call("fix", "--project", str(project))
    assert "(agencies/housing.md) → [it](agencies/homes.md)" in done.stdout, done.stderr


def git(project, *arguments):
    name = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *name, *arguments], cwd=project, check=True)
