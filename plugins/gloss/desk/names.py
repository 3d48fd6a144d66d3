"""The names of a digest as the editor knows them: all stories, the register over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from gloss.desk.reading import StoryFile
from gloss.register import Entry, Register
from gloss.search.tokenizer import words_of
from gloss.story import Kind, Mention, Span, kind_of


@dataclass
class KnownName:
    """What a digest knows of one thing.

    id: as the register has it, whatever it was merged from. ids: under which stories name it.
    called: what stories call it, each with in how many. forms: its spellings in the text, each with
    how often. places: where it stands, by the story's slug. descriptors: what a story says it is.
    """

    id: str
    entry: Entry | None = None
    ids: dict[str, None] = field(default_factory=dict)
    called: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    places: dict[str, list[Span]] = field(default_factory=dict)
    said: Counter[str] = field(default_factory=Counter)
    descriptors: dict[str, str] = field(default_factory=dict)
    same_as: dict[str, None] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """What the digest calls it: the register's name, else what most stories call it."""
        if self.entry:
            return self.entry.name
        called = self.called or self.forms
        alike = min(called, key=lambda name: (-called[name], name), default="")
        return alike or self.id.partition(":")[2].replace("-", " ").title()

    @property
    def kind(self) -> Kind:
        return kind_of(self.id)

    @property
    def count(self) -> int:
        """How often stories name it."""
        return sum(map(len, self.places.values()))

    @property
    def stories(self) -> list[str]:
        """The slugs of the stories that name it, or in which it speaks."""
        return list(dict.fromkeys((*self.places, *self.said)))

    @property
    def names(self) -> list[str]:
        """All that it is called: by the register, and in stories, the most frequent first."""
        listed = (self.label, *self.entry.aliases) if self.entry else (self.label,)
        return list(dict.fromkeys((*listed, *(form for form, _ in self.forms.most_common()))))

    @property
    def words(self) -> set[str]:
        """The words by which it is found."""
        known = [*self.names, self.entry.description if self.entry else "", *self.ids]
        return {word for text in known for word in _words(text)}


@lru_cache(maxsize=100_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(words_of(text))


@dataclass(frozen=True)
class Names:
    """All names of a digest, by id, those first that most stories name; and its stories, by slug.

    text: the register as it is written.
    """

    stories: Mapping[str, StoryFile]
    register: Register
    text: str = ""

    @cached_property
    def by_id(self) -> Mapping[str, KnownName]:
        """The names, by id."""
        found = {id_: KnownName(id_, entry) for id_, entry in self.register.entries.items()}
        for slug, story in self.stories.items():
            self._add(found, slug, story)
        ordered = sorted(found.values(), key=lambda n: (-len(n.stories), -n.count, n.id))
        return {name.id: name for name in ordered}

    @cached_property
    def merged(self) -> Mapping[str, str]:
        """The id that stands in the place of each that the register merges."""
        entries = self.register.entries.values()
        return {old: entry.id for entry in entries for old in entry.merges}

    def one(self, id_: str) -> str:
        """Return the id that an id is now."""
        return self.merged.get(id_, id_)

    @cached_property
    def _by_words(self) -> Mapping[str, str]:
        """The ids of the register's names that one alone bears: it marks them by these."""
        entries = self.register.entries.values()
        named = [(name, e.id) for e in entries for name in {e.name, *e.aliases}]
        bearers = Counter(name for name, _ in named)
        return {name: id_ for name, id_ in named if bearers[name] == 1}

    def named_in(self, story: StoryFile) -> Iterator[tuple[Span, str]]:
        """Yield where a story names what, as the register and the editor have it now."""
        for mention in story.annotations.mentions:
            form = form_of(story.article.story.text, mention)
            by_words = None if mention.how == "editor" else self._by_words.get(form)
            yield Span(mention.start, mention.end), by_words or mention.entity

    def _add(self, found: dict[str, KnownName], slug: str, story: StoryFile) -> None:
        said = story.annotations
        text = story.article.story.text
        for entity in said.entities:
            name = self._of(found, entity.id)
            name.called[entity.name] += 1
            name.same_as |= dict.fromkeys(entity.same_as)
            for descriptor in entity.descriptors:
                name.descriptors.setdefault(descriptor, slug)
        for place, id_ in self.named_in(story):
            name = self._of(found, id_)
            name.forms[form_of(text, place)] += 1
            name.places.setdefault(slug, []).append(place)
        for by in (*(q.by for q in said.quotations), *(r.by for r in said.reports)):
            if by:
                self._of(found, by).said[slug] += 1

    def _of(self, found: dict[str, KnownName], id_: str) -> KnownName:
        one = self.one(id_)
        name = found.setdefault(one, KnownName(one, self.register.entries.get(one)))
        name.ids[id_] = None
        return name

    def called(self, name: str) -> list[KnownName]:
        """Return the things that bear a name: as the digest calls them, or as stories do."""
        return [one for one in self.by_id.values() if name in one.names]

    def found(self, query: str, kind: str = "") -> list[KnownName]:
        """Return the names that a query finds; all, where it has no word.

        A word of it finds what begins with it, as the site's search takes words. Those that are
        called so come before those that are spelt or described so.
        """
        wanted = words_of(query)
        names = [n for n in self.by_id.values() if kind in ("", n.kind) and _has(n.words, wanted)]
        return sorted(names, key=lambda n: not _has(_words(n.label), wanted))


def form_of(text: str, mention: Mention | Span) -> str:
    """Return how a name is written in a place, on one line."""
    return " ".join(text[mention.start : mention.end].split())


def _has(words: Iterable[str], wanted: Sequence[str]) -> bool:
    """Tell whether each wanted word begins one of these."""
    known = list(words)
    return all(any(word.startswith(one) for word in known) for one in wanted)
