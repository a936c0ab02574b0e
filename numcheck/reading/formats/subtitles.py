"""Subtitles, by pysubs2: what is said as running text, with the time of each cue."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.encoding import decode, replace_lone_surrogates
from numcheck.reading.source import Source

__all__ = ["SUFFIXES", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".srt", ".vtt", ".ass", ".ssa")
_CUE = re.compile(rb"(?:\xef\xbb\xbf)?\s*\d{1,6}\s*\r?\n\d\d:\d\d:\d\d[,.]\d{1,3}\s*-->")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_OPEN_TAG = re.compile(r"<(?![^<>\n]{0,300}>)")
_OPEN_BRACE = re.compile(r"\{(?![^{}\n]{0,2000}\})")
_PAUSE = 3000  # milliseconds after which a new paragraph begins
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<\d\d:[\d:.]{4,9}>")


def recognises(head: bytes) -> int:
    """Certainly, by the header that two of the formats have; probably, by a first cue."""
    start = head.lstrip(b"\xef\xbb\xbf")
    if start.startswith((b"WEBVTT", b"[Script Info]")):
        return 2
    return 1 if _CUE.match(head) else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The document of a file.

    Raises:
        InputError: No cue in it, or the extra is missing.
    """
    try:
        import pysubs2
    except ImportError as error:
        problem = "subtitles need an extra; pip install 'numcheck[formats]'"
        raise InputError(problem, source.name) from error
    content = decode(source.data(), source.name)
    if not content.strip():
        raise InputError("empty file; there is nothing to check", source.name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about colours and margins, which nobody reads here
            track = pysubs2.SSAFile.from_string(_closed(content), format_=_kind(content))
    except Exception as error:  # an impossible time or style: broken in any case
        raise InputError("broken subtitles; export them again", source.name) from error
    cues = [cue for cue in track.events if not cue.is_comment and not cue.is_drawing]
    if len(cues) > source.options.limits.records:
        raise InputError("more cues than the limit records allows", source.name)
    text, locators = _running(sorted(cues, key=lambda cue: (cue.start, cue.end)))
    if not text:
        raise InputError("no subtitle in this file; there is nothing to check", source.name)
    yield Document(id=source.name, text=text, path=source.path, locators=locators)


def _closed(content: str) -> str:
    """The content without marks that nothing closes, over which pysubs2 takes for ever."""
    return _OPEN_BRACE.sub("(", _OPEN_TAG.sub("‹", content))


def _kind(content: str) -> str:
    start = content.lstrip("\ufeff \n")
    if start.startswith("WEBVTT"):
        return "vtt"
    if start.startswith("["):
        return "ssa" if "[V4 Styles]" in start else "ass"
    return "srt"


def _running(cues: list[Any]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """What is said, with the time at which each piece begins."""
    parts: list[str] = []
    locators: list[tuple[int, str]] = []
    size = 0
    ended = 0
    last_line = ""
    for cue in cues:
        lines = [" ".join(_TAG.sub("", line).split()) for line in cue.plaintext.split("\n")]
        # Captions that roll up show each line twice.
        lines = [line for line in lines if line and line != last_line]
        if not lines:
            continue
        last_line = lines[-1]
        words = replace_lone_surrogates(" ".join(lines))
        if parts:
            paused = cue.start - ended > _PAUSE and _SENTENCE_END.search(parts[-1])
            joint = "\n\n" if paused else " "
            parts.append(joint)
            size += len(joint)
        locators.append((size, _clock(cue.start)))
        parts.append(words)
        size += len(words)
        ended = cue.end
    return "".join(parts), tuple(locators)


def _clock(milliseconds: int) -> str:
    seconds = max(milliseconds, 0) // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
