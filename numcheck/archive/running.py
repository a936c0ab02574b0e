"""The whole way of an archive: shards, links, buckets, tables.

1. Map: every shard of documents by itself, on all workers. The only step that reads inputs, and
   the one that takes the time; finished shards are kept.
2. Link: which documents may tell one story, by SQL over their terms, on disk.
3. Reduce: documents that may tell one story are compared, bucket by bucket, on all workers.
4. Assemble: the tables that people query.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from numcheck import __version__
from numcheck.archive.assembling import assemble, rows_of
from numcheck.archive.bucketing import ReduceTask, reduce_task
from numcheck.archive.executors import Executor
from numcheck.archive.identifying import number_documents, renames_of
from numcheck.archive.linking import Links, link
from numcheck.archive.mapping import MapTask, map_units
from numcheck.archive.plan import Plan
from numcheck.archive.records import Options, Progress, Summary
from numcheck.archive.schema import VERSION
from numcheck.archive.sharding import inputs_size, shards
from numcheck.archive.shuffling import buckets, denials
from numcheck.archive.storage import LocalStorage, Storage, storage_at
from numcheck.archive.store import clean, files_of
from numcheck.errors import InputError, UsageError

__all__ = ["Options", "Progress", "Summary", "run_archive"]


Tell = Callable[[Progress], None]


def run_archive(
    inputs: Sequence[str],
    plan: Plan,
    executor: Executor,
    options: Options | None = None,
    tell: Tell | None = None,
) -> Summary:
    """Check an archive, or what has changed in it since the last time.

    Args:
        inputs: Files, directories, patterns and URLs.
        plan: What the workers have to know.
        executor: Who does the work.
        options: How much is held at a time.
        tell: Called with the progress, often.

    Returns:
        What it came to; without documents no store is written.

    Raises:
        UsageError: Something that is needed is not installed.
        StorageError: The store cannot be written; what was complete stays so.
        WorkersLost: Workers have died; what they had finished is kept.
    """
    _need_duckdb()
    run = _Run(plan, executor, options or Options(), tell or (lambda _: None))
    return run.all(inputs)


def _need_duckdb() -> None:
    try:
        import duckdb  # noqa: F401
        import pyarrow  # noqa: F401
    except ImportError as error:
        problem = "archives need DuckDB and Arrow: pip install 'numcheck[archive]'"
        raise UsageError(problem) from error


class _Run:
    def __init__(self, plan: Plan, executor: Executor, options: Options, tell: Tell) -> None:
        self.plan = plan
        self.executor = executor
        self.options = options
        self.tell = tell
        self.storage: Storage = storage_at(plan.root)
        self.progress = Progress()
        self.errors: list[InputError] = []

    def all(self, inputs: Sequence[str]) -> Summary:
        clean(self.storage)
        self.storage.write("work/started", b"")  # a folder that cannot be written, before all else
        self.progress.all_bytes = inputs_size(inputs, self.plan.reading)
        self.tell(self.progress)
        made = self.mapped(inputs)
        if not any(shard["parts"] for shard in made):
            return Summary(errors=tuple(self.errors))
        with self.database() as (connection, scratch):
            made = self.with_own_ids(connection, inputs, made)
            files = files_of(self.storage, made)
            links = self.linked(connection, files)
            sliced = self.reduced(connection, files, links)
            self.step("assemble")
            self.describe(connection, links, sliced)
            keys = [shard["key"] for shard in made]
            manifest = {"schema": VERSION, "numcheck": __version__, "shards": keys}
            assemble(connection, self.storage, scratch, files, manifest)
            summary = self.summed(connection, made, links, sliced)
        clean(self.storage, made)
        return summary

    def step(self, name: str) -> None:
        self.progress.step = name
        self.tell(self.progress)

    def mapped(self, inputs: Sequence[str]) -> list[dict[str, Any]]:
        """The shards of the inputs, in their order."""
        made: dict[int, dict[str, Any]] = {}
        sizes: dict[int, int] = {}
        tasks = self.tasks(inputs, sizes)
        for number, shard in self.executor.run(map_units, tasks):
            made[number] = shard
            progress = self.progress
            progress.bytes += sizes.pop(number, 0)
            for part in shard["parts"]:
                progress.documents += part["documents"]
                progress.figures += part["figures"]
                told = part["findings"]
                progress.findings += told.get("error", 0) + told.get("warning", 0)
            self.tell(progress)
        shards_made = [made[number] for number in sorted(made)]
        self.errors += [
            InputError(problem, place) for one in shards_made for place, problem in one["errors"]
        ]
        return shards_made

    def tasks(self, inputs: Sequence[str], sizes: dict[int, int]) -> Iterator[MapTask]:
        number = 0
        for one in shards(inputs, self.plan.reading, self.options.shard_bytes):
            if isinstance(one, InputError):
                self.errors.append(one)
                continue
            sizes[number] = sum(unit.size for unit in one)
            number += 1
            yield MapTask(self.plan, one)

    @contextmanager
    def database(self) -> Iterator[tuple[Any, str]]:
        """A database for the steps between documents, on the disk of the store."""
        import duckdb

        with ExitStack() as stack:
            if isinstance(self.storage, LocalStorage):
                scratch = os.path.join(self.storage.root, "work", "link")
                shutil.rmtree(scratch, ignore_errors=True)
                os.makedirs(scratch)
            else:
                scratch = stack.enter_context(tempfile.TemporaryDirectory(prefix="numcheck-"))
            connection = stack.enter_context(duckdb.connect(os.path.join(scratch, "link.duckdb")))
            connection.execute("SET memory_limit = ?", [f"{self.options.memory}MB"])
            connection.execute("SET threads = ?", [self.options.threads])
            connection.execute("SET temp_directory = ?", [os.path.join(scratch, "spill")])
            files = getattr(self.storage, "files", None)
            if files is not None:
                connection.register_filesystem(files)
            yield connection, scratch

    def with_own_ids(
        self, connection: Any, inputs: Sequence[str], made: list[dict[str, Any]]
    ) -> list[dict[str, Any]]:
        """The shards, those made again in which a document has the id of an earlier one."""
        number_documents(connection, self.storage, made)
        wanted = renames_of(connection, made)
        changed = [
            number
            for number, shard in enumerate(made)
            if [list(one) for one in wanted.get(number, ())] != shard["renames"]
        ]
        if not changed:
            return made
        known = list(self.errors)
        tasks = dict(enumerate(self.tasks(inputs, {})))
        self.errors = known  # those were told when the shards were made first
        again = (
            MapTask(self.plan, tasks[number].units, tuple(wanted.get(number, ())))
            for number in changed
        )
        for place, shard in self.executor.run(map_units, again):
            made[changed[place]] = shard
        number_documents(connection, self.storage, made)
        return made

    def linked(self, connection: Any, files: dict[str, list[str]]) -> Links:
        self.step("link")
        denials(connection, files)
        options = self.options
        return link(
            connection, files["terms"], options.bucket_documents, options.component_documents
        )

    def reduced(self, connection: Any, files: dict[str, list[str]], links: Links) -> int:
        """Compare within each bucket; the rows go into tables of the database."""
        self.progress.all_buckets = links.buckets
        self.step("reduce")
        shapes = {
            "stories": "stories", "compared": "compared", "claims": "shard_claims",
            "findings": "shard_findings",
        }  # fmt: skip
        into = {name: name if name == "compared" else f"reduced_{name}" for name in shapes}
        for name, shape in shapes.items():
            connection.execute(f"CREATE TABLE {into[name]} AS FROM {rows_of(shape, ())}")
        tasks = (
            ReduceTask(self.plan, links.documents, tables)
            for tables in buckets(connection, files, links.buckets)
        )
        sliced = 0
        writer = connection.cursor()
        for _, outcome in self.executor.run(reduce_task, tasks):
            for name in shapes:
                writer.register("rows", outcome[name])
                writer.execute(f"INSERT INTO {into[name]} SELECT * FROM rows")
                writer.unregister("rows")
            sliced += outcome["sliced"]
            self.progress.buckets += 1
            self.tell(self.progress)
        return sliced

    def describe(self, connection: Any, links: Links, sliced: int) -> None:
        """The tables of errors and of what the store is."""
        connection.execute("CREATE TABLE errors (number BIGINT, place VARCHAR, problem VARCHAR)")
        connection.execute("CREATE TABLE meta (key VARCHAR, value VARCHAR)")
        rows = [(number, one.place, one.problem) for number, one in enumerate(self.errors)]
        if rows:
            connection.executemany("INSERT INTO errors VALUES (?, ?, ?)", rows)
        meta = {
            "schema": str(VERSION), "numcheck": __version__, "rules": self.plan.rules_hash,
            "configuration": self.plan.settings_hash, "documents": str(links.documents),
            "components_cut": str(links.split), "stories_sliced": str(sliced),
        }  # fmt: skip
        connection.executemany("INSERT INTO meta VALUES (?, ?)", list(meta.items()))

    def summed(
        self, connection: Any, made: list[dict[str, Any]], links: Links, sliced: int
    ) -> Summary:
        def one(query: str) -> int:
            return int(connection.execute(query).fetchone()[0])

        severities = connection.execute(
            "SELECT severity, count(*) FROM counted WHERE suppressed IS NULL GROUP BY severity"
        ).fetchall()
        return Summary(
            links.documents,
            sum(part["figures"] for shard in made for part in shard["parts"]),
            one("SELECT count(*) FROM claimed"),
            one("SELECT count(DISTINCT id) FROM reduced_stories"),
            dict(sorted(severities)),
            tuple(self.errors),
            links.split,
            sliced,
        )
