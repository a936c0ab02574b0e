"""Records: nothing in the same scope, in this text or another of the story, may beat them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from numcheck.engine.dates import year_of
from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Analysis, Figure, Sentence
from numcheck.model.interval import Interval

__all__ = ["Parameters", "find"]


def _ways() -> dict[str, int]:
    most = (
        "highest biggest largest heaviest longest tallest most deepest widest hottest warmest "
        "greatest strongest wettest oldest dearest costliest busiest"
    )
    least = (
        "lowest smallest fewest shortest coldest cheapest lightest narrowest driest weakest "
        "youngest least"
    )
    return dict.fromkeys(most.split(), 1) | dict.fromkeys(least.split(), -1)


@dataclass(frozen=True, slots=True)
class Parameters:
    """How a record is told.

    Attributes:
        ways: Superlatives, 1 where more beats it and -1 where less does.
        ever: Words that make a superlative one of all times.
        former: Words before "record" that make it the one that was beaten.
        names: Words for a record.
        back: Words that tie another figure to the same place or thing.
        beating: Words before a figure that make it the record that was beaten.
        scopes: Words that narrow a record to a class of its own.
        reach: Sentences between a record and the figure that beats it.
    """

    ways: Mapping[str, int] = field(default_factory=_ways)
    ever: frozenset[str] = frozenset(
        ("ever", "history", "recorded", "record", "records", "all-time", "measured", "known")
    )
    former: frozenset[str] = frozenset(("previous", "old", "former", "earlier", "existing", "last"))
    names: frozenset[str] = frozenset(("record", "best", "high", "mark", "peak", "low"))
    back: frozenset[str] = frozenset(("there", "same", "it", "then", "here", "its"))
    beating: frozenset[str] = frozenset(
        {
            "beating", "breaking", "surpassing", "eclipsing", "topping", "bettering", "exceeding",
            "smashing", "overtaking",
        }
    )  # fmt: skip
    scopes: frozenset[str] = frozenset(
        {
            "outside", "outdoor", "indoor", "under", "women", "men", "boys", "girls", "junior",
            "season", "club", "single", "first", "one", "among", "second", "third", "nearly",
            "almost", "not", "january", "february", "march", "april", "may", "june", "july",
            "august", "september", "october", "november", "december", "peacetime", "domestic",
            "amateur", "adjusted", "inflation", "real",
        }
    )  # fmt: skip
    reach: int = 3


_KINDS = frozenset(("count", "money", "measure", "percent", "duration"))
_DOWNWARD = frozenset(("low", "lowest"))
_LEAST_LETTERS = 3
_COMMON = frozenset(
    {
        "with", "that", "from", "than", "been", "were", "have", "they", "this", "when", "ever",
        "year", "years", "which", "said", "last", "more", "most", "paid", "record", "recorded",
        "highest", "biggest", "largest", "before", "after", "their", "there", "into", "over",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Claim:
    figure: Figure
    way: int
    superlative: str
    ever: bool
    since: int | None
    scoped: bool
    sentence: Sentence
    analysis: Analysis


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Records that another figure of the same thing beats."""
    claims: list[_Claim] = []
    cues = {"record", *parameters.ways}
    for analysis in passage.story.analyses:
        by_sentence: dict[int, list[Figure]] = {}
        for figure in analysis.figures:
            if not figure.furniture:
                by_sentence.setdefault(figure.sentence, []).append(figure)
        for number in sorted(by_sentence):
            sentence = analysis.sentences[number]
            if cues.isdisjoint(sentence.lower):
                continue
            claim = _claim(sentence, by_sentence[number], analysis, parameters)
            if claim is None:
                continue
            if not claim.scoped:
                claims.append(claim)
            if not claim.ever:
                continue
            rival = _former(claim, by_sentence, parameters)
            if rival is None and not claim.scoped:
                rival = _rival(claim, by_sentence, parameters)
            if rival is not None:
                yield _flaw(claim, rival)
    yield from _between(claims)


