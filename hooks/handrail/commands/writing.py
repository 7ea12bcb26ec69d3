"""What the commands that write into a project share."""

from __future__ import annotations

import sys
from collections.abc import Callable

from handrail.commands import CLEAN, FOUND
from handrail.program import CannotRun
from handrail.write.ask import WrongAnswer
from handrail.write.start import CannotStart


def written(write: Callable[..., object], *arguments) -> int:
    """Run what writes into a project, and say in a plain sentence why it could not. Returns the
    exit status: `write` is true where it left something to do."""
    try:
        return FOUND if write(*arguments) else CLEAN
    except (WrongAnswer, CannotStart) as error:
        raise CannotRun(str(error)) from None
    except EOFError:
        raise CannotRun("nothing was written") from None
    except OSError as error:
        where = error.filename or "what is said here"
        raise CannotRun(f"{where} cannot be written: {error.strerror}") from None


def asker() -> Callable[[str], str] | None:
    """How to ask whoever sits at the terminal; None where nobody does."""
    if not sys.stdin.isatty():
        return None
    print("A few questions. Ctrl+C stops, and nothing is written.")
    return input


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
