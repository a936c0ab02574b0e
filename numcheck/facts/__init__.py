"""Reference figures: tables of them, and the figures of texts held against them.

>>> from numcheck import Document, analyse
>>> from numcheck.facts import facts_from_rows, judge
>>> table = facts_from_rows([{"measure": "population", "subject": "Harby", "value": "81,440"}])
>>> text = Document(id="a", text="Harby has a population of about 81,000.")
>>> [one.fact.value for one in judge(table, [analyse(text)]).verified.values()]
['81,440']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["Facts", "Judgement", "facts_from_rows", "judge", "load_facts"]

if TYPE_CHECKING:
    from numcheck.facts.judging import Judgement, judge
    from numcheck.facts.loading import facts_from_rows, load_facts
    from numcheck.facts.table import Facts

_HOMES = {
    "Facts": "table",
    "Judgement": "judging",
    "facts_from_rows": "loading",
    "judge": "judging",
    "load_facts": "loading",
}


def __getattr__(name: str) -> Any:
    """Import on first use: most checks have no table of facts."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
