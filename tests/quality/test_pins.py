"""No judgement of the project's own corpora that was right may be lost unnoticed."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

_SPEC = importlib.util.spec_from_file_location(
    "quality_suites", Path(__file__).with_name("suites.py")
)
assert _SPEC is not None and _SPEC.loader is not None
suites = importlib.util.module_from_spec(_SPEC)
sys.modules["quality_suites"] = suites
_SPEC.loader.exec_module(suites)

PINNED: dict[str, Any] = yaml.safe_load(suites.PINS.read_text(encoding="utf-8"))
_PRECISION = 0.95
"""Share of right alarms on the cases; a false alarm is worse than a miss."""
_RECALL = 0.80
_ANEW = "renew the pins with `python tests/quality/pin.py`"


@pytest.fixture(scope="module")
def outcomes() -> dict[str, list[Any]]:
    return {suite.name: suite.outcomes() for suite in suites.SUITES}


@pytest.mark.parametrize("suite", suites.SUITES, ids=lambda suite: suite.name)
def test_a_corpus_is_the_one_that_was_pinned(suite):
    assert suite.digest() == PINNED[suite.name]["digest"], f"the corpus has changed; {_ANEW}"


@pytest.mark.parametrize("suite", suites.SUITES, ids=lambda suite: suite.name)
def test_nothing_that_was_right_is_lost(suite, outcomes):
    known = set(PINNED[suite.name]["wrong"])
    lost = [one.story for one in outcomes[suite.name] if not one.right and one.name not in known]
    assert not lost, "lost:\n" + "\n".join(lost) + f"\nIf that is meant, {_ANEW} --lower."


def test_every_family_has_cases_of_both_sorts(outcomes):
    families: dict[str, list[bool]] = {}
    for one in outcomes["cases"]:
        families.setdefault(one.group, []).append(one.positive)
    assert len(families) == 54
    short = [name for name, wanted in families.items() if len(wanted) < 5 or len(set(wanted)) < 2]
    assert not short


def test_the_cases_hold_their_floors(outcomes):
    cases = outcomes["cases"]
    found = sum(one.right for one in cases if one.positive)
    false = sum(not one.right for one in cases if not one.positive)
    wanted = sum(one.positive for one in cases)
    assert found / (found + false) >= _PRECISION
    assert found / wanted >= _RECALL


def test_a_lost_case_is_told_by_its_name_and_text(outcomes):
    one = outcomes["cases"][0]
    assert one.story.startswith("A1-01 (flag: ")
