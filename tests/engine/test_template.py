"""Rule files to begin with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from numcheck.engine import test_rules as run_examples
from numcheck.engine.schema import schema_text
from numcheck.engine.template import schema_path, template_names, write_template
from numcheck.errors import UsageError


@pytest.mark.parametrize("shape", template_names())
def test_a_template_passes_its_own_examples_as_it_stands(shape: str, tmp_path: Path) -> None:
    path = write_template("ticket-price", str(tmp_path), shape)
    results = run_examples([path])
    assert 6 == len(results)
    assert [] == [result.difference() for result in results if not result.passed]


def test_templates_side_by_side_have_different_codes(tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        write_template(name, str(tmp_path), "pattern")
    assert 18 == len(run_examples([tmp_path]))


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("precious")
    with pytest.raises(UsageError, match="is there already"):
        write_template("mine", str(tmp_path), "pattern")
    assert "precious" == (tmp_path / "mine.yaml").read_text()


@pytest.mark.parametrize("name", ["Bad", "under_score", "", "-x", "a" * 61, "../x"])
def test_a_name_that_cannot_be_one_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="lower-case words"):
        write_template(name, str(tmp_path), "pattern")


def test_the_name_of_another_rule_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="called so already"):
        write_template("growth", str(tmp_path), "pattern", ["growth"])


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="cannot be written"):
        write_template("mine", str(tmp_path / "file"), "pattern")


def test_the_template_names_the_shipped_schema(tmp_path: Path) -> None:
    text = Path(write_template("mine", str(tmp_path), "pattern")).read_text("utf-8")
    assert text.startswith(f"# yaml-language-server: $schema={schema_path()}\n")
    assert os.path.isfile(schema_path())


def test_the_shipped_schema_is_that_of_the_models() -> None:
    # numcheck rules schema > numcheck/schemas/rule.schema.json
    assert schema_text() == Path(schema_path()).read_text("utf-8")


def test_a_file_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").symlink_to(tmp_path / "nowhere" / "mine.yaml")
    with pytest.raises(UsageError, match=r"is there already|cannot be written"):
        write_template("mine", str(tmp_path), "pattern")
