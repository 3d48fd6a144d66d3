"""What the tables of the digest hold: their columns, with types and meanings (``tables.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Table:
    """One table.

    columns: name -> its type (Table Schema's, or ``list``) and its meaning. key: the column that no
    two rows share, or empty. refers: column -> the table whose key it is.
    """

    name: str
    holds: str
    columns: Mapping[str, tuple[str, str]]
    key: str = ""
    refers: Mapping[str, str] = field(default_factory=dict)


@cache
def tables() -> Mapping[str, Table]:
    """Return all tables by name."""
    text = files(__package__).joinpath("tables.toml").read_text(encoding="utf-8")
    return {name: _table(name, **entry) for name, entry in tomllib.loads(text).items()}


def _table(
    name: str,
    holds: str,
    columns: Mapping[str, tuple[str, str]],
    key: str = "",
    refers: Mapping[str, str] | None = None,
) -> Table:
    return Table(name, holds, columns, key, refers or {})
