"""A story's marks as W3C Web Annotations, so that other tools can lay them over the same text.

One ``AnnotationPage`` (Web Annotation Data Model, W3C 2017) for each story, beside its page and its
text; when and by what it was made it says once, and a name is one annotation with all its places.
Each place is two targets: in the page the words, with as much around them as makes them the only
ones in their paragraph (a ``FragmentSelector``, refined by a ``TextQuoteSelector``); and in
``text.txt`` characters, as RFC 5147 counts them (``text.txt#char=0,9``). Addresses are relative.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from gloss import __version__
from gloss.digest.marks import Marks
from gloss.digest.model import Digest, Name, StoryFacts
from gloss.formats.served_text import ServedQuotation, ServedText
from gloss.output import File
from gloss.speakers import source_of, speaker_of
from gloss.story import Annotations, Article, EditorNote, Moment, Quotation, Report, kind_of
from gloss.urls import relative, story_url

# The model's own context; who is quoted is told in PROV's words, how surely in those of ITS 2.0.
CONTEXT = (
    "http://www.w3.org/ns/anno.jsonld",
    {
        "attributing": "http://www.w3.org/ns/prov#wasAttributedTo",
        "confidence": "http://www.w3.org/2005/11/its/rdf#taConfidence",
    },
)
# The class of what somebody says in the story's words; what has no class is quoted.
REPORTED = "reported statement"
GENERATOR = {"type": "Software", "name": f"Gloss {__version__}"}

Annotation = dict[str, Any]
Target = dict[str, Any] | str


@dataclass(frozen=True)
class Annotated:
    """What is kept of an article for this."""

    text: str
    annotations: Annotations
    quote_ids: tuple[str, ...]
    notes: tuple[EditorNote, ...] = ()


def annotated(article: Article) -> Annotated:
    """Return what is kept of an article."""
    return Annotated(article.story.text, article.annotations, article.quote_ids, article.notes)


def annotation_files(
    digest: Digest, marks: Marks, load: Callable[[str, str], Any]
) -> Iterator[File]:
    """Yield ``annotations.jsonld`` and ``text.txt`` of each story.

    load: gives one part of what is kept of a story's article: ``annotated``, or its ``blocks``.
    """
    for story in digest.stories.values():
        folder, mark = story_url(story.slug), marks.stories[story.slug]
        page = partial(_page, story, digest, load)
        yield File(f"{folder}annotations.jsonld", mark, page, source=story.slug)
        text = partial(_text, story.slug, load)
        yield File(f"{folder}text.txt", story.digest, text, source=story.slug)


def _text(slug: str, load: Callable[[str, str], Any]) -> bytes:
    """The story's text, paragraphs apart by a blank line; no line more, so that offsets are its."""
    kept: Annotated = load("annotated", slug)
    return kept.text.encode("utf-8", "replace")


def _names(story: StoryFacts, digest: Digest) -> dict[str, Name]:
    """Every id that the article may use, old ones too, with the name that it stands for."""
    now = [named.entity for named in story.named] + [said.by for said in story.said if said.by]
    now += [told.by for told in story.statements if told.by]
    ids = {id_: id_ for id_ in now} | {o: n for o, n in digest.redirects.items() if n in now}
    return {old: digest.names[new] for old, new in ids.items() if new in digest.names}


