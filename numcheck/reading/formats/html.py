"""Web pages.

trafilatura finds the article and what the page says about it; this module lays the text out and
falls back to all of the page's text where no article is found. Nothing is ever fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from numcheck import vocabulary
from numcheck.errors import InputError
from numcheck.model import Directive, Document
from numcheck.reading.datelines import Imprint, is_name
from numcheck.reading.dates import iso_date
from numcheck.reading.directives import mark_directives, mentions_directive, unmarked
from numcheck.reading.encoding import decode
from numcheck.reading.formats._page_text import text_of_body
from numcheck.reading.furniture import find_furniture
from numcheck.reading.page_map import PageMap
from numcheck.reading.preamble import read_preamble
from numcheck.reading.source import Source

__all__ = ["SUFFIXES", "page_of", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml")

_SIGNATURE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)?<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
_TAG = re.compile(rb"\s*<(?:head|body|article|div|p|h1|title|meta)\b[^>]*>", re.I)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I
)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Where pages state the moment of publication; trafilatura keeps the day only.
_MOMENT = re.compile(
    r"""(?:article:published_time|datePublished|pubdate)["']?\s*(?::|content=|datetime=)\s*["']([^"']{8,40})""",
    re.I,
)
# The clock has no say in what a page says: htmldate refuses dates after today otherwise.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}


# Characters below which trafilatura holds a page for no article.
_SMALL = 250
_SITE_AFTER_TITLE = re.compile(r"\s+[|–—-]\s+([^|–—]{2,40})$")


class _Page(NamedTuple):
    """What was found on a page."""

    text: str
    title: str = ""
    source: str = ""
    published: str = ""
    url: str = ""


def recognises(head: bytes) -> int:
    """Certainly, if it opens with a document type or ``<html>``; probably with another tag."""
    if _SIGNATURE.match(head):
        return 2
    return 1 if _TAG.match(head) else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The document of a page; its text is the page's readable text.

    Raises:
        InputError: Binary data, an unknown encoding, or no text on the page.
    """
    yield page_of(source, source.data())


def page_of(source: Source, data: bytes, charset: str = "") -> Document:
    """The document of a page.

    Args:
        source: The page.
        data: Its bytes.
        charset: The encoding that came with it, if any.

    Raises:
        InputError: As for :func:`read`.
    """
    declared = _DECLARED.search(data[:2048])
    stated = charset or (declared[1].decode("ascii") if declared else "")
    content = decode(data, source.name, stated)
    if not content.strip():
        raise InputError("empty file; there is nothing to check", source.name)
    content = _NOT_XML.sub(" ", content)
    page, directives = (
        _with_directives(content, source)
        if mentions_directive(content)
        else (_page(content, source), [])
    )
    imprint = Imprint(source=page.source, published=page.published, url=page.url)
    start = _past_title(page.text, page.title)
    preamble = read_preamble(page.text, start, imprint, page.title)
    text = page.text[preamble.end :]
    if not text and not preamble.title:
        raise InputError("no text on this page; there is nothing to check", source.name)
    title_line, rows = _lines(content, preamble.title, text) if source.path else (0, ())
    return Document(
        id=source.name,
        text=text,
        title=preamble.title,
        source=imprint.outlet,
        published=imprint.day,
        url=imprint.url,
        path=source.path,
        title_line=title_line,
        rows=rows,
        furniture=find_furniture(text),
        directives=tuple(
            replace(one, start=max(one.start - preamble.end, -1)) for one in directives
        ),
    )


def _lines(content: str, title: str, text: str) -> tuple[int, tuple[int, ...]]:
    """The lines of the page on which its title and the lines of its text stand."""
    found = PageMap(content)
    rows = found.rows(text)
    title_at = found.title(title, rows)
    return (found.line(title_at) if title_at >= 0 else 0), found.lines(rows)


def _with_directives(content: str, source: Source) -> tuple[_Page, list[Directive]]:
    """The page of a content that speaks to numcheck, and where in its text it does."""
    marked, comments = mark_directives(content)
    page = _page(marked, source)
    text, directives = unmarked(page.text, comments, content)
    others = (unmarked(field, comments, content)[0] for field in page[1:])
    return _Page(text, *others), directives


