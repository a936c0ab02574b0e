"""What is fuzzed: functions from any bytes to nothing, which raise only where numcheck is wrong.

Every target states what must hold for whatever bytes it gets: documents or one clear error line,
figures whose slice is their text, reports that every format can write.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from numcheck import Document, check, extract
from numcheck.errors import InputError, RuleError
from numcheck.reading import read_bytes

__all__ = ["TARGETS", "samples"]

ROOT = Path(__file__).resolve().parent.parent
Target = Callable[[bytes], None]

_TEXT = "Sales rose from 40 to 60, up 30%. Of 50 crew 12 died, officials said; 3,000 marched."


class Broken(AssertionError):
    """A law does not hold."""


def _text(data: bytes) -> str:
    # Half surrogates are what a program, though no file, can put into a string.
    return data.decode("utf-8", "surrogatepass" if data[:1] == b"\xed" else "replace")


def scanner(data: bytes) -> None:
    """Figures of any text."""
    try:
        text = _text(data)
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    title, _, body = text.partition("\n\n")
    document = Document(id="fuzz", text=body or title, title=title)
    before = ("", -1)
    for figure in extract(document):
        if document.field(figure.field)[figure.start : figure.end] != figure.text:
            raise Broken(f"{figure!r} is not at its place")
        if not figure.text:
            raise Broken(f"{figure!r} is empty")
        if None not in (figure.low, figure.high) and figure.low > figure.high:  # type: ignore[operator]
            raise Broken(f"{figure!r} ends before it begins")
        here = (figure.field, figure.start)
        if before[0] == here[0] and before[1] > here[1]:
            raise Broken(f"{figure!r} is out of order")
        before = here
        figure.to_dict()


def report(data: bytes) -> None:
    """The whole way: two documents, all rules, every format."""
    from numcheck.reporting import FORMATS, render

    first, _, second = data.decode("utf-8", "replace").partition("\n\n")
    documents = [Document(id="a", text=first), Document(id="b", text=second or _TEXT)]
    found = check(documents, against=[Document(id="c", text=_TEXT)])
    for name in FORMATS:
        render(found, name).encode("utf-8")


def rules(data: bytes) -> None:
    """The rule loader: rules that run, or problems with their places."""
    from numcheck.engine.compiler import compile_files
    from numcheck.engine.loader import from_plain

    text = data.decode("utf-8", "replace")
    vocabulary = (ROOT / "rules" / "vocabulary.yaml").read_text("utf-8")
    try:
        plain = compile_files([("vocabulary.yaml", vocabulary), ("fuzz.yaml", text)])
    except RuleError as error:
        if "fuzz.yaml" not in str(error):
            raise Broken(f"no place in {error}") from error
        return
    check([Document(id="a", text=_TEXT)], rules=from_plain(plain))


def reader(suffix: str, data: bytes) -> None:
    """One format: documents, or one line for what cannot be read."""
    for item in read_bytes(data, f"fuzz{suffix}"):
        if isinstance(item, InputError):
            if "\n" in str(item) or "fuzz" not in item.place:
                raise Broken(f"not one clear line: {item!r}")
        else:
            item.text.encode("utf-8")
            item.title.encode("utf-8")
            for start, end in item.furniture:
                if not 0 <= start <= end <= len(item.text):
                    raise Broken(f"furniture beyond the text: {start}-{end}")


def _readers() -> dict[str, Target]:
    from importlib import import_module

    folder = ROOT / "numcheck" / "reading" / "formats"
    found: dict[str, Target] = {}
    for path in sorted(folder.glob("[!_]*.py")):
        suffixes = import_module(f"numcheck.reading.formats.{path.stem}").SUFFIXES
        found[f"reader-{path.stem}"] = partial(reader, suffixes[0] if suffixes else "")
    return found


TARGETS: dict[str, Target] = {
    "scanner": scanner,
    "report": report,
    "rules": rules,
    **_readers(),
}
"""Every target by its name."""


def samples(target: str) -> Iterator[bytes]:
    """Inputs that a target starts from: the project's own samples, in the order of their names.

    Args:
        target: A name in :data:`TARGETS`.
    """
    kept = ROOT / "fuzz" / "corpus" / target
    if kept.is_dir():
        yield from (path.read_bytes() for path in sorted(kept.iterdir()))
    if target == "rules":
        yield from (path.read_bytes() for path in sorted((ROOT / "rules").rglob("*.yaml")))
    elif target in ("scanner", "report"):
        yield from (path.read_bytes() for path in sorted((ROOT / "seeds").rglob("*.txt")))
    else:
        yield from _files_of(target.removeprefix("reader-"))


def _files_of(format: str) -> Iterator[bytes]:
    from importlib import import_module

    suffixes = tuple(import_module(f"numcheck.reading.formats.{format}").SUFFIXES)
    for folder in ("seeds", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            small = path.is_file() and os.path.getsize(path) < 100_000
            if small and path.name.lower().endswith(suffixes) and path.suffix != ".py":
                yield path.read_bytes()
