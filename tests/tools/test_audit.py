"""The audit of locked dependencies, with stand-ins for the auditor."""

from __future__ import annotations

import sys

from tools.audit import audit


def says(text: str, status: int) -> list[str]:
    return [sys.executable, "-c", f"import sys; print({text!r}); sys.exit({status})"]


def test_a_clean_audit_passes() -> None:
    assert (0, "audit: no known weakness") == audit(says("fine", 0))


def test_a_known_weakness_fails_and_is_named() -> None:
    status, said = audit(says("leftpad 1.0 GHSA-1234", 1))
    assert 1 == status
    assert "leftpad 1.0 GHSA-1234" in said


def test_a_database_out_of_reach_is_said_and_does_not_fail() -> None:
    status, said = audit(says("requests.exceptions.ConnectionError: refused", 1))
    assert 0 == status
    assert "skipped" in said


def test_a_database_that_does_not_answer_is_not_waited_for() -> None:
    status, said = audit([sys.executable, "-c", "import time; time.sleep(30)"], seconds=0.2)
    assert 0 == status
    assert "no answer" in said
