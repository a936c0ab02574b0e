"""What patterns are made of."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "Alternatives",
    "Boundary",
    "Classes",
    "Element",
    "Gap",
    "Sequence",
    "Slot",
    "Start",
    "Word",
    "class_names",
    "crosses",
    "needed_slots",
    "needs_of",
    "slots_of",
]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Classes:
    """A word or phrase of one of several vocabulary classes."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure.

    Attributes:
        name: What expressions call it.
        kinds: Kinds that fit.
        dimension: Name of a dimension that it must have; may be empty.
        nouns: Lemmas of counted nouns that fit; empty for any.
        many: Whether it is a list of two or more figures.
        open: Whether more may follow the list.
        definite: Whether an article or "all" must stand before it.
    """

    name: str
    kinds: tuple[str, ...]
    dimension: str = ""
    nouns: tuple[str, ...] = ()
    many: bool = False
    open: bool = False
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to ``longest`` tokens; ``free`` ones may be figures that a slot could take."""

    longest: int
    free: bool = False


@dataclass(frozen=True, slots=True)
class Boundary:
    """The end of a sentence."""


@dataclass(frozen=True, slots=True)
class Start:
    """The start of a sentence."""


@dataclass(frozen=True, slots=True)
class Alternatives:
    """One of several sequences; an empty one makes the others optional."""

    options: tuple[Sequence, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """Elements one after another."""

    elements: tuple[Element, ...]


Element = Word | Classes | Slot | Gap | Boundary | Start | Alternatives | Sequence


def slots_of(element: Element) -> list[Slot]:
    """All slots of a pattern in order, those of alternatives too."""
    match element:
        case Slot():
            return [element]
        case Sequence(elements):
            return [slot for one in elements for slot in slots_of(one)]
        case Alternatives(options):
            return [slot for one in options for slot in slots_of(one)]
        case _:
            return []


def needs_of(element: Element) -> list[tuple[str, ...]]:
    """What no match can do without: for each element, its word or its classes as ``<name>``."""
    match element:
        case Sequence(elements):
            return [need for one in elements for need in needs_of(one)]
        case Alternatives(options):
            # One of these must be there if each alternative has something that it needs.
            chosen = [needs_of(option) for option in options]
            return [tuple(word for needs in chosen for word in needs[0])] if all(chosen) else []
        case Word(text):
            return [(text,)]
        case Classes(names):
            return [tuple(f"<{name}>" for name in names)]
        case _:
            return []


def needed_slots(element: Element) -> list[Slot]:
    """Slots that no match can do without; a list slot counts twice."""
    match element:
        case Slot():
            return [element, element] if element.many else [element]
        case Sequence(elements):
            return [slot for one in elements for slot in needed_slots(one)]
        case Alternatives(options):
            chosen = [needed_slots(option) for option in options]
            return min(chosen, key=len) if len(options) == 1 else []
        case _:
            return []


def crosses(element: Element) -> bool:
    """Whether a match spans a sentence boundary."""
    match element:
        case Boundary():
            return True
        case Sequence(elements):
            return any(crosses(one) for one in elements)
        case Alternatives(options):
            return any(crosses(one) for one in options)
        case _:
            return False


def class_names(element: Element) -> list[str]:
    """The vocabulary classes of a pattern, whose words no gap of it passes over."""
    match element:
        case Classes(names):
            return list(names)
        case Sequence(elements):
            return [name for one in elements for name in class_names(one)]
        case Alternatives(options):
            return [name for one in options for name in class_names(one)]
        case _:
            return []
