"""A site built by a real Pelican run, served from a subfolder, and a browser to look at it with."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from tests.browser.shelves import fill

ROOT = Path(__file__).parents[2]
DESKTOP = {"width": 1280, "height": 900}
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


def missing(what: str) -> None:
    """Skip with the reason; in CI nothing may be missing."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is needed in CI")
    pytest.skip(f"{what} is not installed")


def build(folder: Path, how_many: int | None, **settings: object) -> Path:
    """Build a site of the town's stories (None: of no stories); return its output folder."""
    (folder / "content").mkdir()
    if how_many is not None:
        fill(folder / "content", how_many)
    return publish(folder, **settings)


def publish(folder: Path, **settings: object) -> Path:
    """Build a site of a folder's ``content``; return its output folder."""
    lines = [f"{key} = {value!r}" for key, value in settings.items()]
    conf = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    theme = f"THEME = {str(ROOT / 'theme')!r}\nGLOSS_PROCESSES = 1"
    (folder / "conf.py").write_text("\n".join([conf, theme, *lines]), encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "-s", "conf.py", "--fatal", "errors"]
    env = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "output"


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The town's digest: four stories written by hand and sixty plain ones."""
    url = "https://town.example/digest"
    return build(
        tmp_path_factory.mktemp("town"), 60, SITEURL=url, GLOSS_CONTACT="desk@town.example"
    )


@pytest.fixture(scope="session")
def empty_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A digest without a story."""
    return build(tmp_path_factory.mktemp("empty"), None)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def _serve(output: Path, where: Path) -> Iterator[str]:
    """Serve a site as it stands on GitHub Pages: in a subfolder of the host."""
    where.mkdir(exist_ok=True)
    (where / "digest").symlink_to(output)
    handler = functools.partial(_Quiet, directory=str(where))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/digest/"
    server.shutdown()


@pytest.fixture(scope="session")
def address(output: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the town's digest is served."""
    yield from _serve(output, tmp_path_factory.mktemp("host"))


@pytest.fixture(scope="session")
def empty_address(empty_output: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the empty digest is served."""
    yield from _serve(empty_output, tmp_path_factory.mktemp("empty-host"))


@pytest.fixture(scope="session")
def browser():  # type: ignore[no-untyped-def]
    """Chromium, for the whole run."""
    if not CHROMIUM:
        missing("Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield found
        found.close()


@pytest.fixture(scope="session")
def profiles(browser):  # type: ignore[no-untyped-def]
    """Contexts of the browser by their options, kept: a tab more costs a fifth of a new one."""
    kept: dict[str, Any] = {}

    def profile(**options: object):  # type: ignore[no-untyped-def]
        key = repr(sorted(options.items()))
        if key not in kept:
            kept[key] = browser.new_context(**options)
        return kept[key]

    yield profile
    for context in kept.values():
        context.close()


def _keeper(context, url: str):  # type: ignore[no-untyped-def]
    """A tab that stays open: its process shows the later ones, what is stored is at its hand."""
    nothing = urljoin(url, "/nothing-here")
    for page in context.pages:
        if page.url == nothing:
            return page
    page = context.new_page()
    page.goto(nothing)
    return page


@pytest.fixture
def tab(profiles):  # type: ignore[no-untyped-def]
    """Open an address in a tab of its own; in the end nothing that it stored is left.

    Nothing may have been thrown. look: is given the tab before it goes anywhere. Light colours are
    preferred, unless the options say otherwise.
    """
    tabs, thrown = [], []

    def open_tab(url: str, look=None, viewport=DESKTOP, **options: object):  # type: ignore[no-untyped-def]
        context = profiles(**options)
        keeper = _keeper(context, url)
        page = context.new_page()
        tabs.append((page, keeper))
        page.set_viewport_size(viewport)
        page.on("pageerror", lambda error: thrown.append(f"{url}: {error}"))
        if look:
            look(page)
        page.goto(url)
        return page

    yield open_tab
    for page, keeper in tabs:
        page.close()
        keeper.evaluate("localStorage.clear()")
        keeper.context.clear_cookies()
    assert thrown == []


@pytest.fixture
def visit(tab, address):  # type: ignore[no-untyped-def]
    """Open an address of the digest.

    In the end nothing may have been on the console, and nothing asked of another host.
    """
    problems: list[str] = []
    own = (address.rsplit("/", 2)[0], "data:")

    def look(page) -> None:  # type: ignore[no-untyped-def]
        page.on("console", lambda message: problems.append(f"{page.url}: {message.text}"))
        page.on("request", lambda asked: asked.url.startswith(own) or problems.append(asked.url))

    yield lambda path, **options: tab(address + path, look, **options)
    assert problems == []
