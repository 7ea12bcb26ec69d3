"""The manual of the rules, made of what each says of itself and of its examples."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from types import ModuleType

from handrail.report.examples import Example, examples_of
from handrail.rules import RULES

BY_ID = {rule.ID: rule for rule in RULES}
"""Every rule by its name."""
FAMILIES = {
    "records": "Front matter and files", "people": "Champions and contacts",
    "review": "Reviews, changes and what is still open", "links": "Links and the menu",
    "law": "Law and guidance", "words": "Words and abbreviations", "pathways": "Pathways",
    "access": "Accessibility of what is written", "conformance": "Accessibility of HTML",
}  # fmt: skip
"""The families of rules, in words."""
BESIDE = {
    "allow-without-reason": "Every exception says why.\n\nThe next editor cannot tell a reason "
    "from a habit. Write `<!-- allow RULE: reason -->`.",
    "allow-unused": "Every exception is still needed, and names a rule that exists.\n\nOne that "
    "allows nothing hides the next fault at its place. Remove it, or correct the rule's name.",
    "rule-crashed": "Every rule can look at every page.\n\nWhere one cannot, nobody knows whether "
    "the page is right: this is a fault in Handrail. Please report it with the page.",
}
"""What the check says besides the rules' own findings."""

_LEVELS = {
    "error": "An error: it stops the site from being published.",
    "warning": "A warning: the site is published all the same, but not by a strict build.",
}
_STANDARD = re.compile(r"WCAG|ACT rule|WAI-ARIA|OSCOLA|GDPR|GOV\.UK|[Gg]uidance of|[Ss]tandard")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z`])")
_ACT = "https://www.w3.org/WAI/standards-guidelines/act/rules"


def all_rules() -> str:
    """One line for each rule."""
    return "".join(f"{name:34}{_words(rule)[0]}\n" for name, rule in BY_ID.items())


def one_rule(name: str) -> str:
    """Everything about a rule, in Markdown: what it wants, who is hurt otherwise, the standard, a
    bad and a good example, and how to allow an exception."""
    if name in BESIDE:
        return f"# {name}\n\n{BESIDE[name]}\n"
    return "\n\n".join(_parts(BY_ID[name])) + "\n"


def contents() -> str:
    """The list of all rules in Markdown, with a link to the page of each."""
    lines = ["# All rules", "What the check looks at. `handrail rules RULE` says the same."]
    for family, title in FAMILIES.items():
        lines.append(f"## {title}")
        own = [rule for rule in RULES if _family(rule) == family]
        lines.append("\n".join(f"- [{rule.ID}]({rule.ID}.md): {_words(rule)[0]}" for rule in own))
    lines.append("## The check itself")
    firsts = {name: text.splitlines()[0] for name, text in BESIDE.items()}
    lines.append("\n".join(f"- [{name}]({name}.md): {says}" for name, says in firsts.items()))
    return "\n\n".join(lines) + "\n"


def _parts(rule: ModuleType) -> Iterator[str]:
    wants, why, standard = _words(rule)
    yield f"# {rule.ID}"
    yield wants
    yield _LEVELS[rule.LEVEL]
    yield "## Who is hurt otherwise"
    yield why
    yield "## The standard"
    yield standard
    examples = examples_of(_family(rule), rule.ID)
    bad = [example for example in examples if example.findings]
    good = [example for example in examples if not example.findings]
    if bad:
        yield "## A bad example"
        yield _shown(bad[0])
    if good:
        yield "## A good example"
        yield _shown(good[0])
    yield "## To allow an exception"
    yield _exception(rule)


def _words(rule: ModuleType) -> tuple[str, str, str]:
    """(what the rule wants, who is hurt otherwise, the standard)."""
    wants, _, rest = (inspect.getdoc(rule) or "").partition("\n\n")
    blocks = [_SENTENCE.split(block) for block in rest.split("\n\n")]
    why = [" ".join(s for s in block if not _STANDARD.search(s)) for block in blocks]
    standard = " ".join(s for block in blocks for s in block if _STANDARD.search(s))
    standard += "".join(f" ACT rule {act}." for act in rule.ACT if act not in standard)
    standard = re.sub(r"ACT rule (\w{6})\b", rf"[ACT rule \1]({_ACT}/\1/)", standard)
    own = "No outside standard: the reason above is enough."
    return " ".join(wants.split()), "\n\n".join(filter(None, why)), standard.strip() or own


def _shown(example: Example) -> str:
    """An example in Markdown."""
    blocks = [f"{example.name}."]
    for path, language, text in example.files:
        blocks.append(_fenced(text, language, path))
    if example.findings:
        blocks += ["The check says:", _fenced(example.findings, "text", "")]
    return "\n\n".join(blocks)


def _fenced(text: str, language: str, path: str) -> str:
    ticks = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    title = f' title="{path}"' if path else ""
    return f"{ticks}{language}{title}\n{text}{ticks}"


def _exception(rule: ModuleType) -> str:
    comment = f"<!-- allow {rule.ID}: why it is right here -->"
    sign = f"%% allow {rule.ID}: why it is right here"
    where = "On a line of its own right above the place, or at the end of its line:"
    parts = [where, _fenced(f"{comment}\n", "markdown", "")]
    if hasattr(rule, "check_pathway"):
        parts = ["In the diagram, on the line above the place:", _fenced(f"{sign}\n", "text", "")]
    parts.append(
        "Say why, so that the next editor can tell. What stands in front matter or in `mkdocs.yml` "
        "has no exceptions."
    )
    return "\n\n".join(parts)


def _family(rule: ModuleType) -> str:
    return rule.__name__.split(".")[-2]
