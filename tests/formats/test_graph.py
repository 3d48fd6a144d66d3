"""The graph of names, read by a library of graphs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from itertools import combinations

import networkx
import pytest
from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.formats import graph
from gloss.formats.graph import graph_files
from gloss.register import Register
from gloss.site import Site
from hypothesis import given
from hypothesis import strategies as st

from tests.digest.test_digest import harbour
from tests.formats.test_feeds import digest_of
from tests.unpacked import unpacked

SITE = Site(url="https://example.org/digest")
BROOK, QUAYSIDE = "person:ada-brook", "place:quayside"


@pytest.fixture
def files():
    hostile = replace(harbour("other"), title="<&>")
    [bundle] = graph_files(digest_of(harbour(), hostile), SITE)
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


def named_in(stories):
    """A digest of stories that name these."""
    facts = facts_of(harbour())
    one = facts.named[0]
    return make_digest(
        [
            replace(
                facts,
                slug=f"story-{number}",
                named=tuple(replace(one, entity=f"person:{who}", name=who) for who in sorted(ids)),
                said=(),
                events=(),
            )
            for number, ids in enumerate(stories)
        ],
        Register(),
    )


@given(st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=1), min_size=1, max_size=14))
def test_ties_are_those_of_most_stories(stories):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graph, "MOST", 5)
        made = graph.graph_of(named_in(stories), SITE)
    shared = {
        (f"person:{one}", f"person:{other}"): sum({one, other} <= ids for ids in stories)
        for one, other in combinations("abcdefgh", 2)
    }
    least = 1 if len(stories) < graph.SEVERAL else 2
    ties = sorted((-many, pair) for pair, many in shared.items() if many >= least)[:5]
    found = [(-len(edge.stories), (edge.source, edge.target)) for edge in made.together]
    assert found == ties


def test_a_graph_is_not_made_again_for_other_words():
    article = harbour()
    [one] = graph_files(digest_of(article), SITE)
    [other] = graph_files(digest_of(replace(article, title="Another headline")), SITE)
    assert one.key() == other.key()
    [more] = graph_files(digest_of(article, harbour("other")), SITE)
    assert more.key() != one.key()
