"""Rich Text Format, by striprtf: paragraphs and tables, without headers, footers and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.datelines import Imprint
from numcheck.reading.formats._office import Blocks, article, written_on
from numcheck.reading.source import Source

__all__ = ["SUFFIXES", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".rtf",)
_SIGNATURE = b"{\\rtf"
_ABOUT = re.compile(r"\{\\(?P<name>title|author|creatim|revtim)(?P<value>[^{}]{1,400})\}")
_MOMENT = re.compile(r"\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_ABOUT_WITHIN = 65536
_FONTS = re.compile(r"\{\s*\\fonttbl")
_BRACE = re.compile(r"[{}]")
_FONT, _CHARSET = re.compile(r"\\f(\d{1,5})(?!\d)"), re.compile(r"\\fcharset(\d{1,3})(?!\d)")
_LINK = re.compile(r"(\\fldinst\{)", re.IGNORECASE)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def recognises(head: bytes) -> int:
    """Certainly, by the first bytes."""
    return 2 if head.lstrip(b"\xef\xbb\xbf \r\n").startswith(_SIGNATURE) else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The document of a file.

    Raises:
        InputError: Not RTF, broken, or without text; or the extra is missing.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        problem = "RTF needs an extra; pip install 'numcheck[formats]'"
        raise InputError(problem, source.name) from error
    data = source.data()
    if not data.strip():
        raise InputError("empty file; there is nothing to check", source.name)
    if not recognises(data[:4096]):
        raise InputError("not RTF, whatever its name says", source.name)
    # RTF is ASCII; bytes beyond it stand for the code page that the file names.
    content = data.decode("latin-1")
    try:
        text: str = rtf_to_text(_plainer(content), errors="ignore")  # type: ignore[no-untyped-call]
    except Exception as error:  # an unknown code page, a number out of range: broken in any case
        raise InputError("broken RTF; save it again", source.name) from error
    about = _about(content)
    blocks = Blocks()
    _gather(_NOT_XML.sub(" ", text), blocks)
    yield article(
        source,
        blocks.text(),
        Imprint(source=about.get("author", "")),
        title=about.get("title", ""),
        made=written_on(about.get("creatim", ""), about.get("revtim", "")),
        locators=tuple(blocks.locators),
    )


def _plainer(content: str) -> str:
    """The same text without what striprtf searches over and over.

    It looks for fonts and links with expressions that try every pair of places. Fonts are told in
    the form that it finds at once, and a line break, which means nothing in RTF, hides the links
    from it: it would put their addresses into the text.
    """
    content = _LINK.sub("\\1\n", content)
    start = _FONTS.search(content)
    if start is None:  # a table that is in no group of its own is none
        return content.replace("\\fonttbl", "")
    depth, end = 1, len(content)
    for brace in _BRACE.finditer(content, start.end()):
        depth += 1 if brace.group() == "{" else -1
        if not depth:
            end = brace.end()
            break
    fonts = []
    for entry in content[start.end() : end].split(";"):
        font, charset = _FONT.search(entry), _CHARSET.search(entry)
        if font is not None and charset is not None:
            fonts.append(f"{{\\f{font[1]}\\fcharset{charset[1]} a;}}\n")
    before = content[: start.start()].replace("\\fonttbl", "")
    return before + "{\\fonttbl" + "".join(fonts) + "}" + content[end:]


def _gather(text: str, blocks: Blocks) -> None:
    """Lines to paragraphs; a line that ends in a bar is a row of a table."""
    paragraphs = rows = 0
    for line in text.replace("\r", "\n").split("\n"):
        line = line.replace("\t", " ").strip()
        if not line:
            continue
        if line.endswith("|"):
            rows += 1
            cells = [cell.strip() for cell in line[:-1].split("|")]
            blocks.add(" | ".join(cells) if any(cells) else "", f"table row {rows}", joins=True)
        else:
            paragraphs += 1
            blocks.add(line, f"paragraph {paragraphs}")


def _about(content: str) -> dict[str, str]:
    """Title, author and dates from the file's properties."""
    about: dict[str, str] = {}
    for match in _ABOUT.finditer(content, 0, _ABOUT_WITHIN):
        value = match["value"].strip()
        moment = _MOMENT.match(value)
        if moment:
            value = f"{int(moment[1]):04}-{int(moment[2]):02}-{int(moment[3]):02}"
        if "\\" not in value:
            about.setdefault(match["name"], value)
    return about
