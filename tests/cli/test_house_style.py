"""What a house says about itself in its configuration, through the whole of ``numcheck check``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from numcheck.cli import CLEAN, FINDINGS, TROUBLE, main

Capture = pytest.CaptureFixture[str]

PACK = """\
id: big-count
family: X1
summary: Too many.
severity: error
patterns: ["<stun> {n:count}"]
expect: n < 100
message: "{n} is a lot."
examples: {ok: ["a whopping 5 eggs"], flag: ["a whopping 500 eggs"]}
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def report(capsys: Capture, *arguments: str) -> dict:
    main(["check", "--no-cache", "--format", "json", *arguments])
    return json.loads(capsys.readouterr().out)


def messages(capsys: Capture, *arguments: str) -> list[str]:
    return [one["message"] for one in report(capsys, *arguments)["findings"]]


def test_the_order_of_day_and_month_is_a_matter_of_style(desk: Path, capsys: Capture) -> None:
    (desk / "a.txt").write_text("The bridge opened on Friday, 03/04/2025.\n")
    assert [] == messages(capsys, "a.txt", "--isolated")
    (desk / "numcheck.toml").write_text('[style]\ndates = "month-first"\n')
    assert ["4 March 2025 is a Tuesday, not a Friday."] == messages(capsys, "a.txt")
    (desk / "numcheck.toml").write_text('[style]\nlocale = "en-GB"\n')
    assert ["3 April 2025 is a Thursday, not a Friday."] == messages(capsys, "a.txt")


def test_a_stop_before_three_digits_groups_where_decimals_have_a_comma(
    desk: Path, capsys: Capture
) -> None:
    (desk / "a.txt").write_text("They hired 1.250 men and sent 1250 men home.\n")
    (desk / "numcheck.toml").write_text('[style]\ndecimal = "comma"\n')
    assert [1250, 1250] == [one["value"] for one in report(capsys, "a.txt")["figures"]]
    isolated = report(capsys, "a.txt", "--isolated")["figures"]
    assert [1.25, 1250] == [one["value"] for one in isolated]


def test_nouns_of_the_house_mean_the_same_as_others(desk: Path, capsys: Capture) -> None:
    (desk / "a.txt").write_text("The institute in Leith employs 40 boffins.\n")
    (desk / "b.txt").write_text("The institute in Leith employs 55 scientists.\n")
    assert [] == messages(capsys, "a.txt", "b.txt")
    (desk / "numcheck.toml").write_text('[synonyms]\nscientist = ["boffin"]\n')
    assert ["One source says 40, another 55."] == messages(capsys, "a.txt", "b.txt")


def test_a_house_may_measure_something_of_its_own(desk: Path, capsys: Capture) -> None:
    (desk / "a.txt").write_text("Police said 340 homes were sandbagged in Harby on Monday.\n")
    (desk / "b.txt").write_text("In Harby 520 homes were shored up on Monday, police said.\n")
    assert [] == messages(capsys, "a.txt", "b.txt")
    (desk / "numcheck.toml").write_text(
        '[measures.protected]\nlabel = "{noun} protected"\nnouns = ["house"]\n'
        'verbs = ["sandbag", "shore"]\nwords = ["sandbagged", "shored"]\n'
    )
    assert ["One source says 340, another 520."] == messages(capsys, "a.txt", "b.txt")


def test_a_house_may_name_a_class_of_words_of_its_own(desk: Path, capsys: Capture) -> None:
    (desk / "house").mkdir()
    (desk / "house" / "big.yaml").write_text(PACK)
    (desk / "a.txt").write_text("They ate a whopping 300 pies.\n")
    begin = 'rules = ["house"]\n[vocabulary]\n'
    (desk / "numcheck.toml").write_text(f'{begin}stun = ["a whopping"]\n')
    assert ["300 is a lot."] == messages(capsys, "a.txt")
    (desk / "numcheck.toml").write_text(f'{begin}stun = ["a whopping"]\nstn = ["x"]\n')
    assert TROUBLE == main(["check", "--no-cache", "a.txt"])
    assert "no rule or setting names a class 'stn'; did you mean 'stun'" in capsys.readouterr().err


def test_a_new_class_may_void_a_shipped_rule_and_reach_as_far_as_the_house_says(
    desk: Path,
) -> None:
    text = "Sales rose from £40m to £60m, up 30%, the clerk joked to us all.\n"
    (desk / "a.txt").write_text(text)
    jest = 'select = ["percent-change"]\n[vocabulary]\njest = ["joked"]\n[rule.percent-change]\n'

    def status(*lines: str) -> int:
        (desk / "numcheck.toml").write_text(jest + "\n".join(lines))
        return main(["check", "--no-cache", "a.txt"])

    assert TROUBLE == status()
    assert TROUBLE == status('extend-unless = ["<jset>"]')
    assert CLEAN == status('extend-unless = ["<jest>"]')
    assert FINDINGS == status('extend-unless = ["<jest>"]', 'within = "clause"')
    assert FINDINGS == status('extend-unless = ["<jest>"]', "within = 2")


def test_what_a_house_says_is_shown_with_its_place(desk: Path, capsys: Capture) -> None:
    (desk / "numcheck.toml").write_text(
        '[style]\nlocale = "en-US"\n[synonyms]\nscientist = ["boffin"]\n'
        '[measures.protected]\ngrows = true\nwords = ["shored"]\n'
    )
    assert CLEAN == main(["config", "show"])
    rows = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    for row in (
        "style dates month-first numcheck.toml:2 (en-US)",
        "style decimal point numcheck.toml:2 (en-US)",
        "synonyms scientist boffin numcheck.toml:4",
        "measures protected grows true numcheck.toml:6",
        "measures protected words shored numcheck.toml:7",
    ):
        assert row in rows


def test_tables_of_reference_figures_are_in_the_style_of_the_house(
    desk: Path, capsys: Capture
) -> None:
    (desk / "facts.csv").write_text('measure,subject,value,unit\nlength,Velsk,"1.250",km\n')
    (desk / "a.txt").write_text("Velsk has a length of 1.400 km.\n")
    (desk / "numcheck.toml").write_text('facts = ["facts.csv"]\n[style]\ndecimal = "comma"\n')
    assert CLEAN == main(["facts", "check", "facts.csv"])
    assert "1.250 km" in capsys.readouterr().out
    [finding] = report(capsys, "a.txt")["findings"]
    assert "reference-fact" == finding["rule"]
    (desk / "a.txt").write_text("Velsk has a length of 1250 km.\n")
    assert [] == report(capsys, "a.txt")["findings"]
