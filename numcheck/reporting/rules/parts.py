"""What the pages of a rule share: its sections, its examples, its place among the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numcheck.engine import Rule

__all__ = ["FAMILIES", "by_code", "sample", "sections", "severity"]

FAMILIES = {
    "A": "Agreement",
    "B": "Arithmetic",
    "C": "Units and currencies",
    "D": "Calendar",
    "E": "Ranks and records",
    "F": "Statistics",
    "G": "Tables",
    "H": "Plausibility and support",
}
"""What the letter of a family stands for."""


def sections(rule: Rule) -> list[tuple[str, str]]:
    """Headings and texts of a rule's documentation, without the empty ones."""
    named = (
        ("What it does", rule.docs.what),
        ("Why it matters", rule.docs.why),
        ("How it decides", rule.docs.how),
        ("Known limits", rule.docs.limits),
        ("References", "\n".join(rule.docs.references)),
    )
    return [(heading, body.strip()) for heading, body in named if body.strip()]


def sample(documents: Sequence[dict[str, Any]]) -> str:
    """An example on one line; a headline stands before its text, sources stand side by side."""
    parts = (
        " / ".join(part for part in (one.get("title", ""), one["text"]) if part)
        for one in documents
    )
    return " || ".join(" ".join(part.split()) for part in parts)


def severity(rule: Rule) -> str:
    """How grave its findings are, or that it does not run."""
    return rule.severity if rule.enabled else "off"


def by_code(rule: Rule) -> tuple[str, tuple[int, ...], str]:
    """Sorts B2 before B10."""
    digits = "".join(char if char.isdigit() else " " for char in rule.code)
    return rule.code[:1], tuple(map(int, digits.split())), rule.id
