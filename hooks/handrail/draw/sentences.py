"""What to say under each step: plain sentences, the same for web page and print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handrail.draw.words import Handover, Lead, NumberedStep, Words
from handrail.pathway import QUESTION, REFERENCE


@dataclass(frozen=True)
class Run:
    """A stretch of a sentence."""

    text: str
    """Its words."""
    step: int = 0
    """Number of the step that the words name and should link to; 0 where none."""
    answer: bool = False
    """True where the words are an answer from the drawing."""


Sentence = tuple[Run, ...]

CARRY_ON = "After each step go on to the next number, unless the step says otherwise."
ENDS_HERE = "The pathway ends here."
CARRY_ON_THERE = "Carry on in that pathway."


def opening(words: Words) -> Sentence:
    """Where to start, and how to read the list."""
    carry_on = (Run(" " + CARRY_ON),) if sum(len(group.steps) for group in words.groups) > 1 else ()
    return (Run("Start at "), *_listed(words.starts, "or"), Run("."), *carry_on)


def ways_on(item: NumberedStep) -> tuple[Sentence, ...]:
    """One sentence for each way on. Empty where a step simply goes on to the next number."""
    if not item.leads:
        return ((Run(_end(item)),),)
    plain = [lead for lead in item.leads if not lead.answer]
    answers = dict.fromkeys(lead.answer for lead in item.leads if lead.answer)
    answered = [
        _answered(answer, [lead for lead in item.leads if lead.answer == answer])
        for answer in answers
    ]
    if len(item.leads) == 1 and plain and plain[0].turn == "next" and not plain[0].agency:
        return ()
    if not plain:
        return tuple(answered)
    return (*answered, _unanswered(plain, item.step.kind == QUESTION, bool(answered)))


def follows(item: NumberedStep) -> Sentence:
    """Which earlier steps meet here; empty where fewer than two do."""
    return (Run("Follows "), *_listed(item.follows, "and"), Run(".")) if item.follows else ()


def handed_over(handover: Handover) -> tuple[Sentence, ...]:
    """One sentence for each arrow that leaves an agency as a whole."""
    start = Run(f"When {handover.agency} has done its steps")
    return tuple(
        (start, *_condition(lead), Run(", "), *_go(lead), Run(".")) for lead in handover.leads
    )


def _end(item: NumberedStep) -> str:
    if item.step.kind == REFERENCE:
        return CARRY_ON_THERE
    if item.agency:
        return f"When {item.agency} has done all its steps, go on as it says below them."
    return ENDS_HERE


def _answered(answer: str, leads: list[Lead]) -> Sentence:
    go = _go(leads[0]) if len(leads) == 1 else _all(leads)
    if answer.casefold() in ("yes", "no"):
        return (Run("If "), Run(answer.lower(), answer=True), Run(", "), *go, Run("."))
    if ":" in answer:
        return (Run("If it is “"), Run(answer, answer=True), Run("”, "), *go, Run("."))
    return _capital((Run(answer, answer=True), Run(": "), *go, Run(".")))


def _all(leads: list[Lead]) -> Sentence:
    """`do both step 4 and step 5`."""
    named = [_named(lead) for lead in sorted(leads, key=lambda lead: lead.number)]
    return (Run("do both " if len(leads) == 2 else "do all of "), *_joined(named, "and"))


def _condition(lead: Lead) -> Sentence:
    return (Run(" ("), Run(lead.answer, answer=True), Run(")")) if lead.answer else ()


def _unanswered(leads: list[Lead], question: bool, after_answers: bool) -> Sentence:
    if len(leads) == 1:
        before = "Otherwise, " if question and after_answers else "Then " if after_answers else ""
        return _capital((Run(before), *_go(leads[0]), Run(".")))
    if question:
        before = "Otherwise, choose between " if after_answers else "Choose between "
    else:
        before = "Then do both: " if len(leads) == 2 else "Then do all of these: "
    named = [_named(lead) for lead in sorted(leads, key=lambda lead: lead.number)]
    return (Run(before), *_joined(named, "and"), Run("."))


def _go(lead: Lead) -> Sentence:
    """`go on to step 4`, `go back to step 2` …"""
    if lead.turn == "again" and not lead.agency:
        return (Run("do "), Run(f"step {lead.number}", lead.number), Run(" again"))
    verb = {"next": "go on to ", "ahead": "go to "}.get(lead.turn, "go back to ")
    return (Run(verb if lead.number else "go to "), *_named(lead))


def _named(lead: Lead) -> Sentence:
    step = Run(f"step {lead.number}", lead.number)
    if not lead.agency:
        return (step,)
    return (Run(f"{lead.agency} ("), step, Run(")")) if lead.number else (Run(lead.agency),)


def _listed(numbers: Iterable[int], word: str) -> Sentence:
    return _joined([(Run(f"step {number}", number),) for number in numbers], word)


def _joined(items: list[Sentence], word: str) -> Sentence:
    """`a, b and c`."""
    joined: list[Run] = []
    for index, item in enumerate(items):
        if index:
            joined.append(Run(f" {word} " if index == len(items) - 1 else ", "))
        joined.extend(item)
    return tuple(joined)


def _capital(sentence: Sentence) -> Sentence:
    first, *rest = [run for run in sentence if run.text]
    return (Run(first.text[0].upper() + first.text[1:], first.step, first.answer), *rest)
