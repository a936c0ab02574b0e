"""Nothing is written elsewhere, sent, or run that is foreign: every command is watched."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from shutil import copy

import pytest

from numcheck.errors import InputError
from numcheck.reading import read_bytes
from tests.reporting.word_files import word_file

ROOT = Path(__file__).parent.parent.parent
# Loaded by every Python process of a command, workers included, before anything else.
WATCH = r"""
import os, sys

log = os.open(os.environ["WATCHED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
CHANGES = {
    "os.rename": 2, "os.remove": 1, "os.mkdir": 1, "os.rmdir": 1, "os.link": 2, "os.symlink": 2,
    "os.truncate": 1, "os.chmod": 1, "os.chown": 1, "os.utime": 1, "shutil.rmtree": 1,
}
NET = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
       "socket.sendmsg", "socket.bind"}
RUN = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "pty.spawn"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
busy = False


def told(kind, what):
    os.write(log, ("%s\t%r\n" % (kind, what)).encode("utf-8", "surrogateescape"))


def path(one):
    return os.path.abspath(os.fsdecode(one)) if not isinstance(one, int) else ""


def hook(name, given):
    global busy
    if busy:
        return
    busy = True
    try:
        if name == "open":
            file, mode, flags = given
            writes = any(c in (mode or "") for c in "wax+") or (flags or 0) & WRITING
            if writes and not isinstance(file, int):
                told("write", path(file))
        elif name in ("os.remove", "os.rmdir") and given[1] != -1:
            pass  # a part of shutil.rmtree, which names the folder
        elif name in CHANGES:
            for one in given[: CHANGES[name]]:
                told("write", path(one))
        elif name in NET:
            address = given[0] if name.startswith("socket.get") else given[-1]
            if not isinstance(address, (str, bytes, type(None))) or name.startswith("socket.get"):
                told("net", (name, str(address)))
        elif name in RUN:
            told("run", [str(one) for one in given[:2]])
        elif name == "exec":
            told("code", getattr(given[0], "co_filename", ""))
        elif name == "compile":
            source = given[0]
            if isinstance(source, (str, bytes)) and "PLANTED" in str(source):
                told("planted", str(given[1]))
    finally:
        busy = False


sys.addaudithook(hook)
"""
PAYLOAD = "__import__('os').system('touch PLANTED')"
RULE = """\
id: own-rule
family: X1
number: 1
summary: "{payload}"
severity: error
patterns: ["(killed|died) {{left:count}}"]
expect: left > 1000
message: "{payload} {{left}}"
docs: {{what: a, why: b, how: c, limits: d}}
examples:
  ok: ["Nobody came.", "The flood killed 2,000.", "It was late."]
  flag: ["The flood killed 12.", "The flood killed 13.", "The flood killed 14."]
"""
# What a program of the standard library needs to share memory and wait for its processes.
SHARED = ("/dev/null", "/dev/shm/", "/dev/tty", "/proc/self/")  # noqa: S108


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with articles and settings, and the folders that a command may write to."""
    folder = tmp_path_factory.mktemp("watched").resolve()
    for name in ("in", "home", "tmp", "cache", "out", "patch"):
        (folder / name).mkdir()
    (folder / "patch" / "sitecustomize.py").write_text(WATCH)
    text = f"The flood killed 12 people, {PAYLOAD} said. Sales rose from 40 to 60, up 30%.\n"
    (folder / "in" / "a.txt").write_text(text)
    (folder / "in" / "b.txt").write_text(text.replace("12", "13"))
    (folder / "in" / "c.html").write_text(
        "<html><body><p>Some 12 men.</p><script src=http://a.example/x.js></script>"
        "<img src=http://a.example/y.png><iframe src=//a.example></iframe></body></html>"
    )
    (folder / "in" / "d.rss").write_text(
        '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://a.example/x.dtd"><rss version="2.0">'
        "<channel><item><title>Some 12 men</title></item></channel></rss>"
    )
    (folder / "in" / "e.docx").write_bytes(word_file("Some 12 men of 40 came."))
    for sample in ("ferry.epub", "ferry.pdf", "ferry.zip", "ferry.warc.gz", "ferry.parquet"):
        copy(ROOT / "tests" / "reading" / "samples" / sample, folder / "in")
    (folder / "own-rule.yaml").write_text(RULE.format(payload=PAYLOAD))
    (folder / "facts.csv").write_text(f'measure,subject,value\ndeaths,"{PAYLOAD}",77\n')
    (folder / "numcheck.toml").write_text('rules = ["own-rule.yaml"]\n')
    # Python would run these if it looked for its modules where the articles are.
    for name in ("click.py", "conftest.py", "usercustomize.py", "yaml.py"):
        (folder / name).write_text("raise SystemExit('PLANTED')\n")
    return folder


def lsp_session(folder: Path) -> bytes:
    text = (folder / "in" / "a.txt").read_text()
    document = {"uri": "file:///in/a.txt", "languageId": "plaintext", "version": 1, "text": text}
    messages = [
        {"id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": None,
                                                     "rootUri": None}},
        {"method": "initialized", "params": {}},
        {"method": "textDocument/didOpen", "params": {"textDocument": document}},
        {"id": 2, "method": "shutdown"},
        {"method": "exit"},
    ]  # fmt: skip
    bodies = [json.dumps({"jsonrpc": "2.0", **one}).encode() for one in messages]
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)


