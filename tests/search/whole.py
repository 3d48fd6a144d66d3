"""The documents of a digest, spelled out from the table in docs/search.md, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from gloss.digest.model import Digest, Event, Name, Said, Statement, StoryFacts
from gloss.search.fields import FIELDS
from gloss.search.numbering import number, numbers
from gloss.search.sayings import sayings, words_of_saying
from gloss.search.terms import MONTHS
from gloss.search.tokenizer import words_of
from gloss.site import OwnPage
from gloss.story import Article

Document = dict[str, Any]

OWN_PAGES = (
    OwnPage("imprint/", "Imprint & so on", "We print what Zymurgists talk of.\nPeace talks, too."),
    OwnPage("imprint-de/", "Impressum", "Wir drucken, was Zymurgen sagen."),
)


def documents(articles: list[Article], digest: Digest) -> list[Document]:
    """Return all documents: own pages, stories, quotations, reports, events, names."""
    texts = {article.slug: article for article in articles}
    held = number(digest, OWN_PAGES)
    numbered = list(numbers(held.texts))
    pages = [(n, text) for n, text in numbered if isinstance(text, OwnPage)]
    stories = [(n, text) for n, text in numbered if isinstance(text, StoryFacts)]
    return [
        *(_document(f"s{n}", title=p.title, text=p.text) for n, p in pages),
        *(_story(f"s{n}", s, texts[s.slug], digest) for n, s in stories),
        *(_said(f"q{n}.{i}", q, s, digest) for n, s in stories for i, q in sayings(s)),
        *(_event(f"e{n}.{i}", e, digest) for n, s in stories for i, e in enumerate(s.events)),
        *(_name(f"n{n}", name) for n, name in numbers(held.names)),
    ]


def _document(ref: str, **texts: str) -> Document:
    return {"ref": ref} | {field: words_of(texts.get(field, "")) for field in FIELDS}


def _story(ref: str, story: StoryFacts, article: Article, digest: Digest) -> Document:
    return _document(
        ref,
        title=article.title,
        text=article.story.text,
        names=_names(sorted(named.entity for named in story.named), digest),
        about=f"{story.source} {story.author or ''}",
        published=_day(story.published),
    )


def _said(ref: str, said: Said | Statement, story: StoryFacts, digest: Digest) -> Document:
    others = dict.fromkeys(id_ for id_ in said.names if id_ != said.by)
    speaker = _names([said.by] if said.by else [], digest)
    return _document(
        ref,
        quote=words_of_saying(said),
        names=_names(others, digest),
        by=speaker,
        about=f"{story.source} {story.author or ''}",
    )


def _event(ref: str, event: Event, digest: Digest) -> Document:
    sentence = f"{event.sentence} {_day(event.edtf)}"
    return _document(ref, event=sentence, names=_names(event.names, digest))


def _day(edtf: str) -> str:
    year, month, day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", edtf).groups()
    return f"{int(day)} {MONTHS[int(month) - 1]} {year} {month}{f' {day}' if day[0] == '0' else ''}"


def _name(ref: str, name: Name) -> Document:
    says = [name.description, *(descriptor.text for descriptor in name.descriptors)]
    return _document(ref, title=name.name, names=" ".join(name.forms), about=" ".join(says))


def _names(ids: Iterable[str], digest: Digest) -> str:
    return " ".join(digest.names[id_].name for id_ in ids if id_ in digest.names)
