"""The commands of a digest: ``invoke --list`` names them, docs/publishing.md explains them.

A digest's own tasks.py takes them over: ``from gloss.project.tasks import *``.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from gloss.serve import Server

__all__ = [
    *("build", "changes", "check", "clean", "desk", "livereload", "preview", "publish"),
    *("rebuild", "regenerate", "serve"),
]

OUTPUT = Path("output")
CACHE = Path(".cache/gloss")
SETTINGS = "pelicanconf.py"
PUBLISHING = "publishconf.py"

# What a running server rebuilds for, beside the settings.
WATCHED = ("seeds", "content", "theme", "plugins")


def _pelican(settings: str) -> None:
    from gloss.hooks.running import build_with  # only now: Pelican takes a while to load

    build_with(settings, OUTPUT)


@task
def build(context: Context) -> None:
    """Turn new seeds into articles, and build the site: what changed, and no more."""
    _pelican(SETTINGS)


@task
def clean(context: Context) -> None:
    """Remove the built site and the cache; seeds and articles stay."""
    for folder in (OUTPUT, CACHE):
        shutil.rmtree(folder, ignore_errors=True)


@task(clean)
def rebuild(context: Context) -> None:
    """Build the site from scratch."""
    _pelican(SETTINGS)


@task
def regenerate(context: Context) -> None:
    """Build whenever seeds, articles, register, theme, settings or plugins change."""
    _follow()


def _follow(built: Callable[[], None] = lambda: None) -> None:
    """Build now and on every change; say when a build went well."""
    from gloss.project.following import WarmBuilder, changes_in, follow

    paths = [path for path in (*WATCHED, SETTINGS) if Path(path).exists()]
    builder = WarmBuilder(SETTINGS, OUTPUT)
    try:
        follow(changes_in(paths), builder.build, built)
    finally:
        builder.end()


@task(help={"host": "address to listen at", "port": "port to listen at"})
def serve(context: Context, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the built site at http://127.0.0.1:8000/."""
    _serve(_listening(host, port))


@task(help={"host": "address to listen at", "port": "port to listen at"})
def livereload(context: Context, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the site, build on every change, and reload open pages."""
    server = _listening(host, port, reloading=True)
    Thread(target=_follow, args=(server.changed,), daemon=True).start()
    _serve(server)


def _listening(host: str, port: int, reloading: bool = False) -> Server:
    """Listen; end in a line where that cannot be, as when the port is in use."""
    try:
        return Server(OUTPUT, host, port, reloading)
    except OverflowError:
        raise Exit(f"--port {port}: no such port; they end at 65535") from None
    except OSError as problem:
        raise Exit(f"{host}:{port}: {problem.strerror}; try --port {port + 1}") from None


def _serve(server: Server) -> None:
    print(f"Serving {OUTPUT}/ at {server.address} (Ctrl-C stops)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


@task(help={"port": "port to listen at", "by": "who you are, for your notes"})
def desk(context: Context, port: int = 8001, by: str = "") -> None:
    """Open the editor's desk: decisions and corrections, on this machine alone."""
    try:
        from gloss.desk.run import Places, serve_desk
    except ModuleNotFoundError:
        raise Exit("the desk needs Flask: pip install 'gloss-digest[desk]'") from None
    try:
        serve_desk(Places(Path("content/stories"), Path("seeds"), CACHE), port, by)
    except OSError as problem:
        told = problem.strerror or problem
        raise Exit(f"127.0.0.1:{port}: {told}; try --port {port + 1}") from None


@task
def preview(context: Context) -> None:
    """Build as for publishing (publishconf.py), without publishing."""
    _pelican(PUBLISHING)


@task
def publish(context: Context) -> None:
    """Build as for publishing; on GitHub, .github/workflows/pages.yml does so on every push."""
    _pelican(PUBLISHING)


@task
def changes(context: Context) -> None:
    """Tell in counts what the annotator that is installed would change, and change nothing."""
    from gloss.hooks.running import compare_with

    for line in compare_with(SETTINGS):
        print(line, flush=True)


@task(help={"story": "the slug of one story", "all": "whatever the number of findings"})
def check(context: Context, story: str = "", all: bool = False) -> None:
    """Tell the editor what to look at: broken links, names that collide, what is not known."""
    from gloss.hooks.running import look_with

    lines = "\n".join(look_with(SETTINGS, OUTPUT, story, all))
    try:
        print(lines, flush=True)
    except BrokenPipeError:  # ``invoke check | head`` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
