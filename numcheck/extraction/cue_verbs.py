"""Speakers handed over to by verbs: direct, inverted, coordinated, participles, quotations."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.content import content_end, is_tag, leading, widen_after
from numcheck.extraction.cues import GERUND, Cue, words
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.passives import passive, reduced_passive
from numcheck.extraction.sources import Subject, noun_phrase_before, object_after, phrase_after
from numcheck.extraction.subjects import subject_before, subject_of
from numcheck.extraction.voice import Voice
from numcheck.model import Sentence

__all__ = ["quoting", "verb_voice"]

_CLOSING: Final = frozenset("\"”»’'")
_CONJOINED: Final = frozenset(("and", "or", "but", "then"))
_LOOSE: Final = frozenset((",", "and", "or", "but", "by", "—", "–", "-"))
_CLAUSE: Final = frozenset(("that", "he", "she", "it", "they", "there", "we", "i", ":", "how"))


def verb_voice(
    sentence: Sentence, at: int, cue: Cue, floor: int, limit: int, found: list[Voice]
) -> Voice | None:
    """The speaker whom a verb hands over to.

    Args:
        sentence: The sentence.
        at: The verb.
        cue: What the verb can be.
        floor: First token that may belong to the speaker or his words.
        limit: Index past the last such token.
        found: The speakers of the cues before it.

    Returns:
        The speaker; ``None`` if the verb hands over to nobody here.
    """
    voice = Voice(sentence, at, at + 1, cue.kind)
    before = sentence.lower[at - 1] if at > floor else ""
    if cue.form == GERUND and (not before or lookup(before).usual != "B"):
        return _participle(voice, cue, floor, limit, found)
    if before == "to":
        return _infinitive(voice, cue, floor, limit)
    if _is_reduced(sentence, at, cue, before, limit):
        reduced = reduced_passive(voice, limit, floor)
        if reduced is not None:
            return reduced
    if cue.kind == "say" and (not before or before == "," or before in _CLOSING):
        subject = _inverted(sentence, at, floor, limit)
        if subject is not None:
            voice.source = subject
            voice.before_first, voice.before_last = floor, at
            widen_after(voice, subject.last, limit)
            return voice
    voice.source = subject_before(sentence, at, floor)
    if voice.source is None:
        if before not in _CONJOINED:
            return None
        voice.source = _shared_subject(sentence, at, floor, found)
        return leading(voice, cue, limit)
    return _with_subject(voice, voice.source, cue, floor, limit)


def _with_subject(voice: Voice, subject: Subject, cue: Cue, floor: int, limit: int) -> Voice | None:
    """A verb with its subject in front: passive, closing tag or leading clause."""
    if subject.negated and cue.kind in ("say", "show"):
        return None
    if subject.citing >= 0:
        voice.first = subject.citing
    if subject.passive and cue.past:
        return (
            passive(voice, floor, limit) if _is_free(voice.sentence, voice.last - 1, cue) else None
        )
    if not is_tag(voice, floor, limit) and leading(voice, cue, limit) is None:
        return None
    if cue.lemma == "tell" and voice.last < limit:
        # "told the BBC that": not part of the tag, so the outlet is looked for last.
        voice.via = _outlet(voice.sentence, voice.last, limit)
    return voice


def _outlet(sentence: Sentence, first: int, limit: int) -> Subject | None:
    """The outlet that somebody tells something, as far as a name shows that it is one."""
    if not (sentence.words[first][0].isupper() or sentence.lower[first] == "the"):
        return None
    told = phrase_after(sentence, first, limit)
    if told is None:
        return None
    head = sentence.lower[told.last - 1]
    return told if head in words("names")["outlet"] or head in words("sources")["outlet"] else None


def _is_free(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether a passive of the verb hands a figure to somebody ("reported by", "thought to be")."""
    return (
        cue.free
        or cue.shows
        or cue.later != ""
        or sentence.lower[at] in words("sourceless")["passive"]
    )


def _is_reduced(sentence: Sentence, at: int, cue: Cue, before: str, limit: int) -> bool:
    """Whether a participle without "be" may follow its figure ("300, reported by X")."""
    if not cue.past or at + 1 >= limit or not _is_free(sentence, at, cue):
        return False
    following = sentence.lower[at + 1]
    if following == "to":
        return before == "," or sentence.lower[at] in words("sourceless")["passive"]
    return following in ("at", "by")


