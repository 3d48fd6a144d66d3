"""The examples of the documentation: they are read by what they explain."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path

from gloss.__main__ import main
from gloss.article import read_article
from gloss.article.head import FIELDS
from gloss.register import read_register
from gloss.register.load import KEYS, TOP
from gloss.seed import HEAD_KEYS, parse_seed
from gloss.story import KINDS

DOCS = Path(__file__).parents[1] / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def examples(name: str) -> list[str]:
    """Return the indented blocks of a page."""
    blocks = re.findall(r"(?:^    .*\n|^\n(?=    ))+", page(name), re.MULTILINE)
    return [textwrap.dedent(block).strip("\n") + "\n" for block in blocks]


def test_the_article():
    article = read_article(examples("markdown.md")[0])
    said = article.annotations
    assert [m.entity for m in said.mentions] == ["person:mary-miller", "place:lisbon"]
    assert [(m.edtf, m.how) for m in said.moments] == [("2021-03-02", "counted from publication")]
    assert [(q.by, q.cue) for q in said.quotations] == [("person:mary-miller", "said")]
    assert [e.descriptors for e in said.entities] == [("the mayor",), ()]
    assert [b.type for b in article.blocks] == ["paragraph", "callout", "timeline"]


def test_the_callout():
    (said,) = read_article(
        "Title: x\nDate: 2026-01-31\nSlug: x\n\n" + examples("markdown.md")[1]
    ).annotations.quotations
    assert said.by == "person:sergey-glazyev"


def test_every_key_of_the_head_and_every_kind_is_explained():
    text = page("markdown.md")
    for key in (*FIELDS, "Tags", "Names", "Review"):
        assert f"`{key}`" in text
    for kind in KINDS:
        assert f"`{kind}`" in text
        assert f"`{kind}`" in page("register.md")


def test_the_seed():
    story = parse_seed(examples("seeds.md")[0].encode("utf-8"), "bridge.txt").story
    assert story.published == "2021-03-04"
    assert story.lang == "en-GB"
    assert story.text.count("\n\n") == 1
    assert all(f"`{key}`" in page("seeds.md") for key in HEAD_KEYS)


def test_the_register():
    register = read_register(examples("register.md")[0])
    assert register.entries["person:leon-li"].merges == ("person:li-lin",)
    assert register.not_a_name == {"Digital"}
    assert all(
        f"`{key}`" in page("register.md") or f"{key}:" in page("register.md") for key in KEYS
    )
    assert all(key in page("register.md") for key in TOP)


def test_the_command_line(tmp_path):
    _, given, expected = examples("command-line.md")
    (tmp_path / "in.jsonl").write_text(given, encoding="utf-8")
    assert main(["annotate", str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl")]) == 0
    out = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert without_figures(out) == without_figures(json.loads(expected))


def without_figures(line):
    """A line with each ``sure`` as whether it is a probability: another model says another one."""
    for row in (*line["entities"], *line["quotes"]):
        row["sure"] = 0 < row["sure"] <= 1
    return line
