"""Drawings as a browser shows them, in the fonts that the site serves."""

import html
import re
import sysconfig
from itertools import combinations
from pathlib import Path

import pytest
from flowcharts import made, protocol_pathways, written_flowcharts
from protocol import ROOT

from handrail.draw import draw_diagram, pathway_figure
from handrail.read.diagrams import plain

ASSETS = ROOT / "overrides/site/assets"
ENGINE = Path(sysconfig.get_path("purelib")) / "mermaidx/assets/mermaid.js"
PATHWAYS = dict(protocol_pathways()) | {f"made-{seed}": made(seed, 14) for seed in range(10)}
SEEN = """() => {
    const places = (root, selector) => [...root.querySelectorAll(selector)].map(element => {
        const {x, y, width, height} = element.getBBox();
        return [x, y, x + width, y + height];
    });
    const drawing = document.querySelector(".pathway-drawing");
    const held = selector => [...drawing.querySelectorAll(selector)].map(holder => ({
        box: places(holder, "path, rect")[0], texts: places(holder, "text"),
    }));
    const pairs = selector => {
        const boxes = places(drawing, selector + " > rect");
        const texts = places(drawing, selector + " > text");
        return texts.map((text, i) => ({box: boxes[i], texts: [text]}));
    };
    return {
        steps: held(".step"), answers: pairs(".answers"), lanes: pairs(".lanes"),
        lines: places(drawing, ".arrows > path"),
        size: [0, 0, drawing.viewBox.baseVal.width, drawing.viewBox.baseVal.height],
        font: document.fonts.check("16px 'Atkinson Hyperlegible Next'"),
    };
}"""
LABELS = """async source => {
    const {svg} = await mermaid.render("official", source);
    document.body.innerHTML = svg;
    const all = selector => [...document.querySelectorAll(selector)];
    const texts = selector => all(selector).map(e => e.textContent).filter(t => t.trim());
    return {
        labels: texts(".node .nodeLabel, .edgeLabel .edgeLabel, .cluster-label"),
        edges: all("path.flowchart-link").length,
    };
}"""

MODEL = """async source => {
    const {db} = await mermaid.mermaidAPI.getDiagramFromText(source), {nodes, edges} = db.getData();
    const drawn = edge => edge.pattern !== "invisible" && edge.thickness !== "invisible";
    return {
        steps: nodes.filter(node => !node.isGroup).map(node => [node.id, node.label]),
        actors: nodes.filter(node => node.isGroup).map(node => [node.id, node.label]),
        inside: nodes.map(node => [node.id, node.parentId || ""]),
        links: nodes.filter(node => node.link).map(node => [node.id, node.link]),
        arrows: edges.filter(drawn).map(edge => [edge.start, edge.end, edge.label || ""]),
        direction: db.getDirection().replace("TD", "TB"),
        words: [db.getAccTitle(), db.getAccDescription()],
    };
}"""


def page_with(body: str, scheme: str = "default") -> str:
    faces = "".join(
        f"@font-face{{font-family:'Atkinson Hyperlegible Next';font-weight:{weight};"
        f"src:url({(ASSETS / 'fonts' / f'AtkinsonHyperlegibleNext-{name}.woff2').as_uri()})}}"
        for name, weight in (("Regular", 400), ("Bold", 700))
    )
    css = (ASSETS / "stylesheets/pathway.css").read_text("utf-8")
    return (
        f'<!doctype html><html lang="en"><title>A pathway</title><style>{faces}'
        "body{font-family:'Atkinson Hyperlegible Next'}"
        f'{css}</style><body data-md-color-scheme="{scheme}">{body}'
    )


@pytest.fixture
def show(browser, tmp_path):
    """Opens HTML from a file, so that fonts beside it load, at a width in pixels."""

    def opened(markup: str, width: int = 1280):
        path = tmp_path / "page.html"
        path.write_text(markup, "utf-8")
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(path.as_uri())
        page.evaluate("document.fonts.ready")
        return page

    return opened


