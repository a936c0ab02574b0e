"""Frozen data that every layer speaks in; imports nothing of numcheck but itself."""

from numcheck.model.analysis import Analysis
from numcheck.model.backing import Backing, Listed, Standing
from numcheck.model.claim import Claim, Status
from numcheck.model.document import Directive, Document
from numcheck.model.fact import Fact, Verified
from numcheck.model.figure import Attribution, Bound, Figure, Kind, Remark, Stance
from numcheck.model.finding import Finding, Severity, Suppressed, Verdict
from numcheck.model.report import Report
from numcheck.model.sentence import Sentence

__all__ = [
    "Analysis",
    "Attribution",
    "Backing",
    "Bound",
    "Claim",
    "Directive",
    "Document",
    "Fact",
    "Figure",
    "Finding",
    "Kind",
    "Listed",
    "Remark",
    "Report",
    "Sentence",
    "Severity",
    "Stance",
    "Standing",
    "Status",
    "Suppressed",
    "Verdict",
    "Verified",
]
