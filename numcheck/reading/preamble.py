"""What stands above an article's first sentence in a text without markup.

The title is the first short line that is no sentence, with the datelines around it. Whatever is
not clearly title or dateline stays in the body: losing a headline is better than losing a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from numcheck.reading.datelines import Imprint, is_name, read_dateline
from numcheck.reading.furniture import is_furniture

__all__ = ["Preamble", "is_headline", "read_preamble"]

_LONGEST_TITLE = 120
_MOST_LINES = 12
_SENTENCE_END = re.compile(r"(?:[.;:,…]|\.{3}|[-–—])[\"'”’)\]]*$")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}$")
_ITEM = re.compile(r"(?:[-*•‣]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")


@dataclass(frozen=True, slots=True)
class Preamble:
    """The end of the preamble and what it holds.

    Attributes:
        end: Offset at which the body begins: at its first character that is no white space.
        title: The headline; empty if there is none.
        title_at: Offset of the headline; -1 if there is none.
    """

    end: int
    title: str
    title_at: int


def is_headline(line: str, following: str) -> bool:
    """Whether the first line of a text can be its headline, judged with the line below it.

    Args:
        line: The line, stripped.
        following: The next line, stripped; empty where a blank line follows.
    """
    if not line or len(line) > _LONGEST_TITLE or not any(map(str.isalpha, line)):
        return False
    if line[0].islower() and not any(map(str.isupper, line[1:3])):  # "iPhone" may open a headline
        return False
    if _SENTENCE_END.search(line) and not _ABBREVIATED.search(line):
        return False
    if _ITEM.match(line) or "|" in line or "\t" in line:
        return False
    # A paragraph that long was not broken to fit a page, so the short line above it is whole.
    return not following or (len(following) > _LONGEST_TITLE and not following[0].islower())


def read_preamble(text: str, start: int, imprint: Imprint, title: str = "") -> Preamble:
    """Read title and datelines from the top of a text.

    Args:
        text: The text.
        start: Offset at which to begin.
        imprint: Filled with what the datelines say.
        title: The headline where something else gave it; then none is looked for.

    Returns:
        Where the body begins, and the headline.
    """
    title_at = -1
    end = position = _skip_space(text, start)
    for _ in range(_MOST_LINES):
        stop = _line_end(text, position)
        line = text[position:stop].strip()
        following = text[stop + 1 : _line_end(text, stop + 1)].strip()
        taken = read_dateline(_bare(line), imprint)
        title = title or imprint.title
        if not taken and not title and _opens(line, following):
            title, title_at, taken = line, position, True
        if not taken and title and is_name(line) and read_dateline(_bare(following), Imprint()):
            # A name on a line of its own is an outlet only where a date stands below it.
            imprint.put("source", line)
            taken = True
        if not taken and not is_furniture(line):
            break
        position = _skip_space(text, stop)
        # Furniture above the headline goes with it; furniture above the body stays, marked.
        end = position if taken else end
    if end == len(text):
        # Nothing stands below these lines, so they are all there is to check.
        return Preamble(_skip_space(text, start), "" if title_at >= 0 else title, -1)
    return Preamble(end, title, title_at)


def _opens(line: str, following: str) -> bool:
    """Whether a line is a headline, by itself or by the dateline below it."""
    if is_furniture(line):
        return False
    return is_headline(line, following) or (
        is_headline(line, "") and read_dateline(_bare(following), Imprint())
    )


def _bare(line: str) -> str:
    """A line without the emphasis that Markdown puts around a dateline."""
    return line.strip("*_ ")


def _skip_space(text: str, start: int) -> int:
    """Offset of the first line, from ``start``, that is not blank; its indent is kept out."""
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
