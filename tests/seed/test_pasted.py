"""What was pasted with a story and is none of it is told, with its line; stories are left alone."""

from __future__ import annotations

import pytest
from gloss.seed import SeedError, parse_seed

STORY = "Mary Miller opened the bridge in Selby on Tuesday."


def told(body: str) -> tuple[str, ...]:
    found = parse_seed(f"Bridge opens\n\n{body}\n".encode(), "bridge.txt")
    assert found.story.text, "nothing is taken out"
    return tuple(line.removeprefix("bridge.txt:") for line in found.notices)


@pytest.mark.parametrize(
    "line",
    [
        "Home | News | Sport | Weather",
        "| Home | News | Sport |",
        "Home › News › Selby",
        "© 2005 Example Media Ltd.",
        "Copyright © 2005 Example Media",
        "Cookies help us to show you what you want.",
        "Advertisement",
        "Read more:",
        "Sign up for our morning letter",
    ],
)
def test_a_line_of_the_page_around(line):
    assert told(f"{STORY}\n{line}\n{STORY}") == (
        f"4: “{line if len(line) <= 40 else line[:39].rstrip() + '…'}” "
        "looks like the page around a story: take it out",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Year | Cars | Boats\n2020 | 300 | 20\n2021 | 400 | 30",
        "Share prices fell on Tuesday, and the comments of the bank did not help.",
        "Cookies were sold at the fair, three for a pound, and the children had eaten them all "
        "by noon of a day on which nobody minded.",
        "He said: “Read more, and subscribe to our plans.”",
        "It cost 3 < 4 and 5 > 2, she said; A&B agreed.",
        "Results: Selby 3, Hollin 2 • Goals: Mensah (2)",
    ],
)
def test_a_story_is_left_alone(text):
    assert told(f"{STORY}\n{text}") == ()


def test_html_that_was_pasted_as_text():
    says = "HTML is shown as it stands: paste the page's text, or gloss add the page"
    assert told(f"<p>{STORY}</p>\n<p>It rained.</p>") == (
        f"3: “<p>Mary Miller opened the bridge in Sel…”: {says}",
    )
    with pytest.raises(SeedError) as problem:
        parse_seed(b"<!DOCTYPE html>\n<html><body><p>x</p></body></html>", "bridge.txt")
    assert str(problem.value) == (
        "bridge.txt:1: the source of a web page; expected its text: "
        "call it bridge.html, and gloss add it"
    )


def test_head_lines_behind_the_blank_line():
    assert told(f"Published: 2005-03-01\nSource: Example Wire\n{STORY}\nSource: the mayor") == (
        "3: “Published: 2005-03-01” stands behind a blank line and is text: "
        "put Published under the headline",
        "4: “Source: Example Wire” stands behind a blank line and is text: "
        "put Source under the headline",
    )
