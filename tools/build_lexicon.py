"""Derive ``numcheck/vocabulary/lexicon/forms.txt``: parts of speech and lemmas of English forms.

Sources, both installed from PyPI and only read, never imported::

    pip install lemminflect==0.2.3 textblob==0.20.1
    python tools/build_lexicon.py

* LemmInflect packages the SPECIALIST lexicon of the National Library of Medicine as two tables:
  which parts of speech and lemmas a form has, and how a lemma inflects.
* TextBlob packages the lexicon of Brill's tagger, which says what a form most often is in
  running text ("rose" is a verb, "shares" a plural noun); entries with odd characters, which
  came from elsewhere, are left out.

The same input gives the same file. Its shape is described in :mod:`numcheck.extraction.lexicon`.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib.util
import re
import zlib
from collections import defaultdict
from pathlib import Path

BUCKETS = 4096
TARGET = Path(__file__).parent.parent / "numcheck" / "vocabulary" / "lexicon" / "forms.txt"

NOUN, PLURAL, BASE, THIRD, PAST, PARTICIPLE, GERUND, ADJECTIVE, ADVERB, NAME = (
    1 << bit for bit in range(10)
)
# Penn Treebank tags as the flags that they vouch for and the letter of the usual reading.
PENN = {
    "NN": (NOUN, "n"),
    "NNS": (PLURAL, "N"),
    "JJ": (ADJECTIVE, "j"),
    "JJR": (ADJECTIVE, "j"),
    "JJS": (ADJECTIVE, "j"),
    "RB": (ADVERB, "r"),
    "RBR": (ADVERB, "r"),
    "VB": (BASE, "v"),
    "VBP": (BASE, "v"),
    "VBZ": (THIRD, "z"),
    "VBD": (PAST, "d"),
    "VBN": (PARTICIPLE, "e"),
    "VBG": (GERUND, "g"),
}
# Without a corpus to ask: what a form with several readings usually is.
USUAL = (
    (PLURAL, "N"),
    (NOUN, "n"),
    (ADJECTIVE, "j"),
    (ADVERB, "r"),
    (GERUND, "g"),
    (PAST, "d"),
    (PARTICIPLE, "e"),
    (THIRD, "z"),
    (BASE, "v"),
)
PLURAL_ENDINGS = (
    ("ies", "y"), ("men", "man"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("sses", "ss"),
    ("s", ""),
)  # fmt: skip
VERB_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"),
    ("es", ""), ("s", ""),
)  # fmt: skip
FORM = re.compile(r"[a-z]{2,}(?:'[a-z]+)?")


def package(name: str) -> Path:
    """The directory of an installed package, without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is not installed; see the top of {Path(__file__).name}")
    return Path(spec.submodule_search_locations[0])


