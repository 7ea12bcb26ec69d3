"""`handrail new`: a page of some kind, in the menu and in the list of its folder."""

from __future__ import annotations

import argparse
import posixpath
from pathlib import Path

from handrail.commands.options import add_project
from handrail.commands.project import docs_of, pages_and_records, settings_of_ours
from handrail.commands.writing import asker, written
from handrail.program import find_project
from handrail.read.menu import read_menu
from handrail.write.ask import put
from handrail.write.known import Known
from handrail.write.menu import list_line, menu_line
from handrail.write.new import NewPage, make
from handrail.write.questions import FOLDERS, flags, questions
from handrail.write.source import Source, write_whole

_HELP = {
    "pathway": "who acts, in what order and by when",
    "instrument": "an Act, regulations or guidance",
    "champions": "the champions of one agency",
    "agency": "a service that has a part in the protocol",
    "section": "any other page",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The kinds of pages, each with a flag for each of its questions."""
    add_project(parser)
    kinds = parser.add_subparsers(dest="page_kind", required=True, metavar="KIND")
    for kind in FOLDERS:
        add = kinds.add_parser(kind, help=_HELP[kind]).add_argument
        # May stand before the kind as well, where it has its default.
        add("--project", metavar="DIR", default=argparse.SUPPRESS, help="the same")
        for question in flags(kind):
            add(question.flag, metavar="WORDS", help=question.asks.replace("%", "%%"))


def run(options: argparse.Namespace) -> int:
    """Make a page. Returns the exit status."""
    project = find_project(options.project).absolute()
    found, ours = pages_and_records(project), settings_of_ours(project)
    known = Known(found["pages"], found["instruments"], found["agencies"], ours)
    return written(_make, project, docs_of(project), known, options.page_kind, vars(options))


def _make(project: Path, docs: Path, known: Known, kind: str, given: dict) -> None:
    """Ask what is needed for a page, write it, put it into the menu and into the list of its
    folder, and say what to do next. Raises `WrongAnswer` and `OSError`."""
    answers = put(questions(kind, known), given, asker(), print)
    page = make(kind, answers, known)
    path = docs / page.uri
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(page.text)
    print(f"Wrote {path.relative_to(project).as_posix()}")
    _into_menu(page, project, known)
    is_listed = _into_list(page, project, known)
    print("Next:")
    print("- Open it, and write what belongs in the place of each [[Fill in: ...]].")
    if answers.get("kind") == "signatory":
        print("- Give it a row in the sign-off table.")
    if not is_listed or kind == "instrument":
        print("- Link to it from the pages whose readers need it; until then the check warns.")
    print("- Look at it with handrail serve, and run handrail check.")


def _into_menu(page: NewPage, project: Path, known: Known) -> None:
    settings = project / "mkdocs.yml"
    source = Source(settings.read_bytes())
    mend = menu_line(source.lines, page.uri, _beside(page, known))
    if mend:
        source.apply(mend)
        write_whole(settings, source.data)
        print(f"Added it to the menu: mkdocs.yml, line {mend.line}")
    elif read_menu("\n".join(source.lines), settings.name):
        print(f"Add it to the menu: - {page.uri} under nav: in mkdocs.yml")


def _into_list(page: NewPage, project: Path, known: Known) -> bool:
    """Put a page into the list of its folder; False where there is no such list."""
    index = known.index(posixpath.dirname(page.uri))
    beside = _beside(page, known)
    is_hidden = bool(index) and (index.get("audience"), page.audience) == ("public", "staff")
    hint = " (for staff)" if is_hidden else ""
    mend = list_line(index, page.uri, page.title, hint, page.says, beside) if index else None
    if mend:
        source = Source((project / index.path).read_bytes())
        source.apply(mend)
        write_whole(project / index.path, source.data)
        print(f"Added it to the list of its folder: {index.path}, line {mend.line}")
    return bool(mend)


def _beside(page: NewPage, known: Known) -> list[str]:
    """The pages after the last of which a page is listed: those of its folder, and of law those of
    its first nation."""
    folder = posixpath.dirname(page.uri)
    pages = [other for other in known.pages if posixpath.dirname(other.uri) == folder]
    alike = [p.uri for p in pages if not p.is_index and _nation(p.get("nations")) == page.nation]
    return alike or [p.uri for p in pages]


def _nation(names: str) -> str:
    return names.partition(",")[0]
