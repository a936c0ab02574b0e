"""An editor as far as a language server can tell: JSON-RPC over the pipes of a real process.

Most tests talk to a server in a thread instead, which starts at once.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

PATIENCE = 60.0
"""Seconds after which a test gives up on an answer; a busy machine takes its time."""
CAPABILITIES: dict[str, Any] = {
    "textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}},
    "workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]}},
}


class Editor:
    """Starts a server, and talks to it.

    Args:
        folder: Where the documents are.
        capabilities: What the editor says it can do.
        process: Whether the server gets a process of its own.
        options: Its initialisation options.
    """

    def __init__(
        self,
        folder: Path,
        *,
        capabilities: Mapping[str, Any] = CAPABILITIES,
        process: bool = False,
        **options: Any,
    ) -> None:
        self.folder = folder
        self.capabilities = capabilities
        self.options = {"debounce": 0, **options}
        self.incoming: queue.Queue[dict[str, Any]] = queue.Queue()
        self.asked: list[dict[str, Any]] = []
        self.told: list[dict[str, Any]] = []
        self.errors = ""
        self.number = 0
        self.version = 0
        self.process: subprocess.Popen[bytes] | None = None
        if process:
            self._start_process()
        else:
            self._start_thread()
        threading.Thread(target=self._read, daemon=True).start()

    def _start_process(self) -> None:
        self.process = subprocess.Popen(
            self.command(),
            cwd=self.folder,
            env=self.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.writer: IO[bytes] = self.process.stdin
        self.reader: IO[bytes] = self.process.stdout
        threading.Thread(target=self._read_errors, daemon=True).start()

    def _start_thread(self) -> None:
        from numcheck.lsp.server import Server

        theirs, ours = os.pipe(), os.pipe()
        self.writer, self.reader = os.fdopen(theirs[1], "wb"), os.fdopen(ours[0], "rb")
        stdin, stdout = os.fdopen(theirs[0], "rb"), os.fdopen(ours[1], "wb")
        self.thread = threading.Thread(target=lambda: Server().start_io(stdin, stdout), daemon=True)
        self.thread.start()

    @staticmethod
    def command() -> list[str]:
        """How to start the server."""
        return [sys.executable, "-m", "numcheck", "lsp"]

    @staticmethod
    def environment() -> dict[str, str]:
        """Where the server finds what the tests find."""
        return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

    def __enter__(self) -> Self:
        answer = self.request(
            "initialize",
            processId=None,
            rootUri=self.folder.as_uri(),
            capabilities=self.capabilities,
            initializationOptions=self.options,
        )
        self.server: dict[str, Any] = answer["capabilities"]
        self.notify("initialized")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process is None:
            with suppress(OSError):
                self.writer.close()
            self.thread.join(PATIENCE)
            return
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def leave(self) -> int:
        """Say goodbye; returns the exit status."""
        self.request("shutdown")
        self.notify("exit")
        if self.process is not None:
            return self.process.wait(PATIENCE)
        self.thread.join(PATIENCE)
        return int(self.thread.is_alive())

    def raw(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.writer.write(data)
        self.writer.flush()

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.raw(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def notify(self, method: str, **params: Any) -> None:
        self.send({"method": method, "params": params})

    def request(self, method: str, **params: Any) -> Any:
        """Ask, and wait for the answer."""
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params or None})
        while True:
            message = self.incoming.get(timeout=PATIENCE)
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self._heard(message)

    def _heard(self, message: dict[str, Any]) -> None:
        if "method" in message and "id" in message:
            self.asked.append(message)
            self.send({"id": message["id"], "result": None})
        else:
            self.told.append(message)

    def diagnostics(self, uri: str, version: int | None = None) -> list[dict[str, Any]]:
        """Wait for the diagnostics of a document, of a version if one is named."""
        while True:
            for message in self.told:
                params = message.get("params", {})
                if message.get("method") == "textDocument/publishDiagnostics":
                    fits = version is None or params.get("version") == version
                    if params["uri"] == uri and fits:
                        self.told.remove(message)
                        found: list[dict[str, Any]] = params["diagnostics"]
                        return found
            self._heard(self.incoming.get(timeout=PATIENCE))

    def open(self, name: str, text: str, language: str = "plaintext") -> str:
        """Open a document; returns its address."""
        uri = name if ":" in name else (self.folder / name).as_uri()
        self.version += 1
        document = {"uri": uri, "languageId": language, "version": self.version, "text": text}
        self.notify("textDocument/didOpen", textDocument=document)
        return uri

    def change(self, uri: str, *changes: dict[str, Any]) -> int:
        """Change a document; returns its new version."""
        self.version += 1
        document = {"uri": uri, "version": self.version}
        self.notify("textDocument/didChange", textDocument=document, contentChanges=list(changes))
        return self.version

    def hover(self, uri: str, line: int, character: int) -> Any:
        place = {"line": line, "character": character}
        return self.request("textDocument/hover", textDocument={"uri": uri}, position=place)

    def actions(self, uri: str, diagnostic: dict[str, Any]) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.request(
            "textDocument/codeAction",
            textDocument={"uri": uri},
            range=diagnostic["range"],
            context={"diagnostics": [diagnostic]},
        )
        return found

    def _read(self) -> None:
        stream = self.reader
        while True:
            size = 0
            while line := stream.readline().strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    size = int(value)
            if not size:
                return
            self.incoming.put(json.loads(stream.read(size)))

    def _read_errors(self) -> None:
        assert self.process is not None
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.errors += line.decode("utf-8", "replace")


def replaced(start: tuple[int, int], end: tuple[int, int], words: str) -> dict[str, Any]:
    """A change of the words between two positions."""
    places = [{"line": line, "character": character} for line, character in (start, end)]
    return {"range": {"start": places[0], "end": places[1]}, "text": words}


def slice_of(text: str, place: dict[str, Any]) -> str:
    """The words of a range on one line, whose columns count units of UTF-16."""
    line = text.split("\n")[place["start"]["line"]].encode("utf-16-le")
    start, end = place["start"]["character"] * 2, place["end"]["character"] * 2
    assert place["start"]["line"] == place["end"]["line"]
    return line[start:end].decode("utf-16-le")


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """The text with insertions at whole columns of ASCII lines made."""
    for edit in edits:
        place = edit["range"]["start"]
        assert edit["range"]["end"] == place
        lines = text.splitlines(keepends=True)
        offset = sum(map(len, lines[: place["line"]])) + place["character"]
        text = text[:offset] + edit["newText"] + text[offset:]
    return text
