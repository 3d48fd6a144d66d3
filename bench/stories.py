"""Annotated articles by the thousand: the same for the same count, on any machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from gloss.article import Head, write_article
from gloss.ingest import IngestSettings, ingest
from gloss.ingest.run import annotator_version
from gloss.register import Register, Touch, load_register
from gloss.seed import digest_of
from gloss.story import Annotations, Entity, Mention, Moment, Quotation, Span, Story

from bench.words import Stock, make_news_stock, make_stock, names

FIRST_DAY = date(2015, 1, 1)


@dataclass(frozen=True)
class Density:
    """How much a story holds.

    sentences: of some 19 words. quoted, dated: the share of them that are quotations, that hold a
    date. cast: how many of the digest's names a story may speak of; own: names of its own.
    naming: how many names a sentence has, one of these as often as another.
    """

    sentences: int
    quoted: float
    dated: float
    cast: tuple[int, int]
    own: int
    naming: tuple[int, ...]


LIGHT = Density(22, 0.14, 0.18, (6, 16), 0, (0, 1, 1, 2))  # about 400 words
# Three hundred stories of American newspapers of 2015 and 2016: 715 words, 27 names named 62 times,
# nine of which no other of them has, nine quotations, eight dates.
NEWS = Density(38, 0.24, 0.27, (16, 30), 9, (0, 1, 2, 2, 3))


@dataclass
class _Draft:
    """A story while it is written, with where its marks stand."""

    stock: Stock
    random: Random
    cast: list[Entity]
    density: Density = LIGHT
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    used: dict[str, Entity] = field(default_factory=dict)

    def add(self, text: str) -> Span:
        start = len(self.text)
        self.text += text
        return Span(start, len(self.text))

    def words(self, count: int) -> None:
        self.add(" ".join(self.stock.words.choose(self.random) for _ in range(count)))

    def name(self, thing: Entity, short: bool = False) -> None:
        span = self.add(thing.name.rpartition(" ")[2] if short else thing.name)
        self.mentions.append(Mention(span.start, span.end, thing.id))
        self.used.setdefault(thing.id, thing)

    def date(self, day: date) -> None:
        span = self.add(f"{day.day} {day:%B %Y}")
        value = day.isoformat()
        self.moments.append(Moment(span.start, span.end, "DATE", value, value))

    def sentence(self, day: date) -> None:
        self.add("The ")
        self.words(self.random.randint(4, 9))
        self.add(" ")
        for _ in range(self.random.choice(self.density.naming)):
            self.name(self.random.choice(self.cast), self.random.random() < 0.4)
            self.add(" ")
            self.words(self.random.randint(2, 5))
            self.add(" ")
        if self.random.random() < self.density.dated:
            self.add("on ")
            self.date(day - timedelta(self.random.randint(0, 900)))
        else:
            self.words(3)
        self.add(". ")

    def quotation(self) -> None:
        people = [thing for thing in self.cast if thing.id.startswith("person:")]
        speaker = self.random.choice(people or self.cast)
        self.add("“We ")
        start = len(self.text) - 3
        self.words(self.random.randint(8, 24))
        end = len(self.text)
        self.add(",” said ")
        self.name(speaker)
        self.add(". ")
        self.quotations.append(Quotation((Span(start, end),), speaker.id, None, "said", "say"))


@dataclass(frozen=True)
class Annotated:
    """A story as an editor has it: the seed, and the article that was made of it.

    found: what was found in it. register: the digest of what the register says on it.
    """

    slug: str
    seed: str
    article: str
    found: Annotations
    register: str = ""


def articles(count: int, seed: int = 7) -> Iterator[tuple[str, str]]:
    """Yield name and text of so many articles; the nth depends on n and ``count`` alone."""
    stock = make_stock(count)
    for number in range(count):
        yield article(stock, number, seed)


def article(stock: Stock, number: int, seed: int = 7) -> tuple[str, str]:
    """Write one article: its file's name and its text."""
    made = annotated(stock, number, seed)
    return f"{made.slug}.md", made.article


def annotated(
    stock: Stock,
    number: int,
    seed: int = 7,
    density: Density = LIGHT,
    touch: Touch | None = None,
) -> Annotated:
    """Write one story, and its article as if it had just been annotated.

    touch: the register's names.
    """
    random = Random(f"{seed}-{number}")
    day = FIRST_DAY + timedelta(number // 4)
    cast = [stock.names.choose(random) for _ in range(random.randint(*density.cast))]
    cast += own_names(random, density.own)
    draft = _Draft(stock, random, cast, density)
    for sentence in range(density.sentences):
        draft.quotation() if random.random() < density.quoted else draft.sentence(day)
        if sentence % 4 == 3:
            draft.text = draft.text.rstrip() + "\n\n"
    return _written(draft, number, day, touch or Touch(Register()))


def own_names(random: Random, count: int) -> tuple[Entity, ...]:
    """Make names that no other story has."""
    return names(random, count) if count else ()


def _written(draft: _Draft, number: int, day: date, touch: Touch) -> Annotated:
    headline = " ".join(draft.stock.words.choose(draft.random) for _ in range(8)).capitalize()
    slug = f"story-{number:05}"
    story = Story(slug, draft.text.rstrip(), headline, day.isoformat(), source="Example Wire")
    found = Annotations(
        mentions=tuple(draft.mentions),
        moments=tuple(draft.moments),
        quotations=tuple(draft.quotations),
        entities=tuple(draft.used.values()),
    )
    seed = f"{headline}\nPublished: {day}\nSource: Example Wire\n\n{story.text}\n"
    ids = [entity.id for entity in found.entities]
    register = touch.digest(f"{headline}\n\n{story.text}", ids)
    head = Head(
        title=headline,
        slug=slug,
        date=day.isoformat(),
        summary=story.text[:200].rpartition(" ")[0],
        seed=f"{slug}.txt",
        seed_digest=digest_of(seed.encode()),
        annotator=annotator_version(),
        register=register or None,
    )
    return Annotated(slug, seed, write_article(story, found, head), found, register)


def write_digest(count: int, folder: Path) -> None:
    """Write so many seeds and their articles like real news, as they lie in an editor's folder.

    The register has an entry for a name of the middle story. Of that, which is to be edited, Gloss
    itself makes the article, and keeps in the cache what it keeps of each.
    """
    stock = make_news_stock(count)
    stories = folder / "content" / "stories"
    stories.mkdir(parents=True, exist_ok=True)
    (folder / "seeds").mkdir(exist_ok=True)
    register = folder / "content" / "entities.yaml"
    middle = annotated(stock, count // 2, density=NEWS)
    register.write_text("entities:\n" + entry_of(middle.found.entities[0]), encoding="utf-8")
    touch = Touch(load_register(register))
    for number in range(count):
        made = annotated(stock, number, density=NEWS, touch=touch)
        write_seed(made, folder)
        if number != count // 2:
            path = stories / f"{made.slug}.md"
            path.write_text(made.article, encoding="utf-8", newline="\n")
    settings = IngestSettings(cache=folder / "cache", processes=1)
    report = ingest(folder / "seeds", stories, register, settings)
    assert len(report.written) == 1, report.errors


def entry_of(thing: Entity, more: str = "") -> str:
    """Return a register's entry for a thing, as YAML."""
    return f"- {{id: {thing.id!r}, name: {thing.name!r}{more}}}\n"


def write_seed(made: Annotated, folder: Path) -> None:
    """Drop a story's seed."""
    path = folder / "seeds" / f"{made.slug}.txt"
    path.write_text(made.seed, encoding="utf-8", newline="\n")
