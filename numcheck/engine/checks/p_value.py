"""P-values recomputed from their test statistic and degrees of freedom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from numcheck.engine.passage import Flaw, Passage
from numcheck.engine.significance import p_values
from numcheck.engine.spans import figures_within
from numcheck.model import Sentence

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What counts as significant.

    Attributes:
        alpha: The level on which an error that changes the decision is graver than another.
        one_tailed: Words that show that a test was one-tailed.
    """

    alpha: float = 0.05
    one_tailed: tuple[str, ...] = (
        "one-tailed", "one-sided", "one tailed", "one sided", "1-tailed", "1-sided", "directional",
    )  # fmt: skip


_NUMBER = r"\d{0,6}\.?\d{1,6}"
_NAMES = {"t": "t", "f": "F", "r": "r", "z": "z"}
_NAME = r"(?<![\w.])(?P<name>t|F|r|[zZ]|χ ?[2²]|[Xx]²|chi2|chi-squared?)\s?"
_DF1 = rf"(?P<df1>{_NUMBER})\s?"
_DF2 = r"(?:,\s?(?:[Nn]\s?=\s?)?(?P<df2>\d{1,7}(?:,\d{3})*(?:\.\d+)?)\s?)?"
_VALUE = rf"\s?=\s?(?P<sign>[-−–]?)(?P<value>{_NUMBER})"
_BETWEEN = r"(?P<between>[^.;=<>]{0,40}?)\b(?P<tail>one-tailed |one-sided )?"
_P = r"[pP]\s?(?P<relation>[<>=≤≥])\s?(?P<p>\d?\.\d{1,6})"
_STATISTIC = re.compile(_NAME + r"(?:[(\[]\s?" + _DF1 + _DF2 + r"[)\]])?" + _VALUE + _BETWEEN + _P)


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Reported p-values that their own statistic does not give."""
    for sentence in passage.sentences:
        text = sentence.text
        for match in _STATISTIC.finditer(text):
            flaw = _judge(match, sentence, passage, parameters)
            if flaw is not None:
                yield flaw


def _judge(
    match: re.Match[str], sentence: Sentence, passage: Passage, parameters: Parameters
) -> Flaw | None:
    written = match["name"].replace(" ", "")
    name = _NAMES.get(written.lower(), "chi2") if written != "f" else "F"
    begin, shift = match.start(), sentence.start
    value_span = (shift + match.start("value"), shift + match.end("value"))
    p_span = (shift + match.start("p"), shift + match.end("p"))
    figures = figures_within(passage, sentence, p_span, value_span)
    if not figures:
        return None
    try:
        found = p_values(name, float(match["value"]), _unit(match["value"]), *_degrees(match))
    except ImportError:
        message = "This p-value was not recomputed: install numcheck[stats] for that."
        return Flaw(figures, message, verdict="unverified", severity="info")
    if found is None:
        return None
    least, most = found
    reported, unit = float(match["p"]), _unit(match["p"])
    if _agrees(match["relation"], reported, unit, least, most):
        return None
    whole = " ".join(one.text for one in passage.analysis.sentences).lower()
    if any(word in whole for word in parameters.one_tailed) and _agrees(
        match["relation"], reported, unit, least / 2, most / 2
    ):
        return None
    middle = (least + most) / 2
    flips = (reported < parameters.alpha) != (middle < parameters.alpha)
    statistic = match.string[begin : match.end("value")]
    shown = f"p = {_rounded(middle)}" if middle >= 0.001 else "p < .001"
    claimed = match.string[match.start("p") - 1 : match.end("p")].strip(" =<>≤≥")
    return Flaw(
        figures,
        f"{statistic} gives {shown}, not p {match['relation']} {claimed}.",
        "The p-value was recomputed from the statistic and its degrees of freedom, two-tailed."
        + (" It lies on the other side of .05." if flips else ""),
        severity=None if flips else "warning",
    )


def _degrees(match: re.Match[str]) -> tuple[float | None, float | None]:
    df1 = float(match["df1"]) if match["df1"] else None
    df2 = float(match["df2"].replace(",", "")) if match["df2"] else None
    return df1, df2


def _unit(number: str) -> float:
    return float(10.0 ** -len(number.partition(".")[2]))


def _agrees(relation: str, reported: float, unit: float, least: float, most: float) -> bool:
    if relation in "<≤":
        return least < reported or (relation == "≤" and least <= reported)
    if relation in ">≥":
        return most > reported or (relation == "≥" and most >= reported)
    # Rounded or cut off; ".000" says below .001, as software prints it.
    return reported - unit / 2 <= most and least < reported + unit


def _rounded(p: float) -> str:
    return f"{p:.3f}".lstrip("0")
