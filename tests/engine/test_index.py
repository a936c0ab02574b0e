from collections import Counter

import pytest

from numcheck.engine import load_rules
from numcheck.engine.compiler import compile_files
from numcheck.engine.index import Index
from numcheck.engine.loader import from_plain

RULE = """\
id: rule-{0}
family: X{0}
summary: s
severity: error
patterns: ["{1}"]
expect: a <= b
message: "{{a}}."
examples: {{ok: [x], flag: [y]}}
"""


def index(*patterns):
    files = [(f"{n}.yaml", RULE.format(n, pattern)) for n, pattern in enumerate(patterns)]
    return Index(from_plain(compile_files(files)))


def numbers(found):
    return [entry.active.rule.id for entry in found]


def test_a_rule_is_looked_at_only_where_its_words_and_figures_are():
    some = index("{a:count} sank {b:count}", "{a:money} sank {b:money}", "{a:count} rose {b:count}")
    assert ["rule-0"] == numbers(some.triggered({"sank"}, Counter(count=2), crossing=False))
    assert ["rule-1"] == numbers(some.triggered({"sank"}, Counter(money=2), crossing=False))
    assert [] == some.triggered({"sank"}, Counter(count=1), crossing=False)
    assert [] == some.triggered({"swam"}, Counter(count=2), crossing=False)
    assert [] == some.triggered({"sank"}, Counter(count=2), crossing=True)


def test_every_word_that_a_pattern_needs_must_be_there():
    some = index("{a:count} sank with {b:count}")
    assert [] == some.triggered({"sank"}, Counter(count=2), crossing=False)
    assert some.triggered({"sank", "with"}, Counter(count=2), crossing=False)


def test_a_pattern_without_words_is_looked_up_by_kind():
    some = index("{a:count} {b:percent}")
    assert some.triggered(set(), Counter(count=1, percent=1), crossing=False)
    assert [] == some.triggered(set(), Counter(count=1), crossing=False)


def test_a_hundred_rules_that_cannot_match_are_never_looked_at():
    some = index(
        "{a:count} sank {b:count}", *(f"{{a:count}} word{n} {{b:count}}" for n in range(99))
    )
    assert ["rule-0"] == numbers(some.triggered({"sank"}, Counter(count=2), crossing=False))


@pytest.mark.parametrize("rule", load_rules().rules, ids=lambda rule: rule.id)
def test_every_pattern_of_a_shipped_rule_needs_a_word(rule):
    assert all(source.needs or source.crosses for source in rule.patterns)
