"""Timelines to take along: read back by those that read such files."""

from __future__ import annotations

import csv
import gzip
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
import vobject
from dateutil.rrule import rrulestr
from gloss.article import read_article
from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.digest.marks import Marks
from gloss.digest.model import Digest, Event, Named, Repeated, StoryFacts
from gloss.edtf import order
from gloss.formats.data import data_files
from gloss.formats.recurrence import recurrence_of
from gloss.formats.timeline_files import timeline_files
from gloss.register import Entry, Register
from gloss.site import Site
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

SITE = Site(
    name="The Town Digest",
    url="https://town.example/digest",
    timelines=("ics", "json", "csv"),
)


KNOWN = Register({"person:ada-brook": Entry("person:ada-brook", "Ada Brook", "person")})


def event(edtf: str, written: str, sentence: str, anchor: str, how: str = "") -> Event:
    at = sentence.index(written)
    return Event("mill", anchor, edtf, written, how, sentence, at, ("person:ada-brook",))


EVENTS = (
    event("2018-09-17", "Monday", "The mill; closed, it seems, on Monday.", "d1", "counted"),
    event("2018-09", "this month", "It made “paper” this month.", "d2"),
    event("2012-35", "the third quarter of 2012", "It lost in the third quarter of 2012.", "d3"),
    event("199X", "the 1990s", "It was built in the 1990s.", "d4"),
    event("XXXX-05-03", "3 May", "The fair is on 3 May.", "d5"),
    event("1720~", "about 1720", "The weir is of about 1720.", "d6"),
    event("2018-09-18T09:00:00-04:00", "9 a.m. ET Tuesday", "It opens at 9 a.m. ET Tuesday.", "d7"),
    event("-0043", "44 BC", "Rome had no mills in 44 BC.", "d8"),
    event("2018-09-24/2018-09-30", "next week", "It closes next week.", "d9"),
)


def story(events: tuple[Event, ...], **changed: object) -> StoryFacts:
    facts = StoryFacts(
        slug="mill",
        title="Mill <closes>, at last",
        published="2018-09-19",
        date="2018-09-20",
        status="published",
        summary="",
        source=None,
        url=None,
        author=None,
        lang=None,
        words=100,
        named=(Named("person:ada-brook", "Ada Brook", 3),),
        events=events,
        said=(),
        digest="abc",
    )
    return replace(facts, **changed)


def files(digest: Digest, site: Site = SITE) -> dict[str, bytes]:
    made = timeline_files(digest, site, Marks(digest))
    return {file.path: file.make() for file in made}


@pytest.fixture
def built() -> dict[str, bytes]:
    return files(make_digest([story(EVENTS)], KNOWN))


def test_the_digest_the_story_and_the_name_each_have_three_files(built):
    folders = ("stories/mill/", "people/ada-brook/")
    every = {f"{f}timeline.{e}" for f in folders for e in ("ics", "json", "csv")}
    assert set(built) == {*every, "timeline/timeline.ics", "timeline/timeline.json"}


def test_the_settings_say_in_which_forms_stories_and_names_have_theirs():
    built = files(make_digest([story(EVENTS)], KNOWN), replace(SITE, timelines=("ics",)))
    of_all = {f"timeline/timeline.{e}" for e in ("ics", "json")}
    assert set(built) == {*of_all, "stories/mill/timeline.ics", "people/ada-brook/timeline.ics"}


def test_a_name_with_few_dates_and_a_story_without_have_none():
    digest = make_digest([story(EVENTS[:2]), story((), slug="other")], Register())
    assert {path.rpartition("/")[0] for path in files(digest)} == {"timeline", "stories/mill"}


def test_a_hidden_story_keeps_its_own_files_and_is_in_no_other():
    built = files(make_digest([story(EVENTS, status="hidden")], Register()))
    assert b"Monday" in built["stories/mill/timeline.csv"]
    assert b"Monday" not in built["timeline/timeline.json"]


def test_a_calendar_of_a_story_and_a_name_holds_what_is_to_come():
    built = files(make_digest([story(EVENTS), story((), slug="later", date="2018-09-26")], KNOWN))
    assert list(calendar(built["stories/mill/timeline.ics"])) == ["It closes next week."]
    assert list(calendar(built["people/ada-brook/timeline.ics"])) == ["It closes next week."]
    over = replace(story((), slug="over"), published="2018-10-01")
    built = files(make_digest([story(EVENTS), over], KNOWN))
    assert "stories/mill/timeline.ics" in built
    assert "people/ada-brook/timeline.ics" not in built, "the newest story is of a later day"
    assert len(calendar(built["timeline/timeline.ics"])) == 6


VAGUE = (EVENTS[3], EVENTS[4], EVENTS[7])  # the 1990s, 3 May, 44 BC


