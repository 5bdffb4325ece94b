"""Saved HTML page → the text of its article, and what its metadata say. trafilatura's output is the text that spans point into.

Runs inside the worker (worker.py): a page may be built to hang or to crash a parser.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from trucewatch.capture.decode import decode
from trucewatch.capture.limits import ItemFailed
from trucewatch.capture.rendition import Rendition

_DECLARED = re.compile(rb"<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{4,2000}?)\s*-->")
_DATES = (
    "article:published_time", "datepublished", "date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "pubdate",
    "publish-date", "publishdate", "publication_date", "og:published_time", "sailthru.date", "parsely-pub-date", "article.published",
    "cxenseparse:recs:publishtime", "citation_publication_date", "displaydate", "originalpublicationdate",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "citation_journal_title", "copyright")
_AUTHORS = ("author", "article:author_name", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author")
_SHORT = 600
_BLOCK = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "blockquote", "figcaption", "dt", "dd", "pre", "tr")
_TITLES = ("og:title", "dc.title", "twitter:title", "headline")


def read_page(data: bytes) -> Rendition:
    """Return the article's text and its metadata. Raises ItemFailed where the page holds no text."""
    import trafilatura

    declared = _DECLARED.search(data[:4096])
    source, _ = decode(data, declared[1].decode("ascii") if declared else None)
    source = _XML_HEAD.sub("", source, count=1)
    if not source.strip():
        raise ItemFailed("is empty")
    tree = trafilatura.load_html(source)
    if tree is None:
        raise ItemFailed("is not a page that can be read; it may be damaged")
    names = dict(_metas(tree))
    linked = {key: value for block in _linked_data(tree) for key, value in _publication(block)}
    text = trafilatura.extract(source, output_format="txt", include_comments=False, include_tables=True, with_metadata=False, fast=False)
    text = (text or "").replace("\n", "\n\n")  # one line is one paragraph there; the reader parts paragraphs by blank lines
    if len(text) < _SHORT:
        text = _blocks(tree) or text
    if not text.strip():
        raise ItemFailed("holds no text that could be found; if the page shows text, save that as plain text")
    saved = _SAVED_FROM.search(source[:4096])
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)")
    title = _first(names, _TITLES) or linked.get("headline") or " ".join(tree.xpath("string(//title)").split())
    time = tree.xpath("string((//time[@pubdate or @itemprop='datePublished']/@datetime)[1])")
    return Rendition(
        text=text,
        title=title or None,
        publisher=_first(names, _PUBLISHERS) or linked.get("publisher"),
        byline=_first(names, _AUTHORS) or linked.get("author"),
        url=next((url for url in (canonical, names.get("og:url"), saved[1] if saved else None) if url and "//" in url), None),
        published=_first(names, _DATES) or linked.get("datePublished") or time or None,
        credit=linked.get("creditText"),
    )


def _blocks(tree: Any) -> str:
    """The text of a short page, block by block. trafilatura falls back there to a way that drops headings and breaks lines at links."""
    blocks = []
    for spaced in tree.iter("br", "td", "th"):
        spaced.tail = " " + (spaced.tail or "")
    for element in tree.iter(*_BLOCK):
        if element.xpath("ancestor-or-self::nav|ancestor::footer|ancestor::aside|ancestor::form|ancestor::header[not(ancestor::article)]"):
            continue
        if not any(child.tag in _BLOCK for child in element.iterdescendants()):
            blocks.append(" ".join(element.text_content().split()))
    return "\n\n".join(filter(None, blocks))


def _metas(tree: Any) -> Iterator[tuple[str, str]]:
    """Name and content of every meta element, the first of each name."""
    seen = set()
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content and name not in seen:
            seen.add(name)
            yield name, content[:2000]


def _linked_data(tree: Any) -> Iterator[dict[str, object]]:
    """The schema.org blocks of a page that parse."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json" or not script.text:
            continue
        try:
            found = json.loads(script.text)
        except (ValueError, RecursionError):
            continue
        graph = found.get("@graph", [found]) if isinstance(found, dict) else found
        yield from (block for block in graph if isinstance(block, dict)) if isinstance(graph, list) else ()


def _publication(block: dict[str, object]) -> Iterator[tuple[str, str]]:
    """The facts of publication in one schema.org block, when it is an article."""
    if "Article" not in str(block.get("@type")) and "Posting" not in str(block.get("@type")):
        return
    for key in ("headline", "datePublished", "publisher", "author", "creditText"):
        value = block.get(key)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            yield key, value.strip()[:2000]


def _first(names: dict[str, str], wanted: tuple[str, ...]) -> str | None:
    return next((names[name] for name in wanted if name in names), None)
