"""From what rules say to findings: their words, their order, and none twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from numcheck.engine.passage import Flaw
from numcheck.engine.rule import Rule
from numcheck.model import Analysis, Figure, Finding

__all__ = ["Raised", "settle"]

_SEVERITY = {"error": 0, "warning": 1, "info": 2}
_VERDICT = {"discrepant": 0, "disputed": 1, "implausible": 2, "rounding": 3, "unverified": 4}
_FLAGS = frozenset({"discrepant", "disputed", "implausible"})


@dataclass(frozen=True, slots=True)
class Raised:
    """A flaw and the rule that found it.

    Attributes:
        rule: The rule.
        flaw: What it found.
        target: Id of the figure that the others were held against; empty where there is none.
    """

    rule: Rule
    flaw: Flaw
    target: str = ""

    @property
    def verdict(self) -> str:
        """The flaw's own verdict, else the rule's."""
        return self.flaw.verdict or self.rule.verdict

    @property
    def severity(self) -> str:
        """The flaw's own severity, else the rule's; a rounding is never more than information."""
        if self.verdict == "rounding":
            return "info"
        own = self.flaw.severity or self.rule.severity
        ceiling = self.rule.ceiling or own
        return max(own, ceiling, key=_SEVERITY.__getitem__)


def settle(raised: Iterable[Raised], analyses: Sequence[Analysis]) -> list[Finding]:
    """Findings, gravest first, then in the order of documents and text.

    Args:
        raised: What the rules found, in any order that does not depend on chance.
        analyses: All documents, in the order given.
    """
    order = {
        figure.id: (place, number)
        for place, analysis in enumerate(analyses)
        for number, figure in enumerate(analysis.figures)
    }
    sentences = {analysis.document.id: analysis for analysis in analyses}
    ranked = sorted(raised, key=lambda one: _rank(one, order))
    kept = _without_echoes(ranked)
    times: Counter[str] = Counter()
    return [_finding(one, sentences, times) for one in kept]


def _rank(one: Raised, order: Mapping[str, tuple[int, int]]) -> tuple[object, ...]:
    places = sorted(order.get(figure.id, (0, 0)) for figure in one.flaw.figures)
    return (
        _SEVERITY[one.severity],
        _VERDICT[one.verdict],
        places,
        -len(places),
        -len(one.rule.where),
        one.rule.family,
        one.rule.code,
        one.flaw.message,
    )


def _without_echoes(ranked: Sequence[Raised]) -> list[Raised]:
    """Of flaws about the same figures the gravest; of equally grave ones, the one with most."""
    by_size = sorted(
        range(len(ranked)),
        key=lambda i: (
            ranked[i].verdict not in _FLAGS,
            _SEVERITY[ranked[i].severity],
            -len(ranked[i].flaw.figures),
            i,
        ),
    )
    kept: list[int] = []
    covered: dict[str, list[frozenset[str]]] = {}
    for i in by_size:
        names = frozenset(figure.id for figure in ranked[i].flaw.figures)
        covering = () if ranked[i].flaw.outside else covered.get(min(names, default=""), ())
        if any(names <= other for other in covering):
            continue
        kept.append(i)
        for name in names:
            covered.setdefault(name, []).append(names)
    return [ranked[i] for i in sorted(kept)]


def _finding(one: Raised, analyses: Mapping[str, Analysis], times: Counter[str]) -> Finding:
    rule, flaw = one.rule, one.flaw
    print_ = _fingerprint(rule, flaw.figures, analyses)
    times[print_] += 1
    if times[print_] > 1:
        print_ = blake2b(f"{print_}{times[print_]}".encode(), digest_size=10).hexdigest()
    return Finding(
        rule=rule.id,
        family=rule.family,
        severity=one.severity,  # type: ignore[arg-type]
        verdict=one.verdict,  # type: ignore[arg-type]
        message=flaw.message,
        explanation=flaw.explanation,
        figures=tuple(dict.fromkeys(figure.id for figure in flaw.figures)),
        fingerprint=print_,
        label=flaw.label,
    )


def _fingerprint(rule: Rule, figures: Sequence[Figure], analyses: Mapping[str, Analysis]) -> str:
    """Of the rule, the figures and their sentences, so that edits elsewhere do not change it."""
    parts = [rule.id]
    for figure in figures:
        parts.append(" ".join(figure.text.lower().split()))
        analysis = analyses.get(figure.document)
        if analysis is not None and figure.sentence < len(analysis.sentences):
            parts.append(" ".join(analysis.sentences[figure.sentence].text.split()))
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
