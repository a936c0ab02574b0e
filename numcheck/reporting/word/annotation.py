"""Comments put at figures, and the file with them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from numcheck.errors import InputError
from numcheck.model import Figure, Report
from numcheck.reading.formats._docx_names import KINDS, tags
from numcheck.reading.formats.docx import Manuscript, open_manuscript
from numcheck.reading.limits import Limits
from numcheck.reporting.word.comments import Comments, element, written
from numcheck.reporting.word.earlier import take_out
from numcheck.reporting.word.remarks import Remark, remarks
from numcheck.reporting.word.runs import Spot, cut_runs, ends_of

__all__ = ["annotate"]

# What Word fills in anew takes a comment around it, not within.
_FILLED_IN = frozenset(("fldSimple", "sdt"))
_DELETIONS = frozenset(("del", "moveFrom"))


@dataclass(frozen=True, slots=True)
class _Range:
    """What a comment speaks of: from one spot to another."""

    first: Spot
    last: Spot
    id: str


def annotate(
    data: bytes,
    report: Report,
    document: str,
    *,
    quiet: bool = False,
    verbose: bool = False,
    limits: Limits | None = None,
) -> bytes:
    """A Word file with each finding as a comment at its figure.

    The text stays as it was, and so do all parts of the file but the body, into which the marks of
    the comments go, and the comments themselves. In notes, headers, footers and text boxes, where
    Word takes no comments, they stand at the mark of the note, at the box, or at the top of the
    text, and name the place. Comments of an earlier run are replaced, but for those that somebody
    has answered or resolved.

    Args:
        data: All bytes of the file.
        report: What was found.
        document: Id of the file's document in the report.
        quiet: Whether to leave out figures that are only unverified.
        verbose: Whether to tell roundings too.
        limits: How much is taken from the file; the usual bounds by default.

    Returns:
        All bytes of the new file.

    Raises:
        InputError: No Word file, or not the one that the report speaks of.
    """
    manuscript = open_manuscript(data, document, limits=limits)
    checked = next((one for one in report.documents if one.id == document), None)
    if checked is None or (checked.text, checked.title) != (
        manuscript.document.text,
        manuscript.document.title,
    ):
        raise InputError("not what was checked; check it again", document)
    told = remarks(report, document, quiet=quiet, verbose=verbose)
    package = manuscript.package
    comments = Comments(package, manuscript.root)
    changed = take_out(package, manuscript.root, comments)
    told = [one for one in told if not comments.has(one.lines)]
    _mark(_ranges(manuscript, told, comments), manuscript.root)
    if parts := comments.parts():
        changed |= parts | {package.main: written(manuscript.root)}
    return _packed(manuscript, changed)


def _ranges(manuscript: Manuscript, told: list[Remark], comments: Comments) -> list[_Range]:
    """Where each remark goes, and the remark among the comments; in text order."""
    found = []
    top = _top(manuscript.root)
    for remark in sorted(told, key=lambda one: (one.figure.field != "title", one.figure.start)):
        spots = _spots(manuscript, remark.figure)
        lines = remark.lines
        if spots is None:
            where = manuscript.block(remark.figure.field, remark.figure.start)
            lines = (_elsewhere(remark.figure, where.words if where else "title"), *lines)
            anchor = where.anchor if where and where.anchor is not None else top
            if anchor is None:
                continue
            spots = ends_of(anchor)
        found.append(_Range(*spots, comments.add(lines)))
    return found


def _elsewhere(figure: Figure, words: str) -> str:
    """The line that names a figure to which the comment cannot be attached."""
    return f"{words[:1].upper()}{words[1:]}: “{' '.join(figure.text.split())}”"


def _spots(manuscript: Manuscript, figure: Figure) -> tuple[Spot, Spot] | None:
    """Where a figure begins and ends; ``None`` where Word takes no comment."""
    block = manuscript.block(figure.field, figure.start)
    pieces = manuscript.pieces(figure.field, figure.start, figure.end)
    if block is None or not block.in_body or not pieces:
        return None
    shift = manuscript.origin(figure.field)
    first, last = pieces[0], pieces[-1]
    begin = max(figure.start + shift - first.start, 0)
    stop = min(figure.end + shift, last.end) - last.start
    return Spot(first.node, first.at + begin), Spot(last.node, last.at + stop)


def _top(root: Any) -> Any:
    """The first run of the text that holds anything and was not deleted."""
    for run in root.iter(*tags("r")):
        stays = KINDS.get(run.getparent().tag) not in _DELETIONS
        if stays and any(KINDS.get(one.tag) != "rPr" for one in run):
            return run
    return None


def _mark(ranges: Sequence[_Range], root: Any) -> None:
    """Cut the runs at the ends of the ranges, and put the marks of the comments there."""
    runs = cut_runs(spot for one in ranges for spot in (one.first, one.last))
    behind: dict[Any, Any] = {}  # the last mark behind a run, so that marks keep their order
    for one in ranges:
        begins = _outside(runs[one.first][1])
        begins.addprevious(element(root, "commentRangeStart", id=one.id))
        ends = _outside(runs[one.last][0])
        reference = element(root, "r")
        reference.append(element(root, "commentReference", id=one.id))
        mark = element(root, "commentRangeEnd", id=one.id)
        behind.get(ends, ends).addnext(mark)
        mark.addnext(reference)
        behind[ends] = reference


def _outside(run: Any) -> Any:
    """The run, or the outermost element around it whose content Word fills in anew."""
    found = run
    above = run.getparent()
    while above is not None and KINDS.get(above.tag) != "p":
        if KINDS.get(above.tag) in _FILLED_IN:
            found = above
        above = above.getparent()
    return found


def _packed(manuscript: Manuscript, changed: dict[str, bytes]) -> bytes:
    """The file with some parts in place of its own, and new ones behind them."""
    package = manuscript.package
    left = {name.lower(): (name, data) for name, data in changed.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, name in package.entries():
            _, data = left.pop(name, (name, None))
            copy = zipfile.ZipInfo(entry.filename, entry.date_time)
            copy.external_attr, copy.create_system = entry.external_attr, entry.create_system
            stored = entry.compress_type == zipfile.ZIP_STORED
            copy.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(copy, package.read(name) or b"" if data is None else data)
        for name, data in left.values():
            new = zipfile.ZipInfo(name)  # the earliest day there is: no clock has a say
            new.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(new, data)
    return buffer.getvalue()
