"""The head of an article: Pelican's ``Key: value`` lines, written and read.

A value goes on in lines indented by four spaces (``Names``, ``Review``). A blank line
ends the head.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from gloss.edtf import is_day, is_publication
from gloss.story import Entity, Picture, Status, kind_of
from gloss.urls import PICTURE, is_picture

INDENT = "    "
# The end of the name of a new version beside an article that was corrected by hand: no story.
BESIDE = ".new.md"
STATUSES: tuple[str, ...] = get_args(Status)

_LINKS = re.compile(r" (?=<[^<>\s]+>)")
# A slug is a folder's name and a piece of an address; nothing in it needs to be escaped in either.
_SLUG = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")
_BETWEEN = re.compile(r"(?:^|(?<=\s))\|(?=\s|$)")
_SPECIAL = re.compile(r"[\\|<]")
_ESCAPE = re.compile(r"\\(.)")
_LINE = re.compile(r"[ ]{0,3}(?P<key>[A-Za-z][\w-]*):\s*(?P<value>.*)")


class ArticleError(ValueError):
    """An article that cannot be read; its text is one line for the editor."""


@dataclass(frozen=True)
class Head:
    """What the head of an article says.

    date: ISO 8601 day on which the story entered the digest.
    body_digest, head_digest, names_digest, review_digest: of what Gloss wrote; each shows a
        correction by hand.
    corrections: digest of the file of corrections that were laid over it.
    annotator, register: by what it was annotated: the version, and the digest of the register's
        entries that touch the story (empty where none does).
    names: what the marks' entity ids stand for.
    declared, emended, notes, decided: what corrections say to readers, as lines of parts (``row``).
    other: further keys that an editor wrote, kept as they are.
    """

    title: str
    slug: str
    date: str
    status: Status = "published"
    summary: str = ""
    published: str | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    lang: str | None = None
    section: str | None = None
    seed: str | None = None
    seed_digest: str | None = None
    body_digest: str | None = None
    head_digest: str | None = None
    names_digest: str | None = None
    review_digest: str | None = None
    corrections: str | None = None
    annotator: str | None = None
    register: str | None = None
    names: tuple[Entity, ...] = ()
    declared: tuple[str, ...] = ()
    emended: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    other: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


# In the order in which they are written; the field that each is kept in.
FIELDS = {
    "Title": "title",
    "Date": "date",
    "Slug": "slug",
    "Status": "status",
    "Summary": "summary",
    "Published": "published",
    "Source": "source",
    "URL": "url",
    "Author": "author",
    "Lang": "lang",
    "Section": "section",
    "Seed": "seed",
    "Seed-Digest": "seed_digest",
    "Body-Digest": "body_digest",
    "Head-Digest": "head_digest",
    "Names-Digest": "names_digest",
    "Review-Digest": "review_digest",
    "Corrections-Digest": "corrections",
    "Annotator": "annotator",
    "Register-Digest": "register",
}
_FIELD_OF = {key.lower(): name for key, name in FIELDS.items()}
# Lists that Gloss writes: the key of each, and the field that it is kept in.
LISTS = {
    "Corrections": "declared",
    "Emended": "emended",
    "Notes": "notes",
    "Decided": "decided",
    "Review": "review",
}
_DERIVED = frozenset({"tags", "names", *map(str.lower, LISTS)})


def write_head(head: Head) -> str:
    """Write the head, with the line break that ends its last line."""
    return "".join(f"{line}\n" for line in _lines(head))


def _lines(head: Head) -> Iterator[str]:
    for key, name in FIELDS.items():
        value = getattr(head, name)
        if value and not (name == "status" and value == "published"):
            yield f"{key}: {one_line(value)}"
        if key == "Summary" and (tags := [_tag(e) for e in head.names if _is_tag(e)]):
            yield f"Tags: {'; '.join(tags)};"
    for key, values in head.other.items():
        yield from _listed(key, values)
    yield from _listed("Names", [write_entity(entity) for entity in head.names])
    for key, name in LISTS.items():
        yield from _listed(key, [one_line(line) for line in getattr(head, name)])


def _listed(key: str, values: Sequence[str]) -> Iterator[str]:
    if len(values) == 1:
        yield f"{key}: {values[0]}"
    elif values:
        yield f"{key}:"
        yield from (INDENT + value for value in values)


def one_line(value: str) -> str:
    """Return a value as it is written: all of its white space is single blanks."""
    return " ".join(value.split())


def _is_tag(entity: Entity) -> bool:
    """A topic is a name on one story's word alone: the digest lists it when others have it too."""
    return kind_of(entity.id) != "topic"


def _tag(entity: Entity) -> str:
    return one_line(entity.name).replace(";", ",")


def write_entity(entity: Entity) -> str:
    r"""Write a line of ``Names``: ``id = Name <same as> | descriptor | descriptor``.

    ``\``, ``|``, ``<`` and line breaks in a name or descriptor are written with a backslash.
    """
    links = "".join(f" <{uri}>" for uri in entity.same_as)
    descriptors = "".join(f" | {_escaped(text)}" for text in entity.descriptors)
    return f"{entity.id} = {_escaped(entity.name)}{links}{descriptors}"


