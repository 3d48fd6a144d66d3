"""Citations of stories and quotations, read back where there is a reader."""

from __future__ import annotations

import json

from gloss.article import read_article
from gloss.digest.facts import facts_of
from gloss.formats.citations import cite_quotation, cite_story
from gloss.site import Site

TEXT = """\
Title: Boats & {walls}: 50 % of Sel_town
Date: 2026-01-02
Slug: boats
Published: 2015-05
Source: The Courier
Author: Pia Lund
Lang: en

[“We wait,”]{.quote by=person:ann-lee cue=said} said [Ann Lee](person:ann-lee).
"""
BARE = "Title: Boats\nDate: 2026-01-02\nSlug: boats\n\nA boat came.\n"
SITE = Site(name="Gloss", url="https://sel.example")


def _facts(text):
    return facts_of(read_article(text))


def test_a_story_in_plain_words():
    assert cite_story(_facts(TEXT), SITE).plain == (
        "Pia Lund. “Boats & {walls}: 50 % of Sel_town.” The Courier, 2015-05. In: Gloss. "
        "https://sel.example/stories/boats/"
    )


def test_what_is_not_known_is_left_out():
    cite = cite_story(_facts(BARE), Site(name="Gloss"))
    assert cite.plain == "“Boats.” no date. In: Gloss."
    assert "year" not in cite.bibtex
    assert "issued" not in json.loads(cite.csl)[0]


def test_bibtex_escapes_what_means_something_to_it():
    lines = cite_story(_facts(TEXT), SITE).bibtex.splitlines()
    assert lines[0] == "@misc{boats,"
    assert r"  title = {{Boats \& \{walls\}: 50 \% of Sel\_town}}," in lines
    assert "  year = {2015}," in lines
    assert lines[-1] == "}"


def test_csl_json_holds_what_the_schema_asks_for():
    [item] = json.loads(cite_story(_facts(TEXT), SITE).csl)
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"literal": "Pia Lund"}]
    assert item["issued"] == {"date-parts": [[2015, 5]]}
    assert item["URL"] == "https://sel.example/stories/boats/"


def test_a_quotation_is_cited_with_its_words_its_speaker_and_its_place():
    story = _facts(TEXT)
    cite = cite_quotation(story.said[0], story, SITE, "Ann Lee")
    assert cite.plain.startswith("“We wait,” (Ann Lee). Pia Lund.")
    assert json.loads(cite.csl)[0]["URL"].endswith(f"/stories/boats/#{story.said[0].anchor}")
