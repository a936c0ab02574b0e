"""What others run numcheck by: pre-commit, GitHub's actions, shells."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
BASH = shutil.which("bash")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A directory with a wrong article in two files and a command called ``numcheck``."""
    (tmp_path / "wrong.txt").write_text("Sales rose from £40m to £60m, up 30%.\n")
    (tmp_path / "a b.md").write_text("Rents rose from 50 to 60, up 40%.\n")
    command = tmp_path / "bin" / "numcheck"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m numcheck "$@"\n')
    command.chmod(0o755)
    return tmp_path


def environment(desk: Path, **more: str) -> dict[str, str]:
    path = f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), **more}


def test_every_hook_calls_a_command_that_there_is(desk: Path) -> None:
    for hook in HOOKS:
        done = subprocess.run(
            [*hook["entry"].split(), "--help"],
            env=environment(desk),
            check=True,
            capture_output=True,
        )
        assert b"Usage" in done.stdout
        assert {"id", "name", "entry", "language"} <= set(hook)


def test_the_hook_fails_on_a_wrong_figure(desk: Path) -> None:
    entry = HOOKS[0]["entry"].split()
    done = subprocess.run(
        [*entry, "wrong.txt", "a b.md"], cwd=desk, env=environment(desk), check=False,
        capture_output=True, text=True,
    )  # fmt: skip
    assert 1 == done.returncode
    assert "DISCREPANT" in done.stdout


def test_the_report_is_uploaded_also_after_findings() -> None:
    upload = ACTION["runs"]["steps"][-1]
    assert upload["uses"].startswith("github/codeql-action/upload-sarif@")
    assert upload["if"].startswith("always() && ")


def test_no_input_is_pasted_into_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


@pytest.mark.skipif(BASH is None, reason="the action's script needs bash")
def test_the_script_of_the_action_writes_annotations_and_the_report(desk: Path) -> None:
    step = next(step for step in ACTION["runs"]["steps"] if step.get("name") == "Check")
    inputs = {
        name: ACTION["inputs"][value.split("inputs.")[1].split(" ")[0]]["default"]
        for name, value in step["env"].items()
    }
    inputs |= {"PATHS": "wrong.txt\na b.md\n", "FAIL_ON": "warning"}
    done = subprocess.run(
        [str(BASH), "-eo", "pipefail", "-c", step["run"]], cwd=desk, check=False,
        env=environment(desk, **inputs), capture_output=True, text=True,
    )  # fmt: skip
    assert (1, "") == (done.returncode, done.stderr)
    assert {"wrong.txt", "a b.md"} == {
        line.split("file=")[1].split(",")[0] for line in done.stdout.splitlines() if "file=" in line
    }
    assert "2.1.0" == json.loads((desk / inputs["SARIF"]).read_text("utf-8"))["version"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_commands(shell: str, desk: Path) -> None:
    words = "numcheck ba"
    asked = {"_NUMCHECK_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": "1"}
    if shell == "fish":
        asked["COMP_CWORD"] = "ba"
    done = subprocess.run(
        ["numcheck"], env=environment(desk, **asked), check=False, capture_output=True, text=True
    )
    assert (0, True) == (done.returncode, "baseline" in done.stdout)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_are_given_a_script(shell: str, desk: Path) -> None:
    asked = {"_NUMCHECK_COMPLETE": f"{shell}_source"}
    done = subprocess.run(
        ["numcheck"], env=environment(desk, **asked), check=False, capture_output=True, text=True
    )
    assert (0, True) == (done.returncode, "_NUMCHECK_COMPLETE" in done.stdout)


def completed(desk: Path, *words: str) -> list[str]:
    """What bash offers behind some words, each with its kind."""
    asked = {
        "_NUMCHECK_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(words),
        "COMP_CWORD": str(len(words) - 1),
    }
    done = subprocess.run(
        ["numcheck"], env=environment(desk, **asked), check=False, capture_output=True, text=True
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["check", "--form"], ["plain,--format"]),
        (["check", "--format", "sar"], ["plain,sarif"]),
        (["check", "dra"], ["file,dra"]),
        (["check", "--against", "so"], ["file,so"]),
        (["baseline", "write", "dra"], ["file,dra"]),
        (["explain", "percent-of"], ["plain,percent-of"]),
        (["check", "--select", "B4,D7"], ["plain,B4,D7"]),
        (["config", "s"], ["plain,show"]),
    ],
)
def test_shells_complete_files_rules_and_choices(
    desk: Path, words: list[str], expected: list[str]
) -> None:
    assert expected == completed(desk, "numcheck", *words)


@pytest.mark.skipif(BASH is None, reason="it needs bash")
def test_bash_takes_the_script(desk: Path) -> None:
    script = (
        'eval "$(_NUMCHECK_COMPLETE=bash_source numcheck)"\n'
        "COMP_WORDS=(numcheck base) COMP_CWORD=1\n"
        "_numcheck_completion numcheck\n"
        'echo "${COMPREPLY[@]}"\n'
        "complete -p numcheck\n"
    )
    done = subprocess.run(
        [str(BASH), "-c", script], env=environment(desk), capture_output=True, text=True, check=True
    )
    assert ["baseline", "complete -o nosort -F _numcheck_completion numcheck"] == (
        done.stdout.splitlines()
    )
