"""What holds while Gloss works within Pelican: one build at a time, and faults told in a line."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from gloss.hooks.failures import stop
from gloss.hooks.saying import say
from gloss.hooks.settings import PelicanSettings, cache_of
from gloss.store.lock import locked

INTERRUPTED = 130  # 128 and the number of the signal, as shells have it

_HELP = {
    errno.ENOSPC: "the disk is full: make room, then build again",
    errno.EDQUOT: "no more may be stored here: make room, then build again",
    errno.EROFS: "nothing can be written here: it is read-only",
    errno.EACCES: "not allowed: see whose it is, and who may write there",
    errno.EPERM: "not allowed: see whose it is, and who may write there",
    errno.ENOTDIR: "is no folder: put it out of the way, or name another in the settings",
    errno.EEXIST: "is no folder: put it out of the way, or name another in the settings",
    errno.EMFILE: "too many files are open: allow more (ulimit -n)",
}


@contextmanager
def working(settings: PelicanSettings) -> Iterator[None]:
    """Do a step of a build while no other build is at it.

    An interrupt, a full disk or a folder that cannot be written ends the build in one line; what
    was finished stays, and the next build goes on from there.
    """
    try:
        with locked(cache_of(settings) / "lock", _tell_waiting):
            yield
    except KeyboardInterrupt:
        say("Interrupted: what was finished is kept, the next build goes on from there.")
        raise SystemExit(INTERRUPTED) from None
    except ConnectionError:
        raise  # a cluster's, which costs the seeds only
    except BrokenProcessPool:
        stop(
            settings,
            ["a process was ended from outside, again and again: is there too little memory?"],
        )
    except OSError as problem:
        stop(settings, [line_of(problem)])


def _tell_waiting(process: str) -> None:
    say(f"Another build is at work here (process {process or 'unknown'}): waiting for it to end.")


def line_of(problem: OSError) -> str:
    """Say what is wrong with a file or the disk, and what to do."""
    says = _HELP.get(problem.errno or 0) or problem.strerror or str(problem)
    return f"{problem.filename}: {says}" if problem.filename else says
