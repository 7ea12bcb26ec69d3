"""The words of a drawing are text of the document that holds it."""

import pytest
from paper import sheet, text_of
from pypdfium2 import PdfDocument
from test_sheets import FILES, URI

from handrail.html import parse_fragment
from handrail.publish.paper import fitting
from handrail.publish.paper.lettering import take_words

STEP = """<svg viewBox="0 0 90 60"><g text-anchor="middle"><rect width="9" height="9"></rect>
<text fill="#000"><tspan x="45" y="14.5">Yes</tspan></text></g>
<path d="M0 0h90"></path>
<text fill="#000" stroke="none"><tspan font-weight="700" x="4" y="30">1</tspan>
<tspan x="20" y="30">Ring <tspan font-weight="700">at once</tspan> and write</tspan></text></svg>"""


def taken(svg):
    return take_words(parse_fragment(svg, "page.md").root.select_one("svg"), svg)


def test_the_shapes_stay_and_each_line_of_words_keeps_its_place_and_weight():
    shapes, lines = taken(STEP)
    assert "<rect" in shapes
    assert "<path" in shapes
    assert "text>" not in shapes
    assert lines == [
        {"x": 45, "y": 14.5, "middle": True, "runs": [{"bold": False, "of": ["Yes"]}]},
        {"x": 4, "y": 30, "middle": False, "runs": [{"bold": True, "of": ["1"]}]},
        {"x": 20, "y": 30, "middle": False, "runs": [
            {"bold": False, "of": ["Ring "]},
            {"bold": True, "of": ["at once"]},
            {"bold": False, "of": [" and write"]},
        ]},
    ]  # fmt: skip


@pytest.mark.parametrize(
    "look",
    {
        "turned": STEP.replace("<path", '<g transform="rotate(90)"></g><path'),
        "in a style": STEP.replace("<path", "<style>text { fill: red }</style><path"),
        "in a colour": STEP.replace('<text fill="#000">', '<text fill="#c00">'),
        "of another size": STEP.replace('<tspan x="45"', '<tspan font-size="20" x="45"'),
        "in the colour of its group": STEP.replace('<text fill="#000">', "<text>"),
        "of the size of its group": STEP.replace("<g ", '<g font-size="20" '),
        "at the end of its place": STEP.replace('"middle"', '"end"'),
        "moved": STEP.replace('<tspan x="45"', '<tspan dy="1em" x="45"'),
        "without a place": STEP.replace('<tspan x="45" y="14.5">Yes</tspan>', "Yes"),
        "placed in parts": STEP.replace('y="14.5"', 'y="50%"'),
    }.items(),
    ids=lambda case: case[0],
)  # fmt: skip
def test_words_that_only_an_image_can_show_stay_in_it_when_they_are(look):
    assert taken(look[1]) == (look[1], [])


@pytest.mark.pdf
def test_words_stand_on_paper_where_the_drawing_has_them(monkeypatch):
    apart = sheet(FILES, URI)
    monkeypatch.setattr(fitting, "take_words", lambda svg, xml: (xml, []))
    inside = sheet(FILES, URI)
    assert text_of(apart).split() == text_of(inside).split()
    for one, other in zip(_places(apart), _places(inside), strict=True):
        assert one == pytest.approx(other, abs=0.5)


def _places(pdf):
    """The box of each letter of the first page, in points."""
    words = PdfDocument(pdf)[0].get_textpage()
    text = words.get_text_range()
    return [words.get_charbox(place) for place, sign in enumerate(text) if not sign.isspace()]
