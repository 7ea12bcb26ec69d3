"""A small protocol with a page of each kind, published once for the tests that look at the site."""

from __future__ import annotations

from pathlib import Path

from projects import make_project, run

FOLDER = Path(__file__).parent / "sampler"
MENU = """
nav:
  - Start: index.md
  - Pathways:
      - pathways/first-contact.md
  - Everything: everything.md
  - Contacts and champions:
      - agencies/adult-social-care.md
      - champions/adult-social-care.md
  - Law: legislation/care-act-2014.md
  - Glossary: glossary.md
"""
PAGES = {
    "front page": "",
    "pathway": "pathways/first-contact/",
    "section": "everything/",
    "agency": "agencies/adult-social-care/",
    "champions": "champions/adult-social-care/",
    "legislation": "legislation/care-act-2014/",
    "glossary": "glossary/",
    "not found": "404.html",
}
"""Each kind of page and the address of one."""


def publish_sampler(folder: Path) -> Path:
    """The published site of the small protocol."""
    files = {p.relative_to(FOLDER).as_posix(): p.read_bytes() for p in FOLDER.rglob("*.md")}
    project = make_project(folder / "sampler", files, MENU)
    done = run(project, "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    return project / "site"