@pytest.mark.browser
@pytest.mark.parametrize("name", PATHWAYS)
def test_a_browser_shows_all_text_in_its_place(name, show):
    page = show(page_with(pathway_figure(PATHWAYS[name], "p", {})))
    seen = page.evaluate(SEEN)
    page.close()
    assert seen["font"]
    for holder in seen["steps"] + seen["answers"] + seen["lanes"]:
        for left, top, right, bottom in holder["texts"]:
            # The font's own box leaves room for marks above capitals and below letters.
            assert within([left, top + 2, right, bottom - 2], holder["box"])
    boxes = [holder["box"] for holder in seen["steps"]]
    covered = boxes + [text for lane in seen["lanes"] for text in lane["texts"]]
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    answers = [holder["box"] for holder in seen["answers"]]
    assert not [pair for pair in combinations(answers, 2) if overlap(*pair)]
    assert not [answer for answer in answers if any(overlap(answer, box) for box in covered)]
    for place in boxes + answers + seen["lines"] + [lane["box"] for lane in seen["lanes"]]:
        assert within(place, seen["size"])


def within(inner, outer) -> bool:
    return (
        inner[0] >= outer[0] - 0.5
        and inner[1] >= outer[1] - 0.5
        and inner[2] <= outer[2] + 0.5
        and inner[3] <= outer[3] + 0.5
    )


def overlap(one, other) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0.5 and down > 0.5


@pytest.mark.browser
def test_the_drawings_say_what_mermaid_itself_says(browser):
    page = browser.new_page()
    page.set_content("<body></body>")
    page.add_script_tag(path=str(ENGINE))
    page.evaluate("mermaid.initialize({startOnLoad: false})")
    for name, diagram in PATHWAYS.items():
        official = page.evaluate(LABELS, diagram.source)
        drawing = draw_diagram(diagram, "p", {}).svg
        ours = [re.sub("<[^>]+>", " ", text) for text in re.findall("<text.*?</text>", drawing)]
        said = {letters(html.unescape(text)) for text in ours}
        assert said == {letters(text) for text in official["labels"]}, name
        # Mermaid draws only the first of several arrows from a step to itself.
        loops = [arrow.source for arrow in diagram.arrows if arrow.source == arrow.target]
        arrows = re.search('class="arrows".*?</g>', drawing)[0].count("<path")
        assert arrows - len(loops) + len(set(loops)) == official["edges"], name
    page.close()


@pytest.mark.browser
def test_what_is_read_of_a_flowchart_is_what_mermaid_itself_reads(browser):
    page = browser.new_page()
    page.set_content("<body></body>")
    page.add_script_tag(path=str(ENGINE))
    page.evaluate("mermaid.initialize({startOnLoad: false})")
    charts = written_flowcharts()
    assert len(charts) > 60
    for diagram in charts:
        assert not diagram.unread
        source = diagram.source
        official = page.evaluate(MODEL, source)
        assert model_of(diagram) == {part: said(value) for part, value in official.items()}, source
    page.close()


def model_of(diagram) -> dict:
    """What we read, in the form of `MODEL`."""
    steps, actors = diagram.steps, diagram.actors
    return {
        "steps": sorted([step.id, step.text] for step in steps),
        "actors": sorted([actor.id, actor.name] for actor in actors),
        "inside": sorted([[s.id, s.actor] for s in steps] + [[a.id, a.parent] for a in actors]),
        "links": sorted([step.id, step.link] for step in steps if step.link),
        "arrows": sorted([a.source, a.target, a.answer] for a in diagram.arrows if a.heads),
        "direction": diagram.direction,
        # Mermaid takes the title in front matter out before it reads the rest.
        "words": sorted([diagram.title.removeprefix(diagram.heading), diagram.description]),
    }


def said(value):
    """Mermaid's words as plain text: it keeps entities in a writing of its own."""
    if isinstance(value, list) and value and isinstance(value[0], list):
        return sorted([*item[:-1], said(item[-1])] for item in value)
    if isinstance(value, list):
        return sorted(map(said, value))
    text = re.sub("ﬂ°°?(\\w+)¶ß", r"#\1;", value)
    text = re.sub(r"(\*\*|__|\*|_)(?=\S)(.+?)\1", r"\2", text) if "**" in text else text
    return plain(text.strip("`"))


def letters(text: str) -> str:
    """Letters and digits alone, without the step's number before them."""
    return re.sub(r"\W", "", re.sub(r"^\s*\d+  ", "", text)).lower()


@pytest.mark.browser
def test_on_a_phone_the_page_fits_and_the_drawing_keeps_its_size(show):
    page = show(page_with(pathway_figure(PATHWAYS["significant-harm-1"], "p", {})), 320)
    sizes = page.evaluate(
        "() => { const d = document.querySelector('.pathway-drawing');"
        "return [document.documentElement.scrollWidth, d.clientWidth, d.viewBox.baseVal.width] }"
    )
    assert sizes[0] <= 320
    assert sizes[1] == pytest.approx(sizes[2], abs=1)
    page.close()


