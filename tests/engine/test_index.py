import pytest

from numcheck.engine import load_rules
from numcheck.engine.compiler import compile_files
from numcheck.engine.index import Index
from numcheck.engine.loader import from_plain
from numcheck.engine.triggers import mixture

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


def called_up(some, words, *kinds, crossing=False):
    patterns = some.crossing if crossing else some.patterns
    return [entry.active.rule.id for entry in patterns.called_up(words, mixture(kinds))]


def test_a_rule_is_looked_at_only_where_its_words_and_figures_are():
    some = index("{a:count} sank {b:count}", "{a:money} sank {b:money}", "{a:count} rose {b:count}")
    assert ["rule-0"] == called_up(some, ["sank"], "count", "count")
    assert ["rule-1"] == called_up(some, ["sank"], "money", "money")
    assert [] == called_up(some, ["sank"], "count")
    assert [] == called_up(some, ["swam"], "count", "count")
    assert [] == called_up(some, ["sank"], "count", "count", crossing=True)


def test_every_word_that_a_pattern_needs_must_be_there():
    some = index("{a:count} sank with {b:count}")
    assert [] == called_up(some, ["sank"], "count", "count")
    assert ["rule-0"] == called_up(some, ["with", "boats", "sank"], "count", "count")


def test_a_pattern_without_words_is_looked_up_by_kind():
    some = index("{a:count} {b:percent}")
    assert ["rule-0"] == called_up(some, [], "percent", "count")
    assert [] == called_up(some, [], "count")


def test_a_hundred_rules_that_cannot_match_are_never_looked_at():
    some = index(
        "{a:count} sank {b:count}", *(f"{{a:count}} word{n} {{b:count}}" for n in range(99))
    )
    assert ["rule-0"] == called_up(some, ["sank"], "count", "count")


def test_rules_that_ask_the_same_share_one_search():
    some = index("{a:count} sank {b:count}", "{a:count} sank {b:count}")
    [entry] = some.patterns.called_up(["sank"], mixture(["count", "count"]))
    assert ["rule-0", "rule-1"] == [active.rule.id for active in entry.actives]


@pytest.mark.parametrize("rule", load_rules().rules, ids=lambda rule: rule.id)
def test_every_pattern_of_a_shipped_rule_needs_a_word(rule):
    assert all(source.needs or source.crosses for source in rule.patterns)
