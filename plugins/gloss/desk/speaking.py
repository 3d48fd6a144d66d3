"""Who may have said it: whoever a story names that can speak, and whom it describes."""

from __future__ import annotations

from gloss.speakers import SPEAKING, is_somebody
from gloss.story import Article, kind_of


def named_speakers(article: Article, near: int = 0) -> dict[str, str]:
    """Return who a story names that can speak, what it is called by its id; the nearest first.

    A person comes before an organisation that is named as near. near: an offset in its text.
    """
    found = article.annotations
    far = len(article.story.text)
    away = dict.fromkeys((entity.id for entity in found.entities), far)
    for mention in found.mentions:
        away[mention.entity] = min(away.get(mention.entity, far), abs(mention.start - near))
    named = [entity for entity in found.entities if kind_of(entity.id) in SPEAKING]
    named.sort(key=lambda entity: (away[entity.id], kind_of(entity.id) != "person"))
    return {entity.id: entity.name for entity in named}


def described_speakers(article: Article) -> list[str]:
    """Return the story's own words for those who speak in it without a name ("a spokesman")."""
    found = article.annotations
    said = [*(q.who for q in found.quotations), *(r.who for r in found.reports)]
    return [who for who in dict.fromkeys(said) if who and is_somebody(who)]
