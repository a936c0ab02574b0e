"""Who won: points of two sides beside a winner, and outlets that name opposite winners."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Analysis, Figure, Sentence

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How a result is told.

    Attributes:
        beats: Verbs with the winner before them and the loser behind.
        loses: Verbs with the loser before them, of which "to" names the winner.
        points: Words that show numbers to be points of two sides.
        voids: Words that show a leg, another measure or a sport in which less wins.
    """

    beats: frozenset[str] = frozenset(
        ("beat", "beats", "beaten", "defeated", "defeats", "thrashed", "overcame", "edged",
         "crushed", "outplayed", "downed", "hammered", "overpowered", "saw")
    )  # fmt: skip
    loses: frozenset[str] = frozenset(("lost", "lose", "fell", "succumbed"))
    points: frozenset[str] = frozenset(
        ("scored", "points", "goals", "runs", "tries", "votes", "seats", "polled", "frames")
    )
    voids: frozenset[str] = frozenset(
        {
            "aggregate", "penalties", "shootout", "shoot-out", "leg", "legs", "golf", "strokes",
            "seconds", "minutes", "popular", "electoral", "replay", "disqualified", "handicap",
            "wickets", "series", "set", "sets", "half-time", "not", "extra", "fewer", "fewest",
        }
    )  # fmt: skip


_SCORE = re.compile(r"(\d{1,3})\s*[-–]\s*(\d{1,3})\Z")


@dataclass(frozen=True, slots=True)
class _Result:
    winner: str
    loser: str
    score: Figure
    sides: tuple[int, int]
    document: str


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Winners with the smaller number, and winners whom another outlet has lose."""
    results: list[_Result] = []
    for analysis in passage.story.analyses:
        by_sentence: dict[int, list[Figure]] = {}
        for figure in analysis.figures:
            if not figure.furniture:
                by_sentence.setdefault(figure.sentence, []).append(figure)
        for number in sorted(by_sentence):
            sentence, figures = analysis.sentences[number], by_sentence[number]
            if "won" not in sentence.lower and all(f.kind != "score" for f in figures):
                continue
            if not parameters.voids.isdisjoint(sentence.lower):
                continue
            yield from _points(sentence, figures, parameters)
            result = _result(sentence, figures, analysis, parameters)
            if result is not None:
                results.append(result)
    yield from _opposed(results)


def _points(
    sentence: Sentence, figures: Sequence[Figure], parameters: Parameters
) -> Iterator[Flaw]:
    """``Malton scored 38 and Whitby 42, but it was Malton who won``."""
    counts = [f for f in figures if f.kind == "count"]
    lower, words = sentence.lower, sentence.words
    if len(counts) != 2 or not parameters.points & set(lower) or "won" not in lower:
        return
    at = lower.index("won")
    before = words[max(at - 3, 0) : at]
    named = [word for word in before if word[:1].isupper()]
    if len(named) != 1 or any(f.value is None or f.bound != "exact" for f in counts):
        return
    sides = [_side(f, sentence, counts) for f in counts]
    if named[0] not in sides or sides[0] == sides[1] or "" in sides:
        return
    own = counts[sides.index(named[0])]
    other = counts[1 - sides.index(named[0])]
    assert own.value is not None
    assert other.value is not None
    if own.value < other.value and at > counts[1].first:
        yield Flaw(
            (own, other),
            f"{named[0]} is said to have won with {own.text} against {other.text}.",
            "The side with more points wins.",
        )


def _side(figure: Figure, sentence: Sentence, counts: Sequence[Figure]) -> str:
    """The name that stands right before a figure."""
    start = max((f.last for f in counts if f.last <= figure.first), default=0)
    names = [word for word in sentence.words[start : figure.first] if word[:1].isupper()]
    return names[-1] if names else ""


def _result(
    sentence: Sentence, figures: Sequence[Figure], analysis: Analysis, parameters: Parameters
) -> _Result | None:
    scores = [f for f in figures if f.kind == "score"]
    match = _SCORE.match(scores[0].text) if len(scores) == 1 else None
    if match is None:
        return None
    lower, words = sentence.lower, sentence.words
    verb = next((k for k, word in enumerate(lower) if word in parameters.beats), -1)
    lost = next((k for k, word in enumerate(lower) if word in parameters.loses), -1)
    won = lower.index("won") if "won" in lower else -1
    if verb > 0 and lower[verb] == "beaten" and "by" in lower[verb : verb + 3]:
        names = _name_after(words, lower.index("by", verb)), _name_before(words, verb)
    elif verb > 0:
        names = _name_before(words, verb), _name_after(words, verb)
    elif lost > 0 and "to" in lower[lost:]:
        names = _name_after(words, lower.index("to", lost)), _name_before(words, lost)
    elif won > 0:
        link = next(
            (k for k in range(won, len(lower)) if lower[k] in ("from", "against", "over")), -1
        )
        names = _name_before(words, won), _name_after(words, link) if link > 0 else ""
    else:
        return None
    if not names[0] or not names[1] or names[0] == names[1]:
        return None
    big, small = sorted((int(match[1]), int(match[2])), reverse=True)
    return _Result(names[0], names[1], scores[0], (big, small), analysis.document.id)


def _name_before(words: Sequence[str], at: int) -> str:
    end = at
    while end > 0 and not words[end - 1][:1].isupper() and at - end < 2:
        end -= 1
    start = end
    while start > 0 and words[start - 1][:1].isupper():
        start -= 1
    return " ".join(words[start:end])


def _name_after(words: Sequence[str], at: int) -> str:
    start = at + 1
    while start < len(words) and not words[start][:1].isupper() and start - at < 3:
        start += 1
    end = start
    while end < len(words) and words[end][:1].isupper():
        end += 1
    return " ".join(words[start:end])


def _opposed(results: Sequence[_Result]) -> Iterator[Flaw]:
    seen: dict[tuple[str, str, tuple[int, int]], _Result] = {}
    for result in results:
        other = seen.get((result.loser, result.winner, result.sides))
        if other is not None and other.document != result.document:
            yield Flaw(
                (result.score, other.score),
                f"One source has {result.winner} beat {result.loser} {result.score.text}, "
                f"another has it the other way round.",
                "The same score between the same sides, with opposite winners.",
            )
        seen.setdefault((result.winner, result.loser, result.sides), result)
