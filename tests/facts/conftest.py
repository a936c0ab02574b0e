"""Short ways to a table and to what it says of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from numcheck import Document, analyse
from numcheck.facts import facts_from_rows, judge


@pytest.fixture
def held() -> Callable[..., str]:
    """What one fact, or several, say of the only figure in a text that they speak of."""

    def held(rows: dict[str, str] | list[dict[str, str]], text: str, published: str = "") -> str:
        table = facts_from_rows(rows if isinstance(rows, list) else [rows])
        document = Document(id="a", text=text, published=published)
        judgement = judge(table, [analyse(document)])
        if judgement.contradicted:
            assert not judgement.verified
            return "contradicted"
        return "verified" if judgement.verified else "silent"

    return held


@pytest.fixture
def fact() -> Callable[..., dict[str, str]]:
    """A row of a table."""

    def fact(measure: str, subject: str, value: str, **others: str) -> dict[str, str]:
        return {"measure": measure, "subject": subject, "value": value, **others}

    return fact
