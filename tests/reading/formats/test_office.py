"""OpenDocument texts, e-books, RTF, feeds and subtitles: what is left out, and what is wrong."""

from __future__ import annotations

import io
import zipfile
from time import process_time

import pytest

from numcheck.model import Document
from numcheck.reading import Limits, ReadingOptions, read_bytes

ODT = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table")
)


def zipped(members: dict[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def said(data: bytes, name: str, options: ReadingOptions | None = None) -> list[str]:
    return [
        item.text if isinstance(item, Document) else str(item)
        for item in read_bytes(data, name, options)
    ]


def odt(body: str, **others: str) -> bytes:
    content = f"<office:body {SPACES}><office:text>{body}</office:text></office:body>"
    return zipped({"mimetype": ODT, "content.xml": content, **others})


def epub(*chapters: str, **others: str) -> bytes:
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml"/>' for n in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in reversed(range(len(chapters))))
    package = (
        f"<package><manifest>{items}"
        '<item id="nav" href="nav.xhtml" properties="nav"/><item id="gone" href="gone.xhtml"/>'
        f'</manifest><spine><itemref idref="nav"/>{spine}<itemref idref="unknown"/></spine>'
        "</package>"
    )
    pages = {f"c{n}.xhtml": page for n, page in enumerate(chapters)}
    container = '<container><rootfile full-path="book.opf"/></container>'
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "book.opf": package,
            **pages,
            **others,
        }
    )


def test_lists_tabs_spaces_and_breaks_of_a_text_are_kept() -> None:
    body = (
        "<text:p>Two<text:tab/>boats<text:s text:c='2'/>for<text:line-break/>£5.</text:p>"
        "<text:list><text:list-item><text:p>12 boats</text:p></text:list-item>"
        "<text:list-item><text:p>13 crews</text:p></text:list-item></text:list>"
    )
    assert ["Two boats  for\n£5.\n\n- 12 boats\n- 13 crews"] == said(odt(body), "a.odt")


def test_what_was_deleted_or_remarked_is_no_text() -> None:
    body = (
        "<text:tracked-changes><text:p>99 boats</text:p></text:tracked-changes>"
        "<text:p>12 boats<office:annotation><text:p>13?</text:p></office:annotation> sail.</text:p>"
    )
    assert ["12 boats sail."] == said(odt(body), "a.odt")


def test_tables_without_words_and_soft_hyphens_leave_nothing() -> None:
    body = (
        "<table:table><table:table-row><table:table-cell/></table:table-row></table:table>"
        "<text:p>12 mil\u00adlion boats.</text:p>"
    )
    assert ["12 million boats."] == said(odt(body), "a.odt")


def table(*cells: str) -> str:
    inner = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
    return f"<table:table><table:table-row>{inner}</table:table-row></table:table>"


def test_a_table_in_a_cell_is_told_once() -> None:
    nested = table("<text:p>North</text:p>", table("<text:p>30</text:p>", "<text:p>28</text:p>"))
    assert ["North | 30 28"] == said(odt(nested), "a.odt")


def test_a_frame_within_a_line_does_not_run_into_its_words() -> None:
    body = "<text:p>Of 12<text:span><text:p>13 boats</text:p></text:span>sail.</text:p>"
    assert ["Of 12\n13 boats\nsail."] == said(odt(body), "a.odt")


