"""Starts a protocol of an authority's own from the template: this copy of Handrail itself.

A protocol's repository holds everything that builds it, so that it can be built for years whatever
becomes of Handrail. Left behind is what only those who make Handrail need, such as its tests: they
speak of the template's text, and need Chromium and Java. The manual comes along, for the protocol's
writers; it stands outside `docs`, so that nobody publishes it by accident.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from string import Template

import handrail
from handrail.git import not_ignored
from handrail.law.kinds import NATIONS
from handrail.read.folder import sources_below
from handrail.read.pages import read_page
from handrail.report.examples import EXAMPLES, OWN_EXAMPLES
from handrail.write.ask import Answers, Question
from handrail.write.known import plain, some_of
from handrail.write.nations import SHARED, Foreign, foreign, without
from handrail.write.source import scalar

TAKEN = (
    ".editorconfig", ".gitattributes", ".github", ".gitignore", ".gitlab", ".gitlab-ci.yml",
    ".idea", ".pre-commit-config.yaml", ".vscode", "CONTRIBUTING.md", "LICENCES.md", "LICENSE",
    "docs",
    "front-matter.schema.json", "hooks", "mkdocs.yml", "overrides", "pyproject.toml",
    "requirements.txt",
)  # fmt: skip
"""Files and folders that a protocol needs, of those that there are."""
_TEMPLATE = Path(handrail.__file__).parents[2]
_OURS = "hooks/handrail/write/protocol"
"""What stands in the place of files of ours; no part of a protocol itself."""
_TESTERS = ("iniconfig", "pluggy", "pytest")
"""What the tests of a protocol need."""
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
_UNFIT = {
    "CONTRIBUTING.md": re.compile(r"^## Changing the program.*", re.MULTILINE | re.DOTALL),
    "docs/manual/publishing.md": re.compile(r" and with axe-core in Chromium(?=,)"),
    "docs/manual/reference.md": re.compile(
        r"^If a colleague did not find a page.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL
    ),
}
"""Parts of files that tell how to change Handrail itself."""
_NATION = "\n| Nation | {} |\n"
"""What the protocol's control block says."""
_TO_REPLACE = "[[Fill in: the law of "


class CannotStart(Exception):
    """No protocol can be started here. Its text is a plain sentence."""


@dataclass(frozen=True)
class Started:
    """What was made of the template."""

    gone: int
    """How many pages about other nations were left out."""
    to_replace: int
    """In how many places law has to be named instead of England's."""
    speaking: tuple[str, ...]
    """Pages that still speak of other nations."""


def questions() -> list[Question]:
    """What to ask."""
    return [
        Question("name", "What is the authority called?", "Westshire County Council", plain),
        Question("area", "What is the area called?", "Westshire", plain, _area),
        Question("nations", f"Whose law applies? {', '.join(NATIONS)}", "England",
                 some_of(NATIONS)),
        Question("email_domain", "What do work email addresses have after the @?",
                 "westshire.gov.uk", _domain),
    ]  # fmt: skip


def target(folder: Path) -> Path:
    """The folder to start in, which must not hold anything yet. Raises `CannotStart`."""
    whole = folder.absolute()
    if whole.exists() and (not whole.is_dir() or any(whole.iterdir())):
        raise CannotStart(f"{folder} is not empty; name a new folder, so that nothing is lost")
    if not (_TEMPLATE / _OURS).is_dir() or not (_TEMPLATE / "mkdocs.yml").is_file():
        raise CannotStart("the template is not here; run this in a copy of Handrail's repository")
    if whole.is_relative_to(_TEMPLATE):
        raise CannotStart(f"{folder} is inside this copy of Handrail; name a folder outside it")
    return whole


def start(folder: Path, answers: Answers) -> Started:
    """Make a protocol in a folder from the template, all or nothing.

    Raises `OSError`.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        work.chmod(0o755)
        for path in _taken():
            (work / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(_TEMPLATE / path, work / path)
        shutil.copytree(EXAMPLES, work / OWN_EXAMPLES.relative_to(_TEMPLATE))
        started = _adapt(work, answers)
        if folder.exists():  # it is empty
            folder.rmdir()
        work.rename(folder)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
    return started


def _taken() -> Iterator[str]:
    """Paths of the template's files that a protocol gets."""
    for path in not_ignored(_TEMPLATE) or _walk():
        if (
            path.split("/")[0] in TAKEN
            and not path.startswith(_OURS)
            and (_TEMPLATE / path).is_file()
        ):
            yield path


