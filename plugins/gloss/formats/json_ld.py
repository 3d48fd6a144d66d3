"""JSON-LD in the words of schema.org: what a page says, for machines.

Plain dicts; a template prints them with ``|tojson``. A real person's quotation has a ``creator``;
``spokenByCharacter`` is for fiction.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gloss.digest.model import Digest, Name, Said, StoryFacts
from gloss.edtf import iso_date
from gloss.formats.addresses import address
from gloss.site import Site
from gloss.story import Kind
from gloss.urls import entity_url, story_url

CONTEXT = "https://schema.org"

TYPES: dict[Kind, str] = {
    "person": "Person",
    "org": "Organization",
    "place": "Place",
    "group": "Thing",
    "event": "Event",
    "work": "CreativeWork",
    "product": "Product",
    "law": "Legislation",
    "topic": "DefinedTerm",
}

# What a story is about: its most frequent names, if named at least this often.
ABOUT = 3
ABOUT_TIMES = 3
# A name's page tells of its newest stories only.
STORIES = 20


def story_json_ld(story: StoryFacts, digest: Digest, site: Site) -> dict[str, Any]:
    """Return a story's page as a ``NewsArticle``, with whom it names and what is said in it."""
    page = story_url(story.slug)
    here = address(site, page, page)
    counted = sorted(story.named, key=lambda named: -named.count)
    about = [n.entity for n in counted[:ABOUT] if n.count >= ABOUT_TIMES]
    mentions = [n.entity for n in story.named if n.entity not in about]
    return _without_empty(
        {
            "@context": CONTEXT,
            "@type": "NewsArticle",
            "@id": here,
            "url": here,
            "headline": story.title,
            "description": story.summary,
            "inLanguage": story.lang or site.lang,
            "datePublished": iso_date(story.published),
            "wordCount": story.words,
            "author": {"@type": "Person", "name": story.author} if story.author else None,
            "sourceOrganization": _organisation(story.source),
            "isBasedOn": story.url,
            "isPartOf": {"@type": "WebSite", "name": site.name, "url": address(site, "", page)},
            "about": list(_things(about, digest, site, page)),
            "mentions": list(_things(mentions, digest, site, page)),
            "hasPart": [_quotation(said, digest, site, page) for said in story.said],
        }
    )


def name_json_ld(name: Name, digest: Digest, site: Site) -> dict[str, Any]:
    """Return a name's page as the thing it names, with the newest stories that speak of it."""
    page = entity_url(name.id)
    stories = (digest.stories[slug] for slug in name.stories[:STORIES])
    return _without_empty(
        {
            "@context": CONTEXT,
            **_thing(name, site, page),
            "alternateName": list(name.forms),
            "description": name.description,
            "sameAs": list(name.same_as),
            "subjectOf": [_headline(story, site, page) for story in stories],
        }
    )


def _organisation(name: str | None) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None


def _things(ids: Iterable[str], digest: Digest, site: Site, page: str) -> Iterable[dict[str, Any]]:
    for id_ in ids:
        name = digest.names.get(id_)
        if name:
            yield _without_empty(_thing(name, site, page) | {"sameAs": list(name.same_as)})


def _thing(name: Name, site: Site, page: str) -> dict[str, Any]:
    return {
        "@type": TYPES[name.kind],
        "name": name.name,
        "url": address(site, entity_url(name.id), page),
    }


def _quotation(said: Said, digest: Digest, site: Site, page: str) -> dict[str, Any]:
    name = digest.names.get(said.by) if said.by else None
    return _without_empty(
        {
            "@type": "Quotation",
            "@id": address(site, f"{page}#{said.anchor}", page),
            "text": " ".join(said.words),
            "creator": _thing(name, site, page) if name else None,
            "creditText": None if name else said.who,
        }
    )


def _headline(story: StoryFacts, site: Site, page: str) -> dict[str, Any]:
    return _without_empty(
        {
            "@type": "NewsArticle",
            "headline": story.title,
            "url": address(site, story_url(story.slug), page),
            "datePublished": iso_date(story.published),
        }
    )


def _without_empty(thing: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in thing.items() if value not in (None, "", [])}
