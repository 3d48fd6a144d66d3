"""A small digest for looking at: the news of a river town, written for these tests."""

from __future__ import annotations

from collections.abc import Iterator

FLOOD = """\
Title: After the flood, Sel counts its boats
Date: 2026-03-02
Slug: after-the-flood
Summary: The river came over the wall at Sel in the night, and by noon half of the fleet was gone.
Published: 2026-03-01
Source: The Ellery Courier
Author: Pia Lund
URL: https://courier.example/after-the-flood
Names:
    place:sel = Sel
    person:ada-marsh = Ada Marsh | harbour master of Sel
    person:tomas-brandt = Tomas Brandt | the River Board’s chairman
    org:river-board = River Board
    group:ferrymen = Ferrymen
    event:night-of-reeds = Night of Reeds
    work:the-high-water = The High Water
    product:bulwark-4 = Bulwark 4
    law:dyke-act = Dyke Act
    topic:spring-tide = spring tide
    place:denmark = Denmark

The river came over the wall at [Sel](place:sel) in the night, and by [noon on the 28th of February](date:2026-02-28) half of the fleet was gone. [Ada Marsh](person:ada-marsh), harbour master of [Sel](place:sel), had seen it coming. [“I told them in the autumn,”]{.quote by=ada-marsh cue=said lemma=say how=pronoun sure=0.91} she said.

[Tomas Brandt](person:tomas-brandt) of the [River Board](org:river-board) answered the [Ferrymen](group:ferrymen) in the evening:

> [!QUOTE] by=tomas-brandt cue=answered lemma=answer how=colon sure=0.95
> “Nobody likes to wait for a boat that does not come. We have all been patient since [1998](date:1998).
>
> But a wall that gives way in the night is worse than a late boat, and I would rather explain the one than the other.”

The [Night of Reeds](event:night-of-reeds), told in the song [The High Water](work:the-high-water), is said to have drowned the lower town [in about 1634](date:1634~). A [Bulwark 4](product:bulwark-4) was bought under the [Dyke Act](law:dyke-act), but it has stood in a shed since [the 3rd of May](date:XXXX-05-03), waiting for a [spring tide](topic:spring-tide). [“It is a good machine,”]{.quote who="a spokesman" cue=said lemma=say how=inverted sure=0.9} said a spokesman.

Help is to come from [Denmark](place:denmark). Work on the wall goes on [until 2031](date:/2031).

[TIMELINE]
"""

HOSTILE = """\
Title: <script>alert(1)</script> & the "quoted" headline
Date: 2026-01-04
Slug: hostile
Summary: </title><script>alert(2)</script>
Source: <b>Wire</b>
Names:
    person:o-brien = O’Brien <x> | who wrote </span><script>alert(3)</script>

\\<script>alert(4)\\</script> said [O’Brien](person:o-brien) in [1999](date:1999). [“A &lt;b> & a 'c',”]{.quote by=o-brien cue=said lemma=say how=name sure=0.9} he went on.
"""

DRAFT = FLOOD.replace("after-the-flood", "not-yet").replace("Slug:", "Status: draft\nSlug:", 1)
HIDDEN = """\
Title: A page that no list has
Date: 2026-01-05
Slug: hidden-away
Status: hidden
Summary: Hidden.

Nobody is named here.
"""

REGISTER = """\
entities:
  - name: spring tide
    type: topic
    description: A high tide of the days after full and new moon.
  - name: neap tide
    type: topic
    description: A low tide of the days after the half moons.
"""

PEOPLE = (
    ("ada-marsh", "Ada Marsh"),
    ("tomas-brandt", "Tomas Brandt"),
    ("ines-kahler", "Ines Kahler"),
    ("rowan-pike", "Rowan Pike"),
    ("elysee-noor", "Élysée Noor"),
)
PLACES = (("sel", "Sel"), ("port-ellery", "Port Ellery"), ("norvale", "Norvale"))


def stories(how_many: int) -> Iterator[tuple[str, str]]:
    """Yield file names and articles: the hand-written ones, then as many plain ones."""
    yield from (
        ("after-the-flood.md", FLOOD),
        ("hostile.md", HOSTILE),
        ("not-yet.md", DRAFT),
        ("hidden-away.md", HIDDEN),
    )
    for number in range(how_many):
        yield f"ferry-{number}.md", _ferry(number)


def _ferry(number: int) -> str:
    speaker, name = PEOPLE[number % len(PEOPLE)]
    other, other_name = PEOPLE[(number + 2) % len(PEOPLE)]
    place, place_name = PLACES[number % len(PLACES)]
    year, month = 2014 + number % 9, 1 + number % 12
    return f"""\
Title: Ferry {number} of {place_name} sails again
Date: {year}-{month:02}-11
Slug: ferry-{number}
Summary: The boat that lay in the dock all winter is back.
Published: {year}-{month:02}-10
Names:
    person:{speaker} = {name}
    person:{other} = {other_name}
    place:{place} = {place_name}

The boat that lay in the dock of [{place_name}](place:{place}) since [{year - 1}](date:{year - 1}) is back, said [{name}](person:{speaker}) and [{other_name}](person:{other}).

[“It took {number + 2} men to lift her, and one to say how,”]{{.quote by={speaker} cue=said lemma=say how=name sure=0.97}} said [{name}](person:{speaker}). She will sail every day from [{year}-{month:02}-14](date:{year}-{month:02}-14) on.
"""
