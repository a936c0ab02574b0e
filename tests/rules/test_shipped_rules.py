import pytest

from numcheck.engine import load_rules, test_rules as run_examples
from numcheck.engine.schema import json_schema

RULES = load_rules().rules


@pytest.mark.parametrize("result", run_examples(), ids=lambda r: f"{r.rule}-{r.flag}-{r.number}")
def test_every_example_of_every_rule_comes_out_as_it_says(result):
    assert result.passed, result.difference()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_three_examples_of_each_sort(rule):
    flags = [example.flag for example in rule.examples]
    assert (3, 3) <= (flags.count(True), flags.count(False)) and flags.count(False) >= 3


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_what_it_does(rule):
    assert rule.docs.what
    assert rule.summary.endswith(".")


def test_no_two_rules_share_a_name_or_a_code():
    names = [name for rule in RULES for name in (rule.id, rule.code)]
    assert len(names) == len(set(names))


def test_the_schema_for_editors_names_every_key():
    assert {"id", "family", "patterns", "expect", "examples"} <= set(json_schema()["properties"])
