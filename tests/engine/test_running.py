import pytest

from numcheck import Document
from numcheck.alignment import align
from numcheck.engine import load_rules, run
from numcheck.engine.compiler import compile_files
from numcheck.engine.loader import from_plain
from numcheck.engine.running import within
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
    return from_plain(compile_files(files))


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
    rules = from_plain(compile_files([("a.yaml", rule)]))
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


def dated(rules, *documents):
    analyses = [
        analyse(Document(id=f"d{number}", text=text, published=published, source=source))
        for number, (published, source, text) in enumerate(documents)
    ]
    return run(rules, analyses, align(analyses))


EARLY = ("2024-10-24", "", "The quake in Velsk killed 52 people on Tuesday, officials said.")
LATE = ("2024-10-25", "", "The quake in Velsk killed 34 people on Tuesday, officials said.")
GROWS = "claim: {between: documents, order: published, grows: true}\nexpect: a <= b"


def test_the_figure_that_was_published_first_is_a_whatever_the_order_of_the_documents():
    rules = ruleset(GROWS)
    [finding] = dated(rules, EARLY, LATE)
    assert "52 against 34." == finding.message
    assert [finding.message] == [one.message for one in dated(rules, LATE, EARLY)]


def test_pairs_of_which_nobody_knows_the_order_are_left_out():
    assert [] == dated(ruleset(GROWS), EARLY, ("", *LATE[1:]))


def test_a_claim_rule_may_ask_for_what_is_measured():
    killed = "claim: {between: documents, measures: [killed]}\nexpect: a == b"
    injured = "claim: {between: documents, measures: [injured]}\nexpect: a == b"
    shrinks = "claim: {between: documents, grows: false}\nexpect: a == b"
    counts = [len(dated(ruleset(body), EARLY, LATE)) for body in (killed, injured, shrinks)]
    assert [1, 0, 0] == counts


def test_an_expression_may_ask_when_and_by_whom_a_figure_was_published():
    body = (
        "claim: {between: documents, order: both}\n"
        "where: a.published < b.published and a.outlet != b.outlet\n"
        "let: {paper: a.outlet}\n"
        "expect: a == b"
    )
    rules = ruleset(body.replace("expect", "label: 'as {paper} had it'\nexpect"))
    post, star = ("2024-10-24", "Post", EARLY[2]), ("2024-10-25", "Star", LATE[2])
    [finding] = dated(rules, star, post)
    assert "As Post had it" == finding.label
    assert [] == dated(rules, post, ("2024-10-25", "Post", LATE[2]))


def test_a_claim_rule_may_ask_who_takes_part():
    spoken = 'A fire at the mill injured 14 guards. "The fire injured 19 guards," the mayor said.'
    body = 'claim: {{between: passages, order: both{}}}\nwhere: b.quoted == "yes"\nexpect: a == b'
    [finding] = findings(ruleset(body.format("")), spoken)
    assert "14 against 19." == finding.message
    assert [] == findings(ruleset(body.format(", stances: [asserted]")), spoken)


def test_a_figure_may_be_held_against_the_date_of_its_own_document():
    rules = ruleset(
        "figure: {kinds: [date]}\nwhere: figure - figure.published > 0 day\n"
        "let: {a: figure.iso, b: figure.outlet}\nexpect: figure <= figure.published"
    )
    post = ("2024-10-24", "Post")
    assert [] == dated(rules, (*post, "The bridge opened on 3 May 2024."))
    [finding] = dated(rules, (*post, "The bridge opened on 3 May 2025."))
    assert "2025-05-03 against Post." == finding.message
    assert [] == dated(rules, ("", "Post", "The bridge opened on 3 May 2025."))


def test_rules_about_single_documents_need_not_look_at_them_twice():
    ruleset = load_rules()
    analysis = analyse(Document(id="a", text="Sales rose from £40m to £60m, up 30%."))
    found = within(ruleset, analysis)
    assert run(ruleset, [analysis]) == run(ruleset, [analysis], found=found)
    assert [] == run(ruleset, [analysis], found=[])
