"""The pages of editions, as plain data."""

from __future__ import annotations

from tests.pages.conftest import article, view_of

RAIN = article(
    "rain",
    "[Ann Lee](person:ann-lee), mayor of [Sel](place:sel), spoke.\n\n"
    "[“It will rain on all of us.”]{.quote by=ann-lee cue=said} of [May](date:2018-10-02).",
    Published="2018-09-19",
    Summary="Rain fell in Sel. It fell all day.",
    Names="\n    person:ann-lee = Ann Lee | mayor of Sel\n    place:sel = Sel",
)
SNOW = article("snow", "[Ann Lee](person:ann-lee) slept.", Published="2018-09-12")
FOG = article("fog", "[Ann Lee](person:ann-lee) woke.", Date="2018-09-20")


def test_an_edition_tells_what_happened_who_spoke_who_is_new_and_what_is_ahead(digest_of, planned):
    view = view_of(planned(digest_of(RAIN, FOG))["editions/2018-W38/index.html"])
    dated, entered = view["days"]
    assert (dated.day.words, entered.day) == ("Wed, September 19", None)
    assert [(line.story.title, line.lead) for line in dated.lines] == [
        ("Rain", "Rain fell in Sel.")
    ]
    assert [quoted.words.by.name for quoted in view["spoken"]] == ["Ann Lee"]
    assert [(new.link.name, new.says) for new in view["new"]] == [
        ("Ann Lee", "mayor of Sel"),
        ("Sel", ""),
    ]
    assert [entry.when.edtf for entry in view["ahead"]] == ["2018-10-02"]
    assert (view["edition"].week, view["edition"].year, view["stories"]) == (38, 2018, 2)


def test_editions_lead_to_their_neighbours_and_are_listed(digest_of, planned):
    pages = planned(digest_of(RAIN, SNOW))
    newer = view_of(pages["editions/2018-W38/index.html"])
    assert (newer["older"].key, newer["newer"]) == ("2018-W37", None)
    listed = view_of(pages["editions/index.html"])["editions"]
    assert [(one.link.key, one.stories, one.headlines) for one in listed] == [
        ("2018-W38", 1, ("Rain",)),
        ("2018-W37", 1, ("Snow",)),
    ]


def test_an_edition_is_of_the_period_that_the_settings_say(digest_of, planned):
    digest = digest_of(RAIN, SNOW)
    assert "editions/2018-09/index.html" in planned(digest, editions="month")
    page = planned(digest, editions="day")["editions/2018-09-19/index.html"]
    assert view_of(page)["edition"].days == "September 19, 2018"


def test_a_busy_edition_has_lines_then_headlines_then_a_number(digest_of, planned):
    many = (article(f"story-{n}", "Rain fell.", Published="2018-09-19") for n in range(130))
    view = view_of(planned(digest_of(*many))["editions/2018-W38/index.html"])
    assert sum(len(day.lines) for day in view["days"]) == 60
    assert (len(view["headlines"]), view["more"]) == (60, 10)
