"""JSON text that every consumer can decode."""

from __future__ import annotations

import json
import re
from typing import Any

__all__ = ["dumps"]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def dumps(value: Any, *, indent: int | None = None) -> str:
    """
    JSON with characters as themselves, so a person can read it.

    Half surrogates, which broken input can hold and UTF-8 cannot, are escaped.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
