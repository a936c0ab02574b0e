"""Which rules a selector means, and which of two selectors is the closer one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numcheck.engine import Rule

__all__ = ["closeness", "closest", "is_known", "matches", "names_of"]

_FAMILY = re.compile(r"([A-Z]+)(\d*)")
_ALL = "ALL"


def matches(selector: str, rule: Rule) -> bool:
    """Whether a selector means a rule.

    Args:
        selector: ``ALL``, letters of families (``B``), a family (``B4``), a code (``B4.1``), or
            a readable name.
        rule: The rule.
    """
    return closeness(selector, rule) >= 0


def closeness(selector: str, rule: Rule) -> int:
    """How closely a selector means a rule: 0 for ``ALL``, 4 for its name, -1 if not at all."""
    if selector == rule.id:
        return 4
    if selector == rule.code:
        return 3
    if selector == rule.family:
        return 2
    found = _FAMILY.fullmatch(rule.family)
    if found and selector == found[1]:
        return 1
    return 0 if selector == _ALL else -1


def closest(selectors: Iterable[str], rule: Rule) -> int:
    """The closeness of the closest of some selectors."""
    return max((closeness(selector, rule) for selector in selectors), default=-1)


def is_known(selector: str, rules: Sequence[Rule]) -> bool:
    """Whether a selector means any rule."""
    return any(matches(selector, rule) for rule in rules)


def names_of(rules: Sequence[Rule]) -> list[str]:
    """Everything that can be selected by."""
    families = dict.fromkeys(rule.family for rule in rules)
    letters = dict.fromkeys(_letters(family) for family in families)
    return [*(rule.id for rule in rules), *families, *letters, _ALL]


def _letters(family: str) -> str:
    found = _FAMILY.fullmatch(family)
    return found[1] if found else family
