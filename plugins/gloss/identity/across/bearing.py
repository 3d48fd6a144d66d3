"""Which known things can bear on the links of new stories.

Linking compares things that have something in common: an id's words, an organisation's words or
letters, an acronym, a surname. Each is a key here; things without a common key never meet in it.
Too many things that are known do no harm, one too few would.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from gloss.identity.across.kinds import ALIKE
from gloss.identity.across.organisations import NEVER_SHORT
from gloss.identity.nouns import KnownThing, StoryNames
from gloss.naming.company_names import core, initials, is_code, is_generic, turned
from gloss.naming.name_words import fold
from gloss.naming.person_names import handle, name_parts, surnames
from gloss.story import kind_of


def keys_of(id_: str, name: str, forms: tuple[str, ...]) -> frozenset[str]:
    """Return by what a thing may meet others in linking, as it is known by a name and forms."""
    kind = kind_of(id_)
    names = {name, *forms}
    keys = {f"id {id_.partition(':')[2]}"}
    if kind == "org":
        keys.update(_of_organisation(name, names))
    if kind == "person":
        keys.update(_of_person(name, names))
    if kind not in NEVER_SHORT:
        keys.update(f"code {fold(form)}" for form in names if is_code(form))
    if kind in ALIKE:
        keys.add(f"called {name}")
    return frozenset(keys)


def bearing_on(
    stories: Sequence[StoryNames],
    ids_by: Callable[[str], Collection[str]],
    known: Callable[[str], KnownThing | None],
) -> dict[str, KnownThing]:
    """Return the known things, by id, that can bear on the links of stories.

    ids_by: the ids of what is known by a key. known: what is known of an id.
    """
    keys: set[str] = set()
    named: set[str] = set()
    for story in stories:
        for entity in story.entities:
            forms = tuple(story.forms.get(entity.id, ()))
            keys |= keys_of(entity.id, entity.name, forms) | _asked(entity.id, entity.name)
            named.add(entity.id)
    for id_ in sorted(named):
        if thing := known(id_):
            keys |= keys_of(id_, thing.entity.name, thing.forms)
    found = _things(keys, ids_by, known)
    # "Skog Berg" is no full name beside Ida Skog Berg, whoever asks for a Berg.
    whole = {key for id_, thing in found.items() for key in _as_surname(id_, thing.entity.name)}
    return _things(keys | whole, ids_by, known)


def _things(
    keys: Iterable[str],
    ids_by: Callable[[str], Collection[str]],
    known: Callable[[str], KnownThing | None],
) -> dict[str, KnownThing]:
    ids = {id_ for key in keys for id_ in ids_by(key)}
    return {id_: thing for id_ in ids if (thing := known(id_))}


def _of_organisation(name: str, forms: Iterable[str]) -> Iterator[str]:
    words = core(name)
    yield f"letters {''.join(words)}"
    yield from (f"code {letters}" for letters in initials(words))
    yield from (f"words {' '.join(turned(core(form)))}" for form in forms)
    words = turned(words)
    ends = (end for end in range(1, len(words)) if is_generic(words[end:]))
    yield from (f"words {' '.join(words[:end])}" for end in ends)


def _of_person(name: str, forms: Iterable[str]) -> Iterator[str]:
    yield from (f"called {form}" for form in forms if " " not in form)
    parts = name_parts(name)
    if len(parts) > 1:
        yield f"first {parts[0]}"
        yield f"alone {handle(parts)}"
        yield from (f"alone {surname}" for surname in surnames(parts))


def _asked(id_: str, name: str) -> set[str]:
    """Return by what somebody may be meant whom a story calls by a name alone."""
    keys = set(_as_surname(id_, name))
    if keys and len(name_parts(name)) == 1:
        keys.add(f"first {name_parts(name)[0]}")
    return keys


def _as_surname(id_: str, name: str) -> Iterator[str]:
    if kind_of(id_) == "person":
        yield f"alone {' '.join(name_parts(name))}"
