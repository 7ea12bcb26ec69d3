"""Drawings: small, safe, legible, and with nothing in the way of anything else."""

import json
import re
import time
from xml.etree import ElementTree

import pytest
from flowcharts import made, protocol_pathways, read, written_flowcharts
from geometry import faults
from protocol import ROOT

from handrail import mermaid
from handrail.draw import draw_diagram, pathway_figure
from handrail.draw.alone import drawings
from handrail.draw.boxes import set_apart
from handrail.draw.foreign import clean_svg
from handrail.draw.places import Rect
from handrail.draw.shapes import outline
from handrail.draw.text import break_lines, line_width, printable, words_of
from handrail.mermaid import CannotDraw
from handrail.pathway import ACTION, END, QUESTION, REFERENCE, START

SVG = "{http://www.w3.org/2000/svg}"
PATHWAYS = dict(protocol_pathways())
WIDTHS = ROOT / "hooks/handrail/draw/widths.json"
FLAT = """flowchart TB
    a([Start]) --> b{Safe?}
    b -->|Yes| c[Visit] --> d([End])
    b -->|No| e[[Harm]]
"""


def svg(source: str, name: str = "p", **targets: str) -> ElementTree.Element:
    return ElementTree.fromstring(draw_diagram(read(source), name, targets).svg)


def texts(element: ElementTree.Element) -> list[str]:
    return [" ".join("".join(item.itertext()).split()) for item in element.iter(f"{SVG}text")]


def test_a_pathway_that_has_not_changed_is_neither_read_nor_drawn_again():
    first, second = (pathway_figure(read(FLAT), "p", {}) for _ in range(2))
    assert first is second
    assert mermaid.read(FLAT) is mermaid.read(FLAT)


# A drawing by itself -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("folders", "path", "step"),
    [
        (True, "pathways/crisis/pathway-1.svg", "./#pathway-1-step-2"),
        (False, "pathways/crisis-pathway-1.svg", "crisis.html#pathway-1-step-2"),
    ],
)
def test_a_drawing_by_itself_brings_its_fonts_and_leads_back_to_the_words(folders, path, step):
    figure = pathway_figure(read(FLAT), "pathway-1", {"e": "../harm/"}, "pathway-1.svg")
    assert '<a href="pathway-1.svg">Open the drawing by itself</a>' in figure
    [(where, picture)] = drawings({"pathways/crisis.md": figure}, folders)
    assert where == path
    links = [item.get("href") for item in ElementTree.fromstring(picture).iter(f"{SVG}a")]
    assert step in links
    assert "../harm/" in links
    up = "../" * path.count("/")
    assert f"url({up}assets/fonts/AtkinsonHyperlegibleNext-Regular.woff2)" in picture


# Text --------------------------------------------------------------------------------------------


def test_widths_are_those_of_the_fonts(accept):
    fonts = pytest.importorskip("fontTools.ttLib")
    table = {}
    for weight in ("regular", "bold"):
        path = ROOT / f"overrides/print/fonts/AtkinsonHyperlegibleNext-{weight.title()}.ttf"
        font, groups = fonts.TTFont(path), {}
        for code, glyph in sorted(font.getBestCmap().items()):
            width = round(font["hmtx"][glyph][0] * 1000 / font["head"].unitsPerEm)
            groups.setdefault(width, []).append(chr(code))
        table[weight] = {str(width): "".join(groups[width]) for width in sorted(groups)}
    if accept:
        text = json.dumps(table, ensure_ascii=False, indent=0) + "\n"
        WIDTHS.write_text(text, "utf-8", newline="\n")
    assert json.loads(WIDTHS.read_text("utf-8")) == table


def test_lines_are_no_wider_than_asked_and_about_equally_long():
    words = words_of("Ask whether anyone in the family looks after a child at home")
    lines = break_lines(words, 170, 16)
    widths = [line_width(line, 16) for line in lines]
    assert [word for line in lines for word in line] == list(words)
    assert max(widths) <= 170
    assert min(widths) > 0.6 * max(widths)


def test_a_word_too_long_for_a_line_is_broken():
    lines = break_lines(words_of("Llanfairpwllgwyngyllgogerychwyrndrobwll"), 100, 16)
    assert len(lines) > 2
    assert all(line_width(line, 16) <= 100 for line in lines)


