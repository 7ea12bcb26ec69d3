"""`handrail new` starts a page that passes the check, from a few words."""

import os
import select
import sys

import pytest
from projects import SOUND, call, environ, make_project, run, write_files
from protocol import FRONT_MATTER

from handrail.write.ask import Question, WrongAnswer, put
from handrail.write.menu import menu_line

MENU = """
nav:
  - Start: index.md
  - Pathways:
      - pathways/first-contact.md
  - Law:
      - legislation/children-act-1989.md
  - Agencies:
      - agencies/index.md
      - agencies/adult-social-care.md
"""
INDEX = (
    FRONT_MATTER.replace("A page", "Agencies")
    + """
# Agencies

| Service | Leads on |
|---|---|
| [Adult social care](adult-social-care.md) | A parent's support |
"""
)
PAGES = {
    "pathway": ("--title", "A letter", "--start", "A parent asks for help with a letter",
                "--agencies", "adult social care", "--law", "section 17 of the Children Act 1989",
                "--owner", "Head of service"),
    "instrument": ("--title", "Autism Act 2009", "--nations", "england, wales",
                   "--provisions", "section 1, section 2(1)(b)", "--owner", "Legal adviser"),
    "agency": ("--title", "Fire service", "--phone", "01632 960100", "--out-of-hours",
               "01632 960190", "--kind", "signatory", "--owner", "Area manager"),
    "champions": ("--agency", "Adult social care", "--post", "Champion, letters", "--team",
                  "Letters", "--phone", "07700 900123", "--email", "letters@example.org"),
    "section": ("--folder", "pathways", "--title", "Yes: we do", "--owner", "Coordinator"),
}  # fmt: skip


