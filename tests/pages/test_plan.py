"""Which pages there are, and what they show."""

from __future__ import annotations

import pickle

import pytest
from gloss.pages.glosses import rounded
from gloss.register import Entry

from tests.pages.conftest import article, view_of

MEETING = article(
    "a-meeting",
    "[Ann Lee](person:ann-lee), mayor of [Sel](place:sel), met [Bo Hart](person:bo-hart) on "
    "[the 3rd of May](date:XXXX-05-03).\n\n"
    "[“We meet at last,”]{.quote by=ann-lee cue=said lemma=say how=pronoun sure=0.9} she said "
    "[in 2014](date:2014).",
    Published="2015-05-04",
    Names="\n    person:ann-lee = Ann Lee | mayor of Sel\n    person:bo-hart = Bo Hart",
)
DINNER = article(
    "a-dinner",
    "[Ann Lee](person:ann-lee) and [Bo Hart](person:bo-hart) dined. [“Salt,”]{.quote "
    'who="a cook" cue=said} said a cook.',
    Published="2016-01-02",
)
TWO_TOWNS = article("two-towns", "[Sel](place:sel) lies by [Tor](place:tor).")
SECRET = article("a-secret", "[Ann Lee](person:ann-lee) slept.", Status="hidden")


def test_a_calendar_is_offered_only_where_it_holds_something(digest_of, planned):
    vague = article("vague", "Rain fell in [the 1990s](date:199X).\n")
    dated = "Rain fell in [2015](date:2015), and will in [2027](date:2027).\n"
    digest = digest_of(vague, article("dated", dated), article("over", dated, Published="2027-02"))
    pages = planned(digest)
    offered = {
        path: view_of(pages[path])["calendar"]
        for path in (f"stories/{slug}/index.html" for slug in ("vague", "dated", "over"))
    }
    assert list(offered.values()) == [False, True, False]
    for path in ("timeline/index.html", "data/index.html"):
        assert view_of(pages[path])["calendar"] is True
        assert view_of(planned(digest_of(vague))[path])["calendar"] is False


def test_an_empty_digest_has_its_pages(digest_of, planned):
    pages = planned(digest_of())
    assert {"index.html", "people/index.html", "timeline/index.html", "404.html"} <= pages.keys()
    assert view_of(pages["index.html"])["stories"] == ()


def test_every_story_has_its_page_and_every_name_that_several_speak_of(digest_of, planned):
    pages = planned(digest_of(MEETING, DINNER, SECRET))
    stories = {path for path in pages if path.startswith("stories/")}
    assert stories == {
        "stories/index.html",  # leads to their list
        *(f"stories/{slug}/index.html" for slug in ("a-meeting", "a-dinner", "a-secret")),
    }
    assert "people/ann-lee/index.html" in pages
    assert "people/bo-hart/index.html" in pages
    assert "places/sel/index.html" not in pages


def test_lists_lead_to_a_name_of_one_story_in_that_story(digest_of, planned):
    pages = planned(digest_of(MEETING, DINNER, SECRET))
    [(_, _, [sel])] = view_of(pages["places/index.html"])["groups"]
    assert sel.link.url == "stories/a-meeting/#place:sel"
    assert view_of(pages["stories/a-meeting/index.html"])["passing"] == ("place:sel",)


LATE = article("late", "[“It is late,”]{.quote by=place:sel cue=said} [Sel](place:sel) said.")
ANN = Entry("person:ann-lee", "Ann Lee", "person")


@pytest.mark.parametrize(
    ("stories", "entries"),
    [
        ((MEETING, article("elsewhere", "It rained in [Sel](place:sel).")), ()),
        ((MEETING,), (Entry("place:sel", "Sel", "place"),)),
    ],
    ids=["two stories", "the register"],
)
def test_a_name_of_which_more_is_known_has_a_page(stories, entries, digest_of, planned):
    pages = planned(digest_of(*stories, entries=entries))
    [(_, _, [sel])] = view_of(pages["places/index.html"])["groups"]
    assert sel.link.url == "places/sel/"
    assert "places/sel/index.html" in pages


