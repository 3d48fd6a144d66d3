"""Read the body of an article: its text, what is said of it, and its blocks as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gloss.article.markdown import parse_markdown
from gloss.article.marks import spoken
from gloss.article.walk import Walk
from gloss.story import Annotations, Block, Entity
from gloss.urls import relative, story_url


@dataclass(frozen=True)
class Body:
    """The body of an article, read; the parallel tuples are those of ``Article``.

    starts: where the text of each block begins.
    """

    text: str
    annotations: Annotations
    blocks: tuple[Block, ...]
    quote_ids: tuple[str, ...]
    moment_ids: tuple[str, ...]
    report_ids: tuple[str, ...]
    starts: tuple[int, ...] = ()


def read_body(body: str, slug: str, names: tuple[Entity, ...]) -> Body:
    """Read the body of an article; ``names`` are what its head says of the entities."""
    root = relative("", story_url(slug))
    walk = Walk(root, {entity.id: entity.name for entity in names})
    blocks = tuple(walk.blocks(parse_markdown(body)))
    return Body(
        text="".join(walk.text),
        annotations=Annotations(
            mentions=tuple(walk.mentions),
            moments=tuple(walk.moments),
            quotations=tuple(walk.said),
            entities=tuple(_used(walk, names)),
            reports=tuple(walk.reports),
        ),
        blocks=blocks,
        quote_ids=tuple(walk.quote_ids),
        moment_ids=tuple(walk.moment_ids),
        report_ids=tuple(walk.report_ids),
        starts=tuple(walk.starts),
    )


def _used(walk: Walk, names: tuple[Entity, ...]) -> Iterator[Entity]:
    """Give the entities in use: those that the head explains, then those that it does not."""
    sources = [q.by for q in walk.said if q.by] + [r.by for r in walk.reports if r.by]
    used = dict.fromkeys([m.entity for m in walk.mentions] + sources)
    explained = {entity.id for entity in names}
    yield from (entity for entity in names if entity.id in used)
    yield from (Entity(e, walk.names.get(e) or spoken(e)) for e in used if e not in explained)
