"""How a rule read a text: the tokens, the slots, the intervals, the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from numcheck.engine.message import number_text
from numcheck.model import Figure, Finding
from numcheck.model.interval import Interval
from numcheck.reporting.display import clean, wrap

if TYPE_CHECKING:
    from numcheck.engine import Rule
    from numcheck.engine.explanation import Explanation
    from numcheck.engine.sentence_reading import SentenceReading

__all__ = ["explanation"]

_DIGITS = 12
_OUTCOMES = {
    "fails": "what it expects does not hold",
    "rounding": "holds only if the figures are coarsely rounded",
    "holds": "what it expects holds",
    "silent": "the figures do not belong together, so it stays silent",
}


def explanation(
    rule: Rule,
    readings: Sequence[SentenceReading],
    findings: Sequence[Finding],
    width: int,
    *,
    verbose: bool = False,
) -> list[str]:
    """
    The lines that show how a rule came to what it says of a text.

    Args:
        rule: The rule.
        readings: What it made of each sentence.
        findings: What it says in the end.
        width: Columns to fill.
        verbose: Also tell, for each pattern that did not match, what was missing.
    """
    lines = [f"{rule.code}  {rule.id}: {rule.summary}"]
    if rule.expect:
        lines.append(f"expects   {rule.expect}")
    lines += [f"where     {condition}" for condition in rule.where]
    for reading in readings:
        lines += ["", *_sentence(rule, reading, width, verbose)]
    if not readings:
        lines += ["", "No figure was found in the text."]
    lines.append("")
    if findings:
        for finding in findings:
            told = f"{finding.severity}, {finding.verdict}: {clean(finding.message)}"
            lines += _hanging("verdict   ", told, width)
    else:
        lines.append("verdict   nothing to report")
    return lines


def _sentence(rule: Rule, reading: SentenceReading, width: int, verbose: bool) -> list[str]:
    lines = _hanging("sentence  ", clean(reading.sentence.text), width)
    lines += _hanging("tokens    ", clean(" ".join(reading.tokens)), width)
    table = [_figure(figure) for figure in reading.figures]
    if table:
        first = max(len(row[0]) for row in table)
        second = max(len(row[1]) for row in table)
        for mark, (text, kind, meaning) in zip(_marks("figures   "), table, strict=False):
            lines.append(f"{mark}{text:<{first}}  {kind:<{second}}  {meaning}".rstrip())
    for match in reading.matches:
        lines += _match(match, width)
    if rule.patterns and not reading.matches:
        lines.append(f"match     none of {len(rule.patterns)} patterns")
    if verbose or (rule.patterns and not reading.matches):
        shown = reading.misses if verbose else reading.misses[:3]
        for miss in shown:
            lines += _hanging("pattern   ", miss.pattern, width)
            lines.append(f"          {miss.reason}")
        if len(shown) < len(reading.misses):
            lines.append(f"          … and {len(reading.misses) - len(shown)} more; see --verbose")
    return lines


def _marks(label: str) -> list[str]:
    return [label] + [" " * len(label)] * 999


def _figure(figure: Figure) -> tuple[str, str, str]:
    kind: str = figure.kind
    if figure.unit and figure.unit != kind:
        kind += f", {figure.unit}"
    if figure.counted:
        kind += f" of {figure.counted}"
    if figure.iso:
        return clean(figure.text), clean(kind), figure.iso
    if figure.value is None and figure.low is None and figure.high is None:
        return clean(figure.text), clean(kind), ""
    strict = Interval.from_figure(figure, "strict")
    lenient = Interval.from_figure(figure, "lenient")
    meaning = _interval(strict)
    if lenient != strict:
        meaning += f"; loosely {_interval(lenient)}"
    if figure.bound != "exact":
        meaning += f" ({figure.bound.replace('_', ' ')})"
    return clean(figure.text), clean(kind), meaning


def _match(match: Explanation, width: int) -> list[str]:
    lines = _hanging("match     ", match.pattern, width)
    lines += _hanging("  took    ", clean(" ".join(match.tokens).replace("\n", "¶")), width)
    for name, (text, strict, lenient) in zip(match.names, match.slots, strict=True):
        meaning = "no number" if strict is None else _interval(strict)
        if lenient is not None and lenient != strict:
            meaning += f"; loosely {_interval(lenient)}"
        lines.append(f"  {name:<7} {clean(text)}: {meaning}")
    told = f"{match.outcome}: {_OUTCOMES[match.outcome]}"
    if match.voided:
        told = "voided by a word that it lists under unless"
    elif match.unmet:
        told = f"silent: {match.unmet} is not met"
    lines.append(f"  outcome {told}")
    if match.outcome in ("fails", "rounding") and not match.voided:
        lines += _hanging("  says    ", clean(match.message), width)
    return lines


def _interval(interval: Interval) -> str:
    low, high = interval.low, interval.high
    if low is None:
        if high is None:
            return "any number"
        return f"{'below' if interval.high_open else 'at most'} {_number(high)}"
    if high is None:
        return f"{'above' if interval.low_open else 'at least'} {_number(low)}"
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _number(value: Decimal) -> str:
    return number_text(value, _DIGITS)


def _hanging(label: str, text: str, width: int) -> list[str]:
    """A labelled text in lines that stand below each other."""
    rows = wrap(text, max(width - len(label), 20)) or [""]
    return [mark + row for mark, row in zip(_marks(label), rows, strict=False)]
