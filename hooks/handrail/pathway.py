"""A care pathway: who does what, in which order, by when, and what happens if the answer is no."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from handrail.finding import Place, Unread

START, ACTION, QUESTION, END, REFERENCE = "start", "action", "question", "end", "reference"
WHEN = re.compile(r"use this pathway|when to use", re.IGNORECASE)
"""How the heading begins below which a page says when to use its pathway."""


@dataclass(frozen=True)
class Step:
    """One node of the flowchart."""

    id: str
    """The writer's name for the node."""
    kind: str
    """`start`, `action`, `question`, `end`, or `reference` (to another pathway)."""
    text: str
    """The label as one line of plain text."""
    actor: str
    """ID of the innermost subgraph that holds the step; empty where none does."""
    limit: str
    """The time limit in the label, such as `within 2 working days`; empty where none."""
    link: str
    """Target of a `click` on the node, as written; empty where none."""
    place: Place
    """Where the node is first named."""


@dataclass(frozen=True)
class Arrow:
    """One link between two nodes."""

    source: str
    """Step it leaves."""
    target: str
    """Step it leads to."""
    answer: str
    """The words on it, such as `Yes`; empty where none."""
    place: Place
    """Where its target is named in the statement that draws it."""
    heads: int = 1
    """Heads of the line that is drawn: 2 for `a <--> b`, 0 for the way back along that line."""


@dataclass(frozen=True)
class Actor:
    """One subgraph: the agency or team that takes the steps inside it."""

    id: str
    """The writer's name for the subgraph."""
    name: str
    """Its title, such as `Children's social care`."""
    parent: str
    """ID of the subgraph around it; empty at the top."""
    place: Place
    """Where the subgraph is opened."""


@dataclass(frozen=True)
class Diagram:
    """One Mermaid fence of a page."""

    uri: str
    """The page it stands on, from the docs folder."""
    index: int
    """0-based count of Mermaid fences before it on the page."""
    source: str
    """What stands between the fences, without the indentation that all lines share."""
    place: Place
    """First character of the first line inside the fence."""
    kind: str
    """`flowchart`, another Mermaid kind such as `sequence`, or empty where it cannot be read."""
    title: str
    """`accTitle`, else the title in its front matter; empty where none."""
    description: str
    """`accDescr`; empty where none."""
    direction: str = "TB"
    """`TB`, `BT`, `LR` or `RL`."""
    steps: tuple[Step, ...] = ()
    """In the order first named."""
    arrows: tuple[Arrow, ...] = ()
    """In the order drawn."""
    actors: tuple[Actor, ...] = ()
    """In the order opened."""
    unread: tuple[Unread, ...] = ()
    """Why it cannot be read or drawn, where it cannot."""
    heading: str = ""
    """The title in its front matter, which is shown above it; empty where none."""
    notes: dict[str, object] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Where readers of the diagram keep what they worked out, so that it is done once."""

    @property
    def number(self) -> int:
        """1-based position among the page's diagrams, for addresses and headings."""
        return self.index + 1

    @cached_property
    def step(self) -> dict[str, Step]:
        """Steps by ID."""
        return {step.id: step for step in self.steps}

    @cached_property
    def actor(self) -> dict[str, Actor]:
        """Actors by ID."""
        return {actor.id: actor for actor in self.actors}

    def leaving(self, step: str) -> tuple[Arrow, ...]:
        """Arrows out of a step, in the order drawn."""
        return self._leaving.get(step, ())

    def entering(self, step: str) -> tuple[Arrow, ...]:
        """Arrows into a step, in the order drawn."""
        return self._entering.get(step, ())

    def leads_on(self, step: Step) -> bool:
        """True where an arrow leaves the step or a subgraph around it."""
        return any(self.leaving(name) for name in self.around(step))

    def around(self, step: Step) -> tuple[str, ...]:
        """The step's ID and those of the subgraphs around it, innermost first."""
        names, actor = [step.id], step.actor
        while actor and actor not in names:
            names.append(actor)
            actor = self.actor[actor].parent
        return tuple(names)

    def click_on(self, step: Step) -> Place:
        """Where the `click` that links the step stands; the step itself where none is found."""
        for number, line in enumerate(self.source.split("\n")):
            if line.split()[:2] == ["click", step.id]:
                return self.place.moved(number, self.place.column + line.index("click"))
        return step.place

    def next_steps(self, step: Step) -> set[str]:
        """IDs of the steps that an arrow from the step, or from a subgraph around it, leads to;
        an arrow into a subgraph leads to every step inside it."""
        targets = {arrow.target for name in self.around(step) for arrow in self.leaving(name)}
        return {inner for target in targets for inner in self._inside.get(target, ())}

    def text(self, name: str) -> str:
        """The words of a step, or the name of an actor."""
        return self.step[name].text if name in self.step else self.actor[name].name

    def reached_from(self, starts: Iterable[str]) -> frozenset[str]:
        """IDs of the steps that some way from `starts` leads to, they included; arrows into and out
        of a subgraph count for every step inside it."""
        reached: set[str] = set()
        waiting = list(starts)
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting.extend(self.next_steps(self.step[name]))
        return frozenset(reached)

    @cached_property
    def _inside(self) -> dict[str, list[str]]:
        """IDs of steps by each name that stands for them: their own and those of subgraphs."""
        inside: dict[str, list[str]] = {}
        for step in self.steps:
            for name in self.around(step):
                inside.setdefault(name, []).append(step.id)
        return inside

    @cached_property
    def _leaving(self) -> dict[str, tuple[Arrow, ...]]:
        return _grouped(self.arrows, "source")

    @cached_property
    def _entering(self) -> dict[str, tuple[Arrow, ...]]:
        return _grouped(self.arrows, "target")


def _grouped(arrows: tuple[Arrow, ...], end: str) -> dict[str, tuple[Arrow, ...]]:
    groups: dict[str, list[Arrow]] = {}
    for arrow in arrows:
        groups.setdefault(getattr(arrow, end), []).append(arrow)
    return {step: tuple(group) for step, group in groups.items()}
