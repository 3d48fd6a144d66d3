"""The names of the digest as a graph: what stands in the same stories, and who speaks of whom.

As GEXF 1.2 (Gephi) and GraphML, which hold what stands together, and as two tables that hold both;
each edge has the stories that are its evidence. All are packed: programs that draw graphs unpack.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import Any

from gloss.digest.model import Digest, Name, StoryFacts
from gloss.formats.addresses import address
from gloss.formats.data import TableRow, csv_of
from gloss.formats.packed import packed
from gloss.formats.tables import tables
from gloss.formats.xml import Element, document
from gloss.output import Bundle, File
from gloss.site import Site

FOLDER = "data/graph/"
# The strongest edges of a kind, so that a large digest's graph can still be opened.
MOST = 5_000
# So many of the stories that show a tie are told, the newest; its weight is how many there are.
SHOWN = 12
# Where there are so many stories, two that stand together in one alone are tied by chance.
SEVERAL = 10

TOGETHER, SPEAKS_OF = "together", "speaks of"
GEXF = "http://www.gexf.net/1.2draft"
GRAPHML = "http://graphml.graphdrawing.org/xmlns"


@dataclass(frozen=True)
class Edge:
    """Two names by their ids, what ties them, and the stories that show it."""

    source: str
    target: str
    kind: str
    stories: tuple[str, ...]


@dataclass(frozen=True)
class Graph:
    """Names, and edges between them, the strongest first."""

    names: tuple[Name, ...]
    edges: tuple[Edge, ...]
    site: Site

    @property
    def together(self) -> Iterator[Edge]:
        """The edges without a direction."""
        return (edge for edge in self.edges if edge.kind == TOGETHER)

    @property
    def drawn(self) -> Iterator[Name]:
        """The names worth a dot: a name in passing is one where something is tied to it."""
        tied = {end for edge in self.together for end in (edge.source, edge.target)}
        return (name for name in self.names if not name.passing or name.id in tied)


def graph_files(digest: Digest, site: Site) -> Iterator[Bundle]:
    """Yield the files of the graph, which are made together."""
    yield Bundle(FOLDER, partial(_shown, digest), partial(_files, digest, site))


def _shown(digest: Digest) -> Any:
    """All that the graph is made of: no text of a story is in it."""
    nodes = [_counts(name) for name in digest.names.values()]
    return nodes, [_ties(story) for story in digest.stories.values()]


def _counts(name: Name) -> Any:
    if name.passing:
        return name.id, name.name, name.stories[0], name.named[0].count, len(name.said)
    return name.id, name.name, len(name.stories), name.mentions, len(name.said)


def _ties(story: StoryFacts) -> Any:
    said = [(said.by, said.names) for said in story.said if said.by and said.names]
    return story.slug, [named.entity for named in story.named], said


def _files(digest: Digest, site: Site) -> Iterator[File]:
    graph, key = graph_of(digest, site), _shown(digest)
    forms = (
        ("names.gexf", gexf),
        ("names.graphml", graphml),
        ("nodes.csv", nodes),
        ("edges.csv", edges),
    )
    for name, form in forms:
        yield File(f"{FOLDER}{name}.gz", key, partial(packed, partial(form, graph)))


def graph_of(digest: Digest, site: Site) -> Graph:
    """Return the graph of all names that stories speak of."""
    named = tuple(name for name in digest.names.values() if name.stories or name.said)
    return Graph(named, (*_together(digest), *_spoken(digest)), site)


def _together(digest: Digest) -> Sequence[Edge]:
    """The strongest ties of names that stand in the same stories."""
    fewest = 1 if len(digest.stories) < SEVERAL else 2
    ids = {slug: sorted(n.entity for n in s.named) for slug, s in digest.stories.items()}
    stories: defaultdict[str, list[str]] = defaultdict(list)
    for slug, some in ids.items():
        for id_ in some:
            stories[id_].append(slug)
    edges = []
    for pair in _often(ids, {id_: len(some) for id_, some in stories.items()}, fewest):
        of_other = frozenset(stories[pair[1]])
        slugs = tuple(slug for slug in stories[pair[0]] if slug in of_other)
        edges.append(Edge(*pair, TOGETHER, slugs))
    return edges


def _often(
    ids: Mapping[str, Sequence[str]], counts: Mapping[str, int], fewest: int
) -> Sequence[tuple[str, str]]:
    """The ``MOST`` pairs of ids that stand together most often, so often at least, in order.

    A pair is no more frequent than either of its ids (R. Agrawal and R. Srikant, 1994): the ids of
    many stories are tried first, and those of fewer only where they do not give enough.
    """
    least = max(1 << max(counts.values(), default=1).bit_length(), fewest)
    while True:
        pairs: Counter[tuple[str, str]] = Counter()
        for some in ids.values():
            pairs.update(combinations([id_ for id_ in some if counts[id_] >= least], 2))
        found = [(-count, pair) for pair, count in pairs.items() if count >= least]
        if len(found) >= MOST or least <= fewest:
            return [pair for _, pair in sorted(found)[:MOST]]
        least = max(least // 2, fewest)


def _spoken(digest: Digest) -> Sequence[Edge]:
    """The strongest ties of names to those that they speak of."""
    spoken: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for story in digest.stories.values():
        for said in story.said:
            for about in said.names:
                if said.by and about != said.by:
                    spoken[said.by, about][story.slug] = None
    edges = (Edge(*pair, SPEAKS_OF, tuple(slugs)) for pair, slugs in spoken.items())
    return _strongest(list(edges))


def _strongest(some: Sequence[Edge]) -> Sequence[Edge]:
    return sorted(some, key=lambda edge: (-len(edge.stories), edge.source, edge.target))[:MOST]


def _node(name: Name, site: Site) -> TableRow:
    return {
        "id": name.id,
        "label": name.name,
        "kind": name.kind,
        "stories": len(name.stories),
        "mentions": name.mentions,
        "quotations": len(name.said),
        "url": address(site, name.url, FOLDER),
    }


def _edge(edge: Edge) -> TableRow:
    return {
        "source": edge.source,
        "target": edge.target,
        "type": "Undirected" if edge.kind == TOGETHER else "Directed",
        "kind": edge.kind,
        "weight": len(edge.stories),
        "stories": list(edge.stories[:SHOWN]),
    }


def nodes(graph: Graph) -> bytes:
    """Return the names as a table."""
    return csv_of((_node(name, graph.site) for name in graph.names), tables()["nodes"].columns)


def edges(graph: Graph) -> bytes:
    """Return the edges as a table."""
    return csv_of(map(_edge, graph.edges), tables()["edges"].columns)


# What a node has beside its id and label: the type in GEXF's words; GraphML's say "int".
_ATTRIBUTES = (
    *(("kind", "string"), ("stories", "integer"), ("mentions", "integer")),
    *(("quotations", "integer"), ("url", "string")),
)


def gexf(graph: Graph) -> bytes:
    """Return what stands together as GEXF 1.2."""
    of_nodes = [Element("attribute", {"id": k, "title": k, "type": t}) for k, t in _ATTRIBUTES]
    of_edges = [Element("attribute", {"id": "stories", "title": "stories", "type": "string"})]
    whole = [
        Element("attributes", {"class": "node"}, of_nodes),
        Element("attributes", {"class": "edge"}, of_edges),
        Element("nodes", {}, [_gexf_node(name, graph.site) for name in graph.drawn]),
        Element("edges", {}, [_gexf_edge(n, edge) for n, edge in enumerate(graph.together)]),
    ]
    inner = Element("graph", {"defaultedgetype": "undirected", "mode": "static"}, whole)
    return document(Element("gexf", {"xmlns": GEXF, "version": "1.2"}, [inner]))


def _gexf_node(name: Name, site: Site) -> Element:
    row = _node(name, site)
    values = [_attvalue(key, str(row[key])) for key, _ in _ATTRIBUTES]
    return Element("node", {"id": name.id, "label": name.name}, [Element("attvalues", {}, values)])


def _gexf_edge(number: int, edge: Edge) -> Element:
    ends = {"source": edge.source, "target": edge.target, "weight": str(len(edge.stories))}
    told = Element("attvalues", {}, [_attvalue("stories", "; ".join(edge.stories[:SHOWN]))])
    return Element("edge", {"id": str(number), **ends}, [told])


def _attvalue(key: str, value: str) -> Element:
    return Element("attvalue", {"for": key, "value": value})


def graphml(graph: Graph) -> bytes:
    """Return what stands together as GraphML."""
    of_nodes = [("label", "string"), *_ATTRIBUTES]
    of_edges = [("weight", "integer"), ("stories", "string")]
    keys = [*(_key("node", *one) for one in of_nodes), *(_key("edge", *one) for one in of_edges)]
    inner = [
        *(_graphml_node(name, graph.site) for name in graph.drawn),
        *map(_graphml_edge, graph.together),
    ]
    whole = Element("graph", {"id": "names", "edgedefault": "undirected"}, inner)
    return document(Element("graphml", {"xmlns": GRAPHML}, [*keys, whole]))


def _key(of: str, name: str, kind: str) -> Element:
    kind = {"integer": "int"}.get(kind, kind)
    return Element("key", {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": kind})


def _graphml_node(name: Name, site: Site) -> Element:
    row = _node(name, site)
    data = [_data(f"node-{key}", str(row[key])) for key in ("label", *(k for k, _ in _ATTRIBUTES))]
    return Element("node", {"id": name.id}, data)


def _graphml_edge(edge: Edge) -> Element:
    data = [
        _data("edge-weight", str(len(edge.stories))),
        _data("edge-stories", "; ".join(edge.stories[:SHOWN])),
    ]
    return Element("edge", {"source": edge.source, "target": edge.target}, data)


def _data(key: str, value: str) -> Element:
    return Element("data", {"key": key}, text=value)
