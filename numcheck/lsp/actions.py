"""What an editor offers to do about a finding."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lsprotocol import types

from numcheck.lsp.buffer import Buffer
from numcheck.lsp.checking import Checked
from numcheck.lsp.diagnostics import span
from numcheck.lsp.suppressions import Insertion, comment_for, entry_for
from numcheck.model import Figure, Finding

__all__ = ["EXPLAIN", "actions"]

EXPLAIN = "numcheck.explain"
"""The command that explains a rule, whose name is its argument."""


def actions(
    checked: Checked,
    document: types.VersionedTextDocumentIdentifier,
    name: str,
    told: Sequence[types.Diagnostic],
    *,
    creates: bool,
) -> list[types.CodeAction]:
    """What can be done about some diagnostics.

    Args:
        checked: The document with what was found in it.
        document: How the editor calls it.
        name: The file, or the name it was read under.
        told: The diagnostics that the editor asks about.
        creates: Whether the editor creates files for an edit.
    """
    figures = {figure.id: figure for figure in checked.report.figures}
    found: list[types.CodeAction] = []
    for diagnostic in told:
        for finding, figure in _findings(checked, diagnostic, figures):
            known = [figures[one] for one in finding.figures if one in figures]
            edit = _edit(checked, document, name, finding, [figure, *known], creates=creates)
            if edit is not None:
                found.append(
                    types.CodeAction(
                        title=f"Silence {finding.rule} in this passage",
                        kind=types.CodeActionKind.QuickFix,
                        diagnostics=[diagnostic],
                        edit=edit,
                    )
                )
            found.append(
                types.CodeAction(
                    title=f"Explain {finding.rule}",
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[diagnostic],
                    command=types.Command("Explain", EXPLAIN, arguments=[finding.rule]),
                )
            )
    return found


def _findings(
    checked: Checked, diagnostic: types.Diagnostic, figures: dict[str, Figure]
) -> Iterator[tuple[Finding, Figure]]:
    """The finding that a diagnostic told, with the figure at which it did."""
    data: Any = diagnostic.data
    fingerprint = data.get("fingerprint") if isinstance(data, dict) else None
    for finding in checked.report.findings:
        if diagnostic.code != finding.rule:
            continue
        if fingerprint is not None and fingerprint != finding.fingerprint:
            continue
        known = [figures[one] for one in finding.figures if one in figures]
        here = next((one for one in known if one.document in checked.placements), None)
        if here is None:
            continue
        # Editors that lose the data give the range back.
        start, end = checked.placements[here.document].of(here)
        if fingerprint is not None or span(checked, start, end) == diagnostic.range:
            yield finding, here
            return


def _edit(
    checked: Checked,
    document: types.VersionedTextDocumentIdentifier,
    name: str,
    finding: Finding,
    figures: Sequence[Figure],
    *,
    creates: bool,
) -> types.WorkspaceEdit | None:
    placement = checked.placements[figures[0].document]
    insertion = comment_for(placement, figures[0], finding.rule, name)
    if insertion is not None:
        place = span(checked, insertion.offset, insertion.offset)
        return types.WorkspaceEdit(
            document_changes=[
                types.TextDocumentEdit(
                    types.OptionalVersionedTextDocumentIdentifier(
                        document.uri, checked.buffer.version
                    ),
                    [types.TextEdit(place, insertion.words)],
                )
            ]
            if creates
            else None,
            changes=None if creates else {document.uri: [types.TextEdit(place, insertion.words)]},
        )
    if not placement.document.path:
        return None
    insertion = entry_for(placement.document, figures, finding.rule)
    return None if insertion is None else _beside(checked, insertion, creates=creates)


def _beside(checked: Checked, insertion: Insertion, *, creates: bool) -> types.WorkspaceEdit | None:
    """The edit of a sidecar file, which may have to be made first."""
    uri = Path(os.path.abspath(insertion.path)).as_uri()
    content = ""
    if not insertion.fresh:
        with open(insertion.path, encoding="utf-8", newline="") as stream:
            content = stream.read()
    buffer = Buffer(content, checked.buffer.encoding)
    at = types.Position(*buffer.position(insertion.offset))
    edit = types.TextEdit(types.Range(at, at), insertion.words)
    if not creates:
        return types.WorkspaceEdit(changes={uri: [edit]})
    changes: list[types.CreateFile | types.TextDocumentEdit] = []
    if insertion.fresh:
        options = types.CreateFileOptions(ignore_if_exists=True)
        changes.append(types.CreateFile(uri=uri, options=options))
    file = types.OptionalVersionedTextDocumentIdentifier(uri, None)
    changes.append(types.TextDocumentEdit(file, [edit]))
    return types.WorkspaceEdit(document_changes=list(changes))
