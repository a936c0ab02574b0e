"""The command line; ``numcheck --help`` says it all.

Exit status: 0 clean, 1 findings of severity ``error``, 2 a wrong call or an input that could not
be read (the others are still checked), 130 interrupted.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

__all__ = ["CLEAN", "FINDINGS", "INTERRUPTED", "TROUBLE", "main"]

CLEAN = 0
FINDINGS = 1
TROUBLE = 2
INTERRUPTED = 130
_BROKEN_PIPE = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: What follows the program's name; those of the process if ``None``.

    Returns:
        The exit status; nothing is raised, whatever happens.
    """
    from numcheck.cli.output import ReaderGone, complain

    try:
        status = _run(arguments)
        if sys.stdout is not None:  # whoever started the program may have closed it
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except (BrokenPipeError, ReaderGone):
        # Whoever read the output has seen enough.
        _silence()
        return _BROKEN_PIPE
    except OSError as error:
        if error.errno != errno.ENOSPC:
            return _internal(error)
        complain("standard output: cannot be written (no space left on device)")
        _silence()
        return TROUBLE
    except Exception as error:
        return _internal(error)
    return status


def _silence() -> None:
    """Let nothing that is still buffered complain at exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _internal(error: Exception) -> int:
    """Say that the program itself is wrong.

    Raises:
        Exception: The error, where somebody looks for its cause.
    """
    from numcheck.cli.output import complain

    if os.environ.get("NUMCHECK_DEBUG") == "1":
        raise error
    what = f"{type(error).__name__}: {error}".rstrip(": ")
    complain(f"internal error: {what}; please report it (NUMCHECK_DEBUG=1 shows where)")
    return TROUBLE


def _run(arguments: Sequence[str] | None) -> int:
    import click

    from numcheck.cli.app import numcheck
    from numcheck.cli.output import ReaderGone, complain
    from numcheck.errors import NumcheckError

    try:
        status = numcheck.main(arguments, prog_name="numcheck", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return TROUBLE
    except click.UsageError as error:
        complain(error.format_message())
        if error.ctx is not None:
            complain(f"see {error.ctx.command_path} --help", prefix="")
        return TROUBLE
    except click.ClickException as error:
        complain(error.format_message())
        return TROUBLE
    except click.Abort:
        return INTERRUPTED
    except NumcheckError as error:
        complain(error)
        return TROUBLE
    except SystemExit as leaving:
        if "_NUMCHECK_COMPLETE" in os.environ:  # a shell has asked for completions
            return int(leaving.code or CLEAN)
        # Otherwise it is click's own answer to a reader that has gone.
        raise ReaderGone from leaving
    return status if isinstance(status, int) else CLEAN
