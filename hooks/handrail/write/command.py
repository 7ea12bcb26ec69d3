"""The commands that write into a project, on the command line."""

from __future__ import annotations

import argparse
import posixpath
import sys
from collections.abc import Callable
from pathlib import Path

from handrail.git import first_commit, renamed
from handrail.read.menu import read_menu
from handrail.write.ask import put
from handrail.write.fix import fix, report, write
from handrail.write.known import Known
from handrail.write.menu import list_line, menu_line
from handrail.write.new import NewPage, make
from handrail.write.questions import FOLDERS, flags, questions
from handrail.write.source import Source, write_whole
from handrail.write.start import questions as start_questions
from handrail.write.start import start, target

_HELP = {
    "pathway": "who acts, in what order and by when",
    "instrument": "an Act, regulations or guidance",
    "champions": "the champions of one agency",
    "agency": "a service that has a part in the protocol",
    "section": "any other page",
}


def fix_project(project: Path, docs: Path, dry_run: bool) -> bool:
    """Mend a project's pages and menu and say what was mended. True where something was left
    undone because this is a dry run. Raises `OSError`."""
    mended = fix(project, docs, renamed(docs))
    sys.stdout.writelines(f"{line}\n" for line in report(mended))
    sys.stdout.flush()
    places = _count(sum(len(one.mends) for one in mended), "place")
    where = f"{places} in {_count(len(mended), 'file')}"
    if not mended:
        print("Nothing to mend by itself.", file=sys.stderr)
    elif dry_run:
        print(f"{where} would be mended. Nothing was written.", file=sys.stderr)
    else:
        write(project, mended)
        print(f"Mended {where}. Look at the changes, then run handrail check.", file=sys.stderr)
    return bool(mended) and dry_run


def add_kinds(command: argparse.ArgumentParser) -> None:
    """Give the command that makes pages its kinds, each with a flag for each of its questions."""
    kinds = command.add_subparsers(dest="page_kind", required=True, metavar="KIND")
    for kind in FOLDERS:
        parser = kinds.add_parser(kind, help=_HELP[kind])
        # May stand before the kind as well, where it has its default.
        parser.add_argument("--project", metavar="DIR", default=argparse.SUPPRESS, help="the same")
        for question in flags(kind):
            parser.add_argument(
                question.flag, metavar="WORDS", help=question.asks.replace("%", "%%")
            )


def new_page(project: Path, docs: Path, known: Known, kind: str, given: dict) -> None:
    """Ask what is needed for a page, write it, put it into the menu and into the list of its
    folder, and say what to do next. Raises `WrongAnswer` and `OSError`."""
    answers = put(questions(kind, known), given, _asker(), print)
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


def add_start(command: argparse.ArgumentParser) -> None:
    """Give the command that starts a protocol its arguments."""
    command.add_argument("folder", metavar="DIR", help="the folder to make")
    for question in start_questions():
        command.add_argument(question.flag, metavar="WORDS", help=question.asks)


def start_protocol(folder: Path, given: dict) -> None:
    """Ask what is needed, start a protocol in a new folder, and say what is left to do.

    Raises `CannotStart`, `WrongAnswer` and `OSError`.
    """
    whole = target(folder)
    answers = put(start_questions(), given, _asker(), print)
    started = start(whole, answers)
    print(f"Started the protocol of {answers['name']} in {folder}")
    if started.gone:
        print(f"Left out: {_count(started.gone, 'page')} about other nations.")
    if first_commit(whole, "Start from the template of Handrail"):
        print("Kept it as the first commit of a git repository.")
    else:
        print("Not kept in git; do that as you are used to.")
    print("Next:")
    print(f"- Go to {folder}, run make site, and open site/index.html. make test tests it.")
    print("- README.md says what else there is, and what to do before the protocol is adopted.")
    if started.to_replace:
        print(
            "- The template rests on the law of England. "
            f"{_count(started.to_replace, 'place')} now say [[Fill in: the law of ...]], and "
            "handrail check --release lists them. A legal adviser should go through the pathways "
            "and their time limits as a whole."
        )
    if started.speaking:
        print("- These pages still name other nations; keep or cut what they say:")
        print(*(f"    {path}" for path in started.speaking), sep="\n")


def _asker() -> Callable[[str], str] | None:
    """How to ask whoever sits at the terminal; None where nobody does."""
    if not sys.stdin.isatty():
        return None
    print("A few questions. Ctrl+C stops, and nothing is written.")
    return input


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


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
