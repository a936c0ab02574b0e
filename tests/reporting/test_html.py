from __future__ import annotations

import os
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model import Backing, Document, Fact, Figure, Finding, Report, Suppressed, Verified
from numcheck.reporting import render
from numcheck.reporting.page.visible import visible
from tests.reporting.pages import PAYLOADS, Page, bodies, filled
from tests.reporting.reports import (
    ABOUT,
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
    ROUNDING,
    SHIPPED,
    SIX,
    STAR,
    UNVERIFIED,
    claim,
    figure,
    finding,
)


def page(report: Report = FULL, **style: bool) -> str:
    return render(report, "html", **style)  # type: ignore[arg-type]


def section(source: str, name: str) -> str:
    """The part of a page under one heading."""
    start = source.index(f'aria-labelledby="h-{name}"')
    return source[start : source.index("</section>", start)]


def marked(source: str) -> list[tuple[str, str]]:
    """Status and text of every figure in the articles."""
    return re.findall(r'<button id="f\d+" class="([^"]*)">([^<]*)</button>', source)


# --- what it tells ---------------------------------------------------------------------------


def test_the_gravest_comes_first() -> None:
    badges = re.findall(r'<p class="badge (\w+)">', page())
    assert badges == ["disputed", "discrepant", "rival", "unverified", "rounding"]


def test_a_finding_tells_what_where_who_and_why() -> None:
    text = Page(section(page(replace(FULL, findings=(DISPUTED,))), "wrong")).text
    words = " ".join(text.split())
    assert "warning · A12 denied-figure foreign soldiers in the unit being formed" in words
    assert "The second source rejects the first one's figure." in words
    assert (
        "spoke of a unit of about 3,000 foreign troops that was being formed near the border. "
        "people close to the general staff The Morning Post 2024-05-02 read as ~3,000 (“about”) "
        "morning-post.txt:5" in words
    )
    assert "absolutely nowhere near that figure. an army source The Morning Post" in words
    assert "denies it morning-post.txt:7" in words
    assert words.endswith("Neither is confirmed in the text.")


def test_a_figure_in_a_passage_leads_to_the_one_in_the_article() -> None:
    source = page(replace(FULL, findings=(DISCREPANT,)))
    number = re.search(r'<button id="(f\d+)" class="\w+">30%', source)
    assert number is not None
    assert f'<a class="hit" href="#{number[1]}">30%</a>' in section(source, "wrong")


def test_a_subject_unknown_leaves_the_plain_sentence_as_the_heading() -> None:
    source = section(page(replace(FULL, findings=(replace(DISCREPANT, label=""),))), "wrong")
    assert "<h3>£40m to £60m is a rise of 50%, not 30%.</h3>" in source
    assert '<p class="message">' not in source


def test_every_finding_says_why_once() -> None:
    twice = replace(DISCREPANT, explanation=DISCREPANT.message)
    assert section(page(replace(FULL, findings=(twice,))), "wrong").count("is a rise of 50%") == 1


def test_a_finding_without_known_figures_is_still_told() -> None:
    lost = replace(UNVERIFIED, figures=("nobody#1",))
    source = page(Report((STAR,), (), (), (lost,)))
    assert "The next sentence says" in Page(section(source, "unverified")).text


def test_many_passages_are_cut_short() -> None:
    document = Document("a", "\n\n".join(f"There were {n} boats." for n in range(100, 150)))
    figures = tuple(figure(document, str(n), value=n) for n in range(100, 150))
    source = page(Report((document,), figures, (), (finding("discrepant", *figures),)))
    assert "… and 10 more passages" in source


def test_a_clean_report_says_so() -> None:
    source = page(CLEAN)
    assert "<h1>Nothing to remark</h1>" in source
    assert "Nothing is disputed, and no figure contradicts another." in source
    assert 'aria-labelledby="h-unverified"' not in source


@pytest.mark.parametrize(
    ("findings", "title"),
    [
        ((DISCREPANT,), "One thing here cannot be right"),
        ((DISCREPANT, replace(DISCREPANT, message="Another.")), "2 things here cannot be right"),
        ((DISPUTED,), "One figure here is disputed"),
        ((DISPUTED, replace(DISPUTED, message="Another.")), "2 figures here are disputed"),
        ((DISPUTED, DISCREPANT), "One thing cannot be right, one is disputed"),
        ((UNVERIFIED,), "Nothing contradicts itself; not everything is verified"),
        ((), "Nothing to remark"),
    ],
)
def test_the_title_says_what_awaits(findings: tuple[Finding, ...], title: str) -> None:
    assert f"<h1>{title}</h1>" in page(replace(FULL, findings=findings, claims=()))


