"""Every loop has a way out.

In a loop without one, a family is sent from service to service for ever.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import Diagram

ID = "loop-without-exit"
LEVEL = "error"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each group of steps that lead to each other and to no end."""
    finishing = _finishing(diagram)
    stuck = [step for step in diagram.steps if step.id not in finishing]
    for group in _loops(diagram, {step.id for step in stuck}):
        first = next(step for step in stuck if step.id in group)
        names = ", ".join(f'"{step.text}"' for step in stuck if step.id in group)
        yield Fault(
            first.place,
            f"no way leads out of the loop of {names}",
            "draw an arrow from one of its steps to an end or to another pathway",
        )


def _finishing(diagram: Diagram) -> set[str]:
    """IDs of steps from which some way leads to a step that no arrow leaves."""
    done = {step.id for step in diagram.steps if not diagram.leads_on(step)}
    grew = True
    while grew:
        before = len(done)
        for step in reversed(diagram.steps):  # most arrows lead down
            if step.id not in done and not done.isdisjoint(diagram.next_steps(step)):
                done.add(step.id)
        grew = len(done) > before
    return done


def _loops(diagram: Diagram, steps: set[str]) -> list[set[str]]:
    """The loops among `steps`: largest groups in which each step leads to every other."""
    ahead = {name: _ahead(diagram, name) for name in steps}
    loops: list[set[str]] = []
    for name in sorted(steps):
        group = {other for other in ahead[name] if name in ahead.get(other, ())}
        if group and group not in loops:
            loops.append(group)
    return loops


def _ahead(diagram: Diagram, name: str) -> set[str]:
    """IDs of every step that some way from step `name` leads to."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for other in diagram.next_steps(diagram.step[waiting.pop()]):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found
