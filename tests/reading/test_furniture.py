"""Paragraphs that belong to the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.reading.furniture import find_furniture, is_furniture


def marked(text: str) -> list[str]:
    """The paragraphs of a text that are furniture."""
    return [text[start:end] for start, end in find_furniture(text)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Advertisement",
        "Close Read more Close",
        "Share | Print | Email",
        "READ MORE:",
        "Read more: seven piers to see in 2024",
        "© 2024 Harbour Gazette",
        "Copyright 2024 Harbour Gazette. All rights reserved.",
        "Sign up to our free weekly newsletter and join 40,000 readers.",
        "Subscribe today and get 30% off our newsletter.",
        "Your support helps us to send our reporters to 14 harbours.",
        "The Gazette is trusted by 3 million readers a month.",
        "We use cookies and share data with 812 partners.",
        "Good journalism costs money. Support our newsroom with £5 a month.",
        "You have 3 free articles left. Become a subscriber and support independent journalism.",
        "You can’t unsubscribe at any time? You can unsubscribe at any time.",
    ],
)
def test_furniture_is_known_by_its_phrases(paragraph: str) -> None:
    assert is_furniture(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        "Advertisement spending rose by 4% to £30m.",
        "Shares in the firm fell 4%.",
        "People read more books last year: 14 each.",
        "The state spread more money, £30m, over three years.",
        "Sign-ups for the army rose by 40% in May.",
        "The republic hopes to become a member of the alliance by 2030.",
        "The paper, which put up a paywall in 2019, lost 40,000 readers.",
        "“Thank you for your support,” she told 3,000 voters.",
        "Closer ties cost 5m euros.",
        "Watching 12 ferries is a pastime here.",
    ],
)
def test_an_article_about_such_things_is_no_furniture(paragraph: str) -> None:
    assert not is_furniture(paragraph)


def test_only_the_paragraph_with_the_phrase_is_marked() -> None:
    text = "Fares rose 5%.\n\nAdvertisement\n\nIt carries 900 people.\n\nShare this article\n"
    assert ["Advertisement", "Share this article"] == marked(text)


def test_lines_are_paragraphs_where_they_are_not_broken_to_fit() -> None:
    long = (
        "The firm said that fares will rise by 5% in June, and by 2% in each of the years to 2027. "
    )
    assert ["Read more"] == marked(f"{long * 2}\nRead more\n{long * 2}")


def test_a_broken_line_is_no_paragraph_of_its_own() -> None:
    assert [] == marked("The plan is to\nshare\nthe cost of 5m euros among two towns.")


def test_a_long_paragraph_that_begins_like_furniture_is_not() -> None:
    sentence = "Fares rose by 5%, and by 2% more in June, as more people came to the pier at noon. "
    assert [] == marked(f"Watch: {sentence * 3}")


def test_letters_that_grow_in_lower_case_do_not_shift_the_spans() -> None:
    assert ["Advertisement"] == marked("İİİİ sold 5.\n\nAdvertisement\n\nİ.")


@given(st.lists(st.sampled_from(["Advertisement", "Read more", "Fares 5%.", "İx", "", " "])))
def test_spans_are_in_order_and_apart(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    last = 0
    for start, end in find_furniture(text):
        assert last <= start < end <= len(text)
        assert text[start:end] in {"Advertisement", "Read more"}
        last = end
