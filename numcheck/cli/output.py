"""Where output goes: colour, width, encoding, files; and complaints to standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from numcheck.errors import UsageError

__all__ = ["Output", "ReaderGone", "complain", "refuse_to_overwrite", "targets"]


class ReaderGone(Exception):
    """Whoever read standard output has closed it; no ``OSError``, which click answers itself."""


def complain(problem: object, prefix: str = "numcheck: ") -> None:
    """Say on standard error what went wrong, each line of it free of control characters."""
    from numcheck.reporting.display import clean

    lines = str(problem).splitlines() or [""]
    # The indent of a block, such as a rule's line with a caret below it, carries meaning.
    shown = [line[: len(line) - len(line.lstrip(" "))] + clean(line) for line in lines]
    # What begins so is an order to a build server; a file may be called anything.
    shown[1:] = [f"{prefix}{line}" if line.startswith("::") else line for line in shown[1:]]
    text = prefix + "\n".join(shown) + "\n"
    # Where nobody is listening, the exit status still tells.
    with suppress(OSError, ValueError, AttributeError):
        _write(sys.stderr, text, sys.stderr.encoding or "utf-8")


@dataclass(frozen=True, slots=True)
class Output:
    """How and where a command writes.

    Attributes:
        format: Name of the format.
        path: File to write; empty is standard output.
        wants_color: What the user said; ``None`` leaves it to the terminal and ``NO_COLOR``.
        wants_width: What the user said; ``None`` leaves it to the terminal.
    """

    format: str
    path: str = ""
    wants_color: bool | None = None
    wants_width: int | None = None

    @property
    def color(self) -> bool:
        """Whether to colour: on a terminal, unless told otherwise (https://no-color.org)."""
        if self.wants_color is not None:
            return self.wants_color
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return self._on_terminal and not plain

    @property
    def width(self) -> int | None:
        """Columns to fill; ``None`` where no terminal says how many there are."""
        if self.wants_width is not None:
            return self.wants_width
        return shutil.get_terminal_size().columns if self._on_terminal else None

    @property
    def _on_terminal(self) -> bool:
        # It is None where whoever started the program has closed it.
        return not self.path and sys.stdout is not None and sys.stdout.isatty()

    def write(self, text: str) -> None:
        """Write the whole output; a file is replaced only when all of it is on disk.

        Raises:
            UsageError: The file cannot be written.
        """
        if not self.path:
            # What machines read is UTF-8 everywhere; a terminal gets what it can show.
            if sys.stdout is None:
                raise UsageError("there is none to write to", "standard output")
            told = sys.stdout.encoding if self.format == "text" else None
            try:
                _write(sys.stdout, text, told or "utf-8")
            except BrokenPipeError as error:
                raise ReaderGone from error
            except OSError as error:
                reason = (error.strerror or str(error)).lower()
                raise UsageError(f"cannot be written ({reason})", "standard output") from error
            return
        unfinished = f"{self.path}.{os.getpid()}.tmp"
        try:
            if os.path.exists(self.path) and not os.path.isfile(self.path):
                _write_through(self.path, text)  # a device or pipe cannot be replaced
                return
            _write_through(unfinished, text)
            os.replace(unfinished, self.path)
        except OSError as error:
            if os.path.exists(unfinished):
                os.unlink(unfinished)
            reason = (error.strerror or str(error)).lower()
            raise UsageError(f"cannot write the output ({reason})", self.path) from error


def refuse_to_overwrite(target: str, inputs: Sequence[str]) -> None:
    """Make sure that a file to be written is none of those that are read.

    Raises:
        UsageError: It is one of them, or a directory.
    """
    if os.path.isdir(target):
        raise UsageError("that is a directory; name a file to write", target)
    for path in inputs:
        # Devices and pipes are read and written without replacing anything.
        with suppress(OSError):
            if os.path.isfile(path) and os.path.samefile(path, target):
                raise UsageError("that is the input itself; name another file to write", target)


def _write(stream: object, text: str, encoding: str) -> None:
    """Write text to a standard stream; what its encoding lacks becomes a question mark."""
    data = text.encode(encoding, "replace")
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(data.decode(encoding))  # type: ignore[attr-defined]
    else:
        stream.flush()  # type: ignore[attr-defined]
        buffer.write(data)
        buffer.flush()


def _write_through(path: str, text: str) -> None:
    with open(path, "wb") as stream:
        stream.write(text.encode("utf-8", "replace"))


_SUFFIXES = {
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".jsonld": "webannotation",
    ".md": "markdown",
    ".sarif": "sarif",
    ".txt": "text",
    ".xml": "junit",
}
"""The format that the suffix of an output means, unless another one is asked for."""


def targets(
    format_name: str | None, paths: Sequence[str], color: bool | None, width: int | None
) -> list[Output]:
    """The outputs of a call: one for each file, else standard output.

    A format that is asked for goes for all files whose suffix says nothing, and for the only one.

    Args:
        format_name: The format that is asked for, if any.
        paths: Files to write; ``-`` is standard output.
        color: What the user said about colour.
        width: What the user said about the width.

    Raises:
        UsageError: The format of one of several outputs cannot be told.
    """
    if not paths:
        return [Output(format_name or "text", "", color, width)]
    outputs = []
    for path in paths:
        if path == "-":
            outputs.append(Output(format_name or "text", "", color, width))
            continue
        suffix = os.path.splitext(path)[1].lower()
        by_suffix = _SUFFIXES.get(suffix) if format_name is None or len(paths) > 1 else None
        name = by_suffix or format_name
        if name is None and len(paths) > 1 and suffix:
            known = ", ".join(_SUFFIXES)
            raise UsageError(f"no format is known by its suffix; known: {known}", path)
        outputs.append(Output(name or "text", path, color, width))
    return outputs
