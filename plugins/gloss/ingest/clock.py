"""The day: the one place that asks the clock."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def today() -> str:
    """Return the day of SOURCE_DATE_EPOCH, else today's (UTC).

    It is taken when an article is first written, or a correction made; no build asks it again.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.date().isoformat()
