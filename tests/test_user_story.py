"""The user's own story, exactly: what the first reader of a digest sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from gloss.article import read_article
from gloss.ingest import IngestSettings, ingest

ROOT = Path(__file__).parents[1]
SEED = "000_adcd39cadf25064d.txt"
PERSON, ORG, PLACE, TOPIC = "person:", "org:", "place:", "topic:"


def annotated(folder: Path, published: str | None = None, register: bool = True):
    """Take the seed to an article as a build does, and read it."""
    text = (ROOT / "seeds" / SEED).read_text(encoding="utf-8")
    if published:
        headline, rest = text.split("\n", 1)
        text = f"{headline}\nPublished: {published}\n{rest}"
    seeds = folder / "seeds"
    seeds.mkdir()
    (seeds / SEED).write_text(text, encoding="utf-8")
    path = ROOT / "content" / "entities.yaml" if register else folder / "none.yaml"
    report = ingest(seeds, folder / "stories", path, IngestSettings(processes=1))
    assert report.errors == ()
    (name,) = report.written
    return read_article((folder / "stories" / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    return annotated(tmp_path_factory.mktemp("story"))


@pytest.fixture(scope="module")
def without_register(tmp_path_factory):
    return annotated(tmp_path_factory.mktemp("plain"), register=False)


def words(article, mark) -> str:
    return article.story.text[mark.start : mark.end]


def named(article, kind: str) -> set[str]:
    return {entity.name for entity in article.annotations.entities if entity.id.startswith(kind)}


def test_the_people(article):
    assert named(article, PERSON) == {"Sergey Glazyev", "Vladimir Putin", "Leon Li"}


def test_the_organisation_and_every_mention_of_it(article):
    assert named(article, ORG) == {"Huobi"}
    text = article.story.text
    mentions = [m for m in article.annotations.mentions if m.entity == "org:huobi"]
    assert len(mentions) == text.count("Huobi")
    assert {words(article, m) for m in mentions} == {"Huobi", "Huobi Group"}


def test_the_places(article):
    assert named(article, PLACE) == {
        "Beijing",
        "Russia",
        "Singapore",
        "United States",
        "Japan",
        "South Korea",
        "Hong Kong",
        "Thailand",
        "Australia",
    }


def test_the_others(article):
    assert named(article, "group:") == {"Russian"}
    assert named(article, "product:") == {"Petro"}
    assert named(article, TOPIC) == {
        "blockchain",
        "cryptocurrency",
        "digital asset",
        "fiat money",
    }


def test_what_the_story_says_of_its_names(article):
    said = {e.name: e.descriptors for e in article.annotations.entities if e.descriptors}
    assert said == {
        "Sergey Glazyev": ("advisor to infamous Russian President, Vladimir Putin",),
        "Vladimir Putin": ("infamous Russian President",),
        "Huobi": (
            "established back in 2013",
            "one of the biggest crypto exchanges with an approximate turnover of $1 trillion",
        ),
        "Leon Li": ("Huobi’s founder and CEO",),
        "Petro": ("national cryptocurrency",),
    }


def test_without_the_register_no_name_is_of_a_wrong_kind(without_register):
    assert {"Sergey Glazyev", "Vladimir Putin", "Leon Li"} == named(without_register, PERSON)
    assert named(without_register, ORG) == {"Huobi"}
    wrong = {"Petro", "Blockchain", "blockchain", "Digital", "Digital assets"}
    assert not wrong & (named(without_register, PLACE) | named(without_register, ORG))


def test_the_dates_say_no_more_than_the_story(article):
    dates = [(words(article, m), m.edtf) for m in article.annotations.moments if m.edtf]
    assert dates == [("the 17th of September", "XXXX-09-17"), ("2013", "2013")]


def test_a_publication_date_settles_the_year(tmp_path):
    article = annotated(tmp_path, published="2018-09-19")
    dates = [(words(article, m), m.edtf) for m in article.annotations.moments if m.edtf]
    assert dates == [("the 17th of September", "2018-09-17"), ("2013", "2013")]


def test_the_quotations(article):
    said = article.annotations.quotations
    assert [(q.by, q.cue) for q in said] == [
        ("person:sergey-glazyev", "commented"),
        ("person:sergey-glazyev", "said"),
        ("person:sergey-glazyev", "said"),
    ]
    texts = [[article.story.text[p.start : p.end] for p in q.parts] for q in said]
    assert all(len(parts) == 1 for parts in texts)
    assert [(t[0].split()[0], t[0].split()[-1], t[0].count("\n\n")) for t in texts] == [
        ("The", "area.", 0),
        ("Digital", "risky.", 1),
        ("The", "cryptocurrencies.", 1),
    ]
    assert [block.type for block in article.blocks].count("callout") == 3


def test_the_headline_that_a_feed_cut_off_ends_in_an_ellipsis(article):
    assert article.title == "A recent meeting took place between Sergey Glazyev, advisor to…"


def test_the_doubled_word_stays(article):
    assert "to discuss discuss blockchain" in article.story.text
    assert "discuss discuss <a" in article.blocks[1].html
