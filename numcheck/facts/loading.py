"""Tables to facts; everything that is wrong with them is told at once."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from numcheck.alignment.measures import Measures
from numcheck.errors import FactsError
from numcheck.extraction.style import Style
from numcheck.facts.amounts import BOUNDS, AmountError, bounded, read_amount
from numcheck.facts.formats import format_of, suffixes
from numcheck.facts.formats._text import Digits, cells_of
from numcheck.facts.periods import parse_period
from numcheck.facts.row import COLUMNS, Problems, Row, unknown_column
from numcheck.facts.table import Facts
from numcheck.model import Bound, Fact, Figure

__all__ = ["facts_from_rows", "load_facts"]

_KNOWN = frozenset(COLUMNS)
_PERIOD_FORMS = "write 2023, 2023-06, 2023-06-30, Q2 2023, June 2023 or 2019-2021"


def load_facts(
    paths: Sequence[str | os.PathLike[str]],
    measures: Measures | None = None,
    style: Style | None = None,
) -> Facts:
    """Read tables of reference figures.

    Args:
        paths: CSV, TSV, YAML, JSON, JSON lines, Parquet or DuckDB files, told by their suffix.
        measures: The vocabulary of measures; the shipped one if ``None``.
        style: How the house writes dates and decimals, in its tables as in its texts.

    Returns:
        All facts, in the order of files and rows.

    Raises:
        FactsError: A file cannot be read, or rows are broken; its text has a line for each.
    """
    with _uncollected():
        return Facts(_read(paths, style), measures).prepare()


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage: a large table is a million objects, none of which is any.

    The search would look at all of them again and again, and take longer than the reading.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read(paths: Sequence[str | os.PathLike[str]], style: Style | None) -> list[Fact]:
    """All facts of the files.

    Raises:
        FactsError: A file cannot be read, or rows are broken.
    """
    problems = Problems()
    facts: list[Fact] = []
    for path in [os.fspath(one) for one in paths]:
        before, failed = len(facts), bool(problems)
        try:
            module = format_of(path)
            if module is None:
                raise FactsError(f"no table; name a {' '.join(suffixes())} file", path)
            for row in module.rows(path, problems):
                _take(row, facts, problems, style)
        except FactsError as error:
            problems.take(error)
        if len(facts) == before and bool(problems) is failed:
            problems.add('no facts in it; "numcheck facts init" writes an example', path)
    problems.settle()
    return facts


def facts_from_rows(
    rows: Iterable[Mapping[str, Any]],
    name: str = "facts",
    measures: Measures | None = None,
    style: Style | None = None,
) -> Facts:
    """Facts from mappings with the columns of a table.

    Args:
        rows: A mapping a fact; numbers may be numbers.
        name: What to call the table in errors, before a colon and the row's number.
        measures: The vocabulary of measures; the shipped one if ``None``.
        style: How the house writes dates and decimals.

    Raises:
        FactsError: A row is broken; a line for each that is.
    """
    problems = Problems()
    facts: list[Fact] = []
    for number, record in enumerate(rows, 1):
        place = f"{name}:{number}"
        try:
            _take(Row(place, cells_of(dict(record), place)), facts, problems, style)
        except FactsError as error:
            problems.take(error)
    problems.settle()
    return Facts(tuple(facts), measures)


def _take(row: Row, facts: list[Fact], problems: Problems, style: Style | None) -> None:
    """The fact of a row, or what is wrong with it."""
    cells, place = row.cells, row.place
    if not cells.keys() <= _KNOWN:
        # A table names its columns once and was told of them already.
        unknown = [name for name in cells if name not in _KNOWN and cells[name]]
        if unknown:
            problems.add(unknown_column(unknown[0]), place)
            return
    try:
        facts.append(_fact(cells, place, style))
    except AmountError as error:
        problems.add(str(error), place)


def _fact(cells: Mapping[str, str], place: str, style: Style | None) -> Fact:
    """
    The fact of a row.

    Raises:
        AmountError: Something is missing or cannot be read; says what.
    """
    get = cells.get
    measure, subject = _measure(get("measure", "")), _subject(get("subject", ""))
    said, low, high = get("value", ""), get("low", ""), get("high", "")
    if style is not None and style.decimal == "comma":
        said, low, high = _with_comma(said), _with_comma(low), _with_comma(high)
    figure, value = _amount(said, low, high, get("unit", ""), get("bound", ""), style)
    when, period = cells.get("period") or cells.get("as_of", ""), None
    if when:
        period = parse_period(when, style)
        if period is None:
            raise AmountError(f"no year in the period {when!r}; {_PERIOD_FORMS}")
    return Fact(
        measure=measure,
        subject=subject,
        figure=figure,
        value=value,
        period=period,
        when=when,
        source=cells.get("source", ""),
        link=cells.get("link", ""),
        note=cells.get("note", ""),
        place=place,
    )


def _with_comma(text: str) -> str:
    """A number of a machine as a house would write it that puts commas before decimals."""
    return text.replace(".", ",") if isinstance(text, Digits) else text


# The same measures, and often the same names and values, come in row after row.


@lru_cache(maxsize=4096)
def _measure(text: str) -> str:
    measure = " ".join(text.split())
    if not measure:
        raise AmountError("no measure; say what is measured, such as population")
    if not any(letter.isalpha() for letter in measure):
        raise AmountError(f"the measure {measure!r} is no word; say what is measured")
    return measure


@lru_cache(maxsize=65536)
def _subject(text: str) -> tuple[str, ...]:
    subject = tuple(name for part in text.split(";") if (name := " ".join(part.split())))
    if not subject:
        raise AmountError("no subject; name whose it is, such as New York")
    if not all(any(letter.isalnum() for letter in name) for name in subject):
        raise AmountError(f"the subject {'; '.join(subject)!r} is no name")
    return subject


@lru_cache(maxsize=65536)
def _amount(
    value: str, low: str, high: str, unit: str, bounded_by: str, style: Style | None
) -> tuple[Figure, str]:
    """The figure of a row, and its value as a reader would write it."""
    bound = _bound(bounded_by)
    if value and not low and not high:
        figure = read_amount(value, unit, style)
        return (figure if bound is None else bounded(figure, bound, style)), _shown(figure, bound)
    given = (("value", value), ("low", low), ("high", high))
    return _span({name: read_amount(text, unit, style) for name, text in given if text}, bound)


def _span(said: Mapping[str, Figure], bound: Bound | None) -> tuple[Figure, str]:
    """The figure of a row with an end or two of its own."""
    if not said:
        raise AmountError("no value; give one, or low and high")
    ends = {name: one.value for name, one in said.items()}
    if None in ends.values():
        raise AmountError("low, high and the value between them are plain numbers")
    low, high, value = ends.get("low"), ends.get("high"), ends.get("value")
    first = next(iter(said.values()))
    if any((one.kind, one.unit) != (first.kind, first.unit) for one in said.values()):
        raise AmountError("value, low and high have different units")
    if not _ordered(low, value, high):
        raise AmountError(f"low, value and high are not in order: {_listed(said)}")
    opened = bound in ("more_than", "less_than")
    kept: Bound = bound or ("range" if "low" in said and "high" in said else
                            "at_least" if "low" in said else "at_most")  # fmt: skip
    figure = replace(
        said.get("value", first),
        value=value
        if "value" in said
        else (low if high is None else high if low is None else None),
        low=low,
        high=high,
        low_open=opened and high is None,
        high_open=opened and low is None,
        bound=kept,
    )
    return figure, _listed(said)


def _ordered(*ends: Decimal | None) -> bool:
    known = [end for end in ends if end is not None]
    return known == sorted(known)


def _listed(said: Mapping[str, Figure]) -> str:
    """Low, value and high on one line."""
    low, value, high = (
        said[name].text if name in said else "" for name in ("low", "value", "high")
    )
    span = f"{low} to {high}" if low and high else f"at least {low}" if low else f"at most {high}"
    return f"{value} ({span})" if value else span


def _bound(text: str) -> Bound | None:
    if not text:
        return None
    name = text.lower().replace(" ", "_").replace("-", "_")
    if name not in BOUNDS:
        close = get_close_matches(name, BOUNDS, n=1)
        hint = f"did you mean {close[0]}?" if close else f"use {', '.join(BOUNDS)}"
        raise AmountError(f"no bound is called {text!r}; {hint}")
    return name


def _shown(figure: Figure, bound: Bound | None) -> str:
    """The value with the hedge that it was written with, or with the bound of its own column."""
    hedge = figure.hedge or ""
    if bound is not None and bound != figure.bound:
        hedge = "" if bound == "exact" else bound.replace("_", " ")
        hedge = "about" if hedge == "approximate" else hedge
    return f"{hedge} {figure.text}" if hedge else figure.text
