"""Records as JSON and back."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.inspection.plain import PlainError, from_plain, to_plain
from numcheck.model import Attribution, Document, Figure, Remark

TEXTS = st.text(st.characters() | st.sampled_from("\ud800\u2028\x00"), max_size=8)
NUMBERS = st.none() | st.decimals(allow_nan=False)
FIGURES = st.builds(
    Figure,
    id=TEXTS,
    document=TEXTS,
    field=st.sampled_from(["text", "title"]),
    start=st.integers(0, 9),
    end=st.integers(0, 9),
    text=TEXTS,
    kind=st.just("count"),
    value=NUMBERS,
    low=NUMBERS,
    high=NUMBERS,
    qualifiers=st.lists(TEXTS, max_size=3).map(tuple),
    attribution=st.none() | st.builds(Attribution, TEXTS, TEXTS, TEXTS, st.booleans()),
    remark=st.none() | st.builds(Remark, TEXTS, st.integers(), st.integers(), TEXTS),
    low_open=st.booleans(),
    furniture=st.booleans(),
)


@given(FIGURES)
def test_a_figure_comes_back_as_it_was(figure: Figure) -> None:
    back = from_plain(to_plain(figure))
    assert figure == back
    assert repr(figure) == repr(back)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | TEXTS | st.decimals(allow_nan=False),
        lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(TEXTS, inner),
        max_leaves=8,
    )
)
def test_any_nest_of_values_comes_back_as_it_was(value: Any) -> None:
    assert repr(value) == repr(from_plain(to_plain(value)))


def test_trailing_zeros_of_a_number_are_kept() -> None:
    assert "1.500" == str(from_plain(to_plain(Decimal("1.500"))))


def test_any_mapping_comes_back_as_a_dictionary() -> None:
    assert {"a": (1,)} == from_plain(to_plain(MappingProxyType({"a": (1,)})))


@pytest.mark.parametrize("value", [1.5, [1], {1, 2}, object(), Document(id="a", text="b")])
def test_what_would_not_come_back_is_refused(value: object) -> None:
    with pytest.raises(PlainError):
        to_plain((value,))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[" * 100_000,
        '{"@": "Document", "id": "a", "text": "b"}',
        '{"@": "Figure"}',
        '{"@": "Figure", "odd": 1}',
        '{"#": "twelve"}',
        '{"#": null}',
        '{"(": 5}',
        '{":": [1]}',
        '{"!": "os.system"}',
        '{"(": [], "#": "1"}',
    ],
)
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(PlainError):
        from_plain(text)