def _claim(
    sentence: Sentence, figures: Sequence[Figure], analysis: Analysis, parameters: Parameters
) -> _Claim | None:
    """The record that a sentence claims for its only fitting figure."""
    lower = sentence.lower
    at, way, word, ever = _cue(lower, parameters)
    if at < 0:
        return None
    scoped = bool(parameters.scopes & set(lower[max(at - 3, 0) : at + 4]))
    usable = [
        f
        for f in figures
        if f.kind in _KINDS and f.bound == "exact" and f.value and f.stance != "denied"
        and not _is_former(f, lower, parameters) and not _is_beaten(f, lower, parameters)
    ]  # fmt: skip
    near = [f for f in usable if min(abs(f.first - at), abs(at - f.last)) <= 10]
    dated = [f for f in usable if _dated(f, figures)]
    near = [f for f in near if len(dated) != 1 or f is not dated[0]] if len(near) > 1 else near
    if len(near) != 1:
        return None
    since = _since(figures, lower)
    if since == 0 or _spoken_of(lower, at):
        return None
    return _Claim(near[0], way, word, ever, since, scoped, sentence, analysis)


def _cue(lower: Sequence[str], parameters: Parameters) -> tuple[int, int, str, bool]:
    """Where the claim stands, which way it goes, its word, and whether it is of all times."""
    for at, word in enumerate(lower):
        way = parameters.ways.get(word)
        if way is not None and parameters.ever & set(lower[at + 1 : at + 9]):
            return at, way, word, True
    for at, word in enumerate(lower):
        if word == "record" and not parameters.former & set(lower[max(at - 1, 0) : at]):
            low = bool(_DOWNWARD & set(lower[at + 1 : at + 2]))
            return at, -1 if low else 1, "record", True
    for at, word in enumerate(lower):
        if word in parameters.ways:
            return at, parameters.ways[word], word, False
    return -1, 0, "", False


def _spoken_of(lower: Sequence[str], at: int) -> bool:
    """Whether "record" is a verb, a disc, or one that still stands to be beaten."""
    after = lower[at + 1 : at + 2]
    before = lower[max(at - 2, 0) : at]
    short = {"missed", "short", "below", "world", "fastest"}
    return (
        bool({"to", "did", "not"} & set(before[-1:]))
        or after == ["label"]
        or bool(short & set(lower))
    )


