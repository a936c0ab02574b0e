"""Build hook: a wheel with compiled extraction, where ``NUMCHECK_COMPILE=1`` is set.

    NUMCHECK_COMPILE=1 pip wheel . --no-deps

The modules of extraction are plain typed Python; mypyc compiles them to C extensions that stand
beside their sources in the wheel. Without the variable, or where the build has no C compiler, the
wheel is pure and gives the same figures.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "numcheck/extraction"
# The package's front door stays Python, so that importing it loads nothing else.
LEFT_OUT = frozenset(("__init__.py", "pipeline.py"))
NEEDED = ["mypy>=2.4.1", "setuptools>=80"]


def wanted() -> bool:
    """Whether the build is to compile."""
    return os.environ.get("NUMCHECK_COMPILE", "") not in ("", "0")


class CompiledWheel(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the modules of extraction into the wheel."""

    PLUGIN_NAME = "custom"
    _built: Path | None = None

    def dependencies(self) -> list[str]:
        """What the build environment needs besides hatchling."""
        return NEEDED if wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name the results to the builder.

        Args:
            version: ``standard`` or ``editable``; an editable installation stays pure.
            build_data: What hatchling hands from hook to builder.
        """
        if not wanted() or version == "editable":
            return
        root = Path(self.root)
        target = Path(tempfile.mkdtemp(prefix="numcheck-compiled-"))
        _compile(root, target)
        for built in sorted(target.rglob("*")):
            if built.suffix in (".so", ".pyd"):
                build_data["force_include"][str(built)] = built.relative_to(target).as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        self._built = target

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what the wheel now holds."""
        if self._built is not None:
            shutil.rmtree(self._built, ignore_errors=True)


def _compile(root: Path, target: Path) -> None:
    from mypyc.build import mypycify
    from setuptools import Distribution  # type: ignore[import-untyped]

    here = Path.cwd()
    os.chdir(root)  # mypy names modules by their path from here
    try:
        modules = sorted(
            path.as_posix() for path in Path(PACKAGE).glob("*.py") if path.name not in LEFT_OUT
        )
        options = ["--config-file=", "--ignore-missing-imports", *modules]
        with tempfile.TemporaryDirectory() as scratch:
            extensions = mypycify(options, opt_level="3", target_dir=scratch)
            command = Distribution({"ext_modules": extensions}).get_command_obj("build_ext")
            command.build_lib, command.build_temp = str(target), scratch
            command.ensure_finalized()
            command.run()
    finally:
        os.chdir(here)
