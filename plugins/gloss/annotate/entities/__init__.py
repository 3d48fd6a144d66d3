"""Names: what is one, of which kind, and which are one thing. STEPS says in which order.

titles            people's titles, which are no part of a name, and surnames that look so
extract           the names in the tagger's stretches (cut), without what belongs to none
                  (trim), but with an 's of their own (own_s)
merge, split      what the tagger cut in two, or took for one; initials, which it left out
commands          verbs before a name that look like first names
sentence_starts   words whose capital says nothing
headings          names that headings show, borne out by the text below
registered        what the register knows
lengthen          names that stand in full elsewhere
recall            names that the tagger missed here and found there
kinds, evidence   one kind for one name, weighed from all its mentions and gazetteers, of clubs
                  in matches, and of what stands before a name (announced) and behind it
                  (appositions)
confidence        how sure all this is, and what is not shown
describe          what the story says of a thing (phrases), in its own words (own_words)

Which names are one thing is for ``gloss.identity``, a room of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from gloss.annotate.entities.commands import drop_commands
from gloss.annotate.entities.confidence import hide_doubtful
from gloss.annotate.entities.extract import extract
from gloss.annotate.entities.headings import trust_headings
from gloss.annotate.entities.heads import recall_heads
from gloss.annotate.entities.kinds import weigh_kinds
from gloss.annotate.entities.lengthen import lengthen
from gloss.annotate.entities.merge import merge
from gloss.annotate.entities.own_s import find_own_s
from gloss.annotate.entities.recall import recall_known, recall_repeated
from gloss.annotate.entities.registered import prefer_register
from gloss.annotate.entities.sentence_starts import drop_sentence_starts
from gloss.annotate.entities.split import split
from gloss.annotate.entities.things import (
    describe_entities,
    identify_things,
    list_doubts,
    list_mentions,
)
from gloss.annotate.entities.titles import find_surnames
from gloss.annotate.reading import Reading
from gloss.annotate.steps import Step, run_steps
from gloss.annotate.tagger import Tagged
from gloss.register import Register
from gloss.story import Doubt, Entity, Mention

STEPS = (
    Step("find the surnames of the story", ("surnames",), find_surnames),
    Step("find names that end in 's", ("own_s",), find_own_s),
    Step("extract names from tagged stretches", ("names",), extract),
    Step("merge what was cut", ("names",), merge),
    Step("trust headings as far as the story", ("names",), trust_headings),
    Step("drop verbs before names", ("names",), drop_commands),
    Step("drop words that only start a sentence", ("names",), drop_sentence_starts),
    Step("split what is two", ("names",), split),
    Step("prefer the register", ("names",), prefer_register),
    Step("lengthen to what stands elsewhere", ("names",), lengthen),
    Step("recall countries and peoples", ("names",), recall_known),
    Step("recall names found elsewhere", ("names",), recall_repeated),
    Step("recall heads of names", ("names",), recall_heads),
    Step("weigh kinds", ("names",), weigh_kinds),
    Step("rate, and hide what is doubtful", ("names", "doubtful"), hide_doubtful),
    Step("identify things", ("things",), identify_things),
    Step("list mentions", ("mentions",), list_mentions),
    Step("describe things", ("entities",), describe_entities),
    Step("list doubts", ("doubted_names",), list_doubts),
)


def find_names(
    reading: Reading, tagged: Sequence[Tagged], register: Register, steps: Sequence[Step] = STEPS
) -> tuple[list[Mention], list[Entity], list[Doubt]]:
    """Find the names of a text.

    tagged: what the tagger says of ``reading.text``.

    Returns the mentions in the order of the text, disjoint; the entities in order of first mention;
    and what was found but is too doubtful to show.
    """
    facts: dict[str, object] = {"reading": reading, "text": reading.text, "body": reading.body}
    facts |= {"tagged": tagged, "register": register}
    found = run_steps(steps, facts)
    return found["mentions"], found["entities"], found["doubted_names"]
