"""A story's marks as W3C Web Annotations, so that other tools can lay them over the same text.

One ``AnnotationPage`` (Web Annotation Data Model, W3C 2017) for each story. A mark is anchored by
its words (``TextQuoteSelector``) and by its place in the story's text (``TextPositionSelector``, in
code points of the paragraphs joined by blank lines).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from gloss.digest.marks import Marks
from gloss.digest.model import Digest, StoryFacts
from gloss.formats.addresses import address, identity
from gloss.output import File
from gloss.site import Site
from gloss.speakers import speaker_of
from gloss.story import Annotations, Article, Moment, Quotation
from gloss.urls import entity_url, story_url

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# How many characters before and after a mark tell it from others of the same words.
AROUND = 24

Annotation = dict[str, Any]


@dataclass(frozen=True)
class Annotated:
    """What is kept of an article for this."""

    text: str
    annotations: Annotations
    quote_ids: tuple[str, ...]


def annotated(article: Article) -> Annotated:
    """Return what is kept of an article."""
    return Annotated(article.story.text, article.annotations, article.quote_ids)


def annotation_files(
    digest: Digest, site: Site, marks: Marks, load: Callable[[str], Annotated]
) -> Iterator[File]:
    """Yield ``stories/SLUG/annotations.jsonld`` for each story; ``load`` gives its annotations."""
    for story in digest.stories.values():
        yield File(
            f"{story_url(story.slug)}annotations.jsonld",
            marks.stories[story.slug],
            partial(_page, story, digest, site, load),
            source=story.slug,
        )


def _names(story: StoryFacts, digest: Digest) -> dict[str, tuple[str, str]]:
    """Every id that the article may use, old ones too, with the id and name that it stands for."""
    now = [named.entity for named in story.named] + [said.by for said in story.said if said.by]
    ids = {id_: id_ for id_ in now} | {o: n for o, n in digest.redirects.items() if n in now}
    return {old: (new, digest.names[new].name) for old, new in ids.items() if new in digest.names}


def _page(story: StoryFacts, digest: Digest, site: Site, load: Callable[[str], Annotated]) -> bytes:
    kept, page = load(story.slug), story_url(story.slug)
    here, names = f"{page}annotations.jsonld", _names(story, digest)
    found = _Story(kept.text, address(site, page, here), names, partial(address, site, page=here))
    items = [
        *(
            found.name(mention.start, mention.end, mention.entity)
            for mention in kept.annotations.mentions
            if mention.entity not in story.unlisted
        ),
        *(found.time(moment) for moment in kept.annotations.moments),
        *(
            found.quotation(quotation, anchor)
            for quotation, anchor in zip(kept.annotations.quotations, kept.quote_ids, strict=True)
        ),
    ]
    for number, item in enumerate(items, start=1):
        item["id"] = f"{identity(site, here)}#{number}"
    head = {"@context": CONTEXT, "id": identity(site, here), "type": "AnnotationPage"}
    lines = ",\n".join(_json(item) for item in items)
    return f'{_json(head)[:-1]},"items":[\n{lines}\n]}}\n'.encode("utf-8", "replace")


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True)
class _Story:
    """One story's text, and how its marks become annotations."""

    text: str
    source: str
    names: Mapping[str, tuple[str, str]]
    address: Callable[[str], str]

    def name(self, start: int, end: int, entity: str) -> Annotation:
        body = self._thing(entity, "identifying")
        return _annotation("identifying", body, self._target(start, end))

    def time(self, moment: Moment) -> Annotation:
        value = moment.edtf or moment.value
        body = _textual(value, "tagging") | ({"rdfs:comment": moment.how} if moment.how else {})
        return _annotation("tagging", body, self._target(moment.start, moment.end))

    def quotation(self, quotation: Quotation, anchor: str) -> Annotation:
        parts = [self._target(part.start, part.end, anchor) for part in quotation.parts]
        target = parts[0] if len(parts) == 1 else parts
        speaker = speaker_of(quotation)
        if speaker.by:
            return _annotation("classifying", self._thing(speaker.by, "classifying"), target)
        if speaker.phrase:
            return _annotation("describing", _textual(speaker.phrase, "describing"), target)
        return _annotation("highlighting", None, target)

    def _thing(self, entity: str, purpose: str) -> dict[str, Any]:
        id_, name = self.names.get(entity, (entity, entity))
        return {
            "type": "SpecificResource",
            "source": self.address(entity_url(id_)),
            "purpose": purpose,
            "rdfs:label": name,
        }

    def _target(self, start: int, end: int, anchor: str = "") -> dict[str, Any]:
        source = f"{self.source}#{anchor}" if anchor else self.source
        return {"source": source, "selector": list(self._selectors(start, end))}

    def _selectors(self, start: int, end: int) -> Iterator[dict[str, Any]]:
        yield {
            "type": "TextQuoteSelector",
            "exact": self.text[start:end],
            "prefix": self.text[max(start - AROUND, 0) : start],
            "suffix": self.text[end : end + AROUND],
        }
        yield {"type": "TextPositionSelector", "start": start, "end": end}


def _textual(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _annotation(motivation: str, body: dict[str, Any] | None, target: Any) -> Annotation:
    """An annotation; without a body it marks its words and says nothing of them."""
    bodies = {} if body is None else {"body": body}
    return {"id": "", "type": "Annotation", "motivation": motivation, **bodies, "target": target}
