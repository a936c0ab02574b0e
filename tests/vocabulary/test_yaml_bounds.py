"""YAML that would grow beyond its text, wherever people hand YAML in."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck.cli import main
from numcheck.errors import FactsError, RuleError, VocabularyError
from numcheck.facts import load_facts
from numcheck.vocabulary._yaml import parse

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}]\n"
    for before, name in zip("abcdefghijklmnop", "bcdefghijklmnopq", strict=True)
)
DEEP = "a: " + "[" * 100_000
RECURSIVE = "a: &a [*a]\n"
MANY = "a: &a x\nb: [" + ", ".join(["*a"] * 500) + "]\n"
DIGITS = "a: " + "9" * 5000 + "\n"
TAG = "a: !thing x\n"
HOSTILE = {
    "aliases of aliases": (LAUGHS, "alias within"),
    "a value within itself": (RECURSIVE, "alias within"),
    "too many aliases": (MANY, "more than 100 aliases"),
    "endless brackets": (DEEP, "nested deeper than 50"),
    "a number of 5,000 digits": (DIGITS, "digits"),
    "a tag that means nothing": (TAG, "tag"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_front_matter_is_refused_with(name: str) -> None:
    text, said = HOSTILE[name]
    with pytest.raises(VocabularyError, match=said):
        parse(text, "article.md")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_rule_file_is_refused_with(name: str, tmp_path: Path) -> None:
    from numcheck.engine import load_rules

    text, said = HOSTILE[name]
    path = tmp_path / "hostile.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(RuleError, match=said):
        load_rules([path])


@pytest.mark.parametrize("name", HOSTILE)
def test_a_configuration_is_refused_with(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, said = HOSTILE[name]
    (tmp_path / ".numcheck.yaml").write_text(text, "utf-8")
    (tmp_path / "article.txt").write_text("Some 12 sailors came.", "utf-8")
    assert 2 == main(["check", str(tmp_path / "article.txt")])
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    "name", sorted(set(HOSTILE) - {"a number of 5,000 digits", "a tag that means nothing"})
)
def test_a_table_of_facts_is_refused_with(name: str, tmp_path: Path) -> None:
    text, said = HOSTILE[name]
    path = tmp_path / "facts.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(FactsError, match=said):
        load_facts([path])


def test_one_value_used_twice_is_fine() -> None:
    assert {"a": ["x"], "b": ["x"]} == parse("a: &one [x]\nb: *one\n", "notes.yaml")
