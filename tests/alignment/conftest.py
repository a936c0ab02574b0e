"""Documents whose figures are given, so that these tests do not hang on extraction."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from numcheck.model import Analysis, Attribution, Document, Figure, Remark, Sentence

_MARKED = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")
_NUMBERS = {"value", "low", "high", "resolution"}

Told = Callable[..., Analysis]


def _fields(marks: str) -> dict[str, Any]:
    fields: dict[str, Any] = {"kind": "count"}
    for part in filter(None, marks.split("|")):
        key, equals, value = part.partition("=")
        if not equals:
            fields["value"] = Decimal(key)
        elif key in _NUMBERS:
            fields[key] = Decimal(value)
        elif key in ("qualifiers", "concept"):
            fields[key] = tuple(value.split())
        elif key == "by":
            fields["attribution"] = Attribution(value, "said")
        elif key == "denied":
            fields["stance"] = "denied"
            fields["remark"] = Remark(value, 0, 1)
        else:
            fields[key] = value
    fields.setdefault("resolution", Decimal(1))
    if "value" in fields and "low" not in fields and "high" not in fields:
        fields["low"] = fields["high"] = fields["value"]
    return fields


def _plain(marked: str) -> tuple[str, list[tuple[int, int, dict[str, Any]]]]:
    """The text without marks, and its figures with their offsets."""
    text, figures, end = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[end : match.start()]
        figures.append((len(text), len(text) + len(match[1]), _fields(match[2])))
        text += match[1]
        end = match.end()
    return text + marked[end:], figures


def _read(
    name: str, field: str, marked: str, sentences: list[Sentence], figures: list[Figure]
) -> str:
    text, found = _plain(marked)
    start = 0
    for line in text.split("\n"):
        number = len(sentences)
        sentence = Sentence(number, field, text, start, start + len(line), number)
        sentences.append(sentence)
        for first, last, fields in found:
            if not start <= first < start + len(line):
                continue
            where: dict[str, Any] = {
                "sentence": number,
                "first": next(i for i, end in enumerate(sentence.ends) if end > first),
                "last": 1 + max(i for i, begin in enumerate(sentence.starts) if begin < last),
            }
            figures.append(
                Figure(
                    id=f"{name}#{len(figures) + 1}",
                    document=name,
                    field=field,
                    start=first,
                    end=last,
                    text=text[first:last],
                    **where,
                    **fields,
                )
            )
        start += len(line) + 1
    return text


@pytest.fixture
def told() -> Told:
    """Make an analysis from a text in which figures are marked.

    ``"killed [two|2|counted=worker|event=kill] workers"`` is the figure "two" with these fields; a
    line is a sentence.
    """

    def make(marked: str, name: str = "a", title: str = "", **about: str) -> Analysis:
        sentences: list[Sentence] = []
        figures: list[Figure] = []
        heading = _read(name, "title", title, sentences, figures) if title else ""
        text = _read(name, "text", marked, sentences, figures)
        document = Document(id=name, text=text, title=heading, **about)
        return Analysis(document, tuple(sentences), tuple(figures))

    return make
