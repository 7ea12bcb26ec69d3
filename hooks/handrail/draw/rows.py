"""How far down each step stands: below everything that leads to it."""

from __future__ import annotations

from collections.abc import Mapping

from handrail.draw.order import Flow


def assign_rows(flow: Flow) -> dict[str, int]:
    """0-based row of each step. A step stands one row below the lowest that leads on to it."""
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for source, target in flow.forward():
        before.setdefault(target, []).append(source)
        after.setdefault(source, []).append(target)
    rows: dict[str, int] = {}
    for step in flow.steps:
        rows[step] = 1 + max((rows[source] for source in before.get(step, ())), default=-1)
    _draw_near(flow, rows, before, after)
    return rows


def _draw_near(flow: Flow, rows: dict[str, int], before: Mapping, after: Mapping) -> None:
    """Let a step that starts a side branch stand right above what it leads to."""
    for step in reversed(flow.steps):
        if step not in before and step in after and step != flow.steps[0]:
            rows[step] = min(rows[target] for target in after[step]) - 1
