"""Who speaks in a field: its quotations, the speakers of its sentences, and what carries over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from numcheck.extraction.cues import words
from numcheck.extraction.quotes import Quotation, quotations
from numcheck.extraction.sources import Subject, source_text
from numcheck.extraction.speakers import fits, is_name, is_pronoun, last_name, wants
from numcheck.extraction.subjects import subject_of
from numcheck.extraction.voice import Voice
from numcheck.extraction.voices import voices
from numcheck.model import Sentence

__all__ = ["Speech", "nearer"]

_LOOK_BACK: Final = 8
_QUOTES_BACK: Final = 6
_COMMA: Final = 2
_FAR: Final = 64


class Speech:
    """What has been found out about who speaks in one field of a document.

    Nothing is read before it is asked for, and everything at most once, so the cost follows the
    figures and not the text.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = sentences
        self.starts = [sentence.start for sentence in sentences]
        self.quotes = quotations(text, _paragraphs(sentences))
        self.quote_starts = [quote.start for quote in self.quotes]
        self.voices: dict[int, list[Voice]] = {}
        self.depths: dict[int, list[int]] = {}
        self.tags: dict[int, Voice | None] = {}

    def quote_at(self, offset: int) -> Quotation | None:
        """The quotation around an offset."""
        at = bisect_right(self.quote_starts, offset) - 1
        if at < 0 or self.quotes[at].end <= offset:
            return None
        return self.quotes[at]

    def sentence_at(self, offset: int) -> int:
        """Position of the sentence around an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def voices_of(self, position: int) -> list[Voice]:
        """The speakers of a sentence."""
        found = self.voices.get(position)
        if found is None:
            sentence = self.sentences[position]
            found = voices(sentence, self.depth_of(position))
            self.voices[position] = found
        return found

    def depth_of(self, position: int) -> list[int]:
        """For each token the number of its quotation or -1; empty if the sentence holds none."""
        known = self.depths.get(position)
        if known is not None:
            return known
        sentence = self.sentences[position]
        first = bisect_right(self.quote_starts, sentence.start) - 1
        if first < 0 or self.quotes[first].end <= sentence.start:
            first += 1
        depth: list[int] = []
        if first < len(self.quotes) and self.quotes[first].start < sentence.end:
            depth = [-1] * len(sentence.starts)
            token, starts = 0, sentence.starts
            while first < len(self.quotes) and self.quotes[first].start < sentence.end:
                quote = self.quotes[first]
                token = bisect_left(starts, quote.start, token)
                past = bisect_left(starts, quote.end, token)
                depth[token:past] = [quote.number] * (past - token)
                first += 1
        self.depths[position] = depth
        return depth

    def speaker(self, quote: Quotation) -> Voice | None:
        """Who speaks a quotation: its own tag, else that of the quotation it continues."""
        for _ in range(_QUOTES_BACK):
            if quote.number not in self.tags:
                self.tags[quote.number] = self._tag(quote)
            voice = self.tags[quote.number]
            if voice is not None:
                return voice
            if quote.number == 0:
                return None
            earlier = self.quotes[quote.number - 1]
            if not self._continues(earlier, quote):
                return None
            quote = earlier
        return None

    def _continues(self, earlier: Quotation, quote: Quotation) -> bool:
        """Whether a quotation without a tag goes on with the speaker of the one before it."""
        if quote.paragraph == earlier.paragraph:
            return quote.start == self.sentences[self.sentence_at(quote.start)].start
        return quote.leads and quote.paragraph == earlier.paragraph + 1

    def _tag(self, quote: Quotation) -> Voice | None:
        """The speaker whom the sentences around a quotation's two ends name."""
        for offset in (quote.end - 1, quote.start):
            position = self.sentence_at(offset)
            sentence = self.sentences[position]
            best: Voice | None = None
            for voice in self.voices_of(position):
                if voice.depth >= 0 or voice.source is None:
                    continue
                token = bisect_right(sentence.starts, offset) - 1
                if voice.covers(token) or voice.covers(token - 1):
                    best = nearer(voice, best, token)
            if best is not None:
                return best
        return None

    def speaker_name(self, voice: Voice, position: int) -> str:
        """The speaker as the text names him, pronouns resolved; empty if that fails."""
        if voice.source is None:
            return ""
        if voice.name is None:
            voice.name = self.name_of(voice.sentence, voice.source, position)
        return voice.name

    def name_of(self, sentence: Sentence, source: Subject, position: int) -> str:
        """A noun phrase of a sentence as a speaker's name, pronouns resolved."""
        if not is_pronoun(source, sentence.lower):
            return source_text(sentence, source.first, source.last)
        need = wants(sentence.lower[source.first])
        return self._resolved(need, position, source.first) if need > 0 else ""

    def _resolved(self, need: int, position: int, token: int) -> str:
        """Look back for the last fitting speaker; a name goes before a description."""
        spare = ""
        for back in range(position, max(-1, position - _LOOK_BACK), -1):
            sentence = self.sentences[back]
            for other in reversed(self.voices_of(back)):
                if back == position and other.first >= token:
                    continue
                source = other.source
                if source is None or other.depth >= 0 or is_pronoun(source, sentence.lower):
                    continue
                name = source_text(sentence, source.first, source.last)
                if fits(need, name):
                    if need != 1 or is_name(name):
                        return name
                    spare = spare or name
            if need == 2 and back < position:
                name = _first_body(sentence)
                if name:
                    return name
            if need == 1:
                end = sentence.starts[token] if back == position else sentence.end
                name = last_name(self.text, sentence.start, end)
                if name:
                    return name
        return spare


def _first_body(sentence: Sentence) -> str:
    """The organisation that a sentence is about, as far as its subject names one."""
    subject = subject_of(sentence, len(sentence.lower), 0)
    if subject is None or is_pronoun(subject, sentence.lower):
        return ""
    head, bodies = sentence.lower[subject.last - 1], words("sources")["body"]
    if head not in bodies and not sentence.words[subject.last - 1][0].isupper():
        return ""
    name = source_text(sentence, subject.first, subject.last)
    return name if fits(2, name) else ""


def _paragraphs(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    current = -1
    for sentence in sentences:
        if sentence.paragraph != current:
            found.append((sentence.start, sentence.end))
            current = sentence.paragraph
        else:
            found[-1] = (found[-1][0], sentence.end)
    return found


def nearer(voice: Voice, best: Voice | None, token: int) -> Voice:
    """Whichever of two speakers has his cue nearer to a token."""
    if best is None or _distance(voice, token) <= _distance(best, token):
        return voice
    return best


def _distance(voice: Voice, token: int) -> int:
    """Tokens between a figure and the cue; commas count more, since they part clauses."""
    tokens = voice.sentence.words
    first, last = (token, voice.first) if voice.first > token else (voice.last, token)
    if last - first > _FAR:
        return last - first + _FAR
    between = tokens[first:last]
    return len(between) + _COMMA * between.count(",")
