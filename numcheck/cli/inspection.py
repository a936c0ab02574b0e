"""What ``check`` and ``baseline`` have in common: settings, rules, inputs, a report, its triage."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from numcheck.cli import CLEAN, FINDINGS, TROUBLE
from numcheck.cli.output import complain
from numcheck.triage import SIDECAR

if TYPE_CHECKING:
    from numcheck.configuration import Settings
    from numcheck.engine import RuleSet
    from numcheck.facts import Facts
    from numcheck.model import Document, Report

__all__ = ["Inspection", "inspect", "rules_in_force", "settings_for"]

_GRAVITY = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Inspection:
    """A report and what decides about the exit status.

    Attributes:
        report: What was found; ``None`` where nothing could be read.
        complete: Whether every input could be read.
        fail_on: The least grave finding that counts.
    """

    report: Report | None
    complete: bool
    fail_on: str

    def status(self, *, exit_zero: bool = False) -> int:
        """The exit status."""
        if not self.complete or self.report is None:
            return TROUBLE
        counting = _GRAVITY[: _GRAVITY.index(self.fail_on) + 1]
        grave = any(finding.severity in counting for finding in self.report.findings)
        return FINDINGS if grave and not exit_zero else CLEAN


def settings_for(
    inputs: Sequence[str],
    *,
    config: str | None = None,
    isolated: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    rules: Sequence[str] = (),
    against: Sequence[str] = (),
    facts: Sequence[str] = (),
    fail_on: str | None = None,
    baseline: str | None = None,
) -> Settings:
    """The settings for some inputs: those of the nearest file, with what the command line says.

    Raises:
        ConfigError: The file cannot be used.
        UsageError: Both a file and none are asked for.
    """
    from numcheck.configuration import Settings, find_configuration
    from numcheck.errors import UsageError

    if isolated and config is not None:
        raise UsageError("--isolated reads no configuration; leave one of the two out", "--config")
    path = config if config is not None else "" if isolated else find_configuration(inputs)
    settings = Settings()
    if path:
        from numcheck.configuration import configure

        settings = configure(path)
    elif config is not None:
        raise UsageError("name a file, or leave it out for the nearest one", "--config")
    return settings.overridden(
        select=_split(select),
        ignore=_split(ignore),
        rules=rules,
        against=against,
        facts=facts,
        fail_on=fail_on,
        baseline=baseline,
    )


def rules_in_force(settings: Settings) -> RuleSet:
    """The shipped rules and those of the settings, selected and changed as these say.

    Raises:
        RuleError: A rule cannot be used.
        ConfigError: The settings name a rule that there is not, or change one wrongly.
    """
    from numcheck.engine import load_rules

    ruleset = load_rules(settings.rules.value)
    if not settings.touches_rules:
        return ruleset
    from numcheck.configuration import apply

    return apply(settings, ruleset)


def inspect(inputs: Sequence[str], settings: Settings) -> Inspection:
    """Check inputs, and set apart what is suppressed or was there before.

    Notes about suppressions that mean nothing go to standard error.

    Raises:
        NumcheckError: Rules, facts, configuration, baseline or a sidecar file cannot be used.
    """
    from numcheck.cli.intake import take_in

    # Before anything is read: a broken rule should not cost a minute of checking first.
    ruleset = rules_in_force(settings)
    facts = _facts(settings)
    known = _baseline(settings)
    fail_on = settings.fail_on.value
    against = settings.against.value
    intake = take_in(inputs, against)
    if not intake.documents:
        return Inspection(None, False, fail_on)
    from numcheck.api import check

    sources = intake.sources if against else None
    report = check(intake.documents, against=sources, facts=facts, rules=ruleset)
    notes: list[str] = []
    if settings.per_file_ignores.value or _have_wishes(intake.documents):
        from numcheck.triage import suppress

        report, notes = suppress(report, ruleset.rules, settings)
    if known:
        from numcheck.triage import apply_baseline

        report, gone = apply_baseline(report, known)
        if gone:
            what = "1 finding" if gone == 1 else f"{gone:,} findings"
            notes.append(f"{settings.baseline.value}: {what} of the baseline no longer there")
    for note in notes:
        complain(note)
    return Inspection(report, intake.complete, fail_on)


def _have_wishes(documents: Sequence[Document]) -> bool:
    """Whether any document, or a file beside one, may ask that something is not told."""
    files = dict.fromkeys(document.path for document in documents if document.path)
    return any(document.directives for document in documents) or any(
        os.path.exists(file + SIDECAR) for file in files
    )


def _facts(settings: Settings) -> Facts | None:
    if not settings.facts.value:
        return None
    from numcheck.facts import load_facts

    return load_facts(settings.facts.value)


def _baseline(settings: Settings) -> dict[str, dict[str, object]]:
    if not settings.baseline.value:
        return {}
    from numcheck.triage import read_baseline

    return read_baseline(settings.baseline.value)


def _split(selectors: Sequence[str]) -> list[str]:
    """Selectors that may have been given as ``A,B4``."""
    return [one for each in selectors for one in each.replace(",", " ").split()]
