"""A build publishes a complete, clean site or nothing, and says why in plain words."""

import json
import os
import resource
import signal
import subprocess
import sys
import time

import pytest
from projects import SOUND, environ, make_project, run, tree, write_files
from protocol import FRONT_MATTER

BUILD = ("mkdocs", "build")
BROKEN = {
    "no front matter": (
        {"index.md": "# Start\n"},
        "docs/index.md:1:1: error: the page has no front matter",
    ),
    "front matter that is no YAML": (
        {"index.md": '---\ntitle: "Start\nowner: Me\n---\n# Start\n'},
        "docs/index.md:",
    ),
    "a lost front-matter fence": (
        {"index.md": "---\ntitle: Start\n# Start\n"},
        "docs/index.md:2:1: error: the front matter has no line --- below it",
    ),
    "a diagram with a stray bracket": (
        {"pathways/first-contact.md": SOUND["pathways/first-contact.md"].replace('?"}', '?"')},
        "docs/pathways/first-contact.md:18:50: error: a box is opened but its",
    ),
    "a link to nowhere": (
        {"index.md": FRONT_MATTER + "\n# Start\n\nSee [it](pathways/first-contat.md).\n"},
        'docs/index.md:13:5: error: link to "pathways/first-contat.md", which does not exist',
    ),
    "a link to no heading": (
        {"index.md": FRONT_MATTER + "\n# Start\n\n[first](pathways/first-contact.md#steps)\n"},
        'docs/index.md:13:1: error: "First contact" has no heading #steps',
    ),
    "a champion row with a missing cell": (
        {"champions.md": FRONT_MATTER.replace("section", "champions\nagency: index.md")
         + "\n# Champions\n\n| Post | Phone |\n|---|---|\n| Champion, north |\n"},
        'docs/champions.md:16:1: error: the row of "Champion, north" has 1 cell,',
    ),
    "a champions page whose table lost its line of dashes": (
        {"champions.md": FRONT_MATTER.replace("section", "champions\nagency: index.md")
         + "\n# Champions\n\n| Post | Phone |\n| Champion, north | 01632 960101 |\n"},
        "docs/champions.md:11:1: error: the page is for champions, but no table",
    ),
    "a character that nobody can see": (
        {"index.md": FRONT_MATTER + "\n# Start\n\nA\x00B\n"},
        "docs/index.md:13:2: error: the page holds the control character U+0000",
    ),
    "a page that is not UTF-8": (
        {"index.md": FRONT_MATTER.encode() + "# Café\n".encode("latin-1")},
        "docs/index.md:10:6: error: the file is not saved as UTF-8",
    ),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A project with a published site."""
    project = make_project(tmp_path_factory.mktemp("built"))
    done = run(project, *BUILD)
    assert done.returncode == 0, done.stderr
    return project


@pytest.fixture
def published(built):
    """The same, put back after a test that changed its pages."""
    before = tree(built / "site")
    yield built
    assert tree(built / "site") == before, "the published site was touched"
    for path in (built / "docs").rglob("*.md"):
        path.unlink()
    write_files(built, SOUND)


def test_a_sound_protocol_is_published_with_its_record(built):
    record = json.loads((built / "site/handrail.json").read_text())
    assert record["counts"] == {
        "pages": 4, "pathways": 1, "instruments": 1, "agencies": 1, "champions": 0, "warnings": 0,
    }  # fmt: skip
    assert record["date"] == "2026-11-21"
    assert record["edition"] == "Template draft"
    assert all((built / "site" / pdf).stat().st_size for pdf in record["pdfs"])


def test_nothing_is_left_beside_the_published_site(built):
    assert {path.name for path in built.iterdir()} == {".handrail", "docs", "mkdocs.yml", "site"}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_fault_is_named_at_its_line_and_the_published_site_stays(published, fault):
    files, expected = BROKEN[fault]
    write_files(published, files)
    done = run(published, *BUILD)
    assert done.returncode == 1
    assert expected in done.stderr
    assert "Nothing was published." in done.stderr
    assert "Traceback" not in done.stderr


def test_all_faults_of_all_pages_are_told_at_once(published):
    for files, _ in BROKEN.values():
        write_files(published, files)
    done = run(published, *BUILD)
    assert {line.split(":")[0] for line in done.stderr.splitlines() if ": error: " in line} >= {
        "docs/index.md", "docs/champions.md", "docs/pathways/first-contact.md",
    }  # fmt: skip


def test_a_check_leaves_the_published_site_alone(published):
    done = run(published, "handrail.cli", "check")
    assert done.returncode == 0, done.stderr
    names = {path.name for path in published.iterdir()}
    assert names == {".handrail", "docs", "mkdocs.yml", "site"}


def test_settings_without_the_hooks_are_refused_before_anything_is_touched(published):
    settings = published / "mkdocs.yml"
    whole = settings.read_text()
    settings.write_text(whole[: whole.index("hooks:")] + whole[whole.index("plugins:") :])
    for command in ("check", "build"):
        done = run(published, "handrail.cli", command)
        assert done.returncode == 2
        assert "mkdocs.yml does not name Handrail's hooks" in done.stderr
    settings.write_text(whole)


def test_what_is_no_ordinary_file_is_reported_and_never_waited_for(published):
    os.mkfifo(published / "docs/pipe.md")
    (published / "docs/lost.md").symlink_to("nowhere.md")
    (published / "docs/round").symlink_to(".")
    done = run(published, *BUILD)
    (published / "docs/round").unlink()
    assert done.stderr.count("docs/round") == 1
    assert "docs/round:1:1: error: the file is a link to a place outside" in done.stderr
    assert "docs/pipe.md:1:1: error: the file is a link to a place outside" in done.stderr
    assert "docs/lost.md:1:1: error: the file is a link to a place outside" in done.stderr


def test_a_file_whose_name_cannot_be_an_address_is_named(published):
    file = published / "docs/two\nlines.md"
    file.write_text(SOUND["index.md"])
    done = run(published, *BUILD)
    file.unlink()
    assert done.returncode == 1
    assert r"the name of the file 'two\nlines.md' in the docs folder cannot be an address" in (
        done.stderr
    )


def test_an_empty_docs_folder_publishes_nothing(published):
    for path in (published / "docs").rglob("*.md"):
        path.unlink()
    done = run(published, *BUILD)
    assert done.returncode == 1
    assert "docs:1:1: error: the docs folder holds no pages" in done.stderr


def test_a_link_in_the_file_system_cannot_bring_a_file_of_the_machine_into_the_site(published):
    (published / "docs/secret.md").symlink_to("/etc/hostname")
    (published / "docs/secret.png").symlink_to("/etc/hostname")
    done = run(published, *BUILD)
    (published / "docs/secret.png").unlink()
    assert "docs/secret.md:1:1: error: the file is a link to a place outside" in done.stderr
    assert "docs/secret.png:1:1: error: the file is a link to a place outside" in done.stderr


@pytest.mark.parametrize("place", ["../elsewhere", "."])
def test_a_docs_folder_outside_the_project_is_refused_in_one_sentence(tmp_path, place):
    project = make_project(tmp_path / "project")
    (project / "docs").rename(tmp_path / "elsewhere")
    (project / "docs").symlink_to(place)
    done = run(project, "handrail.cli", "check")
    assert done.returncode == 2
    assert done.stderr.strip() == (
        f"the docs folder is {(project / place).resolve()}, which is not inside the project, and "
        "was not read; put the folder itself, no link to it, by mkdocs.yml"
    )


def test_a_docs_folder_may_be_a_link_to_another_folder_of_the_project(tmp_path):
    project = make_project(tmp_path)
    (project / "docs").rename(project / "pages")
    (project / "docs").symlink_to("pages")
    done = run(project, "handrail.cli", "check")
    assert done.returncode == 0
    assert "No findings." in done.stderr


def test_a_full_disk_is_told_in_one_sentence_and_the_published_site_stays(published):
    done = subprocess.run(
        [sys.executable, "-m", *BUILD],
        cwd=published,
        env=environ({}),
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)),
        check=False,
    )
    assert done.returncode == 1
    assert "The build stopped, and nothing was published: File too large" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_that_breaks_the_renderer_is_named_and_the_published_site_stays(published):
    write_files(published, {"deep.md": FRONT_MATTER + "\n# Deep\n\n" + "- " * 3000 + "x\n"})
    done = run(published, *BUILD)
    assert done.returncode == 1
    assert "Error reading page 'deep.md'" in done.stderr
    assert "The build stopped, and nothing was published: RecursionError" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_ends_by_saying_where_everything_is(built):
    said = run(built, *BUILD).stdout
    assert "The site         site/" in said
    assert "The protocol     site/pdf/protocol.pdf" in said
    assert "Pathway sheets   site/pdf/pathways/ (1)" in said
    assert "Without network  site/handrail-offline.zip" in said
    assert "http.server -d site" in said


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one_whole(tmp_path):
    project = make_project(tmp_path / "killed")
    assert run(project, *BUILD).returncode == 0
    old = tree(project / "site")
    write_files(project, {"index.md": SOUND["index.md"] + "\nNew words.\n"})
    started = time.monotonic()
    assert run(project, *BUILD, "-d", str(tmp_path / "other")).returncode == 0
    lasts = time.monotonic() - started
    new = tree(tmp_path / "other")
    for share in range(1, 25):
        build = subprocess.Popen(
            [sys.executable, "-m", *BUILD], cwd=project, env=environ({}),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(lasts * share / 22)
        build.send_signal(signal.SIGKILL)
        build.wait()
        assert tree(project / "site") in (old, new)
    assert run(project, *BUILD).returncode == 0
    assert tree(project / "site") == new
    assert {path.name for path in project.iterdir()} == {".handrail", "docs", "mkdocs.yml", "site"}


def test_two_builds_of_the_same_sources_on_the_same_day_are_alike_to_the_byte(built, tmp_path):
    (built / ".handrail/prints").rename(tmp_path / "prints")  # or nothing would be printed
    assert run(built, *BUILD, "-d", str(tmp_path / "again")).returncode == 0
    assert tree(tmp_path / "again") == tree(built / "site")


def test_a_second_build_at_the_same_time_is_turned_away(published):
    from handrail.publish.stage import Stage

    stage = Stage(published / "site")
    stage.open()
    done = run(published, *BUILD)
    stage.close()
    assert done.returncode == 1
    assert "another build is writing site; wait until it is done" in done.stderr


def test_a_strict_build_stops_at_warnings(published):
    overdue = SOUND["index.md"].replace("2027-05-21", "2026-05-21")
    write_files(published, {"index.md": overdue})
    done = run(published, *BUILD, "--strict")
    assert done.returncode == 1
    assert "docs/index.md:7:1: warning: the review was due by 2026-05-21" in done.stderr


def test_a_wrong_setting_is_told_in_one_sentence(tmp_path):
    project = make_project(tmp_path / "wrong")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("edition:", "editon:"))
    done = run(project, *BUILD)
    assert done.returncode == 1
    line = 1 + settings.read_text()[: settings.read_text().index("editon:")].count("\n")
    fact = "extra: handrail: editon: is not a setting; did you mean edition?"
    assert f"mkdocs.yml:{line}:5: error: {fact}" in done.stderr


def test_properdocs_publishes_the_same_pages(built, tmp_path):
    done = run(built, "properdocs", "build", "-f", "mkdocs.yml", "-d", str(tmp_path / "proper"))
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "proper").keys() >= tree(built / "site").keys() - {"404.html"}


def test_a_diagram_that_cannot_be_drawn_is_left_to_the_browser_with_a_script_of_the_site(tmp_path):
    later = FRONT_MATTER + "\n# Later\n\n```mermaid\nnewkind-beta\n  a --> b\n```\n"
    later += '\n??? note "In words"\n\n    First a, then b.\n'
    project = make_project(tmp_path / "later", SOUND | {"later.md": later})
    done = run(project, *BUILD)
    assert done.returncode == 0, done.stderr
    assert "docs/later.md:14:1: warning: the diagram cannot be drawn" in done.stderr
    page = (project / "site/later/index.html").read_text()
    assert "../assets/javascripts/mermaid.min.js" in page
    assert (project / "site/assets/javascripts/mermaid.min.js").stat().st_size > 1_000_000
    assert "mermaid" not in (project / "site/pathways/first-contact/index.html").read_text()
