"""The editor's corrections of a story: read from its file and from its article as edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gloss.article import (
    Head,
    body_is_corrected,
    head_is_corrected,
    names_are_corrected,
    read_head,
    review_is_corrected,
    split_article,
)
from gloss.article.write import write_body
from gloss.corrections import (
    Correction,
    Lost,
    body_edits,
    corrected_origin,
    emend,
    head_edits,
    head_values,
    lay_over,
)
from gloss.corrections.blocks import BLOCKS, lay_blocks
from gloss.corrections.derive import anchored_anew
from gloss.corrections.emend import READ, Emendation
from gloss.corrections.text_edits import TextEdits
from gloss.ingest.made import Made
from gloss.ingest.reviewing import taken_out
from gloss.story import Annotations, Story

# How many characters before them tell that two words stand in one place.
NEAR = 12


@dataclass(frozen=True)
class StoryAsRead:
    """A story as the editor has it read: what was changed of its text, and what could not be."""

    story: Story
    emended: tuple[Emendation, ...] = ()
    lost: tuple[Lost, ...] = ()


def corrected_story(story: Story, corrections: Sequence[Correction]) -> StoryAsRead:
    """Return a seed's story with the editor's corrections of its text and its origin."""
    values, wrong = head_values(corrections)
    read = emend(story.text, corrections)
    text = read.text or story.text
    return StoryAsRead(
        corrected_origin(replace(story, text=text), values), read.made, (*wrong, *read.lost)
    )


@dataclass(frozen=True)
class HandEdits:
    """What an editor changed in an article by hand.

    new: corrections that it makes; gone: such as it takes back. whole: nothing else was changed.
    """

    new: tuple[Correction, ...] = ()
    gone: tuple[Correction, ...] = ()
    whole: bool = True


@dataclass(frozen=True)
class EditedArticle:
    """An article that a person changed: its head and body."""

    head: Head
    body: str

    @property
    def head_is_edited(self) -> bool:
        """Tell whether a value of its head was; one without a digest is compared by its values."""
        return self.head.head_digest is None or head_is_corrected(self.head)

    @property
    def is_edited(self) -> bool:
        """Tell whether a person changed it since it was written."""
        return self.marks_are_edited or head_is_corrected(self.head) or self.review_is_edited

    @property
    def review_is_edited(self) -> bool:
        """Tell whether a line of what it asks was taken out."""
        return review_is_corrected(self.head)

    @property
    def marks_are_edited(self) -> bool:
        """Tell whether its body was edited, or what it says of names."""
        return body_is_corrected(self.head, self.body) or names_are_corrected(self.head)


def read_edited(path: Path) -> EditedArticle:
    """Read an article that a person changed."""
    text = path.read_text(encoding="utf-8")
    return EditedArticle(read_head(text, path.name), split_article(text)[1])


def hand_edits(edited: EditedArticle, written: Head, made: Made | None) -> HandEdits:
    """Find what was changed by hand in an article.

    written: the head as Gloss would write it. made: of what the article was written; None where
    its body and names are as they were written.
    """
    values = tuple(head_edits(written, edited.head)) if edited.head_is_edited else ()
    if made is None:
        return HandEdits(values)
    laid = lay_over(made.story.text, made.found, made.corrections)
    if edited.review_is_edited and made.body_digest:  # else what is made now may ask otherwise
        doubts = laid.annotations.doubts
        values += tuple(taken_out(doubts, made.story.text, edited.head.review))
    if not edited.marks_are_edited:
        return HandEdits(values)
    edits = body_edits(made.story.text, laid.annotations, edited.body, edited.head.names)
    marks = edits.marks
    if not names_are_corrected(edited.head):
        marks = tuple(c for c in marks if c.about != "names" or _is_new(c, laid.annotations))
    before = tuple(_laid_blocks(made, laid.annotations))
    moved = _moved(made, edits.words)
    words, undone = without_undone(edits.words.corrections, made.corrections)
    return HandEdits(
        (
            *values,
            *words,
            *moved.values(),
            *marks,
            *(c for c in edits.blocks if c not in before),
        ),
        (
            *undone,
            *(made.corrections[n] for n in moved),
            *(c for c in before if c not in edits.blocks),
        ),
        edits.whole,
    )


def without_undone(
    new: Sequence[Correction], before: Sequence[Correction]
) -> tuple[list[Correction], list[Correction]]:
    """Return what is read otherwise now, and what was before and is read as the seed has it."""
    kept, undone = [], list[Correction]()
    for correction in new:
        old = next((c for c in before if c not in undone and _undoes(correction, c)), None)
        if old:
            undone.append(old)
        else:
            kept.append(correction)
    return kept, undone


def _undoes(new: Correction, old: Correction) -> bool:
    """Tell whether words are read as before they were corrected, in the same place."""
    if old.about != READ or not old.at or old.at[0].to or new.at[0].to:
        return False
    there = (old.at[0].words, old.value) == (new.value, new.at[0].words)
    return there and old.at[0].before[-NEAR:] == new.at[0].before[-NEAR:]


def _moved(made: Made, words: TextEdits) -> dict[int, Correction]:
    """Return the corrections, by number, around whose words the text was edited."""
    if words.text == made.story.text:
        return {}
    anew = {
        number: anchored_anew(made.story.text, correction, words)
        for number, correction in enumerate(made.corrections)
        if correction.about not in (READ, *BLOCKS)
    }
    return {number: c for number, c in anew.items() if c != made.corrections[number]}


def _is_new(correction: Correction, found: Annotations) -> bool:
    """Tell whether a line of names is of a thing that the story did not name before."""
    id_ = correction.value.partition(" = ")[0]
    return all(entity.id != id_ for entity in found.entities)


def _laid_blocks(made: Made, found: Annotations) -> Iterator[Correction]:
    """Yield the corrections of blocks that the article was written with."""
    blocks = [c for c in made.corrections if c.about in BLOCKS]
    if blocks:
        body = lay_blocks(write_body(made.story.text, found), made.story.text, blocks)
        lost = [lost.correction for lost in body.lost]
        yield from (c for c in blocks if c not in lost)
