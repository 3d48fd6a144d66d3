"""The graph of names, read by a library of graphs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import networkx
import pytest
from gloss.formats.graph import graph_files
from gloss.site import Site

from tests.digest.test_digest import harbour
from tests.formats.test_feeds import digest_of
from tests.unpacked import unpacked

SITE = Site(url="https://example.org/digest")
BROOK, QUAYSIDE = "person:ada-brook", "place:quayside"


@pytest.fixture
def files():
    hostile = replace(harbour("other"), title="<&>")
    [bundle] = graph_files(digest_of(harbour(), hostile), SITE, "key")
    return unpacked({file.path.rpartition("/")[2]: file.make() for file in bundle.files()})


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_names_that_stand_in_the_same_stories_are_tied(files, form):
    read = {"gexf": networkx.read_gexf, "graphml": networkx.read_graphml}[form]
    graph = read(io.BytesIO(files[f"names.{form}"]))
    assert not graph.is_directed()
    assert set(graph) == {BROOK, QUAYSIDE, "person:ivo-lind"}
    assert graph.nodes[BROOK]["label"] == "Ada Brook"
    assert graph.nodes[BROOK]["mentions"] == 6
    assert graph.nodes[BROOK]["url"] == "https://example.org/digest/people/ada-brook/"
    edge = graph.edges[BROOK, QUAYSIDE]
    assert edge["weight"] == 2
    assert set(edge["stories"].split("; ")) == {"harbour", "other"}


def test_tables_hold_who_speaks_of_whom_too(files):
    tables = {
        name: list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"), newline="")))
        for name in ("nodes.csv", "edges.csv")
    }
    ids = {node["id"] for node in tables["nodes.csv"]}
    assert {edge["source"] for edge in tables["edges.csv"]} <= ids
    [spoken] = [edge for edge in tables["edges.csv"] if edge["kind"] == "speaks of"]
    assert (spoken["source"], spoken["target"], spoken["type"]) == (BROOK, QUAYSIDE, "Directed")
    assert sorted(spoken["stories"].split("; ")) == ["harbour", "other"]