def new(project, kind, *flags):
    return call("new", "--project", str(project), kind, *flags)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small protocol to which a page of each kind was added, and what was said of each."""
    folder = make_project(
        tmp_path_factory.mktemp("new") / "p", SOUND | {"agencies/index.md": INDEX}
    )
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + MENU, "utf-8")
    said = {kind: new(folder, kind, *flags) for kind, flags in PAGES.items()}
    return folder, said


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("pathway", "pathways/a-letter.md"),
        ("instrument", "legislation/autism-act-2009.md"),
        ("agency", "agencies/fire-service.md"),
        ("champions", "champions/adult-social-care.md"),
        ("section", "pathways/yes-we-do.md"),
    ],
)
def test_a_page_of_each_kind_is_written_and_stands_in_the_menu(project, kind, path):
    folder, said = project
    assert said[kind].returncode == 0, said[kind].stderr
    assert said[kind].stdout.startswith(
        f"Wrote docs/{path}\nAdded it to the menu: mkdocs.yml, line "
    )
    assert (folder / "docs" / path).is_file()
    assert f"- {path}\n" in (folder / "mkdocs.yml").read_text("utf-8")


def test_the_check_finds_no_error_in_any_of_them(project):
    done = run(project[0], "handrail.cli", "check")
    rules = {line.rpartition(" ")[2] for line in done.stdout.splitlines() if line[:1] != " "}
    assert done.returncode == 0, done.stdout
    # Nothing links to the pages yet but the list of agencies.
    assert rules <= {"[page-never-linked]", "[instrument-never-cited]"}, done.stdout


def test_the_page_of_the_folder_lists_it(project):
    text = (project[0] / "docs/agencies/index.md").read_text("utf-8")
    assert text.endswith(
        "| [Fire service](fire-service.md) | [[Fill in: what the page is for, in one sentence]] |\n"
    )


def test_a_page_is_never_written_over(project):
    again = new(project[0], "pathway", *PAGES["pathway"])
    assert (again.returncode, again.stdout) == (2, "")
    assert "docs/pathways/a-letter.md is there already" in again.stderr


def test_a_script_hears_of_everything_that_is_wrong_at_once(project):
    done = new(project[0], "champions", "--agency", "Adult care", "--email", "a@gmail.com")
    assert done.returncode == 2
    assert 'no agency is called "Adult care"; did you mean "Adult social care"?' in done.stderr
    assert "gmail.com gives addresses to anybody; write the work address" in done.stderr
    assert "--post: an answer is needed" in done.stderr


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (
            ("--title", "Autism Act 2010", "--key", "ukpga/2009/15"),
            'ukpga/2009/15 is the "Autism Act 2009"',
        ),
        (("--title", "Care Act 2014", "--key", "2014 c 23"), "is not a type, a year and a number"),
        (("--title", "A | B"), "please write it without |"),
        (("--title", "Some Act 2020", "--nations", "Englund"), 'did you mean "England"?'),
        (("--title", "Some Act 2020", "--provisions", "the ninth"), '"the ninth" is no provision'),
    ],
)
def test_a_wrong_answer_gets_a_plain_sentence(project, flags, said):
    assert said in new(project[0], "instrument", *flags).stderr


def test_a_wrong_answer_is_asked_again():
    typed, said = iter(["", "9", "yes"]), []

    def read(words, _):
        if words.isdigit():
            raise ValueError("write words")
        return words

    found = put(
        [Question("sure", "Sure?", "yes", read)], {}, lambda prompt: next(typed), said.append
    )
    assert found == {"sure": "yes"}
    assert said == ["an answer is needed, such as: yes", "write words"]


def test_a_script_is_not_asked():
    with pytest.raises(WrongAnswer, match="--for-whom: an answer is needed, such as: staff"):
        put([Question("for_whom", "For whom?", "staff")], {}, None, print)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_on_a_terminal_the_questions_are_asked_one_by_one(tmp_path):
    import pty

    project = make_project(tmp_path / "p")
    try:
        pid, terminal = pty.fork()
    except OSError:
        pytest.skip("this machine has no terminals")
    if not pid:
        os.chdir(project)
        command = [sys.executable, "-m", "handrail.cli", "new", "section"]
        os.execve(sys.executable, command, environ({}))
    heard = b""
    for answer in (b"pathways", b"Two homes", b"", b"Coordinator", b"public"):
        heard = _until(b"> ", terminal, heard)
        os.write(terminal, answer + b"\n")
    heard = _until(b"handrail check", terminal, heard)
    os.waitpid(pid, 0)
    assert b"Which role answers for it?" in heard
    assert (
        (project / "docs/pathways/two-homes.md")
        .read_text("utf-8")
        .startswith("---\ntitle: Two homes\n")
    )


def _until(words: bytes, terminal: int, heard: bytes) -> bytes:
    """Everything heard until the terminal says the words anew."""
    start = len(heard)
    while words not in heard[start:]:
        assert select.select([terminal], [], [], 30)[0], heard
        heard += os.read(terminal, 4096)
    return heard


def test_it_stands_where_most_pages_of_its_folder_are():
    menu = (
        "nav:", "  - One:", "      - a/one.md", "      - a/two.md", "  - B:", "      - a/odd.md",
    )  # fmt: skip
    mend = menu_line(menu, "a/new.md", ["a/one.md", "a/two.md", "a/odd.md"])
    assert (mend.line, mend.after) == (5, "      - a/new.md")


def test_what_a_menu_cannot_take_is_left_to_its_writer(tmp_path):
    project = make_project(tmp_path / "p", settings="\nnav: [index.md]\n")
    done = new(project, "section", "--folder", "pathways", "--title", "Two homes", "--owner", "A")
    assert "Add it to the menu: - pathways/two-homes.md under nav: in mkdocs.yml" in done.stdout
    assert "nav: [index.md]\n" in (project / "mkdocs.yml").read_text("utf-8")


def test_outside_a_project_a_plain_sentence_is_said(tmp_path):
    write_files(tmp_path, {"index.md": "# Start\n"})
    done = new(tmp_path, "section")
    assert (done.returncode, "there is no mkdocs.yml" in done.stderr) == (2, True)