@pytest.mark.parametrize(
    ("text", "words", "limit"),
    [
        ("Reply within 1 working day", "Reply", "within 1 working day"),
        ("Visit (within 5 working days).", "Visit", "within 5 working days"),
        ("Within 2 hours, ring the parent", "Within 2 hours, ring the parent", ""),
        ("Decided within 1 working day?", "Decided within 1 working day?", ""),
    ],
)
def test_a_time_limit_at_the_end_is_set_apart(text, words, limit):
    step = read(f'flowchart TB\n a["{text}"]').steps[0]
    if "?" in text:
        step = read(f'flowchart TB\n a{{"{text}"}}').steps[0]
    line, apart = set_apart(step)
    assert (" ".join(word.text for word in line), apart) == (words, limit)
    assert apart or any(word.bold for word in line)


# What is in a drawing ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", PATHWAYS)
def test_every_word_of_a_pathway_is_in_its_drawing(name):
    diagram = PATHWAYS[name]
    shown = " ".join(texts(ElementTree.fromstring(draw_diagram(diagram, "p", {}).svg)))
    for said in [s.text for s in diagram.steps] + [a.name for a in diagram.actors]:
        assert all(word in shown for word in re.findall(r"[\w']+", said))
    assert all(" ".join(a.answer.split()) in shown for a in diagram.arrows)


@pytest.mark.parametrize("name", PATHWAYS)
def test_a_drawing_is_small(name):
    drawing = draw_diagram(PATHWAYS[name], "pathway-1", {})
    assert len(drawing.svg.encode()) < 12_288 * max(len(PATHWAYS[name].steps), 15) / 15


def test_the_same_pathway_is_always_drawn_the_same():
    diagram = made(5, steps=20)
    assert draw_diagram(diagram, "p", {}) == draw_diagram(diagram, "p", {})
    assert not re.search(r"\d\.\d\d", draw_diagram(diagram, "p", {}).svg)


def test_each_kind_of_step_has_an_outline_of_its_own():
    kinds = (START, ACTION, QUESTION, END, REFERENCE)
    assert len({outline(kind, Rect(0, 0, 200, 60)) for kind in kinds}) == 5


def _steps(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [item for item in root.iter() if "step" in item.get("class", "").split()]


def test_a_step_is_a_link_named_by_its_number_and_its_text():
    links = list(svg(FLAT, b="#p-step-2").iter(f"{SVG}a"))
    assert [(link.get("href"), texts(link)) for link in links] == [("#p-step-2", ["2 Safe?"])]


def test_the_drawing_is_a_group_with_a_title_and_a_description():
    root = svg("flowchart TB\n accTitle: Crisis\n accDescr: Who acts\n a --> b", name="pathway-7")
    named = {item.get("id"): item.text for item in root.iter() if item.get("id")}
    assert root.get("role") == "group"
    assert named[root.get("aria-labelledby")] == "Crisis"
    assert named[root.get("aria-describedby")] == "Who acts"


def test_drawings_on_one_page_share_no_id():
    page = (
        draw_diagram(read(FLAT), "pathway-1", {}).svg
        + draw_diagram(read(FLAT), "pathway-2", {}).svg
    )
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) > 0


def test_the_figure_never_says_the_engines_name():
    source = 'flowchart TB\n accTitle: Mermaid\n a["MERMAID mermaid"] -->|mermaid| b'
    figure = pathway_figure(read(source), "p", {"a": "../mermaid/"})
    assert "mermaid" not in figure.lower()


def test_the_figure_links_steps_to_their_words_and_references_to_their_pathway():
    figure = pathway_figure(read(FLAT), "p", {"e": "../harm/"})
    for href in re.findall(r'href="#([^"]+)"', figure):
        assert f'id="{href}"' in figure
    assert figure.count('href="../harm/"') == 2


def test_the_title_in_front_matter_stands_above_the_drawing():
    figure = pathway_figure(read(f"---\ntitle: Harm & home\n---\n{FLAT}"), "p", {})
    assert '<p class="pathway-title"><b>Harm &amp; home</b></p>' in figure


def test_the_writers_colours_are_left_out():
    plain = draw_diagram(read(FLAT), "p", {}).svg
    styled = FLAT + "\n classDef red fill:#f00\n class b red\n style c fill:#0f0,stroke:#00f"
    assert draw_diagram(read(styled), "p", {}).svg == plain


# Where things are --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PATHWAYS)
def test_nothing_is_in_the_way_in_a_pathway_of_the_protocol(name):
    assert faults(PATHWAYS[name]) == []


