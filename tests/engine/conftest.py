from __future__ import annotations

from decimal import Decimal

import pytest

from numcheck.model import Figure


def _figure(text, kind="count", **more):
    digits = "".join(letter for letter in text if letter.isdigit() or letter == ".")
    value = more.pop("value", digits or None)
    number = None if value is None else Decimal(str(value))
    given = {
        "id": f"a#{text}", "document": "a", "field": "text", "start": 0, "end": len(text),
        "value": number, "low": number, "high": number, "resolution": Decimal(1),
    }  # fmt: skip
    given |= more
    return Figure(text=text, kind=kind, **given)


@pytest.fixture(name="figure")
def make_figure():
    """Makes a figure from its text, with what else a test says of it."""
    return _figure