def _walk() -> Iterator[str]:
    """Every file that is not made by programs, for a copy that git does not know."""
    for path in _TEMPLATE.rglob("*"):
        if not {"__pycache__", ".git", ".venv"} & set(path.parts) and ".egg-info" not in str(path):
            yield path.relative_to(_TEMPLATE).as_posix()


def _adapt(work: Path, answers: Answers) -> Started:
    pages = [read_page(*source) for source in sources_below(work, work / "docs")]
    nations = answers["nations"].split(", ")
    out = foreign(pages, nations)
    texts: dict[str, str] = {}
    for page in pages:
        path = work / page.path
        if page.uri in out.gone:
            path.unlink()
        else:
            text = without(page, out) if out.others else page.text
            texts[page.uri] = _filled(text, answers)
            path.write_text(texts[page.uri], "utf-8", newline="\n")
    _write_settings(work / "mkdocs.yml", out, answers)
    _write_own_files(work, answers)
    others = re.compile(rf"\b(?:{'|'.join(sorted(out.others)) or '(?!)'})\b")
    return Started(
        len(out.gone),
        sum(text.count(_TO_REPLACE) for text in texts.values()),
        tuple(
            page.path
            for page in pages
            if page.type != "legislation" and others.search(texts.get(page.uri, ""))
        ),
    )


def _filled(text: str, answers: Answers) -> str:
    """A page with what is known in its places to fill in."""
    for what, words in (("council", answers["name"]), ("area", answers["area"])):
        text = text.replace(f"[[Fill in: name of the {what}]]", words)
    return text.replace(_NATION.format("England"), _NATION.format(answers["nations"]))


def _write_settings(path: Path, out: Foreign, answers: Answers) -> None:
    """The site's settings: who publishes, work email domains, and the menu without what is gone."""
    text = path.read_text("utf-8")
    name = scalar(f"{answers['name']} and partners")
    for setting, value in (("organisation", name), ("edition", "First draft")):
        text = re.sub(
            rf"(?m)^( +{setting}: )(.*?)(?=\s*#|$)",
            lambda match, value=value: match[1] + value.ljust(len(match[2])),
            text,
        )
    domain = answers["email_domain"]
    examples = "- example.org  # of the template's champions; remove it with the last of them"
    text = text.replace("- example.org\n", f"- {domain}\n      {examples}\n", 1)
    lines = [line for line in text.split("\n") if line.strip().removeprefix("- ") not in out.gone]
    foreign_heads = {f"- {nation}:" for nation in out.others}
    lines = [
        f"{line[: _depth(line)]}- {SHARED}:" if line.strip() in foreign_heads else line
        for line in lines
    ]
    path.write_text("\n".join(_without_empty_groups(lines)), "utf-8", newline="\n")


def _without_empty_groups(lines: list[str]) -> list[str]:
    """Lines of settings without headings of the menu that have nothing below them."""
    kept: list[str] = []
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        heading = re.fullmatch(r"( *)- [^#]+:\s*", line)
        if not heading or _depth(below) > len(heading[1]):
            kept.append(line)
    return kept


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _write_own_files(work: Path, answers: Answers) -> None:
    """What a protocol has in the place of Handrail's own files: what to read, run and test."""
    for source in sorted((_TEMPLATE / _OURS).rglob("*")):
        path = work / source.relative_to(_TEMPLATE / _OURS)
        if source.is_file() and "__pycache__" not in source.parts:
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, path)
    readme = work / "README.md"
    known = dict(answers, version=version("handrail"))
    readme.write_text(Template(readme.read_text("utf-8")).substitute(known), "utf-8", newline="\n")
    for path, part in _UNFIT.items():
        file = work / path
        text = part.sub("", file.read_text("utf-8")).rstrip() + "\n"
        file.write_text(text, "utf-8", newline="\n")
    pins = (_TEMPLATE / "requirements-test.txt").read_text("utf-8").splitlines()
    ours = [pin for pin in pins if pin.partition("==")[0] in _TESTERS]
    head = "# What the tests need beside requirements.txt."
    (work / "requirements-test.txt").write_text("\n".join([head, *ours, ""]), "utf-8")


def _area(answers: Answers) -> str:
    kinds = r" (?:(?:County|City|Borough|Metropolitan|District|Unitary|Royal|London) )*Council$"
    return re.sub(kinds, "", answers["name"])


def _domain(words: str, _: Answers) -> str:
    name = words.casefold().removeprefix("@")
    if not _DOMAIN.fullmatch(name):
        raise ValueError(f'"{words}" is no domain; write what stands after the @: westshire.gov.uk')
    return name
