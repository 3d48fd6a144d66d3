"""Marked stories: what is read of them, and how they are varied."""

import random

import pytest
from gloss.annotate.tagger.tagged import KINDS

from training.marked import FOLDER, SOURCE, joined, read_line, read_stories, story_examples, varied

STORIES = list(read_stories())


def names(document):
    return [(document.text[a:b], kind) for a, b, kind in document.entities]


def test_only_the_names_are_read():
    line = read_line(
        '"[[q:1|We leave [[place:|Cork]],]]" '
        "said [[s:1,2|[[person:|Ann Lowe]] of [[org:|Velora]]]]."
    )
    assert line.text == '"We leave Cork," said Ann Lowe of Velora.'
    assert names(line) == [("Cork", "place"), ("Ann Lowe", "person"), ("Velora", "org")]


def test_every_story_has_names_of_the_kinds_and_no_marks_left():
    assert len(STORIES) > 600
    for story in STORIES:
        whole = joined(story.paragraphs)
        assert whole.entities
        assert {kind for _, _, kind in whole.entities} <= set(KINDS)
        assert "[[" not in whole.text
        assert "]]" not in whole.text
        assert all(whole.text[a:b].strip() == whole.text[a:b] != "" for a, b, _ in whole.entities)


def test_every_tenth_story_of_a_file_is_held_out(tmp_path):
    (tmp_path / "a.txt").write_text("=====\n".join(f"G: x\nOne {n}\n" for n in range(21)))
    stories = list(read_stories(tmp_path))
    assert [story.id for story in stories if story.held_out] == ["a-9", "a-19"]


@pytest.mark.parametrize("seed", range(30))
def test_a_varied_story_keeps_its_body_and_its_names(seed):
    story = STORIES[0]
    body = joined(story.paragraphs[1:])
    document = varied(story, STORIES, random.Random(seed))
    assert document.text.endswith(body.text)
    assert names(document)[-len(body.entities) :] == names(body)


def test_headlines_come_and_go():
    story = STORIES[0]
    seen = {varied(story, STORIES[:3], random.Random(seed)).text.count("\n\n") for seed in range(9)}
    assert len(seen) == 2


def test_the_same_seed_cuts_a_story_alike():
    one, again = (
        list(story_examples(STORIES[:3], lambda word: (len(word),), random.Random(4)))
        for _ in range(2)
    )
    assert one == again
    assert {example.source for example in one} == {SOURCE}
    assert FOLDER.is_dir()
