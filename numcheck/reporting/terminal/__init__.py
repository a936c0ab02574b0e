"""The parts of the report for a terminal, each a list of lines."""
