"""One rule as it reads on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from numcheck.reporting.display import wrap
from numcheck.reporting.rules.parts import sample, sections, severity

if TYPE_CHECKING:
    from numcheck.engine import Rule

__all__ = ["rule_page"]

_INDENT = "  "


def rule_page(rule: Rule, width: int) -> list[str]:
    """The lines of a rule's page.

    Args:
        rule: The rule.
        width: Columns to fill.
    """
    lines = [
        f"{rule.code}  {rule.id}",
        rule.summary,
        "",
        f"severity  {severity(rule)}",
        f"verdict   {rule.verdict}",
        f"file      {rule.path}",
    ]
    for heading, body in sections(rule):
        lines += ["", heading]
        for line in body.split("\n"):
            lines += [_INDENT + one for one in wrap(line.strip(), width - len(_INDENT))]
    if rule.patterns:
        lines += ["", "Patterns", *(f"{_INDENT}{pattern.text}" for pattern in rule.patterns)]
    if rule.expect:
        lines += ["", "Expects", f"{_INDENT}{rule.expect}"]
    if rule.parameters:
        told = (f"{_INDENT}{name}: {value}" for name, value in rule.parameters.items())
        lines += ["", "Parameters", *told]
    for heading, flag in (("Reports", True), ("Is silent about", False)):
        texts = [sample(example.documents) for example in rule.examples if example.flag is flag]
        if texts:
            lines += ["", heading, *(f"{_INDENT}{text}" for text in texts)]
    return lines
