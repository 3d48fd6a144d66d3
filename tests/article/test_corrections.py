"""What Gloss wrote never looks like a correction, and whatever an editor changed does."""

from __future__ import annotations

from dataclasses import replace

from gloss.article import (
    Head,
    digest_of_head,
    digest_of_names,
    head_is_corrected,
    names_are_corrected,
    read_head,
    write_article,
)
from gloss.story import Annotations, Entity, Story
from hypothesis import given
from hypothesis import strategies as st

LINES = st.text("ab Ä“:|<\\\t\u00a0\u2028;=", max_size=12)
TITLES = LINES.filter(str.strip)


def made(title: str, summary: str, source: str, names: tuple[Entity, ...]) -> Head:
    head = Head(title, "a", "2026-01-31", summary=summary, source=source, names=names)
    digests = {"head_digest": digest_of_head(head), "names_digest": digest_of_names(names)}
    return replace(head, **digests)


def written(head: Head) -> str:
    story = Story("a", "It rained.", source=head.source)
    return write_article(story, Annotations(entities=head.names), head)


@given(TITLES, LINES, LINES, st.lists(st.tuples(TITLES, TITLES), max_size=2))
def test_what_was_written_is_not_corrected(title, summary, source, names):
    entities = tuple(Entity(f"org:{n}", name, (said,)) for n, (name, said) in enumerate(names))
    head = read_head(written(made(title, summary, source, entities)), "a.md")
    assert not head_is_corrected(head)
    assert not names_are_corrected(head)


def test_what_was_changed_is():
    text = written(made("A", "B", "C", (Entity("org:d", "D"),)))
    for old, new in (("Title: A", "Title: a"), ("Summary: B\n", ""), ("Source: C", "Source: D")):
        head = read_head(text.replace(old, new), "a.md")
        assert (head_is_corrected(head), names_are_corrected(head)) == (True, False)
    head = read_head(text.replace("org:d = D", "org:d = D | a firm"), "a.md")
    assert (head_is_corrected(head), names_are_corrected(head)) == (False, True)


def test_of_an_article_without_digests_nothing_is_told():
    head = read_head("Title: A\nDate: 2026-01-31\nSlug: a\n\nIt rained.\n", "a.md")
    assert not head_is_corrected(head)
    assert not names_are_corrected(head)
