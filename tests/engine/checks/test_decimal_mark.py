"""A number with and without its decimal mark."""

from __future__ import annotations

from numcheck import Document, check


def slips(text: str) -> list[str]:
    found = check([Document(id="a", text=text)]).findings
    return [finding.message for finding in found if finding.family == "C4"]


def test_a_lost_decimal_comma_is_reported() -> None:
    text = "The tender asks 4,25 euros a brick. The English version says 425 euros a brick."
    assert 1 == len(slips(text))
    assert "a decimal mark may be lost" in slips(text)[0]


def test_amounts_far_apart_are_left_alone() -> None:
    between = "The mayor spoke. The band played. Rain fell. Nobody minded. "
    assert [] == slips(f"A brick costs 4,25 euros. {between}The vase cost 425 euros.")


def test_a_number_that_stands_in_both_forms_twice_is_a_choice() -> None:
    text = "It costs 4,25 euros. It is 425 euros. Again 4,25 euros, and 425 euros once more."
    assert [] == slips(text)


def test_a_product_in_the_text_explains_the_ratio() -> None:
    assert [] == slips("A brick costs €4.25. The 100 bricks came to €425.")
