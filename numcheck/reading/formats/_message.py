"""An email message to documents: its text, and its attachments of known formats."""

from __future__ import annotations

import io
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr, parsedate_to_datetime
from functools import partial
from typing import Any, cast

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.encoding import decode, replace_lone_surrogates, unify_newlines
from numcheck.reading.formats.html import page_of
from numcheck.reading.furniture import find_furniture
from numcheck.reading.members import is_member_read, name_problem, read_source
from numcheck.reading.source import Source

__all__ = ["documents_of"]


class _ShortHeaders(EmailPolicy):
    """Cuts headers that are longer than any honest one: decoding takes time by their square."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


_LONGEST_HEADER = 4000
_POLICY = _ShortHeaders()


def documents_of(data: bytes, place: str, source: Source) -> Iterator[Document | InputError]:
    """The documents of a message: itself, then its attachments.

    Args:
        data: The message.
        place: What to call it in errors; also its id.
        source: The file that holds it.
    """
    try:
        message = cast(EmailMessage, message_from_bytes(data, policy=_POLICY))
        text = _text(message, place, source)
        attachments = list(message.iter_attachments()) if message.is_multipart() else []
    except InputError as error:
        yield error
        return
    except Exception as error:  # headers and structures that the parser was not made for
        reason = "nested too deeply" if isinstance(error, RecursionError) else "not a message"
        yield InputError(f"broken message ({reason})", place)
        return
    title = " ".join(_header(message, "Subject").split())
    if text.strip() or title:
        yield Document(
            id=place,
            text=text,
            title=title,
            source=_sender(message),
            published=_moment(message),
            path=source.path,
            furniture=find_furniture(text),
        )
    elif not attachments:
        yield InputError("a message without text; there is nothing to check", place)
    yield from _attached(attachments, place, source)


def _text(message: EmailMessage, place: str, source: Source) -> str:
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    data = cast(Any, body).get_payload(decode=True) or b""
    charset = str(cast(Any, body).get_content_charset("") or "")
    if not data.strip():
        return ""
    if body.get_content_subtype() == "html":
        return page_of(Source.of_bytes(place, data, options=source.options), data, charset).text
    return replace_lone_surrogates(unify_newlines(decode(data, place, charset))).strip()


def _attached(
    attachments: list[Any], place: str, source: Source
) -> Iterator[Document | InputError]:
    limits = source.options.limits
    if attachments and source.depth >= limits.nesting:
        yield InputError("attachments packed too many times over (limit nesting)", place)
        return
    for number, one in enumerate(attachments, 1):
        if number > limits.entries:
            yield InputError("more attachments than the limit entries allows", place)
            return
        try:
            name = str(one.get_filename() or "")
            data = _content(one)
        except Exception:  # noqa: S112  # what cannot even be named is no article
            continue
        if one.get_content_type() == "message/rfc822":
            name = f"{name or f'message {number}'}.eml".replace(".eml.eml", ".eml")
        problem = name_problem(name) if name else ""
        if problem:
            yield InputError(problem, f"{place}/{replace_lone_surrogates(name)}")
        elif name and is_member_read(name) and data:
            holder = Source(place, source.stream, options=source.options, depth=source.depth)
            shown = replace_lone_surrogates(name)
            yield from read_source(holder.within(shown, partial(io.BytesIO, data)))


def _content(attachment: Any) -> bytes:
    if attachment.get_content_type() == "message/rfc822":
        return cast(bytes, attachment.get_payload(0).as_bytes())
    return cast(bytes, attachment.get_payload(decode=True) or b"")


def _header(message: EmailMessage, name: str) -> str:
    try:
        return replace_lone_surrogates(str(message.get(name, "")))
    except Exception:  # a header that its parser was not made for
        return ""


def _sender(message: EmailMessage) -> str:
    name, address = parseaddr(_header(message, "From"))
    return " ".join((name or address).split())


def _moment(message: EmailMessage) -> str:
    try:
        moment = parsedate_to_datetime(_header(message, "Date"))
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""
    return moment.isoformat("T", "minutes")