def test_whom_one_story_quotes_is_led_to_there(digest_of, planned):
    pages = planned(digest_of(LATE))
    assert "places/sel/index.html" not in pages
    home = view_of(pages["quotes/index.html"])
    [speaker], [quoted] = home["speakers"], home["quotations"]
    assert speaker.link.url == "stories/late/#place:sel"
    assert speaker.url == quoted.words.url


def test_a_speaker_whom_another_story_names_has_a_page(digest_of, planned):
    named = article("elsewhere", "It rained in [Sel](place:sel).")
    said = article("late", "[“It is late,”]{.quote by=place:sel cue=said} they said.")
    assert "places/sel/index.html" in planned(digest_of(named, said))


def test_a_story_knows_its_neighbours_and_a_hidden_one_none(digest_of, planned):
    pages = planned(digest_of(MEETING, DINNER, SECRET))
    dinner = view_of(pages["stories/a-dinner/index.html"])
    assert dinner["newer"] is None
    assert dinner["older"].slug == "a-meeting"
    secret = view_of(pages["stories/a-secret/index.html"])
    assert (secret["newer"], secret["older"]) == (None, None)


def test_a_gloss_says_what_a_name_is_in_the_storys_own_words(digest_of, planned):
    view = view_of(planned(digest_of(MEETING, DINNER))["stories/a-meeting/index.html"])
    ann = view["glosses"]["person:ann-lee"]
    assert (ann.says, ann.stories) == ("mayor of Sel", 2)
    assert "place:sel" not in view["glosses"], "there is nothing to say of it"


def test_a_gloss_says_where_the_kind_of_a_name_is_asked_about(digest_of, planned):
    asked = "kind: “Sel” is shown as place, which is not sure (35%). With its right type: ..."
    body = "[Sel](place:sel) met [Ann Lee](person:ann-lee).\n"
    digest = digest_of(article("rain", body, Review=asked))
    glosses = view_of(planned(digest)["stories/rain/index.html"])["glosses"]
    assert {id_: gloss.unsure for id_, gloss in glosses.items()} == {"place:sel": True}


def test_a_gloss_in_another_storys_words_says_of_when_they_are(digest_of, planned):
    view = view_of(planned(digest_of(MEETING, DINNER))["stories/a-dinner/index.html"])
    ann, bo = view["glosses"]["person:ann-lee"], view["glosses"]["person:bo-hart"]
    assert (ann.says, ann.since.words) == ("mayor of Sel", "May 4, 2015")
    assert (bo.says, bo.last.slug) == ("", "a-meeting"), "nobody says who he is, but he was there"


def test_a_country_needs_no_note_unless_its_story_says_something_of_it(digest_of, planned):
    japan = Entry("place:japan", "Japan", "place", description="Island country in East Asia.")
    text = "Rain fell in [Japan](place:japan) and in [Sel](place:sel)."
    told = "\n    place:japan = Japan | a nation of gardeners"
    pages = planned(
        digest_of(
            article("rain", text, Published="2016-01-02"),
            article("more-rain", text, Published="2016-01-03", Names=told),
            entries=(japan,),
        )
    )
    assert "place:japan" not in view_of(pages["stories/rain/index.html"])["glosses"]
    assert "place:japan" in view_of(pages["stories/more-rain/index.html"])["glosses"]


def test_the_registers_line_comes_before_the_storys_words(digest_of, planned):
    entry = Entry("person:ann-lee", "Ann Lee", "person", description="Mayor since 2010.")
    pages = planned(digest_of(MEETING, entries=(entry,)))
    view = view_of(pages["stories/a-meeting/index.html"])
    assert view["glosses"]["person:ann-lee"].says == "Mayor since 2010."


def test_counts_are_exact_when_small_and_steps_when_large():
    assert [rounded(n) for n in (1, 10, 11, 20, 21, 99, 100, 12345)] == [
        (1, False),
        (10, False),
        (10, True),
        (20, False),
        (20, True),
        (50, True),
        (100, False),
        (10000, True),
    ]


