"""Two versions of one article: which figures changed, by what they measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Literal

from numcheck.model import Analysis, Figure

__all__ = ["Change", "compare_versions"]

_IGNORED = frozenset(("identifier",))
_REACH = 9  # words on either side of a figure that tell what it is about
_SHORTEST = 3
_COMMONEST = 40  # figures that share a feature; beyond that it tells nothing and costs much
_ALIKE = 0.34  # share of what two figures have in common from which they are one


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a figure.

    Attributes:
        kind: ``changed``, ``appeared``, ``vanished`` or ``kept``.
        old: The figure in the old version; ``None`` where it appeared.
        new: The figure in the new version; ``None`` where it vanished.
    """

    kind: Literal["changed", "appeared", "vanished", "kept"]
    old: Figure | None
    new: Figure | None


def compare_versions(old: Analysis, new: Analysis) -> list[Change]:
    """Align the figures of two versions and say what became of each.

    Figures of one kind are paired by what they count or measure, by their predicate and by the
    words around them, the likeliest pair first; their place in the text only breaks ties. Figures
    of the page around the article and identifiers are left out.

    Args:
        old: The earlier version.
        new: The later version.

    Returns:
        The changes in the order of the new version, figures that vanished where they stood.
    """
    before, after = _figures(old), _figures(new)
    pairs = _pairs(before, _features(old, before), after, _features(new, after))
    changes = []
    for i, figure in enumerate(before):
        j = pairs.get(i)
        if j is None:
            changes.append((i / len(before), 0, Change("vanished", figure, None)))
        else:
            same = _says(figure) == _says(after[j])
            kind: Literal["kept", "changed"] = "kept" if same else "changed"
            changes.append((j / len(after), 1, Change(kind, figure, after[j])))
    taken = set(pairs.values())
    for j, figure in enumerate(after):
        if j not in taken:
            changes.append((j / len(after), 1, Change("appeared", None, figure)))
    return [change for _, _, change in sorted(changes, key=lambda entry: entry[:2])]


def _figures(analysis: Analysis) -> list[Figure]:
    return [f for f in analysis.figures if f.kind not in _IGNORED and not f.furniture]


def _says(figure: Figure) -> tuple[object, ...]:
    return (
        figure.value,
        figure.low,
        figure.high,
        figure.bound,
        figure.unit,
        figure.iso,
        figure.trend,
    ) + (
        (figure.text,) if figure.value is None and figure.low is None and figure.iso is None else ()
    )


def _features(analysis: Analysis, figures: Sequence[Figure]) -> list[dict[str, float]]:
    """What each figure is about, weighted: its noun, predicate, subject, concept and neighbours."""
    return [_about(analysis, figure) for figure in figures]


def _about(analysis: Analysis, figure: Figure) -> dict[str, float]:
    found: dict[str, float] = {f"kind:{figure.kind}": 0.5}
    for name, value, weight in (
        ("counted", figure.counted, 2.5),
        ("unit", figure.unit, 1.0),
        ("event", figure.event, 1.5),
        ("subject", figure.subject, 1.5),
        ("written", figure.text.lower(), 2.0),
    ):
        if value:
            found[f"{name}:{value}"] = weight
    for word in (*figure.concept, *figure.qualifiers):
        found[f"word:{word.lower()}"] = 1.0
    sentence = analysis.sentences[figure.sentence]
    lower = sentence.lower
    near = (
        *lower[max(0, figure.first - _REACH) : figure.first],
        *lower[figure.last : figure.last + _REACH],
    )
    for word in near:
        if len(word) >= _SHORTEST and word.isalpha():
            found.setdefault(f"word:{word}", 0.6)
    if figure.field == "title":
        found["title"] = 1.0
    return found


def _pairs(
    before: Sequence[Figure],
    old: Sequence[dict[str, float]],
    after: Sequence[Figure],
    new: Sequence[dict[str, float]],
) -> dict[int, int]:
    """Index of an old figure → index of the new one that it became."""
    holders: dict[str, list[int]] = {}
    for j, features in enumerate(new):
        for feature in features:
            holders.setdefault(feature, []).append(j)
    rare = {name: log(1 + (1 + len(new)) / len(found)) for name, found in holders.items()}
    scored: list[tuple[float, float, int, int]] = []
    for i, features in enumerate(old):
        candidates = sorted(
            {
                j
                for name in features
                for j in _few(holders.get(name, []))
                if before[i].kind == after[j].kind
            }
        )
        for j in candidates:
            score = _alike(features, new[j], rare)
            if score >= _ALIKE:
                apart = abs(i / len(before) - j / len(after))
                scored.append((-round(score, 9), round(apart, 9), i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(scored):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _few(found: list[int]) -> list[int]:
    return found if len(found) <= _COMMONEST else []


def _alike(one: dict[str, float], other: dict[str, float], rare: dict[str, float]) -> float:
    """Weighted share of what two figures have in common, rare features counting for more."""
    common = sum(weight * rare[name] for name, weight in one.items() if name in other)
    here = sum(weight * rare.get(name, 1.0) for name, weight in one.items())
    there = sum(weight * rare[name] for name, weight in other.items())
    return 2 * common / (here + there)
