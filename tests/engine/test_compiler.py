import pytest

from numcheck.engine.compiler import compile_files
from numcheck.errors import RuleError

VOCABULARY = "classes:\n  rise:\n    verbs: [climb]\n"
RULE = """\
id: some-rule
family: B4
summary: Something is wrong.
severity: error
patterns:
  - "<rise> from {old} to {new}, {change:percent}"
expect: change == abs(new - old) / old
message: "{old} to {new} is {expected}."
examples:
  ok: ["It climbed from 2 to 4, 100%."]
  flag: ["It climbed from 2 to 4, 50%."]
"""


def problems(rule=RULE, *more, vocabulary=VOCABULARY):
    files = [("vocabulary.yaml", vocabulary), ("a.yaml", rule)]
    files += [(f"{number}.yaml", text) for number, text in enumerate(more)]
    with pytest.raises(RuleError) as caught:
        compile_files(files)
    return str(caught.value)


def changed(old, new):
    assert old in RULE
    return RULE.replace(old, new)


def test_a_good_rule_becomes_plain_data():
    compiled = compile_files([("vocabulary.yaml", VOCABULARY), ("a.yaml", RULE)])
    [rule] = compiled["rules"]
    assert ["climb", "climbed", "climbing", "climbs"] == compiled["vocabulary"]["rise"]
    assert [["<rise>"], ["from"], ["to"], [","]] == rule["patterns"][0]["needs"]
    assert "pattern" == rule["shape"]


def test_a_problem_shows_its_line_and_a_caret():
    expected = (
        "a.yaml:7:9: no slot is called 'chnge'; did you mean 'change'?\n"
        "  7 | expect: chnge == abs(new - old) / old\n"
        "    |         ^"
    )
    assert expected == problems(changed("change ==", "chnge =="))


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("severity: error", "severty: error", "a.yaml:4:1", "did you mean 'severity'?"),
        ("severity: error", "severity: fatal", "a.yaml:4:11", "input should be 'error'"),
        ("severity: error", "", "a.yaml:1:1", "'severity' is missing"),
        ("id: some-rule", "id: Some Rule", "a.yaml:1:5", "should match pattern"),
        ("<rise>", "<ries>", "a.yaml:6:7", "did you mean 'rise'?"),
        ("{old} to", "{old to", "a.yaml:6:18", "not closed"),
        ("abs(new - old)", "abs(new - change)", "a.yaml:7:9", None),
        ("{expected}", "{expcted}", "a.yaml:8:29", "did you mean 'expected'?"),
        ("{expected}", "{expected:like-what}", "a.yaml:8:29", "no format is called"),
        ("expect: change == abs(new - old) / old", "expect: new - old", "a.yaml:7:9", "write a"),
        ("examples:", "same: [unti]\nexamples:", "a.yaml:9:8", "did you mean 'unit'?"),
        ("examples:", "unless: ['<ries>']\nexamples:", "a.yaml:9:11", "did you mean 'rise'?"),
        ("examples:", "where: old.unit\nexamples:", "a.yaml:9:8", "this is a text"),
        ("  flag:", "  flg:", "a.yaml:11:3", "did you mean 'flag'?"),
        ("message:", "summary:", "a.yaml:8:1", "the key 'summary' is there twice"),
        ('message: "{old} to {new} is {expected}."', "", "a.yaml:1:1", "needs a message"),
        ("expect: change == abs(new - old) / old", "", "a.yaml:1:1", "what must hold"),
        ("summary: Something is wrong.", "summary: 3", "a.yaml:3:10", "valid string"),
        ("family: B4", "family: [B4", "a.yaml:3:8", "not YAML"),
    ],
)
def test_every_sort_of_mistake_is_told_where_it_stands(old, new, place, words):
    if words is None:
        compile_files([("vocabulary.yaml", VOCABULARY), ("a.yaml", changed(old, new))])
        return
    told = problems(changed(old, new))
    assert words in told
    assert place in told


def test_all_problems_of_all_files_are_told_at_once():
    told = problems(changed("severity", "severty"), "id: x\n", "")
    assert "a.yaml:4:1" in told
    assert "0.yaml:1:1: 'family' is missing" in told
    assert "1.yaml:1:1: the file is empty" in told


def test_a_name_is_given_once():
    told = problems(RULE, RULE)
    assert "some-rule is already taken by a.yaml" in told
    assert "B4.1 is already taken by a.yaml" in told


def test_a_rule_has_one_shape():
    told = problems(changed("expect:", "check: weekday\nexpect:"))
    assert "one of patterns, figure, claim or check; found patterns and check" in told


