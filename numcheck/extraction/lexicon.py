"""What parts of speech an English form can be, and its lemmas.

The table behind it is derived from the SPECIALIST lexicon and from Brill's tagger lexicon by
``tools/build_lexicon.py``. It is a text of 4096 buckets, parted by empty lines, and a form is
found in the bucket that its CRC-32 names; so loading is one split, and the first look-up of a
word costs a microsecond. A record is::

    soldiers <tab> 002N1        flags (hex), usual reading, how to make the noun's lemma
    found    <tab> 034d/4ind    after the slash: how to make the verb's lemma

An edit is the number of letters to drop from the form and the letters to put there.
"""

from __future__ import annotations

from typing import Final
from zlib import crc32

from numcheck import vocabulary

__all__ = [
    "ADJECTIVE",
    "ADVERB",
    "BASE",
    "GERUND",
    "NAME",
    "NOUN",
    "PARTICIPLE",
    "PAST",
    "PLURAL",
    "THIRD",
    "VERB",
    "Entry",
    "entries",
    "lookup",
    "verb_lemma",
]

NOUN: Final = 1
PLURAL: Final = 2
BASE: Final = 4
THIRD: Final = 8
PAST: Final = 16
PARTICIPLE: Final = 32
GERUND: Final = 64
ADJECTIVE: Final = 128
ADVERB: Final = 256
NAME: Final = 512
VERB: Final = BASE | THIRD | PAST | PARTICIPLE | GERUND


class Entry:
    """What the lexicon knows about a form.

    Attributes:
        flags: The parts of speech that the form can be, or-ed together; ``NAME`` where it is
            written with a capital.
        usual: What it usually is in running text, as a letter: ``n`` noun, ``N`` plural noun,
            ``v`` base form or present, ``z`` third person, ``d`` past, ``e`` past participle,
            ``g`` ``-ing`` form, ``j`` adjective, ``r`` adverb, ``p`` name; a capital letter of
            ``closed.tsv`` for the words that belong to a closed class.
        noun: Lemma of the noun, in lower case.
        verb: Lemma of the verb.
        closed: Whether it belongs to a closed class (``the``, ``of``, ``would``).
        known: Whether the lexicon holds it; its parts of speech are a guess otherwise.
    """

    __slots__ = ("closed", "flags", "known", "noun", "usual", "verb")

    def __init__(
        self, flags: int, usual: str, noun: str, verb: str, closed: bool = False, known: bool = True
    ) -> None:
        self.flags = flags
        self.usual = usual
        self.noun = noun
        self.verb = verb
        self.closed = closed
        self.known = known


_seen: dict[str, Entry] = {}
_closed: dict[str, Entry] = {}
_buckets: list[str] = []
_REMEMBERED = 200_000

# Longest first; each says what an unknown word with that ending is, and how to make its lemma.
_ENDINGS: Final = (
    ("ically", ADVERB, "r"),
    ("ly", ADVERB, "r"),
    ("ness", NOUN, "n"),
    ("ment", NOUN, "n"),
    ("tion", NOUN, "n"),
    ("able", ADJECTIVE, "j"),
    ("ible", ADJECTIVE, "j"),
    ("less", ADJECTIVE, "j"),
    ("ical", ADJECTIVE, "j"),
    ("ish", ADJECTIVE, "j"),
    ("ous", ADJECTIVE, "j"),
    ("ful", ADJECTIVE, "j"),
    ("ese", ADJECTIVE | NOUN | PLURAL, "j"),
    ("ic", ADJECTIVE, "j"),
)


def lookup(lower: str) -> Entry:
    """The entry of a form, guessed from its ending where the lexicon does not hold it.

    Args:
        lower: The form in lower case, one token of a sentence.
    """
    entry = _seen.get(lower)
    if entry is None:
        entry = _find(lower)
        # A text of ten million nonsense words must not fill the memory.
        if len(_seen) > _REMEMBERED:
            _seen.clear()
        _seen[lower] = entry
    return entry


def entries(words: list[str]) -> list[Entry]:
    """The entries of the tokens of a sentence.

    Args:
        words: The tokens in lower case.
    """
    seen = _seen
    return [seen.get(word) or lookup(word) for word in words]


def verb_lemma(lower: str, tag: str) -> str:
    """The base form of a verb, by the tag that it has in its sentence.

    Args:
        lower: The form in lower case.
        tag: Its tag; ``lay`` is lay where it is tagged ``v``, and lie where it is tagged ``d``.
    """
    if tag == "B":
        return "be"
    entry = lookup(lower)
    return lower if tag == "v" and entry.flags & BASE and not entry.closed else entry.verb


def _find(lower: str) -> Entry:
    if not _buckets:
        _load()
    entry = _closed.get(lower)
    if entry is not None:
        return entry
    bucket = _buckets[crc32(lower.encode("utf-8", "replace")) & (len(_buckets) - 1)]
    at = bucket.find("\n" + lower + "\t")
    if at < 0 and not bucket.startswith(lower + "\t"):
        return _guess(lower)
    at += len(lower) + 2
    end = bucket.find("\n", at)
    record = bucket[at:end] if end >= 0 else bucket[at:]
    noun, _, verb = record[4:].partition("/")
    return Entry(int(record[:3], 16), record[3], _edited(lower, noun), _edited(lower, verb))


def _edited(form: str, edit: str) -> str:
    return form[: len(form) - int(edit[0])] + edit[1:] if edit else form


def _guess(lower: str) -> Entry:
    if not lower[0].isalpha():
        return Entry(0, "#" if lower[0].isdigit() else ",", lower, lower, True, False)
    if len(lower) > 4:
        if lower.endswith("ing"):
            return Entry(GERUND | NOUN | ADJECTIVE, "g", lower, _stem(lower[:-3]), known=False)
        if lower.endswith("ied"):
            return Entry(PAST | PARTICIPLE | ADJECTIVE, "d", lower, lower[:-3] + "y", known=False)
        if lower.endswith("ed"):
            stem = _stem(lower[:-2])
            return Entry(PAST | PARTICIPLE | ADJECTIVE, "d", lower, stem, known=False)
        for ending, flags, usual in _ENDINGS:
            if lower.endswith(ending):
                return Entry(flags, usual, lower, lower, known=False)
    if len(lower) > 3 and lower[-1] == "s" and lower[-2] not in "su'’":
        return Entry(NOUN | PLURAL, "N", _singular(lower), lower[:-1], known=False)
    return Entry(NOUN, "n", lower, lower, known=False)


def _stem(stem: str) -> str:
    """The base form of an unknown verb: ``tweet-ed``, ``slamm-ed``, ``googl-ed``."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if stem[-1] in "cgusvz" or (stem[-1] == "l" and stem[-2] not in "aeiou"):
        return stem + "e"
    return stem


def _singular(lower: str) -> str:
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return lower[:-2]
    return lower[:-1]


def _load() -> None:
    """Take in the closed classes, which outrank the table, and then the table.

    Threads may come here together: each fills in the same, and whoever sees the table sees all.
    """
    for usual, flags, lemma, words in vocabulary.table("lexicon/closed", 4):
        for word in words.split():
            own = lemma if lemma != "-" else word
            _closed[word] = Entry(int(flags), usual, own, own, True)
    _buckets[:] = vocabulary.text("lexicon/forms.txt").split("\n\n")