def test_there_is_no_calendar_where_it_would_be_empty():
    built = files(make_digest([story(VAGUE)], Register()))
    assert {path.rpartition(".")[2] for path in built} == {"json", "csv"}
    built = files(make_digest([], Register()))
    assert set(built) == {"timeline/timeline.json"}


@pytest.mark.parametrize(
    ("edtf", "start"),
    [
        ("0790-01-01T09:00:00", b"DTSTART:07900101T090000\r\n"),
        ("0790-01-01T09:00:00Z", b"DTSTART:07900101T090000Z\r\n"),
        ("0790-01-01T09:00:00+01:00", b"DTSTART:07900101T080000Z\r\n"),
        ("0099-02-03", b"DTSTART;VALUE=DATE:00990203\r\n"),
        ("0001-01-01T00:30:00+05:00", b"DTSTART;VALUE=DATE:00010101\r\n"),
    ],
)
def test_years_of_three_figures_have_four_in_a_calendar(edtf, start):
    sentence = "He rode out that day."
    digest = make_digest([story((event(edtf, "that day", sentence, "d1"),))], Register())
    content = files(digest)["timeline/timeline.ics"]
    assert start in content
    assert len(calendar(content)) == 1


def calendar(content: bytes) -> dict[str, object]:
    read = Calendar.from_ical(content)
    assert not read.errors
    return {str(part["SUMMARY"]): part for part in read.walk("VEVENT")}


def test_a_calendar_reads_back_with_days_stretches_and_hours(built):
    found = calendar(built["timeline/timeline.ics"])
    day = found["The mill; closed, it seems, on Monday."]
    assert (day["DTSTART"].dt, day["DTEND"].dt) == (date(2018, 9, 17), date(2018, 9, 18))
    assert str(day["URL"]) == "https://town.example/digest/stories/mill/#d1"
    assert "“Monday” (counted)" in day["DESCRIPTION"]
    assert day["CATEGORIES"].to_ical() == b"Ada Brook"
    month = found["It made “paper” this month."]
    assert (month["DTSTART"].dt, month["DTEND"].dt) == (date(2018, 9, 1), date(2018, 10, 1))
    quarter = found["It lost in the third quarter of 2012."]
    assert (quarter["DTSTART"].dt, quarter["DTEND"].dt) == (date(2012, 7, 1), date(2012, 10, 1))
    hour = found["It opens at 9 a.m. ET Tuesday."]
    assert hour["DTSTART"].dt == datetime(2018, 9, 18, 13, tzinfo=UTC)


def test_a_calendar_says_what_is_not_certain_and_leaves_out_what_it_cannot_hold(built):
    found = calendar(built["timeline/timeline.ics"])
    about = found["The weir is of about 1720."]
    assert about["STATUS"] == "TENTATIVE"
    assert "about this date" in about["DESCRIPTION"]
    assert "It was built in the 1990s." not in found
    assert "The fair is on 3 May." not in found
    assert len(found) == 6


def test_a_calendar_is_the_same_each_time_and_marks_keep_their_identity(built):
    again = files(make_digest([story(EVENTS)], KNOWN))
    assert again == built
    corrected = story(EVENTS, title="The mill closes")
    changed = calendar(files(make_digest([corrected], Register()))["timeline/timeline.ics"])
    before = calendar(built["timeline/timeline.ics"])
    assert {s: str(e["UID"]) for s, e in before.items()} == {
        s: str(e["UID"]) for s, e in changed.items()
    }


def test_lines_of_a_calendar_are_folded_within_characters():
    sentence = "On 3 May 2015 " + "ő" * 300 + " fell."
    digest = make_digest([story((event("2015-05-03", "3 May 2015", sentence, "d1"),))], Register())
    content = files(digest)["timeline/timeline.ics"]
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    (found,) = calendar(content).values()
    assert sentence in found["DESCRIPTION"]


@given(st.text(max_size=200))
@settings(max_examples=100)
def test_any_sentence_is_carried_by_every_form(text):
    sentence = f"{text} in 2015"
    facts = story((event("2015", "in 2015", sentence, "d1"),), title=text or "x")
    built = files(make_digest([facts], Register()))
    assert len(calendar(built["timeline/timeline.ics"])) == 1
    assert len(json.loads(built["timeline/timeline.json"])["events"]) == 1
    rows = list(csv.reader(io.StringIO(built["stories/mill/timeline.csv"].decode(), newline="")))
    assert len(rows) == 2


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the parser gives it
        self.tags.append(tag)

    def handle_data(self, data):
        self.words += data


