"""What a check found: one module a format, each with ``render(report, style) -> str``."""
