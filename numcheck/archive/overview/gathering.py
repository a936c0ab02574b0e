"""An overview out of a store."""

from __future__ import annotations

from typing import Any

from numcheck.archive.overview.records import Account, Alarms, Dispute, Outlet, Overview
from numcheck.archive.querying import opened
from numcheck.archive.rows import figure_of
from numcheck.reporting.amounts import reading
from numcheck.reporting.display import clean

__all__ = ["overview_of"]

_DISPUTES, _OUTLETS, _RULES, _DEVELOPING, _ACCOUNTS = 25, 25, 50, 12, 12


def overview_of(root: str) -> Overview:
    """What a store says at a glance.

    Args:
        root: The folder of the store.

    Raises:
        UsageError: There is no finished store.
    """
    with opened(root) as connection:

        def count(query: str) -> int:
            return int(connection.execute(f"SELECT count(*) FROM {query}").fetchone()[0])

        (version,) = connection.execute("SELECT value FROM meta WHERE key = 'numcheck'").fetchone()
        return Overview(
            version=version,
            documents=count("documents"),
            figures=count("figures"),
            claims=count("claims"),
            findings=count("findings WHERE suppressed IS NULL"),
            errors=count("errors"),
            disputes=_claims(connection, "status IN ('disputed', 'conflicting')", _DISPUTES),
            outlets=_outlets(connection),
            alarms=_alarms(connection),
            developing=_claims(connection, "status = 'developing'", _DEVELOPING),
        )


def _claims(connection: Any, condition: str, most: int) -> tuple[Dispute, ...]:
    rows = connection.execute(
        f"SELECT id, label, status, documents, figures FROM claims WHERE {condition} "
        f"ORDER BY documents DESC, figures DESC, id LIMIT {most}"
    ).fetchall()
    return tuple(
        Dispute(name, clean(label), status, documents, figures, _accounts(connection, name))
        for name, label, status, documents, figures in rows
    )


def _accounts(connection: Any, claim: str) -> tuple[Account, ...]:
    """The figures of a claim in time; a number that a document repeats is told once."""
    found = connection.execute(
        "SELECT f.*, d.source, left(d.published, 10) AS day FROM claim_figures c "
        "JOIN figures f ON f.id = c.figure JOIN documents d ON d.id = c.document "
        "WHERE c.claim = ? QUALIFY row_number() OVER (PARTITION BY d.id, "
        "coalesce(CAST(f.value AS VARCHAR), f.text) ORDER BY f.speaker IS NULL, c.place) = 1 "
        f"ORDER BY d.published, c.place LIMIT {_ACCOUNTS}",
        [claim],
    )
    names = [column[0] for column in found.description]
    return tuple(_account(dict(zip(names, row, strict=True))) for row in found.fetchall())


def _account(row: dict[str, Any]) -> Account:
    figure = figure_of(row)
    bounded = figure.bound not in ("exact", "vague")
    return Account(
        reading(figure) if bounded else clean(figure.text),
        clean(row["speaker"] or ""), clean(row["source"]), row["day"], clean(row["document"]),
        row["low"], row["high"], row["stance"],
    )  # fmt: skip


def _shown(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


def _outlets(connection: Any) -> tuple[Outlet, ...]:
    rows = connection.execute(
        "SELECT source, documents, figures, findings, unverified FROM sources "
        f"ORDER BY unverified DESC, findings DESC, documents DESC, source LIMIT {_OUTLETS}"
    ).fetchall()
    return tuple(Outlet(*map(_shown, row)) for row in rows)


def _alarms(connection: Any) -> tuple[Alarms, ...]:
    rows = connection.execute(
        "SELECT rule, any_value(family), min(severity), count(*), count(DISTINCT document) "
        "FROM findings WHERE suppressed IS NULL GROUP BY rule "
        f"ORDER BY count(*) DESC, rule LIMIT {_RULES}"
    ).fetchall()
    return tuple(Alarms(*row) for row in rows)