def test_a_report_on_nothing_is_a_page() -> None:
    assert "Nothing to remark" in page(EMPTY)


def test_quiet_leaves_only_what_is_wrong() -> None:
    source = page(quiet=True)
    assert 'aria-labelledby="h-wrong"' in source
    for name in ("rivals", "developing", "unverified", "roundings"):
        assert f'aria-labelledby="h-{name}"' not in source


def test_rival_accounts_are_drawn_and_tabled() -> None:
    source = section(page(), "rivals")
    assert '<svg role="img" aria-label="Number line, smallest first: 1,500,' in source
    assert source.count('<circle class="dot"') == 3
    table = re.findall(r'<tr><th scope="row">([^<]*)</th>', source)
    assert table == ["nearly 10,000", "~3,000", "1,500"]


def test_numbers_that_developed_end_with_the_latest() -> None:
    first = figure(POST, "3,000", value=3000, low=3000, high=3000, bound="exact", hedge=None)
    report = Report((STAR, POST), (SHIPPED, first), (claim("developing", SHIPPED, first),), ())
    source = section(page(report), "developing")
    text = " ".join(Page(source).text.split())
    assert "Latest: 1,500 on 2024-05-03." in text
    assert text.index("2024-05-02") < text.rindex("2024-05-03")


def test_the_checks_behind_the_findings_are_explained() -> None:
    text = Page(section(page(), "checks")).text
    assert "B4 percent-change" in text
    assert "Recomputes a percentage change" in text
    assert "A check of your own" in text  # some-rule is not among the shipped ones


def test_a_source_is_named_as_one() -> None:
    report = replace(FULL, against=(STAR.id,))
    assert page(report).count("source, not checked itself") == 1


# --- the status of figures -------------------------------------------------------------------


def test_each_figure_has_the_gravest_status_that_anything_gives_it() -> None:
    assert {text: status for status, text in marked(page())} == {
        "Thousands": "plain",
        "10,000": "plain",
        "3,000": "disputed",
        "six": "unverified",
        "1,500": "plain",
        "£40m": "discrepant",
        "£60m": "discrepant",
        "30%": "discrepant",
    }


def test_a_finding_outweighs_an_agreement() -> None:
    report = replace(FULL, claims=(claim("agreed", NEARLY, ABOUT),))
    found = {text: status for status, text in marked(page(report))}
    assert (found["10,000"], found["3,000"]) == ("agreed", "disputed")


def test_what_a_source_says_too_is_supported() -> None:
    backings = (
        Backing(NEARLY, "supported", (SHIPPED,), "rounded"),
        Backing(SIX, "derivable", (OLD, NEW), "sum"),
        Backing(ABOUT, "unverified"),
    )
    source = page(Report((POST, STAR), FIGURES, (), (), against=(STAR.id,), backings=backings))
    found = {text: status for status, text in marked(source)}
    assert [found[text] for text in ("10,000", "six", "3,000")] == [
        "supported",
        "supported",
        "plain",
    ]
    text = Page(source).text
    assert "in the sources, rounded, evening-star.txt:1" in text
    assert "follows from the sources: £40m + £60m, evening-star.txt:2" in text


def test_one_figure_alone_agrees_with_nobody() -> None:
    found = marked(page(Report((POST, STAR), FIGURES, (claim("agreed", NEARLY),), ())))
    assert {status for status, _ in found} == {"plain"}


# --- the articles ----------------------------------------------------------------------------


def test_the_text_is_there_whole_with_every_figure_at_its_place() -> None:
    source = page()
    assert bodies(source) == [POST.text, STAR.text]
    for document, body in zip((POST, STAR), re.findall(_BODY, source, re.DOTALL), strict=True):
        figures = [each for each in FIGURES if (each.document, each.field) == (document.id, "text")]
        assert _offsets(body) == sorted((each.start, each.text) for each in figures)


_BODY = r'<div class="text body">(.*?)</div>'


