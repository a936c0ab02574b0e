import pytest

from numcheck import Document
from numcheck.alignment import align
from numcheck.engine import load_rules, run
from numcheck.engine.compiler import compile_files
from numcheck.engine.loader import _from_plain
from numcheck.extraction import analyse

BASE = """\
id: {id}
family: {family}
summary: s
severity: {severity}
{body}
message: "{{a}} against {{b}}."
examples: {{ok: [x], flag: [y]}}
"""


def ruleset(*bodies, vocabulary="classes: {}\n"):
    files = [("vocabulary.yaml", vocabulary)]
    for number, given in enumerate(bodies):
        body, severity = given if isinstance(given, tuple) else (given, "error")
        text = BASE.format(id=f"rule-{number}", family=f"X{number}", severity=severity, body=body)
        files.append((f"{number}.yaml", text))
    return _from_plain(compile_files(files))


def findings(rules, *texts, against=()):
    analyses = [analyse(Document(id=f"d{number}", text=text)) for number, text in enumerate(texts)]
    return run(rules, analyses, align(analyses), against)


PART = 'patterns: ["{a:count} of {b:count}"]\nexpect: a <= b'


def test_a_broken_relation_is_a_finding():
    [finding] = findings(ruleset(PART), "They sold 14 of 12 boats.")
    assert ("rule-0", "X0", "error", "discrepant") == (
        finding.rule, finding.family, finding.severity, finding.verdict,
    )  # fmt: skip
    assert "14 against 12." == finding.message
    assert ("d0#0", "d0#1") == finding.figures or 2 == len(finding.figures)


def test_a_relation_that_holds_is_silence():
    assert [] == findings(ruleset(PART), "They sold 11 of 12 boats.")


def test_only_a_strict_reading_that_fails_is_a_rounding_and_mere_information():
    rules = ruleset('patterns: ["{a:percent} of {b:count} , {c:count}"]\nexpect: c / b == a')
    [finding] = findings(rules, "They sold 33% of 300 boats, 101 in all.")
    assert ("info", "rounding") == (finding.severity, finding.verdict)


def test_what_somebody_denies_is_not_recomputed():
    text = "The mayor denied that they had sold 14 of 12 boats."
    analysis = analyse(Document(id="a", text=text))
    if any(figure.stance == "denied" for figure in analysis.figures):
        assert [] == findings(ruleset(PART), text)


def test_what_the_text_itself_corrects_is_no_finding():
    vocabulary = "classes: {correction: {words: [misprint, in error]}}\n"
    rules = ruleset(PART, vocabulary=vocabulary)
    assert [] == findings(rules, "They sold 14 of 12 boats. That was a misprint.")
    assert [] == findings(rules, "In error it said 14 of 12 boats were sold.")
    assert findings(rules, "They sold 14 of 12 boats. That was a surprise.")


def test_words_that_void_a_match():
    rules = ruleset(PART + "\nunless: [respectively, up to]")
    assert [] == findings(rules, "They sold 14 of 12 boats, respectively.")
    assert [] == findings(rules, "They sold up to 14 of 12 boats.")


def test_conditions_and_shared_fields():
    rules = ruleset(PART + "\nsame: [counted]\nwhere: a.value > 13")
    assert findings(rules, "They sold 14 of 12 boats.")
    assert [] == findings(rules, "They sold 13 of 12 boats.")


def test_a_figure_that_another_match_explains_is_left_alone():
    body = 'patterns: ["{a:count} ……12 {b:count} ……12 {c:percent}"]\nexpect: c == a / b'
    text = "Of 120 pupils 90 sat it; 45 of 90 pupils passed, 50% of those."
    assert [] == findings(ruleset(body), text)


def test_of_two_rules_about_the_same_figures_the_graver_speaks():
    rules = ruleset((PART, "warning"), (PART, "error"))
    assert ["rule-1"] == [one.rule for one in findings(rules, "They sold 14 of 12 boats.")]


def test_findings_are_ordered_by_gravity_then_by_place():
    rules = ruleset(
        ('patterns: ["sold {a:count} of {b:count}"]\nexpect: a <= b', "warning"),
        ('patterns: ["sank {a:count} of {b:count}"]\nexpect: a <= b', "error"),
    )
    text = "They sold 14 of 12 boats. They sank 15 of 12 boats. They sank 16 of 12 boats."
    assert ["15 against 12.", "16 against 12.", "14 against 12."] == [
        one.message for one in findings(rules, text)
    ]


def test_a_fingerprint_survives_edits_elsewhere():
    rules = ruleset(PART)
    [one] = findings(rules, "They sold 14 of 12 boats.")
    [other] = findings(rules, "It rained.\n\nIt had 3 masts.\n\nThey sold 14 of 12 boats.")
    assert one.fingerprint == other.fingerprint


def test_two_findings_never_share_a_fingerprint():
    text = "They sold 14 of 12 boats. They sold 14 of 12 boats."
    prints = [one.fingerprint for one in findings(ruleset(PART), text)]
    assert 2 == len(set(prints))


def test_a_pattern_may_span_two_sentences_but_not_a_paragraph_further():
    rules = ruleset('patterns: ["{b:count} … // … sold {a:count}"]\nexpect: a <= b')
    assert findings(rules, "The fleet has 12 boats. They sold 14 of them.")
    assert [] == findings(rules, "The fleet has 12 boats. It rained. They sold 14 of them.")


FIGURE = BASE.replace("{{a}} against {{b}}.", "{{figure}} is too much.")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Fully 130% of pupils walk.", 1),
        ("Fully 130% of teachers walk.", 0),
        ("Growth of 130% pleased the pupils.", 0),
        ("Some 13% of pupils walk.", 0),
        ("Fully 130 percentage points of pupils walk.", 0),
    ],
)
def test_a_rule_of_the_figure_shape(text, count):
    body = (
        "figure: {kinds: [percent], units: [percent]}\ntriggers: [pupils]\n"
        "unless: [growth]\nexpect: figure <= 100%"
    )
    rule = FIGURE.format(id="x", family="X1", severity="error", body=body)
    rules = _from_plain(compile_files([("a.yaml", rule)]))
    assert count == len(findings(rules, text))


def test_a_rule_that_is_switched_off_is_silent():
    assert [] == findings(ruleset(PART + "\nenabled: false"), "They sold 14 of 12 boats.")


def test_sources_are_not_checked_themselves():
    texts = ("They sold 14 of 12 boats.", "They sold 14 of 12 boats.")
    [finding] = findings(ruleset(PART), *texts, against=["d1"])
    assert all(name.startswith("d0#") for name in finding.figures)


def test_no_documents_no_findings():
    assert [] == run(load_rules(), [])


def test_claims_are_compared_in_pairs():
    rules = ruleset("claim: {between: documents}\nexpect: a == b")
    texts = (
        "An earthquake near Velsk on Tuesday killed 34 people, officials said.",
        "An earthquake near Velsk on Tuesday killed 52 people, officials said.",
    )
    [finding] = findings(rules, *texts)
    assert "34 against 52." == finding.message
    passages = ruleset("claim: {between: passages}\nexpect: a == b")
    assert [] == findings(passages, *texts)
    titles = ruleset("claim: {between: title, relations: [agreed]}\nexpect: a == b")
    assert [] == findings(titles, *texts)


def test_the_same_input_gives_the_same_findings_every_time():
    text = "They sold 14 of 12 boats. Sales rose from 40 to 60, up 30%."
    once = [finding.to_dict() for finding in findings(load_rules(), text)]
    assert once == [finding.to_dict() for finding in findings(load_rules(), text)]
    assert once
