"""The steps of the annotation, declared: what each needs, what it gives, and running them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from inspect import signature
from typing import Any


@dataclass(frozen=True)
class Step:
    """One step: a pure function from some facts of a story to others.

    name: what it does, in words.
    gives: the names of the facts that it returns; a tuple of them where there are several.
    run: its parameters are named as the facts that it needs.
    """

    name: str
    gives: tuple[str, ...]
    run: Callable[..., Any]

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """The names of the facts that it needs: its function's own parameters."""
        return tuple(signature(self.run).parameters)

    @property
    def can_be_left_out(self) -> bool:
        """Whether it only amends what is there already."""
        return set(self.gives) <= set(self.needs)

    def apply(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Return the facts with what this step gives."""
        result = self.run(*(facts[need] for need in self.needs))
        given = (result,) if len(self.gives) == 1 else result
        return {**facts, **dict(zip(self.gives, given, strict=True))}


def run_steps(steps: Iterable[Step], facts: Mapping[str, Any]) -> Mapping[str, Any]:
    """Run steps in order, from what is known of a story before."""
    for step in steps:
        facts = step.apply(facts)
    return facts


def table_of(steps: Iterable[Step]) -> str:
    """Return the steps as lines: name, what each needs, what each gives."""
    rows = [(step.name, ", ".join(step.needs), ", ".join(step.gives)) for step in steps]
    rows.insert(0, ("step", "needs", "gives"))
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    return "\n".join(f"{a:{first}}  {b:{second}}  {c}".rstrip() for a, b, c in rows)