def _offsets(body: str) -> list[tuple[int, str]]:
    """Where each button of an article begins once all markup is gone, and what it says."""
    found = []
    for match in re.finditer(r"<button[^>]*>(.*?)</button>", body, re.DOTALL):
        found.append((len(Page(body[: match.start()]).text), Page(match[1]).text))
    return found


def test_the_headline_has_its_figures_too() -> None:
    heading = re.search(r'<h3 id="t1"[^>]*>(.*?)</h3>', page())
    assert heading is not None
    assert marked(heading[1]) == [("plain", "Thousands")]
    assert Page(heading[1]).text == POST.title


def test_figures_of_the_page_around_are_dimmed() -> None:
    document = Document("a", "Join 40 readers. Then 12 boats.", furniture=((0, 16),))
    figures = (
        figure(document, "40", value=40, furniture=True),
        figure(document, "12", value=12),
    )
    source = page(Report((document,), figures, (), ()))
    assert '<span class="dim">Join </span><button id="f1" class="plain dim">40</button>' in source
    assert '<button id="f2" class="plain">12</button>' in source


def test_a_figure_without_its_text_is_left_out_of_the_text_and_kept_in_the_table() -> None:
    figures = (replace(SIX, start=10_000, end=10_003),)
    source = page(Report((POST,), figures, (), ()))
    assert marked(source) == []
    assert '<tr id="r1" class="plain">' in source


def test_the_address_of_publication_is_a_link_only_on_the_web() -> None:
    web = replace(POST, url="https://post.example/a?b=1&c")
    assert 'href="https://post.example/a?b=1&amp;c" rel="noreferrer noopener"' in page(
        replace(CLEAN, documents=(web, STAR))
    )
    for url in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://a b"):
        assert "as published" not in page(replace(CLEAN, documents=(replace(POST, url=url), STAR)))


def test_a_table_tells_what_is_known_of_each_figure() -> None:
    known = replace(
        ABOUT, counted="soldier", qualifiers=("foreign",), as_of="since May", trend="up"
    )
    source = page(Report((POST,), (known,), (), ()))
    (row,) = re.findall(r'<tr id="r1"[^>]*>(.*)\n', source)
    assert [Page(cell).text for cell in row.split("<td>")[1:]] == [
        "3,000",
        "~3,000 (2,900–3,100)",
        "count",
        "foreign soldier",
        "people close to the general staff",
        "hedged “about”; denied by an army source: “absolutely nowhere near”; "
        "as of “since May”; going up",
    ]


def fact(link: str) -> Fact:
    return Fact(
        "strength", ("The force",), NEARLY, "9,800", when="2024", source="Yearbook", link=link
    )


def test_a_verified_figure_leads_to_its_reference() -> None:
    known = {NEARLY.id: Verified(fact("https://yearbook.example/9"), "Yearbook")}
    source = page(replace(CLEAN, verified=known))
    assert ("verified", "10,000") in marked(source)
    link = (
        '<a href="https://yearbook.example/9" rel="noreferrer noopener">'
        "The force: strength 9,800 (2024), Yearbook</a>"
    )
    assert link in section(source, "verified")
    assert f"verified by {link}" in source


def test_a_reference_without_an_address_of_the_web_is_no_link() -> None:
    known = {NEARLY.id: Verified(fact("javascript:alert(1)"))}
    source = page(replace(CLEAN, verified=known))
    assert "The force: strength 9,800 (2024), Yearbook" in section(source, "verified")
    assert "javascript:" not in source


@pytest.mark.parametrize(
    ("how", "told"),
    [("baseline", "Known to the baseline"), ("comment", "Silenced by a comment in the text: seen")],
)
def test_what_is_not_to_be_told_is_marked_and_not_hidden(how: Any, told: str) -> None:
    reason = "seen" if how == "comment" else ""
    report = replace(CLEAN, suppressed=(Suppressed(DISCREPANT, how, reason),))
    source = page(report)
    assert "<h1>Nothing to remark</h1>" in source
    text = " ".join(Page(section(source, "silenced")).text.split())
    assert "Discrepant, not told B4 percent-change percentage change in quarterly sales" in text
    assert text.endswith(told)
    assert ("plain", "30%") in marked(source)


# --- safety ----------------------------------------------------------------------------------

_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


