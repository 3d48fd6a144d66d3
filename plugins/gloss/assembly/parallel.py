"""Make all planned outputs, by as many workers as there are."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from gloss.assembly.renderer import Outcome, Renderer
from gloss.formats.file import Bundle, File
from gloss.pages.page import Page
from gloss.work import Executor, Progress, Serial, chunks_of

CHUNK = 48

# Where processes inherit nothing, each makes the digest for itself: it takes this many outputs to
# be worth that.
WORTH_A_DIGEST = 2000


def make_all(
    renderer: Renderer,
    executor: Executor,
    progress: Progress,
    anew: Callable[..., None],
    with_: Sequence[Any],
) -> Iterator[Outcome]:
    """Yield what became of each output, in the order of the plan.

    anew: opens the same renderer, from ``with_``, in a process that could not inherit this one.
    """
    planned = renderer.planned
    large = [number for number, work in enumerate(planned) if _is_large(work)]
    others = [number for number, work in enumerate(planned) if not _is_large(work)]
    pieces = [*chunks_of(large, 1), *chunks_of(others, CHUNK)]
    if executor.inherits:
        results = executor.run(make_chunk, pieces, enter, (renderer,))
    elif len(planned) >= WORTH_A_DIGEST:
        results = executor.run(make_chunk, pieces, anew, with_)
    else:
        results = Serial().run(make_chunk, pieces, enter, (renderer,))
    for chunk in progress.over(results, len(planned), "Writing the site"):
        yield from chain.from_iterable(chunk)


def _is_large(work: Page | File | Bundle) -> bool:
    """Whether it holds the whole digest, as ``data/names.csv`` does: it gets a worker to itself."""
    return isinstance(work, Bundle) or (isinstance(work, File) and work.path.count("/") < 2)


_here: list[Renderer] = []


def enter(renderer: Renderer) -> None:
    """Give this process its renderer."""
    _here[:] = [renderer]


def make_chunk(numbers: Sequence[int]) -> list[list[Outcome]]:
    """Make a few outputs with the renderer of this process."""
    renderer = _here[0]
    return [list(renderer.make(renderer.planned[number])) for number in numbers]


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
