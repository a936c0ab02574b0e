"""``numcheck facts`` and ``numcheck check --facts``, as they are called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from numcheck.cli import CLEAN, FINDINGS, TROUBLE, main

TABLE = (
    "measure,subject,value,unit,source,link\n"
    'population,Harby,"81,440",,Census,https://stats.example/harby\n'
    "length,Sund line,42,km,National Railways,\n"
)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a table, a right article and a wrong one."""
    (tmp_path / "facts.csv").write_text(TABLE)
    (tmp_path / "right.txt").write_text("Harby has a population of about 81,000.\n")
    (tmp_path / "wrong.txt").write_text("The population of Harby is 95,000.\n")
    (tmp_path / "other.txt").write_text("The mill in Elmsey employs 400 people.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_figure_that_agrees_is_shown_with_its_link(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["check", "--facts", "facts.csv", "right.txt"])
    output = capsys.readouterr().out
    assert "VERIFIED  1 figure\n" in output
    assert "about 81,000" in output
    assert "Harby: population 81,440" in output
    assert "Census (https://stats.example/harby)" in output
    assert output.endswith("1 figure in 1 document: 1 verified; 0 figures without remark.\n")


def test_a_figure_that_differs_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert FINDINGS == main(["check", "--facts", "facts.csv", "wrong.txt"])
    output = capsys.readouterr().out
    assert "DISCREPANT  Harby: population" in output
    assert "The text says 95,000, the reference figure is 81,440." in output
    assert "Reference: Census (https://stats.example/harby)." in output


def test_a_figure_that_no_fact_speaks_of_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["check", "--facts", "facts.csv", "other.txt"])
    assert "1 figure in 1 document: nothing to remark.\n" == capsys.readouterr().out


def test_a_narrow_terminal_gets_the_reference_below(capsys: pytest.CaptureFixture[str]) -> None:
    for width in ("40", "50", "60"):
        main(["check", "--facts", "facts.csv", "right.txt", "--width", width])
        lines = capsys.readouterr().out.splitlines()
        assert max(map(len, lines)) <= int(width)
        assert "https" in "".join(lines)


def test_json_holds_the_fact_under_the_figure(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--facts", "facts.csv", "right.txt", "-f", "json"])
    report = json.loads(capsys.readouterr().out)
    ((name, verified),) = report["verified"].items()
    assert [name] == [figure["id"] for figure in report["figures"]]
    assert ("Census", "https://stats.example/harby") == (verified["source"], verified["link"])
    assert ("81,440", "facts.csv:2") == (verified["fact"]["text"], verified["fact"]["place"])
    assert 1 == report["summary"]["verified"]


def test_several_tables_are_read_together(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "more.yaml").write_text("- {measure: employees, subject: Elmsey, value: 400}\n")
    main(["check", "--facts", "facts.csv", "--facts", "more.yaml", "wrong.txt", "-f", "json"])
    assert "discrepant" in json.loads(capsys.readouterr().out)["summary"]["verdict"]


def test_a_broken_table_is_told_before_anything_is_read(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "bad.csv").write_text(f"{TABLE}population,,5\npopulation,Harby,many\n")
    assert TROUBLE == main(["check", "--facts", "bad.csv", "missing.txt"])
    told = capsys.readouterr()
    assert "" == told.out
    assert "bad.csv:4: no subject; name whose it is, such as New York" in told.err
    assert "bad.csv:5: no number in 'many'" in told.err
    assert "missing.txt" not in told.err


def test_a_verified_figure_is_not_unverified_as_well(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "source.txt").write_text("The mill in Elmsey employs 400 people.\n")
    command = ["check", "right.txt", "--against", "source.txt", "-f", "json"]
    main(command)
    assert "unverified" in json.loads(capsys.readouterr().out)["summary"]["verdict"]
    main([*command, "--facts", "facts.csv"])
    assert {} == json.loads(capsys.readouterr().out)["summary"]["verdict"]


def test_sources_are_not_held_against_facts(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "other.txt", "--against", "wrong.txt", "--facts", "facts.csv", "-f", "json"])
    report = json.loads(capsys.readouterr().out)
    assert {} == report["verified"]
    assert "reference-fact" not in {finding["rule"] for finding in report["findings"]}


@pytest.mark.parametrize("name", ["facts2.csv", "facts.yaml", "facts.yml"])
def test_an_example_is_written_and_can_be_read(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert CLEAN == main(["facts", "init", name])
    assert f"wrote {name}; put your own figures there" in capsys.readouterr().out
    assert CLEAN == main(["facts", "check", name])
    assert "population" in capsys.readouterr().out


def test_an_example_overwrites_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert TROUBLE == main(["facts", "init"])
    assert (
        "numcheck: facts.csv: is there already; choose another name or remove it\n"
        == capsys.readouterr().err
    )
    assert TABLE == (desk / "facts.csv").read_text()


@pytest.mark.parametrize(
    ("name", "told"),
    [("facts.xlsx", "an example ends in .csv, .yaml, .yml"), ("no/where.csv", "cannot be written")],
)
def test_an_example_that_cannot_be_written_is_an_error(
    name: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert TROUBLE == main(["facts", "init", name])
    assert told in capsys.readouterr().err


def test_rows_are_listed_as_they_were_understood(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["facts", "check", "facts.csv"])
    lines = capsys.readouterr().out.splitlines()
    assert ["row", "measure", "subject"] == lines[0].split()[:3]
    assert lines[1].startswith("facts.csv:2  population  Harby")
    assert "kilometer" in lines[2]
    assert "2 facts: all understood" == lines[-1]


def test_broken_rows_are_listed_with_their_lines(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "bad.csv").write_text("measure,subject,valeu\npopulation,Harby,5\n")
    assert TROUBLE == main(["facts", "check", "bad.csv"])
    assert "bad.csv:1: unknown column 'valeu'; did you mean value?" in capsys.readouterr().err
