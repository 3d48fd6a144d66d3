"""The digest of small articles made by hand."""

from __future__ import annotations

from dataclasses import replace

from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.digest.model import StoryFacts
from gloss.digest.related import related_stories
from gloss.digest.sentences import sentences
from gloss.register import Entry, Register
from gloss.story import (
    Annotations,
    Article,
    Entity,
    Mention,
    Moment,
    Quotation,
    Span,
    Status,
    Story,
)

from tests.linear import takes_steps_in_proportion

HARBOUR = """\
Ada Brook, mayor of Quayside, met Mr. Ivo Lind in 2019. Brook opened the harbour on 3 May 2021.

Brook told reporters:

“The harbour is ours.

“Nobody in Quayside will sell it.”"""


def span(text: str, words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def harbour(slug="harbour", published="2021-05-04", status: Status = "published") -> Article:
    brook, lind, quayside = "person:ada-brook", "person:ivo-lind", "place:quayside"
    marks = [
        (span(HARBOUR, "Ada Brook"), brook),
        (span(HARBOUR, "Quayside"), quayside),
        (span(HARBOUR, "Ivo Lind"), lind),
        (span(HARBOUR, "Brook", 1), brook),
        (span(HARBOUR, "Brook", 2), brook),
        (span(HARBOUR, "Quayside", 1), quayside),
    ]
    quotation = Quotation(
        parts=(Span(HARBOUR.index("The harbour is"), len(HARBOUR) - 1),),
        by=brook,
        cue="told",
        lemma="tell",
    )
    return Article(
        slug=slug,
        title="The harbour opens",
        story=Story(slug, HARBOUR, "The harbour opens", published),
        annotations=Annotations(
            mentions=tuple(Mention(*at, entity=id_) for at, id_ in marks),
            moments=(
                Moment(*span(HARBOUR, "2019"), "DATE", "2019", "2019"),
                Moment(*span(HARBOUR, "3 May 2021"), "DATE", "2021-05-03", "2021-05-03"),
            ),
            quotations=(quotation,),
            entities=(
                Entity(brook, "Ada Brook", ("mayor of Quayside",)),
                Entity(quayside, "Quayside"),
                Entity(lind, "Ivo Lind"),
            ),
        ),
        date="2021-06-01",
        status=status,
        quote_ids=("q-1",),
        moment_ids=("t-1", "t-2"),
        digest="d" * 64,
    )


def test_names_are_counted_with_their_spellings():
    brook, quayside, lind = facts_of(harbour()).named
    assert (brook.entity, brook.count, brook.forms) == (
        "person:ada-brook",
        3,
        ("Brook", "Ada Brook"),
    )
    assert brook.descriptors == ("mayor of Quayside",)
    assert (quayside.count, lind.count) == (2, 1)


def test_a_date_stands_in_its_sentence_with_the_names_there():
    first, second = facts_of(harbour()).events
    assert first.sentence == "Ada Brook, mayor of Quayside, met Mr. Ivo Lind in 2019."
    assert first.sentence[first.at :].startswith("2019.")
    assert first.names == ("person:ada-brook", "place:quayside", "person:ivo-lind")
    assert second.sentence == "Brook opened the harbour on 3 May 2021."
    assert second.names == ("person:ada-brook",)


def test_a_quotation_over_two_paragraphs_has_the_words_and_the_line_before():
    (said,) = facts_of(harbour()).said
    assert said.words == ("The harbour is ours.\n\nNobody in Quayside will sell it.",)
    assert said.context == "Brook told reporters:"
    assert said.names == ("place:quayside",)


def test_drafts_are_nowhere_and_hidden_stories_in_no_list():
    digest = make_digest(
        [
            facts_of(harbour("draft", status="draft")),
            facts_of(harbour("hidden", status="hidden")),
            facts_of(harbour("open")),
        ],
        Register(),
    )
    assert list(digest.stories) == ["open"]
    assert list(digest.hidden) == ["hidden"]
    assert {story for name in digest.names.values() for story in name.stories} == {"open"}
    assert {event.story for event in digest.events} == {said.story for said in digest.said}
    assert {said.story for said in digest.said} == {"open"}


def test_the_newest_story_comes_first_and_entry_stands_in_for_publication():
    facts = [
        facts_of(harbour("old", "2020-01-01")),
        facts_of(harbour("undated", None)),
        facts_of(harbour("b", "2021-05-04")),
        facts_of(harbour("a", "2021-05-04")),
    ]
    digest = make_digest(facts, Register())
    assert list(digest.stories) == ["undated", "a", "b", "old"]
    assert make_digest(reversed(facts), Register()) == digest


def each_says_its_own(article: Article) -> StoryFacts:
    """Return the facts of one of several harbours, as if each quoted something else."""
    found = facts_of(article)
    return replace(found, said=tuple(replace(said, sketch="") for said in found.said))


def test_a_name_gathers_what_is_said_by_it_and_who_stands_beside_it():
    stories = (harbour("old", "2020-01-01"), harbour("new", "2021-01-01"))
    digest = make_digest(map(each_says_its_own, stories), Register())
    brook = digest.names["person:ada-brook"]
    assert (brook.name, brook.forms, brook.mentions) == ("Ada Brook", ("Brook",), 6)
    assert [said.story for said in brook.said] == ["new", "old"]
    assert [(c.entity, c.stories) for c in digest.companions[brook.id]] == [
        ("person:ivo-lind", 2),
        ("place:quayside", 2),
    ]
    assert [d.text for d in brook.descriptors] == ["mayor of Quayside"]


def test_the_register_names_describes_and_merges():
    facts = facts_of(harbour())
    register = Register(
        entries={
            "person:ada-brook": Entry(
                "person:ada-brook",
                "Ada M. Brook",
                "person",
                description="Mayor.",
                merges=("person:ivo-lind",),
            )
        }
    )
    digest = make_digest([facts], register)
    brook = digest.names["person:ada-brook"]
    assert (brook.name, brook.description, brook.mentions) == ("Ada M. Brook", "Mayor.", 4)
    assert brook.forms == ("Ada Brook", "Brook", "Ivo Lind")
    assert digest.redirects == {"person:ivo-lind": "person:ada-brook"}
    assert "person:ivo-lind" not in digest.names
    assert digest.events[0].names == ("person:ada-brook", "place:quayside")


def test_merges_follow_a_chain_and_survive_a_circle():
    def entry(slug: str, *merges: str) -> Entry:
        return Entry(f"org:{slug}", slug, "org", merges=merges)

    chain = Register(entries={e.id: e for e in (entry("b", "org:a"), entry("c", "org:b"))})
    assert make_digest([], chain).redirects == {"org:a": "org:c", "org:b": "org:c"}
    circle = Register(entries={e.id: e for e in (entry("a", "org:b"), entry("b", "org:a"))})
    assert set(make_digest([], circle).redirects) == {"org:a", "org:b"}


def test_related_stories_share_the_rarest_names():
    rare, common = facts_of(harbour("near")), facts_of(harbour("far"))
    common = replace(common, named=rare.named[:1], events=(), said=())
    digest = make_digest([facts_of(harbour("here")), rare, common], Register())
    near, far = related_stories(digest, "here")
    assert (near.story, far.story) == ("near", "far")
    assert near.shared == ("person:ivo-lind", "place:quayside", "person:ada-brook")


def test_a_name_that_all_stories_have_costs_each_of_them_the_same():
    facts = facts_of(harbour("here"))
    facts = replace(facts, named=facts.named[:1], events=(), said=())

    def digest_of(count):
        return make_digest([replace(facts, slug=f"s{n:03}") for n in range(count)], Register())

    def relate_all(digest):
        return [related_stories(digest, slug) for slug in digest.stories]

    last = relate_all(digest_of(100))[-1]
    assert len({related.story for related in last}) == 5
    assert takes_steps_in_proportion(digest_of, relate_all, 400)


def test_sentences_do_not_end_at_titles_initials_and_abbreviations():
    text = "J. K. Hill of Acme Inc. met Dr. Ojo. “Stay!” she said. In the U.S. it rains."
    assert [text[s.start : s.end] for s in sentences(text)] == [
        "J. K. Hill of Acme Inc. met Dr. Ojo.",
        "“Stay!” she said.",
        "In the U.S. it rains.",
    ]
