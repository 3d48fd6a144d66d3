"""Small sites of made-up stories, built in a folder of their own."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from gloss.assembly.build import build_site
from gloss.assembly.build_report import BuildReport
from gloss.assembly.job import BuildJob
from gloss.assembly.templates import Theme
from gloss.register import Register
from gloss.site import Site
from gloss.work import Executor

from bench.stories import article
from bench.words import make_stock

THEME = Path(__file__).parents[2] / "theme"
STOCK = make_stock(30)


@dataclass
class Project:
    """A digest's folder, as an editor has it."""

    root: Path
    site: Site = field(default_factory=lambda: Site(url="https://example.org/digest"))
    register: Register = field(default_factory=Register)

    @property
    def stories(self) -> Path:
        return self.root / "stories"

    @property
    def theme(self) -> Path:
        return self.root / "theme"

    def job(self, output: str = "output", cache: str = "cache") -> BuildJob:
        return BuildJob(
            articles=self.stories,
            output=self.root / output,
            cache=self.root / cache,
            theme=Theme(
                templates=(str(self.theme / "templates"),),
                static=str(self.theme / "static"),
                options={"trim_blocks": True, "lstrip_blocks": True},
            ),
            site=self.site,
            register=self.register,
        )

    def build(self, executor: Executor | None = None) -> BuildReport:
        return build_site(self.job(), executor)

    def built(self) -> dict[str, bytes]:
        return files_of(self.root / "output")

    def clean(self) -> dict[str, bytes]:
        """What a build from scratch, with nothing kept, gives."""
        job = self.job("clean", "clean-cache")
        for folder in (job.output, job.cache):
            shutil.rmtree(folder, ignore_errors=True)
        build_site(job)
        return files_of(job.output)

    def add(self, number: int) -> Path:
        name, text = article(STOCK, number)
        self.stories.mkdir(exist_ok=True)
        path = self.stories / name
        path.write_text(text, encoding="utf-8")
        return path

    def story(self, number: int) -> Path:
        return self.stories / f"story-{number:05}.md"

    def edit(self, number: int, old: str, new: str) -> None:
        path = self.story(number)
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path.name}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def settle(self, **site: str) -> None:
        self.site = replace(self.site, **site)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its path, with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Paths that only one of two sites has, or that differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with six stories and a theme of its own to change."""
    return make_project(tmp_path)


def make_project(folder: Path) -> Project:
    project = Project(folder)
    shutil.copytree(THEME, project.theme)
    for number in range(6):
        project.add(number)
    return project
