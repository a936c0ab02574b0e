"""Files that real programs made: what is read from them, and what is read from broken ones."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from numcheck import extract
from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading import ReadingOptions, read_bytes
from numcheck.reporting.places import Places

SAMPLES = Path(__file__).parent.parent / "samples"
TITLE = "Ferry firm: 12 more sailings"
FIRST = "The firm will run 12 more sailings"


class Sample(NamedTuple):
    """What the first document of a file holds, and where its figure of 12 stands."""

    name: str
    count: int = 1
    title: str = TITLE
    source: str = "Ann Bell"
    published: str = "2024-05-03"
    url: str = ""
    place: str = ""
    extra: str = ""


MOMENT = "2024-05-03T08:15+01:00"
WEB = "https://gazette.example/"
EXPECTED = [
    Sample("ferry.odt", place="paragraph 2"),
    Sample("ferry.rtf", place="paragraph 2", extra="striprtf.striprtf"),
    Sample("ferry.epub", published="", place="part 1"),
    Sample("ferry.pdf", published="*", place="page 1", extra="pypdfium2"),
    Sample("columns.pdf", source="", published="*", place="page 1", extra="pypdfium2"),
    Sample("ferry.srt", 1, "", "", "", "", "00:00:03", "pysubs2"),
    Sample("ferry.vtt", 1, "", "", "", "", "00:00:03", "pysubs2"),
    Sample("ferry.ass", 1, "", "", "", "", "00:00:03", "pysubs2"),
    Sample("ferry.eml", 2, published=MOMENT, place="¶1"),
    Sample("ferry.mbox", 3, "Sailings 12", "ann@gazette.example", MOMENT, "", "message 1"),
    Sample(
        "ferry.rss", 2, TITLE, "Harbour Gazette", "2024-05-03T07:15+00:00", WEB + "1", "entry 1",
        "feedparser",
    ),
    Sample(
        "ferry.atom", 1, TITLE, "Harbour Gazette", "2024-05-03T08:15+00:00", WEB + "1", "entry 1",
        "feedparser",
    ),
    Sample("ferry.csv", 2, TITLE, "Harbour Gazette", "2024-05-03", WEB + "1", "row 2"),
    Sample(
        "ferry.parquet", 2, TITLE, "Harbour Gazette", "2024-05-03", WEB + "1", "row 1", "duckdb"
    ),
    Sample(
        "ferry.warc", 3, "Sailings 12", "gazette.example", "2024-05-03", WEB + "12", "¶1",
        "fastwarc.warc",
    ),
    Sample(
        "ferry.warc.gz", 3, "Sailings 12", "gazette.example", "2024-05-03", WEB + "12", "¶1",
        "fastwarc.warc",
    ),
    Sample("ferry.jsonl.gz", 3, source="", published="", place="*"),
    Sample("ferry.jsonl.zst", 3, source="", published="", place="*", extra="zstandard"),
    Sample("ferry.zip", 6, published=MOMENT, place="¶1"),
    Sample("ferry.tgz", 5, published=MOMENT, place="¶1"),
]  # fmt: skip
NAMES = [sample.name for sample in EXPECTED]


def documents(name: str) -> list[Document]:
    items = list(read_bytes((SAMPLES / name).read_bytes(), name))
    assert [] == [str(item) for item in items if isinstance(item, InputError)]
    return [item for item in items if isinstance(item, Document)]


@pytest.mark.parametrize("sample", EXPECTED, ids=NAMES)
def test_text_title_source_and_date_are_read(sample: Sample) -> None:
    found = documents(sample.name)
    first = found[0]
    assert sample.count == len(found)
    assert first.text.startswith(FIRST)
    assert (sample.title, sample.source, sample.url) == (first.title, first.source, first.url)
    # A PDF bears the day on which the sample was made.
    assert sample.published in ("*", first.published)


@pytest.mark.parametrize("sample", EXPECTED, ids=NAMES)
def test_figures_stand_where_a_reader_can_find_them(sample: Sample) -> None:
    first = documents(sample.name)[0]
    for figure in extract(first):
        assert first.field(figure.field)[figure.start : figure.end] == figure.text
    twelve = next(
        figure for figure in extract(first) if figure.value == 12 and figure.field == "text"
    )
    place = Places([first]).of(first.id, "text", twelve.start)
    assert sample.place in ("*", place.within)


def test_every_sample_is_expected_something_of() -> None:
    assert set(NAMES) == {path.name for path in SAMPLES.iterdir() if path.suffix[:3] != ".py"} - {
        "__pycache__"
    }
    assert sum(path.stat().st_size for path in SAMPLES.iterdir() if path.is_file()) < 300_000


def check(items: Iterator[Document | InputError]) -> None:
    """What every reader promises, whatever it is given."""
    for item in items:
        if isinstance(item, InputError):
            assert "\n" not in str(item)
            continue
        assert isinstance(item.text.encode() + item.title.encode(), bytes)
        assert item.text.strip() or item.title
        assert "\r" not in item.text
        starts = [start for start, _ in item.locators]
        assert sorted(set(starts)) == starts
        assert all(0 <= start <= len(item.text) for start in starts)


def mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    way = chance.choice(["replace", "cut", "blank", "repeat"])
    if way == "cut":
        return data[: chance.randrange(len(data))]
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed))
        size = chance.randint(1, 60)
        if way == "replace":
            changed[at] = chance.randrange(256)
        elif way == "blank":
            changed[at : at + size] = bytes(size)
        else:
            changed[at:at] = changed[at : at + size]
    return bytes(changed)


@pytest.mark.parametrize("name", NAMES)
def test_two_hundred_broken_copies_give_documents_or_errors(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    chance = random.Random(name)  # noqa: S311
    for _ in range(200):
        check(read_bytes(mutated(data, chance), name))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_cut_off_is_an_error_or_says_what_is_left(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    for part in (8, 3, 2):
        items = list(read_bytes(data[: len(data) * (part - 1) // part], name))
        assert items
        check(iter(items))


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_file_is_one_clear_error(name: str) -> None:
    (error,) = read_bytes(b"", name)
    assert isinstance(error, InputError)
    assert str(error).startswith(f"{name}: ")
    assert len(str(error)) < 120


@pytest.mark.parametrize("name", NAMES)
def test_something_else_under_that_name_is_no_text(name: str) -> None:
    picture = (SAMPLES.parent.parent / "data" / "pixel.png").read_bytes()
    for item in read_bytes(picture, name):
        assert isinstance(item, InputError)
        assert str(item).startswith(f"{name}: ")


@pytest.mark.parametrize("sample", [one for one in EXPECTED if one.extra], ids=lambda one: one.name)
def test_a_missing_library_is_one_line_that_says_what_to_install(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, sample.extra, None)
    (error,) = read_bytes((SAMPLES / sample.name).read_bytes(), sample.name)
    assert isinstance(error, InputError)
    assert "; pip install 'numcheck[" in str(error)


def test_the_fast_way_through_pages_finds_the_same_article() -> None:
    data = (SAMPLES / "ferry.warc").read_bytes()
    fast = list(read_bytes(data, "a.warc", ReadingOptions(fast_html=True)))
    assert list(read_bytes(data, "a.warc")) == fast
