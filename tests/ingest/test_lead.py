"""The lead is the first prose of a story, whatever stands before it."""

from __future__ import annotations

import pytest
from gloss.ingest.lead import LONGEST, is_prose, lead_of

PROSE = "Two ferries collided in the harbour of Quayside on Monday, and nobody was hurt."


@pytest.mark.parametrize(
    "before",
    [
        "By Ann Lowe and Gus Hale",
        "By Ann Lowe, our harbour correspondent.",
        "BY ANN LOWE",
        "Written by Ann Lowe, the harbour correspondent of the Echo",
        "Words: Ann Lowe. Pictures: Gus Hale.",
        "From our correspondent in Quayside",
        "14:05 GMT",
        "5 March 2024, 09.30",
        "Updated at 09.30 BST",
        "(Adds details, quotes)",
        "(Recasts lead, adds harbour master’s comment.)",
        "FOR IMMEDIATE RELEASE",
        "QUAYSIDE, March 5, 2024",
        "###",
        "* * *",
        "- “We saw nothing,” said Lowe.",
        "1. The harbour is shut until Friday, its master said in a statement.",
        "Contact: Ida Strand, 555-0101",
        "What We Know So Far",
        "Ferries collide; nobody hurt",
        "ABSTRACT.",
        "Name          Votes   Share",
    ],
)
def test_what_stands_around_a_story_is_not_its_lead(before):
    assert lead_of(f"{before}\n\n{PROSE}\n\nMore.") == PROSE


@pytest.mark.parametrize(
    "prose",
    [
        PROSE,
        "By Monday night, 20 people had died, officials said.",
        "In 2004, Gus Hale won.",
        "By noon the square was full of people who had come to see the ships go by.",
        "QUAYSIDE, March 5 (Echo) - Two ferries collided in the harbour on Monday.",
        "“Nobody was hurt,” said the harbour master.",
        "It rained.",
        "President Ann Lowe met Prime Minister Gus Hale, Foreign Secretary Ida Strand and Sir Tom "
        "Reid of the Quayside Harbour Company in Lisbon on Monday to sign the treaty at last.",
        "（北京）部长星期一说，他的政党不会提出候选人。",
    ],
)
def test_prose_is(prose):
    assert is_prose(prose)
    assert lead_of(f"{prose}\n\nAnother paragraph stands behind it, as prose does.") == prose


def test_without_prose_it_is_the_first_paragraph():
    assert lead_of("Labour 20\n\nGreens 7") == "Labour 20"


def test_a_long_one_is_cut_at_a_word():
    lead = lead_of("The harbour is long, " * 40 + "and deep.")
    assert len(lead) <= LONGEST + 1
    assert lead.removesuffix("…") in "The harbour is long, " * 40
    assert lead.endswith("The…")
