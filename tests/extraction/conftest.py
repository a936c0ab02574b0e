"""Reading of short texts, as the tests of extraction want it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from numcheck.extraction import extract
from numcheck.model import Document, Figure

QUANTITIES = ("count", "money", "percent", "measure", "duration", "age", "multiplier")


def _figures(text: str) -> list[Figure]:
    return extract(Document(id="a", text=text))


@pytest.fixture(scope="session")
def figures() -> Callable[[str], list[Figure]]:
    """Text → its figures."""
    return _figures


@pytest.fixture(scope="session")
def quantities() -> Callable[[str], list[Figure]]:
    """Text → those of its figures that measure something."""
    return lambda text: [each for each in _figures(text) if each.kind in QUANTITIES]


@pytest.fixture(scope="session")
def only(figures: Callable[[str], list[Figure]]) -> Callable[[str], Figure]:
    """Text that holds exactly one figure → that figure."""

    def one(text: str) -> Figure:
        found = figures(text)
        assert 1 == len(found), [each.text for each in found]
        return found[0]

    return one
