"""The language server: diagnostics, hovers and code actions in an editor, as one types.

:mod:`numcheck.lsp.server` speaks the protocol (with pygls, extra ``lsp``); the other modules know
only texts, offsets and reports, but for the ones that turn them into the protocol's types.
"""

from __future__ import annotations

__all__ = ["serve"]


def serve(address: tuple[str, int] | None = None) -> None:
    """Serve one editor until it leaves.

    Args:
        address: Host and port to listen at; standard input and output if ``None``.

    Raises:
        UsageError: The extra ``lsp`` is not installed.
    """
    from numcheck.errors import UsageError

    try:
        from numcheck.lsp.server import run
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("lsprotocol", "pygls"):
            raise
        problem = "the language server needs an extra; pip install 'numcheck[lsp]'"
        raise UsageError(problem) from error
    run(address)