def test_nothing_is_in_the_way_in_flowcharts_as_people_write_them():
    assert [found for diagram in written_flowcharts() if (found := faults(diagram))] == []


@pytest.mark.parametrize("seeds", [range(i, i + 50) for i in range(0, 400, 50)])
def test_nothing_is_in_the_way_in_any_flowchart(seeds):
    assert {seed: found for seed in seeds if (found := faults(made(seed)))} == {}


def test_an_arrow_with_two_heads_is_one_line():
    drawing = draw_diagram(read("flowchart TB\n a[Ask] <-->|Both| b[Tell]\n b --> c"), "p", {}).svg
    lines = re.findall("<path[^>]*>", re.search('class="arrows".*?</g>', drawing)[0])
    assert [line.count("marker-start") for line in lines] == [1, 0]
    assert drawing.count(">Both<") == 1


@pytest.mark.parametrize(
    ("direction", "axis", "sign"),
    [("TB", "y", 1), ("BT", "y", -1), ("LR", "x", 1), ("RL", "x", -1)],
)
def test_a_pathway_runs_the_way_it_says(direction, axis, sign):
    root = svg(f"flowchart {direction}\n a[First] --> b[Second]")
    first, second = (float(step.find(f"{SVG}text/{SVG}tspan").get(axis)) for step in _steps(root))
    assert (second - first) * sign > 0


# Hostile and outsize input -----------------------------------------------------------------------

CHAIN = "\n".join(f"n{i} --> n{i + 1}" for i in range(398))
TANGLE = "\n".join(f"n{i} -->|{i}| n{i * 7 % 398}\nn{i} --> n{i * 13 % 398}" for i in range(398))
STAR = "\n".join(f"a -->|{i}| n{i}" for i in range(390))
ODD = {
    "chain": CHAIN,
    "tangle": TANGLE,
    "star": STAR,
    "parallel": "\n".join(f"a -->|{i}| b" for i in range(300)),
    "loose": "\n".join(f"n{i}" for i in range(399)),
    "nested": "\n".join(f"subgraph s{i}" for i in range(12)) + "\na --> b" + "\nend" * 12,
    "empty": 'a[" "] -->|" "| b[""]\nsubgraph e[" "]\nend',
    "long": f'a["{"x" * 999}"] --> b["{"y " * 499}"]',
    "script": 'a["<script>x()</script>"] -->|"<img src=x onerror=x()>"| b["]]>&lt;b&gt;"]',
    "odd": 'a["\u202egnitset \u0001\ufffe\U0001f469\u200d\U0001f467 \u6f22\u5b57 \u05d0"]',
    "surrogate": 'a["half a pair: \ud83d"]'.encode("utf-8", "replace").decode(),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_input_is_drawn_safely_and_soon(name):
    began = time.process_time()
    diagram = read(f"flowchart TB\n{ODD[name]}")
    figure = pathway_figure(diagram, "p", {step.id: step.link for step in diagram.steps})
    assert time.process_time() - began < 2
    ElementTree.fromstring(re.search(r"<svg.*?</svg>", figure, re.DOTALL)[0])
    assert not re.search(r"(?i)<(script|img|b>x)|javascript:", figure)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("\n".join(f"n{i}" for i in range(401)), "more than 400 steps"),
        ("\n".join(f"a -->|{i}| b" for i in range(801)), "more than 800 arrows"),
        (f'a["{"x" * 1001}"]', "more than 1000 letters"),
        ("\n".join(f"subgraph s{i}" for i in range(13)) + "\na" + "\nend" * 13, "nested"),
        ("\n".join(f"n{i} --> n{i + 1}" for i in range(10_000)), "cannot be read|more than"),
        ("\n".join(f"subgraph s{i}" for i in range(500)) + "\na" + "\nend" * 500, "cannot be|nest"),
        ("", "no steps"),
        ("a[[[[", "cannot be read"),
    ],
)
def test_what_is_too_large_to_read_is_refused_with_a_reason(source, reason):
    diagram = read(f"flowchart TB\n{source}")
    with pytest.raises(CannotDraw, match=reason):
        draw_diagram(diagram, "p", {})


def test_a_flowchart_too_large_to_draw_is_left_to_the_browser_with_its_words():
    chain = "\n".join(f"  s{i}[Call desk {i}] --> s{i + 1}[Call desk {i + 1}]" for i in range(401))
    figure = pathway_figure(read(f"flowchart TB\nsubgraph Desk\n{chain}\nend"), "p", {}, "p.svg")
    assert '<div class="mermaid">flowchart TB' in figure
    assert 'id="p-step-402"' in figure  # what other pages link to
    assert "p.svg" not in figure


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "Java\tScript:x", "data:text/html,x", "//["]
)
def test_a_link_that_would_run_a_program_is_not_drawn(address):
    assert list(svg(FLAT, b=address).iter(f"{SVG}a")) == []


