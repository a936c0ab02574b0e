"""From the text of an expression to its tree.

Grammar, loosest first::

    or        and ("or" and)*
    and       not ("and" not)*
    not       "not" not | compare
    compare   spread (("==" | "!=" | "<=" | "<" | ">=" | ">") spread)?
    spread    sum ("±" sum)?
    sum       term (("+" | "-") term)*
    term      sign (("*" | "/") sign)*
    sign      "-" sign | power
    power     atom ("^" sign)?
    atom      number ["%" | unit] | "text" | name ["." field]
              | name "(" or ("," or)* ")" | "(" or ")"

``×``, ``·``, ``÷`` and ``−`` are read as ``*``, ``*``, ``/`` and ``-``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NoReturn

from numcheck.engine.expression.tree import (
    Binary,
    Call,
    Compare,
    Field,
    Literal,
    Logic,
    Name,
    Negation,
    Node,
    Not,
)

__all__ = [
    "Binary",
    "Call",
    "Compare",
    "ExpressionError",
    "Field",
    "Literal",
    "Logic",
    "Name",
    "Negation",
    "Node",
    "Not",
    "parse",
]

_LONGEST = 2000
_DEEPEST = 40


class ExpressionError(ValueError):
    """An expression that means nothing.

    Args:
        problem: What is wrong and what to write instead.
        column: 0-based offset into the expression.
    """

    def __init__(self, problem: str, column: int) -> None:
        super().__init__(problem, column)
        self.problem = problem
        self.column = column


_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:_\d+)*(?:\.\d+)?)|(?P<name>[A-Za-z_][\w-]*)"
    r"|(?P<text>\"[^\"]*\"|'[^']*')|(?P<mark>==|!=|<=|>=|[-+*/^%().,<>±×·÷−]))"
)
_SAME = {"×": "*", "·": "*", "÷": "/", "−": "-"}
_COMPARISONS = ("==", "!=", "<=", "<", ">=", ">")
_WORDS = frozenset({"and", "or", "not"})


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


def _tokens(text: str) -> list[_Token]:
    tokens, position = [], 0
    while text[position:].strip():
        match = _TOKEN.match(text, position)
        if match is None:
            column = position + len(text[position:]) - len(text[position:].lstrip())
            hint = "; write == to compare" if text[column] == "=" else ""
            raise ExpressionError(f"{text[column]!r} means nothing here{hint}", column)
        kind = match.lastgroup or ""
        found = match.group(kind)
        tokens.append(_Token(kind, _SAME.get(found, found), match.start(kind)))
        position = match.end()
    tokens.append(_Token("end", "the end", len(text)))
    return tokens


class _Parser:
    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = 0
        self.depth = 0

    def peek(self) -> _Token:
        return self.tokens[self.at]

    def take(self) -> _Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def accept(self, *texts: str) -> _Token | None:
        token = self.peek()
        if token.kind in ("mark", "name") and token.text in texts:
            return self.take()
        return None

    def fail(self, wanted: str) -> NoReturn:
        token = self.peek()
        found = token.text if token.kind == "end" else repr(token.text)
        raise ExpressionError(f"{wanted} is missing before {found}", token.column)

    def whole(self) -> Node:
        node = self.disjunction()
        if self.peek().kind != "end":
            self.fail("an operator")
        return node

    def disjunction(self) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise ExpressionError("too many nested brackets", self.peek().column)
        left = self.conjunction()
        while token := self.accept("or"):
            left = Logic("or", left, self.conjunction(), token.column)
        self.depth -= 1
        return left

    def conjunction(self) -> Node:
        left = self.negation()
        while token := self.accept("and"):
            left = Logic("and", left, self.negation(), token.column)
        return left

    def negation(self) -> Node:
        if token := self.accept("not"):
            return Not(self.negation(), token.column)
        return self.comparison()

    def comparison(self) -> Node:
        left = self.spread()
        if token := self.accept(*_COMPARISONS):
            right = self.spread()
            if self.peek().text in _COMPARISONS:
                raise ExpressionError(
                    "compare two things at a time and join them with 'and'", self.peek().column
                )
            return Compare(token.text, left, right, token.column)
        return left

    def spread(self) -> Node:
        left = self.sum()
        if token := self.accept("±"):
            return Binary("±", left, self.sum(), token.column)
        return left

    def sum(self) -> Node:
        left = self.term()
        while token := self.accept("+", "-"):
            left = Binary(token.text, left, self.term(), token.column)
        return left

    def term(self) -> Node:
        left = self.sign()
        while token := self.accept("*", "/"):
            left = Binary(token.text, left, self.sign(), token.column)
        return left

    def sign(self) -> Node:
        if token := self.accept("-"):
            return Negation(self.sign(), token.column)
        left = self.atom()
        if token := self.accept("^"):
            return Binary("^", left, self.sign(), token.column)
        return left

    def atom(self) -> Node:
        token = self.peek()
        if token.kind == "number":
            return self.number(self.take())
        if token.kind == "text":
            self.take()
            return Literal(token.text[1:-1], "", token.column)
        if token.kind == "name" and token.text not in _WORDS:
            return self.named(self.take())
        if self.accept("("):
            node = self.disjunction()
            if not self.accept(")"):
                self.fail("a closing bracket")
            return node
        self.fail("a number, a slot or a bracket")

    def number(self, token: _Token) -> Node:
        value = Decimal(token.text.replace("_", ""))
        follower = self.peek()
        if self.accept("%"):
            return Literal(value, "percent", token.column)
        if follower.kind == "name" and follower.text not in _WORDS:
            self.take()
            return Literal(value, follower.text, token.column)
        return Literal(value, "", token.column)

    def named(self, token: _Token) -> Node:
        if self.accept("."):
            field = self.take()
            if field.kind != "name":
                raise ExpressionError("the name of a field is missing after '.'", field.column)
            return Field(token.text, field.text, token.column)
        if not self.accept("("):
            return Name(token.text, token.column)
        arguments = [self.disjunction()]
        while self.accept(","):
            arguments.append(self.disjunction())
        if not self.accept(")"):
            self.fail("a closing bracket")
        return Call(token.text, tuple(arguments), token.column)


@lru_cache(maxsize=4096)
def parse(text: str) -> Node:
    """The tree of an expression.

    Args:
        text: The expression, at most 2,000 characters.

    Raises:
        ExpressionError: It does not follow the grammar; names the column.
    """
    if len(text) > _LONGEST:
        raise ExpressionError(f"longer than {_LONGEST} characters; split the rule", _LONGEST)
    return _Parser(text).whole()
