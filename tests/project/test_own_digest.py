"""``gloss new`` from the wheel alone: a digest that builds at once, and is one's own."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.project.conftest import run

ARTICLE = """\
Title: Ferry runs again
Date: 2026-03-05
Slug: ferry-runs-again

The ferry ran again.
"""
PUPILS = "stories/pupils-plant-a-hundred-oaks-on-beacon-hill/"
COINS = "stories/gold-coins-found-under-the-old-granary/"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'


class Digest:
    """A folder that ``gloss new`` filled, and its commands with the installed package alone."""

    def __init__(self, root: Path, installed: Path) -> None:
        self.root, self.installed = root, installed

    def gloss(self, *arguments: str, fails: bool = False) -> CompletedProcess[str]:
        return self._run("gloss", *arguments, fails=fails)

    def invoke(self, *arguments: str, fails: bool = False) -> CompletedProcess[str]:
        return self._run("invoke", *arguments, fails=fails)

    def _run(self, *arguments: str, fails: bool) -> CompletedProcess[str]:
        command = [sys.executable, "-m", *arguments]
        return run(command, self.root, fails, PYTHONPATH=str(self.installed))

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def page(self, name: str) -> str:
        return (self.root / "output" / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def digest(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Digest:
    """A digest with a story, a look and a page of its own, built."""
    digest = Digest(tmp_path_factory.mktemp("own"), installed)
    said = digest.gloss(
        "new", ".", "--name", 'The "Sel" Digest', "--contact", "mailto:desk@sel.example"
    )
    assert "invoke build" in said.stdout
    digest.write("content/stories/ferry-runs-again.md", ARTICLE)
    digest.write("content/static/own.css", ":root { --red: #0b5c3b; }\n")
    digest.write("content/static/logo.svg", LOGO)
    digest.write("content/static/favicon.svg", LOGO)
    digest.write("content/pages/imprint.md", "Title: Imprint\nSlug: imprint\n\nWe are three.\n")
    digest.write(
        "templates/about.html",
        '{% extends "!theme/about.html" %}{% block about %}<p>Ours.</p>{% endblock %}',
    )
    digest.write(
        "templates/base.html",
        '{% extends "!theme/base.html" %}{% block foot_links %}{{ super() }}<li>Sel</li>'
        "{% endblock %}",
    )
    settings = (digest.root / "pelicanconf.py").read_text(encoding="utf-8")
    own = 'THEME_TEMPLATES_OVERRIDES = ["templates"]\nGLOSS_PROCESSES = 1\n'
    digest.write("pelicanconf.py", settings + own)
    digest.invoke("build")
    return digest


def test_the_package_builds_a_site_by_itself(digest: Digest) -> None:
    page = digest.page("stories/ferry-runs-again/index.html")
    assert "The ferry ran again." in page
    assert "The &#34;Sel&#34; Digest" in page
    assert (digest.root / "output/theme/css/gloss.css").is_file()
    assert 'href="mailto:desk@sel.example"' in digest.page("about/index.html")


def test_a_look_of_ones_own_needs_no_template(digest: Digest) -> None:
    page = digest.page("stories/ferry-runs-again/index.html")
    styles = page.index('href="../../theme/css/gloss.css"'), page.index('href="../../own.css"')
    assert styles == tuple(sorted(styles)), "the editor's stands last, and wins"
    assert '<img class="logo" src="../../logo.svg" alt="">' in page
    assert '<link rel="icon" href="../../favicon.svg">' in page
    assert "theme/img/favicon" not in page
    assert 'href="./own.css"' in digest.page("index.html")
    imprint = digest.page("imprint/index.html")
    assert "We are three." in imprint
    assert 'href="../own.css"' in imprint


def test_a_template_extends_the_one_whose_name_it_takes(digest: Digest) -> None:
    about = digest.page("about/index.html")
    assert "<p>Ours.</p>" in about
    assert 'id="trust"' in about, "where every story's link leads"
    assert "<li>Sel</li>" in digest.page("index.html")
    assert "Broken links" not in digest.invoke("check").stdout


def test_nothing_is_written_over(digest: Digest) -> None:
    said = digest.gloss("new", ".", fails=True).stderr
    assert said.strip().endswith("is there already; nothing was written")
    assert said.count("\n") == 1


def test_the_sample_is_a_digest_in_which_each_thing_is_shown(
    installed: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    digest = Digest(tmp_path_factory.mktemp("sample"), installed)
    digest.gloss("new", ".", "--sample", "--name", "The Saltmouth Digest")
    settings = (digest.root / "pelicanconf.py").read_text(encoding="utf-8")
    # Its articles are there; whether they are the newest annotator's is another matter.
    digest.write("pelicanconf.py", settings + "GLOSS_SEEDS = None\nGLOSS_PROCESSES = 1\n")
    assert "21 stories" in digest.invoke("build").stdout
    shown = {
        "index.html": ["The Saltmouth Digest"],
        "imprint/index.html": ["Nobody: Saltmouth is invented"],
        "people/agnes-tully/index.html": ["Lives in Fishgate since 1967."],
        f"{PUPILS}index.html": ["that Daisy Tully is ten.", "that Josiah Trewin drew in 1703."],
        "corrections/index.html": ["that Daisy Tully is ten.", "No coins were found."],
        f"{COINS}index.html": ["No coins were found."],
        "stories/grey-heron-sails-again/index.html": ['alt="A ferry with a red funnel'],
        "stories/how-agnes-tully-makes-herring-pie/index.html": ["t-XXXX-04-12"],
    }
    for page, texts in shown.items():
        assert [text for text in texts if text not in digest.page(page)] == []
    said = digest.invoke("check").stdout
    assert "Broken links" not in said
    assert "Dates without a year (2)" in said
    assert "Stories that say again what another says (1)" in said
