"""What MkDocs or ProperDocs says while it runs the hooks, and how much is to be said at all."""

from __future__ import annotations

import logging
import os

from handrail.report.progress import QUIET, USUAL, VERBOSE, Progress
from handrail.rules.links.program_warning import is_ours
from handrail.wishes import VOICE, serving

_LEVELS = {logging.ERROR: QUIET, logging.DEBUG: VERBOSE}
_told: list[Progress] = []  # what the latest build says of its stages


def program(config) -> str:
    """The name of the running program: `mkdocs` or `properdocs`."""
    return type(config).__module__.split(".")[0]


def logger(config) -> logging.Logger:
    """What the running program speaks through."""
    return logging.getLogger(program(config))


def how_much(config) -> str:
    """How much to say: what the command asked for, or else the running program's own level."""
    return os.environ.get(VOICE) or _LEVELS.get(logger(config).level, USUAL)


def is_verbose() -> bool:
    """True where every step is to be said, even of a build that breaks down."""
    levels = [logging.getLogger(name).level for name in ("mkdocs", "properdocs")]
    return os.environ.get(VOICE) == VERBOSE or logging.DEBUG in levels


def make_room(config, progress: Progress) -> None:
    """Have the running program speak on lines of its own, and say no more than was asked for."""
    _told[:] = [progress]
    ours = VOICE in os.environ and not serving() and how_much(config) != VERBOSE
    level = logging.WARNING if ours else logging.DEBUG
    for handler in logger(config).handlers:
        _filter(handler, _Room(progress, level))


def fall_silent() -> None:
    """Make room for the last words of a build that breaks down."""
    for progress in _told:
        progress.clear()


def listen(config, warnings: list[str]) -> None:
    """Collect the running program's own warnings, which a strict build must not publish over."""
    for handler in [h for h in logger(config).handlers if isinstance(h, _Listener)]:
        logger(config).removeHandler(handler)
    logger(config).addHandler(_Listener(warnings))


def hush(config, said: list[str]) -> None:
    """Move what the running program says of links and the menu from its output to `said`."""
    for name in ("nav", "pages"):
        _filter(logger(config).getChild(f"structure.{name}"), _Hush(said))


def is_sentence(error: Exception) -> bool:
    """True for an exception that ends a build with a plain sentence."""
    return _is(error, "BuildError")


def is_abort(error: Exception) -> bool:
    """True for an exception by which the program ends a build in its own words."""
    return _is(error, "Abort")


def _is(error: Exception, name: str) -> bool:
    return any(kind.__name__ == name for kind in type(error).__mro__)


def _filter(speaker: logging.Filterer, new: logging.Filter) -> None:
    """Filter what is said, in place of the filter of the build before."""
    for old in [one for one in speaker.filters if type(one) is type(new)]:
        speaker.removeFilter(old)
    speaker.addFilter(new)


class _Hush(logging.Filter):
    def __init__(self, said: list[str]):
        super().__init__()
        self._said = said

    def filter(self, record: logging.LogRecord) -> bool:
        ours = record.levelno >= logging.INFO and is_ours(record.getMessage())
        self._said += [record.getMessage()] if ours else []
        return not ours


class _Room(logging.Filter):
    def __init__(self, progress: Progress, level: int):
        super().__init__()
        self._progress, self._level = progress, level

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno < self._level:
            return False
        self._progress.clear()
        return True


class _Listener(logging.Handler):
    def __init__(self, warnings: list[str]):
        super().__init__(logging.WARNING)
        self._warnings = warnings

    def emit(self, record: logging.LogRecord) -> None:
        self._warnings.append(record.getMessage())
