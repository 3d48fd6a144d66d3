"""Entries of the register are changed in its text; all else in it stays to the letter."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

import pytest
from gloss.register import (
    Entry,
    EntryChange,
    RegisterError,
    change_register,
    read_register,
)
from gloss.story import KINDS
from hypothesis import given, settings
from hypothesis import strategies as st

OURS = (Path(__file__).parents[2] / "content" / "entities.yaml").read_text(encoding="utf-8")
TEXT = """\
# ours
entities:
  # People
  - name: "Leon Li"   # as he signs
    type: person
    aliases:
      - Li Lin
      - 'Mr. Li'
    description: >-
      Founder of
      an exchange.
    # until he left
    sameAs: ["https://example.org/leon"]

  # Firms
  - {name: Huobi, type: org, aliases: [HB, "Huobi, Inc."]}  # on one line
  - id: topic:c-plus-plus
    name: C++

not_a_name: [Digital]
"""


def changed(text: str, id_: str, **said: object) -> str:
    was = read_register(text).entries[id_]
    return change_register(text, [EntryChange(was, replace(was, **said))])  # type: ignore[arg-type]


def lines(old: str, new: str) -> list[str]:
    found = difflib.ndiff(old.splitlines(), new.splitlines())
    return [line for line in found if line[0] in "+-"]


@pytest.mark.parametrize(
    ("id_", "said", "wanted"),
    [
        (
            "person:leon-li",
            {"aliases": ("Li Lin", "Mr. Li", "L. Li: founder")},
            ["+       - 'L. Li: founder'"],
        ),
        ("person:leon-li", {"aliases": ("Mr. Li",)}, ["-       - Li Lin"]),
        (
            "person:leon-li",
            {"merges": ("person:li-lin",)},
            ["+     merges: ['person:li-lin']"],
        ),
        (
            "person:leon-li",
            {"description": ""},
            ["-     description: >-", "-       Founder of", "-       an exchange."],
        ),
        (
            "person:leon-li",
            {"description": "NO"},
            [
                "-     description: >-",
                "+     description: 'NO'",
                "-       Founder of",
                "-       an exchange.",
            ],
        ),
        (
            "person:leon-li",
            {"name": "Leon X. Li"},
            [
                '-   - name: "Leon Li"   # as he signs',
                "+   - name: Leon X. Li   # as he signs",
                "+     slug: leon-li",
            ],
        ),
        (
            "org:huobi",
            {"aliases": ("HB",), "description": "A: b, c"},
            [
                '-   - {name: Huobi, type: org, aliases: [HB, "Huobi, Inc."]}  # on one line',
                "+   - {name: Huobi, type: org, aliases: [HB], description: 'A: b, c'}"
                "  # on one line",
            ],
        ),
        (
            "topic:c-plus-plus",
            {"id": "product:c-plus-plus", "kind": "product"},
            ["-   - id: topic:c-plus-plus", "+   - id: product:c-plus-plus"],
        ),
        (
            "org:huobi",
            {"id": "product:huobi", "kind": "product", "merges": ("org:huobi",)},
            [
                '-   - {name: Huobi, type: org, aliases: [HB, "Huobi, Inc."]}  # on one line',
                '+   - {name: Huobi, type: product, aliases: [HB, "Huobi, Inc."], '
                "merges: ['org:huobi']}  # on one line",
            ],
        ),
    ],
)
def test_one_change_is_one_small_difference(id_, said, wanted):
    assert lines(TEXT, changed(TEXT, id_, **said)) == wanted


def test_a_new_entry_stands_behind_the_last_of_its_kind():
    new = Entry("person:o-brien-2", "O’Brien", "person", ("#1",), "x" * 60 + " " + "y" * 60)
    assert lines(TEXT, change_register(TEXT, [EntryChange(None, new)])) == [
        "+   - name: O’Brien",
        "+     type: person",
        "+     slug: o-brien-2",
        "+     description: >-",
        "+       " + "x" * 60,
        "+       " + "y" * 60,
        "+     aliases: ['#1']",
    ]


def test_an_entry_goes_with_its_lines_alone():
    gone = [EntryChange(entry, None) for entry in read_register(TEXT).entries.values()]
    assert change_register(TEXT, gone) == (
        "# ours\nentities:\n  # People\n\n  # Firms\n\nnot_a_name: [Digital]\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing yet\n",
        "entities:\n",
        "entities:  # none\n# behind\nnot_a_name: [B]\n",
        "entities: []\nnot_a_name: [B]\n",
        "not_a_name: [B]",
        "entities: [{name: B, type: org}]\n",
        "{entities: [{name: B, type: org}]}\n",
        "\ufeffentities:\r\n- name: B\r\n  type: org\r\n",
        TEXT,
        OURS,
    ],
)
def test_an_entry_is_put_into_any_register(text):
    new = Entry("person:a", "A, “the” é", "person", ("A",), "Of #1: x", ("https://a.example/",))
    put = change_register(text, [EntryChange(None, new)])
    bare = put.removeprefix("\ufeff")
    before = read_register(text.removeprefix("\ufeff")).entries
    assert read_register(bare).entries == {**before, "person:a": replace(new, name=new.name)}
    assert all("#" not in line or line in put for line in text.splitlines())
    assert ("\r\n" in put) == ("\r\n" in text)
    taken = change_register(put, [EntryChange(new, None)])
    assert read_register(taken.removeprefix("\ufeff")).entries == before


words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1).map(
    lambda text: f"a {text}"
)
entries = st.builds(
    lambda kind, slug, **said: Entry(id=f"{kind}:{slug}", kind=kind, **said),
    kind=st.sampled_from(KINDS),
    slug=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    name=words,
    aliases=st.lists(words, max_size=3, unique=True).map(tuple),
    description=words | st.just(""),
    same_as=st.lists(st.just("https://a.example/x#y"), max_size=1).map(tuple),
    merges=st.lists(st.sampled_from(["person:old", "org:older"]), unique=True).map(tuple),
)


@settings(max_examples=60)
@given(
    st.sampled_from(["", TEXT, OURS, "entities: [{name: B, type: org}]\n"]),
    st.lists(entries, min_size=1, max_size=4),
)
def test_whatever_an_entry_says_is_read_from_the_register(text, versions):
    was = None
    comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    for entry in versions:
        told, changes = "", [EntryChange(was, entry)]
        try:
            text = change_register(text, changes)
        except RegisterError as problem:  # what it says cannot stand beside the others
            told = str(problem)
        assert "written so" not in told
        was = was if told else entry
        assert [line for line in comments if line in text.splitlines()] == comments
