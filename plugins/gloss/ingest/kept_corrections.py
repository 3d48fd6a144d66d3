"""What a new version of an article carries on from the one before: what a person put right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gloss.article import Head, digest_of_head, digest_of_names, names_are_corrected
from gloss.article.head import write_entity
from gloss.story import Entity


def keeps_values(old: Head, seed_changed: bool) -> bool:
    """Tell whether the values of an old head stand, rather than what is made of the seed.

    A corrected head whose seed has changed stays itself; only a version beside it is written.
    """
    return not seed_changed and digest_of_head(old) != old.head_digest


def carried_on(made: Head, old: Head, seed_changed: bool) -> Head:
    """Return a head as it is written: what is made of the seed, and what the old one keeps.

    Its digests are those of what is made, so that what is kept shows as a correction still.
    """
    made = replace(made, slug=old.slug, date=old.date, status=old.status, other=old.other)
    if keeps_values(old, seed_changed):
        made = replace(made, title=old.title, summary=old.summary)
    if names_are_corrected(old) and not seed_changed:
        made = replace(made, names=tuple(_names(made.names, old.names)))
    return made


def with_digests(made: Head) -> Head:
    """Return a head with the digests by which corrections of it will show."""
    return replace(made, head_digest=digest_of_head(made), names_digest=digest_of_names(made.names))


def _names(made: Sequence[Entity], old: Sequence[Entity]) -> Iterator[Entity]:
    kept = {entity.id: entity for entity in old}
    return (kept.get(entity.id, entity) for entity in made)


def lost_names(old: Head, new: Head) -> Iterator[str]:
    """Tell the lines of a corrected ``Names`` whose ids the marks no longer use."""
    used = {entity.id for entity in new.names}
    for entity in old.names if names_are_corrected(old) else ():
        if entity.id not in used:
            yield (
                f"its marks no longer say {entity.id}, so its line of Names is left out: "
                f"{write_entity(entity)}"
            )
