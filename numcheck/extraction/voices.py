"""Who speaks in a sentence, and which of its words are what he says."""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck.extraction.cues import (
    AFTER,
    BASE,
    GERUND,
    NOUN,
    PARTICIPLE,
    PAST,
    Cue,
    cues,
    words,
)
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.sources import (
    Subject,
    noun_phrase_before,
    object_after,
    phrase_after,
    subject_before,
    subject_of,
)
from numcheck.model import Sentence

__all__ = ["Voice", "voices"]

_OPENING: Final = frozenset("\"“„«‘'’")
_CLOSING: Final = frozenset("\"”»’'")
_DASHES: Final = frozenset("–—―-")
_CONJOINED: Final = frozenset(("and", "or", "but", ",", "—", "–", "-", "then"))
_CLAUSE: Final = frozenset(("that", "he", "she", "it", "they", "there", "we", "i", ":", "how"))
_BREAKS: Final = frozenset((";", "whereas"))
_SHARES: Final = frozenset(("percent", "cent", "%", "percentage", "majority"))
_POSSESSIVES: Final = frozenset(("'s", "’s", "his", "her", "its", "their", "our", "my"))
_FINITE: Final = frozenset("vzd")
_AGO: Final = frozenset(("later", "earlier", "ago"))
_TAG_LONGEST: Final = 14
_THAT_WITHIN: Final = 16


class Voice:
    """A speaker in a sentence.

    Attributes:
        sentence: The sentence.
        first: First token of the cue.
        last: Index past the last token of the cue.
        source: Where the speaker is named; ``None`` if nowhere.
        via: Where the outlet is named that quotes him, else ``None``.
        before: Tokens in front of the tag that are what he says, as ``(first, past the last)``.
        after: Tokens after the cue that are what he says, likewise.
        kind: Class of the cue.
        depth: Number of the quotation that the cue stands in; -1 outside of all.
    """

    __slots__ = (
        "after_first", "after_last", "before_first", "before_last", "depth", "first", "kind",
        "last", "sentence", "source", "via",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, first: int, last: int, kind: str) -> None:
        self.sentence = sentence
        self.first = first
        self.last = last
        self.kind = kind
        self.source: Subject | None = None
        self.via: Subject | None = None
        self.before_first = 0
        self.before_last = 0
        self.after_first = 0
        self.after_last = 0
        self.depth = -1

    def covers(self, token: int) -> bool:
        """Whether a token is part of what the speaker says."""
        return (
            self.before_first <= token < self.before_last
            or self.after_first <= token < self.after_last
        )


def voices(sentence: Sentence, depth: list[int]) -> list[Voice]:
    """Every speaker in a sentence, in the order of the cues.

    Args:
        sentence: The sentence.
        depth: For each token the number of the quotation that it stands in, or -1; empty where
            the sentence holds no quotation.
    """
    found: list[Voice] = []
    known = cues()
    for at, word in enumerate(sentence.lower):
        cue = known.get(word)
        if cue is None or (at and sentence.words[at][0].isupper() and not _may_begin(sentence, at)):
            continue
        voice = _read(sentence, at, cue, found, depth)
        if voice is not None and _is_speaker(sentence, voice.source):
            voice.depth = depth[at] if depth else -1
            found.append(voice)
    return found


def _is_speaker(sentence: Sentence, source: Subject | None) -> bool:
    """Whether a noun phrase speaks at all: "75 percent of voters said yes" names nobody."""
    if source is None:
        return True
    if sentence.words[source.last - 1][0].isdigit():
        return False
    return not any(word in _SHARES for word in sentence.lower[source.first : source.last])


def _may_begin(sentence: Sentence, at: int) -> bool:
    """Whether a capital stands there because a sentence or quotation begins."""
    before = sentence.words[at - 1]
    return before in _OPENING or before in ":.("


def _read(
    sentence: Sentence, at: int, cue: Cue, found: list[Voice], depth: list[int]
) -> Voice | None:
    floor, limit = _region(sentence, at, depth)
    if cue.form == AFTER:
        return _after_phrase(sentence, at, cue, floor, limit)
    if cue.form == NOUN:
        return _noun(sentence, at, cue, floor, limit)
    if _is_nominal(sentence, at, cue):
        return _noun(sentence, at, cue.noun, floor, limit) if cue.noun is not None else None
    if cue.lemma in ("quote", "cite"):
        return _quoting(sentence, at, cue, floor, limit)
    return _verb(sentence, at, cue, floor, limit, found)


