"""Counts of what a source names one by one."""

from __future__ import annotations

import pytest

from numcheck.alignment.support import Sources
from numcheck.extraction import analyse
from numcheck.model import Backing, Document

NAMED = "The ministers Ann Lee, Otto Brandt, Mia de Sorel and Karl Dietz resigned on Monday."


def backing(draft: str, *sources: str) -> Backing:
    read = [analyse(Document(id=f"s{n}", text=text)) for n, text in enumerate(sources)]
    return Sources(read).backings(analyse(Document(id="d", text=draft)))[0]


def test_a_count_of_names_shows_the_list_it_counts() -> None:
    found = backing("Four ministers have resigned.", "Rain fell on the city.", NAMED)
    assert found.listed is not None
    assert ("derivable", "list") == (found.standing, found.how)
    assert "Ann Lee, Otto Brandt, Mia de Sorel, Karl Dietz" == found.derivation
    assert "s1" == found.listed.document
    passage = NAMED[found.listed.start : found.listed.end]
    assert "Ann Lee, Otto Brandt, Mia de Sorel and Karl Dietz" == passage
    assert found.to_dict()["listed"]["items"] == list(found.listed.items)


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("Five ministers have resigned.", NAMED),
        ("Four bishops have prayed.", NAMED),
        ("More than four ministers have resigned.", NAMED),
        ("Another four ministers have resigned.", NAMED),
        (
            "Three ministers have resigned.",
            "Several ministers resigned, including Ann Lee, Otto Brandt and Karl Dietz.",
        ),
        ("Four ministers have resigned.", "Four. Ann Lee and the others spoke."),
    ],
)
def test_what_is_no_whole_list_of_the_thing_gives_no_count(draft: str, source: str) -> None:
    assert backing(draft, source).listed is None


def test_a_list_may_end_with_a_comma_before_and() -> None:
    found = backing(
        "Three suspects were charged.", "The suspects Coll, Ames, and Stein were charged on Friday."
    )
    assert ("derivable", "Coll, Ames, Stein") == (found.standing, found.derivation)


def test_two_names_joined_by_and_are_two() -> None:
    found = backing(
        "Two firms bid for the mill.", "Halden and Morris, two firms, bid for the mill."
    )
    assert found.standing == "supported"


def test_names_inside_a_longer_run_of_names_are_not_a_shorter_list() -> None:
    assert backing("Two ministers have resigned.", NAMED).listed is None
