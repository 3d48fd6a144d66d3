"""The server of a site that is worked on."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from gloss.serve import CLIENTS, Server

ROOT = Path(__file__).parents[1]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "index.html").write_text("<body>front</body>")
    (tmp_path / "404.html").write_text("<body>nothing here</body>")
    (tmp_path / "style.css").write_text("a{}")
    with Server(tmp_path, "127.0.0.1", 0, reloading=True) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def get(server: Server, path: str) -> str:
    with urlopen(server.address + path, timeout=30) as answer:
        return str(answer.read().decode())


def test_pages_get_the_script_and_other_files_do_not(server: Server) -> None:
    assert get(server, "") == '<body>front<script src="/-/reload.js" defer></script></body>'
    assert get(server, "style.css") == "a{}"
    assert "location.reload()" in get(server, "-/reload.js")


def test_a_new_build_is_told_to_those_who_wait(server: Server) -> None:
    known = get(server, "-/changed?since=")
    told: list[str] = []
    waiting = Thread(target=lambda: told.append(get(server, f"-/changed?since={known}")))
    waiting.start()
    server.changed()
    waiting.join(10)
    assert told
    assert told[0] != known


def test_what_is_not_there_shows_the_sites_own_page(server: Server) -> None:
    with pytest.raises(HTTPError) as error:
        get(server, "not/there")
    assert error.value.code == 404
    assert "nothing here" in error.value.read().decode()


@pytest.mark.parametrize(
    "path",
    ["%00", "x%00.txt", ".hidden", "a/.git/config", "empty/", "out/secret.txt", "link.txt", "../x"],
)
def test_what_no_static_host_would_serve_is_not_there(server: Server, path: str) -> None:
    root = Path(server.RequestHandlerClass.keywords["directory"])  # type: ignore[attr-defined]
    (root / "empty").mkdir()
    (root / ".hidden").write_text("x")
    (root.parent / "secret.txt").write_text("x")
    (root / "out").symlink_to(root.parent)
    (root / "link.txt").symlink_to(root.parent / "secret.txt")
    assert raw(server, f"GET /{path} HTTP/1.0").startswith("HTTP/1.0 404 ")


def raw(server: Server, *lines: str) -> str:
    """Return the answer to a request as it is written here."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=30) as client:
        client.sendall("".join(f"{line}\r\n" for line in (*lines, "")).encode())
        with client.makefile("rb") as answer:
            return answer.read().decode()


def test_a_head_tells_what_there_is_without_it(server: Server) -> None:
    for path in ("", "not/there", "-/reload.js", "style.css"):
        head, body = raw(server, f"HEAD /{path} HTTP/1.0").split("\r\n\r\n")
        whole = raw(server, f"GET /{path} HTTP/1.0").partition("\r\n\r\n")
        assert body == ""
        assert f"Content-Length: {len(whole[2])}" in head
        assert head.split("\r\n")[0] == whole[0].split("\r\n")[0]


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [
        ("bytes=0-0", 206, "a"),
        ("bytes=1-", 206, "{}"),
        ("bytes=-1", 206, "}"),
        ("bytes=0-99", 206, "a{}"),
        ("bytes=3-", 416, ""),
        ("bytes=2-1", 416, ""),
        ("bytes=-", 200, "a{}"),
        ("lines=1-2", 200, "a{}"),
    ],
)
def test_a_range_of_a_file(server: Server, asked: str, status: int, told: str) -> None:
    head, body = raw(server, "GET /style.css HTTP/1.0", f"Range: {asked}").split("\r\n\r\n")
    assert head.startswith(f"HTTP/1.0 {status} ")
    assert body == told


def test_a_name_that_leads_here_from_elsewhere_is_told_nothing(server: Server) -> None:
    assert raw(server, "GET / HTTP/1.0", "Host: evil.example").startswith("HTTP/1.0 403 ")
    assert raw(server, "GET / HTTP/1.0", "Host: localhost:8000").startswith("HTTP/1.0 200 ")


def connected(server: Server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.server_port), timeout=60)


def test_many_clients_that_say_nothing_keep_nobody_out(server: Server) -> None:
    with ExitStack() as open_ones:
        idle = [open_ones.enter_context(connected(server)) for _ in range(CLIENTS + 20)]
        assert raw(server, "GET /style.css HTTP/1.0").endswith("a{}")
        assert [client.recv(1) for client in idle[:20]] == [b""] * 20, "who came first is let go"
        idle[-1].sendall(b"GET /style.css HTTP/1.0\r\n\r\n")
        with idle[-1].makefile("rb") as answer:
            assert answer.read().endswith(b"a{}")


def test_slow_clients_hold_nobody_up(server: Server) -> None:
    root = Path(server.RequestHandlerClass.keywords["directory"])  # type: ignore[attr-defined]
    (root / "large.txt").write_bytes(b"x" * 20_000_000)
    with connected(server) as asking, connected(server) as taking:
        asking.sendall(b"GET /style")
        taking.sendall(b"GET /large.txt HTTP/1.0\r\n\r\n")
        assert taking.recv(8) == b"HTTP/1.0"
        assert raw(server, "GET /style.css HTTP/1.0").endswith("a{}")
        asking.sendall(b".css HTTP/1.0\r\n\r\n")
        with asking.makefile("rb") as answer, taking.makefile("rb") as rest:
            assert answer.read().endswith(b"a{}")
            assert rest.read().count(b"x") >= 20_000_000


def test_a_folder_without_a_slash_leads_to_the_folder(server: Server) -> None:
    root = Path(server.RequestHandlerClass.keywords["directory"])  # type: ignore[attr-defined]
    (root / "people").mkdir()
    (root / "people" / "index.html").write_text("<body>people</body>")
    assert "\r\nLocation: /people/\r\n" in raw(server, "GET //people HTTP/1.0")
    assert "people<script" in get(server, "people/")


def test_served_plainly_a_page_is_as_it_was_built(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<body>front</body>")
    with Server(tmp_path, "127.0.0.1", 0) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        assert get(server, "") == "<body>front</body>"
        server.shutdown()


def test_a_port_in_use_is_told_in_a_line(server: Server) -> None:
    command = [sys.executable, "-m", "invoke", "serve", "--port", str(server.server_port)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.strip() == (
        f"127.0.0.1:{server.server_port}: Address already in use; "
        f"try --port {server.server_port + 1}"
    )
