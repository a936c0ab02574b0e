from __future__ import annotations

from decimal import Decimal
from typing import Any

from numcheck.model import Attribution, Document, Figure, Report
from numcheck.reporting.style import Style
from numcheck.reporting.terminal.picture import picture
from numcheck.reporting.terminal.view import View
from tests.reporting.reports import ABOUT, CHANGE, NEARLY, SHIPPED, THOUSANDS


def drawn(*figures: Figure, width: int = 100) -> list[str]:
    documents = tuple(Document(name, "", source=f"Outlet {name}") for name in ("a", "b"))
    view = View(Report(documents, figures, (), ()), Style(width=width))
    return [line.text for line in picture(view, figures, "bad")]


def told(number: int, document: str = "a", **attributes: Any) -> Figure:
    value = Decimal(number)
    known = {"value": value, "low": value, "high": value, **attributes}
    return Figure(str(number), document, "text", 0, 1, str(number), "count", **known)


def test_each_interval_has_a_line_smallest_first() -> None:
    lines = drawn(NEARLY, ABOUT, SHIPPED)
    assert [line.split("  ")[1] for line in lines[:3]] == ["1,500", "~3,000", "nearly 10,000"]


def test_voices_that_agree_share_a_line() -> None:
    lines = drawn(told(5), told(5, "b"), told(9))
    assert lines[0].endswith("  Outlet a, Outlet b")
    assert len(lines) == 3


def test_one_interval_alone_is_not_drawn() -> None:
    assert drawn(told(5), told(5, "b")) == []


def test_numbers_in_other_units_are_left_out() -> None:
    assert drawn(told(5), CHANGE) == []


def test_identifiers_are_no_numbers_to_draw() -> None:
    code = Figure("x", "a", "text", 0, 1, "KN-23", "identifier", value=Decimal(23))
    assert drawn(code, code) == []


def test_an_open_vague_word_would_show_nothing() -> None:
    number = told(2, high=None, value=None, bound="vague")
    assert drawn(number, told(9)) == []
    assert len(drawn(THOUSANDS, told(9))) == 3


def test_a_bound_without_an_interval_is_drawn_at_its_number() -> None:
    assert len(drawn(told(5, low=None, high=None, bound="approximate"), told(9))) == 3


def test_a_logarithmic_scale_says_so() -> None:
    assert drawn(told(1), told(1000))[-1].endswith("(logarithmic)")


def test_voices_give_way_on_a_narrow_terminal() -> None:
    long = Attribution("the ministry of the interior", "said")
    lines = drawn(told(5, attribution=long), told(9), width=40)
    assert max(map(len, lines)) <= 40
    assert "ministry" not in "".join(lines)


def test_many_voices_are_cut_short() -> None:
    lines = drawn(*(told(number) for number in range(100, 113)))
    assert len(lines) == 12
    assert lines[-2].strip() == "… and 3 more"
