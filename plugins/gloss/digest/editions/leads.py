"""What happened, a line a story: its headline, and the first sentence of its lead."""

from __future__ import annotations

from gloss.digest.model import StoryFacts
from gloss.digest.sentences import sentences

_CUT = "…"


def lead_sentence(story: StoryFacts) -> str:
    """Return the first sentence of a story's summary; empty where it has none."""
    first = next(iter(sentences(story.summary)), None)
    return story.summary[first.start : first.end] if first else ""


def is_cut_off(story: StoryFacts) -> bool:
    """Tell whether a headline is the beginning of the lead, cut off: then the lead says it all."""
    return story.title.endswith(_CUT) and story.summary.startswith(story.title.removesuffix(_CUT))
