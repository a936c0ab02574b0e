from __future__ import annotations

import itertools
import re
import sys
import unicodedata
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from numcheck import check
from numcheck.model import Attribution, Claim, Document, Finding, Remark, Report
from numcheck.reporting import render
from numcheck.reporting.display import cells
from tests.reporting.reports import (
    ABOUT,
    CHANGE,
    CLEAN,
    DISCREPANT,
    DISPUTED,
    EMPTY,
    FIGURES,
    FULL,
    NEARLY,
    NEW,
    OLD,
    POST,
    SHIPPED,
    SIX,
    STAR,
    THOUSANDS,
    UNVERIFIED,
    claim,
    figure,
    finding,
    stripped,
)


def text(*findings: Finding, claims: tuple[Claim, ...] = (), **style: bool | int | None) -> str:
    return render(Report((POST, STAR), FIGURES, claims, findings), **style)  # type: ignore[arg-type]


def under_marks(output: str) -> list[str]:
    """The words above each underline, read off cell by cell."""
    lines = output.split("\n")
    found = []
    for above, below in itertools.pairwise(lines):
        columns = [char for char in above for _ in range(cells(char))]
        for match in re.finditer("▔+", below):
            words = columns[slice(*match.span())]
            found.append("".join(words))
    return found


def test_a_dispute_shows_both_passages_and_who_says_each() -> None:
    output = text(DISPUTED)
    assert output.split("\n\n")[0].split("\n") == [
        "DISPUTED  foreign soldiers in the unit being formed                       "
        "A12 denied-figure, warning",
        "  morning-post.txt:5  ~3,000  people close to the general staff",
        "    “… staff spoke of a unit of about 3,000 foreign troops that was being formed near the "
        "border.”",
        "                                      ▔▔▔▔▔",
        "  morning-post.txt:7  denies  an army source",
        "    “An army source called the number absolutely nowhere near that figure.”",
        "                                      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔",
        "  The second source rejects the first one's figure.",
        "  Neither is confirmed in the text.",
    ]


def test_a_wide_terminal_has_each_passage_on_one_line() -> None:
    rows = [re.split(" {2,}", row.strip()) for row in text(DISPUTED, width=160).split("\n")]
    assert rows[3] == [
        "morning-post.txt:7",
        "“An army source called the number absolutely nowhere near that figure.”",
        "denies",
        "an army source",
    ]


def test_a_denial_in_the_same_sentence_is_marked_in_the_same_passage() -> None:
    document = Document("a", "He spoke of 40 boats, which she called a wild exaggeration.")
    start = document.text.index("a wild")
    denied = figure(
        document,
        "40",
        value=40,
        stance="denied",
        attribution=Attribution("he", "spoke of"),
        remark=Remark("a wild exaggeration", start, start + 19, "she"),
    )
    output = render(Report((document,), (denied,), (), (finding("disputed", denied),)))
    assert under_marks(output) == ["40", "a wild exaggeration"]
    assert "he; denied by she" in output


def test_figures_of_one_sentence_share_a_passage() -> None:
    assert under_marks(text(DISCREPANT)) == ["£40m", "£60m", "30%"]


def test_the_plain_sentence_comes_without_the_rule() -> None:
    assert "\n  £40m to £60m is a rise of 50%, not 30%.\n" in text(DISCREPANT)


def test_a_finding_without_a_subject_opens_with_its_sentence() -> None:
    output = text(replace(DISCREPANT, label=""))
    assert output.startswith("DISCREPANT  £40m to £60m is a rise of 50%, not 30%.")
    assert output.count("not 30%") == 1


def test_the_claim_names_a_finding_that_has_no_subject() -> None:
    output = text(replace(DISPUTED, label=""), claims=(claim("disputed", ABOUT, label="troops"),))
    assert output.startswith("DISPUTED  troops ")


def test_disputes_come_before_discrepancies_and_both_before_the_unverified() -> None:
    output = render(FULL)
    heads = re.findall(r"^[A-Z]+(?: [A-Z]+)*(?=  )", output, re.MULTILINE)
    assert heads == ["DISPUTED", "DISCREPANT", "RIVAL ACCOUNTS", "UNVERIFIED"]


def test_voices_that_contradict_each_other_are_drawn_on_one_scale() -> None:
    conflict = finding("discrepant", NEARLY, SHIPPED)
    output = text(conflict, claims=(claim("conflicting", NEARLY, ABOUT, SHIPPED),), width=120)
    drawn = [line for line in output.split("\n") if "·····" in line]
    assert [line.split()[0] for line in drawn] == ["1,500", "~3,000", "nearly"]
    dots = [re.search("[●○]", line) for line in drawn]
    columns = [match.start() for match in dots if match]
    assert columns == sorted(columns)
    assert drawn[0].endswith("  the intelligence service")


def test_contradictions_within_one_claim_are_told_once() -> None:
    pairs = [finding("discrepant", NEARLY, SHIPPED), finding("discrepant", ABOUT, SHIPPED)]
    output = text(*pairs, claims=(claim("conflicting", NEARLY, ABOUT, SHIPPED),))
    assert output.count("DISCREPANT") == 1
    assert output.count("Something is wrong.") == 1
    assert under_marks(output) == ["10,000", "3,000", "1,500"]


