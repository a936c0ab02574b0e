"""Documents checked as some settings ask for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from numcheck.triage import SIDECAR

if TYPE_CHECKING:
    from numcheck.configuration import Settings
    from numcheck.engine import RuleSet
    from numcheck.facts import Facts
    from numcheck.inspection.results import Results
    from numcheck.model import Document, Report

__all__ = ["Desk", "rules_in_force"]


def rules_in_force(settings: Settings) -> RuleSet:
    """The shipped rules and those of the settings, selected and changed as these say.

    Raises:
        RuleError: A rule cannot be used.
        ConfigError: The settings name a rule that there is not, or change one wrongly.
    """
    from numcheck.engine import load_rules

    ruleset = load_rules(settings.rules.value, dict(settings.vocabulary.value))
    if not settings.touches_rules:
        return ruleset
    from numcheck.configuration import apply

    return apply(settings, ruleset)


@dataclass
class Desk:
    """Checks documents under some settings; what these name is loaded once, on first use.

    Attributes:
        settings: What is in force.
        results: Where results are kept; ``None`` to compute every one.
    """

    settings: Settings
    results: Results | None = None

    @cached_property
    def rules(self) -> RuleSet:
        """The rules in force.

        Raises:
            RuleError: A rule cannot be used.
            ConfigError: The settings name a rule that there is not, or change one wrongly.
        """
        return rules_in_force(self.settings)

    @cached_property
    def facts(self) -> Facts | None:
        """The reference figures.

        Raises:
            FactsError: A table cannot be read.
        """
        if not self.settings.facts.value:
            return None
        from numcheck.facts import load_facts

        return load_facts(self.settings.facts.value, style=self.settings.style)

    @cached_property
    def known(self) -> Mapping[str, object]:
        """The findings of the baseline, by fingerprint.

        Raises:
            ConfigError: The baseline cannot be read.
        """
        if not self.settings.baseline.value:
            return {}
        from numcheck.triage import read_baseline

        return read_baseline(self.settings.baseline.value)

    def prepare(self) -> None:
        """Load what the settings name, before anything is read that it could have cost in vain.

        Raises:
            NumcheckError: Rules, configuration, facts or baseline cannot be used.
        """
        if self.settings.touches_rules:
            _ = self.rules
        _ = self.facts, self.known

    def inspect(
        self,
        documents: Sequence[Document],
        sources: Sequence[Document] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> tuple[Report, list[str]]:
        """Check documents, and set apart what is suppressed or was there before.

        Args:
            documents: What to check.
            sources: What to check it against; ``None`` for nothing.
            progress: Called with how many documents are taken apart, and how many there are.

        Returns:
            The report, and notes about suppressions that mean nothing and findings of the
            baseline that are gone.

        Raises:
            NumcheckError: Rules, facts, configuration, baseline or a sidecar cannot be used.
        """
        report = self._checked(documents, sources, progress)
        notes: list[str] = []
        if self.settings.per_file_ignores.value or _have_wishes(documents):
            from numcheck.triage import suppress

            report, notes = suppress(report, self.rules.rules, self.settings)
        if self.known:
            from numcheck.triage import apply_baseline

            report, gone = apply_baseline(report, self.known)
            if gone:
                what = "1 finding" if gone == 1 else f"{gone:,} findings"
                place = self.settings.baseline.value
                notes.append(f"{place}: {what} of the baseline no longer there")
        return report, notes

    def _checked(
        self,
        documents: Sequence[Document],
        sources: Sequence[Document] | None,
        progress: Callable[[int, int], None] | None,
    ) -> Report:
        key = ""
        if self.results is not None:
            from numcheck.inspection.fingerprints import result_key

            key = result_key(documents, sources, self.settings)
            kept = self.results.get(key, (*documents, *(sources or ()))) if key else None
            if kept is not None:
                return kept
        facts, rules = self.facts, self.rules
        from numcheck.api import check

        report = check(
            documents,
            against=sources,
            facts=facts,
            rules=rules,
            progress=progress,
            style=self.settings.style,
        )
        if self.results is not None and key:
            self.results.put(key, report)
        return report


def _have_wishes(documents: Sequence[Document]) -> bool:
    """Whether any document, or a file beside one, may ask that something is not told."""
    files = dict.fromkeys(document.path for document in documents if document.path)
    return any(document.directives for document in documents) or any(
        os.path.exists(file + SIDECAR) for file in files
    )
