"""A static host as they are: gzip for text, and a count of what went over the wire."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from dataclasses import dataclass, field
from pathlib import Path

TEXT = (".html", ".js", ".json", ".css", ".svg", ".xml", ".txt")


@dataclass
class Wire:
    """Requests answered since ``clear``: path and bytes of the body as sent."""

    answers: list[tuple[str, int]] = field(default_factory=list)

    def clear(self) -> None:
        """Forget what was answered."""
        self.answers.clear()

    def of(self, *parts: str) -> tuple[int, int]:
        """Return requests and bytes of the paths that hold one of the parts."""
        sizes = [size for path, size in self.answers if any(part in path for part in parts)]
        return len(sizes), sum(sizes)


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, wire: Wire, **named: object) -> None:
        self._wire = wire
        super().__init__(*args, **named)  # type: ignore[arg-type]

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        packed = path.suffix in TEXT
        body = gzip.compress(content, 6) if packed else content
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        self._wire.answers.append((self.path, len(body)))


def serve(folder: Path) -> tuple[str, Wire]:
    """Serve a folder from a thread; return its address and the count."""
    wire = Wire()
    handler = functools.partial(_Handler, wire=wire, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/", wire
