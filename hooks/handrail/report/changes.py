"""What a proposal changes and what is wrong with it, in Markdown for a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from handrail.finding import Finding
from handrail.handbook import Handbook
from handrail.law.standing import ALL, standings
from handrail.page import Page
from handrail.pathway import Diagram, Step
from handrail.read.diagrams import read_diagrams
from handrail.read.registers import read_champions, read_instruments
from handrail.records import Champion, Instrument
from handrail.report.text import sentence, summary

MOST = 50
"""Findings and lines of a list that are shown in full."""
_MARKUP = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<|#~@"})


@dataclass(frozen=True)
class Changed:
    """One page that differs."""

    page: Page
    """As it is now, or as it was where it has gone."""
    before: Page | None
    """As it was; None where it is new."""
    now: Page | None
    """As it is; None where it has gone."""


def as_changes(handbook: Handbook, findings: Sequence[Finding], known: frozenset[str]) -> str:
    """What differs from `handbook.since`, whom it concerns, and what the check finds.

    `known` are the pages of that edition, by their path from the docs folder.
    """
    pages = list(_changed(handbook, known))
    parts = [
        f"## What changed since {_plain(handbook.since)}",
        "\n".join(_to_mend(findings)),
        _part("Pages", _table(handbook, pages)),
        _part("Pathways and time limits", _in_pathways(pages)),
        _part("Law", _in_law(pages)),
        _part("Champions", _in_champions(pages)),
        _part("Who owns what changed", _owners(handbook, pages)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _changed(handbook: Handbook, known: frozenset[str]) -> Iterator[Changed]:
    for uri in sorted({*handbook.before, *handbook.page}):
        before, now = handbook.before.get(uri), handbook.page.get(uri)
        if before or uri not in known:
            yield Changed(now or before, before, now)


def _to_mend(findings: Sequence[Finding]) -> Iterator[str]:
    yield f"**The check:** {summary(findings)}"
    for finding in sorted(findings, key=lambda finding: finding.level)[:MOST]:
        place = f"`{finding.place.path}`, line {finding.place.line}"
        why = f"(`handrail rules {finding.rule}` says why.)"
        yield f"- **{finding.level.capitalize()}** in {place}: {_plain(sentence(finding.message))}"
        yield f"  To mend it: {_plain(sentence(finding.help))} {why}"
    if len(findings) > MOST:
        yield f"- … and {len(findings) - MOST} more."


def _table(handbook: Handbook, pages: Iterable[Changed]) -> Iterator[str]:
    rows = [f"| {_plain(each.page.title)} | {_what(each, handbook)} | {_owner(each.page)} | "
            f"`{each.page.path}` |" for each in pages]  # fmt: skip
    yield from (["| Page | What | Owner | File |", "|---|---|---|---|", *rows] if rows else [])


def _what(each: Changed, handbook: Handbook) -> str:
    if each.before is None:
        return "new"
    if each.now is None:
        uri = handbook.moved.get(each.page.uri)
        return f"moved to `{uri}`" if uri else "gone"
    told = (("status", "status"), ("owner", "owner"), ("audience", "for"))
    pairs = [(name, each.before.get(field), each.now.get(field)) for field, name in told]
    differs = [f"{name} {_became(old, new)}" for name, old, new in pairs if old != new]
    return "; ".join(["changed", *differs])


def _became(old: str, new: str) -> str:
    return f"{_plain(old) or 'none'} → {_plain(new) or 'none'}"


def _in_pathways(pages: Iterable[Changed]) -> Iterator[str]:
    for each in pages:
        old, new = _steps(each.before), _steps(each.now)
        name = _plain(each.page.title)
        for key in dict.fromkeys([*old, *new]):
            before, now = old.get(key), new.get(key)
            if before and now and before.limit != now.limit:
                limits = _became(before.limit, now.limit)
                yield f"- {name}: **time limit** {limits}, in “{_plain(now.text)}”"
            elif before and now and before.text != now.text:
                yield f"- {name}: “{_plain(before.text)}” → “{_plain(now.text)}”"
            elif not (before and now):
                step, word = (now, "new step") if now else (before, "step gone")
                limit = f" (**time limit** {_plain(step.limit)})" if step.limit else ""
                yield f"- {name}: {word} “{_plain(step.text)}”{limit}"


def _steps(page: Page | None) -> dict[tuple[int, str], Step]:
    """Steps by the number of their diagram and the writer's name for them."""
    diagrams: Iterable[Diagram] = read_diagrams(page) if page else ()
    return {(diagram.index, step.id): step for diagram in diagrams for step in diagram.steps}


