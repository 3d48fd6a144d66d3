"""Two names beside each other: which pairs have a page, and what it shows."""

from __future__ import annotations

from tests.pages.conftest import article, view_of

ANN, BO = "[Ann Lee](person:ann-lee)", "[Bo Hart](person:bo-hart)"
ANN_SAYS = f"[“The pier is ours,”]{{.quote by=ann-lee}} said {ANN}."
BO_SAYS = f"[“Nobody can own a pier,”]{{.quote by=bo-hart}} said {BO} in [%s](date:%s)."
BO_ADDS = BO_SAYS.replace("Nobody can own a pier", "Ask the harbour office")


def spoken(day: int, *paragraphs: str) -> str:
    """A story of a day in May."""
    text = "\n\n".join((*paragraphs, f"Both met in [Sel](place:sel) on day {day}."))
    return article(f"day-{day}", text + "\n", Published=f"2016-05-0{day}")


TOGETHER = (
    spoken(1, ANN_SAYS, BO_SAYS % (2014, 2014)),
    spoken(2, f"{ANN} met {BO}."),
    spoken(3, ANN_SAYS, f"{BO} was silent.", BO_ADDS % (2015, 2015)),
)
ALONE = tuple(spoken(day, BO_SAYS % (2013, 2013)) for day in (4, 5, 6))


def test_a_pair_that_several_stories_quote_has_a_page_and_is_led_to(digest_of, planned):
    pages = planned(digest_of(*TOGETHER, *ALONE))
    url = "with/people/ann-lee/people/bo-hart/"
    assert [path for path in pages if path.startswith("with/")] == [
        "with/index.html",
        f"{url}index.html",
    ]
    for name, other in (("ann-lee", "Bo Hart"), ("bo-hart", "Ann Lee")):
        company = view_of(pages[f"people/{name}/index.html"])["company"]
        assert [beside.url for beside in company if beside.link.name == other] == [url]
    [listed] = view_of(pages["with/index.html"])["pairs"]
    assert (listed.one.name, listed.other.name, listed.stories) == ("Ann Lee", "Bo Hart", 3)


def test_a_pair_shows_what_each_said_by_story_and_one_timeline(digest_of, planned):
    pages = planned(digest_of(*TOGETHER, *ALONE))
    view = view_of(pages["with/people/ann-lee/people/bo-hart/index.html"])
    said = [
        (told.story.slug, *([q.parts[0][0] for q in one] for one in told.said))
        for told in view["stories"]
    ]
    assert said == [
        ("day-3", ["The pier is ours,"], ["Ask the harbour office,"]),
        ("day-1", ["The pier is ours,"], ["Nobody can own a pier,"]),
    ]
    assert [story.slug for story in view["others"]] == ["day-2"]
    assert [entry.when.edtf for entry in view["entries"]] == ["2014", "2015"]


def test_two_stories_in_common_make_no_page(digest_of, planned):
    pages = planned(digest_of(*TOGETHER[:2], *ALONE))
    assert [path for path in pages if path.startswith("with/")] == ["with/index.html"]


def test_names_that_are_not_both_quoted_make_no_page(digest_of, planned):
    silent = [spoken(day, ANN_SAYS, f"{BO} was silent.") for day in (1, 2, 3)]
    pages = planned(digest_of(*silent, *ALONE))
    assert [path for path in pages if path.startswith("with/")] == ["with/index.html"]


def test_pages_of_pairs_are_at_most_a_third_as_many_as_stories(digest_of, planned):
    people = [f"[P {n}](person:p-{n})" for n in range(6)]
    each = "\n\n".join(
        f"[“We are here,”]{{.quote by=p-{n}}} said {name}." for n, name in enumerate(people)
    )
    pages = planned(digest_of(*(spoken(day, each) for day in range(1, 7))))
    assert len([path for path in pages if path.startswith("with/people/")]) == 2
