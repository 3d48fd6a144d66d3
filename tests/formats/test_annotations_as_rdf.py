"""Web Annotations as a processor of JSON-LD reads them: every word of theirs means something."""

from __future__ import annotations

import json
from typing import Any

import pytest
from gloss.article import read_article
from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.digest.marks import Marks
from gloss.formats.web_annotation import annotated, annotation_files
from gloss.register import Register
from pyld import jsonld

from tests.formats.test_files import BROOK, annotations, digest_of

ADDRESS = "https://example.org/digest/stories/harbour/annotations.jsonld"
OA = "http://www.w3.org/ns/oa#"
STREAMS = "http://www.w3.org/ns/activitystreams#"
TERMS = "http://purl.org/dc/terms/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"

# Of the context that the vocabulary recommends (W3C 2017, appendix A), written by hand and held
# against the published one: the words that Gloss uses. pyld leaves out any other.
CONTEXT: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "name": "http://xmlns.com/foaf/0.1/name",
    "value": f"{RDF}value",
    "Software": f"{STREAMS}Application",
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "creator": {"@id": f"{TERMS}creator", "@type": "@id"},
    "format": "http://purl.org/dc/elements/1.1/format",
    "AnnotationPage": f"{STREAMS}OrderedCollectionPage",
    "generator": {"@id": f"{STREAMS}generator", "@type": "@id"},
    "items": {"@id": f"{STREAMS}items", "@type": "@id", "@container": "@list"},
    "created": {"@id": f"{TERMS}created", "@type": f"{XSD}dateTime"},
    "modified": {"@id": f"{TERMS}modified", "@type": f"{XSD}dateTime"},
    **{
        word: OA + word
        for word in (
            *("Annotation", "TextualBody", "SpecificResource", "FragmentSelector"),
            *("TextQuoteSelector", "TextPositionSelector", "exact", "prefix", "suffix"),
            *("highlighting", "identifying", "tagging", "classifying", "commenting"),
        )
    },
    **{
        word: {"@id": f"{OA}has{word.title()}", "@type": "@id"}
        for word in ("body", "target", "source", "selector")
    },
    "refinedBy": {"@id": f"{OA}refinedBy", "@type": "@id"},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    **{word: {"@id": OA + word, "@type": f"{XSD}nonNegativeInteger"} for word in ("start", "end")},
}


def load(url: str, _: object) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


@pytest.fixture(scope="module")
def page() -> dict[str, Any]:
    return annotations(digest_of(register=BROOK))


REPORTED = """Title: x
Date: 2026-01-02
Corrected: 2026-01-03
Slug: x
Notes:
    on 3 May | It did, <on> the day. | 2026-01-04 | Ann Lowe
    a man | He asked us not to say who. | | | 2

[Ada Brook](person:ada-brook) said [the harbour would close]{.report by=ada-brook cue=said}
[on 3 May](date:2026-05-03), a man thought [it might open]{.report who="a man" cue=thought},
or so a man wrote.
"""


@pytest.fixture(scope="module")
def reported() -> dict[str, Any]:
    article = read_article(REPORTED)
    kept = {"annotated": annotated(article), "blocks": article.blocks}
    digest = make_digest([facts_of(article)], Register())
    page, _ = annotation_files(digest, Marks(digest), lambda part, _: kept[part])
    found: dict[str, Any] = json.loads(page.make())
    return found


def said(value: Any) -> int:
    """How many things a document says: values of keys, each of several counted."""
    if isinstance(value, dict):
        return sum(said(inner) for key, inner in value.items() if key != "@context")
    return sum(map(said, value)) if isinstance(value, list) else 1


def test_every_word_is_of_the_vocabulary(page, reported):
    for one in (page, reported):
        expanded = jsonld.expand(one, {"base": ADDRESS, "documentLoader": load})
        # What has no meaning in the context is left out, and would be missing here.
        assert said(one) == sum(map(said_in, expanded))


def said_in(value: Any) -> int:
    """The same of an expanded document, where a value stands with its type or is an address."""
    if isinstance(value, list):
        return sum(map(said_in, value))
    if not isinstance(value, dict) or "@value" in value:
        return 1
    return sum(said_in(inner) for inner in value.values())


def test_what_they_say_as_triples(page):
    given = {"base": ADDRESS, "format": "application/n-quads", "documentLoader": load}
    lines = jsonld.to_rdf(page, given).splitlines()
    found = [tuple(line.rstrip(" .").split(" ", 2)) for line in lines]

    def objects(word: str) -> set[str]:
        return {o for _, p, o in found if p == f"<{word}>"}

    assert objects(f"{OA}motivatedBy") == {
        f"<{OA}{word}>" for word in ("identifying", "tagging", "highlighting")
    }
    assert objects(f"{OA}hasPurpose") == {"<http://www.w3.org/ns/prov#wasAttributedTo>"}
    assert objects(f"{OA}hasSource") == {
        f"<https://example.org/digest/{address}>"
        for address in (
            "stories/harbour/",
            *("stories/harbour/#place%3Aquayside", "stories/harbour/#person%3Aivo-lind"),
            "people/ada-brook/",
        )
    }
    assert objects(f"{TERMS}created") == {f'"2021-06-01T00:00:00Z"^^<{XSD}dateTime>'}
    places = {o for o in objects(f"{OA}hasTarget") if o.startswith("<")}
    assert "<https://example.org/digest/stories/harbour/text.txt#char=0,9>" in places
    assert objects("http://www.w3.org/2005/11/its/rdf#taConfidence")
    marks = {s for s, p, o in found if p == f"<{RDF}type>" and o == f"<{OA}Annotation>"}
    assert len(marks) == len(page["items"])


def test_an_editors_note_comments_on_its_words_and_is_nobody_elses(reported):
    first, second = (i for i in reported["items"] if i["motivation"] == "commenting")
    assert first["body"] == {
        "type": "TextualBody",
        "value": "It did, <on> the day.",
        "format": "text/plain",
    }
    assert first["creator"] == {"type": "Person", "name": "Ann Lowe"}
    assert first["created"] == "2026-01-04T00:00:00Z"
    assert first["target"][0]["selector"]["refinedBy"]["exact"] == "on 3 May"
    assert "creator" not in second
    assert "created" not in second
    assert second["target"][0]["selector"]["refinedBy"]["prefix"].endswith("or so ")
