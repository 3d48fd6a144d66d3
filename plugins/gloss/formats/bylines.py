"""Who wrote a story, out of its byline: people with family and given names, or organisations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gloss.lexicon import alternatives, words

_WORDS = words("bylines")
_BY = re.compile(rf"^{alternatives(_WORDS['by'])}\s+", re.IGNORECASE)
_EDITED = re.compile(rf"{alternatives(_WORDS['edited_by'])}\s", re.IGNORECASE)
# Behind a full stop, how to reach whoever wrote, or who that is.
_ABOUT = re.compile(rf"(?<!\b[A-Z])\.\s(?=.*(?:@|\s{alternatives(_WORDS['is'])}\s)).*")
_FIRM = rf"(?!\s*{alternatives(_WORDS['firms'])}(?:\s|$))"
_AND = re.compile(rf"\s+{alternatives(_WORDS['and'])}\s+{_FIRM}", re.IGNORECASE)
_LEADING = re.compile(rf"^{alternatives(_WORDS['and'] | _WORDS['for_whom'])}\s+", re.IGNORECASE)
_GENERATIONS = _WORDS["generations"]
_ACRONYM = re.compile(r"[A-Z][A-Z.&-]+")
_WHERE = re.compile(rf"\s+(?i:{alternatives(_WORDS['where'])})\s+(?=[A-Z]).*")
_ADDRESS = re.compile(r"\s*\(?\S*@\S*")
_JOB = re.compile(rf"(?:.*\s)?{alternatives(_WORDS['jobs'])}", re.IGNORECASE)


@dataclass(frozen=True)
class Author:
    """A person, or an organisation, which has no given name.

    literal: the name as the byline has it.
    """

    literal: str
    family: str = ""
    given: str = ""
    suffix: str = ""

    @property
    def is_person(self) -> bool:
        """Whether it has a family name."""
        return bool(self.family)


def people_of(byline: str | None) -> tuple[Author, ...]:
    """Return the authors that a byline names, in order, each once.

    >>> [author.literal for author in people_of("By Pia Lund in Oslo, and Reuters")]
    ['Pia Lund', 'Reuters']
    """
    whole = _ABOUT.sub("", " ".join((byline or "").split()), count=1)
    parts = [part.strip() for part in re.split(r"[;|]", _ADDRESS.sub("", whole))]
    own = [_BY.sub("", part, count=1) for part in parts if not _EDITED.match(part)]
    names = [name for part in own for name in _names(part) if _is_author(name)]
    shouted = all(name.isupper() for name in names)
    return tuple({name: _author(name, shouted) for name in names}.values())


def _is_author(name: str) -> bool:
    """Tell a name from what somebody is ("political editor")."""
    return bool(name) and not _JOB.fullmatch(name)


def _names(byline: str) -> Iterator[str]:
    """Cut a byline where one name ends: at commas, and at "and"; where they write from is none."""
    pieces = [piece.strip() for piece in byline.split(",")]
    if _is_turned(pieces):
        yield f"{pieces[1]} {pieces[0]}"
        return
    for number, piece in enumerate(pieces):
        if piece.lower() in _GENERATIONS:
            continue
        behind = pieces[number + 1] if number + 1 < len(pieces) else ""
        suffix = f", {behind}" if behind.lower() in _GENERATIONS else ""
        *first, last = _AND.split(_LEADING.sub("", piece, count=1) if number else piece)
        yield from (_WHERE.sub("", name) for name in first)
        yield _WHERE.sub("", last) + suffix


def _is_turned(pieces: list[str]) -> bool:
    """Tell "Lund, Pia": a family name before the given one."""
    if len(pieces) != 2 or " " in pieces[0] or _AND.search(pieces[1]):
        return False
    one = [piece for piece in pieces if not _is_organisation(piece.split())]
    return len(one) == 2 and len(pieces[1].split()) <= 2 and pieces[1].lower() not in _GENERATIONS


def _author(name: str, shouted: bool) -> Author:
    """Shouted: all names of the byline are in capitals; else such a one is a paper's or firm's."""
    plain, _, suffix = name.partition(", ")
    parts = plain.split()
    if parts and len(parts) > 2 and parts[-1].lower() in _GENERATIONS:
        suffix = parts.pop()
    if len(parts) < 2 or _is_organisation(parts) or (name.isupper() and not shouted):
        return Author(name)
    start = len(parts) - 1
    while start > 1 and parts[start - 1].lower() in _WORDS["particles"]:
        start -= 1
    return Author(name, " ".join(parts[start:]), " ".join(parts[:start]), suffix)


def _is_organisation(parts: list[str]) -> bool:
    """Tell an agency, a paper or a desk by its words."""
    ends = {parts[0].lower(), parts[-1].lower()}
    known = _WORDS["agencies"] | _WORDS["organisations"]
    if ends & known or parts[0].lower() in _WORDS["articles"]:
        return True
    return "&" in parts or (len(parts) == 1 and bool(_ACRONYM.fullmatch(parts[0])))


def is_agency(author: Author) -> bool:
    """Tell whether whoever wrote is no person: one word alone is a person unless it is known."""
    parts = author.literal.split()
    return not author.is_person and (len(parts) > 1 or _is_organisation(parts))