def test_one_voice_needs_no_picture() -> None:
    again = replace(NEARLY, id="again", value=Decimal(9), low=Decimal(9), high=Decimal(9))
    report = Report(
        (POST,),
        (NEARLY, again),
        (claim("conflicting", NEARLY, again),),
        (finding("discrepant", NEARLY, again),),
    )
    assert "·" not in render(report)


def test_rival_accounts_stand_side_by_side() -> None:
    output = text(claims=(claim("rival", NEARLY, ABOUT, SHIPPED, origins=3),))
    assert output.startswith("RIVAL ACCOUNTS  foreign troops: 3 figures, 3 origins, 2 outlets\n")
    assert under_marks(output) == ["10,000", "3,000", "1,500"]
    assert "Each counts something slightly different" in output
    assert output.endswith("8 figures in 2 documents: nothing to remark.\n")


def test_a_developing_number_is_told_in_order_with_the_latest_named() -> None:
    output = text(claims=(claim("developing", SHIPPED, NEARLY, label="people killed"),))
    assert output.startswith("DEVELOPING  people killed: latest 1,500 on 2024-05-03\n")
    assert under_marks(output) == ["10,000", "1,500"]
    assert "2024-05-02, the president" in output


def test_a_document_that_repeats_a_number_is_shown_once_where_it_names_its_source() -> None:
    again = replace(SHIPPED, id="again", attribution=None, start=OLD.start, end=OLD.end)
    report = Report(
        (POST, STAR), (*FIGURES, again), (claim("developing", NEARLY, again, SHIPPED),), ()
    )
    output = render(report)
    assert under_marks(output) == ["10,000", "1,500"]
    assert "1,500          2024-05-03, the intelligence service" in output


@pytest.mark.parametrize("status", ["rival", "developing"])
def test_a_claim_of_one_figure_has_nothing_beside_it(status: str) -> None:
    assert text(claims=(claim(status, SHIPPED),)) == (
        "8 figures in 2 documents: nothing to remark.\n"
    )


def test_an_unverified_figure_is_one_line_with_its_reason() -> None:
    row = text(UNVERIFIED, width=130).split("\n")[1]
    assert re.split(" {2,}", row.strip()) == [
        "morning-post.txt:9",
        "six",
        "“Local radio said six soldiers had been killed.”",
        "The next sentence says “not been confirmed”.",
    ]


def test_figures_unverified_for_one_reason_are_told_together() -> None:
    reason = "No source has it."
    output = text(*(finding("unverified", each, message=reason) for each in (SIX, SHIPPED)))
    assert output.split("\n")[:3] == [
        "UNVERIFIED  2 figures",
        "  No source has it:",
        "  morning-post.txt:9  six    “Local radio said six soldiers had been killed.”",
    ]


def test_figures_of_one_sentence_are_unverified_in_one_line() -> None:
    output = text(*(finding("unverified", each, message=f"No {each.text}.") for each in (OLD, NEW)))
    assert output.split("\n")[1] == (
        "  evening-star.txt:2  £40m, £60m  “… rose from £40m to £60m, up 30%, it said.”     "
        "No £40m. No £60m."
    )


def test_an_unverified_finding_without_a_figure_still_gives_its_reason() -> None:
    lost = replace(UNVERIFIED, figures=("nobody#1",))
    assert "\n  The next sentence says" in text(lost)


def test_roundings_are_counted_and_shown_only_on_request() -> None:
    assert "ROUNDING" not in render(FULL)
    assert "1 rounding not shown; --verbose shows all." in render(FULL)
    assert "\n  Only roughly equal.\n" in render(FULL, verbose=True)


def test_quiet_leaves_what_is_wrong_and_the_summary() -> None:
    output = render(FULL, quiet=True)
    assert "DISPUTED" in output
    assert "RIVAL" not in output
    assert "UNVERIFIED" not in output


def test_the_summary_adds_up() -> None:
    assert render(FULL).split("\n")[-3] == (
        "8 figures in 2 documents: 1 dispute, 1 discrepancy, 1 unverified; "
        "3 figures without remark."
    )


def test_a_clean_report_says_so() -> None:
    assert render(CLEAN) == "8 figures in 2 documents: nothing to remark.\n"


def test_an_empty_report_says_so() -> None:
    assert render(EMPTY) == "0 figures in 0 documents: nothing to remark.\n"


def test_figures_of_the_page_around_the_article_are_not_counted() -> None:
    report = Report((STAR,), (replace(SHIPPED, furniture=True), OLD), (), ())
    assert render(report) == "1 figure in 1 document: nothing to remark.\n"


def test_many_passages_are_cut_short() -> None:
    body = "\n\n".join(f"There were {number} boats." for number in range(100, 130))
    document = Document("a", body)
    figures = [figure(document, str(number), value=number) for number in range(100, 130)]
    report = Report((document,), tuple(figures), (), (finding("discrepant", *figures),))
    assert "… and 18 more passages" in render(report)


