"""The HTML and Markdown briefs: nothing live from a source, nothing from the network, every link leads somewhere."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.product.html import html
from trucewatch.product.markdown import escaped, markdown

VOID = {"meta", "link", "br", "img", "hr", "input", "rect", "line", "circle", "path"}


class Page(HTMLParser):
    """Collects tags, ids and links, and checks that elements close."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links, self.open, self.attributes = [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append(tag)
        self.attributes += [(tag, *each) for each in attrs]
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.links.append(found["href"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        assert attrs

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag, tag


@pytest.fixture
def page(case):
    return Page(html(case.brief()))


def test_every_element_closes(page):
    """The page is well formed."""
    assert page.open == []


def test_ids_are_unique_and_every_link_has_its_target(page):
    """Every count, reference and heading that can be clicked leads to its place on the page."""
    assert len(page.ids) == len(set(page.ids))
    assert [link for link in page.links if not (link.startswith("#") and link[1:] in page.ids)] == []


def test_nothing_comes_from_the_network_and_nothing_runs(page):
    """No script, no handler, no image, no style sheet or font from elsewhere."""
    assert not {"script", "img", "iframe", "object", "embed", "link", "form"} & set(page.tags)
    assert not [each for each in page.attributes if each[1].startswith("on") or each[1] in {"src", "style", "srcset"}]
    assert not [link for link in page.links if ":" in link]


def test_words_of_a_source_never_become_markup(case):
    """A speaker or headline that looks like HTML is shown as it is written."""
    text = html(case.brief())
    assert "<script" not in text
    assert "Lena &lt;script&gt;" in text
    assert "<b>Dead" not in text
    assert "<script>" not in markdown(case.brief())


def test_quoted_words_keep_their_direction(case):
    """Arabic words stand in elements with a direction of their own."""
    text = html(case.brief())
    assert re.search(r'<blockquote dir="auto">[^<]*<mark>قُتل سبعة في دار سليم</mark>', text)
    assert "<bdi>دار سليم</bdi>" in text


def test_the_appendix_shows_words_in_their_context(case):
    """The words, what stands around them, the document and the offsets."""
    text = html(case.brief())
    assert "<mark>At least 31 people</mark> were killed in Dar Salim" in text
    assert "d000000000a</a> · 0–18" in text


def test_drawings_have_a_title_and_say_in_words_what_they_show(case):
    """Who cannot see the plot can hear it."""
    text = html(case.brief())
    assert re.search(r'<svg[^>]+role="img" aria-labelledby="\S+ \S+">', text)
    assert "Range 4–31." in text


def test_the_number_of_documents_opens_into_the_documents(case):
    """A count that is shown can be followed."""
    text = html(case.brief())
    assert "<summary>3 documents · 3 outlets · 3 independent origins" in text
    assert '<a href="#d000000000a"><bdi>Wire One, 2 March 2021</bdi></a>' in text


def test_contested_is_a_word_not_only_a_colour(case):
    """The page is readable without colour."""
    assert '<span class="flag contested">contested</span>' in html(case.brief())


@given(st.text())
def test_no_text_escapes_from_markdown(words):
    """No character that Markdown reads stands unescaped, whatever a source writes."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_<>|#\[\]]", escaped(words))
