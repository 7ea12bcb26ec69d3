"""Pathways drawn as SVG and put into words.

    draw_diagram(diagram, name, targets)    a drawing
    put_into_words(diagram)                 the same pathway as numbered steps
    pathway_figure(diagram, name, hrefs)    both, as one block of HTML

How a flowchart becomes a drawing, in order:

    order     which arrows lead back, and the order in which to read the steps
    boxes     what stands in each box, broken into lines
    rows      how far down each step stands
    columns   who stands beside whom, agencies kept together
    routes    which way each arrow runs between the boxes
    tracks    which lines lie beside which, with as few crossings as can be
    layout    all that in pixels
    svg       all that as text
"""

from handrail.draw.figure import pathway_figure
from handrail.draw.svg import Drawing, draw_diagram
from handrail.draw.words import Words, put_into_words

__all__ = ["Drawing", "Words", "draw_diagram", "pathway_figure", "put_into_words"]
