"""The language server: what an editor says, and what it is told.

Documents are kept by :class:`~numcheck.lsp.buffer.Buffer`, not by pygls, whose lines also end at
characters that are no line ends in the protocol. A check runs in a thread of its own, one at a
time, so that the editor is answered meanwhile; what goes wrong in it is logged, and the server
lives on.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import sys
from dataclasses import dataclass
from typing import Any, BinaryIO, TextIO, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from numcheck import __version__
from numcheck.lsp.abilities import creates_files, shows_markdown, shows_pages
from numcheck.lsp.actions import EXPLAIN, actions
from numcheck.lsp.buffer import ENCODINGS, Buffer
from numcheck.lsp.checking import Checked, Checker
from numcheck.lsp.diagnostics import diagnostics, span
from numcheck.lsp.manual import Manual
from numcheck.lsp.protocol import Protocol
from numcheck.lsp.words import hover

__all__ = ["Server", "run"]

_log = logging.getLogger(__name__)
_PAUSE = 0.15
"""Seconds without a key press after which a text is checked."""
_WATCHED = ("**/numcheck.toml", "**/.numcheck.yaml", "**/pyproject.toml", "**/*.numcheck.yaml")


@dataclass
class _Open:
    """A document that the editor has open.

    Attributes:
        path: Its file; empty where it has none.
        language: What the editor calls its language.
        buffer: Its present text.
        checked: The last state that was checked.
        task: The check that is under way or waits for a pause.
    """

    path: str
    language: str
    buffer: Buffer
    checked: Checked | None = None
    task: asyncio.Task[None] | None = None


class Server(LanguageServer):
    """Serves one editor."""

    def __init__(self) -> None:
        super().__init__("numcheck", __version__, protocol_cls=Protocol)
        self.checker = Checker()
        self.manual = Manual()
        self.pause = _PAUSE
        self.opened: dict[str, _Open] = {}
        self._turn = asyncio.Lock()
        _register(self)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log what went wrong; the writer at the keyboard has nothing to do with it."""
        _log.error("%s: %s", type(error).__name__, error)

    @property
    def encoding(self) -> str:
        """The encoding whose units positions count."""
        chosen = self.server_capabilities.position_encoding or "utf-16"
        name = str(getattr(chosen, "value", chosen))
        return name if name in ENCODINGS else "utf-16"

    def schedule(self, uri: str, pause: float) -> None:
        """Check a document after a pause, unless it changes before."""
        document = self.opened.get(uri)
        if document is None:
            return
        if document.task is not None:
            document.task.cancel()
        document.task = asyncio.ensure_future(self._later(uri, pause))

    def recheck(self) -> None:
        """Check all documents with what the files beside them say now."""
        self.checker.forget()
        for uri, document in self.opened.items():
            document.checked = None
            self.schedule(uri, 0)

    async def _later(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        await self.latest(uri)

    async def latest(self, uri: str) -> Checked | None:
        """What is found in the present text of a document, checked now if need be.

        Returns:
            The check; ``None`` where the document is closed or its check has failed.
        """
        # A thread cannot be stopped, so whoever loses interest must not let the next one in.
        return await asyncio.shield(asyncio.ensure_future(self._latest(uri)))

    async def _latest(self, uri: str) -> Checked | None:
        async with self._turn:
            document = self.opened.get(uri)
            if document is None:
                return None
            buffer, checked = document.buffer, document.checked
            if checked is not None and checked.buffer is buffer:
                return checked
            try:
                check = self.checker.check
                checked = await asyncio.to_thread(check, buffer, document.path, document.language)
                told = diagnostics(checked, uri, self.manual)
            except Exception:
                _log.exception("a check of %s has failed", uri)
                return None
            if self.opened.get(uri) is not document:
                return None
            document.checked = checked
            if document.buffer is buffer:
                self.text_document_publish_diagnostics(
                    types.PublishDiagnosticsParams(uri, told, buffer.version)
                )
            return checked


def run(address: tuple[str, int] | None) -> None:
    """Serve one editor, on standard input and output or at an address; logs go to stderr."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.WARNING, format="numcheck: %(levelname)s: %(message)s"
    )
    server = Server()
    if address is None:
        # The protocol gets pipes of its own: what anything else prints must not get into it.
        stdin, stdout = _copy(sys.stdin, "rb"), _copy(sys.stdout, "wb")
        with contextlib.redirect_stdout(sys.stderr):
            server.start_io(stdin, stdout)
    else:
        server.start_tcp(*address)


def _copy(stream: TextIO, mode: str) -> BinaryIO:
    return cast(BinaryIO, os.fdopen(os.dup(stream.fileno()), mode))


def _register(server: Server) -> None:
    _register_documents(server)
    _register_answers(server)

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        options = params.initialization_options
        options = options if isinstance(options, dict) else {}
        pause, site = options.get("debounce"), options.get("docs")
        if isinstance(pause, int | float) and 0 <= pause <= 10_000:
            server.pause = pause / 1000
        if isinstance(site, str):
            server.manual = Manual(site)

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        if watched is None or not watched.dynamic_registration:
            return
        options = types.DidChangeWatchedFilesRegistrationOptions(
            [types.FileSystemWatcher(glob_pattern=pattern) for pattern in _WATCHED]
        )
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        registration = types.Registration("numcheck-files", method, options)
        server.client_register_capability(types.RegistrationParams([registration]))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        server.recheck()


def _register_documents(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        path = to_fs_path(document.uri) if document.uri.startswith("file:") else ""
        buffer = Buffer(document.text, server.encoding, document.version)
        server.opened[document.uri] = _Open(path or "", str(document.language_id), buffer)
        server.schedule(document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        document = server.opened.get(uri)
        if document is None:
            return
        for change in params.content_changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = change.range.start, change.range.end
                document.buffer = document.buffer.edited(
                    (start.line, start.character), (end.line, end.character), change.text, version
                )
            else:
                document.buffer = Buffer(change.text, server.encoding, version)
        server.schedule(uri, server.pause)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: types.DidSaveTextDocumentParams) -> None:
        server.recheck()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        document = server.opened.pop(uri, None)
        if document is not None and document.task is not None:
            document.task.cancel()
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def _register_answers(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        checked = await server.latest(params.text_document.uri)
        if checked is None:
            return None
        place = params.position
        figure = checked.at(checked.buffer.offset(place.line, place.character))
        if figure is None:
            return None
        markdown = shows_markdown(server.client_capabilities)
        kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
        words = hover(figure, checked.report, markdown=markdown)
        where = span(checked, *checked.placements[figure.document].of(figure))
        return types.Hover(types.MarkupContent(kind, words), where)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    async def offered(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        checked = await server.latest(uri)
        document = server.opened.get(uri)
        if checked is None or document is None:
            return []
        told = params.context.diagnostics
        name = next(iter(checked.placements), document.path)
        version = types.VersionedTextDocumentIdentifier(uri=uri, version=0)
        return actions(
            checked, version, name, told, creates=creates_files(server.client_capabilities)
        )

    @server.command(EXPLAIN)
    def explain(*arguments: Any) -> str | None:
        return _explained(server, arguments)


def _explained(server: Server, arguments: tuple[Any, ...]) -> str | None:
    """Show what a rule does, in the page about it where the editor can, and return it."""
    from numcheck.engine import load_rules
    from numcheck.reporting.rules.page import rule_page

    name = arguments[0] if arguments else ""
    desks = [one.checked.desk for one in server.opened.values() if one.checked is not None]
    rulesets = [*(desk.rules for desk in desks if desk is not None), load_rules()]
    found = [(rule, one) for one in rulesets for rule in one.rules if rule.id == name]
    if not found:
        return None
    rule, ruleset = found[0]
    words = "\n".join(rule_page(rule, 80))
    address = server.manual.address(rule, ruleset.rules)
    if address and shows_pages(server.client_capabilities):
        web = address.startswith(("http:", "https:"))
        server.window_show_document(types.ShowDocumentParams(address, external=web))
    else:
        kind = types.MessageType.Info
        server.window_show_message(types.ShowMessageParams(type=kind, message=words))
    return words
