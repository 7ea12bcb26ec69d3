"""The protocol in docs/ can be published: it is checked, whole, and leaks nothing meant for staff.

What the program itself does is tested where Handrail is made.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from handrail.read.folder import sources_below
from handrail.read.protocol import read_protocol

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def run(*arguments, **environment):
    """Run a module of Python in the protocol's folder; both outputs are text."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def protocol():
    """The pages and registers of the protocol."""
    return read_protocol(sources_below(ROOT, DOCS))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The published site for staff."""
    folder = tmp_path_factory.mktemp("staff") / "site"
    done = run("mkdocs", "build", "-d", str(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def public(protocol, tmp_path_factory):
    """The published edition for everybody, where there is one: its first page is not for staff."""
    if not any(
        (page.uri, page.get("audience")) == ("index.md", "public") for page in protocol["pages"]
    ):
        pytest.skip("the first page is for staff, so there is no public edition")
    folder = tmp_path_factory.mktemp("public") / "site"
    done = run("mkdocs", "build", "-d", str(folder), HANDRAIL_PUBLIC="1")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder.with_name("site-public")


def address(page):
    """Where a page stands in the site."""
    name = re.sub(r"(^|/)(index|README)\.md$", r"\1", page.uri).removesuffix(".md")
    return f"{name}/index.html".replace("//", "/").lstrip("/")


def test_every_page_is_published(protocol, site):
    assert [page.uri for page in protocol["pages"] if not (site / address(page)).is_file()] == []


def test_the_protocol_and_each_pathway_can_be_printed(protocol, site):
    assert (site / "pdf/protocol.pdf").read_bytes().startswith(b"%PDF")
    drawn = {diagram.uri for diagram in protocol["diagrams"]}
    sheets = {path.stem for path in (site / "pdf/pathways").glob("*.pdf")}
    pathways = [page for page in protocol["pages"] if page.type == "pathway" and page.uri in drawn]
    assert [page.uri for page in pathways if Path(page.uri).stem not in sheets] == []


def test_the_site_carries_the_record_of_its_check(site):
    assert (site / "handrail.json").is_file()


def test_no_page_for_staff_is_in_the_public_edition(protocol, public):
    staff = [page for page in protocol["pages"] if page.get("audience") != "public"]
    assert [page.uri for page in staff if (public / address(page)).is_file()] == []


def test_no_champion_can_be_reached_through_the_public_edition(protocol, public):
    emails = {champion.get("email") for champion in protocol["champions"]} - {"", "None"}
    files = [path for path in public.rglob("*") if path.suffix in (".html", ".js", ".json", ".csv")]
    text = "\n".join(path.read_text("utf-8") for path in files)
    assert [email for email in sorted(emails) if email in text] == []
