"""Serve the built site on this machine, and reload open pages when it was built anew.

The script that reloads comes from the server as a file of its own, so that the pages'
Content-Security-Policy holds while one works on them as it does once they are published.
"""

from __future__ import annotations

import io
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition
from typing import Any, BinaryIO
from urllib.parse import parse_qs, urlsplit

SCRIPT, CHANGED = "/-/reload.js", "/-/changed"
# A browser's question is answered after so many seconds even if nothing changed.
PATIENCE = 20.0

RELOAD = b"""\
const ask = async (build) => {
  try {
    const answer = await (await fetch(`/-/changed?since=${build}`)).text();
    if (build && answer !== build) location.reload();
    else ask(answer);
  } catch {
    setTimeout(ask, 1000, build);
  }
};
ask("");
"""
_TAG = f'<script src="{SCRIPT}" defer></script></body>'.encode()


class Server(ThreadingHTTPServer):
    """Serves a folder; with ``reloading`` pages load again once ``changed`` is called."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, folder: Path, host: str, port: int, reloading: bool = False) -> None:
        super().__init__((host, port), partial(_Handler, directory=str(folder)))
        self.reloading = reloading
        self._build, self._news = 1, Condition()

    @property
    def address(self) -> str:
        """Where it serves."""
        return f"http://{self.server_name}:{self.server_port}/"

    def changed(self) -> None:
        """Let open pages load again."""
        with self._news:
            self._build += 1
            self._news.notify_all()

    def build_after(self, since: str) -> str:
        """Return the number of the newest build; wait for one if that is known already."""
        with self._news:
            self._news.wait_for(lambda: str(self._build) != since, PATIENCE)
            return str(self._build)


class _Handler(SimpleHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        path = urlsplit(self.path)
        if self.server.reloading and path.path == SCRIPT:
            self._answer(RELOAD, "text/javascript")
        elif self.server.reloading and path.path == CHANGED:
            since = parse_qs(path.query).get("since", [""])[0]
            self._answer(self.server.build_after(since).encode(), "text/plain")
        else:
            super().do_GET()

    def _answer(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Put the script into a page on its way out."""
        page = self._page() if self.server.reloading else None
        if page is None:
            return super().send_head()
        content = page.read_bytes().replace(b"</body>", _TAG)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        return io.BytesIO(content)

    def _page(self) -> Path | None:
        path = Path(self.translate_path(self.path))
        if self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        return path if path.suffix == ".html" and path.is_file() else None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for what is not there."""
        page = Path(self.directory) / "404.html"
        if code == HTTPStatus.NOT_FOUND and page.is_file():
            self._answer(page.read_bytes(), "text/html", HTTPStatus.NOT_FOUND)
        else:
            super().send_error(code, message, explain)

    def log_message(self, *_: Any) -> None:
        pass
