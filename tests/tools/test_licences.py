"""The licences of dependencies against the allow-list."""

from __future__ import annotations

from importlib.metadata import distribution

import pytest

from tools.licences import allowed, dependencies, licence_of, problems

NAMES = {"MIT License": "MIT"}
ALLOW = ["MIT", "Apache-2.0", "LGPL-2.1-or-later"]


@pytest.mark.parametrize(
    "licence",
    ["MIT", "MIT License", "Apache-2.0 AND MIT", "MIT OR GPL-2.0-only", "(MIT AND Apache-2.0)"],
)
def test_a_licence_is_allowed_where_every_binding_part_is(licence: str) -> None:
    assert allowed(licence, NAMES, ALLOW)


@pytest.mark.parametrize("licence", ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "Proprietary"])
def test_a_licence_that_is_not_on_the_list_is_refused(licence: str) -> None:
    assert not allowed(licence, NAMES, ALLOW)


def test_dependencies_are_followed_through_other_packages() -> None:
    found = dependencies()
    assert {"pint", "jinja2", "markupsafe"} <= set(found)


def test_what_only_developers_need_does_not_count() -> None:
    assert "mypy" not in dependencies()


def test_a_licence_is_read_from_the_metadata() -> None:
    assert "MIT" == licence_of(distribution("pydantic"))


def test_every_dependency_has_a_licence_on_the_list() -> None:
    assert [] == problems()
