"""Makes the sample files beside it; run it only to change them, since the files are kept.

Needs LibreOffice (writer) and Chromium on the path, and numcheck's extras:
``python tests/reading/samples/build.py``. Every sample tells the same invented story.
"""

from __future__ import annotations

import gzip
import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

HERE = Path(__file__).parent
TITLE = "Ferry firm: 12 more sailings"
FILLER = (
    "Passengers who wait on the quay told the Gazette that the boats are late, that the café is "
    "shut and that nobody answers the telephone; the firm says that it is look\u00ading into "
    "com\u00adplaints and that its rep\u00adre\u00adsen\u00adta\u00adtives will meet the "
    "com\u00admit\u00adtee."
)
PARAGRAPHS = [
    "The firm will run 12 more sailings from 3 June, its timetable says.",
    *[f"{FILLER} That makes {number} letters so far." for number in range(3, 15)],
    "Fares will rise from £40 to £44, up 10%, and the crew of 300 will grow by 25.",
]


def flat_odt() -> str:
    """An OpenDocument text in one XML file, with all that a writer may use."""
    paragraphs = "".join(f"<text:p text:style-name='Standard'>{one}</text:p>" for one in PARAGRAPHS)
    note = (
        "<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>The harbour counts 28 of them.</text:p></text:note-body>"
        "</text:note>"
    )
    cells = [["Route", "Sailings"], ["North", "30"], ["South", "28"]]
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in cells
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
        for name, path in [
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("fo", "xsl-fo-compatible"),
            ("meta", "meta"),
        ]
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {spaces} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{TITLE}</dc:title><dc:creator>Ann Bell</dc:creator>
<meta:initial-creator>Ann Bell</meta:initial-creator>
<meta:creation-date>2024-05-03T08:15:00</meta:creation-date><dc:date>2024-05-03T09:00:00</dc:date>
</office:meta>
<office:styles><style:style style:name="Standard" style:family="paragraph">
<style:paragraph-properties fo:margin-bottom="0.3cm"/>
<style:text-properties fo:font-size="14pt" fo:language="en" fo:country="GB"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:parent-style-name="Standard" style:default-outline-level="1">
<style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="page">
<style:page-layout-properties fo:page-width="14.8cm" fo:page-height="21cm" fo:margin="1.5cm"/>
<style:header-style><style:header-footer-properties fo:min-height="0.5cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.5cm"/></style:footer-style>
</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">
<style:header><text:p>Harbour Gazette, 99 pence</text:p></style:header>
<style:footer><text:p>Page <text:page-number/> of 1,500 copies</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>
<text:h text:style-name="Heading_20_1" text:outline-level="1">{TITLE}</text:h>
{paragraphs}<text:p text:style-name="Standard">All 58 sailings{note} are listed.</text:p>
<table:table><table:table-column table:number-columns-repeated="2"/>{rows}</table:table>
<text:h text:style-name="Heading_20_1" text:outline-level="1">What comes next</text:h>
<text:p text:style-name="Standard">A second firm wants 7 boats.</text:p>
</office:text></office:body></office:document>"""


def page() -> str:
    """The same as a web page, in two columns so that reading order matters."""
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS[:6])
    return f"""<!doctype html><meta charset="utf-8"><title>{TITLE}</title>
<style>@page {{ size: 14cm 20cm }} body {{ columns: 2; hyphens: manual; text-align: justify;
font: 11pt serif }} h1 {{ column-span: all }}</style><h1>{TITLE}</h1>{body}"""


def office(target: Path) -> None:
    """What LibreOffice writes."""
    with tempfile.TemporaryDirectory() as directory:
        flat = Path(directory, "ferry.fodt")
        flat.write_text(flat_odt())
        soffice = shutil.which("soffice") or "/usr/lib/libreoffice/program/soffice"
        for kind in ("odt", "rtf", "pdf", "epub"):
            arguments = ["--headless", f"-env:UserInstallation=file://{directory}/profile"]
            subprocess.run(
                [soffice, *arguments, "--convert-to", kind, "--outdir", str(target), str(flat)],
                check=True,
            )


def chromium(target: Path) -> None:
    """What a browser prints."""
    with tempfile.TemporaryDirectory() as directory:
        source = Path(directory, "ferry.html")
        source.write_text(page())
        arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        subprocess.run(
            ["chromium", *arguments, f"--print-to-pdf={target / 'columns.pdf'}", str(source)],
            check=True,
        )


def subtitles(target: Path) -> None:
    """The same cues in three formats."""
    import pysubs2

    cues = [
        (1000, 3500, "The firm will run"),
        (3500, 6000, "12 more sailings, its timetable says."),
        (72_000, 75_000, "{\\i1}Fares{\\i0} will rise from £40\\Nto £44, up 10%."),
    ]
    track = pysubs2.SSAFile()
    track.events = [pysubs2.SSAEvent(start, end, text) for start, end, text in cues]
    for kind in ("srt", "vtt", "ass"):
        track.save(str(target / f"ferry.{kind}"))


def messages(target: Path) -> None:
    """A message with a text, a page and a file, and a box of three."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = TITLE
    message["From"] = "Ann Bell <ann@gazette.example>"
    message["To"] = "desk@gazette.example"
    message["Date"] = "Fri, 03 May 2024 08:15:00 +0100"
    message["Message-ID"] = "<1@gazette.example>"
    message.set_content("The firm will run 12 more sailings.\n\n> It was 10, the café said.\n")
    message.add_alternative("<p>The firm will run <b>12</b> more sailings.</p>", subtype="html")
    message.add_attachment(b"Fares rose 5%.", "text", "plain", filename="notes.txt")
    (target / "ferry.eml").write_bytes(message.as_bytes())
    plain = (
        "From ann@gazette.example Fri May  3 08:15:00 2024\nSubject: Sailings {n}\n"
        "Date: Fri, 03 May 2024 08:15:00 +0100\nFrom: ann@gazette.example\n\n"
        "The firm will run {n} more sailings.\n\n"
    )
    (target / "ferry.mbox").write_text("".join(plain.format(n=n) for n in (12, 13, 14)))


