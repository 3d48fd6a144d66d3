"""What pages depend on, as short marks: a page whose marks are the same shows the same.

The mark of a story changes with its article, with how any name in it is called, and with the
story that it repeats, if any. The mark of a
name changes with what the register says of it, and with every story that names it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import chain

from gloss.digest.model import Companion, Digest, Name, StoryFacts
from gloss.digest.on_demand import OnDemand

_FIELD = "\x1f"
_RECORD = "\x1e"


class Marks:
    """The marks of all stories and names, each made once for a build.

    stories, names: by slug, by id. links, labels: of a story and a name as links to them are: what
    stands in a story changes none. headlines: by id, the links of the stories that name it.
    company: by id, of the names beside a name, whatever their counts.
    """

    def __init__(self, digest: Digest) -> None:
        self._copies, self._also = digest.copies, digest.also
        self.labels = {id_: _label(name) for id_, name in digest.names.items()}
        every = chain(digest.stories.values(), digest.hidden.values())
        self.stories = {story.slug: self._story(story) for story in every}
        self.names = OnDemand(digest.names, lambda id_: self._name(digest.names[id_]))
        self.links = OnDemand(digest.stories, lambda slug: _link(digest.stories[slug]))
        self.headlines = OnDemand(digest.names, lambda id_: self._headlines(digest.names[id_]))
        self.company = OnDemand(digest.names, lambda id_: _company(digest.companions[id_]))

    def _story(self, story: StoryFacts) -> str:
        ids = dict.fromkeys(named.entity for named in story.named)
        ids.update(dict.fromkeys(said.by for said in story.said if said.by))
        ids.update(dict.fromkeys(told.by for told in story.statements if told.by))
        labels = (self.labels.get(id_, id_) for id_ in ids)
        return mark_of((story.slug, story.digest, self._copies.get(story.slug, ""), *labels))

    def _name(self, name: Name) -> str:
        if name.passing:
            told = len(name.said), len(name.statements), len(name.events)
            return f"{self.stories[name.stories[0]]} {self.labels[name.id]} {told}"
        slugs = dict.fromkeys(name.stories)
        slugs.update(dict.fromkeys(said.story for said in name.said))
        slugs.update(dict.fromkeys(told.story for told in name.statements))
        slugs.update(dict.fromkeys(event.story for event in name.events))
        again = (self._also.get((said.story, said.anchor), ()) for said in name.said)
        slugs.update(dict.fromkeys(other.story for others in again for other in others))
        stories = (self.stories[slug] for slug in slugs)
        picture = (name.picture.file, name.picture.alt) if name.picture else ()
        return mark_of((self.labels[name.id], name.description, *picture, *stories))

    def _headlines(self, name: Name) -> str:
        return mark_of((self.labels[name.id], *(self.links[slug] for slug in name.stories)))


def _link(story: StoryFacts) -> str:
    published = story.published or ""
    return _RECORD.join((story.slug, story.title, story.day, published, story.source or ""))


def _label(name: Name) -> str:
    """What a name is called, and where; all else of one in passing is in its story's mark."""
    if name.passing:
        return _RECORD.join((name.id, name.name, *name.stories, *name.named[0].same_as))
    return _RECORD.join((name.id, name.name, name.url, *name.same_as))


def _company(companions: Iterable[Companion]) -> str:
    return mark_of(sorted(companion.entity for companion in companions))


def mark_of(fields: Iterable[str]) -> str:
    """Return a short mark that stands for some texts."""
    text = _FIELD.join(fields).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=12).hexdigest()
