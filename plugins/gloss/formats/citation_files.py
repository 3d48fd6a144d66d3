"""The files of the citations of all stories; each story's page has its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial

from gloss.digest.model import Digest, StoryFacts
from gloss.formats.citations import bibtex, cited_of, csl
from gloss.formats.ris import ris_of
from gloss.output import File
from gloss.site import Site


def citation_files(digest: Digest, site: Site, key: str) -> Iterator[File]:
    """Yield them in three forms, under ``data/``."""
    stories = list(digest.stories.values())
    for ending, make in (("ris", _ris), ("bib", _bib), ("json", _csl_json)):
        yield File(f"data/citations.{ending}", key, partial(make, stories, site), whole=True)


def _ris(stories: Sequence[StoryFacts], site: Site) -> bytes:
    return "\r\n".join(ris_of(story, site) for story in stories).encode("utf-8", "replace")


def _bib(stories: Sequence[StoryFacts], site: Site) -> bytes:
    entries = (bibtex(cited_of(story, site)) for story in stories)
    return "".join(f"{entry}\n\n" for entry in entries).encode("utf-8", "replace")


def _csl_json(stories: Sequence[StoryFacts], site: Site) -> bytes:
    items = [csl(cited_of(story, site)) for story in stories]
    return json.dumps(items, ensure_ascii=False).encode("utf-8", "replace")
