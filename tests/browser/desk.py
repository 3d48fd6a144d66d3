"""A digest's desk, served for a real browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("flask")
from gloss.desk.app import create_app
from gloss.desk.folder import Desk
from werkzeug.serving import make_server

TOKEN = "a-token"


def serve_desk(stories: Path) -> Iterator[str]:
    """Yield the address of a desk of some articles as long as it is served."""
    server = make_server("127.0.0.1", 0, create_app(Desk(stories, lambda: "2026-03-02"), TOKEN))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}/"
    server.shutdown()
