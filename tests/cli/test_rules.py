"""``numcheck rules``."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck.cli import CLEAN, FINDINGS, TROUBLE, main
from numcheck.engine import ExampleResult, load_rules


def test_every_rule_is_listed_in_order_of_family(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["rules", "list"])
    lines = capsys.readouterr().out.splitlines()
    assert {rule.id for rule in load_rules().rules} == {line.split()[1] for line in lines}
    families = [line.split(".")[0] for line in lines]
    assert families == sorted(families, key=lambda family: (family[0], int(family[1:])))


@pytest.mark.parametrize("name", ["percent-change", "B4.1"])
def test_a_rule_is_shown_by_name_or_code(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["rules", "show", name])
    output = capsys.readouterr().out
    assert output.startswith("B4.1  percent-change\n")
    for heading in ("How it decides", "Patterns", "Expects", "Reports", "Is silent about"):
        assert f"\n{heading}\n  " in output


def test_every_rule_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    for rule in load_rules().rules:
        assert CLEAN == main(["rules", "show", rule.id])
    assert "severity" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "hint"),
    [("percent-chnge", "did you mean percent-change?"), ("?", 'see "numcheck rules list"')],
)
def test_an_unknown_rule_gets_a_hint(
    name: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert TROUBLE == main(["rules", "show", name])
    assert f"numcheck: {name}: no rule is called so; {hint}\n" == capsys.readouterr().err


def results(*passed: bool) -> list[ExampleResult]:
    """Outcomes of some examples."""
    return [
        ExampleResult("mine", "mine.yaml", True, number, one, "Sales rose 5%.", ())
        for number, one in enumerate(passed, 1)
    ]


@pytest.mark.parametrize(
    ("passed", "status", "last"),
    [
        ((True,), CLEAN, "1 example in 1 rule: all passed"),
        ((True, False), FINDINGS, "2 examples in 1 rule: 1 failed"),
    ],
)
def test_examples_are_run(
    passed: tuple[bool, ...],
    status: int,
    last: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("numcheck.engine.test_rules", lambda _: results(*passed), raising=False)
    assert status == main(["rules", "test"])
    output = capsys.readouterr().out
    assert last == output.splitlines()[-1]
    assert (status == FINDINGS) is ("mine.yaml: mine: flag example 2" in output)


def test_a_pack_that_is_not_there_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "missing")
    assert TROUBLE == main(["rules", "test", missing])
    assert capsys.readouterr().err.startswith(f"numcheck: {missing}: no such rules")
