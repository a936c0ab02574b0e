"""Confidence intervals: the estimate inside, the ends in order, the p-value on the same side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from numcheck.engine.passage import Flaw, Passage
from numcheck.engine.spans import figures_within
from numcheck.model import Sentence

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How an interval is read.

    Attributes:
        alpha: The level that a 95% interval answers to.
        ratios: Words that show the estimate to be a ratio, whose null is one and not nought.
        differences: Words that show it to be a difference, whose null is nought.
        one_sided: Words that show an interval with one end.
    """

    alpha: float = 0.05
    ratios: tuple[str, ...] = (
        "ratio", "relative risk", "odds", "hazard", " or ", " hr ", " rr ", "(or ", "(hr ", "(rr ",
    )  # fmt: skip
    differences: tuple[str, ...] = ("difference", "by a mean", "change", "beta", "coefficient")
    one_sided: tuple[str, ...] = ("one-sided", "one-tailed", "one sided")


_N = r"[-−–]?\d{1,6}(?:\.\d{1,6})?"
_ESTIMATE = rf"(?P<estimate>{_N})(?P<unit>\s?[A-Za-z%°]{{0,12}})"
_LEVEL = r"\s?[(\[,;]{1,2}\s?(?P<level>\d\d(?:\.\d)?)\s?(?:%|per cent|percent)\s?"
_NAME = r"(?:CI|confidence interval|credible interval|confidence limits)\s?[:,=]?\s?"
_LINK = r"(?:of |was |from |between )?[(\[]?\s?"
_ENDS = rf"(?P<low>{_N})\s?[A-Za-z%]{{0,6}}\s?(?:to|-|–|−|,|and)\s?(?P<high>{_N})"
_P = r"(?P<rest>[^.]{0,60}?[pP]\s?(?P<relation>[<>=])\s?(?P<p>\d?\.\d{1,6}))?"
_INTERVAL = re.compile(_ESTIMATE + _LEVEL + _NAME + _LINK + _ENDS + _P)


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Intervals that cannot belong to their estimate or their p-value."""
    for sentence in passage.sentences:
        text = sentence.text
        if "CI" not in text and "interval" not in text and "limits" not in text:
            continue
        for match in _INTERVAL.finditer(text):
            yield from _judge(match, sentence, passage, parameters)


def _judge(
    match: re.Match[str], sentence: Sentence, passage: Passage, parameters: Parameters
) -> Iterator[Flaw]:
    estimate, low, high = (_value(match[name]) for name in ("estimate", "low", "high"))
    spans = [
        (sentence.start + match.start(name), sentence.start + match.end(name))
        for name in ("estimate", "low", "high")
    ]
    figures = figures_within(passage, sentence, *spans)
    lower = sentence.text.lower()
    if not figures or any(word in lower for word in parameters.one_sided):
        return
    shown = f"{match['low']} to {match['high']}"
    if low > high:
        yield Flaw(figures, f"The interval {shown} runs backwards.")
        return
    unit = 10.0 ** -max(len(match[name].partition(".")[2]) for name in ("estimate", "low", "high"))
    if not low - unit <= estimate <= high + unit:
        yield Flaw(
            figures,
            f"The estimate {match['estimate']} lies outside its own interval, {shown}.",
            "A confidence interval always holds the estimate that it belongs to.",
        )
        return
    yield from _against_p(match, sentence, passage, parameters, (low, high, unit))


def _against_p(
    match: re.Match[str],
    sentence: Sentence,
    passage: Passage,
    parameters: Parameters,
    ends: tuple[float, float, float],
) -> Iterator[Flaw]:
    """Significance by the interval against significance by the p-value, well apart only."""
    low, high, unit = ends
    before = sentence.text[: match.start()].lower()[-90:] + " "
    ratio = any(word in before for word in parameters.ratios)
    if match["level"] != "95":
        return
    if not ratio and not any(word in before for word in parameters.differences):
        return
    null = 1.0 if ratio else 0.0
    if match["p"] is None:
        yield from _against_words(match, sentence, passage, (low, high, unit, null))
        return
    p, relation = float(match["p"]), match["relation"]
    inside = low + unit < null < high - unit
    outside = null < low - unit or null > high + unit
    significant = relation in "<=" and p <= parameters.alpha * 0.8
    insignificant = relation in ">=" and p >= parameters.alpha * 1.2
    if not ((inside and significant) or (outside and insignificant)):
        return
    at = sentence.start
    spans = [(at + match.start(name), at + match.end(name)) for name in ("p", "low", "high")]
    figures = figures_within(passage, sentence, *spans)
    if figures:
        whether = "includes" if inside else "excludes"
        yield Flaw(
            figures,
            f"The interval {match['low']} to {match['high']} {whether} {null:g}, "
            f"which does not go with p {relation} {match['p']}.",
            f"A 95% interval that {whether} the value of no effect has a p-value "
            f"{'above' if inside else 'below'} .05.",
        )


_SAID = re.compile(
    r"(?P<not>\b(?:not|no|nor|without|never|failed|un|in|non-?)\s?(?:\w+\s){0,3}?)?"
    r"(?:statistically )?significant"
)


def _against_words(
    match: re.Match[str],
    sentence: Sentence,
    passage: Passage,
    ends: tuple[float, float, float, float],
) -> Iterator[Flaw]:
    """``0.80 (95% CI 0.62 to 1.10), a statistically significant reduction``."""
    low, high, unit, null = ends
    said = list(_SAID.finditer(sentence.text.lower()))
    if len(said) != 1 or len(_INTERVAL.findall(sentence.text)) != 1:
        return
    holds = low + unit < null < high - unit
    leaves_out = null < low - unit or null > high + unit
    significant = said[0]["not"] is None
    if not (holds if significant else leaves_out):
        return
    at = sentence.start
    spans = [(at + match.start(name), at + match.end(name)) for name in ("estimate", "low", "high")]
    figures = figures_within(passage, sentence, *spans)
    if figures:
        whether = "includes" if holds else "excludes"
        yield Flaw(
            figures,
            f"The interval {match['low']} to {match['high']} {whether} {null:g}, "
            f"so that the effect is {'not ' if holds else ''}significant at that level.",
            "An effect is significant where its interval leaves out the value of no effect.",
        )


def _value(written: str) -> float:
    return float(written.replace("−", "-").replace("–", "-"))
