"""What can be configured, and what is said about mistakes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from numcheck import Document, check
from numcheck.configuration import Settings, apply, configure
from numcheck.configuration.application import unfit
from numcheck.configuration.settings import Setting
from numcheck.engine import load_rules
from numcheck.errors import ConfigError, NumcheckError, UsageError

TOML = """\
select = ["A", "B4"]
fail-on = "warning"
rules = ["house"]

[per-file-ignores]
"sport/*" = ["E4"]

[severity]
B5 = "info"

[rule.percent-change]
gap = 12
extend-unless = ["so-called"]

[rule.p-value.parameters]
alpha = 0.01

[vocabulary]
rise = ["skyrocketed"]
"""
YAML = """\
select: [A, B4]
fail-on: warning
rules: [house]
per-file-ignores:
  "sport/*": [E4]
severity:
  B5: info
rule:
  percent-change:
    gap: 12
    extend-unless: [so-called]
  p-value:
    parameters:
      alpha: 0.01
vocabulary:
  rise: [skyrocketed]
"""


def written(tmp_path: Path, text: str, name: str = "numcheck.toml") -> str:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return str(path)


def problem(tmp_path: Path, text: str, name: str = "numcheck.toml") -> str:
    """What is said about a file, without its directory."""
    with pytest.raises(NumcheckError) as caught:
        apply(configure(written(tmp_path, text, name)), load_rules())
    return str(caught.value).replace(f"{tmp_path}/", "")


def table(text: str) -> str:
    """The same settings as a part of a project file."""
    lines = ["[tool.numcheck]", *text.split("\n")]
    return "\n".join(
        f"[tool.numcheck.{line[1:]}" if line[:1] == "[" and number else line
        for number, line in enumerate(lines)
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [("numcheck.toml", TOML), (".numcheck.yaml", YAML), ("pyproject.toml", table(TOML))],
)
def test_all_three_files_say_the_same(name: str, text: str, tmp_path: Path) -> None:
    settings = configure(written(tmp_path, text, name))
    assert ("A", "B4") == settings.select.value
    assert "warning" == settings.fail_on.value
    assert (str(tmp_path / "house"),) == settings.rules.value
    assert (("sport/*", ("E4",)),) == settings.per_file_ignores.value
    assert (("rise", ("skyrocketed",)),) == settings.vocabulary.value
    changes = {(one.selector, one.key, str(one.value)) for one in settings.changes}
    assert {
        ("B5", "severity", "info"),
        ("percent-change", "gap", "12"),
        ("percent-change", "extend-unless", "['so-called']"),
        ("p-value", "parameters.alpha", "0.01"),
    } == changes


def test_every_value_knows_where_it_was_said(tmp_path: Path) -> None:
    settings = configure(written(tmp_path, TOML))
    assert f"{tmp_path}/numcheck.toml:2" == settings.fail_on.origin
    assert "default" == settings.baseline.origin
    assert f"{tmp_path}/numcheck.toml:9" == settings.changes[0].origin


def test_rules_are_selected_and_changed(tmp_path: Path) -> None:
    text = TOML.replace('rules = ["house"]\n', "")
    rules = apply(configure(written(tmp_path, text)), load_rules())
    assert {"A", "B"} == {rule.family[0] for rule in rules.rules if rule.enabled}
    assert {"B4"} == {r.family for r in rules.rules if r.enabled and r.family[0] == "B"}
    changed = rules["percent-change"]
    assert (12, "so-called") == (changed.gap, changed.unless[-1])
    assert 0.01 == rules["p-value"].parameters["alpha"]
    assert "skyrocketed" in rules.classes["rise"].words


@pytest.mark.parametrize(
    ("text", "on", "off"),
    [
        ('ignore = ["B4"]', ["growth-of-nothing", "B8.1"], ["B4.1"]),
        ('select = ["B4"]\nignore = ["B"]', ["B4.1"], ["B8.1"]),
        ('select = ["B"]\nignore = ["percent-change"]', ["B8.1"], ["B4.1", "C1.1"]),
        ('select = ["B4"]\nignore = ["B4"]', [], ["B4.1"]),
        ('select = ["C"]\nextend-select = ["B4.1"]', ["B4.1", "C1.1"], ["B8.1"]),
        ('ignore = ["ALL"]\nextend-select = ["B1"]', ["B1.1"], ["B10.1", "A12.1"]),
        ('[severity]\nB4 = "off"', ["B8.1"], ["B4.1"]),
        ("[rule.B4]\nenabled = false", ["B8.1"], ["B4.1"]),
    ],
)
def test_the_closer_selector_wins(text: str, on: list[str], off: list[str], tmp_path: Path) -> None:
    rules = apply(configure(written(tmp_path, text)), load_rules()).rules
    state = {rule.code: rule.enabled for rule in rules}
    assert [] == [code for code in on if state.get(code) is False]
    assert [] == [code for code in off if state[code]]


def test_a_severity_is_never_exceeded(tmp_path: Path) -> None:
    settings = configure(written(tmp_path, '[severity]\npercent-change = "info"'))
    rule = apply(settings, load_rules())["percent-change"]
    assert ("info", "info") == (rule.severity, rule.ceiling)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selct = ["B"]', "numcheck.toml:1:1: unknown key 'selct'; did you mean 'select'?"),
        ('select = "B"', "numcheck.toml:1:1: 'select' takes a list of words, such as [\"B4\"]"),
        ("fail-on = 3", "numcheck.toml:1:1: 3 is none of error, warning, info"),
        ('rules = [3]', "numcheck.toml:1:1: 'rules' takes a list of words"),
        ("baseline = 3", "numcheck.toml:1:1: 'baseline' takes the name of a file"),
        ("vocabulary = 3", "numcheck.toml:1:1: 'vocabulary' takes classes"),
        ("severity = 3", "numcheck.toml:1:1: 'severity' takes rules"),
        ("rule = 3", "numcheck.toml:1:1: 'rule' takes rules"),
        ("style = 3", "numcheck.toml:1:1: 'style' takes matters of style"),
        ("[style]\ninclusive-date = true", "numcheck.toml:2:1: unknown key 'inclusive-date'; did "
         "you mean 'inclusive-dates'?"),
        ("[style]\ninclusive-dates = 3", "numcheck.toml:2:1: 'inclusive-dates' is true or false"),
        ("per-file-ignores = 3", "numcheck.toml:1:1: 'per-file-ignores' takes a pattern"),
        ('[severity]\nB4 = "erorr"', "numcheck.toml:2:1: 'erorr' is none of error, warning, info, "
         "off; did you mean 'error'?"),
        ("[rule.B4]\nenabled = 1", "numcheck.toml:2:1: 'enabled' is true or false"),
        ("[rule.B4]\ngap = 99", "numcheck.toml:2:1: 'gap' is a number of words from 1 to 40"),
        ("[rule.B4]\ngapp = 9", "numcheck.toml:2:1: a rule has no key 'gapp' to change; did you "
         "mean 'gap'?"),
        ("[rule.B4]\nunless = 9", "numcheck.toml:2:1: 'unless' takes a list of words"),
        ('[rule.B4]\nseverity = "x"', "numcheck.toml:2:1: 'x' is none of error"),
        ("[rule.B4]\nparameters = 9", "numcheck.toml:2:1: 'parameters' takes names with values"),
        ("[rule.p-value.parameters]\nalfa = 9", "numcheck.toml:2:1: p-value has no parameter "
         "'alfa'; did you mean 'alpha'?"),
        ('[rule.p-value.parameters]\nalpha = "x"', "numcheck.toml:2:1: 'alpha' takes a number"),
        ('[rule.p-value.parameters]\none_tailed = "x"', "numcheck.toml:2:1: 'one_tailed' takes a "
         "list"),
        ('select = ["A",\n  "percent-chang"]', "numcheck.toml:2:3: no rule or family is called "
         "'percent-chang'; did you mean 'percent-change'?"),
        ('[severity]\n"B44" = "info"', "numcheck.toml:2:1: no rule or family is called 'B44'"),
        ('[per-file-ignores]\n"a" = ["B44"]', "numcheck.toml:2:8: no rule or family is called"),
        ('[vocabulary]\nrse = ["x"]', "numcheck.toml:2:1: no rule or setting names a class 'rse'; "
         "did you mean 'rise'?"),
        ('[rule.B4]\nunless = ["<respctively>"]', "numcheck.toml:2:11: no vocabulary class is "
         "called 'respctively'; did you mean 'respectively'?"),
        ("select = [", "numcheck.toml:"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_one_line_with_its_place(text: str, said: str, tmp_path: Path) -> None:
    told = problem(tmp_path, text)
    assert told.startswith(said)
    assert "\n" not in told


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    told = problem(tmp_path, 'selct = 1\nfail-on = "x"\nignor = 2\n').split("\n")
    assert ["1:1", "2:1", "3:1"] == [":".join(line.split(":")[1:3]) for line in told]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("select: [A\n", ".numcheck.yaml:"),
        ("- A\n", ".numcheck.yaml: a configuration is a list of keys"),
        ("selct: [A]\n", ".numcheck.yaml:1:1: unknown key 'selct'; did you mean 'select'?"),
        ("select: [A]\nselect: [B]\n", ".numcheck.yaml:2:1: the key 'select' is there twice"),
    ],
)
def test_mistakes_in_yaml_are_told_too(text: str, said: str, tmp_path: Path) -> None:
    assert problem(tmp_path, text, ".numcheck.yaml").startswith(said)


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    for name in ("numcheck.toml", ".numcheck.yaml", "pyproject.toml"):
        assert not configure(written(tmp_path, "", name)).touches_rules


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"cannot be read"):
        configure(str(tmp_path / "nowhere.toml"))
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="not UTF-8"):
        configure(str(tmp_path / "bad.toml"))


def test_the_command_line_comes_before_the_file(tmp_path: Path) -> None:
    settings = configure(written(tmp_path, TOML + "[rule.B4]\ngap = 3\n"))
    said = settings.overridden(
        select=["C"], ignore=["C2"], rules=["mine"], against=["s"], fail_on="info", baseline="b"
    )
    assert ("C",) == said.select.value
    assert (("C2",), "command line") == (said.ignore.value, said.ignore.origin)
    assert ("mine") == said.rules.value[-1]
    assert said.rules.origin.endswith("numcheck.toml:3 and command line")
    assert ("info", "b", ("s",)) == (said.fail_on.value, said.baseline.value, said.against.value)


def test_a_selection_on_the_command_line_is_checked(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--select: no rule or family is called 'B44'"):
        apply(Settings().overridden(select=["B44"]), load_rules())


def test_an_expression_that_is_none_is_told(tmp_path: Path) -> None:
    rule = next(r for r in load_rules().rules if r.shape != "check" and r.parameters)
    name = next(iter(rule.parameters))
    told = problem(tmp_path, f'[rule.{rule.id}.parameters]\n{name} = "1 +"\n')
    assert "is not an expression" in told


def test_a_parameter_of_a_family_is_set_where_a_rule_has_it(tmp_path: Path) -> None:
    settings = configure(written(tmp_path, "[rule.F.parameters]\nalpha = 0.01\n"))
    assert 0.01 == apply(settings, load_rules())["p-value"].parameters["alpha"]


def test_parameters_of_a_wrong_sort_are_told() -> None:
    rule = replace(load_rules()["p-value"], check="p-value")
    told = [
        unfit(rule, value, present)
        for value, present in [
            (1, True), (True, True), (3, "word"), ("x", "word"), (3, {"a": 1}), ({}, {"a": 1}),
        ]
    ]  # fmt: skip
    assert [
        "is true or false", "", "takes a word", "", "takes a table of names with values", "",
    ] == told  # fmt: skip


def test_a_parameter_that_a_named_rule_has_not_is_told(tmp_path: Path) -> None:
    rule = next(r for r in load_rules().rules if r.shape == "pattern" and not r.parameters)
    told = problem(tmp_path, f"[rule.{rule.id}.parameters]\nsome = 1\n")
    assert told.endswith(f"{rule.id} has no parameter 'some'")


def test_triggers_and_unless_can_be_replaced(tmp_path: Path) -> None:
    text = '[rule.weekday-and-date]\ntriggers = ["on"]\nunless = ["so-called"]\n'
    rule = apply(configure(written(tmp_path, text)), load_rules())["weekday-and-date"]
    assert (("on",), ("so-called",)) == (rule.triggers, rule.unless)


def test_a_number_of_a_pattern_rule_is_changed(tmp_path: Path) -> None:
    rule = next(r for r in load_rules().rules if r.shape != "check" and r.parameters)
    name = next(iter(rule.parameters))
    settings = configure(written(tmp_path, f"[rule.{rule.id}.parameters]\n{name} = 3\n"))
    assert 3 == apply(settings, load_rules())[rule.id].parameters[name]


def test_words_without_a_file_are_checked_too() -> None:
    settings = Settings(vocabulary=Setting((("rse", ("x",)),)))
    with pytest.raises(ConfigError, match="did you mean 'rise'"):
        apply(settings, load_rules())


@pytest.mark.parametrize(
    ("style", "words", "flagged"),
    [
        ("", "an eight-day", False),
        ("", "a nine-day", False),
        ("inclusive-dates = true", "an eight-day", True),
        ("inclusive-dates = true", "a nine-day", False),
        ("inclusive-dates = true", "an eight-night", False),
        ("inclusive-dates = false", "an eight-day", False),
        ("inclusive-dates = false", "a nine-day", True),
    ],
)
def test_dates_are_counted_in_the_style_of_the_house(
    style: str, words: str, flagged: bool, tmp_path: Path
) -> None:
    rules = apply(configure(written(tmp_path, f"[style]\n{style}\n")), load_rules())
    text = f"She will tour the coast from 9 to 17 September, {words} visit."
    found = check([Document(id="a", text=text)], rules=rules).findings
    assert flagged is ("dates-and-duration" in {one.rule for one in found})
