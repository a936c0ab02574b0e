"""A number in a text, with everything that its words say about it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

__all__ = ["Attribution", "Bound", "Figure", "Kind", "Remark", "Stance", "plain"]

Kind = Literal[
    "count",
    "money",
    "percent",
    "measure",
    "duration",
    "age",
    "multiplier",
    "date",
    "time",
    "ordinal",
    "rank",
    "score",
    "identifier",
]
Bound = Literal[
    "exact",
    "approximate",
    "nearly",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "range",
    "vague",
]
Stance = Literal["asserted", "attributed", "denied", "unconfirmed", "hypothetical"]


def plain(number: Decimal | None) -> int | float | None:
    """A Decimal as the JSON number that a reader expects: ``3000``, ``4.5``."""
    if number is None:
        return None
    if number == number.to_integral_value():
        return int(number)
    return float(number)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so.

    Attributes:
        source: The speaker as the text names it (``"New York Times"``).
        cue: The words that hand over to the speaker (``"reported"``, ``"according to"``).
        via: The outlet that quotes the speaker, where the text nests two; else empty.
        quoted: Whether the figure stands inside quotation marks.
    """

    source: str
    cue: str
    via: str = ""
    quoted: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types."""
        return {"source": self.source, "cue": self.cue, "via": self.via, "quoted": self.quoted}


@dataclass(frozen=True, slots=True)
class Remark:
    """Words elsewhere in the text that decide a figure's stance.

    Attributes:
        text: The words (``"have not been confirmed"``, ``"absolutely nowhere near"``).
        start: Code-point offset into the figure's field.
        end: Offset past the last character.
        source: Who makes the remark, where the text says so; else empty.
    """

    text: str
    start: int
    end: int
    source: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types."""
        return {"text": self.text, "start": self.start, "end": self.end, "source": self.source}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. The first block of attributes is the public contract, the rest extends it.

    Attributes:
        id: Stable within a report: the document's id, ``"#"``, and a running number.
        document: Id of the document.
        field: ``"text"`` or ``"title"``.
        start: Code-point offset of the slice into the field.
        end: Offset past its last character.
        text: Exactly that slice: sign, currency, number, magnitude word, percent sign and unit,
            without hedge words and without the counted noun.
        kind: What sort of figure it is; rejects are figures of another kind, not silence.
        value: The written number in base units of its magnitude; ``None`` for ranges, vague
            words and dates.
        low: Lower end of what the words assert; ``None`` is unbounded.
        high: Upper end; ``None`` is unbounded.
        bound: How the words bound the number.
        hedge: The hedge's surface (``"nearly"``).
        trend: ``"up"`` or ``"down"`` where the figure states a change.
        unit: Pint's name, ISO 4217 code, ``percent``, ``percentage_point``, ``basis_point``,
            or a calendar unit.
        counted: Lemma of the counted head noun.
        qualifiers: Words of the noun phrase that narrow it.
        concept: Words that say what is measured.
        event: Lemma of the governing predicate.
        subject: The entity that the figure is about.
        iso: A date or time, as far as known.
        as_of: Words that fix the time of the figure.
        attribution: Who says so.
        stance: Whether the text asserts it, hands it to a source, denies or doubts it.
        resolution: Place value of the last digit the writer committed to, in the units of
            ``value`` (``1.2 million`` has 100000; ``3,400`` has 1).
        low_open: Whether ``low`` itself is excluded (``more than 40``).
        high_open: Whether ``high`` itself is excluded (``nearly 10,000``).
        per: The unit or noun of a rate's denominator (``"month"``), where the text has one.
        remark: The words that deny or doubt the figure.
        furniture: Whether it belongs to the page rather than the article.
        sentence: Index of its sentence in :attr:`numcheck.model.Analysis.sentences`.
        first: Index of its first token in that sentence.
        last: Index past its last token in that sentence.
    """

    id: str
    document: str
    field: str
    start: int
    end: int
    text: str
    kind: Kind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: Bound = "exact"
    hedge: str | None = None
    trend: str | None = None
    unit: str | None = None
    counted: str | None = None
    qualifiers: tuple[str, ...] = ()
    concept: tuple[str, ...] = ()
    event: str | None = None
    subject: str | None = None
    iso: str | None = None
    as_of: str | None = None
    attribution: Attribution | None = None
    stance: Stance = "asserted"
    resolution: Decimal | None = None
    low_open: bool = False
    high_open: bool = False
    per: str | None = None
    remark: Remark | None = None
    furniture: bool = False
    sentence: int = 0
    first: int = 0
    last: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types; token positions stay inside."""
        attribution, remark = self.attribution, self.remark
        return {
            "id": self.id,
            "document": self.document,
            "field": self.field,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind,
            "value": plain(self.value),
            "low": plain(self.low),
            "high": plain(self.high),
            "bound": self.bound,
            "hedge": self.hedge,
            "trend": self.trend,
            "unit": self.unit,
            "counted": self.counted,
            "qualifiers": list(self.qualifiers),
            "concept": list(self.concept),
            "event": self.event,
            "subject": self.subject,
            "iso": self.iso,
            "as_of": self.as_of,
            "attribution": attribution.to_dict() if attribution else None,
            "stance": self.stance,
            "resolution": plain(self.resolution),
            "low_open": self.low_open,
            "high_open": self.high_open,
            "per": self.per,
            "remark": remark.to_dict() if remark else None,
            "furniture": self.furniture,
        }
