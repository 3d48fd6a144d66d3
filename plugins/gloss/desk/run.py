"""Serve the desk on this machine, until Ctrl-C."""

from __future__ import annotations

import datetime
import logging
import secrets
import socket
from pathlib import Path

from werkzeug.serving import make_server

from gloss.desk.app import create_app
from gloss.desk.folder import Desk

HOST = "127.0.0.1"


def serve_desk(stories: Path, port: int, by: str = "") -> None:
    """Serve a digest's desk at 127.0.0.1, and say at which address; the token is in it.

    stories: the folder of articles. by: who the editor is, for notes. Raises OSError where the
    port is in use.
    """
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    token = secrets.token_urlsafe(24)
    listening = socket.create_server((HOST, port))  # it raises; Werkzeug would end the process
    app = create_app(Desk(stories, lambda: datetime.date.today().isoformat(), by), token)
    with listening:
        server = make_server(HOST, port, app, threaded=True, fd=listening.fileno())
        print(
            f"The desk is at http://{HOST}:{server.port}/?token={token} (Ctrl-C stops)", flush=True
        )
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            server.server_close()
