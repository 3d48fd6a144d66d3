"""From seeds to articles: the one function that the build, the watch and the command line call."""

from gloss.annotate import ToolError
from gloss.ingest.report import Report
from gloss.ingest.run import Settings, ingest

__all__ = ["Report", "Settings", "ToolError", "ingest"]
