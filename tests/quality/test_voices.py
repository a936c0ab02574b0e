"""Floors for who says a figure and how the text stands by it, on the project's own passages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from numcheck.extraction import extract
from numcheck.model import Document, Figure

_HERE = Path(__file__).parent
_STANCE_FLOOR = 0.97
_SOURCE_FLOOR = 0.96


def passages(name: str) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))
    return content


def figures(passage: dict[str, Any]) -> list[Figure]:
    text = f"{passage.get('before', '')} {passage['text']}".strip()
    return list(extract(Document(id="a", text=text)))


def outcomes(name: str, wanted: str) -> tuple[int, list[str]]:
    """How many figures a file holds, and a line for each that comes out wrong."""
    total, wrong = 0, []
    for passage in passages(name):
        found = figures(passage)
        for surface, expected in passage[wanted].items():
            total += 1
            figure = next((each for each in found if surface in each.text), None)
            if figure is None:
                actual: str | None = None
            elif wanted == "stance":
                actual = figure.stance
            else:
                actual = figure.attribution.source if figure.attribution else ""
            if actual != expected:
                wrong.append(f"{surface}: {actual!r}, not {expected!r}, in {passage['text']!r}")
    return total, wrong


def test_the_stance_of_figures_holds_its_floor() -> None:
    total, wrong = outcomes("stance.yaml", "stance")
    assert total >= 150
    assert len(wrong) <= (1 - _STANCE_FLOOR) * total, "\n".join(wrong)


def test_the_speakers_of_figures_hold_their_floor() -> None:
    total, wrong = outcomes("attribution.yaml", "source")
    assert total >= 60
    assert len(wrong) <= (1 - _SOURCE_FLOOR) * total, "\n".join(wrong)
