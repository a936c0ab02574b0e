"""Look the locked dependencies up among known weaknesses.

    python tools/audit.py

Asks the database that pip-audit asks. Where it cannot be reached, says so and ends with status 0:
a machine without network is not a finding. Status 1 lists packages with a known weakness.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "requirements-dev.lock"
_SECONDS = 120
# What pip-audit prints where it got no answer, as against an answer that names a weakness.
_UNREACHED = ("ConnectionError", "Max retries", "Timeout", "ServiceError", "HTTPError", "SSLError")


def audit(command: list[str], seconds: float = _SECONDS) -> tuple[int, str]:
    """Run an audit.

    Args:
        command: pip-audit with its arguments.
        seconds: How long to wait for the database.

    Returns:
        Exit status, and what to print.
    """
    try:
        done = subprocess.run(  # noqa: S603
            command, capture_output=True, text=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return 0, f"audit: skipped, no answer from the database within {seconds:g} s"
    said = f"{done.stdout}\n{done.stderr}".strip()
    if done.returncode == 0:
        return 0, "audit: no known weakness"
    if any(sign in said for sign in _UNREACHED):
        return 0, "audit: skipped, the database of known weaknesses cannot be reached"
    return 1, f"audit:\n{said}"


def main() -> int:
    """Audit the lock file."""
    options = [
        "--requirement",
        str(LOCK),
        "--require-hashes",
        "--disable-pip",
        "--progress-spinner=off",
    ]
    status, said = audit([sys.executable, "-m", "pip_audit", *options])
    print(said, file=sys.stderr if status else sys.stdout)
    return status


if __name__ == "__main__":
    sys.exit(main())
