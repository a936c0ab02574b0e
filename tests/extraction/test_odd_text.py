"""Text that is no article: found in the wild, and once the end of a run."""

from __future__ import annotations

import pytest

from numcheck import check
from numcheck.model import Document


@pytest.mark.parametrize(
    "text",
    [
        "Write to 2fast4me@example.com or 0x19951125@example.org.",
        "The clean-up in 2.8 removes a ton of wasted",
        "This removes a ton of wasted\n\nIt saved 40 hours, which this said, of wasted",
        "He said 5 of this removes a ton of wasted, saying 6",
        "Row 12345678901234567890123456789012345 of 5",
    ],
)
def test_odd_text_is_checked_like_any_other(text: str) -> None:
    report = check([Document(id="a", text=text)])
    for figure in report.figures:
        assert figure.text == text[figure.start : figure.end]


def test_digits_of_a_mail_address_are_no_quantity() -> None:
    report = check([Document(id="a", text="Write to 5ferries@example.com today.")])
    assert [] == [figure.text for figure in report.figures if figure.kind == "count"]
