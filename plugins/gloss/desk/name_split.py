"""A part of what stories mean by a name is somebody else, as entries and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from gloss.corrections import ALL, HERE, Anchor, Correction, anchor
from gloss.desk.answers import AnswerError
from gloss.desk.name_changes import (
    Description,
    NameChange,
    checked_kind,
    checked_name,
    each_but,
    entry_of,
    name_of,
    with_namesakes,
)
from gloss.desk.names import KnownName, Names
from gloss.naming.slugs import slug
from gloss.register import Entry, EntryChange
from gloss.story import Annotations, Span


@dataclass(frozen=True)
class Part:
    """What of a name is somebody else's: whole stories, single places, or spellings.

    stories: slugs. places: by slug, stretches of the story's text. forms: as stories have them.
    """

    stories: tuple[str, ...] = ()
    places: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    forms: tuple[str, ...] = ()


def split(names: Names, id_: str, part: Part, to: str | Description) -> NameChange:
    """Say that a part of what stories mean by a name is another, known or new.

    What is said of a story holds for its words, wherever they stand in it; a spelling becomes a
    name of the other in the register. Both get an entry, so that neither is taken for the other,
    unless it would take marks from a third ("Scott" from every Scott), or nothing is left of it.
    Raises AnswerError where nothing is chosen, or what cannot be parted.
    """
    name = name_of(names, id_)
    if not (part.stories or part.places or part.forms):
        raise AnswerError("choose the stories, places or spellings that are somebody else's")
    other = _entry_to(names, to)
    if other.id == name.id:
        raise AnswerError(f"{name.label} is that name itself; choose another")
    entries = with_namesakes(names, _entries(names, name, part, other), {name.id, other.id})
    return NameChange((name.id, other.id), entries, _parted(names, name, part, other.id))


def _entries(names: Names, name: KnownName, part: Part, other: Entry) -> list[EntryChange]:
    """Return what the register says of both then."""
    kept = entry_of(name)
    if wrong := [form for form in part.forms if form not in name.forms or form == kept.name]:
        raise AnswerError(f"{wrong[0]!r} cannot be somebody else's alone: choose the stories")
    kept = replace(kept, aliases=each_but("", *(a for a in kept.aliases if a not in part.forms)))
    got = replace(other, aliases=each_but(other.name, *other.aliases, *part.forms))
    was = names.register.entries.get(other.id)
    is_left = not set(part.stories).issuperset(name.stories)
    changes = []
    if name.entry or (is_left and not _takes(names, kept, got)):
        changes.append(EntryChange(name.entry, kept))
    if was or part.forms or got.id not in names.by_id or not _takes(names, got, kept):
        changes.append(EntryChange(was, got))
    return changes


def _takes(names: Names, entry: Entry, beside: Entry) -> bool:
    """Tell whether an entry would take marks by its name from a third that is called so, too."""
    if entry.name == beside.name:
        return False  # then it marks by its id alone
    others = (one for one in names.by_id.values() if one.id not in (entry.id, beside.id))
    return any(entry.name in one.forms for one in others)


def _entry_to(names: Names, to: str | Description) -> Entry:
    if isinstance(to, str):
        return entry_of(name_of(names, to))
    kind, called = checked_kind(to.kind), checked_name(to.name)
    ids = (f"{kind}:{slug(called)}{f'-{n}' if n > 1 else ''}" for n in count(1))
    new = next(id_ for id_ in ids if id_ not in names.by_id and id_ not in names.merged)
    return Entry(new, called, kind, description=" ".join(to.description.split()))


def _parted(names: Names, name: KnownName, part: Part, to: str) -> dict[str, list[Correction]]:
    """Return the corrections that make a part of a name another's."""
    made: dict[str, list[Correction]] = {}
    for slug_ in part.stories:
        if slug_ not in name.stories:
            raise AnswerError(f"{slug_} does not name {name.label}")
        made[slug_] = list(_whole_story(names, name, slug_, to))
    for slug_, places in part.places.items():
        if slug_ in part.stories:
            continue
        if any(place not in name.places.get(slug_, ()) for place in places):
            raise AnswerError(f"{slug_} was changed meanwhile: look at it again")
        text = names.stories[slug_].article.story.text
        made[slug_] = [_at(text, place, to) for place in places]
    return made


def _at(text: str, place: Span, to: str) -> Correction:
    return Correction("name", to, (anchor(text, place.start, place.end),))


def _whole_story(names: Names, name: KnownName, slug_: str, to: str) -> Iterable[Correction]:
    """Yield what makes another of a name in a story: its words wherever they stand.

    Where they mean somebody else there, too, each place is said by itself; what is said in the
    story without being named in it, too.
    """
    story = names.stories[slug_]
    text = story.article.story.text
    others = {text[m.start : m.end] for m in story.annotations.mentions if m.entity not in name.ids}
    places = name.places.get(slug_, [])
    words = dict.fromkeys(text[place.start : place.end] for place in places)
    for form in words:
        if form not in others:
            yield Correction("name", to, (Anchor(form, nth=ALL),))
    yield from (_at(text, p, to) for p in places if text[p.start : p.end] in others)
    if not places or any(form in others for form in words):
        yield from _said(story.annotations, text, name, to)


def _said(found: Annotations, text: str, name: KnownName, to: str) -> Iterable[Correction]:
    """Yield what makes another's of what a name says in a story."""
    for quotation in found.quotations:
        if quotation.by in name.ids:
            first = quotation.parts[0]
            yield Correction("speaker", to, (anchor(text, first.start, first.end),))
    for report in found.reports:
        if report.by in name.ids:
            told = {"by": to, "cue": report.cue or "", "lemma": report.lemma}
            said = {key: value for key, value in told.items() if value}
            yield Correction("report", HERE, (anchor(text, report.start, report.end),), said)
