"""GitHub alone is enough: the workflow of a digest, acted out step by step."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml
from gloss.project.new import Wishes, make_digest

from tests.project.acting import Run, git, path_with

ROOT = Path(__file__).parents[2]
BRANCH = "trunk"
WORKFLOW = Path(".github/workflows/publish.yml")
STORIES = ("ferry", "mill", "quay", "weir", "choir")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="runs as on Ubuntu")


class Desk:
    """An editor's clone, and the repository on the web."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.repository, self.clone = folder, folder / "web.git", folder / "desk"
        git(folder, "init", "-q", "--bare", "-b", BRANCH, str(self.repository))
        make_digest(self.clone, Wishes(name="Sel"))
        with (self.clone / "pelicanconf.py").open("a", encoding="utf-8") as settings:
            settings.write("GLOSS_PROCESSES = 1\n")
        git(self.clone, "init", "-q", "-b", BRANCH)
        git(self.clone, "remote", "add", "origin", str(self.repository))

    def write(self, name: str, text: str) -> None:
        (self.clone / name).write_text(text, encoding="utf-8")

    def push(self) -> None:
        git(self.clone, "add", "-A")
        git(self.clone, "commit", "-qm", "As edited on the web")
        git(self.clone, "push", "-q", "origin", BRANCH)

    def run(self, name: str) -> Run:
        """Run the workflow as it stands in the repository, then take what it committed."""
        run = Run(self.repository, BRANCH, self.folder / name, path_with(ROOT / "plugins"))
        run.act((self.clone / WORKFLOW).read_text(encoding="utf-8"))
        git(self.clone, "pull", "-q", "origin", BRANCH)
        return run

    def commits(self) -> list[str]:
        return git(self.clone, "log", "--format=%an: %s").splitlines()


def site_of(run: Run) -> Path:
    return run.artifacts["site"] / "stories"


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Run, Run]:
    """A run with a bad seed among five good ones; then one with an upload and a register."""
    desk = Desk(tmp_path_factory.mktemp("github"))
    for name in STORIES:
        desk.write(f"seeds/{name}.txt", f"The {name} opens\n\nBo Lindqvist opened it in Selby.\n")
    desk.write("seeds/bad.txt", "No date\nPublished: soon\n\nIt rained.\n")
    desk.push()
    first = desk.run("first")
    desk.write("seeds/bad.txt", "No date\nPublished: 1 March 2005\n\nIt rained in Selby.\n")
    desk.write("content/entities.yaml", "entities:\n  - {name: Bo Lindqvist, id: person:bo}\n")
    desk.push()
    return desk, first, desk.run("second")


def test_all_that_is_good_is_published_and_the_run_is_red(runs: tuple[Desk, Run, Run]) -> None:
    _, first, _ = runs
    assert sorted(path.name for path in site_of(first).iterdir() if path.is_dir()) == sorted(
        f"the-{name}-opens" for name in STORIES
    )
    assert first.results == {
        "build": True,
        "commit": True,
        "deploy": True,
        "everything-could-be-used": False,
    }
    says = "bad.txt:2: Published 'soon' is no date; expected YYYY-MM-DD"
    assert f"- `{says}`" in first.summary
    assert f"::error file=seeds/bad.txt,line=2::{says}" in first.said


def test_an_upload_and_a_register_edited_on_the_web_just_work(runs: tuple[Desk, Run, Run]) -> None:
    desk, _, second = runs
    assert not second.red
    assert second.summary == ""
    assert (site_of(second) / "no-date").is_dir()
    article = (desk.clone / "content/stories/the-ferry-opens.md").read_text(encoding="utf-8")
    assert "(person:bo)" in article


def test_articles_are_committed_once_and_nothing_else_is(runs: tuple[Desk, Run, Run]) -> None:
    desk, _, _ = runs
    assert desk.commits() == [
        "github-actions[bot]: Annotate new and changed stories",
        "Editor: As edited on the web",
        "github-actions[bot]: Annotate new and changed stories",
        "Editor: As edited on the web",
    ]
    for commit in ("HEAD", "HEAD~2"):
        changed = git(desk.clone, "show", "--format=", "--name-only", commit).splitlines()
        assert changed
        assert all(name.startswith("content/stories/") for name in changed)


def test_a_push_to_another_branch_publishes_nothing() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
    condition = "github.ref_name == github.event.repository.default_branch"
    assert workflow["jobs"]["build"]["if"] == condition
    later = [job for name, job in workflow["jobs"].items() if name != "build"]
    assert all("build" in job["needs"] for job in later)
