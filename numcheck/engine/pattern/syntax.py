r"""From the text of a pattern to its elements.

A pattern is read word by word:

=====================  ===========================================================================
``from to ,``          these words, in lower case; articles and quotation marks are skipped
``<rise|fall>``        a word or phrase of one of these vocabulary classes
``{old}``              a figure of any quantity kind, called ``old``
``{n:count|money}``    a figure of one of these kinds
``{d:measure[length]}``  a figure with this dimension
``{n:count of vote}``  a figure that counts this noun, or one of several: ``of vote|ballot``
``{parts:count}+``     two or more figures in a list that an "and" closes
``{parts:count}++``    two or more figures in a list, the rest of which may follow
``{the n:count}``      a figure with a definite article (``the 41 people``, ``all 41``)
``…`` ``…12``          up to so many words, none of them a figure that a slot could take nor
                       a word of a class that the pattern names
``……`` ``……12``        up to so many words, figures among them
``(… | …)``            alternatives
``x?``                 the element before may be missing
``//``                 the end of a sentence
``^``                  the start of a sentence
``\(``                  a bracket in the text
=====================  ===========================================================================
"""

from __future__ import annotations

import re
from dataclasses import replace

from numcheck.engine.expression.types import known_dimensions, slot_kinds
from numcheck.engine.pattern.elements import (
    Alternatives,
    Boundary,
    Classes,
    Element,
    Gap,
    Sequence,
    Slot,
    Start,
    Word,
    slots_of,
)

__all__ = ["ARTICLES", "PatternError", "parse_pattern"]

DEFAULT_GAP = 8
_LONGEST_GAP = 40
_LONGEST = 500
ARTICLES = frozenset({"the", "a", "an"})
"""Words that neither a pattern nor a text is held to."""

_QUANTITY_KINDS = ("count", "money", "percent", "measure", "duration", "age", "multiplier")
_GROUPS = {
    "quantity": _QUANTITY_KINDS,
    "number": _QUANTITY_KINDS,
    "any": _QUANTITY_KINDS,
    "amount": ("count", "money", "measure", "duration"),
}


class PatternError(ValueError):
    """A pattern that means nothing.

    Args:
        problem: What is wrong and what to write instead.
        column: 0-based offset into the pattern.
    """

    def __init__(self, problem: str, column: int) -> None:
        super().__init__(problem, column)
        self.problem = problem
        self.column = column


_PIECE = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<slot>\{[^{}]*\})"
    r"|(?P<classes><[^<>]*>)"
    r"|(?P<gap>(?:……|…|\.\.\.)\d*)"
    r"|(?P<boundary>//)"
    r"|(?P<escaped>\\.)"
    r"|(?P<mark>[()|?+^])"
    r"|(?P<word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|\d+|['’]s\b|[^\w\s{}<>\\])"
    r"|(?P<bad>.)"
)
_SLOT = re.compile(
    r"(?P<the>the )?(?P<name>[a-z_]\w*)(?::(?P<kinds>[a-z|]+)(?:\[(?P<dimension>\w+)\])?"
    r"(?: of (?P<nouns>[\w|-]+))?)?\Z"
)


