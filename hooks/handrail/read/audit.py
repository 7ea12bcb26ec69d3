"""Reads and writes the results of examining the site: `audit.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from handrail.audit import Audit, Examination, Failure

VERSION = 1


def read_audit(text: str | None) -> Audit:
    """The results in a file's text; no results where there is no file. Never raises."""
    if text is None:
        return Audit()
    try:
        values = json.loads(text)
        if values["version"] != VERSION:
            return Audit(unread=f"it is of version {values['version']}, not {VERSION}")
        return Audit(tuple(_examination(one) for one in values["examinations"]))
    except json.JSONDecodeError as error:
        return Audit(unread=f"it is no JSON from line {error.lineno} on")
    except KeyError as error:
        return Audit(unread=f'it lacks "{error.args[0]}"')
    except (TypeError, AttributeError, RecursionError):
        return Audit(unread="it has another shape than the results of an audit")
    except ValueError as error:
        return Audit(unread=f"{error}")


def with_examination(text: str | None, done: Examination) -> str:
    """The file's text with one more examination, in the place of the last by the same program or
    people."""
    others = [one for one in read_audit(text).examinations if one.by != done.by]
    values = {"version": VERSION, "examinations": [_values(one) for one in [*others, done]]}
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _examination(values: Mapping) -> Examination:
    return Examination(
        by=_text(values["by"]),
        how=_text(values["how"]),
        day=date.fromisoformat(values["date"]),
        pages=_count(values["pages"]),
        by_people=values.get("by_people", False) is True,
        failures=tuple(
            Failure(_text(one["rule"]), _text(one["page"]), _text(one["says"]))
            for one in values.get("failures", ())
        ),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} should be words in quotes")
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or value < 1:
        raise ValueError(f'"pages" is {value}, and should be 1 or more')
    return value


def _values(one: Examination) -> dict:
    failures = [{"rule": f.rule, "page": f.page, "says": f.says} for f in one.failures]
    return {
        "by": one.by,
        "how": one.how,
        "date": one.day.isoformat(),
        "pages": one.pages,
        "by_people": one.by_people,
        "failures": failures,
    }
