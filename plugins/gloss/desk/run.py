"""Serve the desk on this machine, until Ctrl-C."""

from __future__ import annotations

import datetime
import logging
import secrets
import socket
from dataclasses import dataclass
from pathlib import Path

from werkzeug.serving import make_server

from gloss.desk.app import create_app
from gloss.desk.came_in import CameIn
from gloss.desk.folder import Desk

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Places:
    """Where a digest has its articles and seeds, and what a build remembers."""

    stories: Path
    seeds: Path
    cache: Path


def serve_desk(places: Places, port: int, by: str = "") -> None:
    """Serve a digest's desk at 127.0.0.1, and say at which address; the token is in it.

    by: who the editor is, for notes. Raises OSError where the port is in use.
    """
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    token = secrets.token_urlsafe(24)
    listening = socket.create_server((HOST, port))  # it raises; Werkzeug would end the process
    desk = Desk(places.stories, lambda: datetime.date.today().isoformat(), by)
    app = create_app(desk, token, CameIn(desk, places.seeds, places.cache))
    with listening:
        server = make_server(HOST, port, app, threaded=True, fd=listening.fileno())
        print(
            f"The desk is at http://{HOST}:{server.port}/?token={token} (Ctrl-C stops)", flush=True
        )
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            server.server_close()