class _Parser:
    def __init__(self, text: str, gap: int) -> None:
        self.pieces = [m for m in _PIECE.finditer(text) if m.lastgroup != "space"]
        self.at = 0
        self.gap = gap
        self.length = len(text)

    def sequence(self, depth: int) -> Sequence:
        elements: list[Element] = []
        while self.at < len(self.pieces):
            piece = self.pieces[self.at]
            text = piece.group()
            if piece.lastgroup == "mark" and text in ")|":
                if not depth:
                    problem = f"{text!r} without an opening bracket; a bracket of the text is \\)"
                    raise PatternError(problem, piece.start())
                break
            self.at += 1
            if piece.lastgroup == "mark" and text in "?+":
                elements.append(self.repeated(elements, text, piece.start()))
                continue
            element = self.element(piece, depth)
            if element is not None:
                elements.append(element)
        return Sequence(tuple(elements))

    def repeated(self, elements: list[Element], mark: str, column: int) -> Element:
        if not elements:
            raise PatternError(f"{mark!r} follows what it belongs to", column)
        last = elements.pop()
        if mark == "?":
            return Alternatives((Sequence((last,)), Sequence(())))
        if not isinstance(last, Slot):
            raise PatternError("only a slot can be a list: {parts}+", column)
        return replace(last, many=True, open=last.many)

    def element(self, piece: re.Match[str], depth: int) -> Element | None:
        text, column = piece.group(), piece.start()
        match piece.lastgroup:
            case "slot":
                return _slot(text[1:-1].strip(), column)
            case "classes":
                return Classes(tuple(_names(text[1:-1], column)))
            case "gap":
                return self.gap_element(text, column)
            case "boundary":
                return Boundary()
            case "escaped":
                return Word(text[1])
            case "word":
                word = text.lower().replace("’", "'")
                return None if word in ARTICLES else Word(word)
            case "mark":
                return Start() if text == "^" else self.group(column, depth)
        raise PatternError(f"{text!r} is not closed or means nothing here", column)

    def gap_element(self, text: str, column: int) -> Gap:
        free = text.startswith("……")
        digits = text.lstrip("….")
        longest = int(digits) if digits else self.gap
        if not 0 < longest <= _LONGEST_GAP:
            raise PatternError(f"a gap is 1 to {_LONGEST_GAP} words long", column)
        return Gap(longest, free)

    def group(self, column: int, depth: int) -> Alternatives:
        if depth > 8:
            raise PatternError("too many nested brackets", column)
        options = [self.sequence(depth + 1)]
        while self.at < len(self.pieces) and self.pieces[self.at].group() == "|":
            self.at += 1
            options.append(self.sequence(depth + 1))
        if self.at >= len(self.pieces):
            raise PatternError("this bracket is never closed", column)
        self.at += 1
        return Alternatives(tuple(options))


def _names(text: str, column: int) -> list[str]:
    names = [name.strip() for name in text.split("|")]
    if not all(names):
        raise PatternError("a vocabulary class is missing: <rise|fall>", column)
    return names


def _slot(text: str, column: int) -> Slot:
    match = _SLOT.match(text)
    if match is None:
        raise PatternError(
            f"{{{text}}} is no slot; write {{name}}, {{name:kind}}, {{name:measure[length]}} "
            "or {name:count of noun}",
            column,
        )
    kinds: list[str] = []
    for kind in (match["kinds"] or "quantity").split("|"):
        if kind not in slot_kinds():
            known = ", ".join(slot_kinds())
            raise PatternError(f"no kind is called {kind!r}; known: {known}", column)
        kinds.extend(_GROUPS.get(kind, (kind,)))
    dimension = match["dimension"] or ""
    if dimension and dimension not in known_dimensions():
        known = ", ".join(known_dimensions())
        raise PatternError(f"no dimension is called {dimension!r}; known: {known}", column)
    nouns = tuple(match["nouns"].split("|")) if match["nouns"] else ()
    return Slot(
        match["name"],
        tuple(dict.fromkeys(kinds)),
        dimension,
        nouns,
        definite=match["the"] is not None,
    )


def parse_pattern(text: str, gap: int = DEFAULT_GAP) -> Sequence:
    """The elements of a pattern.

    Args:
        text: The pattern, at most 500 characters.
        gap: How many tokens a plain ``…`` may skip.

    Raises:
        PatternError: It does not follow the notation; names the column.
    """
    if len(text) > _LONGEST:
        raise PatternError(f"longer than {_LONGEST} characters; write several patterns", _LONGEST)
    parser = _Parser(text, gap)
    sequence = parser.sequence(0)
    named = [slot.name for slot in slots_of(sequence)]
    if not named:
        raise PatternError("a pattern needs at least one figure: {name}", 0)
    if isinstance(sequence.elements[0], Gap):
        raise PatternError("a pattern cannot begin with a gap; leave it out", 0)
    return sequence
