"""Records of the model as JSON and back, exactly: what is read is equal to what was written.

Only the classes of a fixed table can be made from a file, so that reading one runs no code of its
author's. Of a record, only the attributes that differ from their defaults are written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from functools import cache
from typing import Any

from numcheck.model import (
    Attribution,
    Backing,
    Claim,
    Fact,
    Figure,
    Finding,
    Remark,
    Verified,
)

__all__ = ["PlainError", "from_plain", "to_plain"]

_CLASSES: dict[str, Any] = {
    one.__name__: one
    for one in (Attribution, Backing, Claim, Fact, Figure, Finding, Remark, Verified)
}
_CLASS, _TUPLE, _DECIMAL, _MAPPING = "@", "(", "#", ":"


class PlainError(ValueError):
    """What was read is nothing that :func:`to_plain` wrote."""


def to_plain(value: Any) -> str:
    """JSON text of records, tuples, mappings with strings as keys, Decimals and plain values.

    Raises:
        PlainError: There is something else in it, which would not come back as it was.
    """
    return json.dumps(_plain(value), ensure_ascii=True, separators=(",", ":"))


def from_plain(text: str) -> Any:
    """What :func:`to_plain` was given.

    Raises:
        PlainError: It is something else.
    """
    try:
        return json.loads(text, object_hook=_made)
    except (ValueError, TypeError, KeyError, ArithmeticError, RecursionError) as error:
        raise PlainError(str(error)) from error


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, tuple):
        return {_TUPLE: [_plain(one) for one in value]}
    if isinstance(value, Decimal):
        return {_DECIMAL: str(value)}
    if isinstance(value, Mapping):
        return {_MAPPING: [[str(key), _plain(one)] for key, one in value.items()]}
    name = type(value).__name__
    if _CLASSES.get(name) is not type(value):
        raise PlainError(f"{name} cannot be kept")
    plain: dict[str, Any] = {_CLASS: name}
    for attribute, default in _attributes(name):
        own = getattr(value, attribute)
        # 1 is True and 1.0 is Decimal(1), but they do not print alike.
        if own is not default and (own != default or type(own) is not type(default)):
            plain[attribute] = _plain(own)
    return plain


@cache
def _attributes(name: str) -> tuple[tuple[str, Any], ...]:
    """Names of a record's attributes, with their defaults; one without is always written."""
    return tuple((one.name, one.default) for one in fields(_CLASSES[name]))


def _made(plain: dict[str, Any]) -> Any:
    if _CLASS in plain:
        kind = _CLASSES[plain.pop(_CLASS)]
        return kind(**plain)
    ((sign, value),) = plain.items()
    if sign == _TUPLE:
        return tuple(value)
    if sign == _DECIMAL:
        return Decimal(value)
    if sign == _MAPPING:
        return dict(value)
    raise KeyError(sign)