def test_nothing_but_the_one_style_and_the_one_script_may_run() -> None:
    source = page()
    policy = _POLICY.search(source)
    assert policy is not None
    (style,) = re.findall(r"<style>(.*?)</style>", source, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", source, re.DOTALL)
    assert policy[1] == (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def test_nothing_is_loaded_and_nothing_is_styled_or_handled_in_line() -> None:
    parsed = Page(page())
    for tag, name, value in parsed.attributes:
        assert not name.startswith("on")
        assert name not in {"style", "src", "srcset", "action", "formaction", "data"}
        if name in {"href", "xlink:href"}:
            assert value.startswith("#"), (tag, value)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_field_can_add_an_element_or_an_attribute(payload: str) -> None:
    harmless = Page(page(filled("x harmless words")))
    assert Page(page(filled(f"x {payload}"))).shape == harmless.shape


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_was_written_is_shown_as_it_was_written(payload: str) -> None:
    words = f"x {payload}"
    assert visible(POST.text.rstrip() + f" {words}") in Page(page(filled(words))).text


def test_nothing_that_steers_a_reader_gets_through() -> None:
    source = page(filled(f"x {PAYLOADS[-1]} {PAYLOADS[-2]} {PAYLOADS[-4]}"))
    assert (
        re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", source)
        == []
    )
    source.encode()


# --- bytes -----------------------------------------------------------------------------------


def test_the_same_report_gives_the_same_bytes_in_every_process() -> None:
    code = (
        "from tests.reporting.reports import FULL; from numcheck.reporting import render;"
        "import sys; sys.stdout.buffer.write(render(FULL, 'html').encode())"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.getcwd()},
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1] == page().encode()


def test_a_page_is_not_much_larger_than_its_text() -> None:
    sentence = (
        "On that day the harbour master counted 1{:03} boats and 2{:03} sheds along the quay, and "
        "then he went home to sleep for a while. Nobody had asked him to, but he was a careful man "
        "who liked his work, and he wrote it all down in the book that his father had kept.\n\n"
    )
    text = "".join(sentence.format(n, n) for n in range(600))
    figures = tuple(
        Figure(f"a#{number}", "a", "text", match.start(), match.end(), match[0], "count",
               Decimal(match[0]), counted="boat")
        for number, match in enumerate(re.finditer(r"\d+", text))
    )  # fmt: skip
    document = Document("a", text, path="boats.txt", first_line=1)
    assert len(page(Report((document,), figures, (), ())).encode()) <= 3 * len(text) + 60_000


# --- any text --------------------------------------------------------------------------------


@given(st.text(), st.text(), st.data())
def test_any_text_comes_through_whole(text: str, title: str, data: st.DataObject) -> None:
    document = Document("a", text, title)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if text[a:b].strip()]
    furniture = data.draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 40)), max_size=3))
    figures = tuple(
        Figure(f"a#{start}", "a", "text", start, end, text[start:end], "count", Decimal(1))
        for start, end in spans
    )
    source = page(Report((replace(document, furniture=tuple(furniture)),), figures, (), ()))
    assert bodies(source) == [visible(text)]
    source.encode()


@given(st.text())
def test_making_visible_keeps_every_offset(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert "\r" not in shown
    assert visible(shown) == shown


def test_carriage_returns_do_not_move_what_follows() -> None:
    assert visible("a\r\nb\rc") == "a \nb\nc"


def test_findings_of_one_claim_stand_together() -> None:
    document = Document("a", "There were 41 boats, 55 boats or 70 boats.")
    one, two, three = (figure(document, text, value=int(text)) for text in ("41", "55", "70"))
    pairs = [finding("discrepant", a, b, label="boats") for a, b in ((one, two), (two, three))]
    report = Report((document,), (one, two, three), (claim("conflicting", one, two, three),),
                    (replace(pairs[0], message="41 is not 55."),
                     replace(pairs[1], message="55 is not 70.")))  # fmt: skip
    source = section(page(report), "wrong")
    assert source.count("<article") == 1
    assert re.findall(r'<p class="message">([^<]*)', source) == ["41 is not 55.", "55 is not 70."]


def test_roundings_are_told_last_as_no_errors() -> None:
    text = Page(section(page(replace(FULL, findings=(ROUNDING,))), "roundings")).text
    assert "none is an error" in text
    assert "Only roughly equal." in text
