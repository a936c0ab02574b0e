"""What becomes of findings: which are told, which were answered already.

Comments in a document, a sidecar file beside it, the configuration, and a baseline may each ask
that a finding is not told. Such findings stay in the report, apart from the others and with the
reason that was given.
"""

from __future__ import annotations

from numcheck.triage.baseline import apply_baseline, read_baseline, write_baseline
from numcheck.triage.suppression import suppress

__all__ = ["apply_baseline", "read_baseline", "suppress", "write_baseline"]
