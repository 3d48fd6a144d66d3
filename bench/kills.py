"""Builds that annotate, link and write, killed at random moments. ``python -m bench.kills 60``

Between the kills seeds come, change and go, and a person corrects articles. After each kill all
that was corrected is there; after each tenth the site is that of a build from nothing.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
PELICAN = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "--fatal", "errors"]
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(ROOT / "plugins"),
    "SOURCE_DATE_EPOCH": "1600000000",
}
SEED = (
    "Rain in {place}\nPublished: 2019-01-02\n\n"
    "Ann Lee came to {place} on Monday. “{words},” she said.\n"
)
PLACES = ("Paris", "Rome", "Oslo", "Lima", "Cairo", "Delhi", "Tokyo", "Quito")


@dataclass
class Project:
    """A digest's folder, and what a person wrote into its articles."""

    root: Path
    corrected: dict[Path, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shutil.copy(ROOT / "pelicanconf.py", self.root)
        (self.root / "theme").symlink_to(ROOT / "theme")
        (self.root / "content").mkdir()
        for place in PLACES[:4]:
            self.sow(place, "It rains")

    def sow(self, place: str, words: str) -> None:
        path = self.root / "seeds" / f"{place.lower()}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(SEED.format(place=place, words=words), encoding="utf-8")

    def articles(self) -> list[Path]:
        return sorted((self.root / "content" / "stories").glob("*.md"))

    def correct(self, path: Path, words: str) -> None:
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text.rstrip()}\n\n{words}\n", encoding="utf-8")
        self.corrected[path] = words

    def build(self) -> None:
        done = subprocess.run(
            PELICAN, cwd=self.root, env=ENVIRONMENT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def build_and_die(self, after: float) -> bool:
        """Build, and kill all of it after so many seconds; tell whether it was at work then."""
        process = subprocess.Popen(
            PELICAN,
            cwd=self.root,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(after)
            return False
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return True

    def lost(self) -> Iterator[str]:
        """What a person wrote and is not there, or cannot be read."""
        for path, words in self.corrected.items():
            if words not in path.read_text(encoding="utf-8"):
                yield f"{path.name}: {words}"

    def files(self) -> dict[str, bytes]:
        output = self.root / "output"
        return {
            path.relative_to(output).as_posix(): path.read_bytes()
            for path in sorted(output.rglob("*"))
            if path.is_file()
        }

    def clean(self) -> dict[str, bytes]:
        """The site as a build from nothing makes it of the same articles."""
        with TemporaryDirectory() as folder:
            other = Path(folder) / "project"
            ignored = shutil.ignore_patterns("output", ".cache")
            shutil.copytree(self.root, other, symlinks=True, ignore=ignored)
            again = object.__new__(Project)
            again.root = other
            again.build()
            return again.files()


def change(project: Project, random: Random, number: int) -> None:
    """Do what happens to a digest between two builds."""
    project.sow(random.choice(PLACES), f"It rained {number} times")
    articles = [path for path in project.articles() if not path.name.endswith(".new.md")]
    if articles and number % 3 == 0:
        project.correct(random.choice(articles), f"Corrected {number} times.")


def main(times: int) -> None:
    """Kill so many builds; raise AssertionError where anything was lost."""
    random = Random(7)
    with TemporaryDirectory() as folder:
        project = Project(Path(folder))
        start = time.monotonic()
        project.build()
        whole, kills = time.monotonic() - start, 0
        while kills < times:
            change(project, random, kills)
            kills += project.build_and_die(random.random() * whole)
            assert not list(project.lost()), list(project.lost())
            if kills % 10 == 0:
                project.build()
                assert project.files() == project.clean(), f"after {kills} kills"
        project.build()
        assert not list(project.lost())
        assert project.files() == project.clean()
        print(f"{kills} builds killed, {len(project.corrected)} corrections kept, nothing lost.")


if __name__ == "__main__":
    main(int(sys.argv[1]))
