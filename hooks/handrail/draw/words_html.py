"""The words of a pathway as HTML: one numbering over lists headed by who acts."""

from __future__ import annotations

from collections.abc import Mapping

from handrail.draw.addresses import safe_address
from handrail.draw.sentences import Sentence, follows, handed_over, opening, ways_on
from handrail.draw.text import markup
from handrail.draw.words import Group, NumberedStep, Words
from handrail.pathway import ACTION, QUESTION

ANYONE = "Any agency"


def words_html(words: Words, name: str, hrefs: Mapping[str, str]) -> str:
    """The steps as HTML. `name` begins every ID; `hrefs` are addresses by ID of the step.

    Each step is `<li id="{name}-step-{number}">`, each answer and each way on a link to one.
    """
    if not words.groups:
        return ""
    headed = any(group.actor for group in words.groups)
    parts = [
        f'<div class="pathway-words" id="{name}-words">',
        f"<p>{_say(opening(words), name)}</p>",
    ]
    for count, group in enumerate(words.groups, start=1):
        heading = f"{name}-who-{count}" if headed and _needs_heading(group) else ""
        parts.append(_group(group, name, heading, hrefs))
    for handover in words.handovers:
        parts += [
            f'<p class="pathway-handover">{_say(sentence, name)}</p>'
            for sentence in handed_over(handover)
        ]
    return "\n".join([*parts, "</div>"])


def _group(group: Group, name: str, heading: str, hrefs: Mapping[str, str]) -> str:
    first = group.steps[0].number
    start = f' start="{first}"' if first > 1 else ""
    label = f' aria-labelledby="{heading}"' if heading else ""
    steps = "\n".join(_step(item, name, hrefs) for item in group.steps)
    return f"{_heading(group, heading)}<ol{start}{label}>\n{steps}\n</ol>"


def _needs_heading(group: Group) -> bool:
    """True but for starts, ends and references that stand outside all agencies: nobody acts."""
    return bool(group.actor) or any(item.step.kind in (ACTION, QUESTION) for item in group.steps)


def _heading(group: Group, heading: str) -> str:
    if not heading:
        return ""
    kind = "pathway-who" if group.actor else "pathway-who pathway-anyone"
    names = ": ".join(f"<b>{markup(part)}</b>" for part in group.names) or ANYONE
    return f'<p class="{kind}" id="{heading}">{names}</p>\n'


def _step(item: NumberedStep, name: str, hrefs: Mapping[str, str]) -> str:
    ways = ways_on(item)
    parts = [_text(item, hrefs.get(item.step.id, ""))]
    if len(ways) == 1:
        parts.append(f'<span class="pathway-way">{_say(ways[0], name)}</span>')
    before = follows(item)
    if before:
        parts.append(f'<span class="pathway-follows">{_say(before, name)}</span>')
    if len(ways) > 1:
        listed = "".join(f"<li>{_say(way, name)}</li>" for way in ways)
        parts.append(f'<ul class="pathway-ways">{listed}</ul>')
    place = f'id="{name}-step-{item.number}" class="{item.step.kind} told-{item.number}"'
    return f"<li {place}>{' '.join(parts)}</li>"


def _text(item: NumberedStep, href: str) -> str:
    """The step's own words, its time limit strong, linked where it points to another pathway."""
    text, limit = item.step.text, item.step.limit
    before, found, after = text.partition(limit) if limit else (text, "", "")
    strong = f"<strong>{markup(found)}</strong>" if found else ""
    words = f'<span class="pathway-text">{markup(before)}{strong}{markup(after)}</span>'
    address = safe_address(href)
    stop = "" if text.endswith((".", "?", "!", ":")) else "."
    return (f'<a href="{markup(address)}">{words}</a>' if address else words) + stop


def _say(sentence: Sentence, name: str) -> str:
    return "".join(_run(run, name) for run in sentence)


def _run(run, name: str) -> str:
    text = markup(run.text)
    if run.step:
        return f'<a href="#{name}-step-{run.step}">{text}</a>'
    return f'<span class="pathway-answer">{text}</span>' if run.answer else text
