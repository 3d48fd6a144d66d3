"""The command line: a digest of one's own; stories annotated without a site, and by which steps.

    gloss new FOLDER
    gloss add FILE | URL …
    python -m gloss annotate IN.jsonl OUT.jsonl
    python -m gloss steps

``-`` stands for standard input or output; progress and errors go to standard error. The forms of a
line are in docs/command-line.md.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from gloss import __version__
from gloss.annotate import ToolError
from gloss.annotate.steps import table_of
from gloss.edtf import is_day
from gloss.ingest.annotating import Failure, Tools, annotate_many
from gloss.ingest.known import AllNames
from gloss.ingest.linking import link_all
from gloss.intake.adding import add_command
from gloss.project.asking import add_new
from gloss.project.new import NewDigestError
from gloss.register import Register, RegisterError, load_register
from gloss.story import Annotations, Span, Story
from gloss.work import Progress, executor_for

# Exit statuses beside 0: a story could not be annotated; nothing could be done.
SOME_FAILED, ALL_FAILED = 1, 2

_SURROGATE = re.compile("[\ud800-\udfff]")
# A byte that is none of UTF-8, as Python reads it where it is told to go on.
_ESCAPED = re.compile("[\udc80-\udcff]")


class InputError(ValueError):
    """A line of input that is no story; its text is one line for the user."""


# What ends in a line; that standard input is no UTF-8, among others.
_TOLD = (
    *(InputError, NewDigestError, RegisterError, ToolError),
    *(OSError, ModuleNotFoundError, UnicodeDecodeError),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except _TOLD as problem:
        print(problem, file=sys.stderr)
        return ALL_FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gloss", description="An annotated news digest.")
    parser.add_argument("--version", action="version", version=f"gloss {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    annotate = commands.add_parser("annotate", help="annotate stories, one JSON object a line")
    annotate.add_argument("source", metavar="IN.jsonl", help="stories; - is standard input")
    annotate.add_argument("target", metavar="OUT.jsonl", help="annotations; - is standard output")
    annotate.add_argument("--register", metavar="FILE", type=Path, help="content/entities.yaml")
    annotate.add_argument("--tagger", default="gloss", help="gloss, or spacy:PIPELINE")
    annotate.add_argument("--model", metavar="PIPELINE", help="spaCy pipeline for the syntax")
    annotate.add_argument("--processes", type=_count, metavar="N", help="else one a core")
    annotate.add_argument("--cluster", metavar="tcp://HOST:PORT", help="a Dask scheduler")
    annotate.set_defaults(run=_annotate)
    add_new(commands)
    add_command(commands)
    steps = commands.add_parser("steps", help="list the steps of the annotation, in order")
    steps.set_defaults(run=_list_steps)
    return parser


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r}; expected a number, 1 or more")
    return int(text)


def _list_steps(_: argparse.Namespace) -> int:
    from gloss.annotate.annotator import STEPS  # loads spaCy

    print(table_of(STEPS))
    return 0


def _annotate(options: argparse.Namespace) -> int:
    with _reading(options.source) as source:
        stories = list(read_stories(source, options.source))
    if options.register and not options.register.is_file():
        raise InputError(f"{options.register}: no such file")
    register = load_register(options.register) if options.register else Register()
    tools = Tools(register, options.tagger, options.model)
    executor = executor_for(options.processes, options.cluster)
    results = annotate_many(stories, tools, executor, Progress())
    failures = [(s, r) for s, r in zip(stories, results, strict=True) if isinstance(r, Failure)]
    found = [Annotations() if isinstance(r, Failure) else r for r in results]
    linked = link_all(list(zip(stories, found, strict=True)), AllNames(), register).stories
    failures += [(s, r) for s, r in zip(stories, linked, strict=True) if isinstance(r, Failure)]
    for story, failure in failures:
        print(f"{story.id}: {failure.says}", file=sys.stderr)
    done = [Annotations() if isinstance(r, Failure) else r for r in linked]
    with _writing(options.target) as target:
        for story, annotations in zip(stories, done, strict=True):
            target.write(json.dumps(line_of(story, annotations), ensure_ascii=False) + "\n")
    return SOME_FAILED if failures else 0


def read_stories(lines: Iterable[str], where: str) -> Iterator[Story]:
    """Make a story of each line that is not blank; ``where`` names the file in errors.

    Raises InputError for a line that is no story.
    """
    for number, line in enumerate(lines, 1):
        line = line.removeprefix("\ufeff") if number == 1 else line
        if line.strip():
            try:
                yield story_of(_parsed(line))
            except ValueError as problem:
                raise InputError(f"{where}:{number}: {problem}") from None


def _parsed(line: str) -> Any:
    if _ESCAPED.search(line):
        raise ValueError("not UTF-8; expected UTF-8")
    try:
        return json.loads(line)
    except RecursionError:
        raise ValueError("brackets in brackets without end; expected a story") from None


def story_of(line: Any) -> Story:
    """Make a story of one line of input; raises ValueError where it is none."""
    if not isinstance(line, dict):
        raise ValueError('no JSON object; expected {"id": …, "text": …, "published": …}')
    if not isinstance(line.get("text"), str):
        raise ValueError("no text; expected a string")
    if not isinstance(line.get("id"), str | int) or isinstance(line["id"], bool):
        raise ValueError("no id; expected a string or a whole number")
    if _SURROGATE.search(f"{line['id']}{line['text']}"):
        raise ValueError("half a character (a lone surrogate); expected Unicode text")
    published = line.get("published")
    if published is not None and not (isinstance(published, str) and is_day(published)):
        raise ValueError(f"published {published!r}; expected YYYY-MM-DD or null")
    return Story(id=line["id"], text=line["text"], published=published)


def line_of(story: Story, found: Annotations) -> dict[str, Any]:
    """Make one line of output."""
    return {
        "id": story.id,
        "entities": [
            {
                "start": m.start,
                "end": m.end,
                "type": m.kind,
                "entity": m.entity,
                "sure": m.sure,
            }
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
                "how": q.how,
                "sure": q.sure,
            }
            for q in found.quotations
            for part in q.parts
        ],
        "reports": [
            {
                "start": r.start,
                "end": r.end,
                "source": _span(r.source) | {"entity": r.by} if r.source else None,
                "cue": _span(r.cue_span) if r.cue_span else None,
                "lemma": r.lemma,
                "how": r.how,
                "sure": r.sure,
            }
            for r in found.reports
        ],
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end}


@contextmanager
def _reading(path: str) -> Iterator[TextIO]:
    if path == "-":
        yield sys.stdin
    else:
        with Path(path).open(encoding="utf-8", errors="surrogateescape") as file:
            yield file


@contextmanager
def _writing(path: str) -> Iterator[TextIO]:
    if path == "-":
        yield sys.stdout
    else:
        with Path(path).open("w", encoding="utf-8", newline="\n") as file:
            yield file


if __name__ == "__main__":
    sys.exit(main())
