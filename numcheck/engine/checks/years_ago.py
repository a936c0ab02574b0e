"""Years since an event, against the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from numcheck.engine.dates import year_of
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Words and room.

    Attributes:
        room: Years by which the count may be off.
        named: Years that a name of an anniversary stands for.
        founding: Words that show that a year is that of the beginning.
    """

    room: int = 1
    named: dict[str, int] = field(
        default_factory=lambda: {
            "centenary": 100, "bicentenary": 200, "tercentenary": 300, "centennial": 100,
            "bicentennial": 200, "sesquicentenary": 150,
        }
    )  # fmt: skip
    founding: frozenset[str] = frozenset(
        {
            "founded", "opened", "established", "built", "set", "began", "begun", "started",
            "launched", "created", "formed", "born", "unveiled", "inaugurated", "first",
            "completed", "dates",
        }
    )  # fmt: skip


_YEARS = {"year": 1, "decade": 10, "century": 100}


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Counts of years that miss the year beside them."""
    published = year_of(passage.analysis.document.published[:10])
    if published is None:
        return
    for figure in passage.figures:
        if figure.kind == "duration" and figure.unit in _YEARS and figure.bound == "exact":
            yield from _ago(figure, passage, published, parameters)
        elif figure.kind in ("ordinal", "rank") and figure.value is not None:
            sentence = passage.sentence_of(figure)
            after = sentence.lower[figure.last : figure.last + 2]
            if "anniversary" in after:
                yield from _anniversary(
                    int(figure.value), figure.sentence, (figure,), passage, published, parameters
                )
    for sentence in passage.sentences:
        for word in sentence.lower if _might(sentence.text, parameters) else ():
            if word in parameters.named:
                years = parameters.named[word]
                yield from _anniversary(years, sentence.index, (), passage, published, parameters)


def _might(text: str, parameters: Parameters) -> bool:
    lowered = text.lower()
    return any(name in lowered for name in parameters.named)


def _ago(
    figure: Figure, passage: Passage, published: int, parameters: Parameters
) -> Iterator[Flaw]:
    """A year right beside the count: "25 years ago, in 1989"."""
    lower = passage.sentence_of(figure).lower
    after = lower[figure.last : figure.last + 1]
    if after in (["later"], ["on"]):
        yield from _later(figure, passage, published, parameters)
    if after == ["since"]:
        yield from _since(figure, passage, published, parameters)
    if after != ["ago"] or figure.value is None:
        return
    unit = _YEARS[figure.unit or "year"]
    years, room = int(figure.value) * unit, max(parameters.room, unit // 2)
    for other in passage.by_sentence.get(figure.sentence, ()):
        if other.kind != "date" or "/" in (other.iso or ""):
            continue
        year = year_of(other.iso or "")
        between = lower[figure.last + 1 : other.first] or lower[other.last : figure.first]
        if year is None or len(between) > 3 or not set(between) <= {",", "in", "(", "–", "-", "on"}:
            continue
        if abs(published - year - years) > room:
            yield Flaw(
                (figure, other),
                f"{other.text} was {published - year} years ago, not {figure.text}.",
                f"Counted from {published}, when the text was published.",
            )


_NOW = frozenset(("still", "now", "today", "remains", "continues"))


def _later(
    figure: Figure, passage: Passage, published: int, parameters: Parameters
) -> Iterator[Flaw]:
    """The only year before "33 years later she still", which counts to the present."""
    lower = passage.sentence_of(figure).lower
    if not _NOW & set(lower[figure.last : figure.last + 6]):
        return
    dates = [f for f in passage.by_sentence.get(figure.sentence, ()) if f.kind == "date"]
    year = year_of(dates[0].iso or "") if len(dates) == 1 else None
    if year is None or figure.value is None or dates[0].first > figure.first:
        return
    unit = _YEARS[figure.unit or "year"]
    if abs(published - year - int(figure.value) * unit) > max(parameters.room, unit // 2):
        yield Flaw(
            (figure, dates[0]),
            f"{dates[0].text} was {published - year} years ago, not {figure.text}.",
            f"Counted from {published}, when the text was published.",
        )


def _since(
    figure: Figure, passage: Passage, published: int, parameters: Parameters
) -> Iterator[Flaw]:
    """The only year after "it is 30 years since"."""
    unit = _YEARS[figure.unit or "year"]
    dates = [
        other
        for other in passage.by_sentence.get(figure.sentence, ())
        if other.kind == "date" and other.first > figure.last
    ]
    year = year_of(dates[0].iso or "") if len(dates) == 1 else None
    if year is None or figure.value is None or not 0 <= published - year <= 2 * figure.value * unit:
        return
    if abs(published - year - int(figure.value) * unit) > max(parameters.room, unit // 2):
        yield Flaw(
            (figure, dates[0]),
            f"{dates[0].text} was {published - year} years ago, not {figure.text}.",
            f"Counted from {published}, when the text was published.",
        )


def _anniversary(
    years: int,
    number: int,
    figures: tuple[Figure, ...],
    passage: Passage,
    published: int,
    parameters: Parameters,
) -> Iterator[Flaw]:
    """The only founding year of the sentence or the next one, against the anniversary."""
    dates = [
        (figure, year)
        for index in (number, number + 1)
        for figure in passage.by_sentence.get(index, ())
        if figure.kind == "date" and (year := year_of(figure.iso or "")) is not None
        and (_founding(figure, passage, parameters) or _anniversary_of(figure, passage))
    ]  # fmt: skip
    if len(dates) != 1:
        return
    figure, year = dates[0]
    if published - year > 0 and abs(published - year - years) > parameters.room:
        yield Flaw(
            (*figures, figure) if figures else (figure,),
            f"{published} is {published - year} years after {figure.text}, not {years}.",
            f"Counted from {published}, when the text was published.",
        )


def _anniversary_of(figure: Figure, passage: Passage) -> bool:
    """Whether a year stands behind it: "the 25th anniversary of the flood of 1987"."""
    lower = passage.sentence_of(figure).lower
    near = lower[max(figure.first - 8, 0) : figure.first]
    if "anniversary" not in near:
        return False
    between = near[near.index("anniversary") + 1 :]
    return between[:1] == ["of"] and between[-1:] in (["of"], ["in"]) and "," not in between


def _founding(figure: Figure, passage: Passage, parameters: Parameters) -> bool:
    lower = passage.sentence_of(figure).lower
    near = lower[max(figure.first - 10, 0) : figure.first]
    return bool(parameters.founding & set(near))
