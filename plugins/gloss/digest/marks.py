"""What pages depend on, as short marks: a page whose marks are the same shows the same.

The mark of a story changes with its article, with how any name in it is called, and with the
story that it repeats, if any. The mark of a
name changes with what the register says of it, and with every story that names it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from gloss.digest.model import Companion, Digest, Name, Said, StoryFacts
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
        self._digest = digest
        self.labels = {id_: _label(name) for id_, name in digest.names.items()}
        self.stories: dict[str, str] = {}
        self._telling: defaultdict[str, list[str]] = defaultdict(list)
        for story in digest.stories.values():
            ids = _ids_in(story)
            mark = self.stories[story.slug] = self._story(story, ids)
            for id_ in ids:
                self._telling[id_].append(mark)
        for story in digest.hidden.values():
            self.stories[story.slug] = self._story(story, _ids_in(story))
        self.names = {id_: self._name(name) for id_, name in digest.names.items()}
        self.links = {slug: _link(story) for slug, story in digest.stories.items()}
        self.headlines = OnDemand(digest.names, lambda id_: self._headlines(digest.names[id_]))
        self.company = OnDemand(digest.names, lambda id_: _company(digest.companions[id_]))

    def _story(self, story: StoryFacts, ids: Iterable[str]) -> str:
        labels = [self.labels.get(id_, id_) for id_ in ids]
        first = self._digest.copies.get(story.slug, "")
        return mark_of((story.slug, story.digest, first, *labels))

    def _name(self, name: Name) -> str:
        label = self.labels[name.id]
        told = f"{len(name.said)} {len(name.statements)} {len(name.events)}"
        if name.passing:
            return f"{self.stories[name.stories[0]]} {label} {told}"
        picture = (name.picture.file, name.picture.alt) if name.picture else ()
        stories, again = self._telling[name.id], self._again(name.said)
        return mark_of((label, name.description, *picture, told, *stories, *again))

    def _again(self, some: Iterable[Said]) -> list[str]:
        """The marks of the stories that say what is said there, too."""
        also, marks = self._digest.also, self.stories
        places = [(said.story, said.anchor) for said in some]
        return [marks[one.story] for place in places if place in also for one in also[place]]

    def _headlines(self, name: Name) -> str:
        return mark_of((self.labels[name.id], *(self.links[slug] for slug in name.stories)))


def _ids_in(story: StoryFacts) -> Iterable[str]:
    """The names that a story tells of: in its text, and as whose words it tells."""
    ids = dict.fromkeys([named.entity for named in story.named])
    ids.update(dict.fromkeys([said.by for said in story.said if said.by]))
    ids.update(dict.fromkeys([told.by for told in story.statements if told.by]))
    return ids


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
