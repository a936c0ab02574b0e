"""Ages against years of birth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from numcheck.engine.dates import year_of
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure, Sentence

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Room and words.

    Attributes:
        room: Years by which an age may be off.
        reach: Sentences between an age and the birth that it is held against.
        past: Words after an age that tie it to an earlier event.
    """

    room: int = 1
    reach: int = 2
    past: frozenset[str] = frozenset({"when", "at", "then", "while", "as", "by", "before", "until"})


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Ages that the year of birth does not allow."""
    published = year_of(passage.analysis.document.published[:10])
    if published is None:
        return
    for birth in passage.figures:
        year = year_of(birth.iso or "") if birth.kind == "date" else None
        if year is None or not _is_birth(birth, passage.sentence_of(birth).lower):
            continue
        for age in _ages(birth, passage, parameters):
            value = age.value
            if value is None or not _same_person(age, birth, passage):
                continue
            if abs(published - year - value) > parameters.room:
                yield Flaw(
                    (age, birth),
                    f"Born in {year}, somebody is {published - year} in {published}, "
                    f"or {published - year - 1} before the birthday, not {age.text}.",
                    f"Counted to {published}, when the text was published.",
                )
                return


def _is_birth(figure: Figure, lower: list[str]) -> bool:
    before = lower[max(figure.first - 8, 0) : figure.first]
    if "born" not in before:
        return False
    between = before[len(before) - 1 - before[::-1].index("born") :]
    if any(len(word) == 4 and word.isdigit() for word in between):
        return False  # "born in 1972 and joined in 2004": the nearer year is that of the birth
    return "," not in between[:-1] or len(between) <= 4


def _ages(birth: Figure, passage: Passage, parameters: Parameters) -> Iterator[Figure]:
    """Ages told as of now, from the sentences around the birth, the nearest first."""
    numbers = [birth.sentence]
    for step in range(1, parameters.reach + 1):
        numbers += [birth.sentence - step, birth.sentence + step]
    for number in numbers:
        for figure in passage.by_sentence.get(number, ()):
            if figure.kind != "age" or figure.bound != "exact" or figure.field != birth.field:
                continue
            if _as_of_now(figure, passage.sentence_of(figure).lower, parameters):
                yield figure


def _as_of_now(age: Figure, lower: list[str], parameters: Parameters) -> bool:
    before = lower[max(age.first - 3, 0) : age.first]
    after = lower[age.last : age.last + 1]
    words = lower[max(age.first - 7, 0) : age.first]
    if "has" in words and "died" in words and {"age", "aged"} & set(words[-3:]):
        return True
    if {"was", "were", "at", "turned"} & set(before) or parameters.past & set(after):
        return False
    if "aged" in before or "aged" in age.text.lower():
        return True
    if before[-1:] in (["is"], ["now"]) and after[:1] in ([","], ["."], ["and"]):
        return True
    return before[-1:] == [","] and after[:1] in ([","], ["."], [")"])


_RELATIVES = frozenset(
    {
        "son", "daughter", "brother", "sister", "father", "mother", "wife", "husband", "child",
        "children", "twin", "partner", "grandson", "granddaughter", "nephew", "niece", "cousin",
        "uncle", "aunt", "friend", "widow", "parents", "baby",
    }
)  # fmt: skip


def _same_person(age: Figure, birth: Figure, passage: Passage) -> bool:
    """Whether nobody else can be meant: a shared name, or a pronoun after a single name."""
    one, other = passage.sentence_of(age), passage.sentence_of(birth)
    if one.index == other.index:
        first, last = sorted((age, birth), key=lambda figure: figure.first)
        return not _RELATIVES & set(one.lower[first.last : last.first])
    if _names(one, age) & _names(other, birth):
        return True
    opening = set(other.lower[:4])
    return bool(opening & {"he", "she", "born"}) and 0 < other.index - one.index <= 2


def _names(sentence: Sentence, figure: Figure) -> set[str]:
    return {
        word
        for position, word in enumerate(sentence.words)
        if word[:1].isupper() and position != figure.first and len(word) > 2
    }
