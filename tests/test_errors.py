"""Errors as users and process pools meet them."""

from __future__ import annotations

import pickle

import pytest

from numcheck import errors
from numcheck.errors import InputError, NumcheckError


@pytest.mark.parametrize("name", errors.__all__)
def test_every_error_survives_a_process_pool(name: str) -> None:
    error = getattr(errors, name)("cannot be read", "folder/a.txt:7")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - made a line above
    assert (type(error), str(error)) == (type(again), str(again))
    assert isinstance(again, NumcheckError)


def test_an_error_without_a_place_is_its_problem() -> None:
    assert "no input" == str(NumcheckError("no input"))


@pytest.mark.parametrize(
    "name", ["a\nb.txt", "a\r\x1b[31mb.txt", "a\u2028b.txt", "a\x85b\udcff.txt"]
)
def test_a_strange_name_in_an_archive_makes_no_second_line(name: str) -> None:
    error = InputError("a link; refused", f"x.zip/{name}")
    assert 1 == len(str(error).splitlines())
    assert str(error).isprintable()
    str(error).encode("utf-8")
