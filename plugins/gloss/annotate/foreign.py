"""Stories in another language than the one whose rules Gloss has: what is marked, and what told."""

from __future__ import annotations

from dataclasses import replace

from gloss.languages import ENGLISH, language_of, name_of, primary
from gloss.lexicon import words as lexicon
from gloss.story import Annotations, Doubt, Kind, Story

# What a tagger finds in any language that writes names with capitals.
KINDS: frozenset[Kind] = frozenset({"person", "place"})
SURE = 0.3


def foreign_language(story: Story) -> str | None:
    """Return a story's language where it is not English, by its ``Lang``, else by its words."""
    language = primary(story.lang) if story.lang else language_of(story.text)
    return None if language in (None, ENGLISH) else language


def people_and_places(found: Annotations, text: str, language: str, stated: bool) -> Annotations:
    """Keep what English rules have no part in: who and where is named.

    text: what the mentions' offsets count in. stated: whether the story says its language.
    """
    kept = (m for m in found.mentions if m.kind in KINDS and m.sure >= SURE)
    mentions = tuple(replace(m, end=m.start + len(_name(text[m.start : m.end]))) for m in kept)
    used = {mention.entity for mention in mentions}
    entities = (replace(e, descriptors=()) for e in found.entities if e.id in used)
    return Annotations(
        mentions=mentions,
        entities=tuple(entities),
        doubts=(Doubt("language", 0, 0, _says(language, stated)),),
    )


def _name(words: str) -> str:
    """Return a name without the words behind it that are none of it: Karl Brandt *am Montag*."""
    kept: list[str] = []
    for word in words.split(" "):
        if kept and word[:1].islower() and word not in lexicon("person_names")["particles"]:
            break
        kept.append(word)
    return " ".join(kept)


def _says(language: str, stated: bool) -> str:
    how = "is in" if stated else "seems to be in"
    settle = (
        "" if stated else f"; a line Lang: {language}, or Lang: en, under its headline settles it"
    )
    return (
        f"the story {how} {name_of(language)}, which Gloss has no rules for: "
        f"only people and places are marked{settle}"
    )
