from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.engine import load_rules
from numcheck.engine.rule import Docs
from numcheck.errors import RuleError
from numcheck.model import Attribution, Backing, Document, Figure, Listed, Remark, Report
from numcheck.reporting import render
from numcheck.reporting.page import checks as checks_module
from numcheck.reporting.page.article import Mark, anchored, paragraphs
from numcheck.reporting.page.cards import card
from numcheck.reporting.page.checks import checks
from numcheck.reporting.page.index import Index
from numcheck.reporting.page.parts import findings
from numcheck.reporting.page.records import Part
from numcheck.reporting.style import Style
from numcheck.reporting.terminal.view import View
from tests.reporting.reports import (
    ABOUT,
    DISCREPANT,
    DISPUTED,
    FIGURES,
    NEARLY,
    POST,
    SHIPPED,
    STAR,
    claim,
    figure,
)


def parts() -> list[Part]:
    report = Report((POST, STAR), FIGURES, (), (DISCREPANT,))
    return findings(Index(View(report, Style())), "discrepant", 1)


def test_a_rule_is_explained_by_its_own_documentation() -> None:
    (check,) = checks(parts())
    rule = load_rules()["percent-change"]
    assert (check.family, check.name, check.summary) == ("B4", "percent-change", rule.summary)
    assert check.told[0] == ("What", rule.docs.what)


def test_broken_rules_cost_the_explanations_and_not_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken() -> None:
        raise RuleError("no rules")

    monkeypatch.setattr(checks_module, "load_rules", broken)
    (check,) = checks(parts())
    assert (check.summary, check.told) == ("", ())


def test_a_rule_of_the_users_own_is_explained_like_a_shipped_one() -> None:
    house = replace(
        load_rules()["percent-change"],
        id="house-rule",
        summary="Ours.",
        docs=Docs(what="What <we> do."),
    )
    named = replace(DISCREPANT, rule="house-rule")
    report = Report((POST, STAR), FIGURES, (), (named,))
    (check,) = checks(findings(Index(View(report, Style())), "discrepant", 1), [house])
    assert ("Ours.", (("What", "What <we> do."),)) == (check.summary, check.told)
    page = render(report, "html", rules=[house])
    assert "What &lt;we&gt; do." in page
    assert "Ours." in render(report, "sarif", rules=[house])


def disputed(status: str, *figures: Figure) -> Part:
    report = Report((POST, STAR), FIGURES, (claim(status, *figures),), (DISPUTED,))
    (part,) = findings(Index(View(report, Style())), "disputed", 1)
    return part


def test_a_disputed_figure_is_drawn_beside_its_rivals() -> None:
    part = disputed("rival", ABOUT, NEARLY, SHIPPED)
    assert part.beside
    assert part.picture is not None
    assert ["1,500", "~3,000", "nearly 10,000"] == [row.reading for row in part.picture.rows]
    assert 3 == len(part.table)


def test_its_rivals_are_found_in_whichever_claim_they_are() -> None:
    claims = (claim("single-source", ABOUT), claim("rival", ABOUT, NEARLY))
    report = Report((POST, STAR), FIGURES, claims, (DISPUTED,))
    (part,) = findings(Index(View(report, Style())), "disputed", 1)
    assert part.beside


def test_voices_that_argue_are_drawn_without_that_remark() -> None:
    part = disputed("disputed", ABOUT, NEARLY, SHIPPED)
    assert (True, False) == (part.picture is not None, part.beside)


def test_a_disputed_figure_without_rivals_has_no_number_line() -> None:
    for status in ("agreed", "single-source"):
        part = disputed(status, ABOUT, NEARLY)
        assert (None, False, ()) == (part.picture, part.beside, part.table)


def words(*marks: Mark, text: str) -> list[tuple[str, str, str]]:
    (paragraph,) = paragraphs(text, marks)
    return [(piece.before, piece.text, piece.after) for piece in paragraph.pieces]


def test_what_touches_a_figure_stays_on_its_line() -> None:
    assert words(Mark(6, 8, 1, "plain"), text="boat (12), ship") == [
        ("", "boat ", ""),
        ("(", "12", "),"),
        ("", " ship", ""),
    ]


def test_of_two_figures_one_over_the_other_the_first_is_marked() -> None:
    marks = (Mark(0, 4, 1, "plain"), Mark(2, 6, 2, "plain"))
    assert [text for _, text, _ in words(*marks, text="123456")] == ["1234"]


def test_two_figures_that_touch_are_two() -> None:
    marks = (Mark(0, 2, 1, "plain"), Mark(3, 5, 2, "plain"))
    assert words(*marks, text="12-13") == [("", "12", "-"), ("", "13", "")]


def test_lines_mean_something_in_a_list_and_nothing_in_wrapped_prose() -> None:
    prose = "These lines were broken by an editor because they were\ntoo long for a screen."
    items = "- twelve boats\n- three sheds"
    assert [each.lines for each in paragraphs(f"{prose}\n\n{items}", ())] == [False, True]


def test_without_empty_lines_each_line_is_a_paragraph() -> None:
    assert len(paragraphs("one\ntwo\nthree", ())) == 3


