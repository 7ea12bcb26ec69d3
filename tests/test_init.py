"""`handrail init` starts a protocol of an authority's own from the template."""

import re
import subprocess

import pytest
from projects import SOUND, call, run, write_files
from protocol import FRONT_MATTER, ROOT

from handrail.read.folder import pages_below
from handrail.read.pages import read_page
from handrail.write.nations import foreign, without

FLAGS = ("--name", "Westshire County Council", "--nations", "England", "--email-domain",
         "westshire.gov.uk")  # fmt: skip


def init(folder, *flags):
    return call("init", str(folder), *flags)


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """A protocol for a council in England, and what was said of it."""
    folder = tmp_path_factory.mktemp("started") / "westshire"
    return folder, init(folder, *FLAGS)


def test_it_holds_what_a_protocol_needs_and_nothing_that_only_handrail_needs(started):
    folder, said = started
    assert said.returncode == 0, said.stderr
    names = {path.name for path in folder.iterdir()} - {".git"}
    needed = {"docs", "hooks", "overrides", "mkdocs.yml", "Makefile", "README.md", "tests",
              "CONTRIBUTING.md", "LICENSE", "LICENCES.md", "pyproject.toml", "requirements.txt",
              "requirements-test.txt"}  # fmt: skip
    assert needed <= names
    assert not names & {"benchmarks", "CHANGELOG.md", "site", ".venv"}
    assert [path.name for path in (folder / "tests").iterdir()] == ["test_protocol.py"]
    assert (folder / "hooks/handrail/rules/examples/pathways/step-dead-end.md").is_file()
    guides = [folder / "CONTRIBUTING.md", *(folder / "docs/manual").glob("*.md")]
    told = "\n".join(path.read_text("utf-8") for path in guides)
    assert not re.search(r"tests/(?:rules|search)|benchmarks/|axe-core", told)


def test_what_is_known_is_filled_in(started):
    folder, _ = started
    pages = "\n".join(path.read_text("utf-8") for path in pages_below(folder / "docs"))
    assert "services in Westshire." in pages
    assert "[[Fill in: name of the council]]" not in pages
    settings = (folder / "mkdocs.yml").read_text("utf-8")
    assert "organisation: Westshire County Council and partners  #" in settings
    assert "      - westshire.gov.uk\n" in settings


def test_law_of_other_nations_is_left_out_of_pages_and_menu(started):
    folder, _ = started
    assert not list((folder / "docs/legislation").glob("*scotland*"))
    assert not re.search("scotland|Northern Ireland", (folder / "mkdocs.yml").read_text("utf-8"))
    equality = (folder / "docs/legislation/equality-act-2010.md").read_text("utf-8")
    assert "  - Scotland\n" in equality, "where a law applies is a fact"


def test_law_that_is_shared_with_england_stands_under_no_nations_name_elsewhere(tmp_path):
    assert init(tmp_path / "x", *FLAGS[:2], "--nations", "Wales", *FLAGS[4:]).returncode == 0
    settings = (tmp_path / "x/mkdocs.yml").read_text("utf-8")
    assert "- England:" not in settings
    shared = "      - Shared with other nations:\n          - legislation/children-act-1989.md\n"
    assert shared in settings
    register = (tmp_path / "x/docs/legislation/index.md").read_text("utf-8")
    assert "| [Equality Act 2010](equality-act-2010.md) |" in register
    assert not re.search("England|Scotland|Northern Ireland", register)
    control_block = (tmp_path / "x/docs/protocol/review-and-governance.md").read_text("utf-8")
    assert "\n| Nation | Wales |\n" in control_block


@pytest.mark.slow
@pytest.mark.parametrize("nations", ["England", "Scotland"])
def test_the_check_finds_no_error_in_what_was_started(tmp_path, started, nations):
    folder = started[0]
    if nations != "England":
        folder = tmp_path / "x"
        said = init(folder, *FLAGS[:2], "--nations", nations, *FLAGS[4:])
        assert "places now say [[Fill in: the law of ...]]" in said.stdout
    strict = ["--strict"] if nations == "England" else []
    done = run(folder, "handrail.cli", "check", *strict, PYTHONPATH=str(folder / "hooks"))
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_its_own_tests_pass_on_a_protocol_that_was_changed(started, tmp_path):
    folder = tmp_path / "x"
    subprocess.run(["cp", "-r", started[0], folder], check=True)
    subprocess.run(["rm", "-r", folder / "docs"], check=True)
    write_files(folder, SOUND)
    settings = (folder / "mkdocs.yml").read_text("utf-8")
    settings = re.sub(r"^nav:\n(?: .*\n)+", "", settings, flags=re.MULTILINE)
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    done = run(folder, "pytest", "-p", "no:cacheprovider", PYTHONPATH=str(folder / "hooks"))
    assert done.returncode == 0, done.stdout


