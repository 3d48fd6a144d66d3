"""Reported statements as data: a table, Web Annotations, claims of schema.org."""

from __future__ import annotations

import json

from gloss.article import read_article
from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.digest.marks import Marks
from gloss.formats.data import data_files
from gloss.formats.json_ld import story_json_ld
from gloss.formats.web_annotation import annotated, annotation_files
from gloss.register import Register
from gloss.site import Site

from tests.unpacked import unpacked

SITE = Site(url="https://example.org/digest")
ARTICLE = read_article("""\
Title: The wall
Date: 2021-05-04
Slug: wall
Names: person:ann-lowe = Ann Lowe

[Ann Lowe](person:ann-lowe) denied
[that [Sel](place:sel) had been warned]{.report by=ann-lowe cue=denied lemma=deny}.
[“No,”]{.quote by=ann-lowe} she said.
[It leaks]{.report who="two officials" cue=said lemma=say}, two officials said.
""")
DIGEST = make_digest([facts_of(ARTICLE)], Register())
FIRST, SECOND = (f"stories/wall/#{anchor}" for anchor in ARTICLE.report_ids)


def test_statements_are_a_table():
    files = unpacked({file.path: file.make() for file in data_files(DIGEST, Marks(DIGEST))})
    lowe, officials = map(json.loads, files["data/statements.jsonl"].splitlines())
    assert lowe == {
        "url": FIRST,
        "story": "wall",
        "words": "that Sel had been warned",
        "by": "person:ann-lowe",
        "source": "Ann Lowe",
        "source_words": None,
        "cue": "denied",
        "lemma": "deny",
        "sentence": "Ann Lowe denied that Sel had been warned.",
        "names": ["place:sel"],
        "also": [],
    }
    assert (officials["by"], officials["source_words"]) == (None, "two officials")
    assert files["data/statements.csv"].startswith(b"url,story,words,by,source,source_words,cue,")


def test_an_annotation_tells_a_report_from_a_quotation_and_whose_it_is():
    kept = {"annotated": annotated(ARTICLE), "blocks": ARTICLE.blocks}
    files = annotation_files(DIGEST, Marks(DIGEST), lambda part, _: kept[part])
    (page,) = [file.make() for file in files if file.path.endswith("annotations.jsonld")]
    said = [i for i in json.loads(page)["items"] if i["motivation"] == "highlighting"]
    quotation, lowe, officials = said
    assert isinstance(quotation["body"], dict)
    reported, whose = lowe["body"]
    assert (reported["value"], reported["purpose"]) == ("reported statement", "classifying")
    assert (whose["rdfs:label"], whose["purpose"]) == ("Ann Lowe", "attributing")
    assert officials["body"][1]["value"] == "two officials"
    in_page, in_text = officials["target"]
    assert in_page["selector"]["refinedBy"]["exact"] == "It leaks"
    start, end = map(int, in_text.removeprefix("text.txt#char=").split(","))
    assert ARTICLE.story.text[start:end] == "It leaks"


def test_a_statement_is_a_claim_that_appears_in_its_article():
    graph = story_json_ld(DIGEST.stories["wall"], DIGEST, SITE)["@graph"]
    lowe, officials = [node for node in graph if node["@type"] == "Claim"]
    assert lowe == {
        "@type": "Claim",
        "@id": FIRST.replace("stories/wall/", "./"),
        "text": "that Sel had been warned",
        "creator": {"@id": "./#person%3Aann-lowe"},
        "appearance": {"@id": "./"},
    }
    assert officials["creditText"] == "two officials"
    assert officials["@id"] == SECOND.replace("stories/wall/", "./")
