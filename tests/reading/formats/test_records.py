"""JSON lines and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model import Document
from numcheck.reading import Limits, ReadingOptions, read, read_bytes

DATA = Path(__file__).parent.parent.parent / "data"


def lines(content: str | bytes, name: str = "a.jsonl") -> list[str]:
    """Id and text of each document, and the errors."""
    data = content if isinstance(content, bytes) else content.encode()
    return [
        f"{item.id} = {item.text}" if isinstance(item, Document) else str(item)
        for item in read_bytes(data, name)
    ]


def test_the_sample_of_json_lines_reads_as_it_was_meant() -> None:
    path = str(DATA / "ferry.jsonl")
    assert [
        Document(
            id="wire-1",
            text="It adds 12 sailings.",
            title="Ferry firm adds sailings",
            source="Wire",
            published="2024-05-03",
            url="https://example.org/1",
            path=path,
            title_line=1,
            rows=(1,),
        ),
        Document(
            id=f"{path}:3",
            text="It has 58 sailings. \nThat is all.",
            path=path,
            title_line=3,
            rows=(3,),
        ),
        Document(id="3", text="The fare is £8.50.", path=path, title_line=4, rows=(4,)),
    ] == list(read([path]))


def test_the_sample_of_json_reads_as_it_was_meant() -> None:
    path = str(DATA / "ferry.json")
    assert ["a", f'{path}:[2]: "title" must be a string, not a number', f"{path}:[3]"] == [
        item.id if isinstance(item, Document) else str(item) for item in read([path])
    ]


def test_a_broken_line_is_named_and_the_others_are_read() -> None:
    content = (
        '{"id": "a", "text": "5"}\n' * 6 + '{"id": "b", "text": \n' + '{"id": "c", "text": "6"}'
    )
    items = lines(content)
    assert "a.jsonl:7: broken JSON at column 20: expecting value" == items[6]
    assert "c = 6" == items[7]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("nonsense", "broken JSON at column 1: expecting value"),
        ("[1]", 'a list where an object like {"text": "..."} is needed'),
        ("null", 'null where an object like {"text": "..."} is needed'),
        ('"x"', 'a string where an object like {"text": "..."} is needed'),
        ("5", 'a number where an object like {"text": "..."} is needed'),
        ('{"title": "x"}', 'no "text" in this object; the article goes there'),
        ('{"text": null}', 'no "text" in this object; the article goes there'),
        ('{"text": 5}', '"text" must be a string, not a number'),
        ('{"text": "5", "title": ["x"]}', '"title" must be a string, not a list'),
        ('{"text": "5", "source": {}}', '"source" must be a string, not an object'),
        ('{"text": "5", "published": true}', '"published" must be a string, not true or false'),
        ('{"text": "5", "id": true}', '"id" must be a string, not true or false'),
        ('{"text": "5", "id": 1.5}', '"id" must be a string, not a number'),
        ('{"text": " "}', '"text" is empty; there is nothing to check'),
        (
            '{"text": "5", "n": ' + "9" * 5000 + "}",
            "JSON that cannot be read: a number is too long",
        ),
        (
            '{"text": "5", "id": ' + "9" * 4300 + "9}",
            "JSON that cannot be read: a number is too long",
        ),
        ("[" * 100_000, "JSON that cannot be read: nested too deeply"),
    ],
)
def test_a_line_of_the_wrong_shape_is_named(line: str, error: str) -> None:
    assert [f"a.jsonl:1: {error}"] == lines(line)


def test_unknown_keys_and_nulls_are_ignored() -> None:
    assert ["a.jsonl:1 = 5"] == lines('{"text": "5", "title": null, "id": null, "x": [1]}')


def test_a_date_in_words_becomes_iso_8601_and_others_are_left_out() -> None:
    days = [
        item.published
        for item in read_bytes(
            b'{"text": "5", "published": "3 May 2024"}\n{"text": "5", "published": "spring"}',
            "a.jsonl",
        )
        if isinstance(item, Document)
    ]
    assert ["2024-05-03", ""] == days


def test_offsets_into_the_text_are_not_shifted() -> None:
    given = "Fares\r\nrose\rby 5%."
    (item,) = lines(json.dumps({"id": "a", "text": given}))
    assert "a = Fares \nrose\nby 5%." == item


def test_half_surrogates_do_not_reach_the_document() -> None:
    assert ["\ufffd = \ufffd5"] == lines(r'{"id": "\ud800", "text": "\udfff5"}')


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_are_read(encoding: str) -> None:
    content = '{"id": "a", "text": "£5"}\n\n{"id": "b", "text": "£6"}\n'
    assert ["a = £5", "b = £6"] == lines(content.encode(encoding))


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_empty_and_binary_files_are_errors(name: str) -> None:
    assert [f"{name}: empty file; there is nothing to check"] == lines(b"\n\n", name)
    (error,) = lines(b"\x89PNG\r\n\x1a\n", name)
    assert error.startswith(f"{name}: a PNG image, not ")


def test_a_line_larger_than_memory_is_refused_and_the_next_is_read() -> None:
    data = '{"text": "' + "5" * 90 + '"}\n{"text": "6"}'
    options = ReadingOptions(Limits(file_bytes=30))
    error, document = read_bytes(data.encode(), "a.jsonl", options)
    assert "a.jsonl:1: a line larger than any article; split it (limit file-bytes)" == str(error)
    assert isinstance(document, Document)
    assert ("a.jsonl:2", "6") == (document.id, document.text)


def test_json_may_hold_one_document() -> None:
    assert ["a.json = 5"] == lines('{\n  "text": "5"\n}', "a.json")


def test_an_empty_list_is_an_error() -> None:
    assert ["a.json: an empty list; there is nothing to check"] == lines("[]", "a.json")


def test_broken_json_is_named_with_its_line() -> None:
    assert ["a.json: broken JSON at line 2 column 3: expecting value"] == lines("[\n  ?]", "a.json")


@given(st.text(max_size=80), st.text(max_size=20))
def test_a_document_that_json_holds_reads_back(text: str, title: str) -> None:
    record = json.dumps({"id": "a", "text": text, "title": title})
    for item in read_bytes(record.encode(), "a.jsonl"):
        if isinstance(item, Document):
            assert len(text) == len(item.text)
            assert text.replace("\r\n", " \n").replace("\r", "\n") == item.text
