"""Files of each format, and what becomes of them."""

import json
from datetime import date

import pytest
import samples as kit

from trucewatch.capture.files import capture_file
from trucewatch.capture.limits import ItemFailed
from trucewatch.capture.tables import Given
from trucewatch.capture.worker import Worker


@pytest.fixture(scope="module")
def worker():
    with Worker() as worker:
        yield worker


@pytest.fixture
def capture(tmp_path, worker):
    """Write a file and capture it."""

    def run(name, content, **given):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return capture_file(path, worker=worker, given=Given(**given), shown=name)

    return run


ARTICLE = (
    "<nav><a href='/'>Home</a></nav><article><h1>Nine dead</h1><p>The army said nine people were killed in the hamlet on "
    "Wednesday, and that it had not been there.</p><p>Residents said otherwise to two reporters by telephone that night.</p>"
    "</article>"
    "<footer>Cookie settings</footer>"
)


def test_a_saved_page_gives_its_article_and_its_metadata(capture):
    """Navigation and footers are left out; outlet, author, address and date come from the page's metadata."""
    head = (
        '<meta property="og:site_name" content="Daily B"><meta name="author" content="A. Writer">'
        '<meta property="article:published_time" content="2012-06-08T22:10:00+03:00"><link rel="canonical" href="https://b.example/1">'
    )
    document = capture("page.html", kit.page(ARTICLE, head=head)).documents[0]
    assert "nine people were killed" in document.text
    assert "Cookie" not in document.text
    assert (document.publisher, document.byline, document.url) == ("Daily B", "A. Writer", "https://b.example/1")
    assert (document.published, document.published_basis) == (date(2012, 6, 8), "metadata")


def test_a_short_page_keeps_its_headings_and_its_sentences_whole(capture):
    """On a page of a few lines a link breaks no sentence, and a label stays over its value: an incident's date is not the page's."""
    body = (
        "<nav><ul><li>Home</li></ul></nav><h2>Incident date</h2><p>June 6, 2012</p><h2>Summary</h2>"
        "<p>Nine were killed in the <a href='x'>village</a> of <b>Qubeir</b>.</p><footer><p>Contact</p></footer>"
    )
    document = capture("page.html", kit.page(body)).documents[0]
    assert document.text == "Incident date\n\nJune 6, 2012\n\nSummary\n\nNine were killed in the village of Qubeir."
    assert document.published is None


