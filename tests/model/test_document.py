from __future__ import annotations

from numcheck.model import Document


def test_a_locator_holds_until_the_next_one() -> None:
    document = Document("a", "x" * 40, locators=((0, "page 1"), (10, "page 2"), (30, "page 3")))
    found = [document.locator(offset) for offset in (0, 9, 10, 29, 30, 40)]
    assert ["page 1", "page 1", "page 2", "page 2", "page 3", "page 3"] == found


def test_a_document_without_locators_says_nothing_of_places() -> None:
    assert Document("a", "x").locator(0) == ""


def test_text_before_the_first_locator_has_none() -> None:
    assert Document("a", "x" * 9, locators=((5, "page 2"),)).locator(4) == ""
