"""Build the wheel twice and try it where nothing but Python is installed.

    python tools/wheel_check.py [PYTHON...]

The two wheels must be the same bytes. The wheel is then installed into a new environment of each
Python given (by default the oldest and the newest supported one on this machine), checks the
sample articles and runs the examples of all rules; the reports must be the same bytes everywhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# A fixed date in the archive's members, as https://reproducible-builds.org asks.
_EPOCH = "1577836800"


class Failure(Exception):
    """What was tried did not hold."""


def supported() -> list[tuple[int, int]]:
    """The minor versions of Python that the project's classifiers name, oldest first."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [line.rpartition(" :: ")[2] for line in project["classifiers"]]
    versions = [name.split(".") for name in names if name.startswith("3.")]
    return sorted((int(major), int(minor)) for major, minor in versions)


def interpreters(versions: Sequence[tuple[int, int]]) -> list[str]:
    """The oldest and the newest Python of these versions on this machine."""
    found = [path for version in versions if (path := _interpreter(version))]
    return list(dict.fromkeys([*found[:1], *found[-1:]]))


def _interpreter(version: tuple[int, int]) -> str | None:
    return next((path for path in _candidates(version) if _runs(path, version)), None)


def _candidates(version: tuple[int, int]) -> Iterator[str]:
    name = "python{}.{}".format(*version)
    if sys.version_info[:2] == version:
        yield sys.executable
    on_path = shutil.which(name)
    if on_path:
        yield on_path
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    yield from sorted(map(str, pyenv.glob(f"*/bin/{name}")))


def _runs(path: str, version: tuple[int, int]) -> bool:
    """Whether it starts: a version manager leaves stand-ins for versions that are switched off."""
    command = [path, "-c", "import sys, venv; print(*sys.version_info[:2])"]
    try:
        said = subprocess.run(  # noqa: S603
            command, check=False, capture_output=True, text=True, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.stdout.split() == [str(part) for part in version]


def build(folder: Path) -> Path:
    """A wheel in a folder."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    _run(command, ROOT, SOURCE_DATE_EPOCH=_EPOCH)
    (wheel,) = folder.glob("numcheck-*.whl")
    return wheel


def tried(wheel: Path, python: str, folder: Path) -> str:
    """Install a wheel for a Python and use it; the report on the sample articles."""
    environment = folder / "environment"
    _run([python, "-m", "venv", str(environment)], folder)
    binaries = environment / ("Scripts" if os.name == "nt" else "bin")
    # The examples of the p-value rule need scipy.
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"{wheel}[stats]"]
    _run([str(binaries / "python"), *install], folder)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    numcheck = str(binaries / "numcheck")
    _run([numcheck, "rules", "test"], folder)
    return _run([numcheck, "check", "--format", "json", "seeds"], folder, fine=(0, 1))


def _run(command: Sequence[str], folder: Path, fine: Sequence[int] = (0,), **variables: str) -> str:
    # A foreign directory and an empty path: nothing of the checkout may be found.
    env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(  # noqa: S603
        command, check=False, cwd=folder, env={**env, **variables}, capture_output=True, text=True
    )
    if done.returncode not in fine:
        last = (done.stderr or done.stdout).strip()
        raise Failure(f"{' '.join(command)}: status {done.returncode}\n{last}")
    return done.stdout


def main(pythons: Sequence[str]) -> int:
    """Build, compare, try; status 1 if anything differs or fails."""
    try:
        with tempfile.TemporaryDirectory() as name:
            _check(Path(name), pythons or interpreters(supported()))
    except Failure as failure:
        print(f"wheel: {failure}", file=sys.stderr)
        return 1
    return 0


def _check(folder: Path, pythons: Sequence[str]) -> None:
    wheels = []
    for turn in ("first", "second"):
        (folder / turn).mkdir()
        wheels.append(build(folder / turn))
    if wheels[0].read_bytes() != wheels[1].read_bytes():
        raise Failure("two builds of one checkout differ")
    print(f"wheel: {wheels[0].name} builds to the same bytes twice")
    reports = {}
    for number, python in enumerate(pythons):
        place = folder / str(number)
        place.mkdir()
        reports[python] = tried(wheels[0], python, place)
        print(f"wheel: works with {python}")
    if len(set(reports.values())) > 1:
        raise Failure(f"the reports differ between {', '.join(pythons)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
