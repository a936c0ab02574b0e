"""Rules on a terminal and in the reference."""

from __future__ import annotations

from pathlib import Path

from numcheck import Document
from numcheck.alignment import align
from numcheck.engine import RuleSet, load_rules, read_sentences, run
from numcheck.extraction import analyse
from numcheck.reporting.rules.explained import explanation
from numcheck.reporting.rules.page import rule_page
from numcheck.reporting.rules.reference import reference

PAGES = Path(__file__).parents[3] / "docs" / "rules"


def explained(rule: str, text: str, *, verbose: bool = False) -> str:
    rules = load_rules()
    analysis = analyse(Document(id="a", text=text))
    alone = RuleSet((rules[rule],), rules.vocabulary)
    findings = run(alone, [analysis], align([analysis]))
    readings = read_sentences(rules[rule], rules, analysis)
    return "\n".join(explanation(rules[rule], readings, findings, 100, verbose=verbose))


def test_the_reference_is_not_stale() -> None:
    # numcheck rules docs --out docs/rules
    pages = reference(load_rules().rules)
    assert sorted(pages) == sorted(page.name for page in PAGES.iterdir())
    stale = [name for name in pages if pages[name] != (PAGES / name).read_text("utf-8")]
    assert [] == stale


def test_every_rule_has_its_part_of_the_reference() -> None:
    pages = reference(load_rules().rules)
    for rule in load_rules().rules:
        assert f"\n## {rule.id}\n" in pages[f"{rule.family[0]}.md"]
        assert f"({rule.family[0]}.md#{rule.id})" in pages["README.md"]


def test_a_page_is_no_wider_than_asked() -> None:
    page = rule_page(load_rules()["percent-change"], 60)
    prose = page[page.index("What it does") : page.index("Patterns")]
    assert max(map(len, prose)) <= 60


def test_a_finding_is_explained_from_tokens_to_verdict() -> None:
    shown = explained("percent-change", "Sales rose from 40 to 60, up 30%.")
    for line in (
        "tokens    sales rose from [40] to [60] , up [30%] .",
        "figures   40   count    40",
        "  change  30%: 0.295 to 0.305; loosely 0.295 to 0.31",
        "  outcome fails: what it expects does not hold",
        "verdict   error, discrepant: 40 to 60 is a change of 50%, not 30%.",
    ):
        assert line in shown.split("\n")


def test_silence_is_explained() -> None:
    shown = explained("percent-change", "It rained on 3 days.")
    assert "match     none of " in shown
    assert "          lacks any of <rise>, <fall>" in shown
    assert "more; see --verbose" in shown
    assert shown.endswith("verdict   nothing to report")


def test_verbose_tells_what_each_pattern_lacked() -> None:
    shown = explained("percent-change", "It rained on 3 days.", verbose=True)
    assert len(load_rules()["percent-change"].patterns) == shown.count("\npattern   ")


def test_a_condition_that_is_not_met_is_told() -> None:
    shown = explained("percent-change", "Sales rose from 40 to about 60, up 30%.")
    assert '  outcome silent: old.bound == "exact" and new.bound == "exact" is not met' in shown


def test_a_text_without_figures_is_told() -> None:
    assert "No figure was found" in explained("percent-change", "Nothing happened.")


def test_bounds_and_dates_are_told_in_words() -> None:
    text = "More than 40 of at least 90 boats and at most 8 ships left on 3 May 2024."
    shown = explained("percent-of", text)
    for words in ("above 40 (more than)", "at least 90 (at least)", "at most 8 (at most)"):
        assert words in shown
    assert "2024-05-03" in shown


def test_a_voided_match_is_told() -> None:
    shown = explained("percent-change", "Sales rose from 40 to 60, up 30%, respectively.")
    assert "  outcome voided by a word that it lists under unless" in shown
