"""A build that meets what it cannot use: all else is built, and the exit status says so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARTICLE = "Title: Rain\nDate: 2026-01-31\nSlug: rain\n\nIt rained.\n"


@pytest.fixture
def project(tmp_path):
    """A project of one article, which needs no annotator; one process is enough for it."""
    settings = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(f"{settings}\nGLOSS_PROCESSES = 1\n", "utf-8")
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    (tmp_path / "seeds").mkdir()
    stories = tmp_path / "content" / "stories"
    stories.mkdir(parents=True)
    (stories / "rain.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def build(project: Path) -> subprocess.CompletedProcess[str]:
    return run(project, "-m", "pelican", "-s", "pelicanconf.py", "--fatal", "errors")


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
        check=False,
        capture_output=True,
        text=True,
    )


def test_broken_seeds_and_articles_are_told_once_all_else_is_built(project):
    (project / "seeds" / "a.txt").write_text("A\nPublished: May\n\nText.\n", encoding="utf-8")
    (project / "seeds" / "b.txt").write_bytes(b"B\n\n\0")
    (project / "content" / "stories" / "snow.md").write_text("no head\n", encoding="utf-8")
    done = build(project)
    assert done.returncode == 1
    assert "ERROR a.txt:2: Published 'May' is no date; expected YYYY-MM-DD\n" in done.stdout
    assert "ERROR b.txt:3: binary content (a NUL byte); expected text\n" in done.stdout
    assert "snow.md:1: 'no head'; expected 'Key: value'\n" in done.stdout
    assert "2 seeds could not be used" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert (project / "output" / "stories" / "rain" / "index.html").is_file()


def test_dates_that_no_calendar_has_are_told_and_cost_no_other_story(project):
    stories = project / "content" / "stories"
    snow = ARTICLE.replace("Slug: rain", "Slug: snow")
    (stories / "snow.md").write_text(snow.replace("2026-01-31", "2020-13-01"), encoding="utf-8")
    hail = ARTICLE.replace("Slug: rain", "Slug: hail").replace("It", "[Monday](date:2020-13-45) it")
    (stories / "hail.md").write_text(hail, encoding="utf-8")
    done = build(project)
    assert done.returncode == 1
    assert "snow.md:2: Date '2020-13-01'; expected a day, YYYY-MM-DD\n" in done.stdout
    assert "hail.md:5: date:2020-13-45 is no day of any calendar" in done.stdout
    assert {path.parent.name for path in project.glob("output/stories/*/index.html")} == {"rain"}
    assert "2020-13" not in (project / "output" / "feeds" / "all.atom.xml").read_text("utf-8")


def test_what_is_no_register_ends_the_build_before_it_begins(project):
    (project / "content" / "entities.yaml").write_text("entities: [\n", encoding="utf-8")
    done = build(project)
    assert done.returncode == 1
    assert "entities.yaml:1: line 1 opens a bracket [ that is not closed" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert not (project / "output").exists()


def test_an_entry_of_the_register_that_is_wrong_costs_no_other(project):
    entries = "entities:\n- name: A\n  type: thing\n- name: Rain\n  type: topic\n"
    (project / "content" / "entities.yaml").write_text(entries, encoding="utf-8")
    done = build(project)
    assert done.returncode == 1
    assert done.stdout.count("entities.yaml:3: type 'thing'; expected one of person") == 1
    assert (project / "output" / "topics" / "rain" / "index.html").is_file()
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("setting", "called", "seeds"),
    [("TAGGER", "tagger", 1), ("MODEL", "spaCy pipeline", 70)],  # 70 are worth processes
)
def test_a_tool_that_does_not_exist_is_told_in_one_line(project, setting, called, seeds):
    for number in range(seeds):
        (project / "seeds" / f"{number}.txt").write_text(f"A {number}\n\nText.\n", "utf-8")
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f"GLOSS_{setting} = 'nope'\nGLOSS_PROCESSES = 2\n")
    done = build(project)
    assert done.returncode == 1
    errors = [line for line in done.stdout.splitlines() if line.startswith("ERROR")]
    assert len(errors) == 1
    assert f"no {called} is called 'nope'" in errors[0]
    assert "Traceback" not in done.stdout + done.stderr
    assert (project / "output" / "stories" / "rain" / "index.html").is_file()


def test_ids_are_told_to_the_letter(project):
    (project / "content" / "entities.yaml").write_text(
        "entities: [{name: Lords, type: org}, {name: House, type: org, aliases: [Lords]}]\n",
        encoding="utf-8",
    )
    assert "org:house:" in build(project).stdout
    (project / "content" / "entities.yaml").unlink()
    (project / "seeds" / ":house:.txt").write_text("A\nPublished: [b]x\n\nText.\n", "utf-8")
    assert "ERROR :house:.txt:2: Published '[b]x' is no date" in build(project).stdout


def test_where_nothing_was_touched_a_build_says_so_and_loads_nothing(project):
    done = build(project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 files written" not in done.stdout
    code = (
        "import sys; from pelican import main; main(['-s', 'pelicanconf.py']);"
        "print('loaded', *(m for m in ('gloss.ingest', 'gloss.assembly') if m in sys.modules))"
    )
    again = run(project, "-c", code)
    assert "1 story" in again.stdout
    assert " 0 files written" in again.stdout
    assert again.stdout.endswith("loaded\n"), again.stdout + again.stderr
    (project / "output" / "stories" / "rain" / "index.html").unlink()
    assert "1 file written" in build(project).stdout
