"""House style: how dates and decimals are written, and whether spans count both their ends."""

from __future__ import annotations

from typing import Any

from numcheck import vocabulary
from numcheck.configuration.settings import RuleChange, Setting
from numcheck.configuration.source import ConfigSource, hint
from numcheck.extraction.style import DECIMALS, ORDERS

__all__ = ["read_style"]

_INCLUSIVE_RULE = ("dates-and-duration", "parameters.counting")
_KEYS = ("locale", "dates", "decimal", "inclusive-dates")


def read_style(
    source: ConfigSource, given: Any
) -> tuple[dict[str, Setting[str]], list[RuleChange]]:
    """What the table ``style`` of a configuration says.

    Args:
        source: The file; takes the complaints.
        given: The table.

    Returns:
        Order of dates and decimal mark, as far as they are set, and what changes in rules.
    """
    if not isinstance(given, dict):
        source.complain("'style' takes matters of style with a choice each", ("style",))
        return {}, []
    found: dict[str, Setting[str]] = {}
    changes: list[RuleChange] = []
    if "locale" in given:
        found |= _of_locale(source, given["locale"])
    for name, choice in given.items():
        path = ("style", name)
        if name not in _KEYS:
            source.complain(f"unknown key {name!r}{hint(str(name), _KEYS)}", path)
        elif name == "inclusive-dates":
            changes += _inclusive(source, choice)
        elif name != "locale":
            choices = ORDERS if name == "dates" else DECIMALS
            if choice in choices:
                found[name] = Setting(choice, source.origin(path))
            else:
                meant = hint(choice, choices) if isinstance(choice, str) else ""
                problem = f"{choice!r} is none of {', '.join(choices)}"
                source.complain(problem + (meant if "mean" in meant else ""), path)
    return found, changes


def _of_locale(source: ConfigSource, choice: Any) -> dict[str, Setting[str]]:
    path = ("style", "locale")
    known = {name: (dates, mark) for name, dates, mark in vocabulary.table("locales", 3)}
    if not isinstance(choice, str) or choice not in known:
        meant = hint(choice, known) if isinstance(choice, str) else ""
        told = meant or f"; known: {', '.join(known)}"
        source.complain(f"no locale is called {choice!r}{told}", path)
        return {}
    origin = f"{source.origin(path)} ({choice})"
    dates, mark = known[choice]
    return {"dates": Setting(dates, origin), "decimal": Setting(mark, origin)}


def _inclusive(source: ConfigSource, choice: Any) -> list[RuleChange]:
    path = ("style", "inclusive-dates")
    if not isinstance(choice, bool):
        source.complain("'inclusive-dates' is true or false", path)
        return []
    counting = "inclusive" if choice else "exclusive"
    selector, parameter = _INCLUSIVE_RULE
    return [RuleChange(selector, parameter, counting, source.origin(path), path)]
