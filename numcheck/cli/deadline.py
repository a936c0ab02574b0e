"""The seconds that documents may take, all together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numcheck.cli.progress import Progress
    from numcheck.configuration import Settings
    from numcheck.model import Document

__all__ = ["in_time"]


@contextmanager
def in_time(
    documents: Sequence[Document], settings: Settings, progress: Progress
) -> Iterator[Callable[[int, int], None]]:
    """Give the checking of documents as many seconds as the limit allows each of them.

    Args:
        documents: All that are worked on, in the order of the work.
        settings: Its limits count.
        progress: Told how many have been taken apart.

    Yields:
        What takes the place of ``progress.checking``.

    Raises:
        InputError: The seconds are used up; names the document that was being taken apart.
    """
    from numcheck.errors import InputError
    from numcheck.reading import Limits
    from numcheck.reading.overrun import Overrun, at_most

    options = settings.reading_options
    seconds = (options.limits if options is not None else Limits()).seconds
    done = 0

    def told(count: int, of: int) -> None:
        nonlocal done
        done = count
        progress.checking(count, of)

    try:
        with at_most(seconds * len(documents)):
            yield told
    except Overrun:
        many = len(documents)
        place = documents[done].id if done < many else f"{many:,} documents"
        problem = f"checking took longer than {seconds} seconds a document; leave out what is long"
        if done >= many == 1:
            place = documents[0].id
        raise InputError(f"{problem}, or raise seconds in [limits]", place) from None
