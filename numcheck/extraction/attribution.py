"""Who says each figure of a document: quotations, cues and what carries over between sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from numcheck.extraction.draft import Draft
from numcheck.extraction.quotes import Quotation, quotations
from numcheck.extraction.sources import Subject, source_text
from numcheck.extraction.speakers import fits, is_name, is_pronoun, last_name, wants
from numcheck.extraction.voices import Voice, voices
from numcheck.model import Attribution, Document, Sentence

__all__ = ["Speech", "attribute"]

_LOOK_BACK: Final = 8
_QUOTES_BACK: Final = 6
_COMMA: Final = 2


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
            for quote in self.quotes[first:]:
                if quote.start >= sentence.end:
                    break
                for token, start in enumerate(sentence.starts):
                    if quote.start <= start < quote.end:
                        depth[token] = quote.number
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
        last = self.sentence_at(quote.end - 1)
        for position, offset in ((last, quote.end - 1), (self.sentence_at(quote.start), quote.start)):
            sentence = self.sentences[position]
            best: Voice | None = None
            for voice in self.voices_of(position):
                if voice.depth >= 0 or voice.source is None:
                    continue
                token = bisect_right(sentence.starts, offset) - 1
                if voice.covers(token) or voice.covers(token - 1):
                    best = _nearer(voice, best, token)
            if best is not None:
                return best
        return None

    def speaker_name(self, voice: Voice, position: int) -> str:
        """The speaker as the text names him, pronouns resolved; empty if that fails."""
        source, sentence = voice.source, voice.sentence
        if source is None:
            return ""
        if not is_pronoun(source, sentence.lower):
            return source_text(sentence, source.first, source.last)
        need = wants(sentence.lower[source.first])
        return self._resolved(need, position, voice) if need > 0 else ""

    def _resolved(self, need: int, position: int, voice: Voice) -> str:
        """Look back for the last fitting speaker; a name goes before a description."""
        spare = ""
        for back in range(position, max(-1, position - _LOOK_BACK), -1):
            sentence = self.sentences[back]
            for other in reversed(self.voices_of(back)):
                if back == position and other.first >= voice.first:
                    continue
                source = other.source
                if source is None or other.depth >= 0 or is_pronoun(source, sentence.lower):
                    continue
                name = source_text(sentence, source.first, source.last)
                if fits(need, name):
                    if need != 1 or is_name(name):
                        return name
                    spare = spare or name
            if need == 1:
                end = sentence.starts[voice.first] if back == position else sentence.end
                name = last_name(self.text, sentence.start, end)
                if name:
                    return name
        return spare


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


def _nearer(voice: Voice, best: Voice | None, token: int) -> Voice:
    if best is None or _distance(voice, token) <= _distance(best, token):
        return voice
    return best


def _distance(voice: Voice, token: int) -> int:
    """Tokens between a figure and the cue; commas count more, since they part clauses."""
    tokens = voice.sentence.words
    if voice.first > token:
        between = tokens[token : voice.first]
    else:
        between = tokens[voice.last : token]
    return len(between) + _COMMA * between.count(",")


def attribute(
    document: Document, sentences: Sequence[Sentence], drafts: Mapping[int, list[Draft]]
) -> None:
    """Fill attribution, stance, remark and time of every draft.

    Args:
        document: The document.
        sentences: Its sentences in text order, the title's first.
        drafts: The figures of each sentence, by the sentence's position.
    """
    boundary = 0
    while boundary < len(sentences) and sentences[boundary].field == "title":
        boundary += 1
    for field, first, last in (("title", 0, boundary), ("text", boundary, len(sentences))):
        if any(first <= position < last for position in drafts):
            speech = Speech(document.field(field), sentences[first:last])
            for position in sorted(drafts):
                if first <= position < last:
                    for draft in drafts[position]:
                        _attribute(speech, position - first, draft)


def _attribute(speech: Speech, position: int, draft: Draft) -> None:
    quote = speech.quote_at(draft.start) if speech.quotes else None
    voice = _voice_for(speech, position, draft, quote)
    outer: Voice | None = None
    if quote is not None and (voice is None or voice.depth < 0 or _is_pronominal(voice)):
        tagged = speech.speaker(quote)
        if tagged is not None:
            voice = tagged
    elif quote is not None and voice is not None:
        outer = speech.speaker(quote)
    if voice is None:
        return
    home = position
    if voice.sentence is not draft.sentence:
        home = speech.sentence_at(voice.sentence.start)
    name = speech.speaker_name(voice, home)
    if not name and voice.source is not None:
        name = source_text(voice.sentence, voice.source.first, voice.source.last)
    if not name:
        draft.stance = "attributed"
        return
    via = ""
    if voice.via is not None:
        via = source_text(voice.sentence, voice.via.first, voice.via.last)
    elif _is_unnamed(voice):
        via = _outlet_before(speech, home)
    elif outer is not None:
        via = speech.speaker_name(outer, speech.sentence_at(outer.sentence.start))
    cue = voice.sentence.phrase(voice.first, voice.last)
    draft.attribution = Attribution(name, cue, via, quote is not None)
    draft.stance = "attributed"


def _is_unnamed(voice: Voice) -> bool:
    """Whether somebody speaks who only an outlet knows ("sources on the ground")."""
    source = voice.source
    return source is not None and any(
        word in ("source", "sources") for word in voice.sentence.lower[source.first : source.last]
    )


def _outlet_before(speech: Speech, position: int) -> str:
    """The outlet that the sentence before quotes its sources from, if it is the same passage."""
    if position == 0:
        return ""
    before = speech.sentences[position - 1]
    if before.paragraph != speech.sentences[position].paragraph:
        return ""
    for voice in speech.voices_of(position - 1):
        if voice.kind == "quote" and voice.via is not None:
            return source_text(before, voice.via.first, voice.via.last)
    return ""


def _is_pronominal(voice: Voice) -> bool:
    return voice.source is None or is_pronoun(voice.source, voice.sentence.lower)


def _wished(voice: Voice, outer: Voice) -> bool:
    """Whether one only reports what somebody plans or thinks: whoever says so is the source."""
    return voice.kind in ("plan", "think", "judge") and outer.kind in ("say", "show", "claim") and (
        outer.covers(voice.first) and outer.depth == voice.depth
    )


def _voice_for(
    speech: Speech, position: int, draft: Draft, quote: Quotation | None
) -> Voice | None:
    """The speaker of the sentence that is nearest to the figure and whose words cover it."""
    best: Voice | None = None
    number = quote.number if quote is not None else -1
    token = draft.first
    for voice in speech.voices_of(position):
        if voice.depth not in (-1, number):
            continue
        if voice.source is not None and voice.source.first <= token < voice.source.last:
            continue
        if voice.covers(token):
            if best is not None and (voice.depth < best.depth or _wished(voice, best)):
                continue
            best = _nearer(voice, best, token)
    return best