def test_an_encrypted_text_or_one_without_content_says_so() -> None:
    manifest = {"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}
    assert ["a.odt: encrypted; save it without a password"] == said(odt("", **manifest), "a.odt")
    nothing = "a.odt: no text in this file; save it again as ODT"
    assert [nothing] == said(zipped({"mimetype": ODT}), "a.odt")
    empty = "a.odt: no text in this file; there is nothing to check"
    assert [empty] == said(odt(""), "a.odt")


def test_broken_xml_is_named_with_its_part() -> None:
    (error,) = said(zipped({"mimetype": ODT, "content.xml": "<a>"}), "a.odt")
    assert error.startswith("a.odt/content.xml: broken XML (")


def test_a_book_is_read_in_its_order_with_its_chapters_as_places() -> None:
    one, two = (
        f"<html><body><h1>Part of {n}</h1><p>{n} boats.</p></body></html>" for n in ("12", "13")
    )
    (book,) = read_bytes(epub(one, two), "a.epub")
    assert isinstance(book, Document)
    assert "13 boats.\n\nPart of 12\n\n12 boats." in book.text
    assert ["part 1, Part of 13", "part 2, Part of 12"] == [label for _, label in book.locators]


def test_marks_of_notes_do_not_lengthen_figures() -> None:
    note, link = '<a href="#n1"><sup>1</sup></a>', '<a href="#x">crews</a>'
    page = f"<html><body><p>All 58{note} boats, 12 {link}.</p></body></html>"
    assert ["All 58 boats, 12 crews."] == said(epub(page), "a.epub")


def test_a_chapter_that_is_missing_or_broken_does_not_hide_the_others() -> None:
    whole = epub("<html><body><p>12 boats.</p></body></html>", "")
    error, text = said(whole, "a.epub")
    assert error.startswith("a.epub/c1.xhtml: broken XML (")
    assert "12 boats." == text
    items = '<manifest><item id="a" href="x%20y.xhtml"/></manifest>'
    package = f'<package>{items}<spine><itemref idref="a"/></spine></package>'
    gone = said(epub("<html/>", **{"book.opf": package}), "a.epub")
    assert "a.epub/x y.xhtml: a chapter that is not in the file" == gone[0]


def test_a_book_with_copy_protection_says_so_and_scrambled_fonts_do_not_matter() -> None:
    page = "<html><body><p>12 boats.</p></body></html>"
    font, other = (
        f'<EncryptedData><EncryptionMethod Algorithm="{scheme}"/></EncryptedData>'
        for scheme in ("http://www.idpf.org/2008/embedding", "aes")
    )
    name = "META-INF/encryption.xml"
    assert ["12 boats."] == said(epub(page, **{name: font}), "a.epub")
    locked = "a.epub: encrypted; only a book without copy protection can be read"
    assert [locked] == said(epub(page, **{name: font + other}), "a.epub")


def test_a_book_without_its_tables_says_so() -> None:
    kind = {"mimetype": "application/epub+zip"}
    missing = "a.epub: no e-book; its container.xml is missing"
    assert [missing] == said(zipped({**kind, "a": "b"}), "a.epub")
    parts = "a.epub: no e-book; its table of parts is missing"
    assert [parts] == said(zipped({**kind, "META-INF/container.xml": "<container/>"}), "a.epub")


def test_rtf_of_an_unknown_code_page_is_an_error_and_other_files_are_no_rtf() -> None:
    assert ["a.rtf: not RTF, whatever its name says"] == said(b"Fares rose 5%.", "a.rtf")
    (text,) = said(rb"{\rtf1\ansi\ansicpg1252 Fares\tab rose 5\'80.\par\par Then 6.}", "a.rtf")
    assert "Fares rose 5€.\n\nThen 6." == text


def test_rows_of_an_rtf_table_keep_their_cells_apart() -> None:
    data = rb"{\rtf1 {\trowd\cellx1\cellx2 North\cell 30\cell\row}{\trowd South\cell 28\cell\row}}"
    assert ["North | 30\nSouth | 28"] == said(data, "a.rtf")


def test_xml_of_an_unknown_kind_is_no_text() -> None:
    problem = "a.xml: XML of a kind that is not known; only feeds (RSS, Atom) are read"
    assert [problem] == said(b"<?xml version='1.0'?><sales year='2024'>5</sales>", "a.xml")
    assert ["a.rss: a PNG image, not a feed"] == said(b"\x89PNG\r\n\x1a\n", "a.rss")


def feed(items: str) -> bytes:
    return f'<rss version="2.0"><channel><title>A &amp; B</title>{items}</channel></rss>'.encode()


def test_entries_of_a_feed_are_read_whatever_their_markup() -> None:
    data = feed(
        "<item><title>5 &lt;b&gt;boats&lt;/b&gt;</title>"
        "<description>12 &amp;amp; 13</description></item>"
        "<item><link>https://a.example</link></item>"
    )
    first, second = read_bytes(data, "a.rss")
    assert isinstance(first, Document)
    assert ("5 boats", "12 & 13", "A & B") == (first.title, first.text, first.source)
    assert "a.rss:2: an entry without text; there is nothing to check" == str(second)


def test_a_feed_that_is_cut_off_says_after_which_entry() -> None:
    data = feed("<item><title>5 boats</title></item>")
    cut = "a.rss: cut off in or after entry 1; get the feed again"
    assert ["", cut] == said(data[: data.index(b"</channel>")], "a.rss")
    none = "a.rss: a feed without entries; there is nothing to check"
    assert [none] == said(feed(""), "a.rss")


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        ([(1, 2, "It rose"), (2, 3, "5%.")], "It rose 5%."),
        ([(1, 2, "It rose 5%."), (9, 10, "Then 6.")], "It rose 5%.\n\nThen 6."),
        ([(1, 2, "It rose"), (9, 10, "5%.")], "It rose 5%."),
        ([(1, 2, "It rose"), (2, 3, "It rose\n5%.")], "It rose 5%."),
        ([(9, 10, "Then 6."), (1, 2, "It rose 5%.")], "It rose 5%.\n\nThen 6."),
        ([(1, 2, "<v Ann>It <i>rose</i></v>"), (2, 3, "<00:00:02.500>5%.")], "It rose 5%."),
    ],
)
def test_cues_are_joined_to_running_text(cues: list[tuple[int, int, str]], expected: str) -> None:
    blocks = [f"00:00:{a:02}.000 --> 00:00:{b:02}.000\n{text}" for a, b, text in cues]
    assert [expected] == said(("WEBVTT\n\n" + "\n\n".join(blocks) + "\n").encode(), "a.vtt")


