"""Tables: the total row against its column, the text against a cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from numcheck.engine.passage import Flaw, Passage
from numcheck.engine.tables import Cell, Table, tables
from numcheck.model import Figure
from numcheck.model.interval import Interval

__all__ = ["Parameters", "find"]

_REACH = 40
_LONGEST = 400
"""Words of a sentence that are searched for the label of a row."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """How a table is read.

    Attributes:
        totals: First words of the row that sums the others.
        averages: Words in a heading whose column is not summed.
        rounded: Words by which a text says that totals may be off by rounding.
        nearest: A figure of the text and its cell are the same thing only if neither is more
            than this many times the other.
    """

    totals: frozenset[str] = frozenset(("total", "totals", "all", "sum", "overall", "altogether"))
    averages: frozenset[str] = frozenset(
        ("average", "mean", "median", "rate", "per", "price", "index", "rank", "year", "age",
         "change", "ratio", "score", "position", "date", "growth", "share")
    )  # fmt: skip
    rounded: tuple[str, ...] = ("rounded", "rounding", "may not sum", "may not add")
    nearest: Decimal = Decimal(2)


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Totals that their column does not give, and figures that their own cell contradicts."""
    text = passage.analysis.document.text
    for table in tables(text, passage.figures):
        yield from _totals(table, text, parameters)
        yield from _against_text(table, passage, parameters)


def _totals(table: Table, text: str, parameters: Parameters) -> Iterator[Flaw]:
    total_rows = [row for row in table.rows if _first_word(row[0].text) in parameters.totals]
    if len(total_rows) != 1 or table.rows[-1] is not total_rows[0]:
        return
    parts = table.rows[:-1]
    loose = any(words in text.lower() for words in parameters.rounded)
    for column in range(1, len(table.header)):
        heading = table.header[column].text.lower()
        words = heading.replace(",", " ").replace("(", " ").replace(")", " ").split()
        total = total_rows[0][column].figure
        figures = [row[column].figure for row in parts]
        if total is None or total.value is None or len(parts) < 2:
            continue
        if parameters.averages & frozenset(words) and "%" not in heading:
            continue
        known = [one for one in figures if one is not None and one.value is not None]
        if len(known) < len(figures):
            continue
        if ("%" in heading or total.unit == "percent") and total.value != 100:
            continue
        found = sum((one.value for one in known if one.value is not None), Decimal(0))
        slack = _slack([*known, total], loose or "%" in heading or total.unit == "percent")
        if abs(found - total.value) > slack:
            shown = " + ".join(one.text for one in known)
            where = table.header[column].text or "this column"
            yield Flaw(
                (total, *known),
                f"The column “{where}” adds up to {found:,f}, not {total.text}.",
                f"{shown} = {found:,f}.",
            )


def _slack(figures: list[Figure], loose: bool) -> Decimal:
    """What rounding may put a total off by; whole counts are exact."""
    units = [figure.resolution or Decimal(1) for figure in figures]
    if not loose and all(unit == 1 for unit in units):
        return Decimal(0)
    return sum(units, Decimal(0)) / 2


def _against_text(table: Table, passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    labels = {_label(row[0].text): row for row in table.rows if len(_label(row[0].text)) > 2}
    if len(labels) < len(table.rows):
        return
    for number in sorted(passage.by_sentence):
        sentence = passage.analysis.sentences[number]
        if sentence.field != "text" or table.start <= sentence.start < table.end:
            continue
        for figure in passage.by_sentence[number]:
            row = _row_of(figure, sentence.lower, labels)
            if row is None or _first_word(row[0].text) in parameters.totals:
                continue
            found = _cell_of(figure, table, row)
            if found is not None and found[1].figure is not None:
                yield from _compare(figure, found[1].figure, found[0].text, parameters)


def _row_of(
    figure: Figure, lower: Sequence[str], labels: Mapping[str, tuple[Cell, ...]]
) -> tuple[Cell, ...] | None:
    """The row whose label stands last before a figure, or that is the only one of the sentence."""
    before = f" {' '.join(lower[max(figure.first - _REACH, 0) : figure.first])} "
    placed = [(before.rfind(f" {label} "), row) for label, row in labels.items()]
    found = max(placed, key=lambda one: one[0], default=None)
    if found is not None and found[0] >= 0:
        between = before[found[0] :]
        return None if "," in between or " and " in between else found[1]
    words = f" {' '.join(lower[:_LONGEST])} "
    named = [row for label, row in labels.items() if f" {label} " in words]
    return named[0] if len(named) == 1 else None


def _cell_of(figure: Figure, table: Table, row: tuple[Cell, ...]) -> tuple[Cell, Cell] | None:
    """Heading and cell of a row where the heading names what a figure counts or measures."""
    if figure.value is None or figure.trend or figure.bound != "exact" or figure.furniture:
        return None
    names = {word.lower() for word in (figure.counted, figure.unit) if word}
    names |= {word.lower() for word in figure.text.split() if word.isalpha()}
    names -= {"million", "billion", "thousand"}
    found = []
    for column in range(1, len(row)):
        heading = table.header[column].text.lower()
        plain = heading.replace(",", " ").replace("(", " ").replace(")", " ").split()
        if any(_heads(name, plain) for name in names):
            found.append((table.header[column], row[column]))
    return found[0] if len(found) == 1 else None


def _heads(name: str, heading: Sequence[str]) -> bool:
    """Whether a noun stands in a heading, in the singular or the plural."""
    plurals = (name, f"{name}s", f"{name}es", f"{name[:-1]}ies")
    return any(form in heading for form in plurals)


def _compare(figure: Figure, other: Figure, column: str, parameters: Parameters) -> Iterator[Flaw]:
    heading = column.lower()
    if any(scale in heading for scale in ("000", "thousand", "million", "billion", "m)", "bn")):
        return
    one, two = figure.value, other.value
    if one is None or two is None or one <= 0 or two <= 0:
        return
    if max(one, two) > min(one, two) * parameters.nearest:
        return
    if Interval.from_figure(figure, "lenient").intersects(Interval.from_figure(other, "lenient")):
        return
    yield Flaw(
        (figure, other),
        f"The text says {figure.text}, its table {other.text}.",
        f"The cell stands in the column “{column}”.",
    )


def _label(text: str) -> str:
    return " ".join(text.lower().split())


def _first_word(text: str) -> str:
    words = text.lower().replace(":", "").split()
    return words[0] if words else ""
