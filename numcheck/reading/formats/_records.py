"""JSON objects to documents: what JSON lines and JSON files have in common."""

from __future__ import annotations

import json
from typing import Any

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.dates import iso_date
from numcheck.reading.encoding import replace_lone_surrogates
from numcheck.reading.furniture import find_furniture

__all__ = ["document_of", "parse"]

_KEYS = ("text", "title", "source", "published", "url")


def parse(content: str, place: str) -> Any:
    """The value that JSON text stands for.

    Args:
        content: The JSON text.
        place: What to call it in errors.

    Raises:
        InputError: Not JSON.
    """
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        what = error.msg[:1].lower() + error.msg[1:]
        where = f"column {error.colno}"
        if error.lineno > 1:
            where = f"line {error.lineno} {where}"
        raise InputError(f"broken JSON at {where}: {what}", place) from error
    except (ValueError, RecursionError) as error:
        reason = (
            "nested too deeply" if isinstance(error, RecursionError) else "a number is too long"
        )
        raise InputError(f"JSON that cannot be read: {reason}", place) from error


def document_of(record: Any, place: str, path: str, line: int = 0) -> Document:
    """The document that a JSON object describes; unknown keys are ignored.

    Args:
        record: An object with ``text`` and maybe ``id``, ``title``, ``source``, ``published``
            and ``url``, all strings; ``id`` may be a number, and null is as good as no key.
        place: What to call the object in errors; also its id if it has none.
        path: The file that holds it.
        line: The line of the file on which it stands; 0 where that is not known.

    Raises:
        InputError: Not such an object.
    """
    if not isinstance(record, dict):
        problem = f'{_kind(record)} where an object like {{"text": "..."}} is needed'
        raise InputError(problem, place)
    fields = {key: "" if record.get(key) is None else record[key] for key in _KEYS}
    for key, value in fields.items():
        if not isinstance(value, str):
            raise InputError(f'"{key}" must be a string, not {_kind(value)}', place)
    if record.get("text") is None:
        raise InputError('no "text" in this object; the article goes there', place)
    fields = {key: replace_lone_surrogates(value) for key, value in fields.items()}
    if not fields["text"].strip() and not fields["title"].strip():
        raise InputError('"text" is empty; there is nothing to check', place)
    # Newlines at unchanged offsets, since whoever wrote the file may want to look figures up in it.
    text = fields["text"].replace("\r\n", " \n").replace("\r", "\n")
    return Document(
        id=_id(record.get("id"), place),
        text=text,
        title=fields["title"].strip(),
        source=fields["source"].strip(),
        published=iso_date(fields["published"]),
        url=fields["url"].strip(),
        path=path,
        furniture=find_furniture(text),
        title_line=line,
        rows=(line,) if line else (),
    )


def _id(value: Any, place: str) -> str:
    if value is None or value == "":
        return place
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(f'"id" must be a string, not {_kind(value)}', place)
    return replace_lone_surrogates(str(value))


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    kinds = {bool: "true or false", dict: "an object", list: "a list", str: "a string"}
    return kinds.get(type(value), "a number")
