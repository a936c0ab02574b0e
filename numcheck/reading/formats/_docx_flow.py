"""A text that grows block by block, and remembers which element each of its characters is from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, NamedTuple

__all__ = ["Block", "Flow", "Piece", "block_at", "pieces_between"]


class Piece(NamedTuple):
    """A stretch of the text that one element of a run gives, character for character.

    Attributes:
        start: Code-point offset into the text.
        end: Offset past its last character.
        node: The element: ``w:t``, ``w:tab``, ``w:br`` and others that stand for a character.
        at: Offset of the first character in the element's own text.
    """

    start: int
    end: int
    node: Any
    at: int


_new = tuple.__new__  # a third of the time that the class takes, for each word of a file


class Block(NamedTuple):
    """A paragraph or a row of a table.

    Attributes:
        start: Code-point offset into the text.
        words: Where it stands, for a reader: ``"paragraph 12"``.
        in_body: Whether Word takes comments there, which it does not in notes, headers, footers
            and text boxes.
        anchor: Otherwise the run of the body that leads there: the mark of the note, the run that
            holds the box; ``None`` for headers and footers.
    """

    start: int
    words: str
    in_body: bool = True
    anchor: Any = None


@dataclass(slots=True)
class Flow:
    """Text in the making.

    Attributes:
        flat: Whether line breaks and tabs are written as spaces, as cells and headlines need it.
        blocks: Its blocks, in text order.
        pieces: Its pieces, in text order; nothing stands for what the reader adds, such as the
            bars between cells.
    """

    flat: bool = False
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    _out: list[str] = field(default_factory=list)
    _size: int = 0
    _kind: str = ""
    _said: bool = False
    _before: tuple[int, int, int, str] = (0, 0, 0, "")

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._out)

    def begin(self, kind: str, mark: str = "") -> None:
        """Begin a block.

        Args:
            kind: What its neighbours must be to stand on neighbouring lines, as items of a list
                and rows of a table do; empty for a paragraph, which stands by itself.
            mark: What is written before it, such as the dash of an item.
        """
        self._before = (len(self._out), len(self.pieces), self._size, self._kind)
        self._said = False
        gap = "" if not self.blocks else "\n" if kind and kind == self._kind else "\n\n"
        self._kind = kind
        self.add(gap)
        self.add(mark)

    def end(self, words: str, *, in_body: bool = True, anchor: Any = None) -> bool:
        """End a block; one without text is taken back.

        Args:
            words: Where it stands, for a reader.
            in_body: Whether Word takes comments there.
            anchor: Otherwise the run that leads there.

        Returns:
            Whether it had any text.
        """
        count, pieces, size, kind = self._before
        if not self._said:
            del self._out[count:], self.pieces[pieces:]
            self._size, self._kind = size, kind
            return False
        self.blocks.append(Block(size + len(self._out[count]), words, in_body, anchor))
        return True

    def add(self, words: str) -> None:
        """Write what no element of the file stands for."""
        self._out.append(words)
        self._size += len(words)

    def say(self, words: str, node: Any, at: int = 0) -> None:
        """Write what an element stands for.

        Args:
            words: The characters.
            node: The element.
            at: Offset of the first of them in the element's own text.
        """
        start = self._size
        self._size = end = start + len(words)
        self.pieces.append(_new(Piece, (start, end, node, at)))
        self._out.append(words)
        self._said = self._said or not words.isspace()


def pieces_between(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    """The pieces that give any character of a slice of their text."""
    first = bisect_right(pieces, start, key=itemgetter(1))
    last = bisect_left(pieces, end, first, key=itemgetter(0))
    return pieces[first:last]


def block_at(blocks: list[Block], offset: int) -> Block | None:
    """The block in which an offset stands; ``None`` before the first."""
    position = bisect_right(blocks, offset, key=itemgetter(0)) - 1
    return blocks[position] if position >= 0 else None