def test_timelinejs_has_dates_as_fine_as_they_are_known(built):
    whole = json.loads(built["timeline/timeline.json"])
    starts = {e["display_date"]: (e["start_date"], e.get("end_date")) for e in whole["events"]}
    assert starts["Monday"] == ({"year": 2018, "month": 9, "day": 17}, None)
    assert starts["this month"] == ({"year": 2018, "month": 9}, None)
    assert starts["about 1720"] == ({"year": 1720}, None)
    assert starts["the 1990s"] == (
        {"year": 1990, "month": 1, "day": 1},
        {"year": 1999, "month": 12, "day": 31},
    )
    assert starts["9 a.m. ET Tuesday"][0]["hour"] == 9
    assert starts["44 BC"][0]["year"] == -43
    assert "3 May" not in starts


def test_timelinejs_takes_a_story_for_text_and_not_for_html():
    sentence = "On 3 May 2015 <script>alert(1)</script> fell."
    facts = story((event("2015-05-03", "3 May 2015", sentence, "d1"),), title="<b>Mill</b>")
    whole = json.loads(files(make_digest([facts], Register()))["timeline/timeline.json"])
    text = _Tags(whole["events"][0]["text"]["text"])
    assert text.tags == ["p", "b", "p", "a"]
    assert sentence in text.words
    assert _Tags(whole["events"][0]["text"]["headline"]).tags == []


def test_the_table_has_every_date_in_order(built):
    rows = list(
        csv.DictReader(io.StringIO(built["stories/mill/timeline.csv"].decode(), newline=""))
    )
    assert len(rows) == len(EVENTS)
    assert [row["edtf"].lstrip("'") for row in rows] == sorted((e.edtf for e in EVENTS), key=order)
    third = next(row for row in rows if row["edtf"] == "2012-35")
    assert (third["first"], third["last"]) == ("2012-07-01", "2012-09-30")
    assert rows[-1]["edtf"] == "XXXX-05-03"
    assert rows[-1]["first"] == ""


def test_addresses_are_relative_while_the_site_has_none():
    built = files(make_digest([story(EVENTS)], KNOWN), replace(SITE, url=""))
    rows = csv.DictReader(io.StringIO(built["stories/mill/timeline.csv"].decode(), newline=""))
    assert next(rows)["url"].startswith("./#")
    assert b"URL:" not in built["timeline/timeline.ics"]


SPAN = "The tide runs from 8:30 p.m. to 10 p.m. on Monday."


def test_two_hours_that_a_sentence_joins_are_one_event_with_an_end():
    begins = event("2018-09-17T20:30", "8:30 p.m.", SPAN, "d1")
    ends = event("2018-09-17T22:00", "10 p.m. on Monday", SPAN, "d2")
    built = files(make_digest([story((begins, ends), published="2018-09-16")], Register()))
    [one] = Calendar.from_ical(built["stories/mill/timeline.ics"]).walk("VEVENT")
    assert one["DTSTART"].dt == datetime(2018, 9, 17, 20, 30)
    assert one["DTEND"].dt == datetime(2018, 9, 17, 22, 0)
    [shown] = json.loads(built["stories/mill/timeline.json"])["events"]
    assert shown["end_date"] == {"year": 2018, "month": 9, "day": 17, "hour": 22, "minute": 0}
    assert len(built["stories/mill/timeline.csv"].splitlines()) == 3


@pytest.mark.parametrize(
    "sentence", ["At 8:30 p.m. and 10 p.m. on Monday.", "At 8:30 p.m., 10 p.m. on Monday."]
)
def test_two_hours_side_by_side_are_two_events(sentence):
    some = (
        event("2018-09-17T20:30", "8:30 p.m.", sentence, "d1"),
        event("2018-09-17T22:00", "10 p.m. on Monday", sentence, "d2"),
    )
    built = files(make_digest([story(some, published="2018-09-16")], Register()))
    assert len(Calendar.from_ical(built["stories/mill/timeline.ics"]).walk("VEVENT")) == 2


REPEATED = {
    "XXXX-WXX-2": ("FREQ=WEEKLY;BYDAY=TU", date(2018, 9, 25)),
    "XXXX-WXX-WE": ("FREQ=WEEKLY;BYDAY=SA,SU", date(2018, 9, 22)),
    "XXXX-WXX-3T19:00": ("FREQ=WEEKLY;BYDAY=WE", date(2018, 9, 19)),
    "XXXX-05-03": ("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3", date(2019, 5, 3)),
    "XXXX-07": ("FREQ=YEARLY;BYMONTH=7", date(2019, 7, 1)),
    "XXXX-XX-15": ("FREQ=MONTHLY;BYMONTHDAY=15", date(2018, 10, 15)),
    "P2W": ("FREQ=WEEKLY;INTERVAL=2", None),
    "P1Q": ("FREQ=MONTHLY;INTERVAL=3", None),
    "XXXX-SU": (None, None),
}


