"""Floors for the time and the subject of figures, on the project's own passages."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from numcheck.extraction import extract
from numcheck.model import Document

_HERE = Path(__file__).parent
_FLOOR = 0.9
_LEAST = 40


@pytest.mark.parametrize(("name", "field"), [("times", "as_of"), ("subjects", "subject")])
def test_a_field_holds_its_floor(name: str, field: str) -> None:
    total, wrong = 0, []
    passages = yaml.safe_load((_HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    for passage in passages:
        found = extract(Document(id="a", text=passage["text"]))
        for surface, expected in passage[field].items():
            total += 1
            figure = next((each for each in found if surface in each.text), None)
            actual = getattr(figure, field, "no figure")
            if actual != expected:
                wrong.append(f"{actual!r}, not {expected!r}, in {passage['text']!r}")
    assert total >= _LEAST
    assert len(wrong) <= (1 - _FLOOR) * total, "\n".join(wrong)
