import pytest

from numcheck.engine import load_rules
from numcheck.engine import test_rules as run_examples

RULE = """\
id: my-rule
family: X1
summary: Something is wrong.
severity: warning
patterns: ["{a:count} of {b:count}"]
expect: a <= b
message: "{a} is more than {b}."
examples:
  ok: ["They sold 2 of 3 boats.", "They sold 7 of 3 boats."]
  flag: ["They sold 4 of 3 boats.", "They sold 1 of 3 boats."]
"""


@pytest.fixture
def pack(tmp_path):
    (tmp_path / "mine.yaml").write_text(RULE)
    return tmp_path


def test_only_the_examples_of_the_named_pack_are_run(pack):
    results = run_examples([pack])
    assert {"my-rule"} == {result.rule for result in results}
    assert [True, False, True, False] == [result.passed for result in results]


def test_a_failure_reads_like_a_difference(pack):
    false_alarm, miss = (result for result in run_examples([pack]) if not result.passed)
    assert (
        f"{pack / 'mine.yaml'}: my-rule: ok example 2\n  They sold 7 of 3 boats.\n"
        "- silence\n+ 7 is more than 3." == false_alarm.difference()
    )
    assert miss.difference().endswith("- a finding\n+ silence")


def test_a_set_of_rules_may_be_handed_over(pack):
    rules = load_rules([pack])
    assert 4 == len([r for r in run_examples([pack], rules) if r.rule == "my-rule"])


def test_a_wrong_verdict_is_shown_beside_the_right_one(tmp_path):
    flag = "[{documents: [{text: They sold 4 of 3 boats.}], verdict: disputed}]"
    text = RULE[: RULE.index("  flag:")] + f"  flag: {flag}\n"
    (tmp_path / "mine.yaml").write_text(text)
    wrong = next(r for r in run_examples([tmp_path]) if r.flag)
    lines = wrong.difference().split("\n")
    assert ["- disputed: a finding", "+ discrepant: 4 is more than 3."] == lines[-2:]
