"""The PDF brief: the same bytes each time, and source words as text."""

import pytest

pytest.importorskip("typst")
pdfium = pytest.importorskip("pypdfium2")


def test_a_pdf_has_the_words_and_the_same_bytes_each_time(case):
    """What looks like markup is printed as it is written."""
    from trucewatch.product.pdf import pdf

    first, second = pdf(case.brief()), pdf(case.brief())
    assert first == second
    document = pdfium.PdfDocument(first)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    for words in ("Key points", "at least 31", "Lena <script>alert(1)</script> Park", "“the grey brigade”"):
        assert words in " ".join(text.split()), words
