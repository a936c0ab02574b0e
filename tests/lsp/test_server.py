"""The server as an editor meets it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from numcheck.cli import TROUBLE, main
from numcheck.lsp import serve
from tests.lsp.editor import Editor, applied, replaced, slice_of

WRONG = "Sales in Ostrava rose from 40 to 60, up 30%."
RIGHT = "Sales in Ostrava rose from 40 to 60, up 50%."

pytest.importorskip("pygls", reason="the extra lsp is not installed")


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    with Editor(tmp_path) as editor:
        yield editor


@pytest.mark.parametrize("process", [True, False])
def test_a_session_from_beginning_to_end(tmp_path: Path, process: bool) -> None:
    with Editor(tmp_path, process=process) as editor:
        session(editor)


def session(editor: Editor) -> None:
    """Open, look, mend, break again, silence, close, leave."""
    assert ("utf-16", 2) == (
        editor.server["positionEncoding"], editor.server["textDocumentSync"]["change"],
    )  # fmt: skip
    text = f"# A day\n\n{WRONG}\n"
    uri = editor.open("a.md", text, "markdown")
    (found,) = editor.diagnostics(uri)
    assert ("30%", 1, "percent-change", "numcheck") == (
        slice_of(text, found["range"]), found["severity"], found["code"], found["source"],
    )  # fmt: skip
    assert found["message"].startswith("40 to 60 is a change of 50%, not 30%.")
    others = [slice_of(text, one["location"]["range"]) for one in found["relatedInformation"]]
    assert ["40", "60"] == others
    address = found["codeDescription"]["href"]
    page, _, anchor = address.removeprefix("file://").partition("#")
    assert f"## {anchor}\n" in Path(unquote(page)).read_text("utf-8")

    card = editor.hover(uri, 2, WRONG.index("30%") + 1)
    assert "markdown" == card["contents"]["kind"]
    assert "30%" == slice_of(text, card["range"])
    assert "not 30%" in card["contents"]["value"]
    assert None is editor.hover(uri, 2, 1)

    version = editor.change(uri, replaced((2, 40), (2, 41), "5"))
    assert [] == editor.diagnostics(uri, version)
    version = editor.change(uri, replaced((2, 40), (2, 41), "3"))
    (found,) = editor.diagnostics(uri, version)
    silence, explain = editor.actions(uri, found)
    (change,) = silence["edit"]["documentChanges"]
    assert {"uri": uri, "version": version} == change["textDocument"]
    version = editor.change(uri, {"text": applied(text, change["edits"])})
    assert [] == editor.diagnostics(uri, version)

    told = editor.request("workspace/executeCommand", **explain["command"])
    assert told.startswith("B4")
    editor.notify("textDocument/didClose", textDocument={"uri": uri})
    assert [] == editor.diagnostics(uri)
    assert (0, "") == (editor.leave(), editor.errors)


def test_what_is_typed_letter_by_letter_is_read_as_it_stands(editor: Editor) -> None:
    uri = editor.open("a.txt", "\n\n")
    column, version = 0, 0
    for letter in f"😀 {WRONG}":
        version = editor.change(uri, replaced((1, column), (1, column), letter))
        column += len(letter.encode("utf-16-le")) // 2
    (found,) = editor.diagnostics(uri, version)
    assert "30%" == slice_of(f"\n😀 {WRONG}\n", found["range"])
    version = editor.change(uri, replaced((1, 0), (1, 3), ""), replaced((0, 0), (1, 0), ""))
    (found,) = editor.diagnostics(uri, version)
    assert {"line": 0, "character": WRONG.index("30%")} == found["range"]["start"]


@pytest.mark.parametrize(
    ("offered", "chosen", "column"),
    [(["utf-8", "utf-16"], "utf-8", 5), (["utf-32"], "utf-32", 2), (["odd"], "utf-16", 3)],
)
def test_positions_are_counted_as_was_agreed(
    tmp_path: Path, offered: list[str], chosen: str, column: int
) -> None:
    with Editor(tmp_path, capabilities={"general": {"positionEncodings": offered}}) as editor:
        assert chosen == editor.server["positionEncoding"]
        uri = editor.open("a.txt", f"😀 {WRONG}")
        (found,) = editor.diagnostics(uri)
        assert WRONG.index("30%") + column == found["range"]["start"]["character"]
        hover = editor.hover(uri, 0, found["range"]["start"]["character"])
        assert ("plaintext", found["range"]) == (hover["contents"]["kind"], hover["range"])


def test_a_card_tells_who_says_so_and_what_others_say(editor: Editor) -> None:
    text = (
        "Quake kills at least 12 people in Alder\n\n"
        "An earthquake shook the valley on Monday. About 12 people died, the governor said.\n"
    )
    uri = editor.open("a.txt", text)
    place = text.split("\n")[2].index("12 people")
    told = editor.hover(uri, 2, place)["contents"]["value"].replace("\\", "")
    assert told.startswith("**12**")
    for words in ("*Value:* ~12", "count", "people", "governor", "attributed", "≥ 12: “12”"):
        assert words in told


def test_plain_text_is_silenced_in_the_file_beside_it(editor: Editor, tmp_path: Path) -> None:
    text = f"{WRONG}\n"
    (tmp_path / "a b.txt").write_text(text)
    uri = editor.open("a%20b.txt".replace("%20", " "), text)
    (found,) = editor.diagnostics(uri)
    silence, _ = editor.actions(uri, found)
    create, change = silence["edit"]["documentChanges"]
    assert ("create", True) == (create["kind"], create["options"]["ignoreIfExists"])
    assert create["uri"] == change["textDocument"]["uri"]
    sidecar = Path(unquote(create["uri"].removeprefix("file://")))
    assert tmp_path / "a b.txt.numcheck.yaml" == sidecar
    sidecar.write_text(applied("", change["edits"]))
    editor.notify("workspace/didChangeWatchedFiles", changes=[])
    assert [] == editor.diagnostics(uri)


def test_an_editor_without_many_abilities_gets_simple_edits(tmp_path: Path) -> None:
    with Editor(tmp_path, capabilities={}) as editor:
        for name in ("a.md", "a.txt"):
            uri = editor.open(name, WRONG)
            (found,) = editor.diagnostics(uri)
            del found["data"]
            silence, explain = editor.actions(uri, found)
            assert 1 == len(silence["edit"]["changes"])
            assert "documentChanges" not in silence["edit"]
        editor.request("workspace/executeCommand", **explain["command"])
        (message,) = [one for one in editor.told if one["method"] == "window/showMessage"]
        assert "percent-change" in message["params"]["message"]


def test_an_editor_that_shows_pages_is_shown_the_page_about_the_rule(tmp_path: Path) -> None:
    abilities = {"window": {"showDocument": {"support": True}}}
    site = "https://docs.example.org/rules/"
    with Editor(tmp_path, capabilities=abilities, docs=site) as editor:
        uri = editor.open("a.md", WRONG)
        (found,) = editor.diagnostics(uri)
        assert f"{site}B.md#percent-change" == found["codeDescription"]["href"]
        editor.request(
            "workspace/executeCommand", command="numcheck.explain", arguments=["percent-change"]
        )
        assert None is editor.request(
            "workspace/executeCommand", command="numcheck.explain", arguments=["no-such-rule"]
        )
        (asked,) = editor.asked
        assert {"uri": f"{site}B.md#percent-change", "external": True} == asked["params"]


def test_the_configuration_beside_a_document_counts_and_is_read_again(
    editor: Editor, tmp_path: Path
) -> None:
    below = tmp_path / "drafts"
    below.mkdir()
    config = tmp_path / "numcheck.toml"
    config.write_text('ignore = ["B"]')
    uri = editor.open("drafts/a.txt", WRONG)
    assert [] == editor.diagnostics(uri)
    config.write_text('ignore = ["B4')
    editor.notify("textDocument/didSave", textDocument={"uri": uri})
    (found,) = editor.diagnostics(uri)
    assert (1, True) == (found["severity"], "numcheck.toml" in found["message"])
    config.write_text('[severity]\nB4 = "warning"')
    editor.notify("textDocument/didSave", textDocument={"uri": uri})
    (found,) = editor.diagnostics(uri)
    assert (2, "percent-change") == (found["severity"], found["code"])


def test_files_are_watched_where_the_editor_can(tmp_path: Path) -> None:
    abilities = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    with Editor(tmp_path, capabilities=abilities) as editor:
        editor.diagnostics(editor.open("a.txt", WRONG))
        (asked,) = editor.asked
        (registration,) = asked["params"]["registrations"]
        assert "workspace/didChangeWatchedFiles" == registration["method"]
        patterns = [one["globPattern"] for one in registration["registerOptions"]["watchers"]]
        assert "**/numcheck.toml" in patterns


def test_a_figure_of_a_source_is_related_in_its_own_file(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("A day at the mill\n\nÄ 😀 The mill employs 1,300 people.\n")
    (tmp_path / "numcheck.toml").write_text('against = ["wire.txt"]\n')
    uri = editor.open("a.txt", "The mill employs 1,200 people.\n")
    found = editor.diagnostics(uri)
    related = [one for each in found for one in each.get("relatedInformation", ())]
    assert related
    location = related[0]["location"]
    assert (tmp_path / "wire.txt").as_uri() == location["uri"]
    assert "1,300" == slice_of((tmp_path / "wire.txt").read_text(), location["range"])
    card = editor.hover(uri, 0, 18)["contents"]["value"].replace("\\", "")
    assert "Contradicted by the sources: “1,300”" in card


def test_an_unsaved_document_is_checked_by_its_language(editor: Editor) -> None:
    uri = editor.open("untitled:Untitled-1", f"<p>It rained.</p><p>{WRONG}</p>", "html")
    (found,) = editor.diagnostics(uri)
    titles = [one["title"] for one in editor.actions(uri, found)]
    assert ["Silence percent-change in this passage", "Explain percent-change"] == titles
    other = editor.open("untitled:Untitled-2", WRONG)
    (found,) = editor.diagnostics(other)
    assert ["Explain percent-change"] == [one["title"] for one in editor.actions(other, found)]


@pytest.mark.parametrize(
    "data",
    [
        b'Content-Length: 9\r\n\r\n{"id": 1,',
        b"Content-Length: 2\r\n\r\n{}",
        b"Content-Length: 4\r\n\r\nnull",
        b"Content-Length: 5\r\n\r\n\xff\xfe\x00\x01\x02",
    ],
)
def test_broken_messages_do_not_end_the_server(tmp_path: Path, data: bytes) -> None:
    with Editor(tmp_path, process=True) as editor:
        editor.raw(data)
        assert 1 == len(editor.diagnostics(editor.open("a.txt", WRONG)))
        assert 0 == editor.leave()


def test_impossible_wishes_do_not_end_the_server(editor: Editor) -> None:
    uri = editor.open("a.txt", WRONG)
    (found,) = editor.diagnostics(uri)
    editor.change("file:///nowhere.txt", {"text": "x"})
    editor.notify("textDocument/didClose", textDocument={"uri": "file:///nowhere.txt"})
    editor.notify("no/such/method", odd=True)
    editor.notify("textDocument/didOpen", odd=True)
    assert None is editor.hover("file:///nowhere.txt", 0, 0)
    assert None is editor.hover(uri, 99, 99)
    assert [] == editor.actions("file:///nowhere.txt", found)
    assert [] == editor.actions(uri, {**found, "code": "no-such-rule"})
    assert [] == editor.actions(uri, {**found, "data": {"fingerprint": "0"}})
    version = editor.change(uri, replaced((50, 0), (99, 99), f"\n\n{WRONG}"))
    assert 2 == len(editor.diagnostics(uri, version))
    assert 0 == editor.leave()


def test_a_check_that_fails_is_logged_and_the_next_one_works(tmp_path: Path) -> None:
    sitecustomize = tmp_path / "sitecustomize.py"
    sitecustomize.write_text(
        "from numcheck.lsp import checking\n"
        "real = checking.Checker.check\n"
        "def check(self, buffer, path, language=''):\n"
        "    print('something on standard output')\n"
        "    if 'boom' in buffer.text:\n"
        "        raise ZeroDivisionError('boom')\n"
        "    return real(self, buffer, path, language)\n"
        "checking.Checker.check = check\n"
    )
    sys.path.insert(0, str(tmp_path))
    try:
        editor = Editor(tmp_path, process=True)
    finally:
        sys.path.remove(str(tmp_path))
    with editor:
        uri = editor.open("a.txt", "boom")
        assert None is editor.hover(uri, 0, 0)
        version = editor.change(uri, {"text": WRONG})
        assert 1 == len(editor.diagnostics(uri, version))
        assert 0 == editor.leave()
    assert "ZeroDivisionError: boom" in editor.errors
    assert "something on standard output" in editor.errors


def test_the_server_ends_when_the_editor_is_gone(tmp_path: Path) -> None:
    with Editor(tmp_path, process=True) as editor:
        editor.diagnostics(editor.open("a.txt", WRONG))
        assert editor.process is not None
        editor.writer.close()
        assert editor.process.wait(60) in (0, 1)


def test_a_check_that_fails_leaves_the_server_alive(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("numcheck.lsp.checking.Checker.check", fail)
        uri = editor.open("a.txt", WRONG)
        assert None is editor.hover(uri, 0, 0)
    version = editor.change(uri, {"text": WRONG})
    assert 1 == len(editor.diagnostics(uri, version))


def test_typing_in_a_long_text_is_answered_at_once(tmp_path: Path) -> None:
    """50 kB with the figures of an ordinary article; the budget allows for a busy machine."""
    calm = "The road to the harbour is closed, and nobody in the town can say for how long. "
    parts = [
        f"{calm * 6}The council of ward {'abcdefghij'[n % 10]} heard {n + 3} speakers. {calm * 3}"
        for n in range(66)
    ]
    text = "\n\n".join(parts)
    assert 50_000 < len(text)
    with Editor(tmp_path, process=True) as editor:
        uri = editor.open("a.txt", text)
        editor.diagnostics(uri)
        times = []
        for _ in range(5):
            start = time.perf_counter()
            editor.diagnostics(uri, editor.change(uri, replaced((0, 0), (0, 0), "A")))
            times.append(time.perf_counter() - start)
    assert min(times) < 0.5


def test_an_editor_can_be_served_at_a_port(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "numcheck", "lsp", "--tcp", str(port)]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE)
    talk = (
        "import json, socket, sys, time\n"
        "for _ in range(300):\n"
        "    try:\n"
        "        link = socket.create_connection(('127.0.0.1', int(sys.argv[1])))\n"
        "        break\n"
        "    except OSError:\n"
        "        time.sleep(0.1)\n"
        "def send(**message):\n"
        "    body = json.dumps({'jsonrpc': '2.0', **message}).encode()\n"
        "    link.sendall(b'Content-Length: %d\\r\\n\\r\\n%s' % (len(body), body))\n"
        "send(id=1, method='initialize', params={'capabilities': {}})\n"
        "print(link.recv(65536).decode())\n"
        "send(id=2, method='shutdown')\n"
        "link.recv(65536)\n"
        "send(method='exit')\n"
    )
    try:
        # The tests themselves may open no connection.
        answer = subprocess.run(
            [sys.executable, "-c", talk, str(port)],
            capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
        assert "hoverProvider" in answer.stdout
        process.wait(30)
    finally:
        process.kill()


def test_without_the_extra_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "pygls"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "numcheck.lsp.server", raising=False)
    monkeypatch.setitem(sys.modules, "pygls", None)
    assert TROUBLE == main(["lsp"])
    told = "numcheck: the language server needs an extra; pip install 'numcheck[lsp]'\n"
    assert ("", told) == capsys.readouterr()


def test_another_import_that_fails_is_no_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "numcheck.lsp.server", raising=False)
    monkeypatch.setitem(sys.modules, "numcheck.lsp.words", None)
    with pytest.raises(ImportError):
        serve()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--tcp", "here"], "numcheck: here: no port; give a number such as 2087\n"),
        (["--tcp", "99999"], "numcheck: 99999: no port; give a number such as 2087\n"),
        (["--stdio", "--tcp", "1"], "--stdio and --tcp exclude each other"),
        (["--tcp", "192.0.2.1:2087"], "numcheck: cannot listen at 192.0.2.1:2087 ("),
    ],
)
def test_a_wrong_call_ends_with_2(arguments: list[str], told: str) -> None:
    # In a process of its own: a server wants an event loop, and a browser's tests may hold one.
    command = [sys.executable, "-m", "numcheck", "lsp", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert TROUBLE == done.returncode
    assert told in done.stderr
    assert 1 == done.stderr.count("\n")


def test_settings_that_make_no_sense_are_passed_over(tmp_path: Path) -> None:
    with Editor(tmp_path, debounce="soon", docs=5) as editor:
        assert 1 == len(editor.diagnostics(editor.open("a.txt", WRONG)))
        assert json.dumps(editor.server)
