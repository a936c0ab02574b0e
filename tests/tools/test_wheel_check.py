"""The search for Pythons to try the wheel with; the trial itself is part of `make audit`."""

from __future__ import annotations

import sys

import pytest

from tools import wheel_check


def test_the_supported_versions_come_from_the_classifiers() -> None:
    versions = wheel_check.supported()
    assert (3, 11) == versions[0]
    assert sorted(versions) == versions


def test_the_running_python_is_found() -> None:
    assert [sys.executable] == wheel_check.interpreters([sys.version_info[:2]])


def test_a_python_that_is_not_here_is_left_out() -> None:
    assert [] == wheel_check.interpreters([(3, 99)])


def test_only_the_oldest_and_the_newest_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wheel_check, "_interpreter", lambda version: f"/python3.{version[1]}")
    found = wheel_check.interpreters([(3, 11), (3, 12), (3, 13)])
    assert ["/python3.11", "/python3.13"] == found


def test_a_failed_step_is_one_clear_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(folder: object) -> None:
        raise wheel_check.Failure("hatchling build: status 1")

    monkeypatch.setattr(wheel_check, "build", fails)
    assert 1 == wheel_check.main([sys.executable])
    assert "wheel: hatchling build: status 1\n" == capsys.readouterr().err