@pytest.mark.parametrize("value", REPEATED)
def test_what_happens_again_has_a_rule_and_where_a_day_is_named_a_place(value):
    rule, first = REPEATED[value]
    again = Repeated("mill", "", value, "again", "", "It happens again.", 11, day="2018-09-19")
    digest = make_digest([story(EVENTS[:1], repeated=(again,))], Register())
    rows = [
        next(csv.DictReader(io.StringIO(gzip.decompress(file.make()).decode(), newline="")))
        for file in data_files(digest, Marks(digest))
        if file.path == "data/repetitions.csv.gz"
    ]
    assert rows[0]["rrule"] == (rule or "")
    built = files(digest)["timeline/timeline.ics"]
    found = [e for e in Calendar.from_ical(built).walk("VEVENT") if "RRULE" in e]
    assert [e["DTSTART"].dt for e in found] == ([first] if first else [])
    rules = [e["RRULE"].to_ical().decode() for e in found]
    assert [set(r.split(";")) for r in rules] == ([set(rule.split(";"))] if first else [])
    vobject.readOne(built.decode())


BOUNDED = json.loads((Path(__file__).parents[1] / "cases" / "repetitions.json").read_text("utf-8"))


@pytest.mark.parametrize("case", BOUNDED, ids=[case["body"] for case in BOUNDED])
def test_a_repetition_ends_where_its_sentence_says_so(case):
    head = "Title: x\nDate: 2024-03-05\nPublished: 2024-03-05\nSlug: x\n\n"
    facts = facts_of(read_article(head + case["body"]))
    digest = make_digest([facts], Register())
    packed = next(
        f for f in data_files(digest, Marks(digest)) if f.path == "data/repetitions.jsonl.gz"
    )
    row = json.loads(gzip.decompress(packed.make()).splitlines()[0])
    assert (row["first"], row["rrule"]) == (case.get("first"), case["rrule"])
    built = files(digest).get("timeline/timeline.ics", b"")
    found = Calendar.from_ical(built).walk("VEVENT") if built else []
    starts = [e["DTSTART"].dt.isoformat() for e in found if "RRULE" in e]
    assert starts[:1] == ([case["first"]] if "first" in case else [])
    if "last" in case:
        rule = rrulestr(case["rrule"], dtstart=datetime.fromisoformat(case["first"]))
        assert rule[-1].date().isoformat() == case["last"]


@pytest.mark.parametrize("bounds", [{"until": "-0043"}, {"since": "-0049-01"}, {"day": "-0043"}])
def test_what_happened_again_before_our_era_is_in_no_calendar(bounds):
    again = Repeated("mill", "", "XXXX-WXX-2", "again", "", "It happens again.", 11, day="2018")
    found = recurrence_of(replace(again, **bounds))
    assert (found.first, found.rule) == (None, "FREQ=WEEKLY;BYDAY=TU")


def test_repetitions_are_read_out_of_an_article():
    text = "Title: x\nDate: 2026-01-01\nSlug: x\n\nIt meets [every Tuesday](set:XXXX-WXX-2)."
    [again] = facts_of(read_article(text)).repeated
    assert (again.edtf, again.written, again.sentence) == (
        "XXXX-WXX-2",
        "every Tuesday",
        "It meets every Tuesday.",
    )


def test_each_date_has_a_headline_of_its_own(built):
    shown = json.loads(built["stories/mill/timeline.json"])["events"]
    headlines = [one["text"]["headline"] for one in shown]
    assert len(set(headlines)) == len(headlines)
    long = "The mill by the weir was said to be old. " + "It is, they say, very old and " * 6
    one = event("2018", "2018", f"{long} of 2018 {long}", "d1")
    [shown] = json.loads(
        files(make_digest([story((one,))], Register()))["stories/mill/timeline.json"]
    )["events"]
    assert "2018" in shown["text"]["headline"]
    assert len(shown["text"]["headline"]) <= 96


def test_dates_of_one_sentence_are_told_apart_by_their_words():
    sentence = "It closed in 2018 and opened in 2019."
    some = (event("2018", "2018", sentence, "d1"), event("2019", "2019", sentence, "d2"))
    shown = json.loads(files(make_digest([story(some)], Register()))["timeline/timeline.json"])
    headlines = [one["text"]["headline"] for one in shown["events"]]
    assert headlines == [f"2018: {sentence}", f"2019: {sentence}"]


def test_a_calendar_of_very_many_dates_is_cut_by_years(monkeypatch):
    monkeypatch.setattr("gloss.formats.timeline_files.LARGE", 4)
    built = files(make_digest([story(EVENTS)], Register()))
    parts = {path for path in built if path.startswith("timeline/") and path.endswith(".ics")}
    assert parts == {
        "timeline/timeline.ics",
        "timeline/timeline-2012.ics",
        "timeline/timeline-1720.ics",
    }
    every = [e for path in parts for e in Calendar.from_ical(built[path]).walk("VEVENT")]
    assert len({e["UID"] for e in every}) == len(every) == 6
