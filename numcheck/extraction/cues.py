"""The words that hand over to a speaker: verbs in all their forms, nouns, fixed phrases.

The lists lie in ``vocabulary/voices``; the forms of regular verbs are generated here, once.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck import vocabulary

__all__ = [
    "AFTER",
    "BASE",
    "GERUND",
    "NOUN",
    "PARTICIPLE",
    "PAST",
    "THIRD",
    "Cue",
    "cues",
    "forms_of",
    "words",
]

NOUN: Final = 0
BASE: Final = 1
THIRD: Final = 2
PAST: Final = 3
PARTICIPLE: Final = 4
GERUND: Final = 5
AFTER: Final = 6


class Cue:
    """What a form that may hand over to a speaker can be.

    Attributes:
        kind: Class of the verb (``say``, ``show``, ``think``, ``plan``, ``judge``), of the noun
            (``report``, ``claim``), or ``after`` for a phrase that the speaker follows.
        form: Which form it is; ``PAST`` stands for past and participle where they are alike.
        past: Whether it can be a past or a participle.
        free: Whether anything may follow a verb that comes before what is said.
        clause: Whether "that" or something alike may follow.
        later: A word that may also come later ("**put** his fortune **at**").
        particles: The words of which one must come next otherwise.
        noun: The reading as a noun, where the same form has one.
        shows: Whether documents and data are subjects of it too.
    """

    __slots__ = (
        "clause",
        "form",
        "free",
        "kind",
        "later",
        "lemma",
        "noun",
        "particles",
        "past",
        "shows",
    )

    def __init__(self, lemma: str, kind: str, form: int) -> None:
        self.lemma = lemma
        self.kind = kind
        self.form = form
        self.past = form in (PAST, PARTICIPLE)
        self.free = False
        self.clause = False
        self.later = ""
        self.particles: tuple[str, ...] = ()
        self.noun: Cue | None = None
        self.shows = False

    def admit(self, needs: str) -> None:
        """Take in one more row of the list: what may follow."""
        if needs == "-":
            self.free = True
        elif needs == "clause":
            self.clause = True
        elif needs[0] == "…":
            self.later = needs[1:]
        else:
            self.particles += tuple(needs.split("|"))


_VOWELS: Final = frozenset("aeiou")


def forms_of(verb: str) -> tuple[str, str, str, str, str]:
    """Base, third person, past, participle and ``-ing`` form.

    Args:
        verb: A regular verb's base, or ``base/past/participle``.

    >>> forms_of("deny")
    ('deny', 'denies', 'denied', 'denied', 'denying')
    >>> forms_of("say/said/said")
    ('say', 'says', 'said', 'said', 'saying')
    """
    base, _, rest = verb.partition("/")
    past, _, participle = rest.partition("/")
    third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")
    stem = base
    if len(base) > 2 and base[-1] == "y" and base[-2] not in _VOWELS:
        third, regular = base[:-1] + "ies", base[:-1] + "ied"
    elif base[-1] == "e":
        regular = base + "d"
        if not base.endswith(("ee", "oe", "ye")):
            stem = base[:-1]
    else:
        if _doubles(base):
            stem = base + base[-1]
        regular = stem + "ed"
    return base, third, past or regular, participle or past or regular, stem + "ing"


def _doubles(base: str) -> bool:
    """``admit`` and ``quip`` double their last letter, ``report`` and ``visit`` do not."""
    if len(base) < 3 or base[-1] not in "bdgmnpt" or base[-2] not in _VOWELS:
        return False
    if base[-3] in _VOWELS and base[-3:-1] != "ui":
        return False
    return sum(letter in _VOWELS for letter in base) <= 1 + base.count("ui") or base.endswith(
        ("mit", "fer", "cur")
    )


@cache
def words(name: str) -> dict[str, frozenset[str]]:
    """The classes of a list in ``vocabulary/voices``: class → words."""
    gathered: dict[str, set[str]] = {}
    for kind, entries in vocabulary.table("voices/" + name, 2):
        gathered.setdefault(kind, set()).update(entries.split())
    return {kind: frozenset(entries) for kind, entries in gathered.items()}


@cache
def cues() -> dict[str, Cue]:
    """Every form that may hand over to a speaker, in lower case."""
    found: dict[str, Cue] = {}
    for kind, needs, verbs in vocabulary.table("voices/cue_verbs", 3):
        for verb in verbs.split():
            _take_verb(found, kind, needs, verb)
    for kind, links, nouns in vocabulary.table("voices/cue_nouns", 3):
        for noun in nouns.split():
            reading = Cue(noun, kind, NOUN)
            reading.particles = tuple(links.split("|"))
            known = found.get(noun)
            if known is None:
                found[noun] = reading
            else:
                known.noun = reading
    for phrase in vocabulary.lines("voices/cue_phrases.txt"):
        first, _, second = phrase.partition(" ")
        found[first] = Cue(first, "after", AFTER)
        found[first].particles = (second,)
    return found


def _take_verb(found: dict[str, Cue], kind: str, needs: str, verb: str) -> None:
    past_only = verb[0] == "~"
    verb = verb.lstrip("~")
    for form, word in enumerate(forms_of(verb), BASE):
        if past_only and form <= THIRD:
            continue
        known = found.get(word)
        if known is None:
            known = found[word] = Cue(verb.partition("/")[0], kind, form)
        elif known.form != form and (known.form, form) != (PAST, PARTICIPLE):
            known.past = known.past or (known.form == BASE and form >= PAST)
            continue
        if kind == "show":
            known.shows = True
        else:
            known.kind = kind if known.kind == "show" else known.kind
            known.admit(needs)
