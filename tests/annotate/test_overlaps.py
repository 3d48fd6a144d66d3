"""Where a name and a time meet."""

from __future__ import annotations

import pytest
from gloss.annotate.overlaps import settle, untimed
from gloss.annotate.tagger import Tagged
from gloss.story import Mention, Moment
from hypothesis import given
from hypothesis import strategies as st

from tests.linear import takes_steps_in_proportion


def cut(text: str, name: str, time: str, kind: str = "event") -> str | None:
    """Return what is left of a name beside a time."""
    start, moment = text.index(name), text.index(time)
    tagged = Tagged(start, start + len(name), kind, (0.1, 0.1, 0.1, 0.7))
    left = untimed(text, [tagged], [Moment(moment, moment + len(time), "DATE", "2012")])
    return text[left[0].start : left[0].end] if left else None


@pytest.mark.parametrize(
    ("text", "name", "time", "left"),
    [
        ("It was ready for the 2012 Harbour Games.", "2012 Harbour Games", "2012", "Harbour Games"),
        (
            "Last week Miller Brothers closed.",
            "Last week Miller Brothers",
            "Last week",
            "Miller Brothers",
        ),
        (
            "He fell from the Elm Tower on Easter Day.",
            "Elm Tower on Easter Day",
            "Easter Day",
            "Elm Tower",
        ),
        ("She spoke at Harbour Summit 2010.", "Harbour Summit 2010", "2010", "Harbour Summit"),
        ("She joined Alpha News 20 years ago.", "Alpha News 20", "20 years ago", "Alpha News"),
        ("After the 1990 invasion of the isle", "1990 invasion of", "1990", None),
    ],
)
def test_a_time_at_the_edge_of_a_name_is_cut_off(text, name, time, left):
    assert cut(text, name, time) == left


@pytest.mark.parametrize(
    ("text", "kind", "name", "time", "left"),
    [
        (
            "The Harbour Court Friday ruled.",
            "org",
            "Harbour Court Friday",
            "Friday",
            "Harbour Court",
        ),
        ("Mayor Ida Berg Monday said so.", "person", "Ida Berg Monday", "Monday", "Ida Berg"),
        ("A June Berg rally was held.", "person", "June Berg", "June", "Berg"),
        ("At a Bergen Christmas party", "place", "Bergen Christmas", "Christmas", "Bergen"),
        ("He spoke on “Harbour News Sunday.”", "org", "Harbour News Sunday", "Sunday", None),
        ("June Berg was there.", "person", "June Berg", "June", None),
    ],
)
def test_a_day_written_without_on_is_cut_off_what_it_follows(text, kind, name, time, left):
    assert cut(text, name, time, kind) == (left or name)


@pytest.mark.parametrize(
    ("text", "name", "time"),
    [
        ("A share of the 21st Century Mill rose.", "21st Century Mill", "the 21st Century"),
        ("She was on Sunday Evening Live.", "Sunday Evening Live", "Sunday Evening"),
        ("It was shown at Expo 2010 in the hall.", "Expo 2010", "2010"),
        ("He said so on Talk of This Week.", "Talk of This Week", "This Week"),
        ("They saw 2010: The Voyage.", "2010: The Voyage", "2010"),
        ("A site called Good News Right Now", "Good News Right", "Right Now"),
        ("It closed on Easter Day.", "Easter Day", "Easter Day"),
    ],
)
def test_a_title_keeps_its_own_time(text, name, time):
    assert cut(text, name, time) == name


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=12)


@given(SPANS, SPANS)
def test_the_longer_of_two_that_meet_wins_and_a_time_on_a_tie(names, times):
    mentions = [Mention(start, start + size, "person:a") for start, size in names]
    moments = [Moment(start, start + size, "DATE", "2012") for start, size in times]

    def meet(one, other):
        return one.start < other.end and other.start < one.end

    kept = [m for m in mentions if not any(meet(m, t) and length(t) >= length(m) for t in moments)]
    left = [t for t in moments if not any(meet(m, t) for m in kept)]
    assert settle(mentions, moments) == (kept, left)


@pytest.mark.parametrize(
    ("entity", "sure", "wins"),
    [
        ("work:black-friday", 0.95, True),
        ("work:black-friday", 0.4, False),
        ("event:black-friday", 0.95, False),
    ],
)
def test_a_sure_title_is_no_day_of_its_name(entity, sure, wins):
    mention, moment = Mention(9, 21, entity, sure=sure), Moment(9, 21, "DATE", "2004-11-26")
    assert settle([mention], [moment]) == (([mention], []) if wins else ([], [moment]))


def length(mark):
    return mark.end - mark.start


def test_many_names_beside_many_times_take_steps_in_proportion():
    def marked(count):
        mentions = [Mention(i * 20, i * 20 + 5, "person:a") for i in range(count)]
        return mentions, [Moment(i * 20 + 4, i * 20 + 8, "DATE", "2012") for i in range(count)]

    assert takes_steps_in_proportion(marked, lambda given: settle(*given), 2000)