class Table:
    """Flags and lemmas by form, as both sources are read."""

    def __init__(self) -> None:
        self.flags: dict[str, int] = defaultdict(int)
        self.nouns: dict[str, str] = {}
        self.verbs: dict[str, str] = {}
        self.usual: dict[str, str] = {}

    def inflections(self, path: Path) -> None:
        """Read lemma → inflected forms."""
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for lemma, kind, *forms in csv.reader(file):
                self._inflect(lemma, kind, [form.split("/") for form in forms])

    def _inflect(self, lemma: str, kind: str, forms: list[list[str]]) -> None:
        low = lemma.lower()
        name = NAME if lemma[:1].isupper() else 0
        if kind == "noun":
            self.flags[low] |= NOUN | name
            for plural in forms[0]:
                # Mass nouns are listed as their own plural, like sheep; only an s is evidence.
                if plural and (plural != lemma or (low[-1] == "s" and low[-2:] != "ss")):
                    self.flags[plural.lower()] |= PLURAL | name
        elif kind == "verb":
            past, participle, gerund, third = (forms + [[""]] * 4)[:4]
            self.flags[low] |= BASE
            flags = (PAST, PARTICIPLE, GERUND, THIRD)
            for forms_of, flag in zip(
                (past, participle or past, gerund, third), flags, strict=True
            ):
                for form in forms_of if any(forms_of) else past if flag == PARTICIPLE else ():
                    self.flags[form.lower()] |= flag if form else 0
        elif kind == "adj":
            for form in [low, *(form for group in forms for form in group)]:
                self.flags[form.lower()] |= ADJECTIVE if form else 0
        elif kind == "adv":
            self.flags[low] |= ADVERB

    def lemmas(self, path: Path) -> None:
        """Read form → lemmas."""
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for form, kind, lemma in csv.reader(file):
                low = form.lower()
                if kind == "noun":
                    self.nouns[low] = _preferred(low, lemma.lower().split("/"))
                    if not self.flags[low] & (NOUN | PLURAL):
                        self.flags[low] |= NOUN if self.nouns[low] == low else PLURAL
                elif kind == "verb":
                    # "found" is find before it is found: an inflected form comes first.
                    others = [part for part in lemma.lower().split("/") if part != low]
                    self.verbs[low] = others[0] if others else low
                elif kind in ("adj", "adv"):
                    self.flags[low] |= ADJECTIVE if kind == "adj" else ADVERB

    def readings(self, path: Path) -> None:
        """Read form → its usual tag in running text."""
        names: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            form, _, tag = line.rpartition(" ")
            if tag == "NNP" and FORM.fullmatch(form.lower()) and form[1:].islower():
                names.append(form.lower())
            if not FORM.fullmatch(form) or tag not in PENN:
                continue
            flag, letter = PENN[tag]
            self.usual[form] = letter
            known = self.flags.get(form, 0)
            # A tag that contradicts the dictionary may be a slip of annotation; one that
            # fills a gap is worth having.
            if not known or (flag == PLURAL and known & NOUN):
                self.flags[form] = known | flag
        for form in names:
            # "Paris" is also the plural of a wood, but never written small in that text.
            if self.flags.get(form, 0) & NAME and form not in self.usual:
                self.usual[form] = "p"

    def regular(self) -> None:
        """Lemmas of inflected forms that only the tagger's lexicon knows (``counties``)."""
        for form in sorted(self.flags):
            flags = self.flags[form]
            if flags & PLURAL and not flags & NOUN and form not in self.nouns:
                self.nouns[form] = self._base(form, PLURAL_ENDINGS, NOUN)
            if flags & (THIRD | PAST | PARTICIPLE | GERUND) and form not in self.verbs:
                self.verbs[form] = self._base(form, VERB_ENDINGS, BASE)

    def _base(self, form: str, endings: tuple[tuple[str, str], ...], wanted: int) -> str:
        bases = [form[: -len(end)] + base for end, base in endings if form.endswith(end)]
        known = [base for base in bases if self.flags.get(base, 0) & wanted]
        return (known or bases or [form])[0]

    def records(self) -> list[list[str]]:
        """The buckets, each with its records in order."""
        buckets: list[list[str]] = [[] for _ in range(BUCKETS)]
        for form in sorted(self.flags):
            flags = self.flags[form]
            if not flags or not FORM.fullmatch(form):
                continue
            noun, verb = self.nouns.get(form, form), self.verbs.get(form, form)
            letter = self.usual.get(form) or next(mark for flag, mark in USUAL if flags & flag)
            line = f"{form}\t{flags:03x}{letter}{_edit(form, noun)}"
            if verb != form:
                line += "/" + _edit(form, verb)
            buckets[zlib.crc32(form.encode()) & (BUCKETS - 1)].append(line)
        return buckets


def _preferred(form: str, lemmas: list[str]) -> str:
    """``troops`` is counted as troop, but ``people`` and ``data`` stay as they are."""
    if form + "s" == lemmas[0] or (lemmas[0] + "s" == form):
        return lemmas[0]
    return form if form in lemmas else lemmas[0]


def _edit(form: str, lemma: str) -> str:
    """How many letters to drop and what to put there; nothing where both are the same."""
    if form == lemma:
        return ""
    same = next(
        (i for i, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b),
        min(len(form), len(lemma)),
    )
    drop = len(form) - same
    return f"{drop}{lemma[same:]}" if drop < 10 else f"9{lemma}"


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, default=TARGET)
    output: Path = parser.parse_args().output
    resources = package("lemminflect") / "resources"
    table = Table()
    table.inflections(resources / "infl_lu.csv.gz")
    table.lemmas(resources / "lemma_lu.csv.gz")
    table.readings(package("textblob") / "en" / "en-lexicon.txt")
    table.regular()
    # A blank line parts the buckets; with twenty records in each, none is empty.
    blocks = ["\n".join(bucket) for bucket in table.records()]
    output.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    print(f"{output}: {sum(block.count(chr(9)) for block in blocks)} forms")


if __name__ == "__main__":
    main()
