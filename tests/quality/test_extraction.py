"""Floors for the figures of sentences in the manner of the news. Raise them, never lower them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from numcheck.extraction import extract
from numcheck.model import Document, Figure

CASES = yaml.safe_load((Path(__file__).parent / "extraction.yaml").read_text(encoding="utf-8"))
QUANTITIES = {"count", "money", "percent", "measure", "duration", "age", "multiplier"}
FLOORS = {"slice": 0.99, "value": 0.99, "unit": 0.99}


def _score(right: int, found: int, expected: int) -> float:
    return 2 * right / (found + expected)


def _value(figure: Figure) -> float | list[float]:
    if figure.value is not None:
        return round(float(figure.value), 6)
    return [float(figure.low), float(figure.high)]


@pytest.fixture(scope="module")
def scores() -> dict[str, float]:
    right: Counter[str] = Counter()
    found = expected = 0
    for case in CASES:
        figures = extract(Document(id="a", text=case["text"]))
        quantities = {each.text: each for each in figures if each.kind in QUANTITIES}
        found += len(quantities)
        expected += len(case["quantities"])
        for slice_, value, unit in case["quantities"]:
            figure = quantities.get(slice_)
            if figure is None:
                continue
            wanted = value if isinstance(value, list) else round(float(value), 6)
            same = _value(figure) == wanted
            right["slice"] += 1
            right["value"] += same
            right["unit"] += same and figure.unit == unit
    return {name: _score(right[name], found, expected) for name in FLOORS}


@pytest.mark.parametrize("name", FLOORS)
def test_figures_of_news_sentences_stay_above_their_floor(scores, name):
    assert scores[name] >= FLOORS[name]
