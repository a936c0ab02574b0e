from pathlib import Path

import pytest

from numcheck.engine import load_rules
from numcheck.engine import test_rules as run_examples
from numcheck.engine.directories import shipped_rules
from numcheck.errors import RuleError

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


def test_a_changed_copy_of_a_shipped_rule_is_tested_in_its_place(tmp_path, monkeypatch):
    original = Path(shipped_rules()) / "arithmetic" / "percent-change.yaml"
    text = original.read_text("utf-8")
    copy = tmp_path / "rules" / "percent-change.yaml"
    copy.parent.mkdir()
    copy.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    results = run_examples(["rules"])
    assert {str(Path("rules") / copy.name)} == {result.path for result in results}
    assert all(result.passed for result in results)
    copy.write_text(text.replace("  flag:", "  flag:\n    - All is well.", 1), "utf-8")
    failed = [result.text for result in run_examples([copy.parent]) if not result.passed]
    assert ["All is well."] == failed


def test_for_a_check_a_taken_name_is_refused_with_a_way_out(tmp_path):
    original = Path(shipped_rules()) / "arithmetic" / "percent-change.yaml"
    (tmp_path / "mine.yaml").write_text(original.read_text("utf-8"), "utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules([tmp_path])
    assert "choose another id, or change the shipped rule in the configuration" in str(caught.value)
