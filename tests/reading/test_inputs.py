"""Files, directories, patterns and standard input."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from numcheck.reading.inputs import sources
from numcheck.reading.limits import Limits
from numcheck.reading.options import ReadingOptions
from numcheck.reading.registry import searched_suffixes
from numcheck.reading.source import Source


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with drafts in it."""
    for name in ("b.txt", "a.md", "photo.png", ".hidden.txt", "deep/c.html", ".git/d.txt"):
        path = tmp_path / "drafts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Fares rose 5%.")
    (tmp_path / "empty").mkdir()
    (tmp_path / "odd[1].txt").write_text("Fares rose 5%.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*inputs: str, stdin: bytes | None = None) -> list[str]:
    """The names of the sources, and the errors."""
    stream = None if stdin is None else io.BytesIO(stdin)
    return [one.name if isinstance(one, Source) else str(one) for one in sources(inputs, stream)]


def test_a_directory_gives_what_can_be_read_in_order_of_name() -> None:
    assert ["drafts/a.md", "drafts/b.txt", "drafts/deep/c.html"] == names("drafts")


def test_a_directory_is_not_searched_for_pipes_and_settings(desk: Path) -> None:
    os.mkfifo(desk / "drafts" / "pipe.txt")
    (desk / "drafts" / "settings.json").write_text("{}")
    assert ["drafts/a.md", "drafts/b.txt", "drafts/deep/c.html"] == names("drafts")


def test_the_mark_of_a_document_that_is_open_elsewhere_is_passed_over(desk: Path) -> None:
    (desk / "drafts" / "~$a.docx").write_bytes(b"\x0aAnn Writer")
    assert ["drafts/a.md", "drafts/b.txt", "drafts/deep/c.html"] == names("drafts")


def test_a_file_that_is_to_be_written_is_passed_over_wherever_it_turns_up() -> None:
    found = sources(["drafts", "drafts/*.txt"], without=["drafts/../drafts/b.txt"])
    assert ["drafts/a.md", "drafts/deep/c.html"] == [
        one.name for one in found if isinstance(one, Source)
    ]


def test_a_name_that_is_not_utf_8_can_be_shown(desk: Path) -> None:
    path = os.path.join(os.fsencode(desk), b"drafts", b"caf\xe9.txt")
    with open(path, "wb") as stream:
        stream.write(b"Fares rose 5%.")
    (source,) = sources([os.fsdecode(path)])
    assert isinstance(source, Source)
    assert source.name.endswith(r"caf\udce9.txt")
    assert b"Fares rose 5%." == source.data()


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("drafts/*.txt", ["drafts/b.txt"]),
        ("drafts/*.png", ["drafts/photo.png"]),
        ("drafts/*", ["drafts/a.md", "drafts/b.txt", "drafts/deep/c.html"]),
        ("drafts/**/*", ["drafts/a.md", "drafts/b.txt", "drafts/deep/c.html"]),
        ("drafts/**/*.html", ["drafts/deep/c.html"]),
        ("drafts/[ab].*", ["drafts/a.md", "drafts/b.txt"]),
    ],
)
def test_a_pattern_gives_the_files_that_fit(pattern: str, found: list[str]) -> None:
    assert found == names(pattern)


def test_a_file_with_brackets_in_its_name_is_no_pattern() -> None:
    assert ["odd[1].txt"] == names("odd[1].txt")


def test_a_file_that_is_named_twice_is_read_once() -> None:
    assert ["drafts/b.txt", "drafts/a.md"] == names("drafts/b.txt", "drafts/*.*d", "./drafts/b.txt")


def test_an_input_that_leads_nowhere_says_so() -> None:
    others = len(searched_suffixes()) - 6
    kinds = f".txt, .md, .html, .docx, .pdf, .jsonl and {others} other suffixes"
    assert [
        f"empty: nothing to read in this directory; it is searched for {kinds}",
        "*.rtf: no file matches this pattern; check it, and quote it",
        "'': no file can have that name; check the path",
        "'a\\x00b': no file can have that name; check the path",
        "<stdin>: there is no standard input to read",
        "https://example.org/a.html: numcheck fetches nothing; save the page and give the file",
    ] == names("empty", "*.rtf", "", "a\0b", "-", "https://example.org/a.html")


def test_a_directory_that_cannot_be_listed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("deep"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert [
        "drafts/a.md",
        "drafts/b.txt",
        "drafts/deep: cannot list the directory; make it readable",
    ] == names("drafts")


def test_standard_input_is_read_once() -> None:
    (source,) = sources(["-", "-"], io.BytesIO(b"Fares rose 5%."))
    assert isinstance(source, Source)
    assert ("<stdin>", "", b"Fares rose 5%.") == (source.name, source.path, source.data())


def test_a_closed_standard_input_is_an_error() -> None:
    stream = io.BytesIO()
    stream.close()
    (error,) = sources(["-"], stream)
    assert "<stdin>: cannot be read (I/O operation on closed file.)" == str(error)


def test_a_pipe_can_be_read_twice(desk: Path) -> None:
    read_end, write_end = os.pipe()
    os.write(write_end, b"Fares rose 5%.")
    os.close(write_end)
    (source,) = sources([f"/dev/fd/{read_end}"])
    os.close(read_end)
    assert isinstance(source, Source)
    assert (b"Fares", b"Fares rose 5%.") == (source.head()[:5], source.data())


def test_a_device_that_cannot_be_opened_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("numcheck.reading.inputs._would_block", lambda _: True)
    options = ReadingOptions(Limits(file_bytes=3))
    (error,) = sources(["drafts/b.txt"], options=options)
    assert (
        "drafts/b.txt: larger than 3 bytes; split it into smaller files (limit file-bytes)"
        == str(error)
    )


def test_what_is_here_is_called_by_its_name(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk / "drafts")
    assert ["a.md", "b.txt", "deep/c.html"] == names(".")
    assert ["a.md"] == names("a.md", "./a.md")
