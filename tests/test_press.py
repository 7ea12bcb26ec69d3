"""What has not changed is not printed again, and what is kept can be trusted."""

from dataclasses import replace
from datetime import date

import pytest
from paper import PRESS, page
from protocol import SETTINGS, handbook
from test_sheets import FILES, URI, URL

from handrail.handbook import Entry
from handrail.publish import press as presses
from handrail.publish.prints import print_all
from handrail.publish.sheets import print_sheet
from handrail.publish.typeset import CannotSet

pytestmark = pytest.mark.pdf


@pytest.fixture
def press(tmp_path):
    return replace(PRESS, kept=tmp_path / "kept")


def sheet(press, files=FILES, **fields) -> bytes:
    protocol = handbook(files, url=URL, **fields)
    return print_sheet(protocol, protocol.page[URI], press)


def kept(press) -> list:
    return sorted(press.kept.iterdir())


def test_an_unchanged_sheet_is_taken_from_the_last_build_byte_for_byte(press, monkeypatch):
    first = sheet(press)
    monkeypatch.setattr(presses, "typeset", None)  # nothing can be set from here on
    assert sheet(press) == first == sheet(press)


def other_templates(press, folder):
    """The same look, but for one blank line."""
    (folder / "print").mkdir()
    for file in press.templates.glob("*.typ"):
        (folder / "print" / file.name).write_bytes(file.read_bytes() + b"\n")
    (folder / "print/fonts").symlink_to(press.templates / "fonts")
    return replace(press, templates=folder / "print")


CHANGED = {
    "its words": lambda press, _: sheet(press, FILES | {URI: FILES[URI].replace("5", "6")}),
    "the day": lambda press, _: sheet(press, settings=replace(SETTINGS, today=date(2027, 1, 2))),
    "a template": lambda press, folder: sheet(other_templates(press, folder)),
}


@pytest.mark.parametrize("what", CHANGED)
def test_a_sheet_is_printed_again_when_something_has_changed(press, tmp_path, what):
    sheet(press)
    CHANGED[what](press, tmp_path)
    assert len(kept(press)) == 2


def test_words_that_reach_the_page_but_not_the_typesetter_are_looked_for_again(press):
    protocol = handbook(FILES)
    document = protocol.rendered[URI]
    made = []
    for part in (document.root, next(document.elements("h1"))):
        parts = [(document, part)]
        press.once("sheet.typ", {}, SETTINGS.today, parts, lambda: made.append(1) or b"")
    assert made == [1, 1]


def test_a_picture_that_changed_behind_its_name_is_printed(tmp_path, press):
    press = replace(press, docs=tmp_path)
    made = []
    for content in ("one", "two", "two"):
        (tmp_path / "map.svg").write_text(content)
        data = {"of": [{"path": "/map.svg"}]}
        press.once("book.typ", data, SETTINGS.today, (), lambda: made.append(1) or b"PDF")
    assert made == [1, 1]


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 5000])
def test_a_damaged_file_is_printed_anew(press, damage):
    first = sheet(press)
    (file,) = kept(press)
    file.write_bytes(damage)
    assert sheet(press) == first
    assert file.read_bytes().endswith(first)


def test_a_folder_that_cannot_be_written_to_stops_nothing(press):
    press.kept.write_text("a file is in the way")
    assert sheet(press).startswith(b"%PDF")


def test_what_was_not_needed_for_longest_goes_first(press, tmp_path, monkeypatch):
    protocol = handbook(
        {"index.md": page("# Start")}, menu=(Entry("", "index.md"),), settings=SETTINGS
    )
    press.kept.mkdir()
    (press.kept / "old.pdf").write_bytes(b"x" * 1000)
    monkeypatch.setattr(presses, "MOST", 1_000_000)
    print_all(protocol, tmp_path / "site", press)
    assert len(kept(press)) == 2
    monkeypatch.setattr(presses, "MOST", 500)
    print_all(protocol, tmp_path / "site", press)
    assert kept(press) == []


def test_what_the_typesetter_refuses_is_not_kept(press):
    def refuse():
        raise CannotSet("no")

    with pytest.raises(CannotSet):
        press.once("sheet.typ", {}, SETTINGS.today, (), refuse)
    assert not press.kept.exists()