def test_it_is_kept_in_git_from_the_start(started):
    folder, said = started
    if "Kept it as the first commit" not in said.stdout:
        pytest.skip("git does not know who commits here")
    status = ["git", "status", "--porcelain"]
    assert subprocess.run(status, cwd=folder, capture_output=True, check=True).stdout == b""


def test_its_makefile_installs_as_ours_does():
    ours, theirs = (
        (ROOT / path / "Makefile").read_text("utf-8")
        for path in (".", "hooks/handrail/write/protocol")
    )
    for part in (r"# Once, and again.*?touch \$@\n", r"define install\n.*"):
        assert re.search(part, ours, re.DOTALL)[0] == re.search(part, theirs, re.DOTALL)[0]


def test_a_folder_that_holds_anything_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    done = init(tmp_path, *FLAGS)
    assert done.returncode == 2
    assert "is not empty; name a new folder" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_folder_inside_handrail_is_refused():
    done = init(ROOT / "westshire", *FLAGS)
    assert (done.returncode, "inside this copy of Handrail" in done.stderr) == (2, True)


def test_a_started_protocol_is_no_template(started, tmp_path):
    hooks = str(started[0] / "hooks")
    done = run(tmp_path, "handrail.cli", "init", "x", *FLAGS, PYTHONPATH=hooks)
    assert (done.returncode, "the template is not here" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--nations", "Englund"), '"Englund" is none of the answers; did you mean "England"?'),
        (("--email-domain", "a b"), '"a b" is no domain'),
        ((), "--name: an answer is needed, such as: Westshire County Council"),
    ],
)
def test_a_wrong_answer_starts_nothing(tmp_path, flags, said):
    done = init(tmp_path / "x", *flags)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "x").exists()


# Law of other nations -----------------------------------------------------------------------------


def law(title, *nations):
    return FRONT_MATTER.replace("A page", title).replace(
        "type: section", f"type: legislation\nnations: [{', '.join(nations)}]\nstanding: in force"
    )


LAWS = {
    "law/act.md": law("Act 1989", "England", "Wales"),
    "law/asp.md": law("Scottish Act 2016", "Scotland"),
    "law/equality.md": law("Equality Act 2010", "England", "Wales", "Scotland"),
}


def left(body, *nations):
    """What is left of a page's Markdown in a protocol for the nations."""
    files = LAWS | {"a.md": FRONT_MATTER + body}
    pages = [read_page(f"docs/{uri}", uri, text.encode()) for uri, text in files.items()]
    out = foreign(pages, nations)
    return without(pages[-1], out).removeprefix(FRONT_MATTER)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("It differs. See [it](law/asp.md#s-1).\n", "It differs.\n"),
        ("By [the Act](law/asp.md) it is.\n", "By the Act it is.\n"),
        ("[Here](law/act.md) it stays.\n", "[Here](law/act.md) it stays.\n"),
        ("- Scotland: [x](law/asp.md)\n- England: y\n", "- England: y\n"),
        ("- [The Act](law/asp.md)\n- Two\n", "- Two\n"),
        ("## Scotland\n\nWords.\n\n## England\n\nMore.\n", "## England\n\nMore.\n"),
        (
            "## Law\n\n| A | B |\n|---|---|\n| [x](law/asp.md) | y |\n\n## Two\n\nWords.\n",
            "## Two\n\nWords.\n",
        ),
        (
            "| Idea | England | Scotland |\n|---|---|---|\n| Carer | [1](law/act.md) | Yes |\n",
            "| Subject | England |\n|---|---|\n| Carer | [1](law/act.md) |\n",
        ),
        (
            "## Scotland\n\n| A |\n|---|\n| [x](law/asp.md) |\n| [z](law/equality.md) |\n",
            "## Shared with other nations\n\n| A |\n|---|\n| [z](law/equality.md) |\n",
        ),
    ],
)  # fmt: skip
def test_what_is_about_another_nation_goes(body, expected):
    assert left(body, "England") == expected


def test_where_the_text_rests_on_law_of_england_there_is_a_place_to_fill_in():
    assert left("By [section 1](law/act.md#section-1) it is.\n", "Scotland") == (
        "By [[Fill in: the law of Scotland in place of section 1]] it is.\n"
    )


def test_law_that_applies_in_one_of_the_nations_stays():
    body = "[One](law/equality.md) and [two](law/asp.md).\n"
    assert left(body, "England", "Scotland") == body


def test_nothing_changes_for_all_four_nations():
    body = "| Idea | England | Scotland |\n|---|---|---|\n| A | B | C |\n"
    assert left(body, "England", "Wales", "Scotland", "Northern Ireland") == body
