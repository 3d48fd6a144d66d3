"""Read the register: an entry that is wrong costs no other."""

from __future__ import annotations

from gloss.hooks.failures import fail, stop
from gloss.hooks.settings import PelicanSettings, register_of
from gloss.register import Register, RegisterError, load_register


def read_register(settings: PelicanSettings) -> Register:
    """Return the register without the entries that are wrong, each of which is told.

    One that is no register ends the build: every page depends on it.
    """
    try:
        return load_register(register_of(settings))
    except RegisterError as problem:
        if problem.rest is None:
            stop(settings, problem.problems)
        fail(settings, problem.problems)
        return problem.rest
