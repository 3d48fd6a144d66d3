"""Time grows with the text, and what stands in each other is bounded, with a message."""

from __future__ import annotations

import pytest
from gloss.article import ArticleError, read_article
from gloss.article.inline import LONGEST_TARGET
from gloss.article.nesting import DEEPEST, depth_of

from tests.linear import takes_steps_in_proportion

HEAD = "Title: Odd\nDate: 2019-01-01\nSlug: odd\n\n"


@pytest.mark.parametrize(
    ("line", "depth"),
    [
        ("words", 0),
        ("> words", 1),
        (">>> words", 3),
        ("> - 1. words", 3),
        ("    - words", 1),
        ("-words", 0),
        ("- - - - -", 0),
        ("* * *", 0),
        ("2018. A year", 1),
        ("3.5 per cent", 0),
    ],
)
def test_how_many_blocks_a_line_opens(line: str, depth: int) -> None:
    assert depth_of(line) == depth


@pytest.mark.parametrize("sign", ["> ", "- ", "1. ", "> - ", ">"])
def test_blocks_in_each_other_are_bounded(sign: str) -> None:
    with pytest.raises(ArticleError, match=f"odd.md:7: .* at most {DEEPEST}"):
        read_article(HEAD + "Good.\n\n" + sign * 300 + "a", "odd.md")
    assert "a" in read_article(HEAD + sign * 12 + "a").story.text


def test_callouts_in_each_other_are_bounded() -> None:
    body = "\n".join("> " * depth + "[!QUOTE] by=x" for depth in range(1, 300))
    with pytest.raises(ArticleError, match=f"odd.md:{5 + DEEPEST}: "):
        read_article(HEAD + body, "odd.md")


def test_lists_that_go_in_are_bounded() -> None:
    body = "\n".join("    " * depth + "- a" for depth in range(400))
    with pytest.raises(ArticleError, match=r"odd.md:\d+: lists or quotations"):
        read_article(HEAD + body, "odd.md")
    assert read_article(HEAD + "Good.", "good.md").story.text == "Good.", "nothing of it is left"


ENDLESS = [
    '[a]{"\\"',
    "[a](",
    "[a](" + " " * 200,
    '[a](x "',
    "[a](<",
    "![a]",
    "` ``",
    "*a **b ",
    "a_" * 5,
    "<a:",
    "&#1",
    "[a][",
    "1,",
    "- a\n",
    "> [!QUOTE] by=x\n> a\n\n",
]


@pytest.mark.parametrize("piece", ENDLESS)
def test_steps_grow_with_the_length_of_marks_without_end(piece: str) -> None:
    def marked(count: int) -> str:
        return HEAD + piece * count

    assert takes_steps_in_proportion(marked, read_article, 2000)


@pytest.mark.parametrize(
    "text",
    [
        *('[a]{"\\"' * 20_000 + "}", "[a](" + " " * 200_000 + "x", '[a](x "' * 20_000),
        *("![" * 20_000 + "]" * 20_000, "`" + " ``" * 20_000, "a" + "_" * 200_000),
        " ".join("`" * count for count in range(1, 400)),
    ],
)
def test_marks_without_end_are_text_however_many(text: str) -> None:
    """Were what matches a pattern not bounded, these would take hours."""
    found = read_article(HEAD + text).story.text
    assert "a" in found or "`" in found or "[" in found


def test_an_address_longer_than_any_is_text() -> None:
    longest = "https://e.org/" + "a" * (LONGEST_TARGET - 17)
    assert read_article(HEAD + f"[x]({longest})").story.text == "x"
    longer = f"[x](https://e.org/{'a' * LONGEST_TARGET})"
    assert read_article(HEAD + longer).story.text == longer
