"""What the page tells before the articles: findings, rival accounts, developing numbers."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model import Claim, Figure, Finding, Status, Verdict
from numcheck.reporting.amounts import extent, reading
from numcheck.reporting.display import clean
from numcheck.reporting.excerpt import excerpt
from numcheck.reporting.page.cards import reference, web
from numcheck.reporting.page.index import Index
from numcheck.reporting.page.number_line import picture
from numcheck.reporting.page.records import (
    Account,
    Part,
    Quotation,
    Reference,
    Silenced,
    Voice,
)
from numcheck.reporting.terminal.accounts import told_once
from numcheck.reporting.terminal.passages import Passage, passages
from numcheck.reporting.terminal.verdicts import about, grouped, in_text_order, voices

__all__ = ["accounts", "findings", "quotation", "references", "silenced"]

_EXCERPT = 420  # cells: a long sentence
_WAYS = {
    "comment": "Silenced by a comment in the text",
    "sidecar": "Silenced by the file beside the article",
    "configuration": "Silenced by the configuration",
    "baseline": "Known to the baseline",
}
_MOST = 40  # passages of one finding


def findings(index: Index, verdict: Verdict, first: int) -> list[Part]:
    """The findings of one verdict, those about one claim together, numbered from ``first`` on."""
    groups = grouped(index.view, verdict)
    return [_part(index, group, first + place) for place, group in enumerate(groups)]


def accounts(index: Index, status: Status) -> list[Account]:
    """The claims of one status that have several figures to show."""
    return [_account(index, claim) for claim in index.view.claims(status)]


def silenced(index: Index, first: int) -> list[Silenced]:
    """What was found and is not told, numbered from ``first`` on."""
    return [
        Silenced(_part(index, [one.finding], first + place), _WAYS[one.how], clean(one.reason))
        for place, one in enumerate(index.view.report.suppressed)
    ]


def references(index: Index) -> list[Reference]:
    """The figures that reference figures verify."""
    view = index.view
    found = []
    for figure in view.known(view.report.verified):
        if figure.furniture:
            continue
        fact = view.report.verified[figure.id].fact
        (row,) = passages(view, [figure])
        numbers, documents = index.numbers([figure]), index.documents_of([figure])
        found.append(
            Reference(quotation(index, row), reference(fact), web(fact.link), numbers, documents)
        )
    return found


def _part(index: Index, group: Sequence[Finding], number: int) -> Part:
    view, first = index.view, group[0]
    named = in_text_order(view.known(name for each in group for name in each.figures))
    subject = clean(about(view, first))
    messages = tuple(dict.fromkeys(clean(each.message) for each in group))
    reasons = dict.fromkeys(clean(each.explanation) for each in group)
    rows = passages(view, named, denials=first.verdict == "disputed") if named else []
    argued = voices(view, first, named) if named else ()
    rivals = _rivals(index, first) if named and not argued else ()
    drawn = picture(view, argued or rivals)
    return Part(
        number=number,
        verdict=first.verdict,
        severity=first.severity,
        family=clean(first.family),
        rule=clean(first.rule),
        label=subject or messages[0] or first.verdict.capitalize(),
        messages=messages if subject else messages[1:],
        reasons=tuple(reason for reason in reasons if reason and reason not in messages),
        quotations=tuple(quotation(index, row) for row in rows[:_MOST]),
        figures=index.numbers(named),
        documents=index.documents_of(named),
        more=max(0, len(rows) - _MOST),
        picture=drawn,
        table=_table(index, argued or rivals) if drawn else (),
        beside=drawn is not None and not argued,
    )


def _rivals(index: Index, finding: Finding) -> Sequence[Figure]:
    """The rival accounts among which a disputed figure stands: what one has to weigh it against."""
    if finding.verdict != "disputed":
        return ()
    # A figure is in several claims where it agrees with one and stands beside others.
    disputed = index.view.known(finding.figures)[0].id
    for claim in index.view.claims("rival"):
        if disputed in claim.figures:
            return index.view.known(claim.figures)
    return ()


def _account(index: Index, claim: Claim) -> Account:
    view = index.view
    figures = view.known(claim.figures)
    drawn = picture(view, figures)
    latest = ("", "")
    shown = figures
    if claim.status == "developing":
        figures = shown = sorted(told_once(view, claim), key=index.date)
        latest = (reading(figures[-1]), index.date(figures[-1]))
        rows = [row for figure in figures for row in passages(view, [figure])]
    else:
        rows = passages(view, figures)
    return Account(
        label=clean(claim.label),
        quotations=tuple(quotation(index, row) for row in rows[:_MOST]),
        figures=index.numbers(figures),
        documents=index.documents_of(figures),
        origins=claim.origins,
        outlets=len(view.outlets(figures)),
        latest=latest,
        picture=drawn,
        table=_table(index, shown) if drawn else (),
    )


def quotation(index: Index, row: Passage) -> Quotation:
    """A passage ready to be shown."""
    numbers = {(each.start, each.end): index.number(each) for each in row.figures}
    words = excerpt(row.source, row.spans, _EXCERPT)
    # An excerpt drops marks that hold nothing to see; then nobody knows which is which.
    whole = len(words.marks) == len(row.spans)
    pieces, position = [], 0
    for place, (start, end) in enumerate(words.marks):
        start = max(start, position)
        if start >= end:
            continue
        number = numbers.get(row.spans[place], 0) if whole else 0
        pieces.append((words.text[position:start], "", 0))
        pieces.append((words.text[start:end], "figure" if number else "words", number))
        position = end
    pieces.append((words.text[position:], "", 0))
    figures = row.figures
    hedges = dict.fromkeys(clean(each.hedge or "") for each in figures)
    documents = dict.fromkeys(each.document for each in figures)
    said = {clean(each.text) for each in figures}
    only = figures[0] if len(documents) == 1 else None
    return Quotation(
        pieces=tuple(piece for piece in pieces if piece[0]),
        place=row.place.text,
        number=index.number(figures[0]) if figures else 0,
        reading="" if row.reading in said else row.reading,
        who=row.voice,
        outlet=index.outlet(only) if only else "",
        date=index.date(only) if only else "",
        hedge=", ".join(filter(None, hedges)),
    )


def _table(index: Index, figures: Sequence[Figure]) -> tuple[Voice, ...]:
    return tuple(
        Voice(
            number=index.number(figure),
            reading=reading(figure),
            interval=extent(figure),
            hedge=clean(figure.hedge or ""),
            who=index.view.stands(figure, outlet=False),
            outlet=index.outlet(figure),
            date=index.date(figure),
            place=index.view.place(figure).text,
        )
        for figure in figures
    )
