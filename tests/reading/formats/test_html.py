"""Web pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from numcheck.model import Document
from numcheck.reading import read, read_bytes

DATA = Path(__file__).parent.parent.parent / "data"


def document_of(page: str | bytes) -> Document:
    """The document that a page holds."""
    data = page if isinstance(page, bytes) else page.encode()
    (document,) = read_bytes(data, "a.html")
    assert isinstance(document, Document)
    return document


@pytest.fixture(scope="module")
def ferry() -> Document:
    """The sample page."""
    (document,) = read([str(DATA / "ferry.html")])
    assert isinstance(document, Document)
    return document


def test_the_page_says_who_published_what_and_when(ferry: Document) -> None:
    assert (
        "Ferry firm adds 12 sailings a week",
        "Harbour Gazette",
        "2024-05-03T08:15+01:00",
        "https://gazette.example.org/ferry",
        0,
    ) == (ferry.title, ferry.source, ferry.published, ferry.url, ferry.first_line)


def test_the_headline_is_not_repeated_in_the_text(ferry: Document) -> None:
    assert ferry.text.startswith("The firm, which has carried passengers")
    assert ferry.title not in ferry.text


def test_rows_of_a_table_are_lines(ferry: Document) -> None:
    assert "\n\nRoute | Sailings\nNorth | 30\nSouth | 28\n\n" in ferry.text


def test_items_of_a_list_are_lines(ferry: Document) -> None:
    assert "\n\n- 12 new sailings a week\n- 58 sailings in all\n\n" in ferry.text


def test_the_declared_encoding_is_used(ferry: Document) -> None:
    assert "from £8 to £8.50" in ferry.text
    assert "“We turned away" in ferry.text


@pytest.mark.parametrize("figure", ["40,000", "90000", "2024", "120", "20", "Seven piers"])
def test_page_furniture_stays_outside(ferry: Document, figure: str) -> None:
    assert figure not in ferry.text


def test_a_page_too_small_for_an_article_is_read_whole() -> None:
    page = """<html><head><title>Fares up 5% | The Pier Post</title></head><body>
    <nav>7 sections</nav><h1>Fares <i>up</i> 5%</h1><p>By Ann Writer, 3 May 2024</p>
    <p>Fares rose<br>by 5%.</p><ul><li><p>9 routes</p><li>8 boats</ul>
    <div class="share-bar">Share 4</div><table><tr><th>A<th></tr><tr><td><td></tr></table>
    <p><button>Menu 3</button>That&nbsp;is all.</p></body>"""
    document = document_of(page)
    assert ("Fares up 5%", "The Pier Post", "2024-05-03") == (
        document.title,
        document.source,
        document.published,
    )
    expected = "Fares rose\nby 5%.\n\n- 9 routes\n- 8 boats\n\nA |\n\nThat\xa0is all."
    assert expected == document.text.replace("A | \n", "A |\n")


def test_a_page_without_heading_takes_its_title() -> None:
    document = document_of("<title>Fares up — Pier Post</title><p>They rose by 5%.")
    assert ("Fares up", "Pier Post") == (document.title, document.source)


def test_the_outlet_is_not_the_headline_over_again() -> None:
    page = (DATA / "ferry.html").read_bytes()
    bare = re.sub(rb"<meta property=[^>]*>|<script type.*?</script>", b"", page)
    document = document_of(bare.replace(b" | Harbour", b" - Harbour"))
    assert ("Ferry firm adds 12 sailings a week", "Harbour Gazette") == (
        document.title,
        document.source,
    )


def test_a_page_may_name_its_outlet() -> None:
    page = "<meta property='og:site_name' content='Pier  Post'><p>Fares rose by 5%."
    assert "Pier Post" == document_of(page).source


def test_a_page_in_xhtml_with_its_own_declaration_is_read() -> None:
    page = "<?xml version='1.0' encoding='iso-8859-1'?>\n<html><body><p>Café, £5</p></body></html>"
    assert "Café, £5" == document_of(page.encode("latin-1")).text


def test_a_moment_on_another_day_than_the_pages_date_is_not_believed() -> None:
    page = (DATA / "ferry.html").read_bytes()
    other = page.replace(b"<nav>", b"<nav><span data-x='pubdate' datetime='2019-01-01'></span>")
    assert "2024-05-03T08:15+01:00" == document_of(other).published


def test_a_large_page_on_which_no_article_is_found_is_read_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import trafilatura

    page = "<h1>Fares</h1>" + "<p>They rose by 5% in June, and by 3% more in July.</p>" * 20
    monkeypatch.setattr(trafilatura, "bare_extraction", lambda *_, **__: None)
    assert 20 == document_of(page).text.count("5%")

    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    assert 20 == document_of(page).text.count("5%")


@pytest.mark.parametrize(
    "page",
    [
        "<!doctype html>",
        "<html></html>",
        "<html><body><script>5</script>",
        "<!-- 5 -->",
        "<frameset>",
    ],
)
def test_a_page_without_text_is_an_error(page: str) -> None:
    (error,) = read_bytes(page.encode(), "a.html")
    assert "a.html: no text on this page; there is nothing to check" == str(error)


def test_an_empty_file_is_an_error() -> None:
    (error,) = read_bytes(b" ", "a.html")
    assert "a.html: empty file; there is nothing to check" == str(error)


def test_a_deep_page_does_not_overflow() -> None:
    items = list(read_bytes(b"<div>" * 20_000 + b"Fares rose 5%.", "a.html"))
    assert 1 == len(items)
