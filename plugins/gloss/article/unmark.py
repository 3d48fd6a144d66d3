"""Take marks off a rendered block: names that the digest does not list stand as plain words."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from gloss.story import Block

_NAME = re.compile(r'<a class="name [a-z]+" data-entity="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


def unmark(block: Block, ids: Collection[str]) -> Block:
    """Return a block in which the names of those ids are words like others."""
    if not ids:
        return block

    def words(mark: re.Match[str]) -> str:
        return mark[2] if mark[1] in ids else mark[0]

    kept = tuple(entity for entity in block.entities if entity not in ids)
    return replace(block, html=_NAME.sub(words, block.html), entities=kept)
