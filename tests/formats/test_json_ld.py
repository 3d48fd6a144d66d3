"""JSON-LD: one graph, read as RDF by a processor of JSON-LD."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from gloss.digest.model import Name, Named
from gloss.formats.json_ld import name_json_ld, story_json_ld
from gloss.formats.roles import is_role, roles_of
from gloss.register import Entry, Register
from gloss.site import Site
from pyld import jsonld

from tests.digest.test_digest import harbour
from tests.formats.test_feeds import digest_of

SITE = Site(name="Quay & Co", url="https://example.org/digest", author="The Editors")
HERE = "../../people/ada-brook/#name"
BROOK = "https://example.org/digest/people/ada-brook/#name"
KNOWN = Register({"person:ada-brook": Entry("person:ada-brook", "Ada Brook", "person")})
SCHEMA = "https://schema.org/"


def triples(ld, page):
    """All that a page says, as triples; the vocabulary itself is not fetched."""
    here = ld | {"@context": {"@vocab": SCHEMA}}
    text = jsonld.to_rdf(
        here, {"base": f"https://example.org/digest/{page}", "format": "application/n-quads"}
    )
    return {tuple(line.rstrip(" .").split(" ", 2)) for line in text.splitlines()}


def subjects(found, key, value):
    return {s for s, p, o in found if p == f"<{SCHEMA}{key}>" and o == value}


def test_a_story_says_whom_it_names_what_is_said_and_who_publishes_it():
    digest = digest_of(harbour(), register=KNOWN)
    ld = story_json_ld(digest.stories["harbour"], digest, SITE)
    article, *nodes = ld["@graph"]
    assert article["@type"] == "NewsArticle"
    assert (article["datePublished"], article["dateModified"]) == ("2021-05-04", "2021-06-01")
    assert article["about"] == [{"@type": "Person", "@id": HERE, "name": "Ada Brook"}]
    assert article["image"] == "https://example.org/digest/theme/img/card.png"
    assert article["hasPart"] == [
        {
            "@type": "Quotation",
            "@id": "./#q-1",
            "text": "The harbour is ours.\n\nNobody in Quayside will sell it.",
            "creator": {"@id": HERE},
        }
    ]
    ids = [node["@id"] for node in [article, *nodes]]
    assert len(set(ids)) == len(ids)
    assert json.loads(json.dumps(ld)) == ld


@pytest.mark.parametrize(
    ("title", "is_there"), [("Ferry stops at Quayside", True), ("Ferry", False)]
)
def test_a_story_is_about_a_place_where_its_headline_says_so(title, is_there):
    digest = digest_of(harbour())
    named = (Named("place:quayside", "Quayside", 9, ("Quayside",)),)
    story = replace(digest.stories["harbour"], title=title, named=named)
    article = story_json_ld(story, digest, SITE)["@graph"][0]
    assert [thing["name"] for thing in article.get("about", [])] == ["Quayside"] * is_there


@pytest.mark.parametrize("site", [SITE, replace(SITE, url="")])
def test_a_name_is_one_thing_on_every_page_that_speaks_of_it(site):
    digest = digest_of(harbour(), register=KNOWN)
    story = triples(story_json_ld(digest.stories["harbour"], digest, site), "stories/harbour/")
    name = triples(
        name_json_ld(digest.names["person:ada-brook"], digest, site), "people/ada-brook/"
    )
    assert (
        subjects(story, "name", '"Ada Brook"')
        == subjects(name, "name", '"Ada Brook"')
        == {f"<{BROOK}>"}
    )
    assert subjects(story, "creator", f"<{BROOK}>")


def test_every_reference_leads_to_a_node_of_the_page():
    digest = digest_of(harbour())
    found = triples(story_json_ld(digest.stories["harbour"], digest, SITE), "stories/harbour/")
    known = {subject for subject, _, _ in found}
    for key in ("about", "mentions", "creator", "publisher", "isPartOf", "hasPart"):
        assert {o for _, p, o in found if p == f"<{SCHEMA}{key}>"} <= known


def test_a_name_tells_what_the_register_says_of_it():
    same = "https://www.wikidata.org/wiki/Q42"
    entry = Entry("person:ada-brook", "Ada Brook", "person", description="Mayor.", same_as=(same,))
    digest = digest_of(harbour(), register=Register(entries={entry.id: entry}))
    [thing, *_] = name_json_ld(digest.names[entry.id], digest, SITE)["@graph"]
    assert (thing["description"], thing["sameAs"]) == ("Mayor.", [same])
    assert thing["alternateName"] == ["Brook"]
    assert thing["subjectOf"][0]["headline"] == "The harbour opens"


def test_no_event_is_without_a_start_and_no_product_only_a_name():
    digest = digest_of(harbour())
    for kind in ("event", "product"):
        name = replace(digest.names["place:quayside"], id=f"{kind}:quay", kind=kind)
        assert name_json_ld(name, digest, SITE)["@graph"][0]["@type"] == "Thing"


def test_an_agency_is_an_organisation():
    story = replace(digest_of(harbour()).stories["harbour"], author="Pia Lund and Reuters")
    [article, *_] = story_json_ld(story, digest_of(harbour()), SITE)["@graph"]
    assert [a["@type"] for a in article["author"]] == ["Person", "Organization"]
    assert article["author"][0]["familyName"] == "Lund"


def described(name: Name, *phrases: str) -> Name:
    """Return a name of which its one story says other things."""
    [named] = name.named
    return replace(name, named=(replace(named, descriptors=phrases),))


def test_a_role_is_told_with_the_story_that_says_so():
    digest = digest_of(harbour())
    name = described(digest.names["person:ada-brook"], "mayor of Quayside", "former chairman")
    [thing, *_] = name_json_ld(name, digest, SITE)["@graph"]
    story = {"@id": "../../stories/harbour/"}
    assert thing["jobTitle"] == [
        {"@type": "Role", "jobTitle": "mayor of Quayside", "subjectOf": story}
    ]


ROLES = {
    "spokesman for the Harbour Trust": True,
    "Massachusetts senator": True,
    "chief executive of Quay & Co": True,
    "former Florida governor": False,
    "Ex-Home Secretary": False,
    "late-night host": True,
    "father of two": False,
    "a town on the river": False,
}


@pytest.mark.parametrize("phrase", ROLES)
def test_what_is_a_role(phrase):
    assert is_role(phrase) == ROLES[phrase]


EMPLOYERS = {
    "spokesman for the Harbour Trust": ["org:harbour-trust"],
    "Harbour Trust spokesman": ["org:harbour-trust"],
    "Old Harbour Trust spokesman": [],
    "Trust candidate": [],
    "head of Trust House": ["org:harbour-trust"],
}


@pytest.mark.parametrize("phrase", EMPLOYERS)
def test_for_whom_somebody_works(phrase):
    digest = digest_of(harbour())
    trust = Named(
        "org:harbour-trust", "Harbour Trust", 2, ("Harbour Trust", "Trust House", "Trust")
    )
    story = replace(digest.stories["harbour"], named=(trust,))
    known = {**digest.names, trust.entity: Name(trust.entity, "Harbour Trust", "org")}
    told = described(digest.names["person:ada-brook"], phrase)
    found = roles_of(told, replace(digest, stories={"harbour": story}, names=known))
    assert [role.organisation for role in found if role.organisation] == EMPLOYERS[phrase]
