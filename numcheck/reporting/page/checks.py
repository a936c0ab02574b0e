"""What the rules behind the findings do, for a reader who wants to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from numcheck.engine import load_rules
from numcheck.errors import RuleError
from numcheck.reporting.display import clean
from numcheck.reporting.page.records import Part

if TYPE_CHECKING:
    from numcheck.engine import Rule

__all__ = ["Check", "checks"]


@dataclass(frozen=True, slots=True)
class Check:
    """
    A rule that found something.

    Attributes:
        number: Running number on the page.
        family: Code of its family.
        name: Name of the rule.
        summary: What it reports; empty for a rule that nobody knows any more.
        told: ``(head, text)`` of what it does, why, how, and what it does not see.
        references: Where its numbers and methods come from.
    """

    number: int
    family: str
    name: str
    summary: str
    told: tuple[tuple[str, str], ...]
    references: tuple[str, ...]


def checks(parts: Sequence[Part], rules: Sequence[Rule] = ()) -> list[Check]:
    """The rules of some findings, by family and name.

    Args:
        parts: The findings.
        rules: The rules that were in force; the shipped ones where the caller names none.
    """
    known = {rule.id: rule for rule in rules or _shipped()}
    used = sorted({(part.family, part.rule) for part in parts})
    found = []
    for number, (family, name) in enumerate(used, 1):
        rule = known.get(name)
        docs = rule.docs if rule else None
        lines = (
            (("What", docs.what), ("Why", docs.why), ("How", docs.how), ("Limits", docs.limits))
            if docs
            else ()
        )
        found.append(
            Check(
                number=number,
                family=family,
                name=name,
                summary=clean(rule.summary) if rule else "",
                told=tuple((head, clean(text)) for head, text in lines if text),
                references=tuple(map(clean, docs.references)) if docs else (),
            )
        )
    return found


def _shipped() -> Sequence[Rule]:
    try:
        return load_rules().rules
    except RuleError:
        return ()  # a page without explanations is better than none
