"""A preview follows every save, shows what is to be mended, and survives mistakes."""

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from projects import SOUND, environ, make_project, write_files
from protocol import FRONT_MATTER

pytestmark = pytest.mark.slow

BROKEN = FRONT_MATTER + "\n# Start\n\nSee [it](nowhere.md).\n"


@contextmanager
def preview(project, *program):
    """The address of a running preview."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", *program, "-a", f"127.0.0.1:{port}"], cwd=project,
        env=environ({}), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield f"http://127.0.0.1:{port}/"
        assert process.poll() is None, "the preview has ended by itself"
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(address, words):
    """The page at `address` once it holds `words`."""
    page, end = "", time.monotonic() + 30
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=5) as answer:
                page = answer.read().decode()
        except (URLError, ConnectionError, TimeoutError):
            page = ""
        if words in page:
            return page
        time.sleep(0.1)
    raise AssertionError(f"{words!r} did not come up at {address}; it shows {page[:500]!r}")


@pytest.mark.parametrize(
    "program",
    [("mkdocs", "serve"), ("properdocs", "serve", "-f", "mkdocs.yml")],
    ids=lambda program: program[0],
)
def test_a_preview_shows_faults_on_their_page_and_follows_saves(tmp_path, program):
    project = make_project(tmp_path / "preview", SOUND | {"index.md": BROKEN})
    with preview(project, *program) as address:
        page = wait_for(address, "To mend on this page")
        assert "Line 13, error:" in page
        assert "link to &#34;nowhere.md&#34;, which does not exist" in page
        write_files(project, {"index.md": SOUND["index.md"] + "\nFresh words.\n"})
        assert "To mend on this page" not in wait_for(address, "Fresh words.")
    assert not (project / "site").exists(), "a preview publishes nothing"


def test_renaming_a_page_shows_the_fault_on_the_page_that_links_to_it(tmp_path):
    project = make_project(tmp_path / "renamed")
    with preview(project, "mkdocs", "serve") as address:
        assert "To mend on this page" not in wait_for(address, "first contact")
        (project / "docs/pathways/first-contact.md").rename(project / "docs/pathways/contact.md")
        page = wait_for(address, "To mend on this page")
        assert "did you mean pathways/contact.md?" in page
        (project / "docs/pathways/contact.md").rename(project / "docs/pathways/first-contact.md")
        wait_for(f"{address}pathways/first-contact/", "First contact")


def test_a_save_brings_other_pages_up_to_date(tmp_path):
    project = make_project(tmp_path / "others")
    with preview(project, "mkdocs", "serve") as address:
        wait_for(address, "first contact")
        pathway = SOUND["pathways/first-contact.md"]
        write_files(project, {"pathways/first-contact.md": pathway.replace("Usual ", "Carers ")})
        wait_for(f"{address}pathways/first-contact/", "Carers assessment")
        wait_for(f"{address}assets/javascripts/search-index.js", "carer")
        newer = "\n```mermaid\ncrisismap-beta\n    desk --> ward\n```\n"
        write_files(project, {"pathways/first-contact.md": pathway + newer})
        wait_for(f"{address}pathways/first-contact/", "mermaid.min.js")
        with urlopen(f"{address}assets/javascripts/mermaid.min.js", timeout=5) as script:
            assert script.status == 200
        law = SOUND["legislation/children-act-1989.md"].replace("#section-17}", "#section-18}")
        write_files(project, {"legislation/children-act-1989.md": law})
        wait_for(f"{address}pathways/first-contact/", "To mend on this page")


def test_settings_that_cannot_be_read_are_explained_in_the_browser(tmp_path):
    project = make_project(tmp_path / "settings")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    with preview(project, "mkdocs", "serve") as address:
        wait_for(address, "first contact")
        (project / "mkdocs.yml").write_text(settings.replace("edition:", "editon:"), "utf-8")
        page = wait_for(address, "error: extra: handrail: editon: is not a setting")
        assert "The preview cannot show this yet" in page
        (project / "mkdocs.yml").write_text(settings, "utf-8")
        wait_for(address, "first contact")


SLOW = """
import time
from pathlib import Path

import live

look, settle = live.Live._snapshot, live.Live._settle


def slow_look(self):
    if not getattr(self, "_settled", True):
        Path("looking").touch()
        time.sleep(1)
    return look(self)


def slow_settle(self):
    while not Path("answered").exists() and not self._saved(0.1):
        pass
    settle(self)


def slow_manual(self):
    while not Path("done").exists() and not self._saved(0.1):
        pass


live.Live._snapshot, live.Live._settle = slow_look, slow_settle
live.Live._write_manual = slow_manual
"""


@pytest.fixture
def slow(tmp_path):
    """A project whose preview takes its time over all that nobody waits for."""
    project = make_project(tmp_path / "slow")
    (project / "slow.py").write_text(SLOW)
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("plugins:\n", "  - slow.py\n\nplugins:\n", 1))
    return project


def test_who_asks_while_the_manual_is_written_does_not_wait_for_it(slow):
    page = slow / "docs/index.md"
    (slow / "answered").touch()
    with preview(slow, "mkdocs", "serve") as address:
        wait_for(address, "Start")
        # The title stands in the menu of every other page.
        page.write_text(SOUND["index.md"].replace("title: Start", "title: Begin"))
        wait_for(address + "pathways/first-contact/", "Begin")
        (slow / "done").touch()


def test_who_asks_while_it_is_looked_for_saves_does_not_wait_for_the_rest_of_the_site(slow):
    page = slow / "docs/index.md"
    with preview(slow, "mkdocs", "serve") as address:
        wait_for(address, "Start")
        page.write_text(SOUND["index.md"] + "\nFresh words.\n")
        wait_for(address, "Fresh words.")
        page.chmod(0o600)  # something has happened, and there is nothing new
        while not (slow / "looking").exists():
            time.sleep(0.02)
        with urlopen(address, timeout=20) as answer:
            assert "Fresh words." in answer.read().decode()
        (slow / "answered").touch()
        (slow / "done").touch()