def test_a_figure_may_span_what_looks_like_a_break() -> None:
    (paragraph,) = paragraphs("a 12\n\nmillion b", (Mark(2, 13, 1, "plain"),))
    assert [piece.text for piece in paragraph.pieces] == ["a ", "12\n\nmillion", " b"]


def test_a_mark_on_white_space_before_the_text_is_none() -> None:
    (paragraph,) = paragraphs("  one", (Mark(0, 1, 1, "plain"),))
    assert (paragraph.gap, [piece.number for piece in paragraph.pieces]) == ("  ", [0])


def test_furniture_that_overlaps_is_dimmed_once() -> None:
    (paragraph,) = paragraphs("Read more here now", (), [(5, 9), (0, 6), (40, 50)])
    assert [(each.text, each.furniture) for each in paragraph.pieces] == [
        ("Read more", True),
        (" here now", False),
    ]


DATE = Figure("a#1", "a", "text", 0, 9, "3 October", "date", iso="--10-03")


def test_a_date_is_told_as_far_as_it_is_known() -> None:
    assert card(DATE, {}).value == "--10-03"
    assert card(replace(DATE, iso=None), {}).value == "3 October"


def test_a_unit_is_told_beside_the_kind() -> None:
    speed = Figure(
        "a#1", "a", "text", 0, 1, "9 miles", "measure", Decimal(9), unit="square_foot", per="hour"
    )
    assert card(speed, {}).kind == "measure, square foot per hour"
    assert card(replace(speed, kind="percent", unit="percent", per=None), {}).kind == "percent"


def test_a_subject_is_added_where_the_noun_does_not_name_it() -> None:
    named = replace(ABOUT, counted="soldier", subject="the army")
    assert card(named, {}).what == "soldier (the army)"
    assert card(replace(named, counted=None), {}).what == "the army"
    assert card(replace(named, subject="Soldier"), {}).what == "soldier"


def test_words_around_a_figure_are_told() -> None:
    quoted = Attribution("the mayor", "said", quoted=True)
    odd = replace(DATE, attribution=quoted, stance="hypothetical", furniture=True)
    assert card(odd, {}).words == (
        "hypothetical; in quotation marks; part of the page, not of the article"
    )


def test_a_count_of_a_list_links_to_the_paragraph_that_lists() -> None:
    text = "Minutes.\n\nThey were Ann Lee, Otto Brandt and Mia Sorel.\n\nNo more."
    source = Document("s", text, path="minutes.md")
    draft = Document("d", "Three ministers resigned.", path="draft.md")
    three = figure(draft, "Three", value=3)
    start, end = text.index("Ann"), text.index(".\n\nNo")
    listed = Listed("s", "text", start, end, ("Ann Lee", "Otto Brandt", "Mia Sorel"))
    report = Report(
        (draft, source),
        (three,),
        (),
        (),
        against=("s",),
        backings=(Backing(three, "derivable", how="list", listed=listed),),
    )
    page = render(report, "html")
    assert 'Ann Lee, Otto Brandt, Mia Sorel, <a href="#l1">s ¶2</a>' in page
    assert '<p dir="auto"><span class="anchor" id="l1"></span>They were Ann Lee' in page
    assert page.count('id="l1"') == 1


def test_a_list_in_a_headline_is_linked_too() -> None:
    source = Document("s", "They resigned.", "Ann Lee and Otto Brandt resign", path="news.md")
    draft = Document("d", "Two ministers resigned.", path="draft.md")
    two = figure(draft, "Two", value=2)
    listed = Listed("s", "title", 0, 23, ("Ann Lee", "Otto Brandt"))
    backing = Backing(two, "derivable", how="list", listed=listed)
    report = Report((draft, source), (two,), (), (), against=("s",), backings=(backing,))
    page = render(report, "html")
    assert 'Ann Lee, Otto Brandt, <a href="#t2">s (' in page
    assert 'id="t2"' in page


@given(st.text(alphabet="ab \n", max_size=40), st.lists(st.integers(0, 39), max_size=3))
def test_every_passage_is_named_once_at_most_and_no_text_is_lost(text, offsets) -> None:
    names = {offset: f"l{offset}" for offset in offsets if offset < len(text)}
    found = anchored(paragraphs(text, ()), names)
    given_names = [name for paragraph in found for name in paragraph.anchors]
    assert len(given_names) == len(set(given_names))
    inside = [offset for offset in names if not text[offset].isspace()]
    assert {f"l{offset}" for offset in inside} <= set(given_names)


def test_who_denies_a_figure_stands_beside_it_on_the_number_line() -> None:
    view = View(Report((POST, STAR), FIGURES, (), (DISPUTED,)), Style())
    denied = replace(SHIPPED, stance="denied", remark=Remark("not so", 0, 1, "Ann Lee"))
    said = replace(denied, attribution=None)
    assert view.stands(SHIPPED) == view.voice(SHIPPED)
    assert view.stands(said) == "denied by Ann Lee"
    assert view.stands(replace(said, remark=None)) == "denied"
    spoken = replace(denied, attribution=Attribution("the union", "said"))
    assert view.stands(spoken) == "the union; denied by Ann Lee"
