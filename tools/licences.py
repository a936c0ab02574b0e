"""Check that everything numcheck needs at run time has a licence on the allow-list.

    python tools/licences.py

Walks the requirements of the installed numcheck with its extras, but for the development tools,
through the metadata of what is installed, and compares each package's licence with
``tools/licences.toml``. Exit status 1 names each package whose licence is not on the list.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ALLOW_LIST = Path(__file__).with_name("licences.toml")
TOOLS = frozenset({"dev", "fuzz"})
"""Extras that nobody needs in order to run numcheck."""

_OPERATORS = re.compile(r"[()]|\bAND\b|\bOR\b|\bWITH\b", re.I)


def dependencies(name: str = "numcheck") -> dict[str, Distribution]:
    """The installed packages that a package needs to run, directly or not, by their names."""
    found: dict[str, Distribution] = {}
    waiting = [(name, extra) for extra in ("", *_extras(distribution(name)))]
    seen = set(waiting)
    while waiting:
        package, extra = waiting.pop()
        try:
            installed = distribution(package)
        except PackageNotFoundError:  # for another platform or an optional part
            continue
        found[canonicalize_name(package)] = installed
        for requirement in _needed(installed, extra):
            for part in ("", *sorted(requirement.extras)):
                if (requirement.name, part) not in seen:
                    seen.add((requirement.name, part))
                    waiting.append((requirement.name, part))
    found.pop(canonicalize_name(name))
    return dict(sorted(found.items()))


def _extras(package: Distribution) -> list[str]:
    extras = package.metadata.get_all("Provides-Extra") or []
    return sorted(set(extras) - TOOLS)


def _needed(package: Distribution, extra: str) -> Iterator[Requirement]:
    here = {key: str(value) for key, value in default_environment().items()}
    for line in package.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None:
            if not extra:
                yield requirement
        elif requirement.marker.evaluate({**here, "extra": extra}):
            yield requirement


def licence_of(package: Distribution, known: Mapping[str, str] | None = None) -> str:
    """What a package says of its licence: an SPDX expression, a name, or nothing."""
    metadata = package.metadata
    name = canonicalize_name(metadata["Name"])
    if known and name in known:
        return known[name]
    if "License-Expression" in metadata:
        return metadata["License-Expression"]
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in metadata.get_all("Classifier") or ()
        if line.startswith("License :: ") and not line.endswith("OSI Approved")
    ]
    if classifiers:
        return " OR ".join(classifiers)
    text = metadata["License"].strip() if "License" in metadata else ""
    return text.partition("\n")[0]


def allowed(licence: str, names: Mapping[str, str], allow: Sequence[str]) -> bool:
    """Whether a licence is on the list: all parts of an ``AND``, one part of an ``OR``."""
    if licence in names:
        return names[licence] in allow
    ways = re.split(r"\bOR\b", licence)
    return any(_all_allowed(way, names, allow) for way in ways)


def _all_allowed(way: str, names: Mapping[str, str], allow: Sequence[str]) -> bool:
    whole = way.strip()
    if names.get(whole, whole) in allow:
        return True
    parts = [part.strip() for part in _OPERATORS.split(whole)]
    return any(parts) and all(names.get(part, part) in allow for part in parts if part)


def problems() -> list[str]:
    """A line for each package whose licence is not on the list."""
    table = tomllib.loads(ALLOW_LIST.read_text("utf-8"))
    lines = []
    for name, package in dependencies().items():
        licence = licence_of(package, table["known"])
        if not allowed(licence, table["names"], table["allowed"]):
            said = licence or "no licence"
            lines.append(f"{name} {package.version}: {said}; not in {ALLOW_LIST.name}")
    return lines


def main() -> int:
    """Print what is not allowed, or how many packages are."""
    found = problems()
    for line in found:
        print(line, file=sys.stderr)
    if not found:
        print(f"licences: {len(dependencies())} packages, all on the list")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