def _region(sentence: Sentence, at: int, depth: list[int]) -> tuple[int, int]:
    """The tokens among which the speaker and his words are sought: a quotation, a bracket, or all."""
    tokens = sentence.words
    floor, limit = 0, len(tokens)
    if depth and depth[at] >= 0:
        floor = limit = at
        while floor > 0 and depth[floor - 1] == depth[at]:
            floor -= 1
        while limit < len(tokens) and depth[limit] == depth[at]:
            limit += 1
    left = at - 1
    while left >= floor and tokens[left] not in "()" and tokens[left] != ";":
        left -= 1
    if left >= floor and tokens[left] == "(":
        floor = left + 1
        for right in range(at, limit):
            if tokens[right] == ")":
                limit = right
                break
    elif left >= floor and tokens[left] == ";":
        floor = left + 1
    return floor, limit


def _is_nominal(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether the form is a noun or an adjective here ("the reported 300", "its estimates")."""
    if cue.form == GERUND:
        return at > 0 and (lookup(sentence.lower[at - 1]).usual in "AK")
    if at == 0:
        return cue.form in (PAST, PARTICIPLE) or cue.noun is not None
    before = lookup(sentence.lower[at - 1])
    word = sentence.lower[at - 1]
    if word in ("that", "which", "who"):
        return False
    if (before.closed and before.usual in "AKQ") or word in ("'s", "’s") or word == "of":
        return word not in ("all", "both", "many", "few", "most", "this", "these", "those")
    if cue.noun is None and cue.form in (PAST, PARTICIPLE):
        return before.closed and before.usual == "P"
    if sentence.words[at - 1][0].isdigit() or word in ("million", "billion", "hundred", "thousand"):
        return True
    following = sentence.lower[at + 1] if at + 1 < len(sentence.lower) else "."
    if cue.form in (BASE, BASE + 1):
        if before.usual == "j" and not sentence.words[at - 1][0].isupper():
            return True
        if lookup(sentence.lower[at]).usual in "nN" and following not in _CLAUSE and (
            not sentence.words[at - 1][0].isupper() or (cue.noun is None and not cue.shows)
        ):
            return before.usual not in "NO"
        if following == "of":
            return "of" not in cue.particles
        if following in ("by", "from", "and", "or", ",", "were", "was", "are", "is", "have"):
            return cue.noun is not None and following != ","
        return before.closed and before.usual in "P"
    return False


# ------------------------------------------------------------------ verbs


def _verb(
    sentence: Sentence, at: int, cue: Cue, floor: int, limit: int, found: list[Voice]
) -> Voice | None:
    lower, tokens = sentence.lower, sentence.words
    before = tokens[at - 1] if at > floor else ""
    voice = Voice(sentence, at, at + 1, cue.kind)
    if cue.form == GERUND:
        if lookup(lower[at - 1]).usual != "B" if at > floor else True:
            return _participle(voice, cue, floor, limit, found)
    elif lower[at - 1] == "to" if at > floor else False:
        return _infinitive(voice, cue, floor, limit)
    if cue.form in (PAST, PARTICIPLE) and cue.free and at + 1 < limit and (
        lower[at + 1] in ("at", "by") or (lower[at + 1] == "to" and before == ",")
    ):
        reduced = _reduced_passive(voice, limit, floor)
        if reduced is not None:
            return reduced
    if (at == floor or before == "," or before in _CLOSING) and cue.kind == "say":
        subject = _inverted(sentence, at, floor, limit)
        if subject is not None:
            voice.source = subject
            voice.before_first, voice.before_last = floor, at
            _widen_after(voice, subject.last, limit)
            return voice
    subject = subject_before(sentence, at, floor)
    if subject is None and before.lower() in _CONJOINED:
        subject = _shared_subject(sentence, at, floor, found)
        if subject is None:
            return None
        voice.source = subject
        return _leading(voice, cue, limit)
    if subject is None:
        return None
    voice.source = subject
    if subject.citing >= 0:
        voice.first = subject.citing
    if subject.passive and cue.form in (PAST, PARTICIPLE):
        return _passive(voice, floor, limit) if cue.free else None
    if _is_tag(voice, floor, limit):
        return voice
    return _leading(voice, cue, limit)


def _shared_subject(
    sentence: Sentence, at: int, floor: int, found: list[Voice]
) -> Subject | None:
    """The subject of an earlier verb of the same clause."""
    if found and found[-1].source is not None and found[-1].first >= floor and (
        found[-1].source.last <= found[-1].first
    ):
        return found[-1].source
    return subject_of(sentence, at, floor)


def _participle(
    voice: Voice, cue: Cue, floor: int, limit: int, found: list[Voice]
) -> Voice | None:
    """", saying that 300 …", "a letter claiming that 300 …"."""
    sentence, at = voice.sentence, voice.first
    before = sentence.lower[at - 1] if at > floor else ""
    if before in _CONJOINED or before == "by" or cue.lemma == "purport" or at == floor:
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
    return _leading(voice, cue, limit)


def _infinitive(voice: Voice, cue: Cue, floor: int, limit: int) -> Voice | None:
    """"went on to say that", "is likely to argue that"."""
    sentence, at = voice.sentence, voice.first
    follows = sentence.lower[at + 1] if at + 1 < limit else ""
    if cue.kind != "say" or follows not in ("that", ":"):
        return None
    voice.source = subject_of(sentence, at - 1, floor)
    return _leading(voice, cue, limit) if voice.source is not None else None


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


def _passive(voice: Voice, floor: int, limit: int) -> Voice | None:
    """"was reported by", "is estimated at", "were said to have"."""
    sentence, at = voice.sentence, voice.first
    lower = sentence.lower
    voice.before_first, voice.before_last = floor, at
    voice.source = None
    for by in range(at + 1, min(limit, at + 12)):
        if lower[by] == "by":
            voice.source = phrase_after(sentence, by + 1, limit)
            break
        if lower[by] in (",", ".", "and", "that"):
            break
    if voice.source is None and lower[at] not in words("sourceless")["passive"]:
        return None
    if voice.source is not None and not _speaks(voice.source, sentence):
        return None
    voice.after_first, voice.after_last = at + 1, _content_end(sentence, at + 1, limit)
    if voice.source is not None:
        voice.after_last = min(voice.after_last, voice.source.first)
    voice.kind = "passive"
    return voice


def _reduced_passive(voice: Voice, limit: int, floor: int) -> Voice | None:
    """", put at 48 by officials", ", thought to be £18m", "a loss reported by the bank"."""
    sentence, at = voice.sentence, voice.first
    lower = sentence.lower
    if at > floor and lookup(lower[at - 1]).usual in "BHDM":
        return None
    end = at + 1
    while end < limit and sentence.words[end] not in ",;:()":
        end += 1
    if lower[at + 1] == "to":
        if lower[at] not in words("sourceless")["passive"]:
            return None
    else:
        for by in range(at + 1, end):
            if lower[by] == "by":
                voice.source = phrase_after(sentence, by + 1, limit)
                break
        if voice.source is None or not _speaks(voice.source, sentence):
            return None
    voice.kind = "passive"
    voice.after_first, voice.after_last = at + 1, end
    if lower[at + 1] == "by" and sentence.words[at - 1] != ",":
        voice.before_first, voice.before_last = _clause_before(sentence, at, floor), at
    return voice


def _clause_before(sentence: Sentence, at: int, floor: int) -> int:
    while at > floor and sentence.words[at - 1] not in ",;:" and at - 1 > floor:
        at -= 1
    return at


def _speaks(subject: Subject, sentence: Sentence) -> bool:
    """Whether a noun phrase can be a speaker: a name, or headed by a word of the list."""
    return sentence.words[subject.last - 1][0].isupper() or _is_source(sentence, subject)


@cache
def _source_heads() -> frozenset[str]:
    return frozenset().union(*words("sources").values())


def _is_source(sentence: Sentence, subject: Subject) -> bool:
    return any(word in _source_heads() for word in sentence.lower[subject.first : subject.last])


def _quoting(
    sentence: Sentence, at: int, cue: Cue, floor: int, limit: int
) -> Voice | None:
    """"quoted X as saying", "was quoted as saying by Y", "a report cited 300 cases"."""
    lower = sentence.lower
    following = lower[at + 1] if at + 1 < limit else ""
    subject = subject_before(sentence, at, floor) if cue.form != GERUND else None
    voice = Voice(sentence, at, at + 1, "quote")
    if following == "as" and subject is not None and subject.passive:
        voice.last = min(at + 3, limit)
        voice.source = subject
        by = at + 3
        if by < limit and lower[by] == "by":
            voice.via = phrase_after(sentence, by + 1, limit)
        if not _is_tag(voice, floor, limit):
            voice.after_first = voice.last
            voice.after_last = _content_end(sentence, voice.last, limit)
        return voice
    quoted = object_after(sentence, at + 1, "as")
    if quoted is not None and quoted.last + 1 < limit and lower[quoted.last + 1] in (
        "saying", "telling", "claiming", "stating", "putting",
    ):  # fmt: skip
        voice.source, voice.via = quoted, subject
        if _is_tag(voice, floor, limit, quoted.last + 2):
            return voice
        voice.after_first = quoted.last + 2
        voice.after_last = _content_end(sentence, voice.after_first, limit)
        return voice
    if subject is not None and not subject.passive:
        voice.source = subject
        voice.kind = "show"
        return _leading(voice, cue, limit)
    return None


def _leading(voice: Voice, cue: Cue, limit: int) -> Voice | None:
    """What is said follows the cue: "X said that …"."""
    sentence, at = voice.sentence, voice.last - 1
    lower = sentence.lower
    if at + 1 >= limit or voice.source is None:
        return None
    following = lower[at + 1]
    if following in _BREAKS or following == ".":
        return None
    clause = _clause_follows(sentence, at + 1, limit)
    thing = cue.shows and _is_thing(sentence, voice.source)
    if not (
        (cue.free and cue.kind != "show")
        or thing
        or (clause and (cue.clause or cue.free or cue.shows))
        or following in cue.particles
    ):
        return None
    start = at + 1
    if following in cue.particles:
        voice.last = start = at + (3 if cue.lemma == "purport" and at + 2 < limit else 2)
    if cue.lemma == "tell" and not clause and not _tells(sentence, start, limit):
        return None
    start = _past_that(sentence, start, limit, cue.lemma in ("tell", "inform", "remind", "warn"))
    voice.after_first, voice.after_last = start, _content_end(sentence, start, limit)
    if cue.kind == "plan":
        voice.after_last = _plan_end(sentence, start, voice.after_last)
    return voice


def _plan_end(sentence: Sentence, start: int, limit: int) -> int:
    """A plan ends where the narrator goes on about something else: a dash, "as", "even"."""
    for at in range(start + 1, limit):
        if sentence.words[at] in _DASHES and not sentence.glued(at):
            return at
        if sentence.lower[at] in ("as", "even", "after", "although", "though"):
            return at
    return limit


def _tells(sentence: Sentence, start: int, limit: int) -> bool:
    """Whether something is told rather than only somebody or a joke: a clause comes later."""
    return sentence.lower[start] in ("of", "about") or _has_verb(sentence, start, limit) or any(
        word in _CLAUSE or word in _OPENING for word in sentence.lower[start:limit]
    )


def _clause_follows(sentence: Sentence, start: int, limit: int) -> bool:
    """Whether "that", a pronoun, a colon or a quotation comes next, perhaps after an adverb."""
    lower, tokens = sentence.lower, sentence.words
    if lower[start] in _CLAUSE or tokens[start] in _OPENING:
        return True
    if tokens[start] == "," and start + 1 < limit:
        return tokens[start + 1] in _OPENING
    if lower[start] not in words("clause")["time"]:
        return False
    for at in range(start + 1, min(limit, start + 8)):
        if lower[at] in ("that", ":") or (tokens[at] in _OPENING and not sentence.glued(at)):
            return True
        if tokens[at] in ",." or lookup(lower[at]).usual in "BHDMvzd":
            return False
    return False


def _is_thing(sentence: Sentence, source: Subject) -> bool:
    """Whether a poll, a report or data speaks."""
    things = words("sources")["thing"]
    lower = sentence.lower
    for at in range(source.first, source.last):
        if lower[at] in things:
            return True
        if lookup(lower[at]).usual == "P" and lower[at] != "of":
            break
    return False


def _past_that(sentence: Sentence, start: int, limit: int, told: bool) -> int:
    """Skip "last month that", "reporters in Kyiv that", so that no figure in there is content."""
    lower = sentence.lower
    if start >= limit or lower[start] == "that":
        return start + 1
    times = words("clause")["time"]
    if not told and lower[start] not in times and sentence.words[start] != ",":
        return start
    for at in range(start, min(limit, start + _THAT_WITHIN)):
        if lower[at] == "that":
            return at + 1
        entry = lookup(lower[at])
        if entry.closed and entry.usual in "BHDMS":
            break
    return start


def _content_end(sentence: Sentence, start: int, limit: int) -> int:
    """Where somebody else's clause begins."""
    lower = sentence.lower
    for at in range(start, limit):
        if lower[at] in _BREAKS and at > start:
            return at
    return limit


def _is_tag(voice: Voice, floor: int, limit: int, end: int = -1) -> bool:
    """Whether the cue closes or interrupts what is said ("…, he said on Monday."), and its span."""
    sentence, subject = voice.sentence, voice.source
    if subject is None:
        return False
    tokens = sentence.words
    edge = min(subject.first, voice.via.first if voice.via is not None else subject.first) - 1
    if edge < floor:
        return False
    before = tokens[edge]
    opening = before == "," or before in _CLOSING or before in _DASHES
    if not opening and sentence.lower[edge] != "as":
        return False
    start = voice.last if end < 0 else end
    stop = _tag_end(sentence, start, limit)
    if stop < 0 and before in _CLOSING and start < limit and sentence.lower[start] not in _CLAUSE:
        stop = start
        while stop < limit and sentence.words[stop] not in ",;:" and not (
            sentence.words[stop] in _OPENING and not sentence.glued(stop)
        ):
            stop += 1
    if stop < 0:
        return False
    voice.before_first, voice.before_last = floor, edge
    _widen_after(voice, stop, limit)
    if sentence.lower[edge - 1] in _AGO or (
        voice.after_last
        and sentence.words[voice.after_first] in _OPENING
        and _is_prelude(sentence, floor, edge)
    ):
        # "Two days later, he wrote, …": the words before the tag are the writer's.
        voice.before_last = floor
    return True


def _tag_end(sentence: Sentence, start: int, limit: int) -> int:
    """Index of the token after the tag; -1 if what follows is what is said."""
    lower, tokens = sentence.lower, sentence.words
    told = lower[start - 1] in ("told", "tells", "telling", "tell", "informed", "assured")
    times = words("clause")["time"]
    if told and start < limit and lower[start] in ("a", "an", "one"):
        return -1
    for at in range(start, min(limit, start + _TAG_LONGEST)):
        token, word = tokens[at], lower[at]
        if token in ",;:!?()" or (token in _OPENING and not sentence.glued(at)) or token in "–—":
            return at
        if token == "." and (at + 1 >= limit or len(tokens[at - 1]) > 3):
            return at
        entry = lookup(word)
        if (word in ("that", "of", "about") and at == start) or word == "that":
            return -1
        if (entry.closed and entry.usual in "BDM") or word in ("he", "she", "it", "they", "there"):
            return -1
        if at == start and not told and word not in times and entry.usual != "r":
            return -1
    return limit if start + _TAG_LONGEST >= limit else -1


def _widen_after(voice: Voice, stop: int, limit: int) -> None:
    """A tag in the middle ("The toll, he said, was 30") leaves content after it."""
    sentence = voice.sentence
    if stop >= limit:
        return
    token = sentence.words[stop]
    if token in _OPENING:
        voice.after_first, voice.after_last = stop, _content_end(sentence, stop, limit)
    elif token in ",:" and stop + 1 < limit:
        word = sentence.lower[stop + 1]
        quote = sentence.words[stop + 1] in _OPENING
        entry = lookup(word)
        inverted = voice.source is not None and voice.source.first > voice.first
        if quote or _is_prelude(sentence, voice.before_first, voice.before_last) or not (
            inverted
            or entry.usual in "gWASCK"
            or word in words("clause")["break"]
            or word in words("clause")["time"]
        ):
            voice.after_first = stop + 1
            voice.after_last = _content_end(sentence, stop + 1, limit)


def _is_prelude(sentence: Sentence, first: int, last: int) -> bool:
    """Whether what stands before the tag is less than a main clause ("When it rains, he said, …")."""
    if first >= last:
        return True
    entry = lookup(sentence.lower[first])
    if sentence.lower[first] == "as" or (entry.closed and entry.usual in "SPW"):
        return "," not in sentence.words[first : last - 1]
    return not _has_verb(sentence, first, last)


# ------------------------------------------------------------------ phrases and nouns


def _after_phrase(
    sentence: Sentence, at: int, cue: Cue, floor: int, limit: int
) -> Voice | None:
    """"according to X"."""
    lower = sentence.lower
    if at + 1 >= limit or lower[at + 1] not in cue.particles:
        return None
    source = phrase_after(sentence, at + 2, limit)
    if source is None:
        return None
    voice = Voice(sentence, at, at + 2, "after")
    voice.source = source
    edge = at - 2 if lower[at - 2 : at] == ["in", "the"] else at
    leading = edge <= floor or lower[edge - 1] in ("and", "but", "while", "yet", "or")
    if not leading:
        voice.before_first, voice.before_last = floor, edge
        leading = not _has_verb(sentence, floor, edge)
    if leading:
        voice.after_first = source.last
        voice.after_last = _content_end(sentence, source.last, limit)
    return voice


def _has_verb(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a stretch is a clause of its own."""
    for at in range(first, last):
        entry = lookup(sentence.lower[at])
        if entry.usual in "BHDM" if entry.closed else entry.usual in _FINITE:
            return True
    return False


def _noun(sentence: Sentence, at: int, cue: Cue, floor: int, limit: int) -> Voice | None:
    """"Berlin's pledge to add 300", "claims by the union that 300", "reports that 300"."""
    lower = sentence.lower
    voice = Voice(sentence, at, at + 1, cue.kind)
    link = at + 1
    source: Subject | None = None
    if at > floor and lower[at - 1] in _POSSESSIVES:
        source = _owner(sentence, at - 1, floor)
    elif at - 1 > floor and lower[at - 2] in _POSSESSIVES:
        source = _owner(sentence, at - 2, floor)
    elif link < limit and lower[link] in ("by", "from"):
        source = object_after(sentence, link + 1, "that") or object_after(sentence, link + 1, "of")
        if source is not None:
            link = source.last
    if link < limit and lower[link] in words("clause")["time"] and lower[link] not in cue.particles:
        link = _next_link(sentence, link, limit, cue)
    if link >= limit or lower[link] not in cue.particles:
        return None
    if source is None and cue.kind == "report" and lower[link] == "that":
        source = noun_phrase_before(sentence, at, floor)
    if source is None and cue.kind == "plan":
        return None
    voice.source = source
    voice.after_first, voice.after_last = link + 1, _noun_content_end(sentence, link, limit)
    return voice


def _noun_content_end(sentence: Sentence, link: int, limit: int) -> int:
    """A clause after "that" runs on; a phrase after "of" or "to" ends at a comma or verb."""
    end = _content_end(sentence, link + 1, limit)
    if sentence.lower[link] == "that":
        return end
    for at in range(link + 2, end):
        entry = lookup(sentence.lower[at])
        if sentence.words[at] == "," and not sentence.glued(at + 1 if at + 1 < limit else at):
            following = sentence.lower[at + 1] if at + 1 < limit else ""
            if following not in ("about", "or", "nearly", "roughly", "some"):
                return at
        if sentence.lower[link] != "to" and entry.closed and entry.usual in "BHDM":
            return at
        if sentence.lower[link] != "to" and not entry.closed and entry.usual in "zd":
            return at
    return end


def _owner(sentence: Sentence, mark: int, floor: int) -> Subject | None:
    """Who the noun belongs to: "Berlin's", "his"."""
    if sentence.lower[mark] in ("'s", "’s"):
        if mark - 1 < floor:
            return None
        return noun_phrase_before(sentence, mark - 1, floor)
    return Subject(mark, mark + 1)


def _next_link(sentence: Sentence, start: int, limit: int, cue: Cue) -> int:
    """Skip "last month" in "pledge last month to add"."""
    for at in range(start, min(limit, start + 4)):
        if sentence.lower[at] in cue.particles:
            return at
    return limit
