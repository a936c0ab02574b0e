"""Files that are made to be slow to read: what :mod:`benchmarks.adversarial` measures readers with.

Each family is a function from a size in bytes to a file of about that size. It leads a reader where
honest files do not: marks that open and never close, a million tiny parts, one part with no end.
Twice the size is twice the same, so that the cost can be compared.
"""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import Callable

__all__ = ["FILES"]

Made = Callable[[int], bytes]

_WORDS = "Some 12 people of 40 came. "


def _repeated(snippet: str, head: str = "", tail: str = "") -> Made:
    return lambda size: (head + snippet * max(1, size // len(snippet.encode())) + tail).encode()


def _numbered(snippet: str, head: str = "", tail: str = "") -> Made:
    """A snippet repeated, each time with another number in place of ``@``."""

    def made(size: int) -> bytes:
        count = max(1, size // (len(snippet.encode()) + 5))
        many = "".join(snippet.replace("@", f"{number:06}") for number in range(count))
        return (head + many + tail).encode()

    return made


def _nested(opened: str, closed: str, head: str = "", tail: str = "") -> Made:
    def made(size: int) -> bytes:
        depth = size // (len(opened) + len(closed))
        return (head + opened * depth + _WORDS + closed * depth + tail).encode()

    return made


def _zip(compression: int, entry: int, name: str = "{:06}.txt") -> Made:
    """An archive of so many entries that they and the list of them make up the size."""

    def made(size: int) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", compression) as archive:
            for number in range(size // (entry + 120)):
                archive.writestr(name.format(number), _WORDS * (entry // len(_WORDS)))
        return packed.getvalue()

    return made


def _tar(size: int) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for number in range(size // 1024):
            info = tarfile.TarInfo(f"{number}.txt")
            info.size = len(_WORDS)
            archive.addfile(info, io.BytesIO(_WORDS.encode()))
    return packed.getvalue()


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KINDS = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    f'relationships"><Relationship Id="r" Type="{_OFFICE}" Target="word/document.xml"/>'
    "</Relationships>"
)


def _stored(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def _docx(inside: Made) -> Made:
    def made(size: int) -> bytes:
        head = f'<w:document xmlns:w="{_WORD}"><w:body>'.encode()
        body = head + inside(size) + b"</w:body></w:document>"
        return _stored(
            {
                "[Content_Types].xml": _KINDS.encode(),
                "_rels/.rels": _RELATIONS.encode(),
                "word/document.xml": body,
            }
        )

    return made


_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def _odt(inside: Made) -> Made:
    def made(size: int) -> bytes:
        head = (
            f'<office:document-content xmlns:office="{_ODF}:office:1.0" '
            f'xmlns:text="{_ODF}:text:1.0" xmlns:table="{_ODF}:table:1.0">'
            "<office:body><office:text>"
        )
        tail = "</office:text></office:body></office:document-content>"
        content = head.encode() + inside(size) + tail.encode()
        kind = b"application/vnd.oasis.opendocument.text"
        return _stored({"mimetype": kind, "content.xml": content})

    return made


_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)


def _epub(chapter: int) -> Made:
    """A book of chapters of so many bytes."""

    def made(size: int) -> bytes:
        count = max(1, size // (chapter + 400))
        page = f"<html><body><h1>One</h1><p>{_WORDS * (chapter // len(_WORDS))}</p></body></html>"
        items = "".join(
            f'<item id="c{number}" href="{number}.xhtml" media-type="application/xhtml+xml"/>'
            for number in range(count)
        )
        spine = "".join(f'<itemref idref="c{number}"/>' for number in range(count))
        package = (
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
            f"<metadata/><manifest>{items}</manifest><spine>{spine}</spine></package>"
        )
        chapters = {f"{number}.xhtml": page.encode() for number in range(count)}
        members = {"mimetype": b"application/epub+zip", "a.opf": package.encode()}
        return _stored(
            {**members, "META-INF/container.xml": _CONTAINER.encode(), **chapters},
        )

    return made


def _pdf(page: str, per_page: int) -> Made:
    """A document of pages, each with a piece of content repeated."""

    def made(size: int) -> bytes:
        content = f"BT /F1 9 Tf 40 780 Td 11 TL {page * per_page} ET"
        count = max(1, size // (len(content) + 250))
        kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for number in range(count):
            objects += [
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources "
                f"<< /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>",
                f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
            ]
        return _pdf_file(objects)

    return made


def _pdf_objects(size: int) -> bytes:
    """One page, and objects that nobody needs."""
    content = f"BT /F1 12 Tf 72 720 Td ({_WORDS}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R "
        "/Resources << /Font << /F1 3 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
    ]
    return _pdf_file([*objects, *("[0]" for _ in range(size // 45))])


def _pdf_file(objects: list[str]) -> bytes:
    parts, offsets, place = ["%PDF-1.4\n"], [], 9
    for number, one in enumerate(objects, 1):
        offsets.append(place)
        parts.append(f"{number} 0 obj\n{one}\nendobj\n")
        place += len(parts[-1])
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    parts.append(f"xref\n0 {size}\n0000000000 65535 f \n{table}")
    parts.append(f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{place}\n%%EOF\n")
    return "".join(parts).encode("latin-1")


def _web_archive(header: str, body: str, per_record: int = 1) -> Made:
    def made(size: int) -> bytes:
        page = f"<html><body><p>{_WORDS}</p>{body * per_record}</body></html>"
        http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{header}\r\n{page}"
        record = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/@\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n{http}\r\n\r\n"
        )
        return _numbered(record)(size)

    return made


def _json(value: Callable[[int], object]) -> Made:
    return lambda size: json.dumps(value(size)).encode()


def _parquet(size: int) -> bytes:
    import pyarrow
    from pyarrow import parquet

    rows = [f"{_WORDS}{number}" for number in range(size // 40)]
    packed = io.BytesIO()
    table = pyarrow.table({"text": rows})
    parquet.write_table(table, packed, compression="none", use_dictionary=False)
    return packed.getvalue()


def _mail(size: int, boundary: str = "x") -> bytes:
    head = f'Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="{boundary}"\n'
    return (head + "\n" + f"--{boundary}\n" * (size // (len(boundary) + 3))).encode()


def _mail_nested(size: int) -> bytes:
    parts = [
        f'Content-Type: multipart/mixed; boundary="b{number}"\n\n--b{number}\n'
        for number in range(size // 60)
    ]
    return ("Subject: a\nMIME-Version: 1.0\n" + "".join(parts) + _WORDS).encode()


_HTML = "<html><body><p>Some 12 people came.</p>"
_FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>a</title>'
_BEGUN = "<item><description>"
_ENTRY = "<item><title>a @</title><description>Some 12 people came.</description></item>"
_MAILED = "From a@b Thu Jan  1 00:00:00 2026\nSubject: @\n\nSome 12 people came.\n\n"
_CUE = "1\n00:00:01,000 --> 00:00:02,000\nSome 12 people came.\n\n"
_RTF = "{\\rtf1\\ansi "
_SHORT = "<w:p><w:r><w:t>12</w:t></w:r></w:p>"
_RUN = "<w:r><w:t>12 </w:t></w:r>"
_CELL = "<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc>"

FILES: dict[str, tuple[str, Made]] = {
    "text: one line": (".txt", _repeated(_WORDS)),
    "text: short lines": (".txt", _repeated("12\n")),
    "text: empty lines": (".txt", _repeated("\n", _WORDS)),
    "text: spaces": (".txt", _repeated(" ", _WORDS, "x")),
    "text: mixed line breaks": (".txt", _repeated("12\r\n\r\r\n\n", _WORDS)),
    "text: capitals in short lines": (".txt", _repeated("A B C\n", _WORDS)),
    "text: credits": (".txt", _repeated("(Reuters) - \n", _WORDS)),
    "text: links": (".txt", _repeated("http://a.example/ \n", _WORDS)),
    "text: times of publication": (".txt", _repeated("Published 5 May 2020 \n", _WORDS)),
    "text: separators": (".txt", _repeated("----\n\n", _WORDS)),
    "text: front matter that never ends": (".txt", _repeated("a: b\n", "---\n")),
    "text: directives": (".txt", _repeated("numcheck: ignore A1 \n", _WORDS)),
    "text: not UTF-8": (".txt", lambda size: _WORDS.encode() + b"\xe9\xa0 12 " * (size // 6)),
    "text: combining marks": (".txt", _repeated("\u0301", _WORDS)),
    "text: marks of direction": (".txt", _repeated("\u202e\u2066", _WORDS)),
    "text: NULs": (".txt", _repeated("a\0", _WORDS)),
    "markdown: emphasis": (".md", _repeated("*a **b _c ")),
    "markdown: stars": (".md", _repeated("*")),
    "markdown: underscores": (".md", _repeated("_a")),
    "markdown: brackets": (".md", _repeated("[")),
    "markdown: pictures": (".md", _repeated("![")),
    "markdown: links": (".md", _repeated("[a](b ")),
    "markdown: links and brackets": (".md", _repeated("[a](")),
    "markdown: link titles": (".md", _repeated("[a](b 'c")),
    "markdown: backticks": (".md", _repeated("` `` ")),
    "markdown: growing backticks": (
        ".md",
        lambda size: " ".join("`" * n for n in range(int((2 * size) ** 0.5))).encode(),
    ),
    "markdown: fences": (".md", _repeated("```\n")),
    "markdown: quotes": (".md", _repeated("> " * 50 + "12\n")),
    "markdown: one deep quote": (".md", _repeated("> ")),
    "markdown: lists": (".md", _repeated("- 12\n")),
    "markdown: deep list": (".md", _repeated("- ")),
    "markdown: headings": (".md", _repeated("# 12\n")),
    "markdown: tables": (".md", _repeated("| 5 | 6 |\n", "| a | b |\n|---|---|\n")),
    "markdown: pipes": (".md", _repeated("|")),
    "markdown: one wide row": (".md", _repeated("a|", "a|b\n-|-\n")),
    "markdown: references": (".md", _numbered("[r@]: /x\n")),
    "markdown: front matter that never ends": (".md", _repeated("a: b\n", "---\n")),
    "markdown: brackets in front matter": (".md", _repeated("[", "---\na: ", "\n---\n")),
    "markdown: tags": (".md", _repeated("<a <b ")),
    "markdown: comments": (".md", _repeated("<!-- 12 ")),
    "markdown: backslashes": (".md", _repeated("\\")),
    "markdown: entities": (".md", _repeated("&amp;&#35;&")),
    "markdown: underlines": (".md", _repeated("a\n=\n")),
    "html: deep": (".html", _nested("<div>", "</div>", _HTML)),
    "html: deep spans": (".html", _nested("<b>", "</b>", _HTML)),
    "html: never closed": (".html", _repeated("<p>12<div>", _HTML)),
    "html: never closed in line": (".html", _repeated("<b>1<i>", _HTML)),
    "html: paragraphs": (".html", _repeated("<p>12 men</p>", _HTML)),
    "html: breaks": (".html", _repeated("12<br>", _HTML)),
    "html: angle brackets": (".html", _repeated("<", _HTML)),
    "html: comments": (".html", _repeated("<!-- a -->", _HTML)),
    "html: comments never closed": (".html", _repeated("<!-- a ", _HTML)),
    "html: entities": (".html", _repeated("&amp;", _HTML)),
    "html: broken entities": (".html", _repeated("&a", _HTML)),
    "html: attributes": (".html", _numbered(" a@=b", _HTML + "<p", ">")),
    "html: one attribute": (".html", _repeated("a ", _HTML + '<p title="')),
    "html: scripts": (".html", _repeated("<script>1</script>", _HTML)),
    "html: script never closed": (".html", _repeated("<script>", _HTML)),
    "html: rows": (".html", _repeated("<tr><td>5<td>6", _HTML + "<table>")),
    "html: one row": (".html", _repeated("<td>5", _HTML + "<table><tr>")),
    "html: tables in tables": (".html", _repeated("<table><tr><td>", _HTML)),
    "html: list": (".html", _repeated("<li>12", _HTML + "<ul>")),
    "html: links": (".html", _repeated("<a href=b>12</a> ", _HTML)),
    "html: articles": (".html", _repeated("<article><h1>a</h1><p>12 men.</article>", _HTML)),
    "html: headings": (".html", _repeated("<h2>12</h2>", _HTML)),
    "html: times": (".html", _repeated("<time datetime=2020-01-01>a</time>", _HTML)),
    "html: meta": (".html", _numbered("<meta name=a@ content=b>", "<html><head>", _HTML)),
    "html: data for machines": (
        ".html",
        _repeated("[", '<html><script type="application/ld+json">', "</script>" + _HTML),
    ),
    "html: many data for machines": (
        ".html",
        _repeated('<script type="application/ld+json">{"a":1}</script>', "<html>", _HTML),
    ),
    "json: deep": (".json", _nested("[", "]")),
    "json: opened": (".json", _repeated("[")),
    "json: opened objects": (".json", _repeated('{"a":')),
    "json: list": (".json", _json(lambda size: [{"text": _WORDS}] * (size // 40))),
    "json: one text": (".json", _json(lambda size: {"text": _WORDS * (size // len(_WORDS))})),
    "json: keys": (".json", _json(lambda size: {f"k{n:06}": n for n in range(size // 20)})),
    "json: equal keys": (".json", _repeated('"text": "12",', "{", '"text": "5"}')),
    "json: escapes": (".json", _repeated("\\u0031", '{"text": "', '"}')),
    "json: digits": (".json", _repeated("1", '{"text": "a", "n": ', "}")),
    "jsonl: lines": (".jsonl", _repeated('{"text": "12 men"}\n')),
    "jsonl: equal ids": (".jsonl", _repeated('{"id": "a", "text": "12"}\n')),
    "jsonl: empty lines": (".jsonl", _repeated("\n", '{"text": "12"}\n')),
    "jsonl: broken lines": (".jsonl", _repeated("{\n", '{"text": "12"}\n')),
    "csv: rows": (".csv", _repeated("12 men,5\n", "text,n\n")),
    "csv: quotes never closed": (".csv", _repeated('"a,\n', "text,n\n")),
    "csv: quotes": (".csv", _repeated('"', "text,n\n")),
    "csv: columns": (".csv", _numbered("c@,", "text,", "x\n12 men\n")),
    "csv: one field": (".csv", _repeated("12 men ", "text,n\n")),
    "csv: equal ids": (".csv", _repeated("a,12\n", "id,text\n")),
    "csv: separators": (".csv", _repeated(",;\t|", "text,n\n")),
    "mail: headers": (".eml", _numbered("X-A@: b\n", "Subject: a\n", "\n12")),
    "mail: one header": (".eml", _repeated(" a\n", "Subject: a\n", "\n12")),
    "mail: boundaries": (".eml", _mail),
    "mail: long boundaries": (".eml", lambda size: _mail(size, "-" * 60)),
    "mail: parts": (
        ".eml",
        _repeated(
            "--x\nContent-Type: text/plain\n\n12 men\n",
            'Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n',
            "--x--\n",
        ),
    ),
    "mail: parts in parts": (".eml", _mail_nested),
    "mail: encoded words": (".eml", _repeated("=?utf-8?q?a?= ", "Subject: ", "\n\n12")),
    "mail: addresses": (".eml", _repeated("a@b, ", "Subject: a\nFrom: ", "c\n\n12")),
    "mail: brackets in addresses": (".eml", _repeated("(", "Subject: a\nFrom: ", "\n\n12")),
    "mail: quotes in addresses": (".eml", _repeated('"a" ', "Subject: a\nFrom: ", "\n\n12")),
    "mail: parameters": (
        ".eml",
        _numbered("; a*@=b", "Subject: a\nMIME-Version: 1.0\nContent-Type: text/plain", "\n\n12"),
    ),
    "mail: quotations": (".eml", _repeated("> 12 men\n", "Subject: a\n\n")),
    "mail: quoted printable": (
        ".eml",
        _repeated("=31=", "Subject: a\nContent-Transfer-Encoding: quoted-printable\n\n"),
    ),
    "mail: base64": (
        ".eml",
        _repeated("MTIg", "Subject: a\nContent-Transfer-Encoding: base64\n\n"),
    ),
    "mailbox: messages": (".mbox", _numbered(_MAILED)),
    "mailbox: from lines": (".mbox", _repeated("From a\n", _MAILED)),
    "feed: entries": (".rss", _numbered(_ENTRY, _FEED, "</channel></rss>")),
    "feed: never closed": (".rss", _repeated("<item><title>", _FEED)),
    "feed: one entry": (
        ".rss",
        _repeated("&lt;p>12", _FEED + _BEGUN, "</description></item></channel></rss>"),
    ),
    "feed: entities": (
        ".rss",
        _repeated("&amp;", _FEED + "<item><title>", "</title></item></channel></rss>"),
    ),
    "feed: comments": (".rss", _repeated("<!-- -->", _FEED, _ENTRY + "</channel></rss>")),
    "subtitles: cues": (".srt", _repeated(_CUE)),
    "subtitles: cues of the web": (
        ".vtt",
        _repeated("00:01.000 --> 00:02.000\n12 men.\n\n", "WEBVTT\n\n"),
    ),
    "subtitles: arrows": (".srt", _repeated("-->", _CUE)),
    "subtitles: lines of one cue": (".srt", _repeated("12\n", _CUE.rstrip() + "\n")),
    "subtitles: tags": (".srt", _repeated("<i>{", _CUE.rstrip())),
    "subtitles: styled": (
        ".ass",
        _repeated(
            "Dialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,12 men.\n",
            "[Script Info]\n[V4+ Styles]\nFormat: Name\nStyle: D\n[Events]\n"
            "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n",
        ),
    ),
    "rtf: groups": (".rtf", _nested("{", "}", _RTF, "}")),
    "rtf: opened": (".rtf", _repeated("{", _RTF)),
    "rtf: closed": (".rtf", _repeated("}", _RTF + "12 ")),
    "rtf: backslashes": (".rtf", _repeated("\\", _RTF, " 12}")),
    "rtf: words": (".rtf", _repeated("\\par 12", _RTF, "}")),
    "rtf: hex": (".rtf", _repeated("\\'31", _RTF, "}")),
    "rtf: Unicode": (".rtf", _repeated("\\u49?", _RTF, "}")),
    "rtf: fonts": (".rtf", _numbered("{\\f@ a;}", _RTF + "{\\fonttbl", "}12 men}")),
    "rtf: links": (".rtf", _repeated('{\\field{\\*\\fldinst{HYPERLINK "', _RTF, "12}")),
    "rtf: charsets": (".rtf", _repeated("\\f1\\fcharset0 ", _RTF + "12{\\fonttbl", "}}")),
    "rtf: ignored": (".rtf", _repeated("{\\*\\x a}", _RTF, "12}")),
    "rtf: digits": (".rtf", _repeated("1", _RTF + "\\f", " 12}")),
    "docx: paragraphs": (".docx", _docx(_repeated(_SHORT))),
    "docx: runs": (".docx", _docx(_repeated(_RUN, "<w:p>", "</w:p>"))),
    "docx: rows": (
        ".docx",
        _docx(_repeated(f"<w:tr>{_CELL * 2}</w:tr>", "<w:tbl>", "</w:tbl>")),
    ),
    "docx: one row": (".docx", _docx(_repeated(_CELL, "<w:tbl><w:tr>", "</w:tr></w:tbl>"))),
    "docx: insertions": (
        ".docx",
        _docx(_repeated(f"<w:ins>{_RUN}</w:ins><w:del>{_RUN}</w:del>", "<w:p>", "</w:p>")),
    ),
    "docx: fields": (
        ".docx",
        _docx(_repeated('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:p>", "</w:p>")),
    ),
    "odt: paragraphs": (".odt", _odt(_repeated("<text:p>12</text:p>"))),
    "odt: spans": (
        ".odt",
        _odt(_repeated("<text:span>12</text:span>", "<text:p>", "</text:p>")),
    ),
    "odt: spaces": (".odt", _odt(_repeated("<text:s/>", "<text:p>12", "</text:p>"))),
    "odt: rows": (
        ".odt",
        _odt(
            _repeated(
                "<table:table-row><table:table-cell><text:p>12</text:p></table:table-cell>"
                "</table:table-row>",
                "<table:table>",
                "</table:table>",
            )
        ),
    ),
    "epub: chapters": (".epub", _epub(300)),
    "epub: one chapter": (".epub", lambda size: _epub(size)(size)),
    "pdf: pages": (".pdf", _pdf("(12 men of 40 came.) ' ", 20)),
    "pdf: pieces": (".pdf", _pdf("(12 ) Tj ", 60)),
    "pdf: one page": (
        ".pdf",
        lambda size: _pdf("(12 men) ' ", size // 11)(1),
    ),
    "pdf: one line": (".pdf", lambda size: _pdf("(12 ) Tj ", size // 9)(1)),
    "pdf: objects": (".pdf", _pdf_objects),
    "warc: records": (".warc", _web_archive("", "")),
    "warc: headers": (".warc", _web_archive("X-A: b\r\n" * 500, "")),
    "warc: pages": (".warc", _web_archive("", "<p>12 men", 500)),
    "warc: no end of a header": (".warc", _repeated("X-A: b\r\n", "WARC/1.0\r\n")),
    "zip: entries": (".zip", _zip(zipfile.ZIP_STORED, 60)),
    "zip: packed entries": (".zip", _zip(zipfile.ZIP_DEFLATED, 60)),
    "zip: equal names": (".zip", _zip(zipfile.ZIP_STORED, 60, "a.txt")),
    "zip: other files": (".zip", _zip(zipfile.ZIP_STORED, 0, "{:06}.exe")),
    "tar: entries": (".tar", _tar),
    "parquet: rows": (".parquet", _parquet),
}
"""Families by name, with the suffix of their files."""
