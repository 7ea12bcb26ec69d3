"""A proposal is summed up for those who are asked to accept it."""

import subprocess

import pytest
from projects import PATHWAY, SOUND, make_project, run, write_files
from protocol import FRONT_MATTER
from test_champions import COLUMNS, HEAD, INDEX, ROW

OWNERS = '    owners:\n      Head of service: "@example/early-help"\n'
CHAMPIONS = {"champions/index.md": INDEX, "champions/adults.md": HEAD + COLUMNS + ROW}


def git(project, *arguments):
    quiet = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *quiet, *arguments], cwd=project, check=True, capture_output=True)


@pytest.fixture(scope="module")
def summary(tmp_path_factory):
    """What is said of a proposal that changes a pathway, a law, a champion and the pages there
    are."""
    project = make_project(tmp_path_factory.mktemp("changes") / "project", SOUND | CHAMPIONS)
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("    owners: {}", OWNERS.rstrip())
    settings.write_text("\n".join(line for line in text.split("\n") if "owners: {}" not in line))
    git(project, "init", "-b", "main")
    git(project, "add", "-A")
    git(project, "commit", "-m", "First")
    pathway = PATHWAY.replace("5 working days", "3 working days").replace("status: draft", "status: in force")  # noqa: E501
    write_files(project, {
        "pathways/first-contact.md": pathway.replace("Usual assessment", "Full assessment"),
        "legislation/children-act-1989.md": SOUND["legislation/children-act-1989.md"].replace(
            "standing: in force",
            "standing: partly in force\nprovisions: [all -> in force, section-17 -> repealed]",
        ),
        "champions/adults.md": HEAD + COLUMNS + ROW.replace("01632 960101", "01632 960109"),
        "protocol/new.md": FRONT_MATTER.replace("A page", "New @everyone page")
        + "\n# New @everyone page\n\nSee [it](gone.md).\n",
    })  # fmt: skip
    done = run(project, "handrail.cli", "changes")
    assert done.returncode == 1, done.stderr
    return done.stdout


def test_it_says_what_fails_and_how_to_mend_it(summary):
    assert "**The check:** Found " in summary
    assert '- **Error** in `docs/protocol/new.md`, line 13: link to "gone.md", which' in summary
    assert "To mend it: " in summary


def test_it_says_which_pages_changed_and_who_owns_them(summary):
    changed = "changed; status draft → in force"
    assert f"| First contact | {changed} | Head of service | `docs/pathways/first-contact.md` |" in summary  # noqa: E501
    assert "| new | Head of service | `docs/protocol/new.md` |" in summary
    assert "- Head of service (@example/early-help): " in summary
    assert "docs/index.md" not in summary


def test_it_says_which_steps_and_time_limits_changed(summary):
    assert "First contact: **time limit** within 5 working days → within 3 working days" in summary
    assert "First contact: “Usual assessment” → “Full assessment”" in summary


def test_it_says_how_law_changed(summary):
    assert "Children Act 1989: standing in force → partly in force" in summary
    assert "Children Act 1989: provision `section-17`: in force → repealed" in summary


def test_it_names_a_champions_post_and_what_changed_but_no_number(summary):
    assert "Champion, north: phone" in summary
    assert "01632" not in summary.partition("### Champions")[2]


def test_words_of_writers_call_nobody(summary):
    assert "New \\@everyone page" in summary
    assert "New @everyone" not in summary
