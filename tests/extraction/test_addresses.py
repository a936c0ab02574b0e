"""House numbers, post codes and telephone numbers."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "slice_"),
    [
        ("Call +44 20 7946 0958 now.", "+44 20 7946 0958"),
        ("Call 020 7946 0958 now.", "020 7946 0958"),
        ("Call 555-0199 now.", "555-0199"),
        ("Call 555-123-0199 now.", "555-123-0199"),
        ("Agent 007 called.", "007"),
        ("She lives at 49 Old Mill Road there.", "49"),
        ("She lives at 9-11 Old Mill Road there.", "9-11"),
        ("She lives at 12 Rue Verte there.", "12"),
        ("They moved to IL 60611 then.", "60611"),
        ("They moved to the 60611 ZIP code.", "60611"),
    ],
)
def test_numbers_to_find_people_by_are_identifiers(figures, text, slice_):
    found = figures(text)[0]
    assert ("identifier", slice_) == (found.kind, found.text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It grew +4 a year.", 4),
        ("They drove 49 Old cars.", 49),
        ("They drove 49 cars.", 49),
        ("They drove 60611 miles.", 60611),
        ("There were 555 men.", 555),
        ("They have 12 Old Mill cars, roads.", 12),
    ],
)
def test_other_numbers_count(quantities, text, value):
    assert value == quantities(text)[0].value
