"""A-Z lists of names, one for each kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from gloss.digest.model import Name
from gloss.digest.names import name_order
from gloss.pages.context import Context
from gloss.pages.links import NameLink
from gloss.pages.page import Page
from gloss.story import KINDS, Kind
from gloss.urls import FOLDERS

# Up to this many names stand on one page (about five nodes each); more are cut at letters.
ON_ONE_PAGE = 160


# A heading of the list, its fragment, and the names below it.
Group = tuple[str, str, Sequence[Name]]


@dataclass(frozen=True)
class NameRow:
    """A name in a list: as it is filed, what it is, and in how many stories."""

    link: NameLink
    filed: str
    says: str
    stories: int
    said: int


@dataclass(frozen=True)
class Letter:
    """A heading of the list, and where it stands: an address, or a fragment of this page."""

    letter: str
    names: int
    url: str


def list_pages(context: Context) -> Iterator[Page]:
    """Return the A-Z pages of each kind; a kind without names has an empty one."""
    by_kind: dict[Kind, list[Name]] = {kind: [] for kind in KINDS}
    for name in context.digest.names.values():
        by_kind[name.kind].append(name)
    kinds = tuple((kind, FOLDERS[kind]) for kind, names in by_kind.items() if names)
    for kind, names in by_kind.items():
        yield from _pages(kind, names, context, kinds)


def _pages(
    kind: Kind, names: Sequence[Name], context: Context, kinds: tuple[tuple[Kind, str], ...]
) -> Iterator[Page]:
    folder = FOLDERS[kind]
    by_letter: dict[str, list[Name]] = defaultdict(list)
    filed = context.filed
    for name in sorted(names, key=lambda name: name_order(filed[name.id])):
        by_letter[letter_of(filed[name.id])].append(name)
    sizes = {letter: len(those) for letter, those in by_letter.items()}
    whole = len(names) <= ON_ONE_PAGE
    address = "{folder}/#letter-{part}" if whole else "{folder}/{part}.html"
    letters = tuple(
        Letter(letter, size, address.format(folder=folder, part=_part(letter)))
        for letter, size in sizes.items()
    )
    groups = [(x.letter, _part(x.letter), by_letter[x.letter]) for x in letters]
    home = {
        "kind": kind,
        "kinds": kinds,
        "total": len(names),
        "whole": whole,
        "letters": letters,
        "letter": "",
        "before": "",
        "after": "",
    }
    yield _page(f"{folder}/index.html", home, groups if whole else _most(names), context)
    for letter, part, filed_there in () if whole else groups:
        yield from _letter_pages({**home, "letter": letter}, folder, (part, filed_there), context)


def _letter_pages(
    home: Mapping[str, object], folder: str, group: tuple[str, Sequence[Name]], context: Context
) -> Iterator[Page]:
    part, names = group
    cuts = range(0, len(names), ON_ONE_PAGE)
    paths = [f"{folder}/{part}{f'-{i + 1}' if i else ''}.html" for i in range(len(cuts))]
    for i, start in enumerate(cuts):
        before, after = paths[i - 1] if i else "", paths[i + 1] if i + 1 < len(paths) else ""
        some = (str(home["letter"]), part, names[start : start + ON_ONE_PAGE])
        yield _page(paths[i], {**home, "before": before, "after": after}, [some], context)


def _page(path: str, head: Mapping[str, object], groups: Sequence[Group], context: Context) -> Page:
    def view() -> dict[str, object]:
        told = ((x, part, tuple(_row(name, context) for name in some)) for x, part, some in groups)
        return {**head, "groups": tuple(told)}

    labels, filed = context.links.marks.labels, context.filed
    marks = [
        f"{labels[name.id]} {filed[name.id]} {len(name.stories)} {len(name.said)} {line_for(name)}"
        for _, _, some in groups
        for name in some
    ]
    return Page(path, "names.html", view, key=(head, marks))


def _most(names: Sequence[Name]) -> Sequence[Group]:
    return [("", "most", sorted(names, key=lambda name: -len(name.stories))[:40])]


def _row(name: Name, context: Context) -> NameRow:
    link, filed = context.links.names[name.id], context.filed[name.id]
    return NameRow(link, filed, line_for(name), len(name.stories), len(name.said))


def line_for(name: Name) -> str:
    """Return one line that says what a thing is: the register's, else the newest story's."""
    if name.description:
        return name.description
    for named in name.named:
        if named.descriptors:
            return named.descriptors[0]
    return ""


def letter_of(name: str) -> str:
    """Return the letter that a name is listed under; ``#`` for one that begins with none.

    >>> letter_of("Élysée"), letter_of("3M")
    ('E', '#')
    """
    first = (name if name.isascii() else normalize("NFKD", name))[:1].upper()
    return first if first.isalpha() else "#"


def _part(letter: str) -> str:
    """A letter's fragment and file: ``a``; ``0-9`` for digits and signs; ``u5f20`` beyond ASCII."""
    if letter == "#":
        return "0-9"
    return letter.lower() if letter.isascii() else f"u{ord(letter):x}"