def test_a_check_must_exist_and_know_its_parameters():
    base = (
        "id: x\nfamily: D2\nsummary: s\nseverity: error\ncheck: {}\n{}"
        "examples: {{ok: [a], flag: [b]}}\n"
    )
    assert "did you mean 'weekday'?" in problems(base.format("weekdy", ""))
    assert "no parameter 'dys'; did you mean 'days'?" in problems(
        base.format("weekday", "parameters: {dys: 3}\n")
    )
    assert "valid integer" in problems(base.format("weekday", "parameters: {days: many}\n"))
    compiled = compile_files([("a.yaml", base.format("weekday", "parameters: {days: 3}\n"))])
    assert {"days": 3} == compiled["rules"][0]["parameters"]


def test_vocabulary_is_checked_too():
    assert "did you mean 'rise'?" in problems(
        vocabulary="classes:\n  rise:\n    words: [up]\n  fall:\n    include: [ries]\n"
    )
    assert "unknown key 'vebs'" in problems(vocabulary="classes:\n  rise:\n    vebs: [up]\n")
    assert "not YAML" in problems(vocabulary="classes: [")


def test_later_packs_add_words_to_a_class():
    more = "classes:\n  rise:\n    words: [skyrocketed]\n"
    compiled = compile_files([("vocabulary.yaml", VOCABULARY), ("mine/vocabulary.yaml", more)])
    assert "skyrocketed" in compiled["vocabulary"]["rise"]
    assert "climbed" in compiled["vocabulary"]["rise"]


def test_examples_may_be_texts_documents_or_stories():
    rule = changed(
        '  flag: ["It climbed from 2 to 4, 50%."]',
        "  flag:\n    - {text: a, title: b}\n    - documents: [{text: a}, {text: b, against: true}]"
        "\n      verdict: discrepant",
    )
    [compiled] = compile_files([("vocabulary.yaml", VOCABULARY), ("a.yaml", rule)])["rules"]
    assert [
        {"flag": True, "documents": [{"text": "a", "title": "b"}]},
        {
            "flag": True,
            "documents": [{"text": "a"}, {"text": "b", "against": True}],
            "verdict": "discrepant",
        },
    ] == compiled["examples"][1:]


def test_a_parameter_is_a_name_for_expressions():
    rule = changed("expect: change ==", "parameters: {slack: 2%}\nexpect: change ± slack ==")
    assert compile_files([("vocabulary.yaml", VOCABULARY), ("a.yaml", rule)])


@pytest.mark.parametrize(
    ("keys", "place", "words"),
    [
        (
            "unless: {words: [about], within: clouse}",
            "a.yaml:9:34",
            "up to 40, 'clause' or 'sentence'",
        ),
        ("unless: {words: [about], within: 41}", "a.yaml:9:34", "is a number of words up to 40"),
        ("unless: {words: [about]}", "a.yaml:9:9", "'within' is missing; add it"),
        ("unless: {words: [], within: 3}", "a.yaml:9:17", "at least 1 item"),
        ("unless: {wrods: [about], within: 3}", "a.yaml:9:9", "did you mean 'words'?"),
        ("unless: {words: ['<ries>'], within: 3}", "a.yaml:9:19", "did you mean 'rise'?"),
        ("kinds: [count]", "a.yaml:9:1", "'kinds' is for rules with check"),
        ("triggers: [of]", "a.yaml:9:1", "'triggers' is for rules with figure or check"),
        ("scope: document", "a.yaml:9:1", "'scope' is for rules with check"),
    ],
)
def test_options_are_checked_and_must_mean_something(keys, place, words):
    told = problems(changed("examples:", f"{keys}\nexamples:"))
    assert told.startswith(f"{place}: ")
    assert words in told


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("measures: [kiled]", "no measure is called 'kiled'; did you mean 'killed'?"),
        ("relations: [conflictng]", "should be 'agreed'"),
        ("order: date", "should be 'text', 'published' or 'both'"),
        ("stances: [quoted]", "should be 'asserted'"),
        ("betwen: any", "did you mean 'between'?"),
    ],
)
def test_the_options_of_a_claim_rule_are_checked(claim, words):
    rule = RULE.replace('patterns:\n  - "<rise> from {old} to {new}, {change:percent}"\n', "")
    rule = rule.replace("expect: change == abs(new - old) / old", "expect: a == b")
    rule = rule.replace("{old} to {new} is {expected}", "{a}")
    told = problems(rule.replace("expect:", f"claim: {{{claim}}}\nexpect:"))
    assert words in told
    assert told.startswith("a.yaml:5:")


def test_both_forms_of_negative_context_are_plain_afterwards():
    def compiled(unless):
        text = changed("examples:", f"{unless}\nexamples:")
        return compile_files([("vocabulary.yaml", VOCABULARY), ("a.yaml", text)])["rules"][0]

    short, long = compiled("unless: [about]"), compiled("unless: {words: [about], within: 3}")
    assert (["about"], None) == (short["unless"], short.get("within"))
    assert (["about"], "3") == (long["unless"], long["within"])
