"""JSON-LD in the words of schema.org: what a page says, for machines, as one graph.

Each thing is one node with one ``@id``, the same on every page of the digest: a name's is its
page's address with ``#name``, or its place in the one story that names it. A node stands where it
is first spoken of. An ``@id`` is written from the page; ``url`` and ``image`` are absolute where
the site knows its address. Plain dicts; a template prints them with ``|tojson``. A real person's
quotation has a ``creator``; ``spokenByCharacter`` is for fiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from gloss.digest.model import Digest, Name, Said, Statement, StoryFacts
from gloss.edtf import iso_date
from gloss.formats.addresses import address, on_the_web, valid_address
from gloss.formats.bylines import Author, is_agency, people_of
from gloss.formats.roles import Role, roles_of
from gloss.site import Site
from gloss.story import WHERE, Kind, kind_of
from gloss.urls import entity_url, name_picture_url, picture_url, relative, story_url

CONTEXT = "https://schema.org"

# An Event would need a start, a Product an offer; no name has either.
TYPES: dict[Kind, str] = {
    "person": "Person",
    "org": "Organization",
    "place": "Place",
    "group": "Thing",
    "event": "Thing",
    "work": "CreativeWork",
    "product": "Thing",
    "law": "Legislation",
    "topic": "DefinedTerm",
}

Node = dict[str, Any]

# What a story is about: its most frequent names, if named at least this often. Where it happens,
# and to which people, is no matter of its own, unless the headline says so.
ABOUT = 3
ABOUT_TIMES = 3
# A name's page tells of its newest stories only.
STORIES = 5


def _about(story: StoryFacts) -> list[str]:
    matters = [
        named
        for named in story.named
        if named.count >= ABOUT_TIMES
        and (kind_of(named.entity) not in WHERE or any(f in story.title for f in named.forms))
    ]
    matters.sort(key=lambda named: -named.count)
    return [named.entity for named in matters[:ABOUT]]


def story_json_ld(story: StoryFacts, digest: Digest, site: Site) -> Node:
    """Return a story's page: the article, whom it names, what is said in it, and the digest."""
    page = story_url(story.slug)
    graph = _Graph(digest, site, page)
    about = _about(story)
    mentions = [n.entity for n in story.named if n.entity not in about]
    speakers = [said.by for said in story.said if said.by]
    article = {
        "@type": "NewsArticle",
        "@id": graph.ref(page),
        "url": graph.at(page),
        "headline": story.title,
        "description": story.summary,
        "image": graph.at(_image(story, page, site)) if site.url else None,
        "inLanguage": story.lang or site.lang,
        "datePublished": iso_date(story.published),
        "dateModified": story.corrected or story.date,
        "correction": [
            {"@type": "CorrectionComment", "text": one.says, "datePublished": one.day}
            for one in story.declared
        ],
        "articleSection": story.section,
        "wordCount": story.words,
        "author": [_author(author) for author in people_of(story.author)],
        "sourceOrganization": _organisation(story.source),
        "isBasedOn": valid_address(story.url) if story.url and on_the_web(story.url) else None,
        "isPartOf": {"@id": graph.site_id},
        "publisher": {"@id": graph.publisher_id},
        "about": graph.refer(about),
        "mentions": graph.refer(mentions),
        "hasPart": [graph.quotation(said) for said in story.said],
    }
    claims = [graph.claim(told) for told in story.statements]
    sources = [told.by for told in story.statements if told.by]
    return graph.whole(article, dict.fromkeys([*about, *mentions, *speakers, *sources]), claims)


def _image(story: StoryFacts, page: str, site: Site) -> str:
    if story.picture:
        return picture_url(story.slug)
    return f"{page if site.cards else 'theme/img/'}card.png"


def name_json_ld(name: Name, digest: Digest, site: Site) -> Node:
    """Return a name's page: the thing, what it does, and the newest stories that speak of it."""
    page = entity_url(name.id)
    graph = _Graph(digest, site, page)
    stories = [digest.stories[slug] for slug in name.stories[:STORIES]]
    roles = roles_of(name, digest)
    thing = {
        **graph.thing(name),
        "url": graph.at(page),
        "alternateName": list(name.forms),
        "description": name.description,
        "image": graph.at(name_picture_url(name.id)) if name.picture else "",
        "jobTitle": [graph.job(role) for role in roles],
        "worksFor": [graph.work(role) for role in roles if role.organisation],
        "subjectOf": [graph.headline(story) for story in stories],
    }
    return graph.whole(thing, dict.fromkeys(r.organisation for r in roles if r.organisation))


