"""``numcheck check``, as it is called."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from numcheck.cli import CLEAN, FINDINGS, TROUBLE, main

WRONG = "Sales rose from £40m to £60m, up 30%.\n"
RIGHT = "Sales rose from £40m to £60m, up 50%.\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a right and a wrong article."""
    (tmp_path / "wrong.txt").write_text(WRONG)
    (tmp_path / "right.txt").write_text(RIGHT)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


def standard_input(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Give the command something on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_a_clean_article_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["check", "right.txt"])
    output = capsys.readouterr()
    assert ("", True) == (output.err, "3 figures in 1 document" in output.out)


def test_an_error_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert FINDINGS == main(["check", "wrong.txt"])
    output = capsys.readouterr().out
    assert "DISCREPANT" in output
    assert "wrong.txt:1" in output


def test_an_input_that_cannot_be_read_ends_with_2_and_the_rest_is_reported(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert TROUBLE == main(["check", "missing.txt", "wrong.txt"])
    output = capsys.readouterr()
    assert "numcheck: missing.txt: no such file or directory; check the path\n" == output.err
    assert "DISCREPANT" in output.out


def test_every_sort_of_bad_input_gets_one_line(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "empty.txt").touch()
    (desk / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (desk / "odd.txt").write_bytes(bytes(range(128, 256)) * 2)
    (desk / "wire.jsonl").write_text('{"text": "It grew 5%."}\n' * 6 + "{\n")
    (desk / "nothing").mkdir()
    names = ["empty.txt", "photo.txt", "odd.txt", "wire.jsonl", "nothing", "*.doc", "right.txt"]
    assert TROUBLE == main(["check", *names])
    errors = capsys.readouterr().err.splitlines()
    starts = ["empty.txt: ", "photo.txt: ", "odd.txt: ", "wire.jsonl:7: ", "nothing: ", "*.doc: "]
    assert len(starts) == len(errors)
    for start, line in zip(starts, errors, strict=True):
        assert line.startswith(f"numcheck: {start}")


def test_nothing_to_check_prints_no_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert TROUBLE == main(["check", "missing.txt"])
    assert "" == capsys.readouterr().out


def test_control_characters_in_a_name_do_not_reach_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["check", "a\x1b[31m.txt"])
    assert "\x1b" not in capsys.readouterr().err


def test_json_is_one_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert FINDINGS == main(["check", "--format", "json", "wrong.txt", "right.txt"])
    report = json.loads(capsys.readouterr().out)
    assert ["wrong.txt", "right.txt"] == [one["id"] for one in report["documents"]]
    assert "discrepant" in {one["verdict"] for one in report["findings"]}


def test_json_lines_are_one_object_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert FINDINGS == main(["check", "--format", "jsonl", "wrong.txt"])
    assert all(isinstance(json.loads(line), dict) for line in capsys.readouterr().out.splitlines())


def test_standard_input_is_checked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    standard_input(monkeypatch, WRONG)
    assert FINDINGS == main(["check", "-"])
    assert "<stdin>" in capsys.readouterr().out


def test_a_draft_is_checked_against_its_sources(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "sources").mkdir()
    (desk / "sources" / "a.txt").write_text("The mill employs 400 people.\n")
    assert main(["check", "right.txt", "--against", "sources", "-a", ".", "-f", "json"]) in (
        CLEAN,
        FINDINGS,
    )
    report = json.loads(capsys.readouterr().out)
    ids = [one["id"] for one in report["documents"]]
    assert ["right.txt", "sources/a.txt", "wrong.txt"] == ids


def test_a_source_with_the_id_of_an_input_gets_another(
    monkeypatch: pytest.MonkeyPatch, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    standard_input(monkeypatch, '{"id": "x", "text": "It grew by 5% in May."}')
    (desk / "s.jsonl").write_text('{"id": "x", "text": "It grew by 5% in May."}')
    assert CLEAN == main(["check", "-", "--against", "s.jsonl", "-f", "json"])
    report = json.loads(capsys.readouterr().out)
    assert ["x", "s.jsonl:1"] == [one["id"] for one in report["documents"]]


def test_a_broken_rule_is_told_before_anything_is_read(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "rules").mkdir()
    (desk / "rules" / "mine.yaml").write_text("id: mine\nfamly: B4\n")
    assert TROUBLE == main(["check", "missing.txt", "--rules", "rules"])
    errors = capsys.readouterr().err
    assert "mine.yaml:" in errors
    assert "missing.txt" not in errors


def test_the_output_may_be_a_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = desk / "report.json"
    target.write_text("old")
    assert FINDINGS == main(["check", "wrong.txt", "-f", "json", "-o", str(target)])
    assert "" == capsys.readouterr().out
    assert json.loads(target.read_text("utf-8"))["summary"]["documents"] == 1
    assert ["report.json", "right.txt", "wrong.txt"] == sorted(os.listdir(desk))


def test_a_file_that_cannot_be_written_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert TROUBLE == main(["check", "wrong.txt", "-o", "nowhere/report.txt"])
    assert (
        "numcheck: nowhere/report.txt: cannot write the output (no such file or directory)\n"
        == capsys.readouterr().err
    )


def test_a_device_is_written_not_replaced() -> None:
    assert FINDINGS == main(["check", "wrong.txt", "-o", os.devnull])
    assert not os.path.isfile(os.devnull)


@pytest.mark.parametrize(
    ("options", "colored"),
    [([], False), (["--color"], True), (["--no-color"], False)],
)
def test_colour_is_only_for_those_who_want_it(
    options: list[str], colored: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", *options, "wrong.txt"])
    assert colored is ("\x1b[" in capsys.readouterr().out)


def test_the_width_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--width", "60", "wrong.txt"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 60


def test_quiet_and_verbose_are_passed_on(capsys: pytest.CaptureFixture[str]) -> None:
    outputs = []
    for option in ("--quiet", "--verbose"):
        main(["check", option, "wrong.txt"])
        outputs.append(len(capsys.readouterr().out))
    assert outputs[0] <= outputs[1]


def test_standard_input_is_not_checked_against_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert TROUBLE == main(["check", "-", "--against", "-"])
    assert (
        "numcheck: -: standard input cannot be checked against itself; name a file\n"
        == capsys.readouterr().err
    )