COMMANDS: dict[str, tuple[str, list[str]]] = {
    "check": ("check in", []),
    "check, formats": (
        "check in --output out/r.html --output out/r.json --output out/r.csv --facts facts.csv",
        ["out/r.html", "out/r.json", "out/r.csv"],
    ),
    "check, sources": ("check in/a.txt --against in/b.txt", []),
    "check, Word": ("check in/e.docx --annotate out/e.docx", ["out/e.docx"]),
    "check, standard input": ("check -", []),
    "extract": ("extract in --format jsonl --output out/f.jsonl", ["out/f.jsonl"]),
    "diff": ("diff in/a.txt in/b.txt", []),
    "explain": ("explain percent-change", []),
    "rules": ("rules test own-rule.yaml", []),
    "rules new": ("rules new ticket-price --in out/rules", ["out/rules/ticket-price.yaml"]),
    "baseline": ("baseline write in/a.txt --output out/known.json", ["out/known.json"]),
    "config": ("config show in/a.txt", []),
    "facts": ("facts init out/facts.csv", ["out/facts.csv"]),
    "archive run": ("archive run in --out out/store --jobs 1", ["out/store/"]),
    "archive report": ("archive report out/store -f html -o out/o.html", ["out/o.html"]),
    "archive query": ('archive query out/store "FROM documents"', []),
    "archive show": ("archive show out/store in/a.txt", []),
    "lsp": ("lsp", []),
    "clean": ("clean", []),
}
"""Commands and the files that they may write besides the cache; run in this order."""


@pytest.fixture(scope="module")
def watched(desk: Path) -> dict[str, tuple[int, list[tuple[str, str]], set[str], str]]:
    """Status, what was watched, new files, and what was said, of every command."""
    found = {}
    for name, (line, _) in COMMANDS.items():
        log = desk / "patch" / "log"
        log.write_text("")
        before = files(desk)
        arguments = [part.strip('"') for part in line.replace("FROM doc", "FROM\0doc").split()]
        given = [part.replace("\0", " ") for part in arguments]
        done = subprocess.run(
            [sys.executable, "-m", "numcheck", *given],
            cwd=desk,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": os.pathsep.join([str(desk / "patch"), str(ROOT)]),
                "PYTHONSAFEPATH": "1",  # as the installed command has it
                "PYTHONDONTWRITEBYTECODE": "1",
                "WATCHED": str(log),
                "HOME": str(desk / "home"),
                "TMPDIR": str(desk / "tmp"),
                "NUMCHECK_CACHE": str(desk / "cache"),
            },
            input=lsp_session(desk) if name == "lsp" else b"Some 12 men of 40 came.",
            capture_output=True,
            timeout=120,
            check=False,
        )
        rows = [tuple(row.split("\t", 1)) for row in log.read_text("utf-8").splitlines()]
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        found[name] = (done.returncode, rows, files(desk) - before, said)
    return found  # type: ignore[return-value]


def files(folder: Path) -> set[str]:
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and "cache" not in path.parts and "patch" not in path.parts
    }


