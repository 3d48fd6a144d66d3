"""What machines read: exact where it is short, by a parser of its own kind where it is long."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace

import pytest
from gloss.article import Head, read_article, write_article
from gloss.digest.make import make_digest
from gloss.digest.marks import Marks
from gloss.digest.model import Digest
from gloss.formats.citations import cite_story
from gloss.formats.data import csv_of, data_files
from gloss.formats.json_ld import story_json_ld
from gloss.formats.sitemap import sitemap_files
from gloss.formats.web_annotation import annotated, annotation_files
from gloss.output import File
from gloss.register import Entry, Register
from gloss.site import Site

from tests.digest.test_digest import HARBOUR, each_says_its_own, harbour
from tests.formats.test_feeds import feeds
from tests.unpacked import unpacked

SITE = Site(name="Quay & Co", url="https://example.org/digest", author="The Editors")
HERE = replace(SITE, url="")
BROOK = Register({"person:ada-brook": Entry("person:ada-brook", "Ada Brook", "person")})


def digest_of(*articles: object, register: Register | None = None) -> Digest:
    return make_digest(map(each_says_its_own, articles or (harbour(),)), register or Register())  # type: ignore[arg-type]


def made(files: Iterable[File]) -> dict[str, str]:
    read = unpacked({file.path: file.make() for file in files})
    return {path: content.decode() for path, content in read.items()}


@pytest.mark.parametrize(
    ("published", "said"),
    [(None, None), ("XXXX-05-04", None), ("2018-XX", "2018"), ("2012-35", "2012")],
)
def test_json_ld_says_no_date_that_is_not_one(published: str | None, said: str | None):
    digest = digest_of(harbour(published=published))
    ld = story_json_ld(digest.stories["harbour"], digest, SITE)
    assert ld["@graph"][0].get("datePublished") == said


def test_an_address_that_is_none_of_the_web_is_in_no_data():
    article = harbour()
    story = replace(article.story, url="javascript:alert(1)")
    digest = digest_of(replace(article, story=story))
    assert "isBasedOn" not in story_json_ld(digest.stories["harbour"], digest, SITE)["@graph"][0]
    rows = made(data_files(digest, Marks(digest)))["data/stories.jsonl"]
    assert json.loads(rows)["original"] is None


def test_a_quarter_of_a_year_is_no_month_in_the_feed_nor_in_a_citation():
    digest = digest_of(harbour(published="2012-35"))
    feed = feeds(digest)["feeds/all.atom.xml"]
    assert "<published>2012-07-01T00:00:00Z</published>" in feed
    csl = json.loads(cite_story(digest.stories["harbour"], SITE).csl)
    assert csl[0]["issued"] == {"date-parts": [[2012, 7, 1], [2012, 9, 30]]}


def test_the_tables_as_json_lines():
    digest = digest_of()
    files = made(data_files(digest, Marks(digest)))
    assert {path.rpartition(".")[0] for path in files} == {
        "data/stories",
        "data/names",
        "data/quotations",
        "data/statements",
        "data/dates",
        "data/repetitions",
    }
    (said,) = map(json.loads, files["data/quotations.jsonl"].splitlines())
    assert said == {
        "url": "stories/harbour/#q-1",
        "story": "harbour",
        "words": "The harbour is ours.\n\nNobody in Quayside will sell it.",
        "by": "person:ada-brook",
        "speaker": "Ada Brook",
        "speaker_words": None,
        "cue": "told",
        "how": None,
        "sure": 1.0,
        "names": ["place:quayside"],
        "also": [],
    }
    dates = [json.loads(line) for line in files["data/dates.jsonl"].splitlines()]
    assert [date["edtf"] for date in dates] == ["2019", "2021-05-03"]


def test_the_tables_as_csv_hold_the_same_and_run_no_formula():
    digest = digest_of(replace(harbour(), title='=HYPERLINK("x")'))
    files = made(data_files(digest, Marks(digest)))
    (story,) = csv.DictReader(io.StringIO(files["data/stories.csv"], newline=""))
    assert story["title"] == '\'=HYPERLINK("x")'
    assert story["names"] == "person:ada-brook; place:quayside; person:ivo-lind"
    names = list(csv.DictReader(io.StringIO(files["data/names.csv"], newline="")))
    assert [name["name"] for name in names] == ["Ada Brook", "Ivo Lind", "Quayside"]


@pytest.mark.parametrize(
    "value",
    [
        "-0043",
        "-0043-03-15",
        "-004X",
        "-0043~",
        "-0043/-0042",
        "-0099/..",
        "-0043-03-15T09:00:00Z",
        "-5",
        "+3",
        "-1.5e-7",
    ],
)
def test_dates_and_numbers_are_no_formulas(value):
    assert csv_of([{"x": value}], ["x"]).decode().splitlines() == ["x", value]


@pytest.mark.parametrize(
    "value",
    ["=1", "@SUM(A1)", "-1+cmd|' /C calc'!A0", "+49 30 1", "-2+3", "-0043-03-15+1", "\t1", "- no"],
)
def test_all_else_that_a_spreadsheet_would_run_is_kept_from_it(value):
    (_, (cell,)) = csv.reader(io.StringIO(csv_of([{"x": value}], ["x"]).decode(), newline=""))
    assert cell == f"'{value}"


def annotations(digest: Digest) -> dict[str, object]:
    article = read_article(TEXT)
    load = {"annotated": annotated(article), "blocks": article.blocks}
    files = made(annotation_files(digest, Marks(digest), lambda part, _: load[part]))
    assert files["stories/harbour/text.txt"] == article.story.text
    return json.loads(files["stories/harbour/annotations.jsonld"])


TEXT = write_article(
    harbour().story,
    harbour().annotations,
    Head(title="The harbour opens", slug="harbour", date="2021-06-01"),
)


def test_web_annotations_select_the_words_that_are_marked():
    page = annotations(digest_of(register=BROOK))
    assert page["type"] == "AnnotationPage"
    items = page["items"]
    assert len({item["id"] for item in items}) == len(items) == 6
    assert [len(list(places_of(item))) for item in items] == [3, 2, 1, 1, 1, 1]
    for item in items:
        for quotes, start, end in places_of(item):
            assert "\n\n".join(quotes) == HARBOUR[start:end]
    assert page["created"] == "2021-06-01T00:00:00Z"
    assert items[0]["body"] == {
        "type": "SpecificResource",
        "source": "../../people/ada-brook/",
        "rdfs:label": "Ada Brook",
    }


def places_of(item):
    """Each place that an annotation is of: its words in the page, and where it is in the text."""
    words = []
    for target in item["target"]:
        if isinstance(target, str):
            yield words, *map(int, target.removeprefix("text.txt#char=").split(","))
            words = []
        else:
            words.append(target["selector"]["refinedBy"]["exact"])


def test_annotations_tell_of_a_declared_correction():
    page = annotations(digest_of(replace(harbour(), corrected="2021-07-02")))
    assert page["modified"] == "2021-07-02T00:00:00Z"


def test_whoever_speaks_is_told_apart_from_what_is_named():
    page = annotations(digest_of(register=BROOK))
    [said] = [i for i in page["items"] if i["motivation"] == "highlighting"]
    assert said["body"] == {
        "type": "SpecificResource",
        "source": "../../people/ada-brook/",
        "rdfs:label": "Ada Brook",
        "purpose": "attributing",
        "confidence": 1.0,
    }
    *paragraphs, _ = said["target"]
    assert [target["selector"]["value"] for target in paragraphs] == ["p3", "p4"]


def test_a_quotation_of_nobody_has_no_body():
    article = harbour()
    [quotation] = article.annotations.quotations
    nobody = replace(article.annotations, quotations=(replace(quotation, by=None),))
    digest = digest_of(replace(article, annotations=nobody))
    kept = {"annotated": annotated(replace(article, annotations=nobody)), "blocks": ()}
    files = made(annotation_files(digest, Marks(digest), lambda part, _: kept[part]))
    items = json.loads(files["stories/harbour/annotations.jsonld"])["items"]
    assert [i for i in items if "body" not in i] == [
        i for i in items if i["motivation"] == "highlighting"
    ]


def test_web_annotations_follow_the_registers_merges():
    entry = Entry("person:ada-brook", "Ada Brook", "person", merges=("person:ivo-lind",))
    page = annotations(digest_of(register=Register(entries={entry.id: entry})))
    identified = [i for i in page["items"] if i["motivation"] == "identifying"]
    assert {item["body"]["rdfs:label"] for item in identified} == {"Ada Brook", "Quayside"}


def test_robots_are_told_of_the_sitemap_once_the_address_is_known():
    assert made(sitemap_files({"": None}, HERE)) == {"robots.txt": "User-agent: *\nDisallow:\n"}
    files = made(sitemap_files({"": None, "stories/a/": "2021-05-04"}, SITE))
    assert files["robots.txt"].endswith("\nSitemap: https://example.org/digest/sitemap.xml\n")
    assert files["sitemap.xml"] == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url>\n<loc>https://example.org/digest/</loc>\n</url>\n"
        "<url>\n<loc>https://example.org/digest/stories/a/</loc>\n"
        "<lastmod>2021-05-04</lastmod>\n</url>\n"
        "</urlset>\n"
    )


def test_a_sitemap_of_very_many_pages_is_cut():
    files = made(sitemap_files({f"stories/{n}/": None for n in range(90_000)}, SITE))
    assert [path for path in files if "sitemap" in path] == [
        "sitemap.xml",
        "sitemap-1.xml",
        "sitemap-2.xml",
        "sitemap-3.xml",
    ]
    assert files["sitemap.xml"].count("<loc>") == 3
    assert files["sitemap-3.xml"].count("<loc>") == 10_000
