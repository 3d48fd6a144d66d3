"""What is under ``data/``, for machines: a Frictionless Data Package (version 1)."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from gloss.formats.data import DATASETS, Tables
from gloss.formats.graph import FOLDER
from gloss.formats.tables import Table, tables
from gloss.output import File
from gloss.site import Site

Resource = dict[str, Any]

PATH = "data/datapackage.json"
_OTHERS = (
    (
        "citations-ris",
        "citations.ris",
        "application/x-research-info-systems",
        "Citations of all stories (RIS)",
    ),
    ("citations-bib", "citations.bib", "application/x-bibtex", "Citations of all stories (BibTeX)"),
    (
        "citations-csl",
        "citations.json",
        "application/vnd.citationstyles.csl+json",
        "Citations of all stories (CSL-JSON)",
    ),
    (
        "graph-gexf",
        "graph/names.gexf.gz",
        "application/gexf+xml",
        "What stands in the same stories (GEXF)",
    ),
    (
        "graph-graphml",
        "graph/names.graphml.gz",
        "application/graphml+xml",
        "What stands in the same stories (GraphML)",
    ),
)


def package_files(of: Tables, site: Site) -> Iterator[File]:
    """Yield the descriptor. A file without a row is no table in JSON Lines, and not described.

    of: what has a row in each table.
    """
    parts = tuple(dict.fromkeys(part for dealt_out in of.values() for part in dealt_out))
    filled = (f"{name}{part}" for name, some in of.items() for part, rows in some.items() if rows)
    told = parts, tuple(sorted(filled))
    yield File(PATH, told, partial(_package, site, *told))


def _package(site: Site, parts: Sequence[str], filled: Collection[str]) -> bytes:
    whole = {
        "name": re.sub(r"[^a-z0-9._-]+", "-", site.name.lower()).strip("-._") or "digest",
        "title": site.name,
        "description": site.subtitle,
        "homepage": site.url,
        "profile": "data-package",
        "licenses": _licences(site),
        "resources": list(_resources(parts, filled)),
    }
    known = {key: value for key, value in whole.items() if value}
    return json.dumps(known, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _licences(site: Site) -> list[dict[str, str]]:
    words, _, rest = site.licence_data.partition("<")
    title, path = words.strip(), rest.rstrip("> ")
    if not title:
        return []
    if path:
        return [{"title": title, "path": path}]
    return [{"title": title, "name": re.sub(r"[^A-Za-z0-9._-]+", "-", title)}]


def _resources(parts: Sequence[str], filled: Collection[str]) -> Iterator[Resource]:
    """Each table, or each part of it: of parts none has all keys that another may refer to."""
    listed = tables()
    for dataset in DATASETS:
        table = listed[dataset.name]
        for part in parts:
            of_part = table if len(parts) == 1 else replace(table, refers={})
            of_part = replace(of_part, name=f"{table.name}{part}")
            yield _csv(of_part, f"{of_part.name}.csv.gz")
            if of_part.name in filled:
                yield _json_lines(of_part, f"{of_part.name}.jsonl.gz")
    for name in ("nodes", "edges"):
        yield _csv(listed[name], f"{FOLDER.removeprefix('data/')}{name}.csv.gz")
    for name, path, mediatype, says in _OTHERS:
        form = path.removesuffix(".gz").rpartition(".")[2]
        yield {
            "name": name,
            "path": path,
            "format": form,
            "mediatype": mediatype,
            "description": says,
            **_compression(path),
        }


def _compression(path: str) -> Resource:
    return {"compression": "gz"} if path.endswith(".gz") else {}


def _csv(table: Table, path: str) -> Resource:
    return {
        "name": table.name,
        "path": path,
        **_compression(path),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
        "description": table.holds,
        "schema": _schema(table, "string") | _keys(table),
    }


def _json_lines(table: Table, path: str) -> Resource:
    return {
        "name": f"{table.name}-jsonl",
        "path": path,
        **_compression(path),
        "format": "jsonl",
        "mediatype": "application/jsonl",
        "encoding": "utf-8",
        "description": table.holds,
        "schema": _schema(table, "array"),
    }


def _schema(table: Table, of_lists: str) -> Resource:
    fields = [
        {"name": name, "type": of_lists if kind == "list" else kind, "description": says}
        for name, (kind, says) in table.columns.items()
    ]
    return {"fields": fields, **({"primaryKey": table.key} if table.key else {})}


def _keys(table: Table) -> Resource:
    keys = [
        {"fields": column, "reference": {"resource": other, "fields": tables()[other].key}}
        for column, other in table.refers.items()
    ]
    return {"foreignKeys": keys} if keys else {}
