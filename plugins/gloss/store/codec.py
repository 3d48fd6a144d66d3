"""Plain data as JSON and back: a dataclass is the list of its fields, in their order.

Whoever reads says what it is, so nothing that is read can name a class or run a function. What
stands beside a type (``Annotated[str, intern]``) is done with each value of it that is read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

# How values of a type are put into JSON, or taken from it; None where they stand as they are.
Conversion = Callable[[Any], Any] | None


def encode(value: Any, kind: Any) -> bytes:
    """Return a value of a type as JSON.

    kind: a dataclass, or of tuples, mappings by text, sets of text, and what JSON knows.
    """
    write = _step(kind, reading=False)
    return json.dumps(write(value) if write else value, separators=(",", ":")).encode()


def decode(data: bytes, kind: Any) -> Any:
    """Return the value of a type that ``encode`` wrote; raises ValueError where it is none."""
    read = _step(kind, reading=True)
    try:
        value = json.loads(data)
        return read(value) if read else value
    except (TypeError, AttributeError, KeyError, IndexError, RecursionError) as problem:
        raise ValueError(f"no {kind}: {problem}") from problem


@cache
def _step(kind: Any, reading: bool) -> Conversion:
    if is_dataclass(kind):
        return _reader(kind) if reading else _writer(kind)
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return inside[1] if reading else _step(inside[0], reading)
    if origin is tuple:
        return _of_tuple(inside, reading)
    if origin is frozenset:
        return frozenset if reading else sorted
    if origin in (Union, UnionType):
        return _or_none(inside, reading)
    if origin in (dict, Mapping):
        return _of_mapping(inside[1], reading)
    return None


def _hints(kind: Any) -> list[Any]:
    hints = get_type_hints(kind, include_extras=True)
    return [hints[field.name] for field in fields(kind)]


def _reader(kind: Any) -> Conversion:
    steps = [(at, step) for at, hint in enumerate(_hints(kind)) if (step := _step(hint, True))]

    def read(values: list[Any]) -> Any:
        for at, step in steps:
            values[at] = step(values[at])
        return kind(*values)

    return read


def _writer(kind: Any) -> Conversion:
    names = [field.name for field in fields(kind)]
    steps = [(name, _step(hint, False)) for name, hint in zip(names, _hints(kind), strict=True)]

    def write(value: Any) -> list[Any]:
        return [step(getattr(value, n)) if step else getattr(value, n) for n, step in steps]

    return write


def _of_tuple(inside: tuple[Any, ...], reading: bool) -> Conversion:
    if inside[1:] == (...,):
        one = _step(inside[0], reading)
        return (lambda values: tuple(map(one, values))) if one else tuple
    steps = [_step(kind, reading) for kind in inside]
    if not any(steps):
        return tuple
    return lambda values: tuple(s(v) if s else v for s, v in zip(steps, values, strict=True))


def _or_none(inside: tuple[Any, ...], reading: bool) -> Conversion:
    (kind,) = [one for one in inside if one is not NoneType]
    step = _step(kind, reading)
    return (lambda value: None if value is None else step(value)) if step else None


def _of_mapping(kind: Any, reading: bool) -> Conversion:
    step = _step(kind, reading) or (lambda value: value)
    return lambda values: {key: step(value) for key, value in values.items()}
