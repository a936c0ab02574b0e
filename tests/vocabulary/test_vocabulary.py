"""The word lists' loader."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck import vocabulary
from numcheck.errors import VocabularyError


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the loader at an empty directory, and forget what it had read."""
    monkeypatch.setattr(vocabulary, "_HOME", str(tmp_path))
    for reader in (vocabulary.text, vocabulary.lines, vocabulary.table, vocabulary.load):
        reader.cache_clear()
    return tmp_path


def test_lines_leave_out_comments_and_blanks(home: Path) -> None:
    (home / "hedges.txt").write_bytes(b"# soft words\r\n\r\nroughly\r\n  about \n")
    assert ("roughly", "about") == vocabulary.lines("hedges")


def test_a_table_keeps_empty_fields(home: Path) -> None:
    (home / "units.tsv").write_text("# form\tunit\nbbl\t\nstone\tst\n")
    assert (("bbl", ""), ("stone", "st")) == vocabulary.table("units.tsv", columns=2)


def test_a_short_row_is_named_with_its_line(home: Path) -> None:
    (home / "units.tsv").write_text("# form\tunit\nbbl\tbarrel\nstone\n")
    with pytest.raises(VocabularyError) as caught:
        vocabulary.table("units", columns=2)
    assert "units.tsv:3: 1 fields where 2 are needed, parted by tabs" == str(caught.value)


def test_no_is_a_word_and_not_a_boolean(home: Path) -> None:
    (home / "words.yaml").write_text("words: [no, yes, on, true]\nwidth: 0.5\n")
    assert {"words": ["no", "yes", "on", True], "width": 0.5} == vocabulary.load("words")


def test_data_is_read_once(home: Path) -> None:
    (home / "words.yaml").write_text("a: 1")
    first = vocabulary.load("words")
    (home / "words.yaml").unlink()
    assert first is vocabulary.load("words")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("a: 1\nb: 2\na: 3\n", "words.yaml:3:1: the key 'a' is there twice"),
        ("a: [1\nb: 2\n", "words.yaml:2:2: did not find expected ',' or ']'"),
        ("a: !!python/name:os.getcwd x\n", "words.yaml:1:4: could not determine a constructor"),
        ("a: \x07\n", "words.yaml: unacceptable character"),
    ],
)
def test_broken_yaml_is_named_with_its_place(home: Path, content: str, error: str) -> None:
    (home / "words.yaml").write_text(content)
    with pytest.raises(VocabularyError) as caught:
        vocabulary.load("words")
    assert str(caught.value).startswith(error)


def test_a_missing_list_says_what_to_do() -> None:
    with pytest.raises(VocabularyError) as caught:
        vocabulary.lines("nowhere")
    assert "nowhere.txt: no such word list; reinstall numcheck" == str(caught.value)


def test_a_list_in_another_encoding_says_where(home: Path) -> None:
    (home / "words.txt").write_bytes(b"caf\xe9\n")
    with pytest.raises(VocabularyError) as caught:
        vocabulary.lines("words")
    assert "words.txt: not UTF-8 at byte 3; save the file as UTF-8" == str(caught.value)
