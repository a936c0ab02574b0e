"""Frozen data that every layer speaks in; imports nothing of numcheck but itself."""

from numcheck.model.analysis import Analysis
from numcheck.model.claim import Claim, Status
from numcheck.model.document import Document
from numcheck.model.figure import Attribution, Bound, Figure, Kind, Remark, Stance
from numcheck.model.finding import Finding, Severity, Verdict
from numcheck.model.report import Report
from numcheck.model.sentence import Sentence

__all__ = [
    "Analysis",
    "Attribution",
    "Bound",
    "Claim",
    "Document",
    "Figure",
    "Finding",
    "Kind",
    "Remark",
    "Report",
    "Sentence",
    "Severity",
    "Stance",
    "Status",
    "Verdict",
]
