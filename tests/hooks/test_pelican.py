"""Real Pelican runs, as ``invoke build`` does them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench.stories import article
from bench.words import make_stock

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Such a folder with its site, for tests that change nothing in it."""
    folder = make_project(tmp_path_factory.mktemp("built"))
    assert invoke(folder, "build", PYTHONHASHSEED="1").returncode == 0
    return folder


def make_project(folder: Path) -> Path:
    """An editor's folder with three articles, a page and a file of its own, and no seeds."""
    for name in ("pelicanconf.py", "publishconf.py", "tasks.py"):
        shutil.copy(ROOT / name, folder)
    # The tests have every core at work: a second process would only load all anew.
    with (folder / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write("\nGLOSS_PROCESSES = 1\n")
    for name in ("theme", "plugins"):
        (folder / name).symlink_to(ROOT / name)
    stories = folder / "content" / "stories"
    stories.mkdir(parents=True)
    (folder / "seeds").mkdir()
    for number in range(3):
        name, text = article(make_stock(3), number)
        (stories / name).write_text(text, encoding="utf-8")
    static = folder / "content" / "static"
    static.mkdir()
    (static / "CNAME").write_text("digest.example\n")
    return folder


def invoke(project: Path, task: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "invoke", task],
        cwd=project,
        env={**os.environ, "PYTHONPATH": "plugins", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_build_writes_the_site_and_says_what_it_did(project: Path) -> None:
    done = invoke(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 stories" in done.stdout
    assert (project / "output" / "stories" / "story-00001" / "index.html").is_file()
    assert (project / "output" / "CNAME").read_text() == "digest.example\n"
    for _ in range(2):
        again = invoke(project, "build")
        assert " 0 files written" in again.stdout
        assert "looking" not in again.stdout, "the editor's own file is not touched either"
    assert {p.name for p in (project / "output").glob("*.html")} == {"404.html", "index.html"}


def test_what_is_broken_ends_the_build_badly_with_all_else_written(project: Path) -> None:
    (project / "content" / "stories" / "broken.md").write_text("no head")
    (project / "seeds" / "empty.txt").write_text("")
    done = invoke(project, "build")
    assert done.returncode != 0
    assert "broken.md" in done.stdout + done.stderr
    assert "empty.txt" in done.stdout + done.stderr
    assert (project / "output" / "stories" / "story-00001" / "index.html").is_file()
    assert (project / "output" / "CNAME").is_file(), "what Pelican itself writes is there too"


def test_a_plugin_that_is_missing_ends_the_build_badly(project: Path) -> None:
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write('PLUGINS = ["gloss.hooks", "not_there"]\n')
    assert invoke(project, "build").returncode != 0


def test_publishing_takes_the_address_from_the_environment(project: Path) -> None:
    done = invoke(project, "publish", GLOSS_SITEURL="https://example.org/repo/")
    assert done.returncode == 0, done.stdout + done.stderr
    sitemap = (project / "output" / "sitemap.xml").read_text()
    assert "<loc>https://example.org/repo/stories/story-00001/</loc>" in sitemap


def test_an_editors_own_page_stands_in_place_of_glosss(project: Path, built: Path) -> None:
    about = project / "output" / "about" / "index.html"
    ours = (built / "output" / "about" / "index.html").read_text()
    page = project / "content" / "pages" / "about.md"
    page.parent.mkdir()
    page.write_text(
        "Title: About us\nSlug: about\n\nWe are three: [the ferry](/stories/story-00001/).\n"
    )
    for _ in range(2):
        assert invoke(project, "build").returncode == 0
        assert "We are three:" in about.read_text()
    assert 'href="../stories/story-00001/"' in about.read_text(), "wherever the site stands"
    assert 'id="trust"' in about.read_text(), "where every story leads"
    assert "Broken links" not in invoke(project, "check").stdout
    page.unlink()
    assert invoke(project, "build").returncode == 0
    assert about.read_text() == ours


def test_a_picture_stands_where_the_documentation_says(project: Path) -> None:
    images = project / "content" / "static" / "images"
    images.mkdir()
    (images / "bridge.png").write_bytes(b"\x89PNG")
    body = "It rained.\n\n![A bridge](/images/bridge.png)\n"
    rain = f"Title: Rain\nDate: 2026-01-31\nSlug: rain\n\n{body}"
    (project / "content" / "stories" / "rain.md").write_text(rain, encoding="utf-8")
    done = invoke(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "output" / "images" / "bridge.png").read_bytes() == b"\x89PNG"
    page = (project / "output" / "stories" / "rain" / "index.html").read_text(encoding="utf-8")
    assert 'src="../../images/bridge.png"' in page
    assert "Broken links" not in invoke(project, "check").stdout
    assert not (project / "output" / "static" / "images").exists()


def test_clean_removes_what_was_built_and_nothing_else(tmp_path: Path, built: Path) -> None:
    project = shutil.copytree(built, tmp_path / "copy", symlinks=True)
    assert (project / ".cache" / "gloss").is_dir()
    assert invoke(project, "clean").returncode == 0
    assert not (project / "output").exists()
    assert not (project / ".cache" / "gloss").exists()
    assert len(list((project / "content" / "stories").iterdir())) == 3


def test_the_hash_seed_the_day_and_the_folder_do_not_matter(project: Path, built: Path) -> None:
    from tests.assembly.conftest import files_of

    done = invoke(project, "build", PYTHONHASHSEED="2", SOURCE_DATE_EPOCH="86400", TZ="Asia/Tokyo")
    assert done.returncode == 0
    assert files_of(project / "output") == files_of(built / "output")


def test_check_may_be_cut_short(project: Path) -> None:
    for number in range(400):
        text = f"Title: Rain\nDate: 2026-01-31\nSlug: rain-{number}\n\nIt rained.\n"
        (project / "content" / "stories" / f"rain-{number}.md").write_text(text, encoding="utf-8")
    done = subprocess.run(
        f"{sys.executable} -c 'import time; time.sleep(1)' | {sys.executable} -m invoke check | :",
        shell=True,
        cwd=project,
        env={**os.environ, "PYTHONPATH": "plugins"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""


def test_check_knows_the_names_of_the_register(project: Path) -> None:
    rain = "Title: Rain\nDate: 2026-01-31\nSlug: rain\n\n[“Rain,”]{.quote by=ann-lee} she said.\n"
    (project / "content" / "stories" / "rain.md").write_text(rain, encoding="utf-8")
    told = invoke(project, "check").stdout
    assert "Speakers whom no story names (1)\n  rain.md#q-" in told
    entry = "entities:\n- {name: Ann B. Lee, type: person, merges: ['person:ann-lee']}\n"
    (project / "content" / "entities.yaml").write_text(entry, encoding="utf-8")
    assert "Speakers whom" not in invoke(project, "check").stdout
