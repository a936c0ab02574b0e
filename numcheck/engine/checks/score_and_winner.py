"""A score that the winner would have lost by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from numcheck.engine.passage import Flaw, Passage

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Words around a score.

    Attributes:
        wins: Verbs whose subject has the larger number.
        voids: Words that show a leg, a set, an aggregate or a sport in which less is better.
        reach: Tokens between the verb and the score.
    """

    wins: frozenset[str] = frozenset(
        {"beat", "beats", "beaten", "defeated", "thrashed", "won", "overcame", "edged", "crushed"}
    )
    voids: frozenset[str] = frozenset(
        {
            "aggregate", "penalties", "shootout", "set", "sets", "leg", "series", "golf", "lost",
            "trailed", "trailing", "down", "record", "was", "were", "by", "votes", "vote", "tie",
            "frames", "despite", "after", "from", "until", "extra", "replay", "shoot", "goals",
            "scored", "lead", "away", "toss", "point",
        }
    )  # fmt: skip
    reach: int = 7


_SCORE = re.compile(r"(\d{1,3})\s*[-–]\s*(\d{1,3})\Z")


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """The only score of a sentence, where the winner has the smaller number first."""
    scores = [figure for figure in passage.figures if figure.kind == "score"]
    if len(scores) != 1:
        return
    score = scores[0]
    match = _SCORE.match(score.text)
    lower = passage.sentence_of(score).lower
    if match is None or parameters.voids & set(lower):
        return
    before = lower[max(score.first - parameters.reach, 0) : score.first]
    own, other = int(match[1]), int(match[2])
    if own <= other and parameters.wins & set(before):
        yield Flaw(
            (score,),
            f"Nobody wins {score.text}: the winner has the larger number."
            if own < other
            else f"Nobody wins {score.text}: it is a draw.",
            "The score stands in the order of the sides, the winner first.",
        )
