"""A digest of two good stories, and what is thrown at it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from random import Random

from gloss.__main__ import main
from gloss.assembly.build import build_site
from gloss.assembly.build_report import BuildReport
from gloss.assembly.job import BuildJob
from gloss.assembly.templates import Theme
from gloss.corrections import corrections_path
from gloss.hooks.expected import wrong_settings
from gloss.hooks.seed_reading import seed_settings_of
from gloss.hooks.settings import cache_of, seeds_of, site_of
from gloss.ingest import IngestSettings, ingest
from gloss.register import Register, RegisterError, load_register
from gloss.site import Site

from tests.fuzz import files, lines
from tests.fuzz.harmless import BrokenLawError, Harmless

ROOT = Path(__file__).parents[2]
FINDS = ROOT / "tests" / "cases" / "hostile"
KINDS_OF_INPUT: dict[str, Callable[[Random], bytes]] = {
    "article": files.article,
    "correction": files.correction,
    "register": files.register,
    "seed": files.seed,
    "folder": files.folder,
    "facts": files.facts,
    "settings": lines.settings,
    "command": lines.command,
    "queries": lines.queries,
}
PELICAN = {
    "SITENAME": "Odd",
    "SITEURL": "https://example.org",
    "DEFAULT_LANG": "en",
    "PATH": "content",
}
# What catches all names the exception that it caught: nobody foresaw it.
_UNFORESEEN = re.compile(r"\b[A-Z]\w*(?:Error|Exception|Interrupt)(?:: |$)")


@dataclass
class Project:
    """A digest's folder, which is as it was after each throw."""

    root: Path

    def __post_init__(self) -> None:
        self.stories, self.seeds = self.root / "content" / "stories", self.root / "seeds"
        self.register = self.root / "content" / "entities.yaml"
        self.stories.mkdir(parents=True)
        self.seeds.mkdir()
        for name in ("Ann", "Bea"):
            made = files.GOOD.format(name=name, slug=name.lower())
            (self.stories / f"{name.lower()}.md").write_text(made, encoding="utf-8")

    def throw(self, kind: str, content: bytes) -> None:
        """Put input where it belongs, and build; raises BrokenLawError where it must not end so."""
        throws = {
            "folder": self._put_all,
            "facts": self._correct,
            "settings": self._set,
            "command": self._command,
            "queries": self._ask,
        }
        try:
            throws.get(kind, lambda content: self._put({kind: content}))(content)
        except BrokenLawError:
            raise
        except Exception as problem:
            raise BrokenLawError(f"{type(problem).__name__}: {problem}") from problem

    def _put(self, contents: dict[str, bytes]) -> None:
        """Put files into the project, build, and take them out again."""
        places = {"register": self.register, "seed": self.seeds / "odd.txt"}
        paths = {places.get(kind, self.stories / "odd.md"): kind for kind in contents}
        for path, kind in paths.items():
            path.write_bytes(contents[kind])
        try:
            if "seed" in contents:
                settings = IngestSettings(processes=1, cache=self.root / "cache")
                held_to_lines(ingest(self.seeds, self.stories, self.register, settings).errors)
            self._build()
        finally:
            for path in paths:
                path.unlink()
            for made in self.stories.glob("*"):
                if made.stem not in ("ann", "bea"):
                    made.unlink()

    def _put_all(self, content: bytes) -> None:
        texts = json.loads(content)
        self._put({kind: text.encode("utf-8", "surrogatepass") for kind, text in texts.items()})

    def _correct(self, content: bytes) -> None:
        """Annotate a story, say what is wrong with it, annotate it again, and build."""
        path = corrections_path(self.stories, "odd-rain")
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        story = f"Odd rain\n\n{files.SAID}\n".encode()
        (self.seeds / "odd.txt").write_bytes(story)
        settings = IngestSettings(processes=1, cache=self.root / "cache")
        assert not ingest(self.seeds, self.stories, self.register, settings).errors
        path.write_bytes(content)
        try:
            self._put({"seed": story})
        finally:
            path.unlink()

    def _set(self, content: bytes) -> None:
        """Build with these settings, unless they are told to be wrong."""
        settings = PELICAN | json.loads(content)
        wrong = list(wrong_settings(settings))
        held_to_lines(wrong)
        if not wrong:
            seed_settings_of(settings)
            seeds_of(settings)
            cache_of(settings)
            self._build(site_of(settings))

    def _command(self, content: bytes) -> None:
        """Run the command line as it is given, a cluster aside, which would be waited for."""
        given = json.loads(content)
        source, target = self.root / "in.jsonl", self.root / "out.jsonl"
        source.write_bytes("\n".join(given["lines"]).encode("utf-8", "surrogatepass"))
        names = {"IN": str(source), "OUT": str(target)}
        arguments = [names.get(word, word) for word in given["arguments"]]
        told = StringIO()
        try:
            with redirect_stderr(told), redirect_stdout(StringIO()):
                status = main([*arguments, "--processes=1"])
        except SystemExit as end:
            status = end.code
        if status not in (0, 1, 2):
            raise BrokenLawError(f"ended with {status!r}")
        held_to_lines(told.getvalue().splitlines())
        source.unlink()
        target.unlink(missing_ok=True)

    def _ask(self, content: bytes) -> None:
        """Put questions to the search's own engine in Node.js."""
        node = shutil.which("node")
        if node is None:
            raise BrokenLawError("Node.js is not installed: nothing can be asked")
        scripts = self.root / "node"
        if not scripts.exists():
            self._build()
            shutil.copytree(ROOT / "theme" / "static" / "js" / "search", scripts / "search")
            shutil.copytree(ROOT / "tests" / "search" / "node", scripts / "node")
            for folder in (scripts, self.root / "output"):
                (folder / "package.json").write_text('{"type": "module"}')
        done = subprocess.run(
            [node, scripts / "node" / "fuzz.js", self.root / "output"],
            input=json.dumps({"queries": json.loads(content)}),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise BrokenLawError(done.stderr[-500:])
        if thrown := json.loads(done.stdout)["thrown"]:
            raise BrokenLawError(str(thrown[0]))

    def _build(self, site: Site | None = None) -> None:
        try:
            entries = load_register(self.register)
        except RegisterError as problem:
            held_to_lines(problem.problems)
            entries = problem.rest or Register()
        held_to_lines(list(map(str, self._built(site, entries).problems)))
        for name in ("ann", "bea"):
            if not (self.root / "output" / "stories" / name / "index.html").is_file():
                raise BrokenLawError(f"the story of {name} does not stand")
        for path in (self.root / "output" / "stories").rglob("index.html"):
            Harmless(path).feed(path.read_text(encoding="utf-8"))

    def _built(self, site: Site | None, entries: Register) -> BuildReport:
        theme = Theme(
            templates=(str(ROOT / "theme" / "templates"),),
            options={"trim_blocks": True, "lstrip_blocks": True},
        )
        return build_site(
            BuildJob(
                articles=self.stories,
                output=self.root / "output",
                cache=self.root / "cache",
                theme=theme,
                site=site or Site(url="https://example.org"),
                register=entries,
            )
        )


def held_to_lines(problems: Iterable[str]) -> None:
    """Raise BrokenLawError where a problem is told in several lines, or was not foreseen."""
    for problem in problems:
        if len(problem.splitlines()) > 1:
            raise BrokenLawError(f"a problem of several lines: {problem!r}")
        if _UNFORESEEN.search(problem):
            raise BrokenLawError(f"not foreseen: {problem}")
