"""The reading layer as the rest of numcheck uses it."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading import known_suffixes, read, read_bytes
from numcheck.reading.registry import format_of
from numcheck.reading.source import Source

DATA = Path(__file__).parent.parent / "data"


def ids(*inputs: str, stdin: bytes = b"") -> list[str]:
    """Ids of the documents, and the errors."""
    items = read(inputs, io.BytesIO(stdin))
    return [item.id if isinstance(item, Document) else str(item) for item in items]


def test_the_id_of_a_document_is_its_path_as_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Fares rose 5%.")
    assert ["./a.txt"] == ids("./a.txt")


def test_one_unreadable_input_does_not_keep_the_others_from_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text("Fares rose 5%.")
    Path("empty.txt").write_text(" \n")
    Path("latin.jsonl").write_bytes(b'{"text": "5"}\n{"text": "caf\xe9"}\n')
    Path("photo.txt").write_bytes((DATA / "pixel.png").read_bytes())
    assert [
        "missing.txt: no such file or directory; check the path",
        "empty.txt: empty file; there is nothing to check",
        "photo.txt: a PNG image, not text; give the article as text, HTML, Word or PDF",
        "latin.jsonl:1",
        "latin.jsonl:2: not UTF-8 at byte 14 of the line; save the file as UTF-8",
        "good.txt",
    ] == ids("missing.txt", "empty.txt", "photo.txt", "latin.jsonl", "good.txt")


def test_a_file_that_may_not_be_read_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    (error,) = read([str(DATA / "ferry.txt")])
    assert str(error).endswith("ferry.txt: permission denied; make the file readable")


def test_a_disk_that_fails_says_so() -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(InputError) as caught:
        Source("a.txt", Failing).data()
    assert "a.txt: cannot be read (input/output error)" == str(caught.value)


def test_a_name_that_no_file_can_have_is_an_error() -> None:
    with pytest.raises(InputError) as caught:
        Source.of_file("a\0.txt").data()
    assert "no file can have that name; check the path" == caught.value.problem


def test_no_two_documents_share_an_id() -> None:
    lines = b'{"id": "x", "text": "1"}\n{"id": "x", "text": "2"}\n'
    twice = b'{"id": "<stdin>:2", "text": "0"}\n' + lines * 2
    assert ["<stdin>:2", "x", "<stdin>:3", "<stdin>:4", "<stdin>:5"] == ids("-", stdin=twice)


def test_an_id_that_is_taken_is_not_given_again() -> None:
    (document,) = read(["-"], io.BytesIO(b"Fares rose 5%."), taken=["<stdin>", "<stdin>:1"])
    assert isinstance(document, Document)
    assert "<stdin>:1~2" == document.id


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"<!DOCTYPE html><p>x", "html"),
        ("a.md", b"<!-- x -->\n<html>", "html"),
        ("a.htm", b"plain", "html"),
        ("a.MD", b"plain", "markdown"),
        ("draft", b"---\ntitle: x\n---\ntext", "markdown"),
        ("draft", b"# Title\n\ntext", "markdown"),
        ("draft", b"<p>Fares</p>", "html"),
        ("draft", b'{"text": "5"}\n{"text": "6"}', "jsonl"),
        ("draft", b'[{"text": "5"}]', "json"),
        ("draft", b'{\n"text": "5"}', "json"),
        ("draft.dat", b"Fares rose", "text"),
        (".txt", b"Fares rose", "text"),
    ],
)
def test_the_format_is_told_by_content_and_name(name: str, data: bytes, expected: str) -> None:
    found = format_of(Source.of_bytes(name, data))
    assert f"numcheck.reading.formats.{expected}" == vars(found)["__name__"]


def test_every_sample_file_is_searched_for() -> None:
    suffixes = {path.suffix for path in DATA.iterdir() if path.stem.startswith("ferry")}
    assert set() == suffixes - known_suffixes()


def test_nothing_is_fetched() -> None:
    # The suite refuses every connection; a page that asks for some is read all the same.
    page = (DATA / "ferry.html").read_bytes()
    remote = page.replace(b"</head>", b'<base href="http://a.example"></head>')
    (document,) = read_bytes(remote.replace(b"</p>", b'<img src="//a.example/x"></p>'), "a.html")
    assert isinstance(document, Document)


@pytest.mark.parametrize("name", ["ferry.txt", "ferry-dos.txt", "ferry-cp1252.txt", "ferry.md"])
def test_lines_of_the_text_are_lines_of_the_file(name: str) -> None:
    path = DATA / name
    (document,) = read([str(path)])
    assert isinstance(document, Document)
    encoding = "cp1252" if "1252" in name else "utf-8"
    lines = path.read_text(encoding).split("\n")[document.first_line - 1 :]
    for line, original in zip(document.text.split("\n"), lines, strict=False):
        words = line.split()
        assert not words or all(word in original for word in words)
    assert document.text.split("\n")[0].split()[0] in lines[0]


@given(st.binary(max_size=300), st.sampled_from([*sorted(known_suffixes()), ""]))
@settings(max_examples=150)
def test_any_bytes_give_documents_or_errors(data: bytes, suffix: str) -> None:
    for item in read_bytes(data, "a" + suffix):
        if isinstance(item, Document):
            check_document(item)
        else:
            assert isinstance(item, InputError)
            assert "\n" not in str(item)


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<table><tr><td>",
                "<!--",
                "-->",
                "```\n",
                "# T",
                "\n",
                "---\n",
                "5%",
                "[",
                "](",
                "title: x\n",
                '{"text":',
                '"5"}',
                "Advertisement",
                "By A. B, 3 May 2024",
                " ",
                "\r",
            ]
        ),
        max_size=30,
    ),
    st.sampled_from(sorted(known_suffixes())),
)
@settings(max_examples=150)
def test_any_mixture_of_markup_gives_documents_or_errors(pieces: list[str], suffix: str) -> None:
    for item in read_bytes("".join(pieces).encode(), "a" + suffix):
        if isinstance(item, Document):
            check_document(item)


def check_document(document: Document) -> None:
    """What every reader promises."""
    assert document.text.strip() or document.title
    assert "\r" not in document.text
    assert isinstance(document.text.encode(), bytes)
    last = 0
    for start, end in document.furniture:
        assert last <= start < end <= len(document.text)
        last = end


def test_a_fifo_of_the_shell_is_read() -> None:
    read_end, write_end = os.pipe()
    os.write(write_end, b"Fares rose 5%.")
    os.close(write_end)
    assert [f"/dev/fd/{read_end}"] == ids(f"/dev/fd/{read_end}")
    os.close(read_end)
