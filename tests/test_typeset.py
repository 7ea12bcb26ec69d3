"""The door to the typesetter: data in, an accessible PDF out, or a plain reason."""

from datetime import date
from pathlib import Path

import pytest
from paper import TEMPLATES, text_of
from protocol import TODAY

from handrail.publish.typeset import CannotSet, ask, typeset

pytestmark = pytest.mark.pdf

HEAD = """\
#set document(title: "A title")
#set text(lang: "en", font: "Atkinson Hyperlegible Next")
#let data = json("data.json")
"""


def printed(folder: Path, template: str, today: date = TODAY, **data) -> bytes:
    """The PDF that a template makes of some data."""
    (folder / "docs").mkdir(exist_ok=True)
    if not (folder / "fonts").exists():
        (folder / "fonts").symlink_to(TEMPLATES / "fonts")
    (folder / "page.typ").write_text(HEAD + template, "utf-8")
    return typeset(folder / "page.typ", data, folder / "docs", today)


def test_content_is_data(tmp_path):
    words = '#panic("no") = x \\ @y'
    assert words in text_of(printed(tmp_path, "#data.words", words=words))


def test_templates_may_share_parts(tmp_path):
    (tmp_path / "shared.typ").write_text("#let part = [Shared]")
    assert "Shared" in text_of(printed(tmp_path, '#import "shared.typ": part\n#part'))


def test_the_same_input_gives_the_same_bytes_and_another_day_other_ones(tmp_path):
    assert printed(tmp_path, "Words") == printed(tmp_path, "Words")
    assert printed(tmp_path, "Words") != printed(tmp_path, "Words", date(2027, 1, 2))


REFUSED = {
    "a skipped level of heading": ("= One\n=== Three", "skipped from heading level 1 to 3"),
    "a font that is not there": ('#set text(font: "Arial")\nWords', "unknown font family: arial"),
    "a mistake in a template": ("#nonsense", "unknown variable: nonsense"),
    "what a template refuses": ('#panic("diagram:12")', "diagram:12"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_refusal_is_a_plain_sentence(kind, tmp_path):
    template, reason = REFUSED[kind]
    with pytest.raises(CannotSet) as error:
        printed(tmp_path, template)
    assert reason in str(error.value)
    assert "PDF/UA" not in str(error.value)


OUTSIDE = {"/../x.png": "escape the project root", "/x.png": "file not found"}


@pytest.mark.parametrize("path", OUTSIDE)
def test_pictures_come_from_the_docs_folder_alone(path, tmp_path):
    (tmp_path / "x.png").write_bytes(b"")
    with pytest.raises(CannotSet, match=OUTSIDE[path]):
        printed(tmp_path, '#image(data.path, alt: "x")', path=path)


def test_characters_without_a_glyph_are_named_all_at_once(tmp_path):
    with pytest.raises(CannotSet) as error:
        printed(tmp_path, "#data.words", words="a ሀ b 漢 c")
    assert error.value.unprintable == ("ሀ", "漢")


def test_data_that_is_nested_too_deeply_is_refused(tmp_path):
    deep = []
    for _ in range(5000):
        deep = [deep]
    with pytest.raises(CannotSet, match="nested too deeply"):
        printed(tmp_path, "Words", deep=deep)


NEVER_SETTLES = """\
#context {
  let last = counter(page).final().first()
  if sys.inputs.steady == "no" and calc.odd(last) { pagebreak() }
  [Page #last]
}
"""


def test_pages_that_do_not_settle_are_set_again_with_steady_numbers(tmp_path):
    assert text_of(printed(tmp_path, NEVER_SETTLES)) == "Page 1"


def test_pages_that_never_settle_are_refused(tmp_path):
    template = NEVER_SETTLES.replace('sys.inputs.steady == "no" and ', "")
    with pytest.raises(CannotSet, match="did not converge"):
        printed(tmp_path, template)


def test_what_a_template_finds_out_is_answered_as_plain_values(tmp_path):
    room = "measure(box(width: 9pt)).width / 1pt"
    answer = f'"answer:" + json.encode((wide: {room}, way: "\\"below\\""))'
    (tmp_path / "ask.typ").write_text(f"#context panic({answer})")
    assert ask(tmp_path / "ask.typ", {}, tmp_path) == {"wide": 9, "way": '"below"'}


def test_a_template_that_has_been_changed_is_read_again(tmp_path):
    (tmp_path / "shared.typ").write_text("#let part = [Before]")
    printed(tmp_path, '#import "shared.typ": part\n#part')
    (tmp_path / "shared.typ").write_text("#let part = [After]")
    assert "After" in text_of(printed(tmp_path, '#import "shared.typ": part\n#part'))
