"""What an editor says it can do."""

from __future__ import annotations

from lsprotocol import types

__all__ = ["creates_files", "shows_markdown", "shows_pages"]


def shows_markdown(editor: types.ClientCapabilities) -> bool:
    """Whether hovers may be Markdown."""
    text = editor.text_document
    formats = text.hover.content_format if text and text.hover else None
    return types.MarkupKind.Markdown in (formats or ())


def creates_files(editor: types.ClientCapabilities) -> bool:
    """Whether an edit may make a file first."""
    edits = editor.workspace.workspace_edit if editor.workspace else None
    operations = edits.resource_operations if edits and edits.document_changes else None
    return types.ResourceOperationKind.Create in (operations or ())


def shows_pages(editor: types.ClientCapabilities) -> bool:
    """Whether the server may ask for a page or file to be shown."""
    window = editor.window
    return bool(window and window.show_document and window.show_document.support)
