"""Serve the built site on this machine, and reload open pages when it was built anew.

The script that reloads comes from the server as a file of its own, so that the pages'
Content-Security-Policy holds while one works on them as it does once they are published.

Only what a static host would serve is served: files of the site, no hidden ones, no lists of
folders, and nothing outside the folder, wherever a link in it leads.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import SHUT_RDWR
from threading import Condition, Lock
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

SCRIPT, CHANGED = "/-/reload.js", "/-/changed"
# A browser's question is answered after so many seconds even if nothing changed.
PATIENCE = 20.0
# Who says nothing for so many seconds is not waited for.
SILENCE = 30
# So many are served at a time; for one more, the one that came first is let go.
CLIENTS = 128

_RANGE = re.compile(r"bytes=(?P<first>\d*)-(?P<last>\d*)")
_LOOPBACK = ("127.0.0.1", "::1", "localhost")

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
    """Serves a folder; with ``reloading`` pages load again once ``changed`` is called.

    Raises OSError where nothing can listen at that address, as when the port is in use.
    """

    daemon_threads = True
    request_queue_size = CLIENTS
    allow_reuse_address = sys.platform != "win32"  # where it would take another's port

    def __init__(self, folder: Path, host: str, port: int, reloading: bool = False) -> None:
        super().__init__((host, port), partial(_Handler, directory=str(folder)))
        self.reloading = reloading
        # A page elsewhere that leads its own name to this machine must not be told what is here.
        self.hosts = (*_LOOPBACK, host) if host in _LOOPBACK else ()
        self._build, self._news = 1, Condition()
        self._clients: dict[Any, None] = {}  # the connections that are open, in their order
        self._turn = Lock()

    @property
    def address(self) -> str:
        """Where it serves."""
        host = str(self.server_address[0])  # as given: ``server_name`` may be none that leads here
        return f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}/"

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

    def process_request(self, request: Any, client_address: Any) -> None:
        """Let a client in; make room for it where many others only hold their place."""
        with self._turn:
            if len(self._clients) >= CLIENTS:
                first = next(iter(self._clients))
                del self._clients[first]
                _hang_up(first)
            self._clients[request] = None
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """End with a client."""
        with self._turn:
            self._clients.pop(request, None)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a client that went away in the middle."""


def _hang_up(request: Any) -> None:
    """Let go of a client, whose thread then ends by itself."""
    with suppress(OSError):  # it went before
        request.shutdown(SHUT_RDWR)


class _Handler(SimpleHTTPRequestHandler):
    server: Server
    timeout = SILENCE

    def do_GET(self) -> None:
        """Answer with a file of the site, or with what reloads pages."""
        path = urlsplit(self.path)
        if not self._is_for_us():
            self._answer(b"not served under that name\n", "text/plain", HTTPStatus.FORBIDDEN)
        elif self.server.reloading and path.path == SCRIPT:
            self._answer(RELOAD, "text/javascript")
        elif self.server.reloading and path.path == CHANGED:
            since = parse_qs(path.query).get("since", [""])[0]
            self._answer(self.server.build_after(since).encode(), "text/plain")
        else:
            self._serve(path.path)

    def do_HEAD(self) -> None:
        """Answer as ``do_GET`` does, without the body."""
        self.do_GET()

    def _is_for_us(self) -> bool:
        host = urlsplit("//" + self.headers.get("Host", "")).hostname
        return not self.server.hosts or host is None or host in self.server.hosts

    def _serve(self, address: str) -> None:
        path = self._found(unquote(address))
        if path and path.is_dir() and not address.endswith("/"):
            self._send_to(address.lstrip("/"))
            return
        path = path / "index.html" if path and path.is_dir() else path
        if path is None or not path.is_file():
            self._answer(self._missing(), "text/html", HTTPStatus.NOT_FOUND)
            return
        content, kind = path.read_bytes(), self.guess_type(str(path))
        if self.server.reloading and path.suffix == ".html":
            content = content.replace(b"</body>", _TAG)
        self._answer_part(content, kind)

    def _found(self, address: str) -> Path | None:
        """Return the file or folder at an address, if it is there and the site's own."""
        names = [name for name in address.split("/") if name]
        if "\0" in address or any(name.startswith(".") for name in names):
            return None
        root = Path(self.directory).resolve()
        try:
            path = root.joinpath(*names).resolve()
        except OSError:
            return None
        return path if path.is_relative_to(root) and path.exists() else None

    def _missing(self) -> bytes:
        """The site's own page for what is not there."""
        page = Path(self.directory) / "404.html"
        return page.read_bytes() if page.is_file() else b"<p>Nothing is here.</p>\n"

    def _send_to(self, address: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", f"/{address}/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer_part(self, content: bytes, kind: str) -> None:
        """Answer with what is asked for of a file (RFC 9110, 14): all of it, or one range."""
        asked = _RANGE.fullmatch(self.headers.get("Range", ""))
        if not asked or asked["first"] == asked["last"] == "":
            self._answer(content, kind)
            return
        first, end = _bounds(asked["first"], asked["last"], len(content))
        if first >= end:
            of = {"Content-Range": f"bytes */{len(content)}"}
            self._answer(b"", kind, HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, of)
            return
        of = {"Content-Range": f"bytes {first}-{end - 1}/{len(content)}"}
        self._answer(content[first:end], kind, HTTPStatus.PARTIAL_CONTENT, of)

    def _answer(
        self,
        content: bytes,
        kind: str,
        status: HTTPStatus = HTTPStatus.OK,
        more: Mapping[str, str] | None = None,
    ) -> None:
        self.send_response(status)
        text = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Accept-Ranges", "bytes")
        for name, value in (more or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        pass


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """Return where a range of a file begins and where it ends, the end exclusive."""
    if not first:
        return max(size - int(last), 0), size
    return int(first), min(int(last) + 1, size) if last else size
