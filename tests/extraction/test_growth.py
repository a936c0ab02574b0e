"""The cost of extraction grows with the length of a text, also of one that is made to be slow.

Calls are counted, not seconds, so that the test says the same on every machine.
``benchmarks/growth.py`` times the same families at full length.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import FrameType, ModuleType

import pytest

from numcheck.extraction import extract
from numcheck.model import Document


def _benchmark() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "benchmarks" / "growth.py"
    spec = importlib.util.spec_from_file_location("growth", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GROWTH = _benchmark()
HALF = 2_000
ROOM = 200  # calls that no longer text explains: the first of a kind, the last of a sentence


def calls(text: str) -> int:
    """How many functions of Python and C the extraction of a text calls."""
    counted = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    document = Document(id="a", text=text)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        extract(document)
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize("family", list(GROWTH.FAMILIES))
def test_twice_the_text_takes_twice_the_calls(family):
    text = GROWTH.text_of(family, 2 * HALF)
    extract(Document(id="a", text=text))  # what is read once and kept is not counted
    half, whole = calls(text[:HALF]), calls(text)
    assert whole <= 2.15 * half + ROOM


@pytest.mark.parametrize("word", ["mid ", "late ", "early-", "in the ", "since the ", "between "])
def test_no_row_of_words_runs_into_the_depth_of_recursion(word):
    text = ("5 men in " + word * 2_000)[:3_990]
    assert "5" == extract(Document(id="a", text=text))[0].text


@pytest.mark.parametrize("family", ["one digit", "digits with commas", "letters and digits"])
def test_a_line_of_ten_thousand_digits_is_read(family):
    assert isinstance(extract(Document(id="a", text=GROWTH.text_of(family, 10_000))), list)
