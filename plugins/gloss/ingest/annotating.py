"""Annotate many stories, each by itself, on all cores."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from gloss.errors import in_a_line
from gloss.register import Register
from gloss.story import Annotations, Doubt, Story
from gloss.work import Executor, Preparation, Processes, Progress, Serial, chunks_of

if TYPE_CHECKING:
    from gloss.annotate.annotator import Annotator

CHUNK = 8
# The longest paragraph of 300 news stories has 2,600 characters; a line of a megabyte
# is data, on which the models would spend minutes and gigabytes.
LONGEST_PARAGRAPH = 50_000
# A story is read at once: so many characters take 40 seconds and 1.2 gigabytes of memory, and the
# longest of newspapers have some 100,000.
LONGEST_STORY = 250_000
# Each process loads the models, which takes as long as some dozens of stories.
WORTH_PROCESSES = 64


@dataclass(frozen=True)
class Failure:
    """A story of which no article can be made, and why."""

    says: str


@dataclass(frozen=True)
class Tools:
    """With what stories are annotated: the names of the tagger and the spaCy pipeline."""

    register: Register
    tagger: str = "gloss"
    model: str | None = None


def annotate_many(
    stories: Sequence[Story], tools: Tools, executor: Executor, progress: Progress
) -> list[Annotations | Failure]:
    """Annotate stories, each by itself, in order.

    Raises ModuleNotFoundError where what is needed for it is not installed, ToolError where no tool
    has the name that is given, ConnectionError where a cluster does not answer.
    """
    if isinstance(executor, Processes) and len(stories) < WORTH_PROCESSES:
        executor = Serial()
    elif isinstance(executor, Processes) and "onnxruntime" in sys.modules:
        executor = replace(executor, start="spawn")  # a fork of a loaded model may hang on a lock
    chunks = executor.run(
        annotate_chunk, chunks_of(stories, CHUNK), Preparation(load_tools, (tools,))
    )
    return list(chain.from_iterable(progress.over(chunks, len(stories), "Annotating")))


def load_tools(tools: Tools) -> Annotator:
    """Load what every story of a process needs."""
    from gloss.annotate.importing import import_spacy

    import_spacy()
    from gloss.annotate.annotator import load_annotator

    return load_annotator(tools.register, tools.tagger, tools.model)


def annotate_chunk(annotator: Annotator, stories: Sequence[Story]) -> list[Annotations | Failure]:
    """Annotate a few stories; one that breaks the annotator costs no other."""
    return [_annotate(annotator, story) for story in stories]


def _annotate(annotator: Annotator, story: Story) -> Annotations | Failure:
    if says := _no_prose(story.text):
        return Annotations(doubts=(Doubt("name", 0, 0, f"{says}, so nothing is marked"),))
    try:
        return annotator.annotate(story)
    except Exception as problem:
        return Failure(f"could not be annotated: {in_a_line(problem)}")


def _no_prose(text: str) -> str:
    """Say what a text is where reading it would take more memory and time than it is worth."""
    if len(text) > LONGEST_STORY:
        return f"a story of {len(text):,} characters is too long to be read at once"
    longest = max(map(len, text.split("\n\n")))
    if longest > LONGEST_PARAGRAPH:
        return f"a paragraph of {longest:,} characters is no prose"
    return ""
