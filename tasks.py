"""The commands of Gloss itself, beside those of every digest (``gloss.project.tasks``).

``invoke --list`` names them all, docs/publishing.md explains them.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from invoke import Context, task

sys.path.insert(0, "plugins")  # for a checkout that was not installed

from gloss.project.tasks import *  # noqa: F403
from gloss.serve import Server

SAMPLE = Path("plugins/gloss/project/sample")
PICTURED = "stories/inspectors-rust-on-the-grey-heron-was-known/"
NODE_TOOLS = Path("tests/node")
# On all cores, those of one file on one: they share what they build. The files come as they are
# named, not by how many tests they hold: few long ones, last, would leave all cores but one idle.
PYTEST = f"{sys.executable} -m pytest -n auto --dist loadfile --no-loadscope-reorder"


@task(help={"only": "a file, folder or expression of tests"})
def test(context: Context, only: str = "tests") -> None:
    """Run the tests, on all cores; those of one file share what they build."""
    context.run(f"{PYTEST} {only}", pty=sys.stdout.isatty())


@task
def coverage(context: Context) -> None:
    """Run the tests outside the browser, and tell which lines none of them reaches."""
    options = "--cov gloss --cov-branch --cov-report term:skip-covered --ignore tests/browser"
    context.run(f"{PYTEST} {options}")


@task(help={"stories": "how many, such as 1000,3000,10000"})
def bench(context: Context, stories: str = "300,1000", runs: int = 1) -> None:
    """Measure building beside plain Pelican, Hugo and Pagefind (docs/scale.md)."""
    options = f"{stories.replace(',', ' ')} --runs {runs}"
    context.run(f"{sys.executable} -m bench.run {options}", env={"PYTHONPATH": "plugins"})


@task(help={"stories": "how many, such as 1000,3000,10000", "only_build": "without a browser"})
def bench_search(
    context: Context, stories: str = "1000,3000,10000", only_build: bool = False
) -> None:
    """Measure the search in Chromium, beside Pagefind and plain Lunr (docs/search.md)."""
    counts = stories.replace(",", " ") + (" --build" if only_build else "")
    context.run(f"{sys.executable} -m bench.search {counts}", env={"PYTHONPATH": "plugins"})


@task(help={"what": "quotes, names or times", "stories": "a folder of seeds, or JSONL"})
def bench_rules(context: Context, what: str, stories: str) -> None:
    """Take each rule of the annotator out in turn, and tell what changes on the stories."""
    context.run(f"{sys.executable} -m bench.rules {what} {stories}", env={"PYTHONPATH": "plugins"})


@task(help={"site": "the folder of a built site"})
def bench_weight(context: Context, site: str = "output") -> None:
    """Tell how many files and bytes a story takes, by kind of output (docs/scale.md)."""
    context.run(f"{sys.executable} -m bench.weight {site}")


@task
def bench_house(context: Context) -> None:
    """Count what makes the code hard to live in (docs/architecture.md)."""
    context.run(f"{sys.executable} -m bench.house", env={"PYTHONPATH": "plugins"})


@task(help={"module": "a file of plugins/gloss", "tests": "what pytest takes", "most": "mutants"})
def mutants(context: Context, module: str, tests: str = "tests", most: int = 40) -> None:
    """Change a module in small ways, and tell which changes its tests do not notice."""
    command = f"{sys.executable} -m bench.mutants {module} {tests} --most {most}"
    context.run(command, env={"PYTHONPATH": "plugins"})


@task
def sample(context: Context) -> None:
    """Write anew the articles that ``gloss new --sample`` begins with, as the annotator is now."""
    from gloss.ingest import IngestSettings, ingest

    os.environ.setdefault("SOURCE_DATE_EPOCH", "1780272000")  # 2026-06-01, behind the season
    content = SAMPLE / "content"
    report = ingest(
        SAMPLE / "seeds", content / "stories", content / "entities.yaml", IngestSettings()
    )
    print(*report.errors, *report.lines(), sep="\n")


@task(help={"browser": "Chromium's file, where Playwright has none of its own"})
def picture(context: Context, browser: str = "") -> None:
    """Take README's picture of a story's page, docs/picture.png, from the sample's digest."""
    from gloss.project.new import Wishes, make_digest

    with TemporaryDirectory() as folder:
        make_digest(Path(folder), Wishes(name="The Saltmouth Digest", sample=True))
        with context.cd(folder):
            command = f"{sys.executable} -m pelican -s pelicanconf.py -e GLOSS_SEEDS=null"
            context.run(command, env={"PYTHONPATH": str(Path("plugins").absolute())})
        _photograph(Path(folder) / "output", PICTURED, browser)