def _page(story: StoryFacts, digest: Digest, load: Callable[[str, str], Any]) -> bytes:
    kept: Annotated = load("annotated", story.slug)
    served = ServedText(kept.text, [block.html for block in load("blocks", story.slug)])
    found = _Story(story_url(story.slug), served, _names(story, digest))
    places: dict[str, list[tuple[int, int]]] = {}
    for mention in kept.annotations.mentions:
        if mention.entity not in story.unlisted:
            places.setdefault(mention.entity, []).append((mention.start, mention.end))
    items = [
        *(found.name(entity, some) for entity, some in places.items()),
        *map(found.time, kept.annotations.moments),
        *map(found.quotation, kept.annotations.quotations),
        *map(found.report, kept.annotations.reports),
        *map(found.note, kept.notes),
    ]
    lines = (_json({"id": f"#{number}", **item}) for number, item in enumerate(items, 1))
    head = {
        "@context": CONTEXT,
        "id": "annotations.jsonld",
        "type": "AnnotationPage",
        "generator": GENERATOR,
        "created": f"{story.date}T00:00:00Z",
    }
    head |= {"modified": f"{story.corrected}T00:00:00Z"} if story.corrected else {}
    listed = ",\n".join(lines)
    return f'{_json(head)[:-1]},"items":[\n{listed}\n]}}\n'.encode("utf-8", "replace")


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True)
class _Story:
    """One story's page, and how its marks become annotations."""

    page: str
    served: ServedText
    names: Mapping[str, Name]

    def name(self, entity: str, places: Iterable[tuple[int, int]]) -> Annotation:
        targets = [target for place in places for target in self._targets(*place)]
        return _annotation("identifying", self._thing(entity), targets)

    def time(self, moment: Moment) -> Annotation:
        body = _textual(moment.edtf or moment.value)
        body |= {"rdfs:comment": moment.how} if moment.how else {}
        return _annotation("tagging", body, self._targets(moment.start, moment.end))

    def quotation(self, quotation: Quotation) -> Annotation:
        targets = [t for part in quotation.parts for t in self._targets(part.start, part.end)]
        speaker, body = speaker_of(quotation), None
        if speaker.by:
            body = self._thing(speaker.by)
        elif speaker.phrase:
            body = _textual(speaker.phrase)
        if body is None:
            return _annotation("highlighting", None, targets)
        body |= {"purpose": "attributing", "confidence": quotation.sure}
        return _annotation("highlighting", body, targets)

    def report(self, report: Report) -> Annotation:
        """A reported statement: marked as such, and whose it is, where the text shows it."""
        source = source_of(report)
        bodies = [_textual(REPORTED) | {"purpose": "classifying"}]
        if source.by:
            bodies.append(self._thing(source.by) | {"purpose": "attributing"})
        elif source.phrase:
            bodies.append(_textual(source.phrase) | {"purpose": "attributing"})
        return _annotation("highlighting", bodies, self._targets(report.start, report.end))

    def note(self, note: EditorNote) -> Annotation:
        """A note of the editor's own: no mark, and no machine's word."""
        body = _textual(note.says) | {"format": "text/plain"}
        said = _annotation("commenting", body, self._targets(note.place.start, note.place.end))
        said |= {"created": f"{note.day}T00:00:00Z"} if note.day else {}
        return said | ({"creator": {"type": "Person", "name": note.by}} if note.by else {})

    def _thing(self, entity: str) -> dict[str, Any]:
        name = self.names.get(entity) or Name(entity, entity, kind_of(entity))
        # Processors of JSON-LD 1.0 take all before a colon for a scheme, or a prefix.
        address = relative(name.url, self.page).replace(":", "%3A")
        return {"type": "SpecificResource", "source": address, "rdfs:label": name.name}

    def _targets(self, start: int, end: int) -> Sequence[Target]:
        """The words in the page, in each paragraph that they stand in, and in the text alone."""
        quotes: list[Target] = [
            {
                "source": "./",
                "selector": {
                    "type": "FragmentSelector",
                    "value": quoted.passage,
                    "refinedBy": _quote(quoted),
                },
            }
            for quoted in self.served.quoted(start, end)
        ]
        return [*quotes, f"text.txt#char={start},{end}"]


def _quote(quoted: ServedQuotation) -> dict[str, str]:
    """Words and those around them; some clients take an empty prefix for one that they found."""
    around = {"prefix": quoted.prefix, "suffix": quoted.suffix}
    known = {key: words for key, words in around.items() if words}
    return {"type": "TextQuoteSelector", "exact": quoted.exact, **known}


def _textual(value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value}


def _annotation(motivation: str, body: Any, targets: Any) -> Annotation:
    """An annotation; without a body it marks its words and says nothing of them."""
    bodies = {} if body is None else {"body": body}
    return {"type": "Annotation", "motivation": motivation, **bodies, "target": targets}
