"""A packed PDF is the same document, only smaller."""

from io import BytesIO

import pikepdf
import pytest
from paper import book_of, text_of
from PIL import Image, ImageCms
from pypdfium2 import PdfDocument

from handrail.publish import typeset
from handrail.publish.pack import pack

pytestmark = pytest.mark.pdf

TEXT = "# Page\n\n| A | B |\n|---|---|\n" + "| one | endobj stream trailer |\n" * 60
DRAWING = """# Page

<svg viewBox="0 0 400 60" width="400" height="60"><title>Duty</title>
<text x="9" y="20">Call the duty team within 2 working days</text>
<text x="9" y="50">Then (if no\\one answers) call again &amp; write</text></svg>
"""


@pytest.fixture(scope="module")
def plain() -> bytes:
    """A document as the typesetter wrote it."""
    return _unpacked(TEXT)


@pytest.fixture(scope="module")
def plain_drawing() -> bytes:
    """The same with a drawing, in which each letter stands alone."""
    return _unpacked(DRAWING)


def _unpacked(text: str) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typeset, "pack", lambda pdf: pdf)
        return book_of(text)


def test_a_packed_document_is_sound_and_has_the_same_words(plain):
    packed = pack(plain)
    assert text_of(packed) == text_of(plain)
    with pikepdf.open(BytesIO(packed)) as document:
        assert document.check_pdf_syntax() == []


def test_a_packed_document_has_every_object(plain):
    with pikepdf.open(BytesIO(plain)) as before, pikepdf.open(BytesIO(pack(plain))) as after:
        kinds = ("/Catalog", "/Page", "/StructElem", "/Font", "/Annot")
        for kind in kinds:
            counts = [sum(_is(item, kind) for item in doc.objects) for doc in (before, after)]
            assert counts[0] == counts[1], kind


def test_a_packed_document_is_much_smaller(plain):
    assert len(pack(plain)) < 0.7 * len(plain)


def test_words_of_a_drawing_stand_in_lines_and_where_they_stood(plain_drawing):
    packed = pack(plain_drawing)
    before, after = _runs_of(plain_drawing), _runs_of(packed)
    assert before > 60
    assert after < 20
    assert "Call the duty team within 2 working days" in text_of(packed)
    assert _picture(plain_drawing) == _picture(packed)


def _runs_of(pdf: bytes) -> int:
    """How many pieces the text of the chapter is in."""
    with pikepdf.open(BytesIO(pdf)) as document:
        written = pikepdf.parse_content_stream(document.pages[-2])
        return sum(str(item.operator) in ("Tj", "TJ") for item in written)


def _picture(pdf: bytes) -> bytes:
    """What the chapter looks like."""
    return PdfDocument(pdf)[3].render(scale=3).to_pil().tobytes()


def _is(item, kind: str) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == kind


def test_colours_of_words_and_drawings_need_no_profile(plain_drawing):
    with pikepdf.open(BytesIO(pack(plain_drawing))) as document:
        spaces = [space for page in document.pages for space in page.Resources.ColorSpace.values()]
    assert spaces
    assert {str(space) for space in spaces} <= {"/DeviceGray", "/DeviceRGB"}


@pytest.mark.parametrize("name", ["photo.png", "photo.jpg"])
def test_a_picture_keeps_its_own_profile_beside_words_that_need_none(name, tmp_path):
    profile = _profile()
    Image.new("RGB", (8, 8), "teal").save(tmp_path / name, icc_profile=profile)
    with pikepdf.open(BytesIO(book_of(f"# Page\n\n![A door]({name})\n", tmp_path))) as document:
        (picture,) = (item for item in document.objects if _is_picture(item))
        assert _profile_of(picture) == profile
        spaces = [space for page in document.pages for space in page.Resources.ColorSpace.values()]
        assert {str(space) for space in spaces} == {"/DeviceGray", "/DeviceRGB"}


def _profile() -> bytes:
    """A profile of ICC version 4.2, the newest that a PDF of this kind may hold."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile[:8] + b"\x04\x20" + profile[10:]


def _profile_of(picture: pikepdf.Stream) -> bytes:
    """The profile that a picture refers to; nothing where its colours are plain."""
    space = picture.ColorSpace
    return space[1].read_bytes() if isinstance(space, pikepdf.Array) else b""


def _is_picture(item) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
