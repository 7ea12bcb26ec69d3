"""The order in which a pathway is read, and which of its arrows lead back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from handrail.pathway import START, Diagram


@dataclass(frozen=True)
class Flow:
    """How the steps of a diagram follow each other."""

    steps: tuple[str, ...]
    """Step IDs in reading order: each after all that lead to it, except along arrows back."""
    roots: tuple[str, ...]
    """Steps at which somebody starts to read."""
    ends: tuple[tuple[str, str], ...]
    """For each arrow the steps it joins; an agency stands for its first or last step."""
    back: frozenset[int]
    """Positions of the arrows that lead back to an earlier step or to the same one."""

    def forward(self) -> Iterable[tuple[str, str]]:
        """Ends of the arrows that lead on."""
        for index, (source, target) in enumerate(self.ends):
            if index not in self.back and source and target:
                yield source, target


def follow(diagram: Diagram) -> Flow:
    """Find the reading order of a flowchart: depth first, in the order the writer drew. It is found
    once."""
    if "flow" not in diagram.notes:
        diagram.notes["flow"] = _follow(diagram)
    return diagram.notes["flow"]


def _follow(diagram: Diagram) -> Flow:
    held = members(diagram)
    ends = tuple(
        (_stand_in(arrow.source, diagram, held, -1), _stand_in(arrow.target, diagram, held, 0))
        for arrow in diagram.arrows
    )
    ids = [step.id for step in diagram.steps]
    roots, back = _explore(ids, _first_guess(diagram, ends), _next(ends))
    onward = _next(ends, back)
    steps = _postorder(reversed(roots), {step: onward[step][::-1] for step in onward})
    return Flow(tuple(reversed(steps)), tuple(roots), ends, frozenset(back))


def one_line_each(diagram: Diagram, flow: Flow) -> tuple[Diagram, Flow]:
    """The same with one arrow for each line that is drawn: without the ways back along lines that
    have a head at either end."""
    kept = [index for index, arrow in enumerate(diagram.arrows) if arrow.heads]
    if len(kept) == len(diagram.arrows):
        return diagram, flow
    ends = tuple(flow.ends[index] for index in kept)
    back = frozenset(place for place, index in enumerate(kept) if index in flow.back)
    arrows = tuple(diagram.arrows[index] for index in kept)
    return replace(diagram, arrows=arrows), replace(flow, ends=ends, back=back)


def members(diagram: Diagram) -> dict[str, list[str]]:
    """Steps inside each agency, those of agencies within it included, as first named."""
    held: dict[str, list[str]] = {actor.id: [] for actor in diagram.actors}
    for step in diagram.steps:
        seen = set()
        owner = step.actor
        while owner in held and owner not in seen:
            seen.add(owner)
            held[owner].append(step.id)
            owner = diagram.actor[owner].parent
    return held


def _stand_in(end: str, diagram: Diagram, held: Mapping[str, list[str]], which: int) -> str:
    """The step for one end of an arrow; empty where an agency without steps stands there."""
    if end in diagram.step:
        return end
    steps = held.get(end)
    return steps[which] if steps else ""


def _next(
    ends: tuple[tuple[str, str], ...], back: Iterable[int] = ()
) -> dict[str, list[tuple[int, str]]]:
    skipped = set(back)
    found: dict[str, list[tuple[int, str]]] = {}
    for index, (source, target) in enumerate(ends):
        if source and target and index not in skipped:
            found.setdefault(source, []).append((index, target))
    return found


def _first_guess(diagram: Diagram, ends: tuple[tuple[str, str], ...]) -> list[str]:
    """Where reading may start: steps nothing leads to, then round ones, then all others."""
    reached = {target for source, target in ends if source != target}
    free = [step.id for step in diagram.steps if step.id not in reached]
    free.sort(key=lambda name: diagram.step[name].kind != START)
    rest = [step for step in diagram.steps if step.id in reached]
    rest.sort(key=lambda step: step.kind != START)
    return free + [step.id for step in rest]


def _explore(
    ids: list[str], guesses: list[str], onward: Mapping[str, list[tuple[int, str]]]
) -> tuple[list[str], set[int]]:
    """The roots that are needed to reach every step, and the arrows that close a circle."""
    state = dict.fromkeys(ids, "new")
    roots, back = [], set()
    for root in guesses:
        if state[root] == "new":
            roots.append(root)
            _walk(root, onward, state, back)
    return roots, back


def _walk(root: str, onward: Mapping, state: dict[str, str], back: set[int]) -> None:
    """Visit everything that can be reached from `root`; not recursive, pathways may be deep."""
    state[root] = "open"
    stack = [(root, iter(onward.get(root, ())))]
    while stack:
        step, arrows = stack[-1]
        for index, target in arrows:
            if state[target] == "open":
                back.add(index)
            elif state[target] == "new":
                state[target] = "open"
                stack.append((target, iter(onward.get(target, ()))))
                break
        else:
            state[step] = "done"
            stack.pop()


def _postorder(roots: Iterable[str], onward: Mapping[str, list[tuple[int, str]]]) -> list[str]:
    seen: set[str] = set()
    done: list[str] = []
    for root in roots:
        if root in seen:
            continue
        seen.add(root)
        stack = [(root, iter(onward.get(root, ())))]
        while stack:
            step, arrows = stack[-1]
            fresh = next((target for _, target in arrows if target not in seen), None)
            if fresh is None:
                done.append(step)
                stack.pop()
            else:
                seen.add(fresh)
                stack.append((fresh, iter(onward.get(fresh, ()))))
    return done
