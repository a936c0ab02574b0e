import pytest

from numcheck.engine import load_rules
from numcheck.engine.examples import rule_results
from numcheck.engine.schema import json_schema

RULES = load_rules().rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_example_comes_out_as_it_says(rule):
    failures = [r.difference() for r in rule_results(rule, load_rules()) if not r.passed]
    assert not failures, "\n".join(failures)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_three_examples_of_each_sort(rule):
    flags = [example.flag for example in rule.examples]
    assert flags.count(True) >= 3
    assert flags.count(False) >= 3


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_what_it_does(rule):
    assert rule.docs.what
    assert rule.summary.endswith(".")


def test_no_two_rules_share_a_name_or_a_code():
    names = [name for rule in RULES for name in (rule.id, rule.code)]
    assert len(names) == len(set(names))


def test_the_schema_for_editors_names_every_key():
    assert {"id", "family", "patterns", "expect", "examples"} <= set(json_schema()["properties"])
