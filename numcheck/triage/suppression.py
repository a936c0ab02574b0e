"""Findings that somebody has asked not to be told, set apart."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from numcheck.configuration import Settings
from numcheck.configuration.selection import closest, is_known, matches, names_of
from numcheck.configuration.source import hint
from numcheck.model import Document, Figure, Finding, Report, Suppressed
from numcheck.reading.limits import Limits
from numcheck.triage.orders import Order, orders_of
from numcheck.triage.sidecar import sidecar_orders

if TYPE_CHECKING:
    from numcheck.engine import Rule

__all__ = ["suppress"]


def suppress(
    report: Report, rules: Sequence[Rule], settings: Settings | None = None
) -> tuple[Report, list[str]]:
    """The report without what comments, sidecar files and the configuration silence.

    Args:
        report: What was found.
        rules: All rules that there are, by which families and names are told.
        settings: The configuration, for its ``per-file-ignores``.

    Returns:
        The report, with the silenced findings apart, and a line for each wish that silences
        nothing or names a rule that there is not.

    Raises:
        ConfigError: A sidecar file cannot be used.
    """
    notes: list[str] = []
    sources = frozenset(report.against)
    orders: list[Order] = []
    by_file: dict[str, list[Document]] = {}
    for document in report.documents:
        if document.id not in sources:
            orders += orders_of(document, notes)
            by_file.setdefault(document.path, []).append(document)
    chosen = settings or Settings()
    limits = Limits(**chosen.limits.value)
    for documents in by_file.values():
        orders += sidecar_orders(documents, notes, limits.yaml_bytes)
    work = _Suppression(report, {rule.id: rule for rule in rules}, chosen, orders)
    told, silent = work.parted()
    notes += work.unknown(rules)
    notes += [
        f"{order.place}: {order.words} silences nothing; remove it"
        for number, order in enumerate(orders)
        if number not in work.used and number not in work.mistaken and work.runs(order)
    ]
    if not silent:
        return report, notes
    kept = replace(report, findings=tuple(told), suppressed=(*report.suppressed, *silent))
    return kept, notes


@dataclass
class _Suppression:
    report: Report
    rules: dict[str, Rule]
    settings: Settings
    orders: list[Order]
    used: set[int] = field(default_factory=set)
    mistaken: set[int] = field(default_factory=set)

    def parted(self) -> tuple[list[Finding], list[Suppressed]]:
        """What to tell, and what not."""
        if not self.orders and not self.settings.per_file_ignores.value:
            return list(self.report.findings), []
        figures = {figure.id: figure for figure in self.report.figures}
        told: list[Finding] = []
        silent: list[Suppressed] = []
        for finding in self.report.findings:
            known = [figures[name] for name in finding.figures if name in figures]
            answer = self.answer(finding, known)
            if answer is None:
                told.append(finding)
            else:
                silent.append(answer)
        return told, silent

    def answer(self, finding: Finding, figures: Sequence[Figure]) -> Suppressed | None:
        fitting = [
            number
            for number, order in enumerate(self.orders)
            if self.speaks_of(order.selectors, finding)
            and any(order.covers(one.document, one.field, one.start) for one in figures)
        ]
        self.used.update(fitting)
        if fitting:
            first = self.orders[fitting[0]]
            return Suppressed(finding, first.how, first.reason)
        if figures and self.ignored_in(figures[0].document, finding):
            return Suppressed(finding, "configuration", "per-file-ignores")
        return None

    def speaks_of(self, selectors: Sequence[str], finding: Finding) -> bool:
        rule = self.rules.get(finding.rule)
        if not selectors:
            return True
        return rule is not None and any(matches(selector, rule) for selector in selectors)

    def runs(self, order: Order) -> bool:
        """Whether any rule that it silences is in force."""
        return any(
            rule.enabled and (not order.selectors or closest(order.selectors, rule) >= 0)
            for rule in self.rules.values()
        )

    def ignored_in(self, document_id: str, finding: Finding) -> bool:
        rows = self.settings.per_file_ignores.value
        if not rows:
            return False
        document = next(one for one in self.report.documents if one.id == document_id)
        path = os.path.abspath(document.path or document.id)
        name = os.path.relpath(path, self.settings.folder).replace(os.sep, "/")
        return any(
            (fnmatchcase(name, pattern) or fnmatchcase(os.path.basename(name), pattern))
            and self.speaks_of(selectors, finding)
            for pattern, selectors in rows
        )

    def unknown(self, rules: Sequence[Rule]) -> list[str]:
        """Lines about selectors that mean no rule."""
        notes = []
        for number, order in enumerate(self.orders):
            for selector in order.selectors:
                if not is_known(selector, rules):
                    self.mistaken.add(number)
                    meant = hint(selector, names_of(rules))
                    told = f"no rule or family is called {selector!r}{meant}"
                    notes.append(f"{order.place}: {told}")
        return notes
