"""The day a build speaks for, as SOURCE_DATE_EPOCH gives and takes it (reproducible-builds.org)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

NAME = "SOURCE_DATE_EPOCH"


class WrongDay(Exception):
    """The environment names no day. Its text is a plain sentence."""


def today(environment: Mapping[str, str]) -> date:
    """The day that the environment sets in seconds since 1970, or the clock's.

    Raises `WrongDay`.
    """
    seconds = environment.get(NAME)
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date() if seconds else date.today()
    except (ValueError, OverflowError, OSError):
        raise WrongDay(f"{NAME} is {seconds}, which is no number of seconds") from None


def in_seconds(day: date) -> str:
    """The first second of a day, as the environment has it."""
    return str(int(datetime.combine(day, time(), UTC).timestamp()))
