"""A packed PDF is the same document, only smaller."""

from io import BytesIO

import pikepdf
import pytest
from paper import book_of, text_of

from handrail.publish import typeset
from handrail.publish.pack import pack

pytestmark = pytest.mark.pdf

TEXT = "# Page\n\n| A | B |\n|---|---|\n" + "| one | endobj stream trailer |\n" * 60


@pytest.fixture(scope="module")
def plain() -> bytes:
    """A document as the typesetter wrote it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typeset, "pack", lambda pdf: pdf)
        return book_of(TEXT)


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


def _is(item, kind: str) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == kind