def _in_law(pages: Iterable[Changed]) -> Iterator[str]:
    for each in pages:
        before, now = _instrument(each.before), _instrument(each.now)
        name = _plain(each.page.title)
        if before and now:
            for word in ("standing", "checked", "key"):
                old, new = getattr(before, word), getattr(now, word)
                if old != new:
                    yield f"- {name}: {word} {_became(old, new)}"
            yield from (f"- {name}: {words}" for words in _in_provisions(before, now))
        elif before or now:
            yield f"- {name}: {'new' if now else 'gone'}"


def _in_provisions(before: Instrument, now: Instrument) -> Iterator[str]:
    was, is_ = _standing_by_provision(before), _standing_by_provision(now)
    yield from (f"new provision `{one}`" for one in sorted(is_.keys() - was.keys()))
    yield from (f"provision `{one}` gone" for one in sorted(was.keys() - is_.keys()))
    for one in sorted(was.keys() & is_.keys()):
        if was[one] != is_[one]:
            yield f"provision `{one}`: {_became(was[one], is_[one])}"


def _standing_by_provision(law: Instrument) -> dict[str, str]:
    known = standings(law.page)
    return {each.id: known.get(each.id) or known.get(ALL, "") for each in law.provisions}


def _instrument(page: Page | None) -> Instrument | None:
    return next(iter(read_instruments([page])), None) if page else None


def _in_champions(pages: Iterable[Changed]) -> Iterator[str]:
    """Posts alone: nobody's number or address is repeated where everybody reads."""
    for each in pages:
        before, now = _champions(each.before), _champions(each.now)
        name = _plain(each.page.title)
        yield from (f"- {name}: new: {_plain(post)}" for post in now if post not in before)
        yield from (f"- {name}: gone: {_plain(post)}" for post in before if post not in now)
        for post in now:
            if post in before and now[post].cells != before[post].cells:
                columns = [c for c, value in now[post].cells if before[post].get(c) != value]
                yield f"- {name}: {_plain(post)}: {', '.join(map(_plain, columns)) or 'columns'}"


def _champions(page: Page | None) -> Mapping[str, Champion]:
    return {champion.post: champion for champion in read_champions(page)[0]} if page else {}


def _owners(handbook: Handbook, pages: Iterable[Changed]) -> Iterator[str]:
    names = {role.casefold(): name for role, name in handbook.settings.owners.items()}
    owned: dict[str, list[str]] = {}
    for each in pages:
        owned.setdefault(each.page.get("owner"), []).append(each.page.title)
    for role, titles in sorted(owned.items()):
        known = names.get(role.casefold(), "")
        who = f"{_plain(role) or 'Nobody'}{f' ({known})' if known else ''}"
        yield f"- {who}: {', '.join(map(_plain, titles))}"


def _owner(page: Page) -> str:
    return _plain(page.get("owner")) or "nobody"


def _part(heading: str, lines: Iterable[str]) -> str:
    """A heading with what stands below it; empty where nothing does."""
    lines = iter(lines)
    shown = list(islice(lines, MOST + 2))
    more = sum(1 for _ in lines)
    shown += [f"- … and {more} more."] if more else []
    return f"### {heading}\n\n" + "\n".join(shown) if shown else ""


def _plain(words: str) -> str:
    """Words that no code host takes for markup, a mention or a link."""
    return " ".join(words.translate(_MARKUP).split()).replace("://", ":\u200b//")