@pytest.mark.parametrize("text", ["\x00", "\x1b", "\ud800", "\ufffe"])
def test_characters_that_xml_cannot_hold_are_replaced(text):
    assert printable(f"a{text}b") == "a\ufffdb"


# Other kinds of diagram --------------------------------------------------------------------------

OTHERS = {
    "sequence": "sequenceDiagram\n accTitle: Calls\n Nurse->>Worker: Refer <b>now</b>",
    "state": "stateDiagram-v2\n [*] --> Open\n Open --> Closed: plan agreed",
    "timeline": "timeline\n title Plan\n Day 1 : Visit\n Day 5 : Meet : Write",
    "gantt": "gantt\n dateFormat YYYY-MM-DD\n section S\n Visit :v, 2026-01-01, 3d\n"
    ' click v href "javascript:x"',
    "journey": "journey\n title Day\n section Visit\n Ring: 5: Nurse",
}


@pytest.mark.parametrize("kind", OTHERS)
def test_other_kinds_are_cleaned(kind):
    drawing = draw_diagram(read(OTHERS[kind]), "p1", {}).svg
    root = ElementTree.fromstring(drawing)
    assert not re.search(
        r"(?i)filter|mermaid|<script|<foreignobject|javascript:|\son\w+=|@import", drawing
    )
    assert all(item.get("id").startswith("p1-") for item in root.iter() if item.get("id"))
    for selectors in re.findall(r"([^{}]+)\{", "".join(root.find(f"{SVG}style").itertext())):
        assert all(one.strip().startswith("#p1-drawing") for one in selectors.split(","))
    assert root.get("role") == "group"


@pytest.mark.parametrize("kind", OTHERS)
def test_other_kinds_have_dark_words_on_light_boxes(kind):
    style = "".join(svg(OTHERS[kind]).find(f"{SVG}style").itertext())
    assert "#14252f" in style
    assert not re.search(r"(?i)#ececff|#8a90dd|hsl\(240, ?100%, ?[67]", style)


def test_a_kind_whose_words_would_be_lost_is_refused():
    with pytest.raises(CannotDraw, match="HTML only"):
        draw_diagram(read("mindmap\n root((Parent))\n  Child"), "p", {})


def test_cleaning_takes_out_all_that_runs_or_calls_out():
    dirty = (
        '<svg xmlns="http://www.w3.org/2000/svg" id="m" viewBox="0 0 9 9"><style>#m .a{fill:red}'
        "body{display:none}#m .a{background:url(http://x)}@import 'x';</style><script>x()</script>"
        '<g class="a" onclick="x()" style="fill:url(http://x)"><image href="http://x"/>'
        '<a href="javascript:x()"><text fill="url(#g)">Safe &amp; sound</text></a></g></svg>'
    )
    clean, width, height = clean_svg(dirty, "p", "T", "D")
    assert (width, height) == (9, 9)
    assert "Safe &amp; sound" in clean
    assert 'fill="url(#p-g)"' in clean
    assert "#p-drawing .a{fill:red}" in clean
    assert not re.search("script|http://x|onclick|body|image|import", clean)


def test_a_drawing_that_declares_entities_is_refused():
    with pytest.raises(CannotDraw):
        clean_svg('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "p", "T", "D")


# On paper ----------------------------------------------------------------------------------------


@pytest.mark.pdf
@pytest.mark.parametrize("name", [*PATHWAYS][:3])
def test_the_pdf_engine_draws_a_pathway_without_a_warning(name, tmp_path):
    typst = pytest.importorskip("typst")
    drawing = draw_diagram(PATHWAYS[name], "p", {})
    page = tmp_path / "page.typ"
    page.write_text('#image(bytes(sys.inputs.svg), format: "svg", alt: "A pathway")', "utf-8")
    fonts = str(ROOT / "overrides/print/fonts")
    compiler = typst.Compiler(
        str(page), font_paths=[fonts], ignore_system_fonts=True, sys_inputs={"svg": drawing.svg}
    )
    output, warnings = compiler.compile_with_warnings(format="svg")
    assert not warnings
    assert output
