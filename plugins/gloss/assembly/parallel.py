"""Write all planned outputs, by as many workers as there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from gloss.assembly.site_writer import Outcome, SiteWriter, Unwritten
from gloss.objects import uncollected
from gloss.output import Output
from gloss.work import Executor, Preparation, Progress, Serial, chunks_of

CHUNK = 48

# Where processes inherit nothing, each makes the digest for itself: it takes this many outputs to
# be worth that.
WORTH_A_DIGEST = 2000

# After a build it is seen first which outputs are due, by this process: others would make again
# what most of that is told by. Fewer than so many it makes, too: it has the templates at hand,
# where it stays (``invoke livereload``).
WORTH_PROCESSES = 300


def write_all(
    writer: SiteWriter, executor: Executor, progress: Progress, anew: Preparation[SiteWriter]
) -> Iterator[Outcome | Unwritten]:
    """Yield what became of each output.

    anew: makes the same writer in a process that could not inherit this one.
    """
    planned = writer.planned
    due = list(range(len(planned)))
    if writer.before:
        due = []
        for number, output in enumerate(planned):
            kept = _kept(writer, output)
            yield from kept
            due += [] if kept else [number]
        executor = executor if len(due) >= WORTH_PROCESSES else Serial()
    whole = [number for number in due if planned[number].whole]
    others = [number for number in due if not planned[number].whole]
    pieces = [*chunks_of(whole, 1), *chunks_of(others, CHUNK)]
    preparation = Preparation(_itself, (writer,))
    if not executor.inherits and len(planned) >= WORTH_A_DIGEST:
        preparation = anew
    elif not executor.inherits:
        executor = Serial()
    results = executor.run(write_chunk, pieces, preparation)
    for chunk in progress.over(results, len(due), "Writing the site"):
        yield from chain.from_iterable(chunk)


def _kept(writer: SiteWriter, output: Output) -> list[Outcome]:
    """Return what need not be made; what is wrong with an output is told when it is made."""
    try:
        return writer.kept(output)
    except Exception:
        return []


def _itself(writer: SiteWriter) -> SiteWriter:
    return writer


def write_chunk(writer: SiteWriter, numbers: Sequence[int]) -> list[list[Outcome | Unwritten]]:
    """Write a few outputs."""
    with uncollected():
        return [writer.write(writer.planned[number]) for number in numbers]
