"""The lines under a headline."""

from __future__ import annotations

import pytest

from numcheck.reading.datelines import Imprint, is_name, read_dateline


def imprint_of(line: str) -> Imprint | None:
    """What a line says, or that it is no dateline."""
    imprint = Imprint()
    return imprint if read_dateline(line, imprint) else None


@pytest.mark.parametrize(
    ("line", "imprint"),
    [
        ("Harbour Gazette — 3 May 2024", Imprint("Harbour Gazette", published="2024-05-03")),
        ("Harbour Gazette | 2024-05-03", Imprint("Harbour Gazette", published="2024-05-03")),
        ("3 May 2024 - The Pier Post", Imprint("The Pier Post", published="2024-05-03")),
        ("By Ann Writer", Imprint(author="Ann Writer")),
        ("Words by Ann Writer in Port Ellis", Imprint(author="Ann Writer")),
        (
            "By A. Writer, Harbour Gazette, 3 May 2024",
            Imprint("Harbour Gazette", "A. Writer", "2024-05-03"),
        ),
        (
            "Harbour Gazette - Friday 3 May 2024 - By Ann Writer",
            Imprint("Harbour Gazette", "Ann Writer", "2024-05-03"),
        ),
        (
            "Ann Writer, Harbour Gazette, 3 May 2024",
            Imprint("Harbour Gazette", "Ann Writer", "2024-05-03"),
        ),
        ("Published: 3 May 2024", Imprint(published="2024-05-03")),
        ("First published 3 May 2024", Imprint(published="2024-05-03")),
        ("Last updated: 2024-05-03 10:00 GMT", Imprint(updated="2024-05-03T10:00+00:00")),
        ("Source: Harbour Gazette", Imprint("Harbour Gazette")),
        ("URL: https://example.org/ferry", Imprint(url="https://example.org/ferry")),
        ("Headline: 12 more sailings", Imprint(title="12 more sailings")),
    ],
)
def test_a_dateline_says_who_and_when(line: str, imprint: Imprint) -> None:
    assert imprint == imprint_of(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Ferries",
        "Harbour Gazette",
        "By noon the queue had grown",
        "By Friday, 400 people were waiting",
        "By 3 May 2024, 40",
        "The ferry sank on 3 May 2024",
        "On 3 May 2024 the pier reopened",
        "Published: last week",
        "URL: the usual one",
        "Source: he said so himself, twice, on two different days.",
        "By " + "Ann " * 60,
    ],
)
def test_a_sentence_is_not_taken_for_a_dateline(line: str) -> None:
    assert imprint_of(line) is None


def test_the_first_date_given_counts() -> None:
    imprint = Imprint()
    read_dateline("3 May 2024", imprint)
    read_dateline("4 May 2024", imprint)
    assert "2024-05-03" == imprint.day


def test_the_outlet_counts_before_the_writer() -> None:
    assert ["Gazette", "Ann"] == [Imprint("Gazette", "Ann").outlet, Imprint(author="Ann").outlet]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bank of the North", True),
        ("Smith & Sons", True),
        ("O'Neill", True),
        ("the pier", False),
        ("12 40", False),
        ("", False),
        ("One Two Three Four Five Six Seven Eight", False),
    ],
)
def test_a_name_is_a_few_capitalised_words(words: str, expected: bool) -> None:
    assert expected is is_name(words)
