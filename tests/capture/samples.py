"""Files of every kind, made on the spot: small PDFs and office files, and files built to do harm."""

import io
import zipfile
import zlib

from docx import Document


def pdf(lines, *, created="D:20120609120000Z", encrypted=False) -> bytes:
    """A one-page PDF with ``lines`` of text; no line makes a page without text."""
    draw = "BT /F1 12 Tf 72 720 Td " + " ".join(f"({line}) Tj 0 -16 Td" for line in lines) + " ET" if lines else ""
    stream = draw.encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (Note on the visit) /Author (Press office) /CreationDate (%s) >>" % created.encode(),
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"28" * 32 + b"> /U <" + b"5e" * 32 + b"> >>",
    ]
    out, offsets = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    secret = b" /Encrypt 7 0 R /ID [<00> <00>]" if encrypted else b""
    out.write(b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, secret, start))
    return out.getvalue()


def docx(*paragraphs, table=()) -> bytes:
    """A DOCX with paragraphs and, after them, a table."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rewritten(container: bytes, name: str, content: bytes) -> bytes:
    """A ZIP container with one member replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(container)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(member.filename, content if member.filename == name else old.read(member.filename))
    return out.getvalue()


def png(width=3, height=2) -> bytes:
    """A PNG image."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (width, height), "grey").save(out, "png")
    return out.getvalue()


def png_bomb() -> bytes:
    """A PNG that says it is 60,000 pixels square."""

    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    size = (60_000).to_bytes(4, "big")
    head = size + size + b"\x08\x02\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\x00" * 1000)) + chunk(b"IEND", b"")


def page(body, *, head="", title="Killings reported - Daily B") -> str:
    """A saved page."""
    return f"<!doctype html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>{body}</body></html>"
