"""The set-ups on the page about editors are what editors can read."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.editor import Editor

DOCS = Path(__file__).parent.parent.parent / "docs"
PAGE = (DOCS / "editors.md").read_text("utf-8")
CLIENT = DOCS / "editors" / "vscode"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n([\s\S]*?)```", PAGE)


def test_the_commands_are_the_one_that_serves() -> None:
    (helix,) = map(tomllib.loads, blocks("toml"))
    _, sublime = map(json.loads, blocks("json"))
    server = helix["language-server"]["numcheck"]
    commands = [[server["command"], *server["args"]], sublime["clients"]["numcheck"]["command"]]
    commands += [
        re.findall(r'"([^"]+)"', found)
        for block in blocks("lua")
        for found in re.findall(r"cmd = \{([^}]*)\}", block)
    ]
    assert [["numcheck", "lsp"]] * 4 == commands


def test_every_language_of_helix_names_the_server() -> None:
    (helix,) = map(tomllib.loads, blocks("toml"))
    names = [one["name"] for one in helix["language"]]
    assert ["markdown", "html", "text"] == names
    assert all("numcheck" in one["language-servers"] for one in helix["language"])


def test_the_settings_of_the_extension_are_the_ones_on_the_page() -> None:
    package: dict[str, Any] = json.loads((CLIENT / "package.json").read_text("utf-8"))
    known = package["contributes"]["configuration"]["properties"]
    settings, _ = map(json.loads, blocks("json"))
    assert set(known) == set(settings)
    script = (CLIENT / package["main"]).read_text("utf-8")
    assert all(f'settings.get("{name.partition(".")[2]}")' in script for name in known)
    languages = [one.partition(":")[2] for one in package["activationEvents"]]
    assert json.dumps(languages) in script
    assert f"{package['name']}-{package['version']}.vsix" in PAGE


def test_the_extension_is_javascript() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node.js is not installed")
    done = subprocess.run([node, "--check", str(CLIENT / "extension.js")], check=False)
    assert 0 == done.returncode


def test_neovim_shows_a_finding_and_sees_it_mended(tmp_path: Path) -> None:
    """A real editor, if there is one."""
    editor = shutil.which("nvim")
    if editor is None:
        pytest.skip("Neovim is not installed")
    script = tmp_path / "script.lua"
    (tmp_path / "a.md").write_text("# A day\n\n😀 Sales rose from 40 to 60, up 30%.\n")
    command = json.dumps(Editor.command())[1:-1]
    script.write_text(
        "local start = vim.lsp.start_client or vim.lsp.start\n"
        f"local id = start({{ cmd = {{ {command} }}, root_dir = vim.fn.getcwd() }})\n"
        "vim.cmd('edit a.md')\n"
        "vim.lsp.buf_attach_client(0, id)\n"
        "vim.wait(60000, function() return #vim.diagnostic.get(0) == 1 end)\n"
        "local found = vim.diagnostic.get(0)[1]\n"
        "local line = vim.api.nvim_buf_get_lines(0, 2, 3, false)[1]\n"
        "print(line:sub(found.col + 1, found.end_col))\n"
        "vim.api.nvim_buf_set_text(0, 2, found.col, 2, found.col + 1, { '5' })\n"
        "vim.wait(60000, function() return #vim.diagnostic.get(0) == 0 end)\n"
        "print(#vim.diagnostic.get(0))\n"
    )
    done = subprocess.run(
        [editor, "--headless", "-u", "NONE", "-i", "NONE", "-c", f"luafile {script}", "-c", "qa!"],
        cwd=tmp_path, env=Editor.environment(), check=False, text=True, timeout=180,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert ["30%", "0"] == done.stdout.split()[:2]