def _shared_subject(sentence: Sentence, at: int, floor: int, found: list[Voice]) -> Subject | None:
    """The subject of an earlier verb of the same clause."""
    if (
        found
        and found[-1].source is not None
        and found[-1].first >= floor
        and (found[-1].source.last <= found[-1].first)
    ):
        return found[-1].source
    return subject_of(sentence, at, floor)


def _participle(voice: Voice, cue: Cue, floor: int, limit: int, found: list[Voice]) -> Voice | None:
    """Read "saying that 300 …", "a letter claiming that 300 …"."""
    sentence, at = voice.sentence, voice.first
    before = sentence.lower[at - 1] if at > floor else ""
    if before in _LOOSE or cue.lemma == "purport" or at == floor:
        if found and found[-1].source is not None and found[-1].depth < 0:
            voice.source = found[-1].source
        else:
            voice.source = subject_of(sentence, at, floor)
            if at == floor:
                return None
    elif before in words("sources")["thing"]:
        voice.source = noun_phrase_before(sentence, at - 1, floor)
    if voice.source is None:
        return None
    return leading(voice, cue, limit)


def _infinitive(voice: Voice, cue: Cue, floor: int, limit: int) -> Voice | None:
    """Read "went on to say that", "is likely to argue that"."""
    sentence, at = voice.sentence, voice.first
    follows = sentence.lower[at + 1] if at + 1 < limit else ""
    if cue.kind != "say" or follows not in ("that", ":"):
        return None
    if at - 2 >= floor and sentence.lower[at - 2] in words("stance")["negation"]:
        return None
    voice.source = subject_of(sentence, at - 1, floor)
    return leading(voice, cue, limit) if voice.source is not None else None


def _inverted(sentence: Sentence, at: int, floor: int, limit: int) -> Subject | None:
    """The speaker after the verb: "…, said Ann Lee, head of research"."""
    if at + 1 >= limit:
        return None
    token, word = sentence.words[at + 1], sentence.lower[at + 1]
    entry = lookup(word)
    if not (token[0].isupper() or entry.usual in "AKnNj") or word in _CLAUSE or word == "it":
        return None
    if sentence.words[at - 1] == "," if at > floor else False:
        aside = subject_before(sentence, at, floor)
        # "Ann Lee, the mayor, said …": the verb has its subject to the left.
        if aside is not None and aside.first <= floor + 1 and aside.last - aside.first <= 7:
            return None
    subject = phrase_after(sentence, at + 1, limit)
    if subject is None:
        return None
    following = sentence.lower[subject.last] if subject.last < limit else "."
    entry = lookup(following)
    if following[0].isdigit() or (entry.usual in "BHDMvzd" and following.isalpha()):
        return None
    return subject


def quoting(sentence: Sentence, at: int, cue: Cue, floor: int, limit: int) -> Voice | None:
    """Read "quoted X as saying", "was quoted as saying by Y", "a report cited 300 cases"."""
    lower = sentence.lower
    following = lower[at + 1] if at + 1 < limit else ""
    subject = subject_before(sentence, at, floor) if cue.form != GERUND else None
    voice = Voice(sentence, at, at + 1, "quote")
    if following in ("as", "by") and subject is not None and subject.passive:
        voice.source = subject
        return _quoted_passively(voice, floor, limit)
    quoted = object_after(sentence, at + 1, "as")
    if quoted is not None and quoted.last + 1 < limit and lower[quoted.last + 1] in (
        "saying", "telling", "claiming", "stating", "putting",
    ):  # fmt: skip
        voice.source, voice.via = quoted, subject
        if is_tag(voice, floor, limit, quoted.last + 2):
            return voice
        voice.after_first = quoted.last + 2
        voice.after_last = content_end(sentence, voice.after_first, limit)
        return voice
    if subject is not None and not subject.passive:
        voice.source = subject
        voice.kind = "show"
        return leading(voice, cue, limit)
    return None


def _quoted_passively(voice: Voice, floor: int, limit: int) -> Voice | None:
    """Read "was quoted as saying by Y", "were quoted by Y as saying"."""
    sentence, link = voice.sentence, voice.first + 1
    if sentence.lower[link] == "by":
        voice.via = object_after(sentence, link + 1, "as")
        if voice.via is None:
            return None
        link = voice.via.last
    voice.last = min(link + 2, limit)
    if voice.last < limit and sentence.lower[voice.last] == "by":
        voice.via = phrase_after(sentence, voice.last + 1, limit)
    via, voice.via = voice.via, None
    if not is_tag(voice, floor, limit):
        voice.after_first = voice.last
        voice.after_last = content_end(sentence, voice.last, limit)
    voice.via = via
    return voice