def test_stories_stand_together_for_the_names_that_both_speak_of(digest_of, planned):
    view = view_of(planned(digest_of(MEETING, DINNER))["stories/a-meeting/index.html"])
    [beside] = view["related"]
    assert beside.story.slug == "a-dinner"
    assert {link.name for link in beside.shared} == {"Ann Lee", "Bo Hart"}


def test_a_timeline_shows_a_sentence_cut_where_the_date_stands(digest_of, planned):
    view = view_of(planned(digest_of(MEETING))["timeline/index.html"])
    year, open_ = view["entries"]
    assert year.when.edtf == "2014"
    assert (year.before, year.written, year.after) == (
        "“We meet at last,” she said ",
        "in 2014",
        ".",
    )
    assert open_.when.precision == "open"
    assert open_.url == f"stories/a-meeting/#{open_.anchor}"
    assert [link.id for link in open_.names] == ["person:ann-lee", "place:sel", "person:bo-hart"]


def test_a_person_is_quoted_apart_from_mentioned(digest_of, planned):
    pages = planned(digest_of(MEETING, DINNER))
    ann = view_of(pages["people/ann-lee/index.html"])
    assert [quoted.words.story.slug for quoted in ann["said"]] == ["a-meeting"]
    assert [(told.story.slug, told.quoted) for told in ann["stories"]] == [
        ("a-dinner", 0),
        ("a-meeting", 1),
    ]


def test_what_somebody_says_stands_by_newest_story_in_the_order_of_its_text(digest_of, planned):
    two = "[“One,”]{.quote by=ann-lee} said [Ann Lee](person:ann-lee). [“Two.”]{.quote by=ann-lee}"
    later = article("later", two, Published="2020-01-01")
    ann = view_of(planned(digest_of(MEETING, later))["people/ann-lee/index.html"])
    words = [part[0] for quoted in ann["said"] for part in quoted.words.parts]
    assert words == ["One,", "Two.", "We meet at last,"]


def test_what_others_say_of_somebody_is_apart_from_what_they_say(digest_of, planned):
    text = (
        "[“I trust [Ann Lee](person:ann-lee),”]{.quote by=bo-hart cue=said} "
        "said [Bo Hart](person:bo-hart)."
    )
    pages = planned(digest_of(MEETING, article("praise", text)))
    ann = view_of(pages["people/ann-lee/index.html"])
    assert [quoted.words.by.name for quoted in ann["spoken_of"]] == ["Bo Hart"]
    assert view_of(pages["people/bo-hart/index.html"])["spoken_of"] == ()


def test_a_quotation_stands_in_its_paragraph(digest_of, planned):
    ann = view_of(planned(digest_of(MEETING, entries=(ANN,)))["people/ann-lee/index.html"])
    before, words, after = ann["said"][0].words.context
    assert words == "We meet at last,"
    assert before.endswith("“")
    assert after.startswith("” she said")


def test_words_whose_speaker_has_no_name_are_listed_apart(digest_of, planned):
    view = view_of(planned(digest_of(MEETING, DINNER))["quotes/unnamed.html"])
    [quoted] = view["quotations"]
    assert quoted.words.by is None
    assert quoted.words.who == "a cook"


def test_company_leads_to_the_one_story_in_common_or_to_both_beside_each_other(digest_of, planned):
    pages = planned(digest_of(MEETING, DINNER, TWO_TOWNS))
    found = {
        beside.link.name: beside.url
        for name in ("people/ann-lee", "places/sel")
        for beside in view_of(pages[f"{name}/index.html"])["company"]
    }
    assert found["Tor"] == "stories/two-towns/"
    [bo] = [
        b
        for b in view_of(pages["people/ann-lee/index.html"])["company"]
        if b.link.name == "Bo Hart"
    ]
    assert bo.url == "with/?a=person%3Aann-lee&b=person%3Abo-hart"


def test_an_old_address_of_a_name_leads_to_the_new_one(digest_of, planned):
    entry = Entry("person:ann-lee", "Ann Lee", "person", merges=("person:a-lee",))
    pages = planned(digest_of(MEETING, entries=(entry,)))
    assert view_of(pages["people/a-lee/index.html"])["to"] == "people/ann-lee/"