def _photograph(output: Path, page_address: str, browser: str) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, Server(output, "127.0.0.1", 0) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        chromium = playwright.chromium.launch(
            executable_path=browser or shutil.which("chromium"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],  # root has no sandbox to use
        )
        page = chromium.new_page(viewport={"width": 1360, "height": 900}, device_scale_factor=2)
        page.goto(f"{server.address}{page_address}")
        page.wait_for_load_state("networkidle")
        page.screenshot(path="docs/picture.png")
        chromium.close()
        server.shutdown()


@task
def lint(context: Context) -> None:
    """Check style and types; those of the theme's scripts too, where npm is there."""
    for command in ("ruff check .", "ruff format --check .", "mypy"):
        context.run(f"{sys.executable} -m {command}", pty=sys.stdout.isatty())
    if shutil.which("npm"):
        _install_node_tools(context)
        context.run(f"npm --prefix {NODE_TOOLS} run --silent lint")
    elif os.environ.get("CI"):
        sys.exit("npm is not installed, and CI checks the theme's scripts with it")
    else:
        print("The theme's scripts were not checked: npm is not installed.")


def _install_node_tools(context: Context) -> None:
    """Install what checks the theme's scripts, unless it is there as the lock file has it."""
    lock, installed = (NODE_TOOLS / name for name in ("package-lock.json", "node_modules/.lock"))
    if not installed.exists() or installed.read_bytes() != lock.read_bytes():
        context.run(f"npm --prefix {NODE_TOOLS} ci --silent --no-audit --no-fund")
        shutil.copy(lock, installed)


@task
def lock(context: Context) -> None:
    """Write anew what CI and the site's workflow install: .ci/constraints.txt and .ci/site.txt."""
    compiled = (
        ("constraints", "--extra test"),  # a constraint file holds no hashes: pip takes none there
        ("site", "--extra annotate --generate-hashes"),
    )
    for name, options in compiled:
        context.run(
            f"{sys.executable} -m uv pip compile pyproject.toml .ci/build.in {options} --quiet"
            " --universal --python-version 3.11 --no-emit-index-url --no-emit-package gloss-digest"
            f" --custom-compile-command 'invoke lock' --no-annotate --upgrade -o .ci/{name}.txt"
        )


@task
def audit(context: Context) -> None:
    """Ask which packages that CI and the site's workflow install have known faults (pip-audit)."""
    for name in ("site", "constraints"):
        options = f"--requirement .ci/{name}.txt --no-deps --disable-pip --strict"
        context.run(f"{sys.executable} -m pip_audit {options}", pty=sys.stdout.isatty())


@task(help={"minutes": "how long", "start": "the first input's number; the clock's unless set"})
def fuzz(context: Context, minutes: float = 5.0, start: str = "") -> None:
    """Throw random stories, settings, command lines and queries at Gloss; keep what breaks it."""
    command = f"{sys.executable} -m tests.fuzz {minutes} {start}"
    context.run(command, env={"PYTHONPATH": "plugins"}, pty=sys.stdout.isatty())


@task(help={"articles": "how many"})
def hostile(context: Context, articles: int = 500) -> None:
    """Build a site of hostile articles; parse all its files, and open it without its policy."""
    command = f"{sys.executable} -m pytest -q tests/browser/test_hostile.py"
    context.run(command, env={"GLOSS_HOSTILE": str(articles)})