def test_without_colour_there_is_no_escape_sequence() -> None:
    assert "\x1b" not in render(FULL, verbose=True)


def test_colour_changes_nothing_but_the_marks() -> None:
    colored = stripped(render(FULL, color=True, width=100))
    plain = render(FULL, color=False, width=100)
    without_marks = [line for line in plain.split("\n") if not line.strip() or line.strip(" ▔")]
    assert colored.split("\n") == without_marks


def test_files_are_links_only_where_wanted() -> None:
    assert "\x1b]8;;file:///" in render(FULL, color=True)
    assert "\x1b]8;;" not in render(FULL, color=True, links=False)


def test_a_long_file_name_is_cut_on_a_terminal_and_whole_in_a_file() -> None:
    name = "drafts/" * 20 + "post.txt"
    document = replace(POST, path=name)
    report = Report((document,), (SIX,), (), (finding("implausible", SIX),))
    assert f"  {name}:9\n" in render(report)
    assert "…" in render(report, width=80)
    assert name not in render(report, width=80)


def test_marks_stand_under_wide_characters() -> None:
    document = Document("紙", "東京で五千人と書いた。", source="紙")
    five = figure(document, "五千", value=5000)
    output = render(Report((document,), (five,), (), (finding("implausible", five),)))
    assert "▔▔▔▔" in output
    assert under_marks(output) == ["五五千千"]


def test_a_report_without_its_texts_still_shows_the_figures() -> None:
    report = Report((), (CHANGE, OLD, NEW, THOUSANDS), (), (DISCREPANT,))
    assert under_marks(render(report)) == ["£40m", "£60m", "30%"]


WORDS = st.text(
    st.characters() | st.sampled_from("日e\u0301\u202e\x1b\u200b\n …\ud800"), max_size=30
)
LEGIBLE = st.text(st.sampled_from("日本ab 7,.\u0301"), max_size=300)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    words=st.lists(WORDS, min_size=10, max_size=10),
    body=LEGIBLE | WORDS,
    width=st.integers(1, 200),
    color=st.booleans(),
    status=st.sampled_from(["rival", "conflicting", "developing"]),
    verdict=st.sampled_from(["disputed", "discrepant", "implausible", "rounding", "unverified"]),
)
def test_no_text_steers_the_terminal_or_leaves_its_width(
    words: list[str], body: str, width: int, color: bool, status: str, verdict: str
) -> None:
    document = Document(
        words[0], body + "7" + body, words[1], words[2], words[3], words[4], words[5]
    )
    remark = Remark(words[6], 0, len(body), words[7])
    seven = replace(
        figure(document, "7"),
        value=Decimal(7),
        unit=words[8],
        per=words[9],
        attribution=Attribution(words[6], words[7], words[8]),
        stance="denied",
        remark=remark,
    )
    eight = replace(seven, id="b", value=Decimal(8), as_of=words[1], attribution=None)
    told = finding(
        verdict, seven, eight, message=words[2], explanation=words[3], label=words[4], rule=words[5]
    )
    claims = (claim(status, seven, eight, label=words[9]),)
    report = Report((document,), (seven, eight), claims, (told,))
    output = render(report, color=color, width=width, verbose=True)
    for line in stripped(output).split("\n"):
        assert cells(line) <= max(width, 40)
        assert not {unicodedata.category(char) for char in line} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_a_long_report_takes_time_in_proportion() -> None:
    def lines_run(count: int) -> int:
        body = "\n\n".join(f"There were {number} boats." for number in range(100, 100 + count))
        document = Document("a", body, path="a.txt", first_line=1)
        figures = [
            figure(document, str(number), value=number) for number in range(100, 100 + count)
        ]
        found = [finding("unverified", each, message=each.text) for each in figures]
        conflict = finding("discrepant", *figures)
        claims = (claim("conflicting", *figures), claim("rival", *figures))
        report = Report((document,), tuple(figures), claims, (conflict, *found))
        steps = 0

        def count_line(*_: object) -> None:
            nonlocal steps
            steps += 1

        sys.setprofile(count_line)
        try:
            render(report)
        finally:
            sys.setprofile(None)
        return steps

    assert lines_run(400) < 5 * lines_run(100)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“Sales rose from 40 to 60, up 30%.”", "“Sales rose from 40 to 60, up 30%.”"),
        (
            "“Sales rose from 40 to 60, up 30%,” she said.",
            "“Sales rose from 40 to 60, up 30%,” she",
        ),
        ("She said: “Sales rose from 40 to 60, up 30%.”", "“She said: “Sales rose from"),
        ('"Sales rose from 40 to 60, up 30%."', '“"Sales rose from 40 to 60, up 30%."”'),
    ],
)
def test_words_that_bring_their_quotation_marks_get_no_second_ones(words: str, shown: str) -> None:
    report = check([Document(id="a", text=words)])
    assert shown in render(report, "text", width=100)