def test_busy_years_are_cut_by_month_and_nothing_is_lost(digest_of, planned):
    dates = [f"2015-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(70)] + ["1999", "XXXX-05-03"]
    body = "\n\n".join(f"It was [day {n}](date:{date})." for n, date in enumerate(dates))
    pages = planned(digest_of(article("days", body)))
    parts = {p: view_of(pages[p]) for p in pages if p.startswith("timeline/") and "index" not in p}
    assert {"timeline/1999.html", "timeline/2015-01.html", "timeline/open.html"} <= parts.keys()
    assert sum(len(view["entries"]) for view in parts.values()) == len(dates)
    home = view_of(pages["timeline/index.html"])
    assert [year.dates for year in home["years"]] == [1, 70, 1]
    linked = [url for year in home["years"] for _, _, url in year.parts]
    assert sorted(linked) == sorted(parts)


def test_a_paragraph_stands_once_with_all_that_it_quotes(digest_of, planned):
    two = (
        "[“It rained all day,”]{.quote by=ann-lee} said [Ann Lee](person:ann-lee). [“We stayed.”]"
        "{.quote by=ann-lee}\n\n[“It was cold,”]{.quote by=ann-lee} she said."
    )
    digest = digest_of(article("rain", two), entries=(ANN,))
    ann = view_of(planned(digest)["people/ann-lee/index.html"])
    assert [len(quoted.words.parts) for quoted in ann["said"]] == [2, 1]
    assert ann["said_in_all"] == 3


def test_a_word_that_is_only_set_off_is_in_no_list(digest_of, planned):
    text = (
        "[Ann Lee](person:ann-lee) called it [“scary”]{.quote by=ann-lee}. [“Yes,”]"
        "{.quote by=ann-lee} she said."
    )
    digest = digest_of(article("rain", text), entries=(ANN,))
    ann = view_of(planned(digest)["people/ann-lee/index.html"])
    assert [quoted.words.parts for quoted in ann["said"]] == [(("Yes,",),)]


def test_what_is_ahead_of_the_newest_story_stands_apart(digest_of, planned):
    text = "It rained [on 2 May](date:2016-05-02) and will rain [in 2030](date:2030-06)."
    home = view_of(
        planned(digest_of(article("rain", text, Published="2016-05-03")))["timeline/index.html"]
    )
    assert [entry.when.edtf for entry in home["entries"]] == ["2016-05-02"]
    assert [entry.when.edtf for entry in home["ahead"]] == ["2030-06"]


def test_stories_that_share_a_city_alone_do_not_stand_together(digest_of, planned):
    rain = article("rain", "Rain fell in [Sel](place:sel).", Published="2016-01-02")
    fire = article("fire", "A house burned in [Sel](place:sel).", Published="2016-01-03")
    assert view_of(planned(digest_of(rain, fire))["stories/rain/index.html"])["related"] == ()


def test_many_names_are_listed_by_letter_and_nothing_is_lost(digest_of, planned):
    names = [f"Lee {chr(65 + n % 26)}na{n}" for n in range(300)]
    body = " ".join(f"[{name}](person:p{n})." for n, name in enumerate(names))
    pages = planned(digest_of(article("a-crowd", body)))
    letters = [view_of(pages[f"people/{chr(97 + n)}.html"]) for n in range(26)]
    listed = [row.link.name for v in letters for _, _, rows in v["groups"] for row in rows]
    assert sorted(listed) == sorted(names)


def test_what_a_page_shows_is_plain_data_and_the_same_each_time(digest_of, planned):
    def shown():
        pages = planned(digest_of(MEETING, DINNER, SECRET), url="https://sel.example")
        return {path: pickle.dumps(dict(view_of(page))) for path, page in pages.items()}

    first, second = shown(), shown()
    assert first.keys() == second.keys()
    assert [p for p in first if pickle.loads(first[p]) != pickle.loads(second[p])] == []


def test_a_new_story_leaves_pages_alone_that_do_not_speak_of_it(digest_of, planned):
    alone = article("elsewhere", "[Cy Dun](person:cy-dun) fished in [1999](date:1999).")
    before = planned(digest_of(MEETING, DINNER))
    after = planned(digest_of(MEETING, DINNER, alone))
    for path in ("people/bo-hart/index.html", "places/index.html", "about/index.html"):
        assert view_of(before[path]) == view_of(after[path]), path


def test_a_story_of_very_many_dates_has_a_line_for_each_day(digest_of, planned):
    dates = [f"2015-03-{1 + n % 9:02}T{n % 24:02}:00" for n in range(30)] + ["2015-03-02", "1999"]
    body = "\n\n".join(f"It was [time {n}](date:{date})." for n, date in enumerate(dates))
    view = view_of(planned(digest_of(article("hours", body)))["stories/hours/index.html"])
    assert [day.edtf for day, _ in view["days"]] == ["1999"] + [
        f"2015-03-0{n}" for n in range(1, 10)
    ]
    assert sum(len(entries) for _, entries in view["days"]) == len(dates)


def test_words_of_a_story_without_a_day_of_publication_are_listed_as_undated(digest_of, planned):
    said = "[“Word %d,”]{.quote by=ann-lee cue=said} said [Ann Lee](person:ann-lee)."
    body = "\n\n".join(said % n for n in range(60))
    pages = planned(digest_of(article("undated", body)))
    assert "quotes/undated.html" in pages
    assert "quotes/2026.html" not in pages
    [year] = view_of(pages["quotes/index.html"])["years"]
    assert (year.year, year.said) == ("", 60)


def test_years_of_few_dates_share_a_page_of_a_name_s_timeline(digest_of, planned):
    dates = [f"{1950 + n % 40}-03-{n % 28 + 1:02}" for n in range(80)]
    said = "[“No,”]{.quote by=ann-lee cue=said} said [Ann Lee](person:ann-lee)."
    told = "\n\n".join(f"[Ann Lee](person:ann-lee) came on [{d}](date:{d})." for d in dates)
    pages = planned(digest_of(article("ann", told), article("said", said)))
    folder = "people/ann-lee"
    found = {path: view_of(pages[path]) for path in pages if path.startswith(f"{folder}/timeline")}
    assert not any(view["calendar"] for view in found.values()), "all of it is over"
    assert {path: view["label"] for path, view in found.items()} == {
        f"{folder}/timeline.html": "",
        f"{folder}/timeline-1950.html": "1950–1973",
        f"{folder}/timeline-1974.html": "1974–1989",
    }
    home = found[f"{folder}/timeline.html"]
    assert [year.year for year in home["years"]] == ["1950–1973", "1974–1989"]
    ways = {bar.label: bar.url for bar in home["chart_"].bars}
    assert ways["1973"] == f"{folder}/timeline-1950.html"
    assert sum(len(view["entries"]) for view in found.values()) - len(home["entries"]) == 80


def test_every_date_of_a_busy_year_has_a_page_inside_the_timeline(digest_of, planned):
    march = " ".join(f"[the {day}th](date:1997-03-{day:02})." for day in range(1, 31))
    rest = (
        "[until 1997](date:../1997), [before](date:/1997), [the 90s](date:199X), "
        "[the war](date:-0043), [the third century](date:-0299/-0200), [one year](date:0079)"
    )
    text = f"{march}\n\n{march}\n\n{rest}.\n"
    pages = planned(digest_of(article("busy", text)))
    assert sorted(path for path in pages if path.startswith("timeline/")) == [
        "timeline/0079.html",
        "timeline/1990.html",
        "timeline/1997-03-p2.html",
        "timeline/1997-03.html",
        "timeline/1997.html",
        "timeline/300-bc.html",
        "timeline/44-bc.html",
        "timeline/index.html",
    ]
    view = view_of(pages["timeline/index.html"])
    assert [year.year for year in view["years"]] == ["300 BC", "44 BC", "79 AD", "1990", "1997"]
    assert [entry.when.words for entry in view_of(pages["timeline/44-bc.html"])["entries"]] == [
        "44 BC"
    ]
    assert sum(bar.count for bar in view["chart_"].bars) == 66