@pytest.mark.browser
def test_the_keyboard_reaches_the_drawing_and_every_step_in_it(show):
    diagram = PATHWAYS["first-contact-1"]
    page = show(page_with(pathway_figure(diagram, "p", {})))
    reached = []
    for _ in range(len(diagram.steps) + 2):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('class')"))
    assert reached[1] == "pathway-scroll"
    assert len([name for name in reached if name and "drawn-" in name]) == len(diagram.steps)
    page.close()


@pytest.mark.browser
def test_a_step_chosen_in_the_words_is_marked_in_the_drawing_without_a_script(show):
    page = show(page_with(pathway_figure(PATHWAYS["first-contact-1"], "p", {})))
    width = "n => getComputedStyle(document.querySelector(`.drawn-${n} > path`)).strokeWidth"
    assert page.evaluate(width, 3) == "1.5px"
    page.evaluate("location.hash = 'p-step-3'")
    assert (page.evaluate(width, 3), page.evaluate(width, 4)) == ("3px", "1.5px")
    page.close()


@pytest.mark.browser
def test_pointing_at_a_step_marks_it_in_the_words_and_the_other_way_round(show):
    page = show(page_with(pathway_figure(PATHWAYS["first-contact-1"], "p", {})))
    page.add_script_tag(path=str(ASSETS / "javascripts/pathway.js"))
    page.hover(".told-3 > .pathway-text")
    assert page.evaluate("document.querySelector('.drawn-3').classList.contains('marked')")
    page.hover(".drawn-2 text")
    assert page.evaluate("[...document.querySelectorAll('.marked')].map(e => e.className)") == [
        page.evaluate("document.querySelector('.told-2').className")
    ]
    page.close()


@pytest.mark.browser
def test_buttons_make_the_drawing_larger_and_smaller_and_the_mouse_moves_it(show):
    page = show(page_with(pathway_figure(PATHWAYS["first-contact-1"], "p", {})), 500)
    page.add_script_tag(path=str(ASSETS / "javascripts/pathway.js"))
    width = "document.querySelector('.pathway-drawing').getBoundingClientRect().width"
    before = page.evaluate(width)
    page.click("text=Larger")
    assert page.evaluate(width) == pytest.approx(before * 1.25, rel=0.01)
    moved = "document.querySelector('.pathway-scroll').scrollLeft"
    at = page.evaluate(moved)
    fades = "document.querySelector('.pathway-scroll').className"
    assert "more-" in page.evaluate(fades)
    place = page.locator(".pathway-scroll").bounding_box()
    page.mouse.move(place["x"] + 2, place["y"] + 2)
    page.mouse.down()
    page.mouse.move(place["x"] - 48 if at == 0 else place["x"] + 52, place["y"] + 2)
    page.mouse.up()
    assert page.evaluate(moved) != at
    page.click("text=Smaller")
    assert page.evaluate(width) == pytest.approx(before, rel=0.01)
    page.close()


# Colours -----------------------------------------------------------------------------------------

PAGES = {"light": "#ffffff", "dark": "#1e2129", "print": "#ffffff"}


def palette(scheme: str) -> dict[str, str]:
    css = (ASSETS / "stylesheets/pathway.css").read_text("utf-8")
    blocks = re.findall(r"\{([^{}]*--pathway-text:[^{}]*)\}", css)
    block = dict(zip(PAGES, blocks, strict=True))[scheme]
    return dict(re.findall(r"--pathway-([\w-]+):\s*(#\w+)", block)) | {"page": PAGES[scheme]}


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", PAGES)
def test_text_and_lines_stand_out_from_what_is_behind_them(scheme):
    colours = palette(scheme)
    for behind in ("box", "lane", "answer", "mark", "page"):
        assert contrast(colours["text"], colours[behind]) >= 7, behind
    assert contrast(colours["soft"], colours["page"]) >= 7
    for behind in ("box", "lane", "page"):
        assert contrast(colours["line"], colours[behind]) >= 3, behind
        assert contrast(colours["mark-line"], colours[behind]) >= 3, behind
    for behind in ("lane", "page"):
        assert contrast(colours["lane-line"], colours[behind]) >= 3, behind
