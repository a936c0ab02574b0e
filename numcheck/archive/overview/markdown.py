"""An overview as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from numcheck.archive.overview.records import Account, Dispute, Overview

__all__ = ["render"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render(overview: Overview) -> str:
    """The overview as Markdown."""
    parts = [
        "# Figures of an archive",
        overview.summary,
        "## Top disputes",
        *(_disputes(overview.disputes) or ["None."]),
        "## Unverified figures by outlet",
        _table(
            ("outlet", "documents", "figures", "findings", "unverified"),
            (
                (one.name or "(none named)", one.documents, one.figures, one.findings,
                 one.unverified)
                for one in overview.outlets
            ),
        ),
        "## Findings by rule",
        _table(
            ("rule", "family", "severity", "findings", "documents"),
            ((a.rule, a.family, a.severity, a.findings, a.documents) for a in overview.alarms),
        ),
        "## Developing counts",
        *(_disputes(overview.developing) or ["None."]),
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def _disputes(claims: Sequence[Dispute]) -> list[str]:
    parts = []
    for claim in claims:
        parts.append(
            f"### {_safe(claim.label)}: {claim.status}, {claim.figures:,} figures in "
            f"{claim.documents:,} documents"
        )
        parts.append("\n".join(f"- {_account(one)}" for one in claim.accounts))
    return parts


def _account(one: Account) -> str:
    words = [f"**{_safe(one.text)}**"]
    words += [f"({one.stance})"] if one.stance in ("denied", "unconfirmed", "hypothetical") else []
    where = ", ".join(_safe(word) for word in (one.voice, one.outlet, one.day) if word)
    return " ".join([*words, where, f"— {_safe(one.document)}"])


def _table(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = ["| " + " | ".join(names) + " |", "|" + " --- |" * len(names)]
    lines += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else _safe(str(value))


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
