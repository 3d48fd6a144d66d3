"""Lines of an article's head that the editor put right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from gloss.article.corrections import CORRECTABLE
from gloss.article.head import FIELDS, Head, one_line
from gloss.article.origin import FACTS
from gloss.corrections.laid import NO_MEANING
from gloss.corrections.nouns import Correction, Lost
from gloss.edtf import is_publication
from gloss.story import Story

HEAD: Final = "head"


def head_values(corrections: Iterable[Correction]) -> tuple[Mapping[str, str], tuple[Lost, ...]]:
    """Return the values that the editor gives, by the name of the field, and what is none."""
    values, lost = dict[str, str](), list[Lost]()
    for correction in corrections:
        if correction.about != HEAD:
            continue
        value = one_line(correction.more.get("is", ""))
        if _can_be(correction.value, value):
            values[FIELDS[correction.value]] = value
        else:
            lost.append(Lost(correction, NO_MEANING))
    return values, tuple(lost)


def _can_be(key: str, value: str) -> bool:
    if key == "Published":
        return not value or is_publication(value)
    return key in CORRECTABLE and bool(value or key != "Title")


def corrected_origin(story: Story, values: Mapping[str, str]) -> Story:
    """Return a story whose origin is as the editor says."""
    given = {fact: values[fact] or None for fact in FACTS if fact in values}
    return replace(story, **given)  # type: ignore[arg-type]


def corrected_head(head: Head, values: Mapping[str, str]) -> Head:
    """Return a head with the title and summary that the editor gives."""
    given = {name: values[name] for name in ("title", "summary") if name in values}
    return replace(head, **given)  # type: ignore[arg-type]


def head_edits(was: Head, edited: Head) -> Iterator[Correction]:
    """Yield the values of a head that an editor put right."""
    for key in CORRECTABLE:
        before, now = (one_line(getattr(head, FIELDS[key]) or "") for head in (was, edited))
        if before != now:
            yield Correction(HEAD, key, (), {"is": now})
