"""What a reader at a terminal is told of silenced findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from numcheck.model import Report, Suppressed
from numcheck.reporting import render
from tests.reporting.reports import FULL


def silenced() -> Report:
    """A report of which the first finding is silenced by a comment and the second is known."""
    first, second, *rest = FULL.findings
    answers = (Suppressed(first, "comment", "the agency rounds"), Suppressed(second, "baseline"))
    return replace(FULL, findings=tuple(rest), suppressed=answers)


def test_the_summary_counts_them_by_who_asked() -> None:
    last = render(silenced()).splitlines()[-1]
    assert "2 findings not told: 1 known to the baseline, 1 silenced by comments." == last


def test_a_report_without_them_does_not_speak_of_them() -> None:
    assert "not told" not in render(FULL, verbose=True)
    assert "NOT TOLD" not in render(FULL, verbose=True)


def test_they_are_listed_for_those_who_want_everything() -> None:
    assert "NOT TOLD" not in render(silenced())
    shown = render(silenced(), verbose=True)
    first, second = (one.finding for one in silenced().suppressed)
    assert "NOT TOLD  2 findings\n" in shown
    words = " ".join(shown.split())
    assert f"{first.message} (comment: the agency rounds)" in words
    assert f"{second.message} (baseline)" in words


@pytest.mark.parametrize("form", ["markdown", "github"])
def test_comments_on_a_change_count_them_too(form: str) -> None:
    words = "2 findings not told: 1 known to the baseline, 1 silenced by comments."
    assert words in render(silenced(), form)
    assert "not told" not in render(FULL, form)