def what(rows: list[tuple[str, str]], kind: str) -> list[str]:
    return [told for one, told in rows if one == kind]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_does_its_work_while_it_is_watched(name: str, watched) -> None:  # type: ignore[no-untyped-def]
    status, rows, _, said = watched[name]
    assert status in (0, 1), said
    assert "Traceback" not in said
    assert what(rows, "code")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_writes_nothing_but_its_outputs_and_its_cache(  # type: ignore[no-untyped-def]
    name: str, watched, desk: Path
) -> None:
    _, rows, new, _ = watched[name]
    allowed = COMMANDS[name][1]
    folders = [str(desk / name) for name in ("out", "cache", "tmp", "patch/log")]
    if not allowed:
        folders = folders[1:]
    written = [path.strip("'") for path in what(rows, "write")]
    assert [] == [path for path in written if path and not path.startswith((*folders, *SHARED))]
    assert [] == [path for path in new if not path.startswith(tuple(allowed) or "/")]
    assert [] == [path for path in allowed if not path.endswith("/") and path not in new]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_reaches_for_no_network(name: str, watched) -> None:  # type: ignore[no-untyped-def]
    assert [] == what(watched[name][1], "net")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_runs_no_program_and_no_code_but_its_own(  # type: ignore[no-untyped-def]
    name: str, watched, desk: Path
) -> None:
    _, rows, _, _ = watched[name]
    assert [] == what(rows, "planted")
    assert not (desk / "PLANTED").exists()
    own = (str(ROOT), str(Path(sys.prefix)), str(Path(sys.base_prefix)), str(desk / "patch"))
    code = {path.strip("'\"") for path in what(rows, "code")}
    assert [] == sorted(path for path in code if path[:1] not in "<" and not path.startswith(own))
    # An archive starts its workers, which are this very Python; nothing else starts anything.
    started = [run for run in what(rows, "run") if "multiprocessing" not in run]
    assert [] == started


def test_the_watch_sees_what_it_is_there_for(desk: Path) -> None:
    program = (
        "import socket, subprocess, sys\n"
        "open('home/x', 'w').close()\n"
        "subprocess.run([sys.executable, '-c', 'pass'])\n"
        "try: socket.create_connection(('127.0.0.1', 9), 0.01)\n"
        "except OSError: pass\n"
        "eval(compile('\"PLANTED\"', 'x', 'eval'))\n"
    )
    log = desk / "patch" / "log"
    log.write_text("")
    env = {**os.environ, "WATCHED": str(log), "PYTHONPATH": str(desk / "patch")}
    subprocess.run([sys.executable, "-c", program], cwd=desk, env=env, check=True)
    kinds = {row.split("\t")[0] for row in log.read_text().splitlines()}
    assert {"write", "run", "net", "planted", "code"} <= kinds


def zipped(*names: str, link: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "Some 12 men came.")
        if link:
            info = zipfile.ZipInfo(link)
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, "/etc/passwd")
    return packed.getvalue()


def tarred(name: str, kind: bytes = tarfile.REGTYPE) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.type, info.linkname = kind, "/etc/passwd"
        data = b"" if kind != tarfile.REGTYPE else b"Some 12 men came."
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped("../a.txt")),
        ("a.zip", zipped("x/../../a.txt")),
        ("a.zip", zipped("/etc/a.txt")),
        ("a.zip", zipped("C:\\a.txt")),
        ("a.zip", zipped("..\\a.txt")),
        ("a.zip", zipped(link="a.txt")),
        ("a.tar", tarred("../a.txt")),
        ("a.tar", tarred("/etc/a.txt")),
        ("a.tar", tarred("a.txt", tarfile.SYMTYPE)),
        ("a.tar", tarred("a.txt", tarfile.LNKTYPE)),
        ("a.tar", tarred("a.txt", tarfile.CHRTYPE)),
        ("a.tar", tarred("a.txt", tarfile.FIFOTYPE)),
    ],
)
def test_members_that_lead_out_of_their_archive_are_not_read(name: str, data: bytes) -> None:
    items = list(read_bytes(data, name))
    assert items
    assert all(isinstance(item, InputError) for item in items), items


@pytest.mark.parametrize("name", ["r.html", "r.json", "r.txt"])
def test_an_output_is_replaced_in_one_step(name: str, tmp_path: Path) -> None:
    from numcheck.cli.output import Output

    old = tmp_path / name
    old.write_text("before")
    with open(old, encoding="utf-8") as reader:  # as a browser has it that shows it
        Output("json", str(old)).write("after\n")
        assert "before" == reader.read()
    assert "after\n" == old.read_text()
    assert [name] == [path.name for path in tmp_path.iterdir()]
