"""Stories to measure with: as long, as full of names, dates and quotations as newspapers' are."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from gloss.story import Annotations, Article, Entity, Mention, Moment, Quotation, Span, Story

from bench.searching.stock import Stock, stock

SOURCES = ("Example Wire", "The Daily Sample", "Morning Post of Nowhere", "Model Gazette")
FIRST_DAY = date(2015, 1, 1)


def articles(number: int, words: int = 400, seed: int = 7) -> Iterator[Article]:
    """Yield articles of about so many words, the same ones for the same arguments."""
    chance = random.Random(seed)
    held = stock()
    for place in range(number):
        yield _Writing(chance, held, place).article(words)


@dataclass
class _Writing:
    """A story while it is written."""

    chance: random.Random
    stock: Stock
    number: int
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)

    def article(self, words: int) -> Article:
        self.people = [self._famous(self.stock.people) for _ in range(5)]
        self.places = [self._famous(self.stock.places) for _ in range(4)]
        self.day = FIRST_DAY + timedelta(days=self.number // 3)
        headline = self._headline()
        while len(self.text.split()) < words:
            self._paragraph()
        story = Story(
            id=f"story-{self.number}",
            text=self.text,
            headline=headline,
            published=self.day.isoformat(),
            source=self.chance.choice(SOURCES),
        )
        found = Annotations(
            tuple(self.mentions),
            tuple(self.moments),
            tuple(self.quotations),
            tuple(self.entities.values()),
        )
        return Article(
            slug=story.id,
            title=headline,
            story=story,
            annotations=found,
            date=self.day.isoformat(),
            quote_ids=tuple(f"q-{n}" for n, _ in enumerate(found.quotations)),
            moment_ids=tuple(f"d-{n}" for n, _ in enumerate(found.moments)),
            digest=f"{self.number}",
        )

    def _famous(self, names: list[str]) -> str:
        """A name, the more often the nearer it stands to the front."""
        return names[int(len(names) * self.chance.random() ** 4)]

    def _headline(self) -> str:
        drawn = self.stock.draw(self.chance, 6)
        return f"{self.chance.choice(self.people)} {' '.join(drawn)} {self.places[0]}"

    def _paragraph(self) -> None:
        self.text += "\n\n" if self.text else ""
        for place in range(3):
            self.text += " " if place else ""
            (self._plain, self._plain, self._dated, self._quoted)[self.chance.randrange(4)]()

    def _write(self, number: int) -> None:
        self.text += " ".join(self.stock.draw(self.chance, number))

    def _plain(self) -> None:
        self._name("place", self.chance.choice(self.places))
        self.text += " "
        self._write(18)
        self.text += "."

    def _dated(self) -> None:
        day = self.day - timedelta(days=self.chance.randrange(4000))
        self._name("person", self.chance.choice(self.people))
        self.text += " "
        self._write(10)
        self.text += " on "
        start = len(self.text)
        self.text += f"{day.day} {day:%B %Y}"
        value = day.isoformat()
        self.moments.append(Moment(start, len(self.text), "DATE", value, value))
        self.text += " "
        self._write(6)
        self.text += "."

    def _quoted(self) -> None:
        person = self.chance.choice(self.people)
        self.text += "“"
        start = len(self.text)
        self._write(self.chance.randrange(8, 30))
        part = Span(start, len(self.text))
        self.text += ",” "
        by = self._name("person", person)
        self.text += " said."
        self.quotations.append(Quotation((part,), by, None, "said", "say", "after"))

    def _name(self, kind: str, name: str) -> str:
        slug = "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split()) or "x"
        id_ = f"{kind}:{slug}"
        start = len(self.text)
        self.text += name
        self.mentions.append(Mention(start, len(self.text), id_))
        self.entities.setdefault(id_, Entity(id_, name))
        return id_
