"""What the commands of ``numcheck archive`` do: progress, a summary, answers."""

from __future__ import annotations

import csv
import io
import json
import sys
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from numcheck.cli import CLEAN, FINDINGS, TROUBLE
from numcheck.cli.inspection import settings_for
from numcheck.cli.output import Output, complain
from numcheck.errors import UsageError
from numcheck.inspection.desk import rules_in_force

if TYPE_CHECKING:
    from numcheck.archive.executors import Executor
    from numcheck.archive.running import Progress, Summary

__all__ = ["answer", "run_command"]

_GRAVITY = ("error", "warning", "info")
_TOLD_ERRORS = 20
_OFTEN = 0.2


def run_command(
    inputs: Sequence[str],
    *,
    out: str,
    jobs: int | None,
    executor: str,
    scheduler: str | None,
    fast_html: bool,
    shard_bytes: int,
    exit_zero: bool,
    **chosen: Any,
) -> int:
    """Check an archive and say what it came to.

    Returns:
        The exit status.

    Raises:
        NumcheckError: Rules, configuration, executor or store cannot be used.
    """
    from numcheck.archive.plan import make_plan
    from numcheck.archive.running import Options, run_archive
    from numcheck.archive.storage import is_address
    from numcheck.reading import ReadingOptions

    if "-" in inputs:
        raise UsageError("standard input cannot be read again after an interruption", "-")
    settings = settings_for([one for one in inputs if not is_address(one)], **chosen)
    for name in ("facts", "against", "baseline"):
        setting = getattr(settings, name)
        if setting.value:
            complain(f"{setting.origin}: {name!r} has no part in archives; see docs/archives.md")
    reading = settings.reading_options or ReadingOptions()
    reading = replace(reading, fast_html=fast_html or reading.fast_html)
    plan = make_plan(out, rules_in_force(settings), settings, reading)
    from numcheck.archive.executors.local import processors

    options = Options(shard_bytes, threads=jobs or processors())
    line = _Line()
    with _executor(executor, jobs, scheduler) as workers:
        try:
            summary = run_archive(inputs, plan, workers, options, line)
        finally:
            line.clear()
    return _close(summary, line.seconds, settings.fail_on.value, exit_zero)


def _executor(
    name: str, jobs: int | None, scheduler: str | None
) -> AbstractContextManager[Executor]:
    if name == "dask":
        from numcheck.archive.executors.dask import DaskExecutor

        return nullcontext(DaskExecutor(scheduler, jobs))
    if scheduler is not None:
        raise UsageError("only --executor dask has a scheduler", "--scheduler")
    from numcheck.archive.executors.local import LocalExecutor

    return LocalExecutor(jobs)


class _Line:
    """A line on a terminal that says how far a run is; silence elsewhere."""

    def __init__(self) -> None:
        self.start = time.monotonic()
        self._shown = 0.0
        self._length = 0
        self._on = bool(sys.stderr is not None and sys.stderr.isatty())

    @property
    def seconds(self) -> float:
        """How long the run has taken."""
        return time.monotonic() - self.start

    def __call__(self, progress: Progress) -> None:
        """Show the progress, but not too often."""
        if not self._on or self.seconds - self._shown < _OFTEN:
            return
        self._shown = self.seconds
        self._write(_progress(progress, self.seconds))

    def clear(self) -> None:
        """Remove the line."""
        if self._length:
            self._write("")

    def _write(self, text: str) -> None:
        padding = " " * max(self._length - len(text), 0)
        sys.stderr.write(f"\r{text}{padding}" + ("\r" if not text else ""))
        sys.stderr.flush()
        self._length = len(text)


def _progress(progress: Progress, seconds: float) -> str:
    if progress.step == "reduce":
        done, everything = progress.buckets, progress.all_buckets
        return f"comparing stories: {done:,} of {everything:,} groups"
    if progress.step != "map":
        return {"link": "finding stories …", "assemble": "writing tables …"}[progress.step]
    rate = progress.documents / seconds if seconds else 0.0
    text = (
        f"{progress.documents:,} documents ({rate:,.0f} a second), {progress.figures:,} figures, "
        f"{progress.findings:,} findings"
    )
    if progress.bytes and progress.all_bytes > progress.bytes:
        left = seconds * (progress.all_bytes - progress.bytes) / progress.bytes
        text += f", {_duration(left)} left"
    return text


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


def _close(summary: Summary, seconds: float, fail_on: str, exit_zero: bool) -> int:
    """Say what it came to, and tell the exit status."""
    for error in summary.errors[:_TOLD_ERRORS]:
        complain(" ".join(str(error).split()))
    if len(summary.errors) > _TOLD_ERRORS:
        more = len(summary.errors) - _TOLD_ERRORS
        complain(f"{more:,} more inputs could not be read; see the table errors")
    if not summary.documents:
        return TROUBLE
    _notes(summary)
    told = ", ".join(
        f"{summary.severities[name]:,} {name}" for name in _GRAVITY if name in summary.severities
    )
    rate = summary.documents / seconds if seconds else 0.0
    Output("text").write(
        f"{summary.documents:,} documents, {summary.figures:,} figures, {summary.claims:,} claims, "
        f"{summary.stories:,} stories of several documents\n"
        f"findings: {told or 'none'}\n"
        f"{_duration(seconds)}, {rate:,.0f} documents a second\n"
    )
    if summary.errors:
        return TROUBLE
    counting = _GRAVITY[: _GRAVITY.index(fail_on) + 1]
    grave = any(name in counting for name in summary.severities)
    return FINDINGS if grave and not exit_zero else CLEAN


def _notes(summary: Summary) -> None:
    if summary.split:
        complain(
            f"{summary.split:,} groups of documents were too large to be compared as one and were "
            "cut where they have least in common"
        )
    if summary.sliced:
        complain(f"{summary.sliced:,} stories were too large and were compared in slices")


def answer(store: str, question: str, format_name: str) -> None:
    """Write the answer to a question.

    Raises:
        QueryError: The question cannot be answered.
        UsageError: There is no finished store.
    """
    from numcheck.archive.querying import ask

    names, rows = ask(store, question)
    write = {"table": _table, "csv": _csv, "json": _json}[format_name]
    Output("text" if format_name == "table" else format_name).write(write(names, rows))


def _table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    from numcheck.reporting.display import cells, clean

    texts = [[clean(name) for name in names]]
    texts += [["" if one is None else clean(_written(one)) for one in row] for row in rows]
    widths = [max(cells(row[place]) for row in texts) for place in range(len(names))]
    numeric = [
        bool(rows) and all(isinstance(row[place], int | float | None) for row in rows)
        for place in range(len(names))
    ]
    lines = []
    for row in texts:
        parts = [
            " " * (width - cells(text)) + text if right else text + " " * (width - cells(text))
            for text, width, right in zip(row, widths, numeric, strict=True)
        ]
        lines.append("  ".join(parts).rstrip())
    return "\n".join(lines) + "\n"


def _written(value: Any) -> str:
    if isinstance(value, list | dict | tuple):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _csv(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    from numcheck.reporting.sheet import harmless

    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(map(harmless, names))
    for row in rows:
        plain = [one if isinstance(one, int | float | None) else _written(one) for one in row]
        writer.writerow([harmless(one) for one in plain])
    return output.getvalue()


def _json(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    records = [dict(zip(names, row, strict=True)) for row in rows]
    return json.dumps(records, ensure_ascii=False, indent=1, default=str) + "\n"
