"""Limits and choices of reading in a configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck.configuration import configure
from numcheck.errors import ConfigError
from numcheck.reading import Limits, ReadingOptions


def options(text: str, directory: Path) -> ReadingOptions | None:
    path = directory / "numcheck.toml"
    path.write_text(text)
    return configure(str(path)).reading_options


def test_nothing_said_is_nothing_changed(tmp_path: Path) -> None:
    assert options("", tmp_path) is None


def test_limits_and_choices_reach_the_readers(tmp_path: Path) -> None:
    text = "[limits]\npdf-pages = 2\n[reading]\nfast-html = true\ntext-column = 'body'\n"
    expected = ReadingOptions(Limits(pdf_pages=2), fast_html=True, text_column="body")
    assert expected == options(text, tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[limits]\npdf-pagse = 2", "2:1: unknown key 'pdf-pagse'; did you mean 'pdf-pages'?"),
        ("[limits]\nentries = 0", "2:1: 'entries' is a whole number from 1"),
        ("[limits]\nentries = true", "2:1: 'entries' is a whole number from 1"),
        ("limits = 3", "1:1: 'limits' takes bounds with a number each, such as pdf-pages"),
        ("[reading]\nfast = true", "2:1: unknown key 'fast'"),
        ("[reading]\nfast-html = 1", "2:1: 'fast-html' is true or false"),
        ("[reading]\ntext-column = ''", "2:1: 'text-column' is the name of a column"),
        ("reading = 3", "1:1: 'reading' takes choices, such as fast-html = true"),
    ],
)
def test_a_wrong_value_is_named_with_its_line(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        options(text, tmp_path)
    assert said in str(caught.value)
