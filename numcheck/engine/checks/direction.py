"""Verbs that say up or down, against the values before and after, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from numcheck.engine.before_after import Pair, pair_in
from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model.interval import Interval

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Words of change and words that void them.

    Attributes:
        rises: Verbs that say that a value went up.
        falls: Verbs that say that it went down.
        voids: Words that show a rank, a place or a target.
        breaks: Words that part the verb from the values of something else.
        reach: Tokens that may lie between the verb and the nearer value.
    """

    rises: frozenset[str] = frozenset(
        {
            "rose", "rise", "rises", "risen", "rising", "increased", "increases", "grew", "grown",
            "climbed", "jumped", "soared", "surged", "raised", "swelled", "widened", "lengthened",
            "rocketed", "growing", "climbing", "lifted", "increasing", "higher", "up", "gained",
            "strengthened", "advanced", "crept", "leapt", "doubled", "tripled",
        }
    )  # fmt: skip
    falls: frozenset[str] = frozenset(
        {
            "fell", "fall", "falls", "fallen", "falling", "dropped", "drops", "declined",
            "shrank", "plunged", "tumbled", "slumped", "decreased", "dipped", "slid", "plummeted",
            "reduced", "cut", "slashed", "shortened", "narrowed", "lowered", "sank", "dropping",
            "lower", "down", "shrunk", "dwindled", "eased", "slipped", "weakened", "halved",
            "shed", "lost",
        }
    )  # fmt: skip
    voids: frozenset[str] = frozenset(
        ("rank", "ranked", "ranking", "place", "places", "list", "table", "short", "number",
         "seed", "chart", "division", "respectively", "handicap")
    )  # fmt: skip
    breaks: frozenset[str] = frozenset(
        (";", "while", "but", "whereas", "although", "though", "because", "as", "despite",
         "thanks", "helped", "helping", "following", "owing", "due", "and", "among")
    )  # fmt: skip
    reach: int = 14


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Values that go the other way than the only verb of change in their sentence."""
    both = parameters.rises | parameters.falls
    for number in sorted(passage.by_sentence):
        lower = passage.analysis.sentences[number].lower
        if both.isdisjoint(lower):
            continue
        verbs = [at for at, word in enumerate(lower) if word in both]
        if len(verbs) != 1 or parameters.voids & set(lower):
            continue
        pair = pair_in(passage.by_sentence[number], lower)
        if pair is None or not _joined(pair, verbs[0], lower, parameters):
            continue
        old = Interval.from_figure(pair.old, "lenient")
        new = Interval.from_figure(pair.new, "lenient")
        verb = lower[verbs[0]]
        rises = verb in parameters.rises
        if old.intersects(new) or (old.below(new) if rises else new.below(old)):
            continue
        way = "up" if rises else "down"
        yield Flaw(
            (pair.new, pair.old),
            f'"{verb}" says {way}, but {phrase(pair.old)} came before {phrase(pair.new)}.',
            "The value before and the one after are known by the words beside them.",
        )


def _joined(pair: Pair, verb: int, lower: Sequence[str], parameters: Parameters) -> bool:
    """Whether the verb stands before the second value, and nothing parts it from them."""
    first, last = sorted((pair.old, pair.new), key=lambda figure: figure.first)
    between = lower[min(verb, first.last) : max(verb, first.first)]
    inside = lower[first.last : last.first]
    apart = parameters.breaks & {*between, *inside}
    return verb <= last.first and len(between) <= parameters.reach and not apart