def _page(content: str, source: Source) -> _Page:
    if source.options.fast_html:
        return _fast_page(content, source)
    from lxml import etree, html  # type: ignore[import-untyped]

    content = _XML_DECLARATION.sub("", content, count=1)
    try:
        tree: Any = html.document_fromstring(content)
    except (etree.LxmlError, ValueError, AssertionError):  # not a single element
        return _Page("")
    everything = _everything(tree)
    if len(everything) > _SMALL:
        article = _article(content, tree)
        # One unbroken paragraph is what trafilatura makes of a page that it could not lay out.
        if article.text and ("\n" in article.text or "\n" not in everything):
            return article
    return _Page(everything, _stated_title(tree), _stated_site(tree), _moment(content, ""))


def _fast_page(content: str, source: Source) -> _Page:
    from numcheck.reading.formats._fast_page import fast_page

    page = fast_page(content, source.name)
    title, page_title = page.title(), page.page_title()
    site = _SITE_AFTER_TITLE.search(page_title)
    outlet = page.stated("property", "og:site_name")
    if not outlet and site and is_name(site[1]):
        outlet = site[1]
    if title == page_title and site and is_name(site[1]):
        title = title[: site.start()]
    return _Page(page.text, title, outlet, _moment(content, ""))


def _article(content: str, tree: Any) -> _Page:
    """What trafilatura takes for the article; no text where it finds none."""
    from trafilatura import bare_extraction

    try:
        found: Any = bare_extraction(
            content,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
        )
    except Exception:  # whatever a page breaks in there, its plain text can still be read
        found = None
    if found is None or found.body is None:
        return _Page("")
    title = " ".join((found.title or "").split())
    site = found.sitename or ""
    if site.casefold() in title.casefold():  # the wrong half of "Headline - Outlet"
        site = _stated_site(tree)
    elif "." in site:  # no more than the host's name
        site = _stated_site(tree) or site
    return _Page(
        text=text_of_body(found.body),
        title=title,
        source=site or found.author or "",
        published=_moment(content, found.date or ""),
        url=found.url or "",
    )


def _everything(tree: Any) -> str:
    """All text of a page but what its own elements set apart as no article."""
    body = tree.find("body")
    if body is None:
        return ""
    for element in body.xpath(".//nav | .//aside | .//footer"):
        element.drop_tree()
    parts = _page_parts()
    for element in body.xpath(".//*[@class or @id]"):
        words = f"{element.get('class', '')} {element.get('id', '')}".lower()
        if parts.search(words) and element.getparent() is not None:
            element.drop_tree()
    return text_of_body(body)


@cache
def _page_parts() -> re.Pattern[str]:
    names = "|".join(map(re.escape, vocabulary.lines("page_parts")))
    return re.compile(rf"(?<![a-z])(?:{names})(?![a-z])")


def _stated_title(tree: Any) -> str:
    headings = tree.xpath("//h1")
    if len(headings) == 1:
        return " ".join(headings[0].text_content().split())
    title = " ".join((tree.findtext(".//title") or "").split())
    site = _SITE_AFTER_TITLE.search(title)
    return title[: site.start()] if site and is_name(site[1]) else title


def _stated_site(tree: Any) -> str:
    stated = tree.xpath("//meta[@property='og:site_name']/@content")
    if stated:
        return " ".join(str(stated[0]).split())
    found = _SITE_AFTER_TITLE.search(" ".join((tree.findtext(".//title") or "").split()))
    return found[1] if found and is_name(found[1]) else ""


def _moment(content: str, day: str) -> str:
    """The moment of publication, if the page states one on the day that was found."""
    for match in _MOMENT.finditer(content):
        moment = iso_date(match[1])
        if moment and moment[:10] == (day or moment[:10]):
            return moment
    return day


def _past_title(text: str, title: str) -> int:
    """Offset past the first paragraph if it repeats the title."""
    first = text.partition("\n\n")[0]
    return len(first) if title and " ".join(first.split()).casefold() == title.casefold() else 0