@dataclass(frozen=True)
class _Graph:
    """One page's graph: addresses as they are from there, and nodes that refer to each other."""

    digest: Digest
    site: Site
    page: str
    ids: dict[str, str] = field(default_factory=dict, compare=False)

    def at(self, target: str) -> str:
        return address(self.site, target, self.page)

    def ref(self, target: str) -> str:
        return relative(target, self.page)

    @property
    def site_id(self) -> str:
        return self.ref("#digest")

    @property
    def publisher_id(self) -> str:
        return self.ref("#publisher")

    def whole(self, main: Node, ids: Iterable[str], more: Iterable[Node] = ()) -> Node:
        """The main node, those beside it, and those of the digest; each name where it is first."""
        names = (self.digest.names[id_] for id_ in ids if id_ in self.digest.names)
        things = {self._id(name): self.thing(name) for name in names}
        nodes = _told_once([_without_empty(main), *more], things)
        return {"@context": CONTEXT, "@graph": [*nodes, *self._digest()]}

    def _digest(self) -> Iterator[Node]:
        site, home = self.site, self.at("")
        by = {"@id": self.publisher_id}
        named = {"name": site.name, "url": home, "publisher": by}
        yield {"@type": "WebSite", "@id": self.site_id, **named}
        yield {"@type": "Organization", **by, "name": site.author or site.name, "url": home}

    def thing(self, name: Name) -> Node:
        node = {"@type": TYPES[name.kind], "@id": self._id(name), "name": name.name}
        return _without_empty({**node, "sameAs": list(name.same_as)})

    def _id(self, name: Name) -> str:
        """Its page's address with ``#name``, or its place in the one story that names it."""
        if name.id not in self.ids:
            here = self.ref(name.url if name.passing else f"{entity_url(name.id)}#name")
            # Processors of JSON-LD 1.0 take all before a colon for a scheme, or a prefix.
            self.ids[name.id] = here.replace(":", "%3A")
        return self.ids[name.id]

    def refer(self, ids: Iterable[str]) -> list[Node]:
        names = (self.digest.names[id_] for id_ in ids if id_ in self.digest.names)
        return [{"@id": self._id(name)} for name in names]

    def quotation(self, said: Said) -> Node:
        known = said.by in self.digest.names
        return _without_empty(
            {
                "@type": "Quotation",
                "@id": self.ref(f"{self.page}#{said.anchor}"),
                "text": " ".join(said.words),
                "creator": self.refer([said.by])[0] if said.by and known else None,
                "creditText": None if known else said.who,
            }
        )

    def claim(self, told: Statement) -> Node:
        """A statement, and where it appears: the article that reports it."""
        known = told.by in self.digest.names
        return _without_empty(
            {
                "@type": "Claim",
                "@id": self.ref(f"{self.page}#{told.anchor}"),
                "text": told.words,
                "creator": self.refer([told.by])[0] if told.by and known else None,
                "creditText": None if known else told.who,
                "appearance": {"@id": self.ref(self.page)},
            }
        )

    def job(self, role: Role) -> Node:
        told = {"@id": self.ref(story_url(role.story))}
        return {"@type": "Role", "jobTitle": role.title, "subjectOf": told}

    def work(self, role: Role) -> Node:
        told = {"@id": self.ref(story_url(role.story))}
        return {
            "@type": "OrganizationRole",
            "roleName": role.title,
            "worksFor": self.refer([role.organisation])[0],
            "subjectOf": told,
        }

    def headline(self, story: StoryFacts) -> Node:
        here = self.ref(story_url(story.slug))
        return _without_empty(
            {
                "@type": "NewsArticle",
                "@id": here,
                "headline": story.title,
                "datePublished": iso_date(story.published),
            }
        )


def _told_once(value: Any, things: dict[str, Node]) -> Any:
    """Put each thing in the place of the first reference to it; ``things`` is what is left."""
    if isinstance(value, list):
        return [_told_once(one, things) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"@id"}:
        return things.pop(value["@id"], value)
    return {key: _told_once(one, things) for key, one in value.items()}


def _author(author: Author) -> Node:
    if is_agency(author):
        return {"@type": "Organization", "name": author.literal}
    names = {"givenName": author.given, "familyName": author.family}
    return _without_empty({"@type": "Person", "name": author.literal, **names})


def _organisation(name: str | None) -> Node | None:
    return {"@type": "Organization", "name": name} if name else None


def _without_empty(thing: Node) -> Node:
    return {key: value for key, value in thing.items() if value not in (None, "", [])}
