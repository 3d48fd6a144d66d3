"""Markdown and plain text into drafts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import markdown
import yaml

from gloss.intake.blocks import lines_of
from gloss.intake.draft import Draft, IntakeError, address_of, day_of, in_one_line, language_of
from gloss.seed import SeedError, parse_seed
from gloss.seed.text import decode

_FRONT = re.compile(r"---\n(.*?\n)(?:---|\.\.\.)\n", re.DOTALL)


def read_markdown(data: bytes) -> Draft:
    """Make a draft of Markdown, with or without a head of YAML.

    Its title, or else its first heading or line, is the headline. Raises IntakeError where it has
    no text.
    """
    text, _ = decode(data)
    front = _FRONT.match(text)
    head = _head(front[1]) if front else {}
    html = markdown.markdown(text[front.end() :] if front else text, extensions=["extra"])
    lines = lines_of(html)
    headline = in_one_line(str(head.get("title", "")))
    if not headline and lines:
        headline, *lines = lines
    elif lines and lines[0] == headline:
        lines = lines[1:]
    if not headline or not lines:
        raise IntakeError("no text under a headline")
    return Draft(
        headline,
        tuple(lines),
        published=day_of(str(head.get("date", ""))),
        source=_said(head, "source"),
        url=address_of(_said(head, "url")),
        author=_said(head, "author"),
        lang=language_of(_said(head, "lang")),
        notices=("left out emphasis and the addresses of links",) if "](" in text else (),
    )


def _head(text: str) -> Mapping[str, Any]:
    try:
        head = yaml.safe_load(text)
    except yaml.YAMLError:
        raise IntakeError("its head (---) is no YAML") from None
    pairs = head.items() if isinstance(head, dict) else ()
    return {str(key).lower(): value for key, value in pairs}


def _said(head: Mapping[str, Any], key: str) -> str | None:
    value = head.get(key) or ""
    values = value if isinstance(value, list) else [value]
    return in_one_line(", ".join(map(str, values))) or None


def read_text(data: bytes, name: str) -> Draft:
    """Make a draft of plain text, which is a seed already; raises IntakeError where it is none."""
    try:
        story = parse_seed(data, name).story
    except SeedError as problem:
        raise IntakeError(str(problem)) from None
    return Draft(
        story.headline or "",
        tuple(story.text.split("\n\n")),
        story.published,
        story.source,
        story.url,
        story.author,
        story.lang,
    )
