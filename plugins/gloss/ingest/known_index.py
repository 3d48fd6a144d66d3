"""What articles name, kept by id and by what linking asks for.

One more story asks a few buckets of what ten thousand say, and only articles that were touched
since are read again. It may be lost at any time: then all articles are read once more.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from sys import intern
from typing import Any

from gloss.identity import Known, KnownThing, StoryNames, bearing_on, keys_of, known_thing
from gloss.ingest.remembered import UNSETTLED
from gloss.store.buckets import Buckets
from gloss.store.codec import decode, encode
from gloss.store.fingerprint import code_digest
from gloss.store.records import RecordStore, record
from gloss.store.stamps import Stamp
from gloss.story import Entity

# The parts of Gloss that read an article's names, and tell by what they are found.
CODE = ("article", "identity", "ingest", "lexicon", "naming", "story")
PART = "names"
COVERED = "articles"


@dataclass(frozen=True)
class Covered:
    """What the index is of.

    stamps: the articles that are in it, by name. things, keys: the numbers of its buckets
    that are kept. broken: the articles whose names break the linking.
    """

    stamps: dict[str, Stamp] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    things: frozenset[int] = frozenset()
    keys: frozenset[int] = frozenset()


class KnownIndex:
    """What the usable articles of a folder name, but for those that are written anew.

    things: by id and the article's name, what it says of the thing: its place among the article's
    names, its name, descriptors, addresses elsewhere and forms. keys: the ids known by a key.
    """

    def __init__(
        self,
        folder: Path,
        usable: Mapping[str, Stamp],
        without: frozenset[str],
        read: Callable[[str], StoryNames],
    ) -> None:
        self._usable, self._without, self._read = usable, without, read
        self._store = RecordStore(folder, code_digest(*CODE))
        self._ids_in = cache(self._load_ids)
        self._said = cache(self._load_said)
        self._known = cache(self._thing)
        try:
            self._start(decode(self._store.load(PART, COVERED), Covered))
            self._bring_up()
        except (KeyError, ValueError):
            self._start(Covered())
            self._bring_up()

    def close(self) -> None:
        """Close the file, and let go of what was looked up."""
        self._store.close()
        for kept in (self._ids_in, self._said, self._known):
            kept.cache_clear()
        self._start(Covered())

    def everything(self) -> list[StoryNames]:
        """Return what each article names, read once more.

        It is asked for where linking fails. Where no article is the cause, the index may be, and is
        made anew next time.
        """
        if not self._covered.broken:
            self._store.add([record(COVERED, {PART: b""})])
        return [self._read(name) for name in self._usable if name not in self._without]

    def bearing_on(self, stories: Sequence[StoryNames]) -> Known:
        """Return what can bear on the links of stories.

        Raises KeyError where that was lost, ValueError where an article's names break it.
        """
        if broken := self._covered.broken - self._without:
            raise ValueError(f"names of {', '.join(sorted(broken))}")
        found = bearing_on(stories, self._known_by, self._known)
        return Known(
            {id_: found[id_] for id_ in sorted(found, key=self._first)},
            lambda id_: len(self._said(id_)),
        )

    def _known_by(self, key: str) -> Collection[str]:
        ids: Collection[str] = self._keys.of(key).get(key, ())
        return ids

    def _thing(self, id_: str) -> KnownThing | None:
        said = self._said(id_)
        if not said:
            return None
        every = [
            (Entity(id_, name, tuple(descriptors), tuple(same_as)), forms)
            for _, (_, name, descriptors, same_as, forms) in said
        ]
        return known_thing(every, _Beside([name for name, _ in said], self._ids_in))

    def _first(self, id_: str) -> tuple[str, int]:
        name, (at, *_) = self._said(id_)[0]
        return name, at

    def _load_said(self, id_: str) -> list[tuple[str, list[Any]]]:
        said = self._things.of(id_).get(id_, {})
        return sorted((name, one) for name, one in said.items() if name not in self._without)

    def _load_ids(self, name: str) -> frozenset[str]:
        return frozenset(json.loads(self._store.load(PART, f"of {name}")))

    def _start(self, covered: Covered) -> None:
        self._covered = covered
        self._things = Buckets(self._store, "things", covered.things)
        self._keys = Buckets(self._store, "keys", covered.keys)

    def _bring_up(self) -> None:
        """Read what was touched, and forget what is no more."""
        before = self._covered.stamps
        new = {
            name: stamp
            for name, stamp in self._usable.items()
            if name not in self._without and (before.get(name) != stamp or stamp == UNSETTLED)
        }
        gone = {name for name in before if name in new or name not in self._usable}
        if new or gone:
            for name in gone:
                self._forget(name)
            named = [self._learn(name) for name in new]
            ids = {id_ for record in named for id_ in record}
            broken = {name for id_ in sorted(ids) for name in self._enter(id_, new)}
            stamps = {name: stamp for name, stamp in before.items() if name not in gone} | new
            self._save(
                stamps, self._covered.broken - gone | broken, dict(zip(new, named, strict=True))
            )

    def _save(
        self, stamps: dict[str, Stamp], broken: frozenset[str], named: Mapping[str, Collection[str]]
    ) -> None:
        records = [*self._things.records(), *self._keys.records()]
        for name, ids in named.items():
            records.append(record(f"of {name}", {PART: json.dumps([*ids]).encode()}))
        buckets = frozenset(self._things.kept), frozenset(self._keys.kept)
        self._covered = Covered(stamps, broken, *buckets)
        self._store.add([*records, record(COVERED, {PART: encode(self._covered, Covered)})])

    def _learn(self, name: str) -> Collection[str]:
        """Enter what an article says of what it names; return the ids of that."""
        names = self._read(name)
        for at, entity in enumerate(names.entities):
            forms = tuple(map(intern, names.forms.get(entity.id, ())))
            said = at, intern(entity.name), entity.descriptors, entity.same_as, forms
            self._things.to_change(entity.id).setdefault(entity.id, {})[name] = said
        return dict.fromkeys(entity.id for entity in names.entities)

    def _enter(self, id_: str, new: Collection[str]) -> Iterator[str]:
        """Enter by what a thing is found as new articles name it; yield those that break that."""
        called = defaultdict(list)
        for name, (_, thing, _, _, forms) in self._things.of(id_)[id_].items():
            if name in new:
                called[thing, tuple(forms)].append(name)
        for (thing, forms), names in called.items():
            keys = _keys_of(id_, thing, forms)
            yield from names if keys is None else ()
            for key in keys or ():
                ids = self._keys.to_change(key).setdefault(key, [])
                if id_ not in ids:
                    ids.append(id_)

    def _forget(self, name: str) -> None:
        """Take out what an article said; a thing that no other names is known by nothing."""
        for id_ in json.loads(self._store.load(PART, f"of {name}")):
            every = self._things.to_change(id_)
            _, called, _, _, forms = every[id_].pop(name)
            if not every[id_]:
                del every[id_]
                for key in _keys_of(id_, called, tuple(forms)) or ():
                    self._keys.to_change(key)[key].remove(id_)


def _keys_of(id_: str, name: str, forms: tuple[str, ...]) -> Collection[str] | None:
    """Return by what a thing is found; None where its names break that, as they do linking."""
    try:
        return keys_of(id_, name, forms)
    except Exception:
        return None


class _Beside(Sequence[frozenset[str]]):
    """The ids that each of some articles names, looked up when they are asked for."""

    def __init__(self, names: Sequence[str], ids_in: Callable[[str], frozenset[str]]) -> None:
        self._names, self._ids_in = names, ids_in

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[frozenset[str]]:
        return map(self._ids_in, self._names)

    def __getitem__(self, at: Any) -> Any:
        return self._ids_in(self._names[at])
