"""A diagram as SVG: small, with real text, right on paper without any style sheet.

Presentation attributes make it black on white, which is what the PDF engine and a browser without
our style sheet show; the classes let `pathway.css` colour it on screen.

The root is a group, not an image: assistive technology may skip whatever is inside an image, and
every step here is a link to the same step in the words, named by its number and its text. Lines
and answers are hidden from it, because "Yes" on its own says nothing; the words say where each
answer leads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handrail import mermaid
from handrail.draw.addresses import safe_address
from handrail.draw.boxes import LEADING, MARGIN, SIZE, Box, Label
from handrail.draw.foreign import clean_svg
from handrail.draw.layout import Layout, lay_out
from handrail.draw.order import follow
from handrail.draw.places import Rect
from handrail.draw.shapes import arrow, clock, n, outline
from handrail.draw.text import Line, markup
from handrail.mermaid import CannotDraw
from handrail.pathway import Diagram, Step

FONT = "'Atkinson Hyperlegible Next',Arial,sans-serif"
BASELINE = 14.5
"""Pixels from the top of a line of text to the foot of its letters."""
FITS = {"pathway-fits": 810.0, "pathway-fits-wide": 1130.0}
"""Classes by the pixels that a drawing may be wide which shrinks a little where that spares
sideways scrolling: on any page, and on one that has the whole width of a desktop."""
MOST_STEPS, MOST_ARROWS, MOST_LETTERS, MOST_NESTED = 400, 800, 1000, 12


@dataclass(frozen=True)
class Drawing:
    """A drawn diagram."""

    svg: str
    """One `<svg>` element."""
    width: float
    """Pixels at full size."""
    height: float
    """Pixels at full size."""
    text_size: float
    """Size of its text in pixels, at full size."""


def draw_diagram(diagram: Diagram, name: str, targets: Mapping[str, str]) -> Drawing:
    """Draw a diagram.

    `name` begins every ID, so that drawings can share a page. `targets` are addresses by ID of
    the step: of the step in the words, or of the other pathway that it stands for. Raises
    `CannotDraw` where the diagram is too large or the engine refuses it.
    """
    if diagram.kind != "flowchart":
        return _draw_other(diagram, name)
    _refuse_giants(diagram)
    flow = follow(diagram)
    numbers = {step: number for number, step in enumerate(flow.steps, start=1)}
    layout = lay_out(diagram, flow, numbers)
    svg = "".join(_parts(diagram, layout, name, targets))
    return Drawing(svg, round(layout.width, 1), round(layout.height, 1), SIZE)


def _refuse_giants(diagram: Diagram) -> None:
    """Raise `CannotDraw` for what nobody could read and what would take long to lay out."""
    if not diagram.steps and not diagram.actors:
        raise CannotDraw("the diagram has no steps")
    if len(diagram.steps) > MOST_STEPS or len(diagram.actors) > MOST_STEPS:
        raise CannotDraw(f"the diagram has more than {MOST_STEPS} steps or agencies")
    if len(diagram.arrows) > MOST_ARROWS:
        raise CannotDraw(f"the diagram has more than {MOST_ARROWS} arrows")
    texts = [step.text for step in diagram.steps] + [actor.name for actor in diagram.actors]
    if any(len(text) > MOST_LETTERS for text in [*texts, *(a.answer for a in diagram.arrows)]):
        raise CannotDraw(f"a text in the diagram has more than {MOST_LETTERS} letters")
    if any(_depth(diagram, actor.id) > MOST_NESTED for actor in diagram.actors):
        raise CannotDraw(f"more than {MOST_NESTED} agencies are nested in each other")


def _depth(diagram: Diagram, actor: str) -> int:
    depth = 0
    while actor in diagram.actor and depth <= MOST_NESTED:
        actor = diagram.actor[actor].parent
        depth += 1
    return depth


def _parts(
    diagram: Diagram, layout: Layout, name: str, targets: Mapping[str, str]
) -> Iterator[str]:
    yield _opening(layout, name)
    title = diagram.title or "Pathway"
    about = diagram.description or f"A flowchart of {len(diagram.steps)} steps."
    yield f'<title id="{name}-title">{markup(title)}</title>'
    yield f'<desc id="{name}-desc">{markup(about)}</desc>'
    yield (
        f'<marker id="{name}-head" class="head" viewBox="0 0 8 8" refX="4" refY="4" '
        'markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" '
        'orient="auto-start-reverse">'
        '<path d="M0 .5 8 4 0 7.5z" stroke="none"/></marker>'
    )
    lanes = "".join(_lane(*lane) for lane in layout.lanes)
    yield _layer('class="lanes" fill="#f4f4f4" stroke="#767676"', lanes)
    look = f'fill="none" stroke="#000" stroke-width="1.5" marker-end="url(#{name}-head)"'
    both = f' marker-start="url(#{name}-head)"'
    heads = (way.heads for way in diagram.arrows if way.heads)
    lines = "".join(
        f'<path d="{arrow(points, count)}"{both if count > 1 else ""}/>'
        for points, count in zip(layout.lines, heads, strict=True)
    )
    yield _layer(f'class="arrows" aria-hidden="true" {look}', lines)
    answers = "".join(_answer(label, rect) for label, rect in layout.answers)
    yield _layer('class="answers" aria-hidden="true" fill="#fff" text-anchor="middle"', answers)
    steps = "".join(
        _step(step, *layout.boxes[step.id], safe_address(targets.get(step.id, "")))
        for step in diagram.steps
    )
    yield _layer('class="steps" fill="#fff" stroke="#000" stroke-width="1.5"', steps) + "</svg>"


def _opening(layout: Layout, name: str) -> str:
    """The tag that begins the drawing."""
    width, height = n(layout.width), n(layout.height)
    fits = next((name for name, most in FITS.items() if layout.width <= most), "")
    kind = f"pathway-drawing {fits}".rstrip()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{kind}" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}" role="group" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc" '
        f'font-family="{FONT}" font-size="{n(SIZE)}">'
    )


def _layer(attributes: str, content: str) -> str:
    """A group of things drawn alike; nothing where there are none."""
    return f"<g {attributes}>{content}</g>" if content else ""


def _lane(rect: Rect, label: Label, title: Rect) -> str:
    lines = _lines(label.lines, title.x, title.y + BASELINE)
    return f'{_rect(rect, 4)}<text fill="#000" stroke="none" font-weight="700">{lines}</text>'


def _answer(label: Label, rect: Rect) -> str:
    x, y = rect.x + rect.width / 2, rect.y + BASELINE
    lines = _lines(label.lines, x, y)
    return f'{_rect(rect, 3)}<text fill="#000">{lines}</text>'


def _rect(rect: Rect, radius: float) -> str:
    size = f'width="{n(rect.width)}" height="{n(rect.height)}"'
    return f'<rect x="{n(rect.x)}" y="{n(rect.y)}" {size} rx="{n(radius)}"/>'


def _step(step: Step, box: Box, rect: Rect, href: str) -> str:
    x, y = rect.x + box.indent, rect.y + MARGIN + BASELINE
    words = x + box.hanging
    content = f'<path d="{outline(step.kind, rect)}"/>'
    text = f'<tspan font-weight="700" x="{n(x)}" y="{n(y)}">{box.number}</tspan> '
    text += _lines(box.lines, words, y)
    if box.limit:
        below = y + LEADING * len(box.lines)
        content += f'<path class="clock" fill="none" d="{clock(x, below - 5.5)}"/>'
        text += f' <tspan font-weight="700">{_lines(box.limit, words, below)}</tspan>'
    content += f'<text fill="#000" stroke="none">{text}</text>'
    place = f'class="step {step.kind} drawn-{box.number}"'
    if not href:
        return f"<g {place}>{content}</g>"
    return f'<a {place} href="{markup(href)}">{content}</a>'


def _lines(lines: tuple[Line, ...], x: float, y: float) -> str:
    """Lines of text, each begun at (`x`, `y`) and below it."""
    left = n(x)
    return " ".join(
        f'<tspan x="{left}" y="{n(y + LEADING * count)}">{_words(line)}</tspan>'
        for count, line in enumerate(lines)
    )


def _words(line: Line) -> str:
    """Words of one line, those in bold marked."""
    text, bold = "", False
    for word in line:
        gap = " " if text else ""
        if word.bold and not bold:
            text += gap + '<tspan font-weight="700">'
        elif bold and not word.bold:
            text += "</tspan>" + gap
        else:
            text += gap
        text += markup(word.text)
        bold = word.bold
    return text + ("</tspan>" if bold else "")


def _draw_other(diagram: Diagram, name: str) -> Drawing:
    """What the engine makes of a diagram that is no flowchart, cleaned."""
    if not diagram.kind:
        raise CannotDraw("the diagram cannot be read")
    title = diagram.title or f"{diagram.kind.capitalize()} diagram"
    svg = mermaid.draw(diagram.source)
    return Drawing(*clean_svg(svg, name, title, diagram.description or title), SIZE)
