"""Figures of one text that mean the same thing because the later one says so."""

from __future__ import annotations

import pytest

from numcheck import Document, check
from numcheck.alignment import align
from tests.alignment.conftest import Told

CAME = "counted=parent|event=come"


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("[90|90|counted=van|event=crash] vans crashed.", "All [64|64|counted=van] vans burned."),
        (f"[20|20|{CAME}] parents came.", "The [140|140|counted=people|event=come] who came sat."),
        ("They found [900|900|counted=phone] phones.", "They have counted them: [38|38] in all."),
        ("[318|318|counted=people] people fell ill.", "By Friday the toll stood at [291|291]."),
        ("[84|84|counted=hen] hens fled.", "So far the cumulative figure was [79|79]."),
        (
            "[2,743|2743|counted=penny] pennies lay there.",
            "The [2,473|2473|counted=penny] pennies shine.",
        ),
        (
            "It fires [40m|40000000|counted=brick] bricks.",
            "The [40bn|40000000000|counted=brick] bricks are red.",
        ),
    ],
)
def test_a_figure_that_points_back_must_agree(told: Told, earlier: str, later: str) -> None:
    claims = align([told(f"{earlier}\n{later}")]).claims
    assert ["conflicting"] == [claim.status for claim in claims]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("[90|90|counted=van|event=crash] vans crashed.", "Of those [64|64|counted=van] burned."),
        (f"[20|20|{CAME}] parents came.", "The [140|140|counted=people|event=leave] who left sat."),
        ("They found [900|900|counted=phone] phones.", "Later on [38|38] in all were sold."),
        ("[318|318|counted=people] people fell ill.", "By Friday the toll stood at [344|344]."),
        ("[84|84|counted=hen] hens fled.", "By Friday the share stood at [79|79]."),
        ("[30|30|counted=man] men left.", "The [30,000|30000|counted=man] men in camp stayed."),
    ],
)
def test_other_figures_of_a_text_are_of_other_things(told: Told, earlier: str, later: str) -> None:
    assert () == align([told(f"{earlier}\n{later}")]).claims


def test_the_narrator_is_held_against_a_quotation(told: Told) -> None:
    from dataclasses import replace

    from numcheck.model import Attribution

    text = "We lost [60|60|counted=house|event=burn] houses.\nFire [41|41|counted=house|event=burn]"
    analysis = told(text)
    quoted = replace(analysis.figures[0], attribution=Attribution("mayor", "said", quoted=True))
    assert () == align([analysis]).claims
    spoken = replace(analysis, figures=(quoted, analysis.figures[1]))
    assert ["conflicting"] == [claim.status for claim in align([spoken]).claims]


def test_what_a_rate_is_taken_by_restates_no_count() -> None:
    text = "The county has 1.2 million voters. It opened one booth for every 21,000 voters."
    report = check([Document(id="a", text=text)])
    assert [] == [finding for finding in report.findings if finding.family == "A1"]
