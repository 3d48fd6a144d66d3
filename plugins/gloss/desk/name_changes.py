"""What an editor says of a name, as changes of the register and corrections of stories.

Each function says what is to be written, and writes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from gloss.corrections import Correction
from gloss.desk.answers import AnswerError
from gloss.desk.names import KnownName, Names
from gloss.desk.pointing import is_line
from gloss.register import Entry, EntryChange
from gloss.story import KINDS, Kind


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


def describe(names: Names, id_: str, said: Description) -> NameChange:
    """Say what a thing is called and is; where its kind changes, its old page leads to the new.

    Raises AnswerError for a name that is none, or that would be another's.
    """
    name = name_of(names, id_)
    entry = entry_of(name)
    kind = checked_kind(said.kind)
    now = f"{kind}:{name.id.partition(':')[2]}"
    if now != name.id and now in names.by_id:
        raise AnswerError(f"{now} is there already: merge the two")
    called = checked_name(said.name)
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
    entries = with_namesakes(names, [EntryChange(name.entry, new)], {name.id})
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
    one, two = name_of(names, id_), name_of(names, other)
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
        aliases=each_but(entry.name, *entry.aliases, *gone.aliases, *aliases),
        description=entry.description or gone.description,
        same_as=each_but("", *entry.same_as, *gone.same_as),
        merges=each_but(entry.id, *entry.merges, *gone.merges, *two.ids, two.id),
        picture=(entry if entry.picture else gone).picture,
        alt=(entry if entry.picture else gone).alt,
    )
    changes = [EntryChange(one.entry, merged)]
    changes += [EntryChange(two.entry, None)] if two.entry else []
    return NameChange((one.id,), with_namesakes(names, changes, {one.id, two.id}))


def aliases_of(names: Names, id_: str, other: str) -> Mapping[str, bool]:
    """Return the names of a thing that may mean another, too, each with whether it surely does.

    A part of a name is not sure, such as a surname, nor is one that somebody else bears.
    """
    one, two = name_of(names, id_), name_of(names, other)
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


def with_namesakes(
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


def name_of(names: Names, id_: str) -> KnownName:
    name = names.by_id.get(names.one(id_))
    if name is None:
        raise AnswerError(f"no name {id_}")
    return name


def each_but(without: str, *texts: str) -> tuple[str, ...]:
    """Return texts, each once, without one."""
    return tuple(text for text in dict.fromkeys(texts) if text != without)


def checked_name(name: str) -> str:
    called = " ".join(name.split())
    if not is_line(called):
        raise AnswerError("what is it called?")
    return called


def checked_kind(kind: str) -> Kind:
    for known in KINDS:
        if known == kind:
            return known
    raise AnswerError(f"{kind!r} is no kind of name")
