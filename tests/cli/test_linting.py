"""``numcheck check`` as a part of daily work: configuration, exit status, baseline, outputs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from numcheck.cli import CLEAN, FINDINGS, TROUBLE, main

WRONG = "Sales rose from £40m to £60m, up 30%.\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a wrong article."""
    (tmp_path / "wrong.txt").write_text(WRONG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def status(*options: str) -> int:
    return main(["check", "wrong.txt", *options])


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], FINDINGS),
        (["--exit-zero"], CLEAN),
        (["--select", "C,D"], CLEAN),
        (["--select", "B4"], FINDINGS),
        (["--ignore", "B4"], CLEAN),
        (["--select", "B", "--ignore", "B4"], CLEAN),
        (["--select", "B44"], TROUBLE),
        (["--config", "nowhere.toml"], TROUBLE),
        (["--config", "nowhere.toml", "--isolated"], TROUBLE),
        (["--baseline", "nowhere.json"], TROUBLE),
    ],
)
def test_options_decide_what_counts(options: list[str], expected: int) -> None:
    assert expected == status(*options)


@pytest.mark.parametrize(
    ("severity", "fail_on", "expected"),
    [
        ("error", "error", FINDINGS),
        ("warning", "error", CLEAN),
        ("warning", "warning", FINDINGS),
        ("info", "warning", CLEAN),
        ("info", "info", FINDINGS),
    ],
)
def test_the_least_grave_finding_that_counts_can_be_chosen(
    desk: Path, severity: str, fail_on: str, expected: int
) -> None:
    (desk / "numcheck.toml").write_text(f'fail-on = "{fail_on}"\n[severity]\nB4 = "{severity}"\n')
    assert expected == status()
    (desk / "numcheck.toml").write_text(f'[severity]\nB4 = "{severity}"\n')
    assert expected == status("--fail-on", fail_on)


def test_the_nearest_configuration_is_used_unless_isolated(desk: Path) -> None:
    (desk / "numcheck.toml").write_text('ignore = ["B4"]\n')
    assert CLEAN == status()
    assert FINDINGS == status("--isolated")


def test_a_broken_configuration_is_told_before_anything_is_read(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "numcheck.toml").write_text("ignor = []\n")
    assert TROUBLE == main(["check", "missing.txt"])
    said = "numcheck: numcheck.toml:1:1: unknown key 'ignor'; did you mean 'ignore'?\n"
    assert said == capsys.readouterr().err


def test_what_is_in_force_is_shown_with_its_origin(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "numcheck.toml").write_text(
        'select = ["B"]\n[rule.percent-change]\nenabled = false\nunless = ["x", "y"]\n'
        '[per-file-ignores]\n"a*" = ["B4"]\n'
    )
    assert CLEAN == main(["config", "show", "wrong.txt", "--ignore", "B8"])
    rows = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    for row in (
        "numcheck.toml",
        "select B numcheck.toml:1",
        "ignore B8 command line",
        "fail-on error default",
        "rule percent-change enabled false numcheck.toml:3",
        "rule percent-change unless x, y numcheck.toml:4",
        "per-file-ignores a* B4 numcheck.toml:6",
    ):
        assert row in rows


def test_without_a_file_the_defaults_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["config", "show", "--isolated"])
    assert capsys.readouterr().out.startswith("no configuration file\n")


def test_a_baseline_tells_only_what_is_new(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["baseline", "write", "wrong.txt"])
    assert "wrote 1 finding to .numcheck-baseline.json\n" == capsys.readouterr().out
    assert CLEAN == main(["baseline", "check", "wrong.txt"])
    assert "1 finding not told: 1 known to the baseline." in capsys.readouterr().out
    (desk / "wrong.txt").write_text("Rents rose from 50 to 60, up 40%.\n")
    assert FINDINGS == main(["baseline", "check", "wrong.txt"])
    errors = capsys.readouterr().err
    assert (
        "numcheck: .numcheck-baseline.json: 1 finding of the baseline no longer there\n" == errors
    )


def test_a_baseline_may_be_configured(desk: Path) -> None:
    (desk / "numcheck.toml").write_text('baseline = "known.json"\n')
    assert CLEAN == main(["baseline", "write", "wrong.txt", "-o", "known.json"])
    assert CLEAN == status()
    assert CLEAN == main(["baseline", "write", "wrong.txt", "-o", "known.json"])
    assert 1 == len(json.loads((desk / "known.json").read_text())["findings"])


def test_a_baseline_needs_inputs_that_can_be_read() -> None:
    assert TROUBLE == main(["baseline", "write", "missing.txt"])
    assert TROUBLE == main(["baseline", "write", "missing.txt", "wrong.txt"])
    assert TROUBLE == main(["baseline", "check", "wrong.txt"])
    assert CLEAN == main(["baseline", "write", "wrong.txt"])
    assert TROUBLE == main(["baseline", "check", "missing.txt"])


