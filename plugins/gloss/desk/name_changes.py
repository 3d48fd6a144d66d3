"""What an editor says of a name, as changes of the register and corrections of stories.

Each function says what is to be written, and writes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from gloss.corrections import ALL, HERE, Anchor, Correction, anchor
from gloss.desk.answers import AnswerError
from gloss.desk.names import KnownName, Names
from gloss.desk.pointing import is_line
from gloss.naming.slugs import slug
from gloss.register import Entry, EntryChange
from gloss.story import KINDS, Annotations, Kind, Span


@dataclass(frozen=True)
class NameChange:
    """What is to be written: entries of the register, and corrections by the story's slug.

    ids: of the name that it is of, the first of these that is left then.
    """

    ids: tuple[str, ...]
    entries: tuple[EntryChange, ...] = ()
    corrections: Mapping[str, Sequence[Correction]] = field(default_factory=dict)


@dataclass(frozen=True)
class Description:
    """What an editor says that a thing is: as an entry of the register has it."""

    name: str
    kind: str
    description: str = ""
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    picture: str = ""
    alt: str = ""


@dataclass(frozen=True)
class Part:
    """What of a name is somebody else's: whole stories, single places, or spellings.

    stories: slugs. places: by slug, stretches of the story's text. forms: as stories have them.
    """

    stories: tuple[str, ...] = ()
    places: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    forms: tuple[str, ...] = ()


def describe(names: Names, id_: str, said: Description) -> NameChange:
    """Say what a thing is called and is; where its kind changes, its old page leads to the new.

    Raises AnswerError for a name that is none, or that would be another's.
    """
    name = _name(names, id_)
    entry = entry_of(name)
    kind = _kind(said.kind)
    now = f"{kind}:{name.id.partition(':')[2]}"
    if now != name.id and now in names.by_id:
        raise AnswerError(f"{now} is there already: merge the two")
    called = _called(said.name)
    aliases = [*said.aliases, *_old_label(names, name, called)]
    merges = entry.merges if now == name.id else (*entry.merges, *name.ids, name.id)
    new = Entry(
        id=now,
        name=called,
        kind=kind,
        aliases=tuple(dict.fromkeys(one for one in aliases if one != called)),
        description=" ".join(said.description.split()),
        same_as=tuple(dict.fromkeys(said.same_as)),
        merges=tuple(dict.fromkeys(one for one in merges if one != now)),
        picture=said.picture,
        alt=" ".join(said.alt.split()) if said.picture else "",
    )
    entries = _with_namesakes(names, [EntryChange(name.entry, new)], {name.id})
    return NameChange((now,), entries)


def _old_label(names: Names, name: KnownName, called: str) -> list[str]:
    """Return what a thing was called before, where stories mean it by that and nobody else."""
    is_new = name.label not in (called, *(name.entry.aliases if name.entry else ()))
    return [name.label] if is_new and names.called(name.label) == [name] else []


def merge(names: Names, id_: str, other: str, aliases: Collection[str]) -> NameChange:
    """Say that another name is this one, and which of its names mean this one everywhere.

    Raises AnswerError for a merge of nothing, or of a thing with itself.
    """
    if not other:
        raise AnswerError("choose the name that it is the same as")
    one, two = _name(names, id_), _name(names, other)
    if one.id == two.id:
        raise AnswerError(f"{two.label} is that name itself; choose another")
    wrong = [alias for alias in aliases if alias not in two.names]
    if wrong:
        raise AnswerError(f"{wrong[0]!r} is no name of {two.label}")
    entry, gone = entry_of(one), entry_of(two)
    merged = Entry(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        aliases=_but(entry.name, *entry.aliases, *gone.aliases, *aliases),
        description=entry.description or gone.description,
        same_as=_but("", *entry.same_as, *gone.same_as),
        merges=_but(entry.id, *entry.merges, *gone.merges, *two.ids, two.id),
        picture=(entry if entry.picture else gone).picture,
        alt=(entry if entry.picture else gone).alt,
    )
    changes = [EntryChange(one.entry, merged)]
    changes += [EntryChange(two.entry, None)] if two.entry else []
    return NameChange((one.id,), _with_namesakes(names, changes, {one.id, two.id}))


def aliases_of(names: Names, id_: str, other: str) -> Mapping[str, bool]:
    """Return the names of a thing that may mean another, too, each with whether it surely does.

    A part of a name is not sure, such as a surname, nor is one that somebody else bears.
    """
    one, two = _name(names, id_), _name(names, other)
    known = {entry_of(one).name, *entry_of(one).aliases}
    return {
        form: _is_telling(form, two) and _bears_alone(names, form, (one, two))
        for form in two.names
        if form not in known and form not in names.register.not_a_name
    }


def _is_telling(form: str, name: KnownName) -> bool:
    return len(form.split()) > 1 or (form == name.label and name.kind != "person")


def _bears_alone(names: Names, form: str, those: Sequence[KnownName]) -> bool:
    return all(one in those for one in names.called(form))


def split(names: Names, id_: str, part: Part, to: str | Description) -> NameChange:
    """Say that a part of what stories mean by a name is another, known or new.

    What is said of a story holds for its words, wherever they stand in it; a spelling becomes a
    name of the other in the register. Both get an entry, so that neither is taken for the other,
    unless it would take marks from a third ("Scott" from every Scott), or nothing is left of it.
    Raises AnswerError where nothing is chosen, or what cannot be parted.
    """
    name = _name(names, id_)
    if not (part.stories or part.places or part.forms):
        raise AnswerError("choose the stories, places or spellings that are somebody else's")
    other = _entry_to(names, to)
    if other.id == name.id:
        raise AnswerError(f"{name.label} is that name itself; choose another")
    kept = entry_of(name)
    if wrong := [form for form in part.forms if form not in name.forms or form == kept.name]:
        raise AnswerError(f"{wrong[0]!r} cannot be somebody else's alone: choose the stories")
    kept = replace(kept, aliases=_but("", *(a for a in kept.aliases if a not in part.forms)))
    got = replace(other, aliases=_but(other.name, *other.aliases, *part.forms))
    was = names.register.entries.get(other.id)
    is_left = not set(part.stories).issuperset(name.stories)
    changes = []
    if name.entry or (is_left and not _takes(names, kept, got)):
        changes.append(EntryChange(name.entry, kept))
    if was or part.forms or got.id not in names.by_id or not _takes(names, got, kept):
        changes.append(EntryChange(was, got))
    entries = _with_namesakes(names, changes, {name.id, other.id})
    return NameChange((name.id, other.id), entries, _parted(names, name, part, other.id))


def _takes(names: Names, entry: Entry, beside: Entry) -> bool:
    """Tell whether an entry would take marks by its name from a third that is called so, too."""
    if entry.name == beside.name:
        return False  # then it marks by its id alone
    others = (one for one in names.by_id.values() if one.id not in (entry.id, beside.id))
    return any(entry.name in one.forms for one in others)


def _entry_to(names: Names, to: str | Description) -> Entry:
    if isinstance(to, str):
        return entry_of(_name(names, to))
    kind, called = _kind(to.kind), _called(to.name)
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


def _with_namesakes(
    names: Names, changes: Sequence[EntryChange], those: Collection[str]
) -> tuple[EntryChange, ...]:
    """Return changes, with an entry for whoever else bears a name that the register had not.

    Else all who bear it would be the one that it has.
    """
    new = {
        change.entry.name
        for change in changes
        if change.entry and (change.was is None or change.was.name != change.entry.name)
    }
    others = (one for one in names.by_id.values() if one.label in new and one.id not in those)
    beside = (EntryChange(None, entry_of(one)) for one in others if not one.entry)
    return (*(change for change in changes if change.was != change.entry), *beside)


def entry_of(name: KnownName) -> Entry:
    """Return what the register says of a thing, or would say of it as it is."""
    return name.entry or Entry(name.id, name.label, name.kind)


def _name(names: Names, id_: str) -> KnownName:
    name = names.by_id.get(names.one(id_))
    if name is None:
        raise AnswerError(f"no name {id_}")
    return name


def _but(without: str, *texts: str) -> tuple[str, ...]:
    """Return texts, each once, without one."""
    return tuple(text for text in dict.fromkeys(texts) if text != without)


def _called(name: str) -> str:
    called = " ".join(name.split())
    if not is_line(called):
        raise AnswerError("what is it called?")
    return called


def _kind(kind: str) -> Kind:
    for known in KINDS:
        if known == kind:
            return known
    raise AnswerError(f"{kind!r} is no kind of name")
