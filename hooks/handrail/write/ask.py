"""Asks for a few words, on a terminal or through flags, until each answer is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

Answers = Mapping[str, str]


PLACEHOLDER = "[[Fill in: what the page is for, in one sentence]]"
"""What stands where nobody has said what the page is for."""


class WrongAnswer(Exception):
    """An answer that a script gave is wrong or missing. Its text is plain sentences."""


@dataclass(frozen=True)
class Question:
    """One thing to ask."""

    name: str
    """Its name among the answers; its flag is the same with hyphens."""
    asks: str
    """The question."""
    example: str
    """A good answer."""
    read: Callable[[str, Answers], str] = lambda words, answers: words
    """Makes of what was typed what is kept. Raises `ValueError`, whose text says what is wrong and
    how to mend it."""
    otherwise: Callable[[Answers], str] | None = None
    """What an empty answer means, given those before; None where there has to be one."""

    @property
    def flag(self) -> str:
        """The flag that answers it on the command line."""
        return "--" + self.name.replace("_", "-")


def put(
    questions: Iterable[Question],
    given: Mapping[str, str | None],
    ask: Callable[[str], str] | None,
    say: Callable[[str], None],
) -> dict[str, str]:
    """The answers to all questions by name.

    `given` are the flags. What they leave open is asked by `ask`, which shows a prompt and returns
    what was typed; None where nobody can be asked. `say` shows what is wrong with an answer.
    Raises `WrongAnswer`.
    """
    answers: dict[str, str] = {}
    wrong: list[str] = []
    for question in questions:
        typed = given.get(question.name)
        while question.name not in answers:
            try:
                answers[question.name] = _answer(question, typed, answers, ask)
            except ValueError as error:
                if ask is None:
                    wrong.append(f"{question.flag}: {error}")
                    break
                say(str(error))
                typed = None
            except KeyError:  # what it follows from is wrong, and said already
                break
    if wrong:
        raise WrongAnswer("\n".join(wrong))
    return answers


def _answer(
    question: Question, typed: str | None, answers: Answers, ask: Callable[[str], str] | None
) -> str:
    if typed is None and ask is not None:
        default = question.otherwise(answers) if question.otherwise else ""
        hint = f"Enter for: {default}" if default else f"such as: {question.example}"
        typed = ask(f"{question.asks} ({hint})\n> ")
    words = " ".join((typed or "").split())
    words = words or (question.otherwise(answers) if question.otherwise else "")
    if not words:
        raise ValueError(f"an answer is needed, such as: {question.example}")
    return words if words == PLACEHOLDER else question.read(words, answers)
