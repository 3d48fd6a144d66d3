"""Pictures of who is named with whom: small ones on names' pages, and the large one of the digest.

Everything is computed in whole units of a fixed box, the same from build to build; the theme draws
it as SVG, with presentation attributes only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import filterfalse, islice
from math import cos, pi, sin

from gloss.digest.known import is_known_to_all
from gloss.digest.model import Digest, Name
from gloss.pages.links import Links, NameLink

ROUND_WIDTH, ROUND_HEIGHT, RADIUS = 280, 216, 74
MOST_AROUND = 8
MOST_IN_PICTURE = 36
ROW = 26
LABEL = 14
# More arcs than these hide each other; the table has them all.
MOST_ARCS = 90
# A name in fewer stories has no company to speak of: a wheel of equal spokes says nothing.
FEW_STORIES = 6


@dataclass(frozen=True)
class Node:
    """A name in a picture; side: where its label stands, ``start``, ``middle`` or ``end``."""

    link: NameLink
    label: str
    x: int
    y: int
    side: str
    weight: int


@dataclass(frozen=True)
class Stroke:
    """All lines of one weight, 0 to 4 by the stories that two names share, as an SVG path."""

    weight: int
    path: str


@dataclass(frozen=True)
class Round:
    """A name in the middle, those it is most named with around it."""

    width: int
    height: int
    centre: Node
    nodes: tuple[Node, ...]
    strokes: tuple[Stroke, ...]


def is_drawn(name: Name) -> bool:
    """Tell whether a name's company is worth a drawing."""
    return len(name.stories) >= FEW_STORIES


def draw_round(
    centre: NameLink, beside: Sequence[tuple[NameLink, int]], known: set[tuple[str, str]]
) -> Round | None:
    """Draw a name's company; None where it has too little to draw."""
    beside = beside[:MOST_AROUND]
    if len(beside) < 3:
        return None
    x, y = ROUND_WIDTH // 2, ROUND_HEIGHT // 2
    most = beside[0][1]
    nodes = []
    for i, (link, stories) in enumerate(beside):
        angle = 2 * pi * (i + 0.5) / len(beside) - pi / 2
        nodes.append(_placed(link, x, y, angle, _weight(stories, most)))
    lines = [(node.weight, f"M{x} {y}L{node.x} {node.y}") for node in nodes]
    for i, one in enumerate(nodes):
        for other in nodes[i + 1 :]:
            if (one.link.id, other.link.id) in known or (other.link.id, one.link.id) in known:
                lines.append((0, f"M{one.x} {one.y}L{other.x} {other.y}"))
    middle = Node(centre, centre.name, x, y, "middle", 4)
    return Round(ROUND_WIDTH, ROUND_HEIGHT, middle, tuple(nodes), _strokes(lines))


def _placed(link: NameLink, x: int, y: int, angle: float, weight: int) -> Node:
    dx, dy = cos(angle), sin(angle)
    side = "start" if dx > 0.2 else "end" if dx < -0.2 else "middle"
    return Node(
        link, _label(link), round(x + RADIUS * dx), round(y + RADIUS * dy * 1.1), side, weight
    )


def _label(link: NameLink) -> str:
    """A person's surname, or the name, so that it has room beside its dot."""
    name = link.name.split()[-1] if link.kind == "person" else link.name
    return _short(name, 13)


def _short(name: str, most: int = 18) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def _weight(stories: int, most: int) -> int:
    return 1 + round(3 * stories / most) if most else 1


def _strokes(lines: Sequence[tuple[int, str]]) -> tuple[Stroke, ...]:
    """Put lines of one weight together, the thin ones first: they are drawn beneath."""
    weights = sorted({weight for weight, _ in lines})
    return tuple(Stroke(w, "".join(path for weight, path in lines if weight == w)) for w in weights)


@dataclass(frozen=True)
class Arcs:
    """The large picture: names one below the other, arcs between those that share stories."""

    width: int
    height: int
    x: int
    nodes: tuple[Node, ...]
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True)
class Pair:
    """Two names that stand in the same stories."""

    one: NameLink
    other: NameLink
    stories: int


def pairs_of(digest: Digest, links: Links) -> list[Pair]:
    """Return the pairs among the names in most stories, the strongest first.

    Countries and their peoples are left out: they stand beside everything.
    """
    every = sorted(digest.names.values(), key=lambda name: -len(name.stories))
    most = list(islice(filterfalse(is_known_to_all, every), MOST_IN_PICTURE))
    chosen = {name.id for name in most}
    found = {
        (min(name.id, c.entity), max(name.id, c.entity)): c.stories
        for name in most
        for c in digest.companions[name.id]
        if c.entity in chosen
    }
    pairs = [Pair(links.names[a], links.names[b], n) for (a, b), n in found.items()]
    return sorted(pairs, key=lambda pair: (-pair.stories, pair.one.name, pair.other.name))


def draw_arcs(pairs: Sequence[Pair]) -> Arcs | None:
    """Draw the pairs as arcs beside a column of names, friends standing near each other."""
    pairs = pairs[:MOST_ARCS]
    order = _order(pairs)
    if len(order) < 3:
        return None
    row = {link.id: ROW * i + LABEL for i, link in enumerate(order)}
    most = pairs[0].stories
    x, reach, arcs = 190, 0, []
    for pair in pairs:
        y1, y2 = sorted((row[pair.one.id], row[pair.other.id]))
        half = (y2 - y1) // 2
        width = max(8, min(half, 300))
        reach = max(reach, width)
        path = f"M{x} {y1}A{width} {half} 0 0 1 {x} {y2}"
        arcs.append((_weight(pair.stories, most), path))
    nodes = tuple(Node(link, _short(link.name, 26), x, row[link.id], "end", 1) for link in order)
    return Arcs(x + reach + 12, ROW * len(order) + 6, x, nodes, _strokes(arcs))


def _order(pairs: Sequence[Pair]) -> list[NameLink]:
    """Put each name next to the one it shares most stories with, as far as that goes.

    Pairs are taken strongest first; each joins the ends of two chains, as in a greedy bandwidth
    reduction, and what is left hanging is appended.
    """
    chains: dict[str, list[NameLink]] = {}
    for pair in pairs:
        for link in (pair.one, pair.other):
            chains.setdefault(link.id, [link])
    for pair in pairs:
        one, other = chains[pair.one.id], chains[pair.other.id]
        if one is not other and _ends(one, pair.one) and _ends(other, pair.other):
            left = one if one[-1] == pair.one else one[::-1]
            right = other if other[0] == pair.other else other[::-1]
            joined = left + right
            chains.update((link.id, joined) for link in joined)
    ordered: dict[str, NameLink] = {}
    for chain in sorted({id(c): c for c in chains.values()}.values(), key=len, reverse=True):
        ordered.update((link.id, link) for link in chain)
    return list(ordered.values())


def _ends(chain: Sequence[NameLink], link: NameLink) -> bool:
    return link in (chain[0], chain[-1])
