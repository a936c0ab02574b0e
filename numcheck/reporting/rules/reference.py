"""The reference of rules: Markdown pages generated from the rules themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from numcheck.reporting.display import clean
from numcheck.reporting.rules.parts import FAMILIES, by_code, sample, sections, severity

if TYPE_CHECKING:
    from numcheck.engine import Rule

__all__ = ["reference"]

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$]")


def reference(rules: Sequence[Rule]) -> dict[str, str]:
    """
    The pages of the reference.

    Args:
        rules: The rules to describe.

    Returns:
        Name and content of each file: one for each letter of the families, and ``README.md``,
        which lists all rules.
    """
    ordered = sorted(rules, key=by_code)
    pages = {"README.md": _index(ordered)}
    for letter, group in groupby(ordered, key=lambda rule: rule.family[0]):
        name = FAMILIES.get(letter, "Rules of your own")
        heading = f"# {letter}: {name}\n\n[All rules](README.md)\n"
        pages[f"{letter}.md"] = "\n".join([heading, *map(_entry, group)])
    return pages


def _index(rules: Sequence[Rule]) -> str:
    lines = [
        "# The rules",
        "",
        "What numcheck checks. The first part of a code is the family, by which rules are selected",
        "and ignored; the readable name never changes. This reference is generated from the rules",
        "themselves (`numcheck rules docs --out docs/rules`), and `numcheck explain NAME` prints a",
        "rule's part of it.",
    ]
    for letter, group in groupby(rules, key=lambda rule: rule.family[0]):
        lines += ["", f"## {letter}: {FAMILIES.get(letter, 'Rules of your own')}", ""]
        lines += ["| code | rule | severity | what it reports |", "| --- | --- | --- | --- |"]
        for rule in group:
            link = f"[{rule.id}]({letter}.md#{rule.id})"
            lines.append(f"| {rule.code} | {link} | {severity(rule)} | {_plain(rule.summary)} |")
    return "\n".join(lines) + "\n"


def _entry(rule: Rule) -> str:
    parts = [
        f"## {rule.id}",
        f"{rule.code} · {severity(rule)} · {rule.verdict} · `{rule.path}`",
        f"**{_plain(rule.summary)}**",
    ]
    for heading, body in sections(rule):
        if heading == "References":
            parts.append("*References*\n\n" + _list(body.split("\n")))
        else:
            parts.append(f"*{heading}.* {_plain(' '.join(body.split()))}")
    if rule.parameters:
        told = (f"`{name}: {value}`" for name, value in rule.parameters.items())
        parts.append("*Parameters.* " + ", ".join(told))
    if rule.expect:
        parts.append(f"*Expects* `{rule.expect}`")
    for heading, flag in (("Reports", True), ("Is silent about", False)):
        texts = [sample(example.documents) for example in rule.examples if example.flag is flag]
        parts.append(f"{heading}\n\n" + _list(texts))
    return "\n\n".join(parts) + "\n"


def _list(texts: Sequence[str]) -> str:
    return "\n".join(f"- {_plain(text)}" for text in texts)


def _plain(text: str) -> str:
    """Text in which no character means anything to Markdown."""
    return _SPECIAL.sub(r"\\\g<0>", clean(text))
