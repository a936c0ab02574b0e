"""Comments of an earlier run, taken out of a Word file before new ones are put in.

A comment that somebody has answered or resolved is part of a conversation: it stays, and is not
made a second time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from numcheck.reading.formats._docx_names import attribute, tags
from numcheck.reading.formats._docx_package import Package
from numcheck.reporting.word.comments import Comments, written

__all__ = ["take_out"]

_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_BESIDE = ("commentsExtended", "commentsIds", "commentsExtensible")
"""Parts that say more about comments, each in a line that has the comment's or its own number."""
_NUMBERS = ("paraId", "durableId")


def take_out(package: Package, root: Any, comments: Comments) -> dict[str, bytes]:
    """Take the comments of an earlier run out of a file.

    Args:
        package: The file.
        root: The root element of its body, out of which the marks go.
        comments: Its comments, out of which those by numcheck go that nobody has answered.

    Returns:
        The other parts that change by it, by name.

    Raises:
        InputError: A part of the file is broken.
    """
    parts = _parts_beside(package)
    lines = [line for tree in parts.values() for line in tree]
    spoken = {_number(line, "paraIdParent") for line in lines}
    spoken |= {_number(line, "paraId") for line in lines if _number(line, "done") in ("1", "true")}
    gone = comments.remove_own(keep=lambda one: not spoken.isdisjoint(_paragraphs(one)))
    if not gone:
        return {}
    _unmark(root, {attribute(one, "id") for one in gone})
    numbers = {number for one in gone for number in _paragraphs(one)}
    durable = {_number(line, "durableId") for line in lines if _number(line, "paraId") in numbers}
    numbers |= durable - {""}
    changed = {}
    for part, tree in parts.items():
        left = [line for line in tree if any(_number(line, name) in numbers for name in _NUMBERS)]
        for line in left:
            tree.remove(line)
        if left:
            changed[part] = written(tree)
    return changed


def _parts_beside(package: Package) -> dict[str, Any]:
    """The root elements of the parts that say more about comments, by name."""
    names = [package.related(package.main, kind) for kind in _BESIDE]
    trees = {name: package.tree(name) for name in names if name}
    return {name: tree for name, tree in trees.items() if tree is not None}


def _number(line: Any, name: str) -> str:
    """An attribute in whatever namespace its version of Word gives it; empty if missing."""
    for key, value in line.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def _paragraphs(comment: Any) -> set[str]:
    """The numbers of a comment's paragraphs, by the last of which other parts know it."""
    return {number for one in comment.iter(*tags("p")) if (number := _number(one, "paraId"))}


def _unmark(root: Any, names: set[str]) -> None:
    """Take the marks of some comments out of the body, and the runs that held nothing else."""
    wanted: Sequence[str] = [tag for mark in _MARKS for tag in tags(mark)]
    for mark in [one for one in root.iter(*wanted) if attribute(one, "id") in names]:
        run = mark.getparent()
        run.remove(mark)
        if run.tag in tags("r") and all(child.tag in tags("rPr") for child in run):
            run.getparent().remove(run)
