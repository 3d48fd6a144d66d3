"""Gloss: an annotated news digest.

The way of a story::

    seeds/NAME.txt            plain text, as received
      | gloss.seed            text -> Story
      | gloss.annotate        Story -> Annotations
      | gloss.article         Story + Annotations <-> Markdown
    content/stories/SLUG.md   the border: readable, committed, corrected by a person
      | gloss.article         Markdown -> Article (annotations and HTML)
      | gloss.digest          all articles -> names, timeline, quotations, related stories
      | gloss.pages           digest -> pages (what a template shows)
      | gloss.formats         JSON-LD, feeds, timelines, data files
      | gloss.search          the search index
      | gloss.assembly        what changed, written
    output/                   the site

``gloss.hooks`` is the only place that knows Pelican.
"""

import sys

__version__ = "0.1.0"

if sys.version_info < (3, 11):  # noqa: UP036 - pip sees to it, but nothing else does
    raise SystemExit(f"Gloss needs Python 3.11 or a later one; this is {sys.version.split()[0]}")
