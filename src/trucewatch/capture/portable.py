"""PDF → the text of its pages, in reading order. Runs inside the worker (worker.py)."""

import re
from contextlib import closing

from trucewatch.capture.limits import ItemFailed, Limits
from trucewatch.capture.rendition import Rendition

_HYPHEN = re.compile("(?:\ufffe|\x02|\u00ad)\n?")
_CREATED = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


def read_pdf(data: bytes, limits: Limits) -> Rendition:
    """Return the text of a PDF: pages parted by a blank line, words divided at a line end joined where the file marks them so.

    Raises ItemFailed where it is damaged, needs a password, has too many pages, or holds page images only.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ItemFailed("is encrypted; open it with its password and save it without one") from error
        raise ItemFailed("is damaged or not a PDF: it cannot be opened") from error
    with closing(document):
        if len(document) > limits.pages:
            raise ItemFailed(f"has {len(document):,} pages, more than the limit of {limits.pages:,}; split it")
        pages, total = [], 0
        for number in range(len(document)):
            page = document[number]
            pages.append(_page(page.get_textpage().get_text_range()))
            page.close()
            total += len(pages[-1])
            if total > limits.text_characters:
                raise ItemFailed(f"holds more than {limits.text_characters:,} characters of text; split it")
        facts = document.get_metadata_dict(skip_empty=True)
    text = "\n\n".join(page for page in pages if page)
    if not text.strip():
        raise ItemFailed("holds page images and no text; recognise its text first (OCR) and add the result")
    created = _CREATED.search(facts.get("CreationDate", ""))
    return Rendition(
        text=text,
        title=facts.get("Title"),
        byline=facts.get("Author"),
        created="-".join(created.groups()) if created else None,
        properties=tuple(sorted(facts.items())),
    )


def _page(text: str) -> str:
    return _HYPHEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")).strip()
