"""Reports are what their schema says, and the schema says all that is in them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from numcheck import Document, Report, check
from numcheck.cli import CLEAN, main
from numcheck.model import Claim, Fact, Figure, Finding, Suppressed, Verified
from numcheck.model import backing as backing_module
from numcheck.reading import read
from numcheck.reporting import render
from numcheck.reporting.schema import schema_text
from tests.reporting.reports import EMPTY, FULL

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")

SEEDS = Path(__file__).parent.parent.parent / "seeds"
SCHEMA: dict[str, Any] = json.loads(schema_text())


def documents(*paths: Path) -> list[Document]:
    return [one for one in read([str(path) for path in paths]) if isinstance(one, Document)]


def silenced(report: Report) -> Report:
    moved = tuple(Suppressed(one, "comment", "known") for one in report.findings)
    return replace(report, findings=(), suppressed=moved)


def with_fact(report: Report) -> Report:
    first = report.figures[0]
    fact = Fact("population", ("Alder",), first, "3,000", ("2023-01-01", "2023-12-31"), "2023")
    return replace(report, verified={first.id: Verified(fact, "Register", "")})


REPORTS = {
    "empty": lambda: EMPTY,
    "full": lambda: FULL,
    "silenced": lambda: silenced(FULL),
    "verified": lambda: with_fact(FULL),
    "all seeds": lambda: check(documents(SEEDS)),
    **{
        path.name: (lambda path=path: check(documents(path)))
        for path in sorted(SEEDS.iterdir())
        if path.is_dir()
    },
    "draft": lambda: check(
        [Document(id="a", text="The mill employs 1,200 people and 5 dogs.")],
        against=[Document(id="b", text="The mill employs 1,300 people. It has 5 dogs.")],
    ),
}


def strict(schema: Any) -> Any:
    """The schema with every object closed, so that a key that it forgets is found."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(one) for key, one in schema.items()}
    if "properties" in closed and "required" in closed:
        closed.setdefault("additionalProperties", False)
    return closed


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_is_what_the_schema_says_and_no_more(name: str) -> None:
    report = json.loads(render(REPORTS[name](), "json"))
    jsonschema.Draft202012Validator(strict(SCHEMA)).validate(report)


@pytest.mark.parametrize(
    ("part", "key", "value"),
    [
        ("figures", "kind", "colour"),
        ("figures", "start", -1),
        ("figures", "value", "12"),
        ("findings", "severity", "grave"),
        ("claims", "figures", None),
    ],
)
def test_the_schema_refuses_what_is_no_report(part: str, key: str, value: object) -> None:
    report = json.loads(render(FULL, "json"))
    report[part][0][key] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, SCHEMA)
    del report[part][0][key]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, SCHEMA)


def test_the_words_of_the_schema_are_those_of_the_model() -> None:
    def words(name: str, key: str) -> set[str | None]:
        return set(SCHEMA["$defs"][name]["properties"][key]["enum"])

    for name, model in (("figure", Figure), ("claim", Claim), ("finding", Finding)):
        for key, hint in get_type_hints(model).items():
            choices = get_args(hint)
            if choices and all(isinstance(one, str) for one in choices):
                assert set(choices) == words(name, key), key
    assert set(get_args(backing_module.Standing)) == words("backing", "standing")
    assert set(get_args(get_type_hints(Suppressed)["how"])) == words("suppressed", "how")


def test_the_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["schema"])
    assert SCHEMA == json.loads(capsys.readouterr().out)
