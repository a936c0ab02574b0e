"""The comparison of two versions, written out."""

from __future__ import annotations

import json

import pytest

from numcheck import Document, analyse
from numcheck.alignment.versions import compare_versions
from numcheck.errors import UsageError
from numcheck.reporting import render_changes

OLD = Document(id="old.txt", text="At least 12 people died, police said. The tour took 3 hours.")
NEW = Document(id="new.txt", text="At least 27 people died, police said. Two 京都 boats sank.")


def rendered(format: str, width: int | None = None) -> str:
    changes = compare_versions(analyse(OLD), analyse(NEW))
    return render_changes([OLD, NEW], changes, format, width=width)


def test_the_text_shows_both_passages_with_the_figures_marked() -> None:
    lines = rendered("text").split("\n")
    assert "CHANGED  at least 12 → at least 27  people" == lines[0]
    assert lines[2].index("12") == lines[3].index("▔")
    assert lines[5].index("27") == lines[6].index("▔")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Its shares rose 3 percent.",
            "Its shares fell 1 percent.",
            "up 3 percent → down 1 percent",
        ),
        ("It took 40 days.", "It took 50 days or so.", "40 days → 50 days or so"),
        ("At least 9 died and 85 were hurt.", "At least 9 died and 86 were hurt.", "85 → at least"),
        ("It ran at 100 mph.", "It ran at 160 km/h.", "RESTATED  100 mph → 160 km/h"),
    ],
)
def test_a_figure_is_shown_with_what_is_said_of_it(old, new, expected) -> None:
    documents = [Document(id="old", text=old), Document(id="new", text=new)]
    changes = compare_versions(*map(analyse, documents))
    assert expected in render_changes(documents, changes, "text")


def test_the_summary_counts_what_became_of_the_figures() -> None:
    assert "1 changed, 1 appeared, 1 vanished, 0 kept." == rendered("text").split("\n")[-2]


def test_json_holds_the_figures_of_both_versions() -> None:
    found = json.loads(rendered("json"))
    assert ["changed", "appeared", "vanished"] == [
        kind
        for kind in ("changed", "appeared", "vanished")
        if kind in {change["kind"] for change in found["changes"]}
    ]
    assert ["old.txt", "new.txt"] == [document["id"] for document in found["documents"]]


def test_a_format_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UsageError, match="no format named 'html'"):
        rendered("html")