def feeds(target: Path) -> None:
    """The same two entries as RSS and as Atom."""
    (target / "ferry.rss").write_text(f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Gazette</title><link>https://gazette.example/</link><description>News</description>
<item><title>{TITLE}</title><link>https://gazette.example/1</link><guid>gazette-1</guid>
<pubDate>Fri, 03 May 2024 08:15:00 +0100</pubDate><description>Short: 12 sailings.</description>
<content:encoded><![CDATA[<p>The firm will run 12 more sailings.</p>
<p>Fares rise 10%.</p>]]></content:encoded>
</item><item><title>Fares</title><link>https://gazette.example/2</link>
<description>Fares will rise from £40 to £44.</description></item></channel></rss>""")
    (target / "ferry.atom").write_text(f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Gazette</title><id>urn:gazette</id>
<updated>2024-05-03T08:15:00Z</updated><entry><title>{TITLE}</title><id>urn:gazette:1</id>
<link href="https://gazette.example/1"/><published>2024-05-03T08:15:00Z</published>
<updated>2024-05-04T08:15:00Z</updated>
<content type="html">&lt;p&gt;The firm will run 12 more sailings.&lt;/p&gt;</content>
</entry></feed>""")


def tables(target: Path) -> None:
    """The same rows as CSV and as Parquet."""
    import duckdb

    (target / "ferry.csv").write_text(
        "id,headline,body,date,outlet,link\n"
        f'a1,"{TITLE}","The firm will run 12 more sailings.\nFares rise 10%.",2024-05-03,'
        "Harbour Gazette,https://gazette.example/1\n"
        'a2,Fares,"Fares will rise from £40 to £44, up 10%.",3 May 2024,,\n'
    )
    output = str(target / "ferry.parquet")
    duckdb.execute(
        f"COPY (FROM read_csv('{target / 'ferry.csv'}', all_varchar = true)) TO '{output}'"
    )


def records(number: int) -> bytes:
    """A record of a web archive."""
    body = (
        f"<!doctype html><title>Sailings {number}</title><h1>Sailings {number}</h1>"
        f"<p>The firm will run {number} more sailings, the caf\xe9 said.</p>"
    ).encode("latin-1")
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-0000000000{number}>\r\n"
        f"WARC-Target-URI: https://gazette.example/{number}\r\nWARC-Date: 2024-05-03T08:15:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def archives(target: Path) -> None:
    """Web archives, and archives of some of the others."""
    import zstandard

    parts = [records(number) for number in (12, 13, 14)]
    (target / "ferry.warc").write_bytes(b"".join(parts))
    (target / "ferry.warc.gz").write_bytes(b"".join(gzip.compress(one, mtime=0) for one in parts))
    lines = "".join(
        json.dumps({"title": TITLE, "text": f"The firm will run {n} more sailings."}) + "\n"
        for n in (12, 13, 14)
    ).encode()
    (target / "ferry.jsonl.gz").write_bytes(gzip.compress(lines, mtime=0))
    (target / "ferry.jsonl.zst").write_bytes(zstandard.compress(lines))
    with zipfile.ZipFile(target / "ferry.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("desk/ferry.eml", "desk/ferry.srt", "ferry.warc.gz"):
            info = zipfile.ZipInfo(name, (2024, 5, 3, 8, 15, 0))
            archive.writestr(info, (target / Path(name).name).read_bytes(), zipfile.ZIP_DEFLATED)
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        for name in ("ferry.eml", "ferry.jsonl.gz"):
            tar.add(target / name, f"desk/{name}", filter=lambda one: one.replace(mtime=1714720500))
    (target / "ferry.tgz").write_bytes(gzip.compress(packed.getvalue(), mtime=0))


if __name__ == "__main__":
    wanted = sys.argv[1:] or [
        "office",
        "chromium",
        *["subtitles", "messages", "feeds", "tables", "archives"],
    ]
    for name in wanted:
        globals()[name](HERE)
