"""What the project's own corpora say about every figure and finding: right or wrong, one by one.

A suite turns a corpus into outcomes: the name of each judgement and whether numcheck gets it
right. ``pins.yaml`` keeps a digest of each corpus and the judgements known to be wrong, so that
one that was right and is lost fails by name. ``python tests/quality/pin.py`` renews the pins.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from numcheck import Document, check
from numcheck.extraction import extract
from numcheck.model import Figure

HOME = Path(__file__).parent
PINS = HOME / "pins.yaml"

_QUANTITIES = {"count", "money", "percent", "measure", "duration", "age", "multiplier"}
_FLAGS = ("discrepant", "disputed", "implausible")


@dataclass(frozen=True)
class Outcome:
    """One judgement.

    Attributes:
        name: Stable within its suite.
        group: What it is counted under: a family of checks, or a field of figures.
        positive: Whether something had to be found, rather than left alone.
        right: Whether numcheck gets it right.
        story: What to show of it where it is lost.
    """

    name: str
    group: str
    positive: bool
    right: bool
    story: str


@dataclass(frozen=True)
class Suite:
    """A corpus and how it is judged."""

    name: str
    files: tuple[str, ...]
    judge: Callable[[list[Any]], Iterator[Outcome]]

    def digest(self) -> str:
        """A digest of the corpus that does not depend on how lines end."""
        sum_ = hashlib.sha256()
        for name in self.files:
            sum_.update((HOME / name).read_text(encoding="utf-8").encode())
        return sum_.hexdigest()[:16]

    def outcomes(self) -> list[Outcome]:
        """Every judgement, in the order of the corpus."""
        entries: list[Any] = []
        for name in self.files:
            entries += yaml.safe_load((HOME / name).read_text(encoding="utf-8"))
        return list(self.judge(entries))


def _documents(case: dict[str, Any]) -> list[Document]:
    return [
        Document(
            id=str(number),
            text=one["text"],
            title=one.get("title", ""),
            source=one.get("source", ""),
            published=str(one.get("published", "")),
        )
        for number, one in enumerate(case["documents"])
    ]


def _cases(entries: list[Any]) -> Iterator[Outcome]:
    """Whether what a careful fact-checker would report is reported, and nothing else."""
    for case in entries:
        family = case["id"].partition("-")[0]
        report = check(_documents(case))
        # H3 speaks of figures that nothing supports, which is no discrepancy.
        found = [
            one
            for one in report.findings
            if (one.verdict == "unverified" if family == "H3" else one.verdict in _FLAGS)
            and (family == "H3" or one.severity != "info")
        ]
        wanted = case["expect"] == "flag"
        text = " ¶ ".join(one["text"] for one in case["documents"])
        said = "".join(f"\n    {one.rule}: {one.message}" for one in found)
        lost = f"{case['id']} ({case['expect']}: {case['why']})\n    {text}{said}"
        yield Outcome(case["id"], family, wanted, bool(found) == wanted, lost)


def _stories(entries: list[Any]) -> Iterator[Outcome]:
    """Whether sources that conflict are told, and those that do not are left alone."""
    for case in entries:
        report = check(_documents(case))
        told = {one.id: f"{one.document}:{one.text}" for one in report.figures}
        alarms = [
            (one.verdict, {told[name] for name in one.figures})
            for one in report.findings
            if one.verdict in _FLAGS and one.severity != "info"
        ]
        claims = [
            (one.status, one.origins, {told[name] for name in one.figures}) for one in report.claims
        ]
        text = " ¶ ".join(one["text"] for one in case["documents"])
        lost = f"{case['id']} ({case['why']})\n    {text}\n    {alarms}"
        right = []
        for wanted in case.get("findings", ()):
            verdict, figures = _wanted(wanted)
            right += [one for one in alarms if one[0] == verdict and figures <= one[1]]
            found = any(one[0] == verdict and figures <= one[1] for one in alarms)
            yield Outcome(f"{case['id']}: {wanted}", "findings", True, found, lost)
        alone = all(one in right for one in alarms)
        yield Outcome(f"{case['id']}: nothing else", "findings", False, alone, lost)
        for wanted in case.get("claims", ()):
            status, figures = _wanted(wanted)
            status, _, origins = status.partition("/")
            found = any(
                one[0] in status.split("|") and figures <= one[2] and origins in ("", str(one[1]))
                for one in claims
            )
            yield Outcome(f"{case['id']}: claim {wanted}", "claims", True, found, lost)
        for pair in case.get("apart", ()):
            _, figures = _wanted(f"apart {pair}")
            apart = figures <= set(told.values()) and not any(figures <= one[2] for one in claims)
            yield Outcome(f"{case['id']}: apart {pair}", "apart", False, apart, lost)


def _wanted(written: str) -> tuple[str, set[str]]:
    """``conflicting 0:£14 million 1:£41 million``: what is wanted, and of which figures."""
    head, _, rest = written.partition(" ")
    return head, set(re.split(r" (?=\d:)", rest))


def _value(figure: Figure) -> float | list[float | None]:
    if figure.value is not None:
        return round(float(figure.value), 6)
    return [None if end is None else float(end) for end in (figure.low, figure.high)]


def _extraction(entries: list[Any]) -> Iterator[Outcome]:
    """Slice, value and unit of every quantity, and nothing that is none."""
    for number, case in enumerate(entries):
        figures = extract(Document(id="a", text=case["text"]))
        found = {each.text: each for each in figures if each.kind in _QUANTITIES}
        wanted = set()
        for slice_, value, unit in case["quantities"]:
            wanted.add(slice_)
            figure = found.get(slice_)
            expected = value if isinstance(value, list) else round(float(value), 6)
            for field, right in (
                ("slice", figure is not None),
                ("value", figure is not None and _value(figure) == expected),
                ("unit", figure is not None and figure.unit == unit),
            ):
                told = f"{field} of {slice_!r} in {case['text']!r}"
                yield Outcome(f"{number}:{slice_}:{field}", field, True, right, told)
        for slice_ in sorted(found.keys() - wanted):
            told = f"{slice_!r} is no quantity in {case['text']!r}"
            yield Outcome(f"{number}:{slice_}:extra", "slice", False, False, told)


def _registers(entries: list[Any]) -> Iterator[Outcome]:
    """Every field of every quantity, and nothing that is none."""
    for number, case in enumerate(entries):
        figures = extract(Document(id="a", text=case["text"]))
        left = [each for each in figures if each.kind in _QUANTITIES]
        for place, wanted in enumerate(case["figures"]):
            figure = next((each for each in left if each.text == wanted["is"]), None)
            name = f"{number}:{place}"
            told = f"slice {wanted['is']!r} in {case['text']!r}"
            yield Outcome(f"{name}:slice", "slice", True, figure is not None, told)
            if figure is None:
                continue
            left.remove(figure)
            expected = {"unit": None, "bound": "exact", "trend": None, **wanted}
            for field in ("value", "unit", "kind", "bound", "trend", "counted"):
                if field not in expected or (field == "value" and expected["value"] is None):
                    continue
                actual = _rounded(figure) if field == "value" else getattr(figure, field)
                told = f"{field} of {wanted['is']!r} is {actual!r} in {case['text']!r}"
                yield Outcome(f"{name}:{field}", field, True, actual == expected[field], told)
        for place, figure in enumerate(left):
            told = f"{figure.text!r} is no quantity in {case['text']!r}"
            yield Outcome(f"{number}:{place}:extra", "slice", False, False, told)


def _rounded(figure: Figure) -> float | list[float | None]:
    value = _value(figure)
    if isinstance(value, list):
        return value
    assert figure.value is not None
    return round(float(figure.value), 10)


def _field(wanted: str) -> Callable[[list[Any]], Iterator[Outcome]]:
    def judge(entries: list[Any]) -> Iterator[Outcome]:
        for number, passage in enumerate(entries):
            text = f"{passage.get('before', '')} {passage['text']}".strip()
            figures = extract(Document(id="a", text=text))
            for surface, expected in passage[wanted].items():
                figure = next((each for each in figures if surface in each.text), None)
                if figure is None:
                    actual: object = "no figure"
                elif wanted == "source":
                    actual = figure.attribution.source if figure.attribution else ""
                else:
                    actual = getattr(figure, wanted)
                told = f"{wanted} of {surface!r} is {actual!r}, not {expected!r}, in {text!r}"
                yield Outcome(f"{number}:{surface}", wanted, True, actual == expected, told)

    return judge


SUITES = (
    Suite("cases", tuple(f"cases/{letter}.yaml" for letter in "abcdefgh"), _cases),
    Suite("stories", ("stories.yaml",), _stories),
    Suite("extraction", ("extraction.yaml",), _extraction),
    Suite("registers", ("registers.yaml",), _registers),
    Suite("stance", ("stance.yaml",), _field("stance")),
    Suite("source", ("attribution.yaml",), _field("source")),
    Suite("as_of", ("times.yaml",), _field("as_of")),
    Suite("subject", ("subjects.yaml",), _field("subject")),
)


def counted(outcomes: list[Outcome]) -> dict[str, str]:
    """What was found and what was falsely reported, by group, as the pins show it."""
    groups: dict[str, list[Outcome]] = {}
    for one in outcomes:
        groups.setdefault(one.group, []).append(one)
    told = {}
    for group, members in groups.items():
        flags = [one for one in members if one.positive]
        others = [one for one in members if not one.positive]
        found = sum(one.right for one in flags)
        false = sum(not one.right for one in others)
        told[group] = f"{found} of {len(flags)} found, {false} false of {len(others)}"
    return told