def _dated(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a year stands right behind a figure: ``455 mm in August 1997``."""
    return any(
        year_of(f.iso or "") is not None and 0 < f.first - figure.last + 1 <= 3
        for f in figures
        if f.kind == "date"
    )


def _since(figures: Sequence[Figure], lower: Sequence[str]) -> int | None:
    """The year since which something is a record; 0 where another span narrows it."""
    for figure in figures:
        before = lower[max(figure.first - 2, 0) : figure.first]
        if figure.kind == "date" and "since" in before:
            return year_of(figure.iso or "") or 0
        if figure.kind == "duration" and {"for", "in", "over"} & set(before):
            return 0
    at = [k for k, word in enumerate(lower) if word == "since"]
    return 0 if at and "records" not in lower and "began" not in lower else None


def _is_former(figure: Figure, lower: Sequence[str], parameters: Parameters) -> bool:
    before = lower[max(figure.first - 8, 0) : figure.first]
    for at, word in enumerate(before):
        if word in parameters.former and parameters.names & set(before[at + 1 : at + 3]):
            return True
    return False


def _is_beaten(figure: Figure, lower: Sequence[str], parameters: Parameters) -> bool:
    return bool(parameters.beating & set(lower[max(figure.first - 4, 0) : figure.first]))


def _former(
    claim: _Claim, by_sentence: Mapping[int, Sequence[Figure]], parameters: Parameters
) -> Figure | None:
    """The record that is said to have been beaten, where it was not."""
    start = claim.sentence.index
    for number in (start, start + 1, start + 2):
        lower = claim.analysis.sentences[number].lower if number in by_sentence else []
        for other in by_sentence.get(number, ()):
            beaten = number == start and _is_beaten(other, lower, parameters)
            if not _comparable(claim.figure, other):
                continue
            if beaten or _is_former(other, lower, parameters):
                return other if _beats(other, claim) else None
    return None


def _rival(
    claim: _Claim, by_sentence: Mapping[int, Sequence[Figure]], parameters: Parameters
) -> Figure | None:
    """A figure of an earlier year, of the same thing, that beats the record."""
    start = claim.sentence.index
    for number in range(start - parameters.reach, start + parameters.reach + 1):
        figures = by_sentence.get(number, ())
        same = [
            f for f in figures if f is not claim.figure and _comparable(claim.figure, f)
            and f.bound == "exact" and f.stance not in ("denied", "hypothetical")
        ]  # fmt: skip
        years = [year_of(f.iso or "") for f in figures if f.kind == "date"]
        if len(same) != 1 or not years or years[0] is None:
            continue
        if number == start and not _dated(same[0], figures):
            continue
        if claim.since is not None and years[0] < claim.since:
            continue
        published = year_of(claim.analysis.document.published[:10])
        if published is not None and years[0] > published:
            continue
        sentence = claim.analysis.sentences[number]
        if sentence.field != claim.sentence.field or not _beats(same[0], claim):
            continue
        if _tied(sentence, claim.sentence, parameters):
            return same[0]
    return None


def _tied(one: Sentence, other: Sentence, parameters: Parameters) -> bool:
    if parameters.back & set(one.lower):
        return True
    elsewhere = _names(one) - frozenset(other.lower)
    return bool(_nouns(one) & _nouns(other)) and not elsewhere


_MONTHS = frozenset(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december")
)  # fmt: skip


def _names(sentence: Sentence) -> frozenset[str]:
    """Names in a sentence, which may be those of another place."""
    words = sentence.words[1:]
    return frozenset(w.lower() for w in words if w[:1].isupper() and w.isalpha()) - _MONTHS


def _nouns(sentence: Sentence) -> frozenset[str]:
    return frozenset(
        word
        for word in sentence.lower
        if len(word) > _LEAST_LETTERS and word.isalpha() and word not in _COMMON
    )


def _comparable(a: Figure, b: Figure) -> bool:
    if a.kind != b.kind or a.unit != b.unit or a.id == b.id or not b.value:
        return False
    if a.kind == "count" and not (a.counted is None or b.counted in (a.counted, None, "people")):
        return False
    assert a.value is not None
    return abs(a.value) / 5 <= abs(b.value) <= abs(a.value) * 5


def _beats(other: Figure, claim: _Claim) -> bool:
    mine = Interval.from_figure(claim.figure, "lenient")
    theirs = Interval.from_figure(other, "lenient")
    return mine.below(theirs) if claim.way > 0 else theirs.below(mine)


def _between(claims: Sequence[_Claim]) -> Iterator[Flaw]:
    """Records of different texts: an older one that beats a newer one."""
    groups: dict[tuple[str, str, str | None], list[_Claim]] = {}
    for claim in claims:
        if claim.superlative != "record":
            key = (claim.superlative, claim.figure.kind, claim.figure.unit)
            groups.setdefault(key, []).append(claim)
    for group in groups.values():
        for claim in group[:20]:
            for other in group[:20]:
                same = claim.analysis is other.analysis
                if same or not claim.ever or not _beats(other.figure, claim):
                    continue
                if len(_nouns(claim.sentence) & _nouns(other.sentence) - {claim.superlative}) < 2:
                    continue
                if _own_year(other) is not None and claim.since is None:
                    yield _flaw(claim, other.figure)


def _own_year(claim: _Claim) -> int | None:
    """The year of a record that its own sentence tells, if it is not that of publication."""
    published = year_of(claim.analysis.document.published[:10])
    for figure in claim.analysis.figures:
        if figure.sentence == claim.sentence.index and figure.kind == "date":
            year = year_of(figure.iso or "")
            if year is not None and published is not None and year < published:
                return year
    return None


def _flaw(claim: _Claim, rival: Figure) -> Flaw:
    return Flaw(
        (claim.figure, rival),
        f"{phrase(claim.figure)} is called a record, and {phrase(rival)} beats it.",
        "Nothing in the scope of a record may go beyond it.",
    )
