from decimal import Decimal

import pytest

from numcheck.engine.publication import document_values, published_order
from numcheck.model import Document
from numcheck.model.interval import Interval


def documents(**published):
    return {
        name: Document(id=name, text="", published=stamp, source=f"The {name}")
        for name, stamp in published.items()
    }


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2024-10-24", "2024-10-25", -1),
        ("2024-10-25", "2024-10-24", 1),
        ("2024-10-25", "2024-10-25", 0),
        ("2024-10-25T09:00", "2024-10-25T14:30", -1),
        ("2024-10-25T09:00", "2024-10-25", 0),
        ("2024-10-25T09:00Z", "2024-10-25T10:30+02:00", 1),
        ("2024-10-25T09:00Z", "2024-10-25T10:30", 0),
        ("2024-10", "2024-10-25", 0),
        ("2024-09", "2024-10-25", -1),
        ("", "2024-10-25", 0),
        ("2024-10-25 at noon", "2024-10-26", -1),
    ],
)
def test_what_came_out_first_is_said_only_where_it_is_sure(first, second, expected):
    both = documents(a=first, b=second)
    assert expected == published_order(both["a"], both["b"])


def test_a_document_that_is_not_there_has_no_place_in_time():
    assert 0 == published_order(None, documents(b="2024-10-25")["b"])


def test_a_date_is_a_number_of_days_and_an_outlet_a_text(figure):
    values = document_values(
        [("a", "published"), ("a", "outlet")],
        {"a": figure("3", document="post")},
        documents(post="1970-01-01"),
    )
    assert {"a.published", "a.outlet"} == set(values)
    assert Interval.point(Decimal(719163)) == values["a.published"].interval
    assert "The post" == values["a.outlet"]


def test_what_a_document_does_not_say_is_left_out(figure):
    asked = [("a", "published"), ("b", "published"), ("c", "outlet")]
    captured = {"a": figure("3", document="post"), "b": figure("4", document="gone")}
    assert {} == document_values(asked, captured, documents(post=""))
