"""Make all outputs of a workshop, with as many hands as there are."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from gloss.build.workshop import Made, Workshop
from gloss.outputs.file import Bundle, File
from gloss.pages.page import Page
from gloss.work import Executor, Progress, Serial, chunks_of

CHUNK = 48

# Where processes inherit nothing, each makes the digest for itself: it takes this many outputs to
# be worth that.
WORTH_A_DIGEST = 2000


def make_all(
    workshop: Workshop,
    executor: Executor,
    progress: Progress,
    anew: Callable[..., None],
    with_: Sequence[Any],
) -> Iterator[Made]:
    """Yield what became of each output, in the order of the plan.

    anew: opens the same workshop, from ``with_``, in a process that could not inherit this one.
    """
    works = workshop.works
    large = [number for number, work in enumerate(works) if _is_large(work)]
    others = [number for number, work in enumerate(works) if not _is_large(work)]
    pieces = [*chunks_of(large, 1), *chunks_of(others, CHUNK)]
    if executor.inherits:
        results = executor.run(make_chunk, pieces, enter, (workshop,))
    elif len(works) >= WORTH_A_DIGEST:
        results = executor.run(make_chunk, pieces, anew, with_)
    else:
        results = Serial().run(make_chunk, pieces, enter, (workshop,))
    for chunk in progress.over(results, len(works), "Writing the site"):
        yield from chain.from_iterable(chunk)


def _is_large(work: Page | File | Bundle) -> bool:
    """Whether it holds the whole digest, as ``data/names.csv`` does: it gets a hand to itself."""
    return isinstance(work, Bundle) or (isinstance(work, File) and work.path.count("/") < 2)


_here: list[Workshop] = []


def enter(workshop: Workshop) -> None:
    """Give this process its workshop."""
    _here[:] = [workshop]


def make_chunk(numbers: Sequence[int]) -> list[list[Made]]:
    """Make a few outputs in the workshop of this process."""
    workshop = _here[0]
    return [list(workshop.make(workshop.works[number])) for number in numbers]


@contextmanager
def many_objects() -> Iterator[None]:
    """Do not look for garbage while millions of objects are made that all stay.

    Afterwards they are left out of every search for it: a process that was forked would otherwise
    copy the memory of all that it looks at.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
