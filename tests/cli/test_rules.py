"""``numcheck rules``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from numcheck.cli import CLEAN, FINDINGS, TROUBLE, main
from numcheck.engine import ExampleResult, load_rules
from numcheck.engine.loader import shipped_rules


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
    assert last in output.splitlines()[-2:]
    assert (status == FINDINGS) is ("mine.yaml: mine: flag example 2" in output)


def test_a_pack_that_is_not_there_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "missing")
    assert TROUBLE == main(["rules", "test", missing])
    assert capsys.readouterr().err.startswith(f"numcheck: {missing}: no such rules")


def test_a_shipped_directory_can_be_tested(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["rules", "test", str(Path(shipped_rules()) / "calendar")])
    assert capsys.readouterr().out.endswith("rules: all passed\n")


def test_a_rule_explains_how_it_read_a_text(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Sales rose from 40 to 60, up 30%."
    assert CLEAN == main(["rules", "explain", "B4.1", "--text", text])
    output = capsys.readouterr().out
    assert "tokens    sales rose from [40] to [60] , up [30%] .\n" in output
    assert output.endswith("verdict   error, discrepant: 40 to 60 is a change of 50%, not 30%.\n")


def test_a_rule_explains_how_it_read_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Sales rose from 40 to 60, up 50%.\n")
    assert CLEAN == main(["rules", "explain", "percent-change", "-f", str(tmp_path / "a.txt")])
    assert "verdict   nothing to report\n" in capsys.readouterr().out
    assert TROUBLE == main(["rules", "explain", "percent-change", "-f", str(tmp_path / "b.txt")])


def test_a_rule_is_explained_as_the_configuration_has_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "Sales rocketed from 40 to 60, up 1.250%."
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "numcheck.toml").write_text(
        'select = ["A"]\n[style]\ndecimal = "comma"\n[vocabulary]\nrise = ["rocketed"]\n'
    )
    for options in (["--text", text], ["--file", "a.txt"]):
        assert CLEAN == main(["rules", "explain", "percent-change", *options])
        assert "40 to 60 is a change of 50%, not 1.250%.\n" in capsys.readouterr().out
    other = ["rules", "explain", "percent-change", "--text", "Sales rose from 40 to 60, up 1.250%."]
    assert CLEAN == main(other)
    styled = capsys.readouterr().out
    assert CLEAN == main([*other, "--isolated"])
    assert styled != capsys.readouterr().out


@pytest.mark.parametrize("options", [[], ["--text", "a", "--file", "b"]])
def test_explaining_needs_one_text(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert TROUBLE == main(["rules", "explain", "percent-change", *options])
    assert "either --text or --file" in capsys.readouterr().err


def test_a_new_rule_works_as_it_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["rules", "new", "ticket-price", "--in", str(tmp_path)])
    assert CLEAN == main(["rules", "test", str(tmp_path)])
    assert TROUBLE == main(["rules", "new", "ticket-price", "--in", str(tmp_path)])
    assert "is there already" in capsys.readouterr().err


def test_classes_of_the_vocabulary_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["rules", "classes"])
    assert len(load_rules().vocabulary) == len(capsys.readouterr().out.splitlines())
    assert CLEAN == main(["rules", "classes", "rise"])
    assert "climbed" in capsys.readouterr().out.splitlines()
    assert TROUBLE == main(["rules", "classes", "ris"])
    assert "did you mean rise?" in capsys.readouterr().err


def test_the_reference_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["rules", "docs", "--out", str(tmp_path / "docs")])
    assert "## percent-change" in (tmp_path / "docs" / "B.md").read_text("utf-8")
    (tmp_path / "file").touch()
    assert TROUBLE == main(["rules", "docs", "--out", str(tmp_path / "file" / "below")])


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["rules", "schema"])
    assert "percent" in json.loads(capsys.readouterr().out)["$defs"]["FigureSection"].__repr__()


def test_explain_is_another_name_for_show(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["rules", "show", "percent-change"])
    shown = capsys.readouterr().out
    assert CLEAN == main(["explain", "percent-change"])
    assert shown == capsys.readouterr().out


@pytest.mark.parametrize("name", ["B4", "B"])
@pytest.mark.parametrize("command", [["explain"], ["rules", "show"]])
def test_a_family_or_its_letter_lists_its_rules_as_the_whole_list_does(
    command: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert CLEAN == main([*command, name])
    shown = [line.split() for line in capsys.readouterr().out.splitlines()]
    rules = [rule for rule in load_rules().rules if rule.family.startswith(name)]
    assert ["B4.1", "percent-change"] in [words[:2] for words in shown]
    expected = {rule.code for rule in rules if name in ("B", rule.family)}
    assert expected == {words[0] for words in shown}
    assert all(len(words) > 4 for words in shown)


def test_a_family_of_ones_own_rules_is_listed_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert CLEAN == main(["rules", "new", "mine", "--in", str(tmp_path)])
    mine = str(tmp_path / "mine.yaml")
    family = load_rules([mine])["mine"].family
    capsys.readouterr()
    assert CLEAN == main(["explain", family, "--rules", mine])
    assert [f"{family}.1", "mine"] == capsys.readouterr().out.split()[:2]
