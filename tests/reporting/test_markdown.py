from __future__ import annotations

from dataclasses import replace

from numcheck.model import Document, Report
from numcheck.reporting import render
from tests.reporting.reports import (
    CLEAN,
    DISCREPANT,
    DISPUTED,
    FULL,
    SIX,
    STAR,
    UNVERIFIED,
    figure,
    finding,
)


def test_a_clean_report_is_its_summary() -> None:
    assert render(CLEAN, "markdown") == (
        "### numcheck\n\n8 figures in 2 documents: nothing to remark.\n"
    )


def test_a_finding_has_its_passages_as_quotations_and_its_reason() -> None:
    blocks = render(replace(FULL, findings=(DISPUTED,), claims=()), "markdown").split("\n\n")
    assert blocks[2:] == [
        "**Disputed**: foreign soldiers in the unit being formed",
        "> “People close to the general staff spoke of a unit of about <strong>3,000</strong> "
        "foreign troops that was being formed near the border.”<br>\n"
        "> morning-post.txt:5, \\~3,000, people close to the general staff",
        "> “An army source called the number <strong>absolutely nowhere near</strong> that "
        "figure.”<br>\n> morning-post.txt:7, denies, an army source",
        "The second source rejects the first one's figure. Neither is confirmed in the text. "
        "<sub>A12 denied-figure, warning</sub>\n",
    ]


def test_the_gravest_comes_first_and_rivals_last() -> None:
    titles = [line for line in render(FULL, "markdown").split("\n") if line.startswith("**")]
    assert titles == [
        "**Disputed**: foreign soldiers in the unit being formed",
        "**Discrepant**: percentage change in quarterly sales",
        "**Unverified**",
        "**Rival accounts**: foreign troops",
    ]


def test_roundings_come_on_request_and_quiet_leaves_what_is_wrong() -> None:
    assert "**Rounding**" in render(FULL, "markdown", verbose=True)
    quiet = render(FULL, "markdown", quiet=True)
    assert "**Discrepant**" in quiet
    assert "**Unverified**" not in quiet
    assert "**Rival" not in quiet


def test_no_text_can_format_the_comment() -> None:
    odd = replace(DISCREPANT, message="1. <b> *x* [a](b) `c` | ~~d~~ &amp;", label="# a")
    output = render(replace(FULL, findings=(odd,)), "markdown")
    assert "\n1\\. \\<b\\> \\*x\\* \\[a\\](b) \\`c\\` \\| \\~\\~d\\~\\~ \\&amp; <sub>" in output
    assert "**Discrepant**: \\# a\n" in output


def test_no_text_can_call_a_person_or_an_issue() -> None:
    odd = replace(UNVERIFIED, message="ask @someone about #7 at https://a.example, www.b.example")
    output = render(replace(FULL, findings=(odd,)), "markdown")
    assert "@<!-- -->someone about #<!-- -->7" in output
    assert "https:\\//a.example, www\\.b.example" in output


def test_many_passages_are_cut_short() -> None:
    document = Document("a", "\n\n".join(f"There were {n} boats." for n in range(100, 120)))
    figures = tuple(figure(document, str(n), value=n) for n in range(100, 120))
    report = Report((document,), figures, (), (finding("discrepant", *figures),))
    assert "… and 8 more passages" in render(report, "markdown")


def test_a_finding_without_figures_still_says_what_it_has_to_say() -> None:
    lost = replace(UNVERIFIED, figures=("nobody#1",))
    report = Report((STAR,), (SIX,), (), (lost,))
    assert "The next sentence says" in render(report, "markdown")
