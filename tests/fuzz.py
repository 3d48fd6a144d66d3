"""Random hostile input through whole builds: ``invoke fuzz --minutes N``.

Each round writes an odd article, seed or register beside two good stories and builds. Whatever the
input is, no exception may come out, both good stories must stand, and no page may hold an element
or attribute that runs anything. What breaks a law is kept in ``tests/cases/hostile`` and tried by
the tests from then on.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from gloss.assembly.build import build_site
from gloss.assembly.job import BuildJob
from gloss.assembly.templates import Theme
from gloss.ingest import IngestSettings, ingest
from gloss.register import Register, RegisterError, load_register
from gloss.site import Site

ROOT = Path(__file__).parents[1]
FINDS = ROOT / "tests" / "cases" / "hostile"
GOOD = """\
Title: {name} spoke
Date: 2019-01-01
Slug: {slug}
Published: 2019-01-01

[{name}](person:{slug}) came [then](date:2018-12-31). [“Good,”]{{.quote by={slug}}} she said.
"""
HEADS = (
    "Title",
    "Date",
    "Slug",
    "Summary",
    "Tags",
    "Published",
    "Source",
    "URL",
    "Names",
    "Review",
)
KINDS = ("person", "org", "place", "event", "date", "duration", "set", "https", "javascript")
PIECES = (
    *("[", "]", "(", ")", "{", "}", "<", ">", "`", "*", "_", "\\", '"', "'", "“", "”", "|", "&"),
    *("> ", "- ", "1. ", "# ", "    ", "\t", "\n", "\n\n", "[!QUOTE] by=", "[TIMELINE]", "\n> "),
    *("{.quote by=ann}", "{.quote", ' who="', "](person:", "](date:", ".quote #q", "![", "[^1]"),
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;", "&#0;", "{{ x }}", "{%"),
    *("../", "..\\", "/etc/passwd", "con", "index.html", "%00", "C:", "~", "\0", "\x1b[31m"),
    *("😀", "é", "e\u0301", "\u202e", "\u200d", "\ufeff", "Élysée", "ﷺ", "\u2028", "İ", "ß", "𝔘"),
    *("2018-02-31", "Y1E99", "-0043", "../1997", "201X", "{2018,2019}", "2018-21", "XXXX-12-25"),
    *(
        "said",
        "Ann Lee",
        "U.S.",
        "AT&T",
        "a" * 300,
        "word ",
        " ",
        "1,",
        ": ",
        "; ",
        " | ",
        "=",
        "#",
    ),
)


def text(random: Random, most: int = 60) -> str:
    """Return pieces of the dialect and of attacks, in any order."""
    return "".join(random.choices(PIECES, k=random.randrange(1, most)))


def word(random: Random) -> str:
    """Return what may stand for an id, a slug or a value."""
    return random.choice((*PIECES, text(random, 4), "ann-lee", "x" * random.randrange(1, 400)))


def mark(random: Random) -> str:
    """Return a mark that may or may not be one."""
    return f"[{random.choice(PIECES)}]({random.choice(KINDS)}:{word(random)})"


def article(random: Random) -> bytes:
    """Return an article: a head with anything in it, a body of marks and odds."""
    lines = [f"{random.choice(HEADS)}: {word(random)}" for _ in range(random.randrange(4))]
    head = "Title: Odd\nDate: 2019-01-02\nSlug: odd\n" if random.random() < 0.8 else ""
    body = "".join(mark(random) if random.random() < 0.3 else text(random, 9) for _ in range(20))
    return f"{head}{chr(10).join(lines)}\n\n{body}".encode("utf-8", "surrogatepass")


def correction(random: Random) -> bytes:
    """Return a good article, corrected by a clumsy hand."""
    whole = GOOD.format(name="Odd One", slug="odd")
    at = random.randrange(len(whole))
    return f"{whole[:at]}{text(random, 6)}{whole[at + random.randrange(9) :]}".encode()


def register(random: Random) -> bytes:
    """Return a register: entries as JSON writes them, a slip in one of them, or no YAML at all."""
    if random.random() < 0.1:
        return text(random).encode("utf-8", "surrogatepass")
    entries = [_entry(random) for _ in range(random.randrange(1, 5))]
    written = json.dumps({"entities": entries, "not_a_name": [word(random), "Good"]})
    if random.random() < 0.2:
        at = random.randrange(len(written))
        written = written[:at] + random.choice(PIECES) + written[at:]
    return written.encode("utf-8", "surrogatepass")


def _entry(random: Random) -> dict[str, object]:
    ids = [f"{random.choice(('person', 'org', 'odd'))}:{word(random)}", "person:ann", "person:bea"]
    values = {
        "description": text(random, 9) + random.choice(("", "\ud83d")),
        "sameAs": [f"https://e.org/{word(random)}"],
        "aliases": ["Ann", word(random)],
        "merges": random.sample(ids, 2),
    }
    chosen = random.sample(sorted(values), random.randrange(len(values)))
    named = {"name": word(random), "type": random.choice(("person", "org", "topic"))}
    return {**named, **{key: values[key] for key in chosen}}


def seed(random: Random) -> bytes:
    """Return a seed: a head line or two, and text of any kind."""
    head = f"{word(random)}\nPublished: {random.choice(('2019-01-01', word(random)))}\n"
    body = "\n".join(f"{text(random, 30)} Ann Lee said on Monday." for _ in range(4))
    return f"{head}\n{body}".encode("utf-8", "surrogatepass")


KINDS_OF_INPUT: dict[str, Callable[[Random], bytes]] = {
    "article": article,
    "correction": correction,
    "register": register,
    "seed": seed,
}


class BrokenLawError(AssertionError):
    """A law that does not hold."""


@dataclass
class Project:
    """A digest of two good stories, and of what is thrown at it."""

    root: Path

    def __post_init__(self) -> None:
        self.stories, self.seeds = self.root / "content" / "stories", self.root / "seeds"
        self.register = self.root / "content" / "entities.yaml"
        self.stories.mkdir(parents=True)
        self.seeds.mkdir()
        for name in ("Ann", "Bea"):
            made = GOOD.format(name=name, slug=name.lower())
            (self.stories / f"{name.lower()}.md").write_text(made, encoding="utf-8")

    def throw(self, kind: str, content: bytes) -> None:
        """Put input where it belongs, and build; raises BrokenLawError where it must not end so."""
        path = self._path(kind)
        path.write_bytes(content)
        try:
            self._build(kind)
        except BrokenLawError:
            raise
        except Exception as problem:
            raise BrokenLawError(f"{type(problem).__name__}: {problem}") from problem
        finally:
            path.unlink()
            for made in self.stories.glob("*"):
                if made.stem not in ("ann", "bea"):
                    made.unlink()

    def _path(self, kind: str) -> Path:
        if kind == "register":
            return self.register
        return self.seeds / "odd.txt" if kind == "seed" else self.stories / "odd.md"

    def _build(self, kind: str) -> None:
        if kind == "seed":
            settings = IngestSettings(processes=1, cache=self.root / "cache")
            ingest(self.seeds, self.stories, self.register, settings)
        try:
            entries = load_register(self.register)
        except RegisterError as problem:
            entries = problem.rest or Register()
        report = build_site(
            BuildJob(
                articles=self.stories,
                output=self.root / "output",
                cache=self.root / "cache",
                theme=Theme(
                    templates=(str(ROOT / "theme" / "templates"),),
                    options={"trim_blocks": True, "lstrip_blocks": True},
                ),
                site=Site(url="https://example.org"),
                register=entries,
            )
        )
        lines = [line for problem in report.problems for line in str(problem).splitlines()]
        if len(lines) != len(report.problems):
            raise BrokenLawError(f"a problem of several lines: {lines}")
        for name in ("ann", "bea"):
            if not (self.root / "output" / "stories" / name / "index.html").is_file():
                raise BrokenLawError(f"the story of {name} does not stand")
        for path in (self.root / "output" / "stories").rglob("index.html"):
            Harmless(path).feed(path.read_text(encoding="utf-8"))


class Harmless(HTMLParser):
    """Reads a page; raises BrokenLawError where it holds what runs something, or another's form."""

    ELEMENTS = frozenset({"iframe", "object", "embed", "base", "form", "applet", "frame", "math"})

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        runs = tag == "script" and held.get("type") != "application/ld+json" and "src" not in held
        hands = [name for name in held if name.startswith("on") or name == "srcdoc"]
        links = [str(held.get(name, "")).strip().lower() for name in ("href", "src", "action")]
        if runs or hands or any(link.startswith(("javascript:", "data:")) for link in links):
            raise BrokenLawError(f"{self.path.parent.name}: <{tag} {attrs}>")
        if tag in self.ELEMENTS and "search" not in str(held.get("action", held.get("class", ""))):
            raise BrokenLawError(f"{self.path.parent.name}: <{tag} {attrs}>")


def main(minutes: float, start: int | None = None) -> int:
    """Throw input for so many minutes; return how many finds there were."""
    first = time.time_ns() % 1_000_000 if start is None else start
    end, thrown, finds = time.monotonic() + 60 * minutes, Counter[str](), 0
    with TemporaryDirectory() as folder:
        project = Project(Path(folder))
        number = first
        while time.monotonic() < end:
            random = Random(number)
            kind = random.choice(tuple(KINDS_OF_INPUT))
            content = KINDS_OF_INPUT[kind](random)
            thrown[kind] += 1
            try:
                project.throw(kind, content)
            except BrokenLawError as broken:
                finds += 1
                FINDS.mkdir(parents=True, exist_ok=True)
                (FINDS / f"{kind}-{number}.txt").write_bytes(content)
                print(f"{kind} {number}: {broken}", flush=True)
            number += 1
    told = ", ".join(f"{count:,} {kind}s" for kind, count in sorted(thrown.items()))
    print(f"{told} from {first}: {finds} finds.")
    return finds


if __name__ == "__main__":
    raise SystemExit(bool(main(float(sys.argv[1]), *map(int, sys.argv[2:]))))
