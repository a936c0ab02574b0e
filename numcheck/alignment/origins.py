"""How many independent origins some figures have: ten copies of one agency text are one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from numcheck.alignment.names import name_parts
from numcheck.alignment.profile import Profile
from numcheck.model import Document

__all__ = ["count_origins", "origin_keys"]

_WORD = re.compile(r"\w+")
# "TORVIK, Norland (Northern Wire) —", "(Northern Wire) The road …"
_CREDIT = re.compile(
    r"\s*(?:[A-Z][\w.’'-]*(?:,? +[A-Z0-9][\w.’'-]*){0,5} *)?\(([A-Z][^()\n]{1,30})\)"
)
# Characters on either side of a figure that make its passage, and words in a row that two
# passages never share by chance: editors who shorten a text leave such runs.
_REACH = 140
_RUN = 7


def origin_keys(item: Profile, document: Document) -> tuple[str, ...]:
    """What two figures of one origin share: the speaker, else the outlet, and the agency.

    Args:
        item: A figure.
        document: Its document.

    Returns:
        The speaker or the outlet first; two figures that share any key have one origin.
    """
    attribution = item.figure.attribution
    if attribution is not None and (parts := name_parts(attribution.source)):
        speaker = "says " + " ".join(sorted(parts))
    else:
        speaker = "outlet " + (document.source.lower() or document.id)
    return (speaker, *_credit(document))


def _credit(document: Document) -> Iterator[str]:
    """The agency that a text names in front of its first sentence."""
    found = _CREDIT.match(document.text)
    if found is not None:
        yield "credit " + found[1].lower()


def _runs(item: Profile, document: Document) -> Iterator[str]:
    """Every run of so many words of the paragraph around a figure, but for words cut in two."""
    figure = item.figure
    text = document.title if figure.field == "title" else document.text
    opening = text.rfind("\n", 0, figure.start) + 1
    closing = text.find("\n", figure.end)
    closing = len(text) if closing < 0 else closing
    start, end = max(opening, figure.start - _REACH), min(closing, figure.end + _REACH)
    words = [word.lower() for word in _WORD.findall(text, start, end)]
    first, last = int(start > opening), len(words) - int(end < closing)
    for place in range(first, last - _RUN + 1):
        yield " ".join(words[place : place + _RUN])


def count_origins(items: Sequence[Profile], documents: Mapping[str, Document]) -> int:
    """Number of groups of figures that share no speaker, outlet, agency or passage.

    Args:
        items: Figures of one claim.
        documents: Documents by id.
    """
    if len(items) == 1:
        return 1
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    firsts: list[str] = []
    runs: dict[str, tuple[str, str]] = {}
    for item in items:
        document = documents[item.figure.document]
        first, *others = origin_keys(item, document)
        firsts.append(first)
        for key in others:
            parent[root(key)] = root(first)
        for run in _runs(item, document):
            name, whose = runs.setdefault(run, (document.id, first))
            if name != document.id:
                # A text may quote two speakers in one breath; another that does has copied it.
                parent[root(whose)] = root(first)
    return len({root(key) for key in firsts})
