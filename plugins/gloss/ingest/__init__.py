"""From seeds to articles: the one function that the build, the watch and the command line call."""

from gloss.annotate import ToolError
from gloss.ingest.ingest_report import IngestReport
from gloss.ingest.run import IngestSettings, ingest

__all__ = ["IngestReport", "IngestSettings", "ToolError", "ingest"]
