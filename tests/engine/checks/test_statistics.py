"""What the rules on statistics say, beyond the examples that they carry."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from numcheck import Document, Finding, check


def findings(text: str, family: str) -> list[Finding]:
    report = check([Document(id="a", text=text)])
    return [finding for finding in report.findings if finding.family == family]


def test_a_p_value_is_shown_with_what_its_statistic_gives() -> None:
    (found,) = findings("Walkers slept better than the others, t(28) = 1.20, p = .036.", "F1")
    assert "t(28) = 1.20 gives p = .240, not p = .036." == found.message
    assert "error" == found.severity


def test_an_error_that_leaves_significance_alone_is_a_warning() -> None:
    (found,) = findings("Walkers slept better, t(28) = 3.20, p = .020.", "F1")
    assert "warning" == found.severity


def test_a_p_value_that_was_cut_off_agrees() -> None:
    # t(28) = 2.20 gives .0362
    assert [] == findings("Walkers slept better, t(28) = 2.20, p = .03.", "F1")


def test_without_scipy_the_reader_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def absent(name: str, *rest: Any, **named: Any) -> Any:
        if name.startswith("scipy"):
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", absent)
    (found,) = findings("Walkers slept better, t(28) = 1.20, p = .036.", "F1")
    assert ("info", "unverified") == (found.severity, found.verdict)
    assert "numcheck[stats]" in found.message


def test_an_interval_that_runs_backwards_is_reported() -> None:
    (found,) = findings("The odds ratio was 0.80 (95% CI 0.94 to 0.70).", "F2")
    assert "The interval 0.94 to 0.70 runs backwards." == found.message


def test_a_one_sided_interval_is_left_alone() -> None:
    assert [] == findings("The odds ratio was 0.60 (95% CI 0.70 to 0.94), one-sided.", "F2")


def test_a_sample_that_several_figures_could_be_is_left_alone() -> None:
    text = "The 25 bakers and 12 millers gave whole marks. The mean was 3.66."
    assert [] == findings(text, "F3")


def test_a_mean_of_many_answers_can_be_anything() -> None:
    assert [] == findings("The 250 bakers gave whole marks. The mean was 3.666.", "F4")
    assert [] == findings("The 250 bakers gave whole marks. The mean was 3.67.", "F3")


def test_a_margin_may_belong_to_any_sample_of_the_text() -> None:
    text = (
        "The survey of 2,400 adults, 600 of them farmers, is good to a margin of error of two "
        "points. For the farmers the margin of error is four points."
    )
    assert [] == findings(text, "F6")


def test_a_margin_at_another_level_of_confidence_is_left_alone() -> None:
    text = "The survey of 400 adults has a margin of error of two points at the 80 per cent level."
    assert [] == findings(text, "F6")
