"""The locked development environment against what the project asks for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCK = (ROOT / "requirements-dev.lock").read_text("utf-8")


def asked(extra: str = "dev") -> Iterator[Requirement]:
    """What the development environment asks for, through the project's own extras."""
    for line in PROJECT["optional-dependencies"][extra]:
        requirement = Requirement(line)
        if requirement.name == "numcheck":
            for part in sorted(requirement.extras):
                yield from asked(part)
        else:
            yield requirement


def test_every_dependency_is_locked_at_a_version_that_fits() -> None:
    locked = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", LOCK, re.M))
    versions = {canonicalize_name(name): version for name, version in locked.items()}
    wanted = [*map(Requirement, PROJECT["dependencies"]), *asked()]
    assert wanted
    misfits = [
        str(one)
        for one in wanted
        if not one.specifier.contains(versions.get(canonicalize_name(one.name), "0"))
    ]
    assert [] == misfits, "run `make lock`"


def test_every_locked_file_has_a_hash() -> None:
    entries = re.split(r"^(?=\S)", LOCK, flags=re.M)
    bare = [
        entry.split()[0] for entry in entries if entry.strip() and "--hash=sha256:" not in entry
    ]
    assert [] == bare


def test_the_lock_names_no_place_to_fetch_from() -> None:
    assert [] == re.findall(r"https?://\S+|--(?:extra-)?index-url.*", LOCK)