def read_entity(line: str) -> Entity:
    """Read a line of ``Names``; raises ArticleError where it is none."""
    entity, equals, rest = line.partition(" = ")
    first, *descriptors = rest.split(" | ")
    name, *links = _LINKS.split(first)
    if not equals or not name.strip():
        raise ArticleError(f"Names: {line!r}; expected 'kind:slug = Name | descriptor'")
    return Entity(
        id=entity.strip(),
        name=_unescaped(name.strip()),
        descriptors=tuple(_unescaped(text) for text in descriptors),
        same_as=tuple(link.strip()[1:-1] for link in links),
    )


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", r"\n")


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda m: "\n" if m[1] == "n" else m[1], text)


def split_article(text: str) -> tuple[str, str]:
    """Return an article's head and body."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    head, _, body = text.partition("\n\n")
    return head, body


def read_head(text: str, where: str) -> Head:
    """Read the head of an article's text.

    where: the file, for errors. Raises ArticleError where a line is no head line, or a value that
    an article must have is not there.
    """
    values = _values(split_article(text)[0], where)
    known = {_FIELD_OF[key]: listed[0] for key, listed in values.items() if key in _FIELD_OF}
    known = {name: value for name, value in known.items() if value}
    for name in ("title", "slug", "date"):
        if name not in known:
            raise ArticleError(f"{where}:1: no {name.title()} line in the head")
    _check_slug(known["slug"], text, where)
    _check_days(known, text, where)
    status = known.get("status", "published")
    if status not in STATUSES:
        raise ArticleError(f"{where}: Status {status!r}; expected {', '.join(STATUSES)}")
    try:
        names = tuple(read_entity(line) for line in values.get("names", ()))
    except ArticleError as problem:
        raise ArticleError(f"{where}: {problem}") from None
    other = {k: v for k, v in values.items() if k not in _FIELD_OF and k not in _DERIVED}
    lists = {name: tuple(values.get(key.lower(), ())) for key, name in LISTS.items()}
    return Head(**known, **lists, names=names, other=other)  # type: ignore[arg-type]


def _check_slug(slug: str, text: str, where: str) -> None:
    if not _SLUG.fullmatch(slug):
        says = f"Slug {slug!r}; expected letters, digits and hyphens"
        raise ArticleError(f"{where}:{_line_of('slug', text)}: {says}")


def _check_days(known: Mapping[str, str], text: str, where: str) -> None:
    for name in ("date", "published"):
        if value := known.get(name):
            check_day(name, value, text, where)


def check_day(name: str, value: str, text: str, where: str) -> None:
    """Raise ArticleError where a value is no day."""
    if not (is_publication if name == "published" else is_day)(value):
        line = _line_of(name, text)
        says = f"{name.title()} {value!r}; expected a day, YYYY-MM-DD"
        raise ArticleError(f"{where}:{line}: {says}")


def row(*texts: str) -> str:
    """Write texts as a line, ``first | second | …``; empty ones at its end are left out."""
    return one_line(" | ".join(_escaped(one_line(text)) for text in _without_end(texts)))


def _without_end(texts: Sequence[str]) -> Sequence[str]:
    while texts and not texts[-1].strip():
        texts = texts[:-1]
    return texts


def read_row(line: str, count: int) -> list[str]:
    """Read a line of so many texts; those that are not there are empty."""
    texts = [_unescaped(text.strip()) for text in _BETWEEN.split(line, count - 1)]
    return [*texts, *[""] * (count - len(texts))]


def own_lines(head: Head, key: str) -> Sequence[str]:
    """Return the values of an editor's own key, whatever its capitals."""
    return next((values for k, values in head.other.items() if k.lower() == key), ())


def picture_of(head: Head, where: str) -> Picture | None:
    """Return the story's picture, of the lines ``Image``, ``Alt`` and ``Caption``.

    Raises ArticleError where ``Image`` names no picture.
    """
    said = {key.lower(): value for key, (value, *_) in head.other.items() if value}
    file = said.get("image")
    if file and not is_picture(file):
        raise ArticleError(f"{where}: Image {file[:60]!r}; expected {PICTURE}")
    return Picture(file, said.get("alt", ""), said.get("caption", "")) if file else None


def _line_of(key: str, text: str) -> int:
    lines = (line.partition(":")[0].strip().lower() for line in text.splitlines())
    return next((number for number, found in enumerate(lines, 1) if found == key), 1)


def _values(head: str, where: str) -> dict[str, tuple[str, ...]]:
    values: dict[str, list[str]] = {}
    current: list[str] | None = None
    for number, line in enumerate(head.split("\n"), 1):
        match = _LINE.fullmatch(line)
        if line.startswith(INDENT) and current is not None:
            current.append(line.strip())
        elif match:
            current = values.setdefault(_known_key(match["key"]), [])
            current.append(match["value"].strip())
        else:
            raise ArticleError(f"{where}:{number}: {line[:60]!r}; expected 'Key: value'")
    return {key: tuple(v for v in listed if v) or ("",) for key, listed in values.items()}


def _known_key(key: str) -> str:
    """Return a key of Gloss's in small letters, an editor's own as it is spelt."""
    small = key.lower()
    return small if small in _FIELD_OF or small in _DERIVED else key


def digest_of_body(body: str) -> str:
    """Return the digest by which a hand correction shows (SHA-256, line ends aside)."""
    lines = [line.rstrip() for line in body.strip().splitlines()]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
