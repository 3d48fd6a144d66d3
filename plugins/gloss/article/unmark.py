"""Change the marks of rendered blocks, as the digest has it: take some off, make some a place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape, unescape
from typing import Literal

from gloss.story import Block

# The tag of a quotation or a report, as far as its anchor. No text has a "<" of its own.
_SAID = re.compile(r'<(?:span|figure) [^<>]*\bid="([qr]-[0-9a-f]{8}(?:-\d+)?)"')
_NAME = re.compile(r'<a class="(name [a-z]+)" data-entity="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
# What an article says of its marks for programs; in the site the annotations and the data say it.
# It stands in a tag: no text, and no attribute, has an angle bracket of its own.
_WORKINGS = re.compile(
    r' data-(?:entity|edtf|how|value|by|who|cue|lemma|sure|of)="[^"]*"(?=[^<>]*>)',
)
_SPEAKER = re.compile(r'<a class="speaker" [^>]*data-entity="([^"]*)">(.*?)</a>', re.DOTALL)


def unmark(block: Block, ids: Collection[str]) -> Block:
    """Return a block in which the names of those ids are words like others."""
    if not ids:
        return block

    def words(mark: re.Match[str]) -> str:
        return mark[3] if unescape(mark[2]) in ids else mark[0]

    def speaker(link: re.Match[str]) -> str:
        return f'<span class="speaker">{link[2]}</span>' if unescape(link[1]) in ids else link[0]

    kept = tuple(entity for entity in block.entities if entity not in ids)
    html = _SPEAKER.sub(speaker, _NAME.sub(words, block.html))
    return replace(block, html=html, entities=kept)


def mark_once(
    blocks: Iterable[Block], marks: Literal["paragraph", "story", "all"]
) -> Iterator[Block]:
    """Yield the blocks of a story with the first mention of each name alone marked.

    marks: the first of each paragraph, of the whole story, or all of them.
    """
    seen: set[str] = set()

    def first(mark: re.Match[str]) -> str:
        known = mark[2] in seen
        seen.add(mark[2])
        return mark[3] if known else mark[0]

    for block in blocks:
        if marks == "paragraph":
            seen.clear()
        yield block if marks == "all" else replace(block, html=_NAME.sub(first, block.html))


def attributed(blocks: Iterable[Block], beside: Mapping[str, str]) -> Iterator[Block]:
    """Yield blocks whose quotations and reports carry what stands beside them (``data-says``).

    beside: by the anchor of each.
    """

    def says(place: re.Match[str]) -> str:
        told = beside.get(place[1])
        return f'{place[0]} data-says="{escape(told)}"' if told else place[0]

    for block in blocks:
        yield replace(block, html=_SAID.sub(says, block.html)) if beside else block


def without_workings(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks as they are served: their marks say what readers, styles and links need."""
    for block in blocks:
        yield replace(block, html=_WORKINGS.sub("", block.html))


def placed(blocks: Iterable[Block], ids: Collection[str]) -> Iterator[Block]:
    """Yield blocks in which names of those ids, which have no page, are places to be led to.

    The first mark of each is the place, the others lead there.
    """
    seen: set[str] = set()

    def place(mark: re.Match[str]) -> str:
        if unescape(mark[2]) not in ids:
            return mark[0]
        anchor = "" if mark[2] in seen else f' id="{mark[2]}"'
        seen.add(mark[2])
        own = f'class="{mark[1]}"{anchor} data-entity="{mark[2]}" href="#{mark[2]}"'
        return f"<a {own}>{mark[3]}</a>"

    def speaker(link: re.Match[str]) -> str:
        own = f'data-entity="{link[1]}" href="#{link[1]}"'
        return f'<a class="speaker" {own}>{link[2]}</a>' if unescape(link[1]) in ids else link[0]

    for block in blocks:
        html = _SPEAKER.sub(speaker, _NAME.sub(place, block.html)) if ids else block.html
        yield replace(block, html=html) if ids else block
