"""One document of a store, as a report like that of a single check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from numcheck.archive.querying import opened
from numcheck.archive.rows import claim_of, document_of, figure_of
from numcheck.errors import UsageError
from numcheck.model import Finding, Report, Suppressed

__all__ = ["report_of"]


def report_of(root: str, name: str) -> Report:
    """What a store knows of a document.

    Args:
        root: The folder of the store.
        name: Id of the document; its path or URL do as well.

    Returns:
        The document with its figures, claims and findings, and of other documents what these
        speak of.

    Raises:
        UsageError: No such document, or no such store.
    """
    with opened(root) as connection:
        wanted = _rows(
            connection,
            "FROM documents WHERE id = $1 OR path = $1 OR url = $1 ORDER BY id <> $1, id LIMIT 2",
            [name],
        )
        if not wanted or (len(wanted) > 1 and wanted[0]["id"] != name):
            problem = "several documents are there; give an id" if wanted else "no such document"
            near = "" if wanted else _like(connection, name)
            hint = f'numcheck archive query {root} "SELECT id, title FROM documents"'
            raise UsageError(f"{problem}{near}; see {hint}", name)
        own = wanted[0]["id"]
        claims = _rows(
            connection,
            "SELECT c.* EXCLUDE (figures), list(f.figure ORDER BY f.place) AS members "
            "FROM claims c JOIN claim_figures f ON f.claim = c.id WHERE c.id IN "
            "(SELECT claim FROM claim_figures WHERE document = $1) GROUP BY ALL ORDER BY c.id",
            [own],
        )
        findings = _rows(
            connection,
            "FROM findings WHERE document = $1 OR len(list_filter(figures, "
            "lambda one: starts_with(one, $1 || '#'))) > 0 ORDER BY number",
            [own],
        )
        others = sorted(
            {one for row in claims for one in row["members"]}
            | {one for row in findings for one in row["figures"]}
        )
        figures = _rows(
            connection,
            "FROM figures WHERE document = $1 OR id IN (SELECT unnest($2)) "
            "ORDER BY document <> $1, document, number",
            [own, others],
        )
        names = list(dict.fromkeys([own, *(row["document"] for row in figures)]))
        documents = _rows(connection, "FROM documents WHERE id IN (SELECT unnest($1))", [names])
    by_id = {row["id"]: document_of(row) for row in documents}
    told = [(_finding(row), row) for row in findings]
    return Report(
        tuple(by_id[one] for one in names),
        tuple(map(figure_of, figures)),
        tuple(map(claim_of, claims)),
        tuple(one for one, row in told if row["suppressed"] is None),
        suppressed=tuple(
            Suppressed(one, row["suppressed"], row["reason"] or "")
            for one, row in told
            if row["suppressed"] is not None
        ),
    )


def _like(connection: Any, name: str) -> str:
    """The document whose id is most like a name that nobody has, if one is."""
    found = connection.execute(
        "SELECT id FROM documents WHERE jaro_winkler_similarity(id, $1) >= 0.8 "
        "ORDER BY jaro_winkler_similarity(id, $1) DESC, id LIMIT 1",
        [name],
    ).fetchone()
    return f"; the nearest is {found[0]}" if found else ""


def _rows(connection: Any, query: str, values: Sequence[Any]) -> list[dict[str, Any]]:
    found = connection.execute(query, values)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _finding(row: dict[str, Any]) -> Finding:
    return Finding(
        row["rule"], row["family"], row["severity"], row["verdict"], row["message"],
        row["explanation"], tuple(row["figures"]), row["fingerprint"], row["label"],
    )  # fmt: skip
