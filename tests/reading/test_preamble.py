"""Headline and datelines of a text without markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.reading.datelines import Imprint
from numcheck.reading.preamble import is_headline, read_preamble

BODY = "The ferry firm will run 12 more sailings a week."
LONG = (
    f"{BODY} That makes 58 in all, it said, up from 46 last summer, when queues were long at noon."
)


def parted(text: str) -> tuple[str, str]:
    """Headline and body."""
    preamble = read_preamble(text, 0, Imprint())
    return preamble.title, text[preamble.end :]


@pytest.mark.parametrize(
    "text",
    [
        f"Twelve more sailings\n\n{BODY}",
        f"\n\n  Twelve more sailings\n\n\n{BODY}",
        f"Twelve more sailings\nHarbour Gazette | 3 May 2024\n{BODY}",
        f"Twelve more sailings\n\nHarbour Gazette | 3 May 2024\n\n{BODY}",
        f"Harbour Gazette | 3 May 2024\nTwelve more sailings\n\n{BODY}",
        f"Advertisement\n\nTwelve more sailings\n\n{BODY}",
        f"Headline: Twelve more sailings\nPublished: 3 May 2024\n\n{BODY}",
    ],
)
def test_the_headline_is_parted_from_the_body(text: str) -> None:
    assert ("Twelve more sailings", BODY) == parted(text)


def test_a_headline_directly_above_an_unbroken_paragraph_is_one() -> None:
    assert ("Twelve more sailings", LONG) == parted(f"Twelve more sailings\n{LONG}")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\n\nThat makes 58 in all.",
        "The ferry firm will run\n12 more sailings a week.",
        f"These are the routes:\n\n{BODY}",
        f"“Twelve more,” he said.”\n\n{BODY}",
        f"- twelve more sailings\n\n{BODY}",
        f"1. Twelve more sailings\n\n{BODY}",
        f"and twelve more sailings\n\n{BODY}",
        f"Route | Sailings\n\n{BODY}",
        f"{LONG} {LONG}\n\n{BODY}",
        f"12 – 58\n\n{BODY}",
    ],
)
def test_a_first_line_that_may_be_a_sentence_stays_in_the_body(text: str) -> None:
    assert ("", text) == parted(text)


def test_an_outlet_may_stand_above_its_date() -> None:
    imprint = Imprint()
    text = f"Twelve more sailings\n\nHarbour Gazette\n3 May 2024\n\n{BODY}"
    preamble = read_preamble(text, 0, imprint)
    assert (BODY, "Harbour Gazette", "2024-05-03") == (
        text[preamble.end :],
        imprint.source,
        imprint.published,
    )


def test_a_text_of_one_line_is_body() -> None:
    assert ("", "Twelve more sailings") == parted("Twelve more sailings\n"[:-1])


def test_a_text_of_headline_and_dateline_only_is_body() -> None:
    text = "Twelve more sailings\nHarbour Gazette | 3 May 2024"
    assert ("", text) == parted(text)


def test_a_headline_may_end_in_an_abbreviation_or_a_question_mark() -> None:
    assert is_headline("Ferries return to the U.S.", "")
    assert is_headline("Who pays for 12 ferries?", "")
    assert is_headline("iPhone tickets sell out", "")


def test_furniture_above_the_body_stays_to_be_marked() -> None:
    text = f"Share this article\n\n{LONG}"
    assert ("", text) == parted(text)


def test_a_known_headline_is_not_looked_for() -> None:
    text = f"Section heading\n\n{BODY}"
    preamble = read_preamble(text, 0, Imprint(), "Known")
    assert ("Known", text) == (preamble.title, text[preamble.end :])


@given(st.text(alphabet="Ab1.\n |—:", max_size=80))
def test_the_body_is_the_end_of_the_text(text: str) -> None:
    preamble = read_preamble(text, 0, Imprint())
    assert 0 <= preamble.end <= len(text)
    assert preamble.title in text
