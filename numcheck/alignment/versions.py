"""Two versions of one article: which figures changed, by what they measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log
from typing import Literal

from numcheck.alignment.dimension import in_base_units
from numcheck.alignment.measures import load_measures
from numcheck.alignment.profile import profile
from numcheck.model import Analysis, Figure

__all__ = ["Change", "compare_versions"]

_SHARES = {"percent", "multiplier"}
_MEASURE = "measure:"
_IGNORED = frozenset(("identifier",))
_REACH = 9  # words on either side of a figure that tell what it is about
_SHORTEST = 3
_COMMONEST = 40  # figures that share a feature; beyond that it tells nothing and costs much
_ALIKE = 0.34  # share of what two figures have in common from which they are one


Outcome = Literal["changed", "restated", "appeared", "vanished", "kept"]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a figure.

    Attributes:
        kind: ``changed``, ``restated`` (the same in another unit, or a fifth for 20 per cent),
            ``appeared``, ``vanished`` or ``kept``.
        old: The figure in the old version; ``None`` where it appeared.
        new: The figure in the new version; ``None`` where it vanished.
    """

    kind: Outcome
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
            changes.append(
                (j / len(after), 1, Change(_outcome(figure, after[j]), figure, after[j]))
            )
    taken = set(pairs.values())
    for j, figure in enumerate(after):
        if j not in taken:
            changes.append((j / len(after), 1, Change("appeared", None, figure)))
    return [change for _, _, change in sorted(changes, key=lambda entry: entry[:2])]


def _figures(analysis: Analysis) -> list[Figure]:
    return [f for f in analysis.figures if f.kind not in _IGNORED and not f.furniture]


def _outcome(old: Figure, new: Figure) -> Outcome:
    if _says(old) == _says(new):
        return "kept"
    if old.bound != new.bound or old.trend != new.trend:
        return "changed"
    if {old.kind, new.kind} == _SHARES:
        return "restated" if _share(old) == _share(new) else "changed"
    (one, _, here), (other, _, there) = in_base_units(old, "strict"), in_base_units(new, "strict")
    if old.unit == new.unit or one != other or one[0] == "money":
        return "changed"
    return "restated" if here.intersects(there) else "changed"


def _share(figure: Figure) -> Decimal | None:
    """A share of one: 0.2 for a fifth as for 20 per cent."""
    if figure.value is None:
        return None
    share = figure.value / 100 if figure.kind == "percent" else figure.value
    return share.normalize()


def _comparable(old: Figure, new: Figure) -> bool:
    """Whether one figure may have become another: of one kind, or an equal share."""
    if old.kind == new.kind:
        return True
    return {old.kind, new.kind} == _SHARES and _share(old) == _share(new)


def _contrary(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two figures measure two things: the dead, the injured."""
    mine = {name for name in one if name.startswith(_MEASURE)}
    theirs = {name for name in other if name.startswith(_MEASURE)}
    return bool(mine and theirs) and mine != theirs


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
    if figure.kind in _SHARES:
        # A fifth and 20 per cent are written alike.
        found = {"kind:share": 0.5, f"share:{_share(figure)}": 2.0}
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
    measure = profile(figure, sentence, (0, 0), load_measures()).measure
    if measure is not None:
        found[f"{_MEASURE}{measure.name}"] = 2.0
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
                if _comparable(before[i], after[j]) and not _contrary(features, new[j])
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