def test_subtitles_without_a_cue_say_so() -> None:
    nothing = "a.srt: no subtitle in this file; there is nothing to check"
    assert [nothing] == said(b"Fares rose 5%.", "a.srt")


def test_a_page_read_the_fast_way_has_title_outlet_and_date() -> None:
    page = (
        b"<html><head><title>Boats sail - The Gazette</title><meta name='x'>"
        b'<meta property="article:published_time" content="2024-05-03T08:15:00Z"></head><body>'
        b"<nav>Home</nav><p>12 boats sail from the harbour.</p>"
        b"<table><tr><td>North</td><td>30</td></tr></table></body></html>"
    )
    (found,) = read_bytes(page, "a.html", ReadingOptions(fast_html=True))
    assert isinstance(found, Document)
    assert ("Boats sail", "The Gazette") == (found.title, found.source)
    assert "2024-05-03T08:15+00:00" == found.published
    assert "North | 30" in found.text


def test_fast_pages_need_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "resiliparse.parse.html", None)
    assert ["a.html: fast pages need an extra; pip install 'numcheck[warc]'"] == said(
        b"<html><p>12 boats", "a.html", ReadingOptions(fast_html=True)
    )


def warc(*records: tuple[str, bytes], head: str = "text/html") -> bytes:
    parts = []
    for status, body in records:
        http = f"HTTP/1.1 {status}\r\nContent-Type: {head}\r\n\r\n".encode() + body
        kind = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
        parts.append(f"{kind}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n")
    return b"".join(parts)


def test_only_pages_that_were_found_are_read() -> None:
    data = warc(("200 OK", b"<p>12 boats."), ("404 Not Found", b"<p>13 boats."))
    assert ["12 boats."] == said(data, "a.warc")
    assert ["a.warc: no page in this web archive; there is nothing to check"] == said(
        warc(("200 OK", b"12"), head="image/png"), "a.warc"
    )


def test_reading_goes_on_behind_a_broken_record() -> None:
    data = warc(("200 OK", b"<p>12 boats.")) + b"garbage\r\n\r\n" * 9
    text, error, more = said(data + warc(("200 OK", b"<p>13 boats.")), "a.warc")
    assert ("12 boats.", "13 boats.") == (text, more)
    assert error.startswith("a.warc@")


def test_a_record_that_is_cut_off_or_empty_says_so() -> None:
    data = warc(("200 OK", b"<p>12 boats."))
    assert ["a.warc@0: cut off; get the file again"] == said(data[:-12], "a.warc")
    empty = "a.warc@0: empty file; there is nothing to check"
    assert [empty] == said(warc(("200 OK", b" ")), "a.warc")


def test_the_bound_of_pages_holds_for_records() -> None:
    options = ReadingOptions(Limits(file_bytes=500))
    data = warc(("200 OK", b"<p>12 boats." + b" " * 600), ("200 OK", b"<p>13 boats."))
    large, text = said(data, "a.warc", options)
    assert "a.warc@0: larger than 500 bytes (limit file-bytes)" == large
    assert "13 boats." == text


def test_a_file_of_nothing_but_broken_records_is_given_up() -> None:
    found = said(b"WARC/1.0\r\n" * 12_000, "a.warc")
    assert "a.warc: too many broken records; the rest is left" == found[-1]


def test_marks_that_nothing_closes_take_no_time() -> None:
    start = process_time()
    for data in (b"<a" * 200_000, b"{a" * 200_000):
        assert said(b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + data, "a.vtt")
    assert said(b"Subject: " + b"=?a?q?b?= " * 50_000 + b"\n\n5", "a.eml") == ["5"]
    assert process_time() - start < 5
