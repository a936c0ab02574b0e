"""PDF files: their text page by page, in the order in which the file draws it.

Words divided at a line's end are joined, and what stands at the edge of every page is left out. A
figure's page is in its document's locators; :func:`boxes` says where on the page it stands.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.datelines import Imprint
from numcheck.reading.formats._office import article, written_on
from numcheck.reading.source import Source

if TYPE_CHECKING:
    from numcheck.reading.formats._pdf_layout import Layout

__all__ = ["SUFFIXES", "Box", "boxes", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".pdf",)
_MADE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
# pdfium keeps state for the whole process.
_PDFIUM = threading.Lock()


@dataclass(frozen=True, slots=True)
class Box:
    """Where on a page something stands, in points (1/72 inch) from its lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


def recognises(head: bytes) -> int:
    """Certainly, if its mark stands within the first kilobyte, where readers look for it."""
    return 2 if head.startswith(b"%PDF-") else int(b"%PDF-" in head[:1024])


def read(source: Source) -> Iterator[Document | InputError]:
    """The document of a file.

    Raises:
        InputError: Broken, encrypted, without text, or with more pages than the limits allow.
    """
    with _opened(source) as pdf:
        layout = _layout(pdf, source)
        about = _metadata(pdf)
    if not layout.text.strip():
        problem = "no text in this PDF, only pictures of it; run a text recognition over it first"
        raise InputError(problem, source.name)
    imprint = Imprint(source=about.get("Author", "").strip())
    yield article(
        source,
        layout.text,
        imprint,
        title=about.get("Title", ""),
        made=written_on(_moment(about, "CreationDate"), _moment(about, "ModDate")),
        locators=tuple((start, f"page {page}") for start, page in layout.pages()),
    )


def boxes(source: Source, document: Document, start: int, end: int) -> list[Box]:
    """Where on its pages a slice of a document's text stands: a box a line.

    Args:
        source: The file.
        document: What :func:`read` made of it.
        start: Offset of the slice.
        end: Offset past it.

    Raises:
        InputError: The file cannot be read any more.
    """
    with _opened(source) as pdf:
        layout = _layout(pdf, source)
        shift = layout.text.find(document.text)
        found = []
        for piece in layout.within(start + shift, end + shift):
            content = pdf[piece.page - 1].get_textpage()
            for number in range(content.count_rects(piece.index, piece.size)):
                found.append(Box(piece.page, *content.get_rect(number)))
        return found


@contextmanager
def _opened(source: Source) -> Iterator[Any]:
    try:
        import pypdfium2
    except ImportError as error:
        problem = "PDF needs an extra; pip install 'numcheck[formats]'"
        raise InputError(problem, source.name) from error
    data = source.data()
    if not data.strip():
        raise InputError("empty file; there is nothing to check", source.name)
    if b"%PDF-" not in data[:1024]:
        raise InputError("not a PDF, whatever its name says", source.name)
    with _PDFIUM:
        try:
            pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            problem = "broken or cut off; export the PDF again"
            if "assword" in str(error) or "ecurity" in str(error):
                problem = "encrypted; save it without a password"
            raise InputError(problem, source.name) from error
        try:
            yield pdf
        except pypdfium2.PdfiumError as error:
            reason = " ".join(str(error).split())
            raise InputError(f"broken PDF ({reason})", source.name) from error
        finally:
            pdf.close()


def _layout(pdf: Any, source: Source) -> Layout:
    from numcheck.reading.formats._pdf_layout import laid_out
    from numcheck.reading.formats._pdf_lines import lines_of_page

    limits = source.options.limits
    if len(pdf) > limits.pdf_pages:
        raise InputError(
            f"{len(pdf)} pages; the limit pdf-pages is {limits.pdf_pages}", source.name
        )
    pages = []
    heights = []
    left = limits.file_bytes // 4  # what the characters take in memory
    for number in range(len(pdf)):
        page = pdf[number]
        try:
            lines = lines_of_page(page, number + 1, left)
        except OverflowError as error:
            place = f"{source.name} (page {number + 1})"
            raise InputError("more text than the limit file-bytes allows", place) from error
        left -= sum(len(line.text) for line in lines)
        pages.append(lines)
        heights.append(page.get_height())
        page.close()
    return laid_out(pages, heights)


def _moment(about: dict[str, str], name: str) -> str:
    found = _MADE.match(about.get(name, ""))
    return "-".join(found.groups()) if found else ""


def _metadata(pdf: Any) -> dict[str, str]:
    try:
        found: dict[str, str] = pdf.get_metadata_dict()
    except (UnicodeError, ValueError):
        return {}
    return found
