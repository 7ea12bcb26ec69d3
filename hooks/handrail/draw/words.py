"""A pathway as numbered steps, so that nobody needs the drawing to follow it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from handrail.draw.order import Flow, follow, members
from handrail.pathway import START, Arrow, Diagram, Step


@dataclass(frozen=True)
class Lead:
    """Where one arrow out of a step leads."""

    answer: str
    """The words on the arrow; empty where none."""
    target: str
    """ID of the step or agency that it leads to."""
    number: int
    """Number of that step, or of the agency's first step; 0 for an agency without steps."""
    agency: str
    """Name of the agency where the arrow leads to one as a whole; otherwise empty."""
    turn: str
    """`next` number, `ahead` past it, `back` to an earlier one, `again` the same one."""


@dataclass(frozen=True)
class NumberedStep:
    """One step in its place in the reading order."""

    number: int
    """1-based; numbers run through all groups."""
    step: Step
    """The step itself: kind, text, time limit."""
    leads: tuple[Lead, ...]
    """Ways on, in the order drawn; empty where the pathway ends."""
    follows: tuple[int, ...]
    """Numbers of the earlier steps that lead here, where there are several; otherwise empty."""
    agency: str
    """Name of the agency around it whose own arrows lead on, where no arrow leaves the step
    itself; otherwise empty."""


@dataclass(frozen=True)
class Group:
    """Steps in a row that the same agency takes."""

    actor: str
    """ID of the innermost agency; empty where none is named."""
    names: tuple[str, ...]
    """Its name, after the names of the agencies around it; empty where none is named."""
    steps: tuple[NumberedStep, ...]
    """At least one."""

    @property
    def name(self) -> str:
        """The heading, such as `Adult social care: Front door`; empty where none is named."""
        return ": ".join(self.names)


@dataclass(frozen=True)
class Handover:
    """Where arrows lead that leave an agency as a whole."""

    agency: str
    """Its name."""
    leads: tuple[Lead, ...]
    """Ways on, in the order drawn."""


@dataclass(frozen=True)
class Words:
    """A pathway in words."""

    groups: tuple[Group, ...]
    """In reading order."""
    starts: tuple[int, ...]
    """Numbers of the steps at which the pathway can start."""
    handovers: tuple[Handover, ...]
    """Arrows that leave agencies rather than steps."""


def put_into_words(diagram: Diagram) -> Words:
    """The steps of a flowchart in reading order, each with its ways on. Never raises. They are put
    into words once."""
    if "words" not in diagram.notes:
        diagram.notes["words"] = _number_steps(diagram, follow(diagram))
    return diagram.notes["words"]


def _number_steps(diagram: Diagram, flow: Flow) -> Words:
    number = {name: count for count, name in enumerate(flow.steps, start=1)}
    steps = tuple(_numbered(diagram, name, number) for name in flow.steps)
    groups = tuple(
        Group(actor, _names(diagram, actor), tuple(group))
        for actor, group in groupby(steps, key=lambda item: item.step.actor)
    )
    roots = [root for root in flow.roots if not _is_led_to(diagram, diagram.step[root])]
    starts = tuple(sorted(number[root] for root in roots or flow.roots))
    return Words(groups, starts, tuple(_handovers(diagram, number)))


def _is_led_to(diagram: Diagram, step: Step) -> bool:
    """True where an arrow leads to the agency around a step that is no start by its shape."""
    return step.kind != START and any(map(diagram.entering, diagram.around(step)[1:]))


def _numbered(diagram: Diagram, name: str, number: dict[str, int]) -> NumberedStep:
    here = number[name]
    earlier = {
        number[a.source] for a in diagram.entering(name) if number.get(a.source, here) < here
    }
    return NumberedStep(
        here,
        diagram.step[name],
        tuple(_lead(diagram, arrow, here, number) for arrow in _distinct(diagram.leaving(name))),
        tuple(sorted(earlier)) if len(earlier) > 1 else (),
        _agency_leading_on(diagram, diagram.step[name]),
    )


def _agency_leading_on(diagram: Diagram, step: Step) -> str:
    if diagram.leaving(step.id):
        return ""
    around = diagram.around(step)[1:]
    return next((diagram.actor[name].name for name in around if diagram.leaving(name)), "")


def _distinct(arrows: tuple[Arrow, ...]) -> list[Arrow]:
    """The arrows without repeats: one drawn twice says nothing more."""
    return list({(arrow.target, arrow.answer): arrow for arrow in arrows}.values())


def _lead(diagram: Diagram, arrow: Arrow, here: int, number: dict[str, int]) -> Lead:
    agency = diagram.actor[arrow.target].name if arrow.target not in number else ""
    there = number.get(arrow.target) or _first_number(diagram, arrow.target, number)
    turn = "next" if there == here + 1 else "ahead" if there > here else "back"
    return Lead(arrow.answer, arrow.target, there, agency, "again" if there == here else turn)


def _first_number(diagram: Diagram, actor: str, number: dict[str, int]) -> int:
    return min((number[step] for step in members(diagram).get(actor, ())), default=0)


def _names(diagram: Diagram, actor: str) -> tuple[str, ...]:
    """Names of an agency and those around it, outermost first."""
    names: list[str] = []
    while actor in diagram.actor and len(names) < len(diagram.actors):
        names.insert(0, diagram.actor[actor].name)
        actor = diagram.actor[actor].parent
    return tuple(names)


def _handovers(diagram: Diagram, number: dict[str, int]):
    for actor in diagram.actors:
        arrows = _distinct(diagram.leaving(actor.id))
        if arrows:
            here = max((number[step] for step in members(diagram)[actor.id]), default=0)
            leads = tuple(_lead(diagram, arrow, here, number) for arrow in arrows)
            yield Handover(actor.name, leads)
