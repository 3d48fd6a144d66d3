"""The server of a site that is worked on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from gloss.serve import Server


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


def test_served_plainly_a_page_is_as_it_was_built(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<body>front</body>")
    with Server(tmp_path, "127.0.0.1", 0) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        assert get(server, "") == "<body>front</body>"
        server.shutdown()
