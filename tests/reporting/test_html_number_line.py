from __future__ import annotations

from decimal import Decimal
from typing import Any

from numcheck.model import Attribution, Document, Figure, Report
from numcheck.reporting.page.number_line import Picture, picture
from numcheck.reporting.style import Style
from numcheck.reporting.terminal.view import View


def told(value: int | None, **attributes: Any) -> Figure:
    number = None if value is None else Decimal(value)
    known: dict[str, Any] = {"value": number, "low": number, "high": number, **attributes}
    for end in ("low", "high"):
        if known[end] is not None:
            known[end] = Decimal(known[end])
    text = str(value)
    return Figure(f"{text}{attributes}", "a", "text", 0, len(text), text, "count", **known)


def drawn(*figures: Figure) -> Picture:
    view = View(Report((Document("a", "", source="Post"),), figures, (), ()), Style())
    found = picture(view, figures)
    assert found is not None
    return found


def test_fewer_than_two_different_intervals_show_nothing() -> None:
    view = View(Report((), (), (), ()), Style())
    assert picture(view, ()) is None
    assert picture(view, (told(3), told(3))) is None


def test_a_number_is_a_dot_and_a_range_a_bar_with_ends() -> None:
    dot, bar = drawn(told(3), told(None, low=4, high=8, bound="range")).rows
    assert (dot.low, dot.high, dot.point) == ("", "", dot.left)
    assert (bar.low, bar.high, bar.point) == ("bar", "bar", None)


def test_no_end_is_an_arrow_at_the_edge() -> None:
    least, most = drawn(
        told(50, low=50, high=None, bound="at_least"), told(60, low=None, high=60, bound="at_most")
    ).rows
    assert (least.low, least.high, least.right) == ("", "arrow", "100%")
    assert (most.low, most.high, most.left) == ("arrow", "", "0%")
    assert (least.point, most.point) == (least.left, most.right)


def test_an_excluded_end_is_a_ring_without_a_dot() -> None:
    more, less = drawn(
        told(50, low=50, high=None, low_open=True, bound="more_than"),
        told(60, low=None, high=60, high_open=True, bound="less_than"),
    ).rows
    assert (more.low, more.point) == ("ring", None)
    assert (less.high, less.point) == ("ring", None)


def test_the_smallest_comes_first_and_lies_furthest_left() -> None:
    rows = drawn(told(900), told(100), told(500)).rows
    assert [row.reading for row in rows] == ["100", "500", "900"]
    places = [float(row.left.rstrip("%")) for row in rows]
    assert places == sorted(places)
    assert [row.y for row in rows] == sorted({row.y for row in rows})


def test_labels_on_the_axis_never_run_into_one_another() -> None:
    assert [tick.label for tick in drawn(told(100), told(101), told(900)).ticks] == [
        "0",
        "100",
        "900",
    ]


def test_labels_at_the_edges_stay_inside() -> None:
    ticks = drawn(told(100), told(1000)).ticks
    assert ticks[0].anchor == "start"
    wide = drawn(told(900_000_001), told(2_000_000_001)).ticks
    assert wide[-1].anchor == "end"


def test_a_wide_spread_is_drawn_by_ratios_and_says_so() -> None:
    assert drawn(told(2), told(90_000)).logarithmic
    assert not drawn(told(2), told(9)).logarithmic


def test_what_finds_no_room_is_counted() -> None:
    picture = drawn(*(told(value) for value in range(1, 41)))
    assert (len(picture.rows), len(picture.others)) == (24, 16)


def test_long_names_are_cut_for_a_phone_and_kept_for_a_screen() -> None:
    name = "The spokesman of the regional office for civil protection"
    row, _ = drawn(told(3, attribution=Attribution(name, "said")), told(5)).rows
    assert row.voice == name
    assert row.brief.endswith("…")


def test_the_picture_is_told_in_words() -> None:
    picture = drawn(told(3, attribution=Attribution("police", "said")), told(5))
    assert picture.alternative == "Number line, smallest first: 3, police; 5, Post."
