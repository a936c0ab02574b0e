"""Archives and compressed files, whatever is in them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading import Limits, ReadingOptions, read, read_bytes
from numcheck.reading.members import name_problem

SAMPLES = Path(__file__).parent / "samples"
TEXT = b"Fares rose 5%."


def said(data: bytes, name: str, options: ReadingOptions | None = None) -> list[str]:
    """Id and text of each document, and the errors."""
    return [
        f"{item.id} = {item.text}" if isinstance(item, Document) else str(item)
        for item in read_bytes(data, name, options)
    ]


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


def test_members_of_a_zip_come_in_the_order_of_their_names() -> None:
    data = zipped({"b/two.txt": b"Fares fell 2%.", "a.md": b"# Fares\n\nFares rose 5%.", "b/": b""})
    assert ["x.zip/a.md = Fares rose 5%.", "x.zip/b/two.txt = Fares fell 2%."] == said(
        data, "x.zip"
    )


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_a_tar_is_read_compressed_or_not(mode: str) -> None:
    data = tarred({"b/two.txt": b"Fares fell 2%.", "./a.txt": TEXT}, mode)
    found = said(data, "x.tar.gz")
    assert ["x.tar.gz/b/two.txt = Fares fell 2%.", "x.tar.gz/a.txt = Fares rose 5%."] == found


def test_a_single_file_may_be_compressed_in_any_way() -> None:
    import zstandard

    line = b'{"id": "a", "text": "Fares rose 5%."}\n'
    for compress in (gzip.compress, bz2.compress, lzma.compress, zstandard.compress):
        assert ["a = Fares rose 5%."] == said(compress(line), "x.jsonl.gz")
        assert ["x = Fares rose 5%."] == said(compress(TEXT), "x")


def test_several_compressed_streams_in_a_row_are_one_file() -> None:
    import zstandard

    for compress in (gzip.compress, bz2.compress, lzma.compress, zstandard.compress):
        data = compress(b"Fares rose ") + compress(b"5%.")
        assert ["x.txt.xz = Fares rose 5%."] == said(data, "x.txt.xz")


def test_archives_within_archives_name_the_whole_way() -> None:
    inner = zipped({"a.txt.gz": gzip.compress(TEXT), "news.jsonl": b'{"text": "5"}\n{"text":'})
    assert [
        "x.tgz/in/b.zip/a.txt.gz = Fares rose 5%.",
        "x.tgz/in/b.zip/news.jsonl:1 = 5",
        "x.tgz/in/b.zip/news.jsonl:2: broken JSON at column 9: expecting value",
    ] == said(tarred({"in/b.zip": inner}, "w:gz"), "x.tgz")


def test_a_broken_member_does_not_keep_the_others_from_being_read() -> None:
    data = bytearray(zipped({"a.txt": TEXT * 90, "b.txt": TEXT}, zipfile.ZIP_STORED))
    data[data.index(b"Fares") + 600] ^= 1
    (broken, good) = said(bytes(data), "x.zip")
    assert broken.startswith("x.zip/a.txt: broken compressed data (Bad CRC-32")
    assert "x.zip/b.txt = Fares rose 5%." == good


def test_a_member_packed_in_an_unknown_way_is_reported() -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    central = data.index(b"PK\1\2")
    data[central + 10 : central + 12] = struct.pack("<H", 77)
    (broken, good) = said(bytes(data), "x.zip")
    assert broken.startswith("x.zip/a.txt: broken member of a ZIP archive (")
    assert "x.zip/b.txt = Fares rose 5%." == good


def test_an_encrypted_member_is_reported() -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    data[data.index(b"PK\1\2") + 8] |= 1
    assert [
        "x.zip/a.txt: encrypted; unpack the archive with its password first",
        "x.zip/b.txt = Fares rose 5%.",
    ] == said(bytes(data), "x.zip")


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "b/../../a.txt", "C:\\a.txt"])
def test_a_name_that_leads_out_of_an_archive_is_refused(name: str) -> None:
    for data in (zipped({name: TEXT, "b.txt": TEXT}), tarred({name: TEXT, "b.txt": TEXT})):
        found = said(data, "x")
        assert f"x/{name}: a name that leads out of the archive; refused" in found
        assert "x/b.txt = Fares rose 5%." in found


def test_a_name_that_no_file_can_have_is_refused() -> None:
    assert "no file can have that name; refused" == name_problem("a\0.txt")
    assert "no file can have that name; refused" == name_problem("./.")
    assert "" == name_problem("a/b..c/d.txt")


def test_links_and_devices_in_archives_are_refused() -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for number, kind in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(f"{number}.txt")
            info.type, info.linkname = kind, "/etc/hosts"
            archive.addfile(info)
    link = zipfile.ZipInfo("l.txt")
    link.external_attr = 0o120777 << 16
    zip_packed = io.BytesIO()
    with zipfile.ZipFile(zip_packed, "w") as archive_:
        archive_.writestr(link, "/etc/hosts")
    a_link = "a link; only files within an archive are read"
    assert ["x.zip/l.txt: " + a_link] == said(zip_packed.getvalue(), "x.zip")
    assert [
        "x.tar/0.txt: " + a_link,
        "x.tar/1.txt: " + a_link,
        "x.tar/2.txt: a device or the like; only files within an archive are read",
    ] == said(packed.getvalue(), "x.tar")


def test_only_what_a_directory_would_be_searched_for_is_read() -> None:
    members = {
        "a.txt": TEXT,
        ".b.txt": TEXT,
        "__MACOSX/a.txt": TEXT,
        "c.png": TEXT,
        "d.json": b"{}",
    }
    assert ["x.zip/a.txt = Fares rose 5%."] == said(zipped(members), "x.zip")
    assert ["x.zip: nothing to read in this archive"] == said(zipped({"c.png": TEXT}), "x.zip")
    assert ["x.tar: nothing to read in this archive"] == said(tarred({"c.png.gz": TEXT}), "x.tar")


def test_a_zip_that_is_cut_off_says_so() -> None:
    data = zipped({"a.txt": TEXT})
    assert ["x.zip: broken or cut off (no directory at its end)"] == said(data[:60], "x.zip")
    (error,) = said(data[40:], "x.zip")
    assert error.startswith("x.zip/a.txt: broken member of a ZIP archive (")


def test_a_tar_that_is_cut_off_says_so_after_what_it_holds() -> None:
    data = tarred({"a.txt": TEXT, "b.txt": TEXT * 1000})
    good, *rest = said(data[:3000], "x.tar")
    assert "x.tar/a.txt = Fares rose 5%." == good
    assert ["x.tar: broken TAR archive (unexpected end of data)"] == rest[-1:]


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_that_is_cut_off_says_so(compress: object) -> None:
    data = compress(TEXT * 100)  # type: ignore[operator]
    assert ["x.txt.gz: cut off; get the file again"] == said(data[:-12], "x.txt.gz")


def test_compressed_data_that_is_none_says_so() -> None:
    assert ["x.gz: empty file; there is nothing to unpack"] == said(b"", "x.gz")
    found = said(b"plain", "x.txt.gz")
    assert ["x.txt.gz: not compressed, whatever its name says; there is nothing to unpack"] == found
    (error,) = said(b"\x1f\x8b\x07garbage", "x.txt.gz")
    assert error.startswith("x.txt.gz: broken compressed data (")


def test_content_beats_the_name() -> None:
    pdf = (SAMPLES / "ferry.pdf").read_bytes()
    (document,) = read_bytes(pdf, "ferry.txt")
    assert isinstance(document, Document)
    assert "Ferry firm: 12 more sailings" == document.title
    (book,) = read_bytes((SAMPLES / "ferry.epub").read_bytes(), "ferry.zip")
    assert isinstance(book, Document)
    assert "ferry.zip" == book.id
    assert ["a.txt/a.txt = Fares rose 5%."] == said(zipped({"a.txt": TEXT}), "a.txt")


def test_spreadsheets_and_slides_are_named_for_what_they_are() -> None:
    sheet = "x.txt: a spreadsheet; save its sheet as CSV"
    assert [sheet] == said(zipped({"xl/workbook.xml": b"<x/>"}), "x.txt")
    slides = "x.pptx: slides; save them as PDF"
    assert [slides] == said(zipped({"ppt/presentation.xml": b"<x/>"}), "x.pptx")


def test_a_directory_is_searched_for_archives(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": TEXT}))
    (tmp_path / "b.raw.gz").write_bytes(gzip.compress(b"\0"))
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(TEXT))
    found = [
        Path(item.id).relative_to(tmp_path)
        for item in read([str(tmp_path)])
        if isinstance(item, Document)
    ]
    assert [Path("a.zip/a.txt"), Path("c.txt.gz")] == found


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "zstandard", None)
    (error,) = read_bytes((SAMPLES / "ferry.jsonl.zst").read_bytes(), "a.jsonl.zst")
    assert "a.jsonl.zst: zstd data needs an extra; pip install 'numcheck[formats]'" == str(error)


def test_attachments_and_members_share_the_bound_of_nesting() -> None:
    data = zipped({"a.eml": (SAMPLES / "ferry.eml").read_bytes()})
    options = ReadingOptions(Limits(nesting=1))
    items = list(read_bytes(data, "x.zip", options))
    assert isinstance(items[0], Document)
    assert isinstance(items[1], InputError)
    assert "x.zip/a.eml: attachments packed too many times over (limit nesting)" == str(items[1])
