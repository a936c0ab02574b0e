"""What a house's style decides about dates and decimals."""

import pytest

from numcheck import Document
from numcheck.extraction import analyse
from numcheck.extraction.style import IN_FORCE, Style

DAYS, MONTHS, COMMA = Style("day-first"), Style("month-first"), Style(decimal="comma")


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("03/04/2025", None, "2025"),
        ("03/04/2025", DAYS, "2025-04-03"),
        ("03/04/2025", MONTHS, "2025-03-04"),
        ("13/04/2025", MONTHS, "2025-04-13"),
        ("04/13/2025", DAYS, "2025-04-13"),
        ("2025-03-04", DAYS, "2025-03-04"),
    ],
)
def test_the_order_of_a_date_is_asked_only_where_the_date_does_not_tell(text, style, expected):
    [figure] = analyse(Document(id="a", text=f"It opened on {text}."), style).figures
    assert expected == figure.iso


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("1.250", None, "1.250"),
        ("1.250", COMMA, "1250"),
        ("3,500", None, "3500"),
        ("3,500", COMMA, "3.500"),
        ("1.234,5", None, "1234.5"),
        ("1,234.5", COMMA, "1234.5"),
        ("1.234.567", COMMA, "1234567"),
        ("12.5", COMMA, "12.5"),
    ],
)
def test_the_decimal_mark_is_asked_only_where_the_number_does_not_tell(text, style, expected):
    [figure] = analyse(Document(id="a", text=f"They sold {text} litres."), style).figures
    assert expected == str(figure.value)


def test_a_style_is_in_force_for_its_own_document_only():
    analyse(Document(id="a", text="It opened on 03/04/2025."), DAYS)
    assert Style() == IN_FORCE.get()