def test_linked_data_of_a_page_counts_as_metadata(capture):
    """A page that states its publication only as schema.org data is understood."""
    data = {"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "datePublished": "2012-06-08", "publisher": {"name": "Daily F"}}]}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    document = capture("page.html", kit.page(ARTICLE, head=head)).documents[0]
    assert (document.publisher, document.published) == ("Daily F", date(2012, 6, 8))


def test_a_page_in_an_old_encoding_is_read_as_it_declares(capture):
    """The encoding in a page's head is believed where the bytes are not UTF-8."""
    source = kit.page(ARTICLE.replace("the hamlet", "Łódź")).replace("utf-8", "windows-1250")
    assert "Łódź" in capture("page.html", source.encode("cp1250")).documents[0].text


def test_a_pdf_gives_the_text_of_its_pages_and_only_a_file_date(capture):
    """The date in a PDF is when the file was made: the weakest basis."""
    document = capture("note.pdf", kit.pdf(["Observers entered the hamlet.", "They saw burnt houses."])).documents[0]
    assert document.text.split() == "Observers entered the hamlet. They saw burnt houses.".split()
    assert (document.title, document.byline) == ("Note on the visit", "Press office")
    assert (document.published, document.published_basis) == (date(2012, 6, 9), "file")


def test_a_docx_gives_paragraphs_and_tables_in_order(capture):
    """Paragraphs are parted by blank lines, cells by tabs."""
    document = capture("list.docx", kit.docx("Names of the dead", table=[("No.", "Name"), ("1", "Unknown man")])).documents[0]
    assert document.text == "Names of the dead\n\nNo.\tName\n\n1\tUnknown man"


def test_a_csv_of_articles_gives_a_document_a_row(capture):
    """Each row has its own id, outlet and date; a row without text is reported by its number."""
    table = "id;url;title;published;source;text\n7;;Nine dead;8 June 2012;Daily B;Nine died, =1+1 said.\n8;;Empty;;;\n"
    captured = capture("articles.csv", table)
    (document,) = captured.documents
    assert (document.external_id, document.publisher, document.published) == ("7", "Daily B", date(2012, 6, 8))
    assert document.text == "Nine died, =1+1 said."
    assert [(failure.path, failure.reason) for failure in captured.failures] == [("articles.csv#2", "the row has no text")]


def test_a_table_with_other_columns_is_read_through_a_mapping(capture):
    """A mapping names the table's own columns."""
    table = "nr,tag,inhalt\n1,2012-06-08,Nine died.\n"
    with pytest.raises(ItemFailed, match="no text column"):
        capture("articles.csv", table)
    document = capture("articles.csv", table, columns=(("text", "inhalt"), ("published", "tag"), ("id", "nr"))).documents[0]
    assert (document.text, document.published, document.external_id) == ("Nine died.", date(2012, 6, 8), "1")


def test_json_lines_and_json_arrays_are_tables_too(capture):
    """A line that is no object fails alone."""
    rows = [{"id": "a", "text": "Nine died.", "published": "2012-06-08"}, {"id": "b", "text": "Ten died."}]
    lines = "\n".join([json.dumps(rows[0]), "not json", json.dumps(rows[1])])
    captured = capture("articles.jsonl", lines)
    assert [document.external_id for document in captured.documents] == ["a", "b"]
    assert [failure.path for failure in captured.failures] == ["articles.jsonl#2"]
    assert len(capture("articles.json", json.dumps({"articles": rows})).documents) == 2


def test_a_given_date_and_outlet_outrank_the_file(capture):
    """What the person says holds for every document of the file."""
    document = capture("a.txt", "Source: Daily B\nPublished: 2012-06-08\n\nNine died.", published=date(2012, 6, 9), publisher="Daily K")
    assert (document.documents[0].publisher, document.documents[0].published) == ("Daily K", date(2012, 6, 9))


def test_an_image_is_an_item_with_what_it_says_of_itself(capture):
    """Camera, time and size are recorded; the picture is not read."""
    import io

    from PIL import Image

    image = Image.new("RGB", (4, 3))
    exif = image.getexif()
    exif[0x0110] = "Camera \x00 model"
    exif[0x0132] = "2003:03:27 10:00:00"
    out = io.BytesIO()
    image.save(out, "jpeg", exif=exif)
    captured = capture("picture.jpg", out.getvalue())
    assert captured.documents == ()
    assert {("format", "JPEG"), ("width", "4"), ("DateTime", "2003:03:27 10:00:00")} <= set(captured.properties)


def test_a_video_is_an_item(capture):
    """A video is known by its first bytes, whatever it is called."""
    assert capture("clip.bin", b"\x00\x00\x00\x18ftypmp42" + bytes(100)).media_type == "video/mp4"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_texts_in_the_encodings_of_the_field_are_read(capture, encoding):
    """The text is the same whatever encoding it came in; a byte order mark is no part of it."""
    text = "The mayor, André Müller, said at a café that nine people had been killed in the señorío. He did not say by whom."
    assert capture("a.txt", text.encode(encoding)).documents[0].text == text


def test_arabic_and_russian_in_their_old_encodings_are_read(capture):
    """Encodings that only statistics can tell."""
    arabic = "قال الجيش السوري يوم الأربعاء إن تسعة أشخاص قتلوا في القرية الواقعة في ريف حماة بعد قصف استمر ساعات"
    russian = "Армия сообщила в среду, что патруль был обстрелян из деревни и что девять человек погибли"
    assert capture("a.txt", arabic.encode("cp1256")).documents[0].text == arabic
    assert capture("r.txt", russian.encode("cp1251")).documents[0].text == russian


def test_garbled_text_stays_as_garbled_as_it_came(capture):
    """Text that was decoded wrongly before it reached us is not repaired: it is evidence."""
    garbled = "The mayor, AndrÃ© MÃ¼ller, spoke."
    assert capture("a.txt", garbled).documents[0].text == garbled


def test_line_ends_are_kept(capture):
    """Spans must point into the file's own text."""
    assert capture("a.txt", b"Nine died.\r\nTen were hurt.\r\n").documents[0].text == "Nine died.\r\nTen were hurt.\r\n"
