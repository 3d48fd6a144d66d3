"""The command line: annotate stories without a site.

    python -m gloss annotate IN.jsonl OUT.jsonl

``-`` stands for standard input or output; progress goes to standard error. The forms of a line are
in docs/command-line.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from gloss.linking import link, relabel, story_names
from gloss.register import Register
from gloss.story import Annotations, Span, Story


def main(arguments: list[str] | None = None) -> int:
    """Run the command that the arguments name; return its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m gloss", description="An annotated news digest."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    annotate = commands.add_parser("annotate", help="annotate stories, one JSON object a line")
    annotate.add_argument("source", metavar="IN.jsonl")
    annotate.add_argument("target", metavar="OUT.jsonl")
    annotate.set_defaults(run=_annotate)
    options = parser.parse_args(arguments)
    return int(options.run(options))


def _annotate(options: argparse.Namespace) -> int:
    from gloss.annotate.annotator import load_annotator

    with _reading(options.source) as source:
        stories = [story_of(json.loads(line)) for line in source if line.strip()]
    annotator = load_annotator(Register())
    everything = list(annotator.annotate_all(stories))
    links = link([story_names(*pair) for pair in zip(stories, everything, strict=True)])
    with _writing(options.target) as target:
        for story, found, linked in zip(stories, everything, links, strict=True):
            line = line_of(story, relabel(found, linked))
            target.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


def story_of(line: dict[str, Any]) -> Story:
    """Make a story of one line of input."""
    return Story(id=line["id"], text=line["text"], published=line.get("published"))


def line_of(story: Story, found: Annotations) -> dict[str, Any]:
    """Make one line of output."""
    return {
        "id": story.id,
        "entities": [
            {"start": m.start, "end": m.end, "type": m.kind, "entity": m.entity}
            for m in found.mentions
        ],
        "times": [
            {"start": t.start, "end": t.end, "type": t.type, "value": t.value, "edtf": t.edtf}
            for t in found.moments
        ],
        "quotes": [
            {
                "start": part.start,
                "end": part.end,
                "speaker": _span(q.speaker) | {"entity": q.by} if q.speaker else None,
                "cue": _span(q.cue_span) if q.cue_span else None,
            }
            for q in found.quotations
            for part in q.parts
        ],
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end}


@contextmanager
def _reading(path: str) -> Iterator[TextIO]:
    if path == "-":
        yield sys.stdin
    else:
        with Path(path).open(encoding="utf-8") as file:
            yield file


@contextmanager
def _writing(path: str) -> Iterator[TextIO]:
    if path == "-":
        yield sys.stdout
    else:
        with Path(path).open("w", encoding="utf-8") as file:
            yield file


if __name__ == "__main__":
    sys.exit(main())
