"""Feeds, RSS and Atom, by feedparser: a document an entry."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.encoding import recognised_as, replace_lone_surrogates
from numcheck.reading.formats._page_text import text_of_body
from numcheck.reading.furniture import find_furniture
from numcheck.reading.source import Source

__all__ = ["SEARCHED", "SUFFIXES", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".rss", ".atom", ".xml")
SEARCHED = False  # most XML files are no feeds
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]{0,400}>\s*|<!--.{0,1000}?-->\s*|<!DOCTYPE[^>\[]{0,400}>\s*){0,8}"
    rb"<(?:rss|feed|rdf:RDF)\b",
    re.S,
)
_CLOSED = re.compile(rb"</(?:rss|feed|rdf:RDF)>")


def recognises(head: bytes) -> int:
    """Certainly, by the root element."""
    return 2 if _ROOT.match(head) else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The documents of a feed, in its order.

    Raises:
        InputError: Not a feed, or one without entries; or the extra is missing.
    """
    data = source.data()
    limits = source.options.limits
    if not data.strip():
        raise InputError("empty file; there is nothing to check", source.name)
    binary = recognised_as(data[:65536])
    if binary:
        raise InputError(f"{binary}, not a feed", source.name)
    if len(data) > limits.xml_bytes:
        raise InputError("more XML than the limit xml-bytes allows", source.name)
    if b"<!ENTITY" in data:
        raise InputError("XML that defines entities of its own; refused", source.name)
    if not recognises(data[:4096]):
        problem = "XML of a kind that is not known; only feeds (RSS, Atom) are read"
        raise InputError(problem, source.name)
    feed = _parsed(data, source)
    count = 0
    for count, entry in enumerate(feed.entries, 1):
        if count > limits.records:
            raise InputError("more entries than the limit records allows", source.name)
        yield _document(entry, count, feed, source)
    if not _CLOSED.search(data[-4096:]):
        raise InputError(f"cut off in or after entry {count}; get the feed again", source.name)
    if not count:
        raise InputError("a feed without entries; there is nothing to check", source.name)


def _parsed(data: bytes, source: Source) -> Any:
    try:
        import feedparser
    except ImportError as error:
        problem = "feeds need an extra; pip install 'numcheck[formats]'"
        raise InputError(problem, source.name) from error
    try:
        # A stream, since bytes would be tried as the name of a file first.
        return feedparser.parse(io.BytesIO(data))
    except Exception as error:  # whatever the loose parser stumbles over
        raise InputError("broken feed; get it again", source.name) from error


def _document(entry: Any, number: int, feed: Any, source: Source) -> Document | InputError:
    place = f"{source.name}:{number}"
    contents = [one.get("value") or "" for one in entry.get("content", [])]
    text = _plain(max(contents, key=len, default="") or entry.get("summary") or "")
    title = " ".join(_plain(entry.get("title") or "").split())
    if not text and not title:
        return InputError("an entry without text; there is nothing to check", place)
    moment = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    return Document(
        id=place,
        text=text,
        title=title,
        source=" ".join(_plain(feed.feed.get("title") or "").split()),
        published=_iso(moment),
        url=str(entry.get("link") or "").strip(),
        path=source.path,
        furniture=find_furniture(text),
        locators=((0, f"entry {number}"),),
    )


def _plain(markup: str) -> str:
    """The text of what may be a piece of a page."""
    markup = replace_lone_surrogates(markup.replace("\0", " ")).replace("\r\n", "\n")
    if "<" not in markup and "&" not in markup:
        return markup.replace("\r", "\n").strip()
    from lxml import etree, html  # type: ignore[import-untyped]

    try:
        return text_of_body(html.fragment_fromstring(markup, create_parent="div")).strip()
    except (etree.LxmlError, ValueError, AssertionError):
        return re.sub(r"<[^<>]{0,1000}>", " ", markup).replace("\r", "\n").strip()


def _iso(moment: Any) -> str:
    try:
        return datetime(*moment[:6]).isoformat("T", "minutes") + "+00:00" if moment else ""
    except (TypeError, ValueError):
        return ""
