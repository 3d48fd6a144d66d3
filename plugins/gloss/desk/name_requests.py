"""What a page of the desk sends of a name, as the change that it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gloss.desk.answers import AnswerError
from gloss.desk.name_changes import Description, NameChange, describe, merge
from gloss.desk.name_split import Part, split
from gloss.desk.names import Names
from gloss.story import Span


def change_of(names: Names, said: Mapping[str, Any]) -> NameChange:
    """Return the change that a page asks for. Raises AnswerError for one that is none."""
    about, id_ = said.get("about"), str(said.get("id", ""))
    if about == "describe":
        return describe(names, id_, description_of(said))
    if about == "merge":
        return merge(names, id_, str(said.get("other", "")), _texts(said.get("aliases")))
    if about == "split":
        known = str(said.get("other", ""))
        return split(names, id_, _part(said), known or description_of(said))
    raise AnswerError("that cannot be said of a name")


def description_of(said: Mapping[str, Any]) -> Description:
    return Description(
        name=str(said.get("name", "")),
        kind=str(said.get("kind", "")),
        description=str(said.get("description", "")),
        aliases=_texts(said.get("aliases")),
        same_as=_texts(said.get("same_as")),
        picture=str(said.get("picture", "")).strip(),
        alt=str(said.get("alt", "")),
    )


def _part(said: Mapping[str, Any]) -> Part:
    places: dict[str, list[Span]] = {}
    for slug, start, end in said.get("places") or ():
        places.setdefault(str(slug), []).append(Span(int(start), int(end)))
    return Part(_texts(said.get("stories")), places, _texts(said.get("forms")))


def _texts(said: object) -> tuple[str, ...]:
    """Return a list of texts, each on one line, without those that say nothing."""
    lines = (" ".join(str(text).split()) for text in said) if isinstance(said, list) else ()
    return tuple(dict.fromkeys(filter(None, lines)))