def test_comments_that_do_nothing_are_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "a.md").write_text("<!-- numcheck: ignore -->\nAll was well.\n")
    assert CLEAN == main(["check", "a.md"])
    assert "numcheck: a.md:1: ignore silences nothing; remove it\n" == capsys.readouterr().err


def test_several_outputs_are_written_at_once(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert FINDINGS == status("-o", "r.json", "-o", "r.csv", "-o", "r.md")
    assert "" == capsys.readouterr().out
    assert "findings" in json.loads((desk / "r.json").read_text("utf-8"))
    assert (desk / "r.csv").read_text("utf-8").startswith("id,")
    assert (desk / "r.md").read_text("utf-8").startswith("### numcheck")


def test_a_format_goes_for_the_only_output(desk: Path) -> None:
    assert FINDINGS == status("-f", "json", "-o", "r.dat")
    assert FINDINGS == status("-f", "json", "-o", "r.txt")
    for name in ("r.dat", "r.txt"):
        assert "findings" in json.loads((desk / name).read_text("utf-8"))


def test_of_several_outputs_each_needs_a_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert TROUBLE == status("-o", "r.json", "-o", "r.dat")
    assert "numcheck: r.dat: no format is known by its suffix" in capsys.readouterr().err
    assert not os.path.exists("r.json")


def test_standard_output_may_be_one_of_the_outputs(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert FINDINGS == status("-f", "github", "-o", "-", "-o", "r.sarif")
    assert capsys.readouterr().out.startswith("::error file=wrong.txt,line=1,")
    assert "2.1.0" == json.loads((desk / "r.sarif").read_text("utf-8"))["version"]


@pytest.mark.parametrize(
    ("configuration", "unpaid"),
    [
        ("", {"pydantic", "yaml", "tomllib", "numcheck.configuration.reading"}),
        ('fail-on = "warning"\n[rule.percent-change]\ngap = 8\n', {"pydantic", "yaml"}),
    ],
)  # fmt: skip
def test_a_run_pays_only_for_the_configuration_that_there_is(
    desk: Path, configuration: str, unpaid: set[str]
) -> None:
    if configuration:
        (desk / "numcheck.toml").write_text(configuration)
    probe = (
        "import sys; from numcheck.cli import main; main(['check', 'wrong.txt', '-o', 'r.txt']); "
        f"print(sorted(set({sorted(unpaid)!r}) & sys.modules.keys()))"
    )
    for _ in range(2):  # the first run compiles the rules
        done = subprocess.run(
            [sys.executable, "-c", probe], check=True, capture_output=True, text=True
        )
    assert "[]" == done.stdout.strip()


def test_limits_and_choices_of_reading_are_shown_with_their_origin(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "numcheck.toml").write_text(
        '[limits]\npdf-pages = 3\n[reading]\nfast-html = false\ntext-column = "body"\n'
    )
    assert CLEAN == main(["config", "show", "--fast-html"])
    rows = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    for row in (
        "limits pdf-pages 3 numcheck.toml:2",
        "reading fast-html true command line",
        "reading text-column body numcheck.toml:5",
    ):
        assert row in rows


@pytest.mark.parametrize(
    "before", [["wrong.txt"], ["."], ["*.txt"], ["--against", ".", "other.md"]]
)
def test_an_article_is_never_replaced_by_a_report(
    desk: Path, capsys: pytest.CaptureFixture[str], before: list[str]
) -> None:
    (desk / "other.md").write_text("All was well.\n")
    assert TROUBLE == main(["check", *before, "-o", "r.json", "-o", "wrong.txt"])
    said = "numcheck: wrong.txt: that is the input itself; name another file to write\n"
    assert said == capsys.readouterr().err
    assert WRONG == (desk / "wrong.txt").read_text()


@pytest.mark.parametrize("command", [["extract", "."], ["diff", "wrong.txt", "other.md"]])
def test_other_commands_do_not_replace_articles_either(desk: Path, command: list[str]) -> None:
    (desk / "other.md").write_text("All was well.\n")
    assert TROUBLE == main([*command, "-o", "wrong.txt"])
    assert WRONG == (desk / "wrong.txt").read_text()


def test_an_earlier_report_among_the_articles_is_no_article(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call = ["check", ".", "-o", "report.html", "-o", "report.md", "-o", "-"]
    assert FINDINGS == main(call)
    first = capsys.readouterr().out
    assert FINDINGS == main(call)
    assert first == capsys.readouterr().out


def test_a_baseline_can_be_made_without_kept_results(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUMCHECK_CACHE", str(desk / "kept"))
    assert CLEAN == main(["baseline", "write", "--no-cache", "wrong.txt"])
    assert CLEAN == main(["baseline", "check", "--no-cache", "wrong.txt"])
    assert not (desk / "kept").exists()
    assert CLEAN == main(["baseline", "check", "wrong.txt"])
    assert (desk / "kept").exists()
