"""Feeds, read by a reader of feeds."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

import feedparser
import pytest
from gloss.digest.make import make_digest
from gloss.digest.marks import Marks
from gloss.digest.model import Thread
from gloss.formats.bylines import is_agency, people_of
from gloss.formats.feeds import feed_files
from gloss.formats.web_annotation import annotated
from gloss.register import Register
from gloss.site import Site
from gloss.story import DeclaredCorrection

from tests.digest.test_digest import each_says_its_own, harbour

SITE = Site(
    name="Quay & Co",
    url="https://example.org/digest",
    author="The Editors",
    licence_text="CC0 <https://x.example>",
)
HERE = replace(SITE, url="")


def digest_of(*articles, register=None):
    return make_digest(map(each_says_its_own, articles), register or Register())


def feeds(digest, site=SITE):
    files = feed_files(digest, site, Marks(digest), lambda _, slug: annotated(harbour(slug)))
    return {file.path: file.make().decode() for file in files}


def parsed(files, path="feeds/all.atom.xml"):
    feed = feedparser.parse(files[path])
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def entered(slug, published, date, **more):
    return replace(harbour(slug, published), date=date, **more)


ARCHIVE = [entered(f"of-{n}", f"2025-01-{n:02}", "2025-06-01") for n in range(1, 29)]
OLD = entered("of-1987", "1987-04-08", "2026-11-28")


def test_an_old_story_that_enters_today_reaches_subscribers():
    feed = parsed(feeds(digest_of(*ARCHIVE, OLD)))
    first = feed.entries[0]
    assert first.link == "https://example.org/digest/stories/of-1987/"
    assert (first.published, first.updated) == ("1987-04-08T00:00:00Z", "2026-11-28T00:00:00Z")
    assert feed.feed.updated == "2026-11-28T00:00:00Z"


def test_by_publication_it_stands_where_it_belongs():
    files = feeds(digest_of(*ARCHIVE, OLD))
    assert parsed(files, "feeds/published.atom.xml").entries[-1].link.endswith("/of-1987/")


def test_what_was_published_before_our_era_has_no_day_in_a_feed():
    feed = parsed(feeds(digest_of(harbour(published="-0043-03-15"))))
    assert "published" not in feed.entries[0]


def test_a_declared_correction_comes_anew():
    corrected = replace(ARCHIVE[3], corrected="2026-12-24")
    feed = parsed(feeds(digest_of(*ARCHIVE[:3], corrected, OLD)))
    assert feed.entries[0].link.endswith("/of-4/")
    assert feed.entries[0].updated == "2026-12-24T00:00:00Z"


def test_what_a_feed_says_of_itself_and_of_its_entries():
    feed = parsed(feeds(digest_of(harbour())))
    assert (feed.feed.title, feed.feed.rights) == ("Quay & Co", SITE.licence_text)
    assert feed.feed.title_detail.language == "en"
    tags = {(tag.term, tag.scheme, tag.label) for tag in feed.entries[0].tags}
    assert ("person:ada-brook", "https://example.org/digest/people/", "Ada Brook") in tags


@pytest.mark.parametrize("tag", ["", "quay.example,2026"])
def test_ids_stay_when_the_site_moves(tag):
    before, after = (
        parsed(feeds(digest_of(*ARCHIVE), replace(SITE, url=url, tag=tag)))
        for url in ("https://example.org/digest", "https://quay.example")
    )
    ids = [entry.id for entry in before.entries]
    assert ids == [entry.id for entry in after.entries]
    assert len(set(ids)) == len(ARCHIVE)
    assert before.feed.id == after.feed.id
    if tag:
        assert ids[0] == "tag:quay.example,2026:stories/of-28/"


def test_full_text_is_a_setting():
    digest = digest_of(harbour())
    assert "content" not in parsed(feeds(digest)).entries[0]
    full = parsed(feeds(digest, replace(SITE, feeds="full")))
    assert full.entries[0].content[0].value.startswith("<p>Ada Brook, mayor of Quayside,")


def test_json_feed_says_the_same():
    files = feeds(digest_of(*ARCHIVE, OLD))
    feed = json.loads(files["feeds/all.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    atom = parsed(files)
    assert [i["id"] for i in feed["items"]] == [e.id for e in atom.entries]
    assert all(i.get("content_html") or i["content_text"] for i in feed["items"])


def test_names_and_speakers_of_five_stories_have_feeds_and_no_others():
    assert not any(path.startswith("people/") for path in feeds(digest_of(*ARCHIVE[:4])))
    files = feeds(digest_of(*ARCHIVE[:5]))
    brook = parsed(files, "people/ada-brook/stories.atom.xml")
    assert [e.link.split("/")[-2] for e in brook.entries] == [f"of-{n}" for n in range(5, 0, -1)]
    assert brook.feed.link == "https://example.org/digest/people/ada-brook/"
    said = parsed(files, "people/ada-brook/quotes.atom.xml")
    assert said.entries[0].summary.startswith("“The harbour is ours.")
    assert "people/ivo-lind/quotes.atom.xml" not in files


def test_an_old_story_reaches_those_who_follow_a_name_or_what_it_says():
    files = feeds(digest_of(*ARCHIVE, OLD))
    for path in ("people/ada-brook/stories", "people/ada-brook/quotes", "feeds/quotations"):
        newest = parsed(files, f"{path}.atom.xml").entries[0]
        assert newest.link.split("#")[0] == f"{SITE.url}/stories/of-1987/"


def test_a_thread_of_three_stories_has_a_feed():
    digest = digest_of(*ARCHIVE[:6], OLD)
    long, short = Thread("of-1", ("of-1987", "of-1", "of-2")), Thread("of-4", ("of-4", "of-5"))
    files = feeds(replace(digest, threads=(long, short)))
    feed = parsed(files, "threads/of-1/stories.atom.xml")
    assert [e.link.split("/")[-2] for e in feed.entries] == ["of-1987", "of-2", "of-1"]
    assert feed.feed.link == f"{SITE.url}/threads/of-1/"
    assert "threads/of-4/stories.atom.xml" not in files
    assert f"{SITE.url}/threads/of-1/stories.atom.xml" in files["feeds/feeds.opml"]


def test_an_edition_tells_its_stories_a_paragraph_each():
    files = feeds(digest_of(*ARCHIVE[:9], replace(OLD, corrected="2026-12-24")))
    feed = parsed(files, "feeds/editions.atom.xml")
    assert [entry.link.split("/")[-2] for entry in feed.entries] == [
        "2025-W02",
        "2025-W01",
        "1987-W15",
    ]
    newest, _, oldest = feed.entries
    assert newest.title.split()[0] == "Jan"
    assert newest.content[0].value.count("<p>The harbour opens.") == 4
    assert (newest.published, newest.updated) == ("2025-01-06T00:00:00Z", "2025-06-01T00:00:00Z")
    assert oldest.updated == "2026-12-24T00:00:00Z"
    items = json.loads(files["feeds/editions.json"])["items"]
    assert [item["url"] for item in items] == [entry.link for entry in feed.entries]


def test_a_section_of_three_stories_has_a_feed():
    *quay, town = (
        replace(one, story=replace(one.story, section="Quay" if number < 3 else "Town"))
        for number, one in enumerate(ARCHIVE[:4])
    )
    files = feeds(digest_of(*quay, town))
    feed = parsed(files, "sections/quay/stories.atom.xml")
    assert (feed.feed.title, len(feed.entries)) == ("Quay & Co: Quay", 3)
    assert "sections/town/stories.atom.xml" not in files
    assert "sections/quay/stories.atom.xml" in files["feeds/feeds.opml"]


def test_all_feeds_can_be_subscribed_to():
    digest = digest_of(*ARCHIVE[:3])
    told = replace(digest.stories["of-1"], declared=(DeclaredCorrection("2026-10-03", "No."),))
    files = feeds(replace(digest, stories={**digest.stories, "of-1": told}))
    assert "feeds/corrections.atom.xml" in files
    tree = ElementTree.fromstring(files["feeds/feeds.opml"])
    found = {o.get("xmlUrl") for o in tree.iter("outline") if o.get("xmlUrl")}
    assert found == {f"{SITE.url}/{path}" for path in files if path.endswith(".atom.xml")}


def test_a_feed_is_well_formed_whatever_a_story_says():
    hostile = replace(harbour(), title="<script> & ]]> \x00 \x1b “é”")
    feed = parsed(feeds(digest_of(hostile), HERE))
    assert feed.entries[0].title_detail.type == "text/plain"
    assert feed.entries[0].link == "../stories/harbour/"
    assert feed.entries[0].id.startswith("urn:uuid:")


def test_an_empty_digest_has_feeds_too():
    files = feeds(make_digest([], Register()))
    assert parsed(files).entries == []
    assert json.loads(files["feeds/quotations.json"])["items"] == []


BYLINES = {
    "Pia Lund": [("Lund", "Pia")],
    "By Ludwig van der Velde": [("van der Velde", "Ludwig")],
    "Lund, Pia": [("Lund", "Pia")],
    "Pia Lund and Tom O'Hara": [("Lund", "Pia"), ("O'Hara", "Tom")],
    "Pia Lund, Tom O'Hara and Ann Lee": [("Lund", "Pia"), ("O'Hara", "Tom"), ("Lee", "Ann")],
    "Ann O'Hara, Bob & Co.": [("O'Hara", "Ann"), "Bob & Co."],
    "Martin Hill, Jr.": [("Hill", "Martin")],
    "AP": ["AP"],
    "Reuters staff": ["Reuters staff"],
    "Pia Lund, The Associated Press": [("Lund", "Pia"), "The Associated Press"],
    "Lee Wong; Associated Press": [("Wong", "Lee"), "Associated Press"],
    "Lund, Pia; Hill, Martin": [("Lund", "Pia"), ("Hill", "Martin")],
    "Pia Lund, Special for THE LEDGER TODAY": [("Lund", "Pia"), "THE LEDGER TODAY"],
    "PIA LUND and TOM HILL": [("LUND", "PIA"), ("HILL", "TOM")],
    "Pia Lund, @pialund, ANY DAY": [("Lund", "Pia"), "ANY DAY"],
    "Pia Lund (pia@example.org) and Tom Hill @tomhill": [("Lund", "Pia"), ("Hill", "Tom")],
    "Pia Lund & Tom Hill | The Day": [("Lund", "Pia"), ("Hill", "Tom"), "The Day"],
    "Pia Lund with additional reporting by Tom Hill": [("Lund", "Pia"), ("Hill", "Tom")],
    "Sir Tom Hill, Chief Executive": [("Hill", "Sir Tom")],
    "Pia Lund; Agence France-Presse": [("Lund", "Pia"), "Agence France-Presse"],
    "Pia Lund, Political editor, BBC News": [("Lund", "Pia"), "BBC News"],
    "By Pia Lund in New Delhi and Tom Hill": [("Lund", "Pia"), ("Hill", "Tom")],
    "By Pia D. Lund. Email: lund@example.org, Twitter: @lund": [("Lund", "Pia D.")],
    "By PIA LUND. Pia Lund is an editor and the author of “Reeds.”": [("LUND", "PIA")],
    "Reporting by Pia Lund in Oslo; Editing by Tom Hill": [("Lund", "Pia")],
}


@pytest.mark.parametrize("byline", BYLINES)
def test_who_wrote_is_read_out_of_a_byline(byline):
    found = [(a.family, a.given) if a.is_person else a.literal for a in people_of(byline)]
    assert found == BYLINES[byline]
    assert [is_agency(a) for a in people_of(byline)] == [
        isinstance(n, str) for n in BYLINES[byline]
    ]
