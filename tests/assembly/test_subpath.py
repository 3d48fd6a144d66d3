"""Published under a project's subpath, every link leads somewhere and every asset is there."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen

import pytest
from bs4 import BeautifulSoup
from gloss.urls import FOLDERS

from tests.assembly.conftest import Project

LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("form", "action"))
ADDRESS = "https://example.org"

_CSS = re.compile(r"url\(['\"]?([^'\")]+)")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def links_of(content: bytes, kind: str) -> Iterator[str]:
    if kind == "css":
        yield from _CSS.findall(content.decode())
    elif kind in ("", "html"):
        page = BeautifulSoup(content, "html.parser")
        for name, attribute in LINKS:
            for element in page.find_all(name):
                if element.get(attribute):
                    yield str(element[attribute])
        for element in page.select("meta[property='og:image'], meta[http-equiv=refresh]"):
            yield str(element["content"]).rpartition("url=")[2]


class Crawl:
    """A walk over a site that is said to be at ADDRESS and is served at ``here``."""

    def __init__(self, here: str) -> None:
        self.here, self.broken = here, list[str]()
        self.seen: dict[str, bytes] = {}

    def run(self, start: str) -> None:
        waiting = [(f"{self.here}{start}", "the start")]
        while waiting:
            link, source = waiting.pop()
            address, fragment = urldefrag(link)
            if address not in self.seen:
                self.seen[address] = self.fetch(address, source)
                waiting += self._onward(address)
            if fragment and not self._has(address, fragment):
                self.broken.append(f"{source}: no #{fragment} in {address}")

    def fetch(self, address: str, source: str) -> bytes:
        try:
            with urlopen(address, timeout=30) as answer:
                return bytes(answer.read())
        except HTTPError as error:
            self.broken.append(f"{source}: {error.code} {address}")
            return b""

    def _onward(self, address: str) -> Iterator[tuple[str, str]]:
        path = urlsplit(address).path
        kind = "" if path.endswith("/") else path.rpartition(".")[2]
        for link in links_of(self.seen[address], kind):
            target = urljoin(address, link.replace(ADDRESS, self.here))
            if target.startswith(self.here):
                yield target, path

    def _has(self, address: str, fragment: str) -> bool:
        if not address.endswith(("/", ".html")):
            return True
        content = self.seen[address].decode()
        return not content or f'id="{fragment}"' in content or fragment.startswith(":~:")


@pytest.fixture
def published(project: Project, tmp_path: Path) -> Project:
    for number in range(6, 12):
        project.add(number)
    project.settle(url=f"{ADDRESS}/repo")
    project.edit(1, "\nSlug:", "\nStatus: hidden\nSlug:")
    project.build()
    (tmp_path / "www").mkdir()
    (tmp_path / "output").rename(tmp_path / "www" / "repo")
    return project


def test_every_link_and_asset_of_a_site_in_a_subfolder_is_there(published: Project) -> None:
    with served(published.root / "www") as here:
        crawl = Crawl(here)
        crawl.run("/repo/")
    assert crawl.broken == []
    outside = [page for page in crawl.seen if not page.startswith(f"{here}/repo/")]
    assert outside == []
    root = published.root / "www" / "repo"
    built = {page.parent.relative_to(root).as_posix() for page in root.rglob("index.html")}
    reached = {page.removeprefix(f"{here}/repo/").rstrip("/") or "." for page in crawl.seen}
    # Lists of kinds that the digest has no name of are there, for those who type their address; so
    # is the way from the folder of stories to their list, and the panel that scripts fetch.
    typed = {*FOLDERS.values(), "stories", "reading"}
    assert built - reached - typed == {"stories/story-00001"}, "the hidden story"


def test_the_page_for_what_is_not_there_works_at_any_depth(published: Project) -> None:
    page = (published.root / "www" / "repo" / "404.html").read_bytes()
    with served(published.root / "www") as here:
        crawl = Crawl(here)
        deep = f"{here}/repo/stories/not/there/"
        for link in links_of(page, "html"):
            if not link.startswith("#"):
                crawl.fetch(urljoin(deep, link.replace(ADDRESS, here)), link)
    assert crawl.broken == []


def test_the_sitemap_lists_what_is_published_and_nothing_hidden(published: Project) -> None:
    root = published.root / "www" / "repo"
    listed = re.findall(r"<loc>(.*?)</loc>", (root / "sitemap.xml").read_text())
    assert f"{ADDRESS}/repo/stories/story-00002/" in listed
    assert not [address for address in listed if "story-00001" in address]
    for address in listed:
        file = root / urlsplit(address).path.removeprefix("/repo/")
        assert (file / "index.html" if address.endswith("/") else file).is_file()
    assert "Sitemap: https://example.org/repo/sitemap.xml" in (root / "robots.txt").read_text()
