"""Figures that speak of the same quantity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["Claim", "Status"]

Status = Literal["agreed", "disputed", "conflicting", "developing", "rival", "single-source"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Figures that speak of the same quantity, within a document or across several.

    Attributes:
        id: Stable within a report.
        label: What is measured, readable (``"foreign soldiers in the unit being formed"``).
        figures: Ids of the figures, in order of document and text.
        status: ``rival`` marks accounts of one subject that each count something slightly
            different, so they are shown side by side and never compared as one number.
        story: Id of the story that the documents tell.
        measure: The concept that is measured (``"killed"``), from the measure vocabulary.
        origins: Number of independent origins among the figures.
    """

    id: str
    label: str
    figures: tuple[str, ...]
    status: Status
    story: str = ""
    measure: str = ""
    origins: int = 1

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types."""
        return {
            "id": self.id,
            "label": self.label,
            "figures": list(self.figures),
            "status": self.status,
            "story": self.story,
            "measure": self.measure,
            "origins": self.origins,
        }
