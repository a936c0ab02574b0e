"""A finding a line, each complete in itself, then the summary: for a pipeline that streams."""

from __future__ import annotations

from numcheck.model import Report
from numcheck.reporting.dumps import dumps
from numcheck.reporting.style import Style

__all__ = ["render"]


def render(report: Report, style: Style) -> str:
    """
    One object a line, told apart by ``type``.

    A line of type ``finding`` has the fields of a finding and, as ``evidence``, its figures in
    full, so that a line makes sense without the others. The last line has type ``summary``.
    """
    figures = {figure.id: figure for figure in report.figures}
    lines = [
        {
            "type": "finding",
            **finding.to_dict(),
            "evidence": [figures[name].to_dict() for name in finding.figures if name in figures],
        }
        for finding in report.findings
    ]
    lines.append({"type": "summary", **report.summary()})
    return "".join(dumps(line) + "\n" for line in lines)
