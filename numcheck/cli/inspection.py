"""What ``check``, ``watch`` and ``baseline`` have in common: settings, inputs, a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from numcheck.cli import CLEAN, FINDINGS, TROUBLE
from numcheck.cli.output import complain

if TYPE_CHECKING:
    from numcheck.configuration import Settings
    from numcheck.engine import Rule
    from numcheck.model import Report

__all__ = ["Inspection", "inspect", "rules_to_explain", "settings_for"]

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
    fast_html: bool = False,
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
        fast_html=fast_html,
    )


def inspect(
    inputs: Sequence[str],
    settings: Settings,
    *,
    cached: bool = True,
    quiet: bool = False,
    outputs: Sequence[str] = (),
) -> Inspection:
    """Check inputs, and set apart what is suppressed or was there before.

    Notes about suppressions that mean nothing go to standard error.

    Args:
        inputs: Files, directories, patterns and ``-``.
        settings: What is in force.
        cached: Whether results are kept and read back.
        quiet: Whether to show no progress.
        outputs: Files that are to be written.

    Raises:
        NumcheckError: Rules, facts, configuration, baseline or a sidecar file cannot be used, or
            an output would take the place of an article, or the seconds of the documents are
            used up.
    """
    from numcheck.cli.deadline import in_time
    from numcheck.cli.intake import take_in
    from numcheck.cli.progress import Progress
    from numcheck.inspection import Desk, Results, results_directory

    desk = Desk(settings, Results(results_directory()) if cached else None)
    # Before anything is read: a broken rule should not cost a minute of checking first.
    desk.prepare()
    fail_on = settings.fail_on.value
    against = settings.against.value
    with Progress(quiet=quiet) as progress:
        intake = take_in(inputs, against, progress, settings.reading_options, outputs)
        if not intake.documents:
            return Inspection(None, False, fail_on)
        sources = intake.sources if against else None
        with in_time([*intake.documents, *intake.sources], settings, progress) as told:
            report, notes = desk.inspect(intake.documents, sources, told)
    for note in notes:
        complain(note)
    return Inspection(report, intake.complete, fail_on)


def rules_to_explain(settings: Settings) -> tuple[Rule, ...]:
    """The rules that a report may have to explain; empty where the shipped ones are all.

    Raises:
        RuleError: A rule cannot be used.
    """
    if not settings.rules.value:
        return ()
    from numcheck.engine import load_rules

    return load_rules(settings.rules.value, dict(settings.vocabulary.value)).rules


def _split(selectors: Sequence[str]) -> list[str]:
    """Selectors that may have been given as ``A,B4``."""
    return [one for each in selectors for one in each.replace(",", " ").split()]
