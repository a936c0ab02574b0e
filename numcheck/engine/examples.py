"""The examples inside rules, run like tests."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace

from numcheck.alignment import align
from numcheck.engine.loader import load_rules, shipped_rules
from numcheck.engine.rule import Example, Rule, RuleSet
from numcheck.engine.running import run
from numcheck.extraction import analyse
from numcheck.model import Document, Finding

__all__ = ["ExampleResult", "file_of", "test_rules"]

_FLAGS = frozenset({"discrepant", "disputed", "implausible", "unverified"})


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """How one example came out.

    Attributes:
        rule: Readable name of the rule.
        path: File that holds it.
        flag: Whether the rule was to speak.
        number: Place among the rule's examples of that sort, from 1.
        passed: Whether it did what it was to do.
        text: The example.
        said: Messages of the rule; empty if it stayed silent.
        verdict: The verdict that it was to give; empty for any.
    """

    rule: str
    path: str
    flag: bool
    number: int
    passed: bool
    text: str
    said: tuple[str, ...]
    verdict: str = ""

    def difference(self) -> str:
        """What was expected and what came, line by line, for a failure."""
        sort = "flag" if self.flag else "ok"
        wanted = "a finding" if self.flag else "silence"
        if self.verdict:
            wanted = f"{self.verdict}: {wanted}"
        got = [f"+ {line}" for line in self.said] or ["+ silence"]
        lines = [f"{self.path}: {self.rule}: {sort} example {self.number}", f"  {self.text}"]
        return "\n".join([*lines, f"- {wanted}", *got])


def test_rules(
    paths: Sequence[str | os.PathLike[str]] = (), ruleset: RuleSet | None = None
) -> list[ExampleResult]:
    """Run the examples of rules.

    Args:
        paths: Packs of the user, whose rules alone are run; the shipped ones if empty.
        ruleset: Rules to test instead of loading some.

    Returns:
        One result an example, in the order of rules.

    Raises:
        RuleError: A rule cannot be used.
    """
    own = [path for path in paths if not _is_shipped(path)]
    # A copy of the shipped packs, as another checkout has it, is tested in their place.
    loaded = ruleset or load_rules(own, replacing=True)
    wanted = [os.path.realpath(path) for path in paths]
    results: list[ExampleResult] = []
    for rule in loaded.rules:
        # "rules/x.yaml" may be a shipped rule or, from another checkout, a file of the user.
        own_path = rule.path if os.path.exists(rule.path) else file_of(rule)
        files = {os.path.realpath(own_path), os.path.realpath(file_of(rule))}
        if not wanted or any(_holds(path, file) for path in wanted for file in files):
            results += rule_results(rule, loaded)
    return results


def _holds(path: str, file: str) -> bool:
    return file == path or file.startswith(path + os.sep)


def _is_shipped(path: str | os.PathLike[str]) -> bool:
    """Whether a path is among the shipped packs, which are loaded anyway."""
    home, real = os.path.realpath(shipped_rules()), os.path.realpath(path)
    return os.path.exists(real) and (real == home or real.startswith(home + os.sep))


def file_of(rule: Rule) -> str:
    """The file that a rule was read from; shipped ones are named from the top of their packs."""
    shipped = os.path.join(os.path.dirname(shipped_rules()), rule.path)
    return shipped if rule.path.startswith("rules/") and os.path.exists(shipped) else rule.path


test_rules.__test__ = False  # type: ignore[attr-defined]  # its name is not that of a test


def rule_results(rule: Rule, ruleset: RuleSet) -> list[ExampleResult]:
    """The results of one rule's examples, with no other rule in force."""
    alone = RuleSet((replace(rule, enabled=True),), ruleset.vocabulary)
    counts = {True: 0, False: 0}
    results = []
    for example in rule.examples:
        counts[example.flag] += 1
        said = [one for one in findings_of(example, alone) if one.rule == rule.id]
        if not example.flag:
            said = [one for one in said if one.verdict in _FLAGS]
        good = bool(said) is example.flag and (
            not example.verdict or example.verdict in {one.verdict for one in said}
        )
        results.append(
            ExampleResult(
                rule.id,
                rule.path,
                example.flag,
                counts[example.flag],
                good,
                " // ".join(document["text"] for document in example.documents),
                tuple(
                    f"{one.verdict}: {one.message}" if example.verdict else one.message
                    for one in said
                ),
                example.verdict,
            )
        )
    return results


def findings_of(example: Example, ruleset: RuleSet) -> list[Finding]:
    """All findings on an example."""
    analyses, sources = [], []
    for number, given in enumerate(example.documents, 1):
        fields = dict(given)
        name = f"example-{number}"
        if fields.pop("against", False):
            sources.append(name)
        analyses.append(analyse(Document(id=name, **fields)))
    judgement = None
    if example.facts:
        from numcheck.facts import facts_from_rows, judge

        checked = [one for one in analyses if one.document.id not in sources]
        judgement = judge(facts_from_rows(example.facts), checked)
    return run(ruleset, analyses, align(analyses), sources, judgement)
