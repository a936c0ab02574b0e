"""How a text stands by each figure: it asserts, attributes, denies, doubts or supposes it.

A denial outranks a doubt, a doubt a supposition, a supposition an attribution.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.antecedents import Scope
from numcheck.extraction.cues import words
from numcheck.extraction.doubts import doubt_at, doubt_words
from numcheck.extraction.draft import Draft
from numcheck.extraction.falsehoods import denial_at, denial_words
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.speech import Speech
from numcheck.model import Remark, Sentence

__all__ = ["judge"]

_WORD: Final = re.compile("[A-Za-z][a-z]{3,}")
_REACH: Final = 2
_CLAUSE: Final = 14
_NEXT: Final = 4
_OPENING: Final = 3
_CLAUSE_ENDS: Final = frozenset((",", ";", ":", "!", "?", "”", "but", "and"))
# A passage denies or doubts something a few times, not hundreds of times.
_MOST: Final = 24
_COUNTED: Final = frozenset(("count", "money", "percent"))
_SUPPOSING: Final = frozenset(("if", "unless", "suppose", "supposing", "assuming", "imagine"))
_CONDITIONS: Final = frozenset(("if", "had", "should", "were"))
_NO_CONDITION: Final = frozenset(("as", "asked", "ask", "asking", "know", "see", "wonder", "sure"))
_DEFINITE: Final = frozenset(
    (
        "the",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "all",
        "last",
        "past",
        "this",
        "that",
    )
)


def judge(speech: Speech, drafts: dict[int, list[Draft]]) -> None:
    """Set stance and remark of every figure of a field whose attribution is known.

    Args:
        speech: Who speaks in the field.
        drafts: Its figures by sentence; positions count from the field's first sentence.
    """
    scope = Scope(speech, drafts)
    for position in sorted(drafts):
        for draft in drafts[position]:
            _judge_alone(scope, position, draft)
    for position in _suspects(speech, drafts):
        _judge_sentence(scope, position)


def _judge_sentence(scope: Scope, position: int) -> None:
    """Apply what a sentence denies or doubts to its figures and to those it points back to."""
    denying, doubting = _denial_words(), _doubt_words()
    left = _MOST
    for at, word in enumerate(scope.speech.sentences[position].lower):
        if word in denying or word in doubting:
            left -= 1
            if left < 0:
                return
        if word in denying:
            for draft, remark in denial_at(scope, position, at, denying[word]):
                if draft.stance != "denied":
                    draft.stance, draft.remark = "denied", remark
        elif word in doubting:
            for draft, remark in doubt_at(scope, position, at, doubting[word]):
                if draft.stance != "denied" and draft.remark is None:
                    draft.stance, draft.remark = "unconfirmed", remark


@cache
def _denial_words() -> dict[str, str]:
    return denial_words()


@cache
def _doubt_words() -> dict[str, str]:
    return doubt_words()


@cache
def _triggers() -> frozenset[str]:
    """The words without which no sentence denies or doubts anything, phrases of distance apart."""
    far = [word for word, way in denial_words().items() if way in ("distance", "brand")]
    small = frozenset(denial_words() | doubt_words()).difference(far)
    return small.union(word.capitalize() for word in small)


def _suspects(speech: Speech, drafts: dict[int, list[Draft]]) -> list[int]:
    """The sentences in reach of a figure that hold a word of denial or doubt."""
    text = speech.text
    needles = sorted(_triggers().intersection(_WORD.findall(text)))
    needles += [phrase for phrase in vocabulary.lines("voices/denial_distance") if phrase in text]
    if not needles:
        return []
    near = [False] * len(speech.sentences)
    for position in drafts:
        for reached in range(position, min(len(near), position + _REACH + 1)):
            near[reached] = True
    found: set[int] = set()
    for needle in needles:
        found.update(_holding(speech, needle, near))
    return sorted(found)


def _holding(speech: Speech, needle: str, near: list[bool]) -> list[int]:
    """The sentences that hold some letters, of those in reach."""
    text, starts = speech.text, speech.starts
    found: list[int] = []
    at = text.find(needle)
    while at >= 0:
        position = max(0, bisect_right(starts, at) - 1)
        if near[position]:
            found.append(position)
        if position + 1 >= len(starts):
            break
        at = text.find(needle, starts[position + 1])
    return found


def _judge_alone(scope: Scope, position: int, draft: Draft) -> None:
    """What the words right before a figure tell."""
    sentence = draft.sentence
    denial = _negated(sentence, draft)
    if denial is not None:
        source = draft.attribution.source if draft.attribution is not None else ""
        remark = Remark(denial[0], denial[1], denial[2], source)
        _deny_equals(scope, position, draft, remark)
        draft.stance, draft.remark, draft.attribution = "denied", remark, None
    elif _supposed(sentence, draft):
        draft.stance = "hypothetical"
    elif draft.attribution is None:
        _hand_over(scope, position, draft)


def _hand_over(scope: Scope, position: int, draft: Draft) -> None:
    """A writer who says "reportedly" hands the figure to somebody whom he does not name.

    Such a figure is attributed, to nobody, and the adverb is its remark.
    """
    adverbs, sentence = words("sourceless")["adverb"], draft.sentence
    first = max(0, draft.left - _CLAUSE)
    if adverbs.isdisjoint(sentence.lower[first : draft.last + _NEXT]):
        return
    for at in range(draft.last + _NEXT - 1, first - 1, -1):
        if at < len(sentence.lower) and sentence.lower[at] in adverbs:
            between = sentence.lower[min(at, draft.last) : max(at, draft.first)]
            if not any(word in _CLAUSE_ENDS for word in between if word != "and"):
                draft.stance, draft.remark = "attributed", scope.remark(position, at, at + 1)
            return


def _negated(sentence: Sentence, draft: Draft) -> tuple[str, int, int] | None:
    """Read "not 600": the words of the denial with their offsets, else ``None``."""
    lower, left = sentence.lower, draft.left
    if left < 1 or draft.kind not in _COUNTED or lower[left - 1] not in ("not", "n't"):
        return None
    if lower[left] in words("stance")["only"] or (draft.value is not None and draft.value <= 1):
        return None
    before = lower[left - 2] if left > 1 else ","
    entry = lookup(before)
    if before in ("if", "or", "whether", "why") or not (
        before in (",", "“", '"', "—", "–", ":", "(", "and", "but") or entry.usual in "B"
    ):
        return None
    following = lookup(lower[draft.last]) if draft.last < len(lower) else None
    if draft.kind == "percent" and following is not None and following.usual == "j":
        return None
    last = draft.last
    for at in range(draft.last, min(len(lower), draft.last + 8)):
        if lower[at : at + 3] == ["nor", "anything", "like"]:
            last = min(at + 4, len(lower))
    return sentence.phrase(left - 1, last), sentence.starts[left - 1], sentence.ends[last - 1]


def _deny_equals(scope: Scope, position: int, draft: Draft, remark: Remark) -> None:
    """The same number in the sentences before is what "not 600" denies."""
    for back in range(max(0, position - _REACH), position + 1):
        for other in scope.own(back)[-_MOST:]:
            if (
                other is not draft
                and other.value == draft.value
                and other.kind == draft.kind
                and (other.value is not None and other.start < draft.start)
            ):
                other.stance, other.remark = "denied", remark


def _supposed(sentence: Sentence, draft: Draft) -> bool:
    """Whether a condition or "would" makes the figure a supposition."""
    lower = sentence.lower
    if draft.left > 0 and lower[draft.left - 1] in _DEFINITE:
        return False
    if _inverted(sentence, draft):
        return True
    for at in range(draft.left - 1, max(-1, draft.left - _CLAUSE), -1):
        word = lower[at]
        if word in _CLAUSE_ENDS and lower[at - 1] not in ("or", "and"):
            return False
        if word in _SUPPOSING:
            before = lower[at - 1] if at else ""
            return before not in _NO_CONDITION and lower[at + 1] not in ("not", "any", "so")
        if word == "would":
            return draft.attribution is None and _would_be(sentence, at)
    return False


def _inverted(sentence: Sentence, draft: Draft) -> bool:
    """Whether a condition is told by word order: "Were 300 more to leave, …", "Had 12 come, …"."""
    lower = sentence.lower
    if _condition_behind(lower, draft) or _condition_ahead(lower, draft):
        return True
    if draft.left > _OPENING or "," not in lower[draft.last : draft.last + _CLAUSE]:
        return False
    return lower[0] in ("should", "had") or (
        lower[0] == "were" and "to" in lower[draft.last : draft.last + 8]
    )


def _condition_behind(lower: list[str], draft: Draft) -> bool:
    """Whether a condition follows: "could create 500 jobs should the permit be granted"."""
    if "should" not in lower and "were" not in lower:
        return False
    for at in range(draft.last + 1, min(len(lower) - 2, draft.last + _CLAUSE)):
        if lower[at] in _CLAUSE_ENDS and lower[at] != ",":
            return False
        if lookup(lower[at + 1]).usual not in "AKQ":
            continue
        if lower[at] == "should":
            return True
        if lower[at] == "were" and "to" in lower[at + 2 : at + 7]:
            return "would" in lower[max(0, draft.left - _NEXT) : at]
    return False


def _condition_ahead(lower: list[str], draft: Draft) -> bool:
    """Whether a condition opens the sentence: "Had the dam burst, 8,000 people would have …"."""
    if lower[0] not in _CONDITIONS or "would" not in lower[draft.last : draft.last + _NEXT]:
        return False
    return lower[draft.left - 1] == "," if draft.left else False


def _would_be(sentence: Sentence, at: int) -> bool:
    """Whether "would" supposes ("would cost") rather than tells what came later ("would go on")."""
    following = sentence.lower[at + 1 : at + 4]
    if following[:1] == ["have"]:
        return any(lookup(word).usual in "de" for word in following[1:])
    return any(word in words("stance")["would"] for word in following[:2])
