"""A floor for what sources say of the figures of drafts, on the project's own texts."""

from __future__ import annotations

from pathlib import Path

import yaml

from numcheck.alignment.support import Sources
from numcheck.extraction import analyse
from numcheck.model import Document

_PAIRS = Path(__file__).parent / "drafts.yaml"
_FLOOR = 0.95
_LEAST = 190


def test_the_standing_of_figures_in_drafts_holds_its_floor() -> None:
    total, wrong = 0, []
    for pair in yaml.safe_load(_PAIRS.read_text(encoding="utf-8")):
        given = [Document(id=f"s{n}", text=text) for n, text in enumerate(pair["sources"])]
        draft = analyse(Document(id="d", text=pair["draft"]))
        found = Sources([analyse(one) for one in given]).backings(draft)
        standing = {one.figure.text: one.standing for one in found}
        for surface, allowed in pair["standing"].items():
            total += 1
            if standing.get(surface) not in allowed:
                wrong.append(f"{surface} is {standing.get(surface)} in {pair['draft']!r}")
    assert total >= _LEAST
    assert len(wrong) <= (1 - _FLOOR) * total, "\n".join(wrong)
