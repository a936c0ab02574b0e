"""Figures as extracted: one module a format, ``render(documents, figures, style) -> str``."""
