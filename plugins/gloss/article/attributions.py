"""Who said a quotation: what its element says, and what the page adds beside it."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from gloss.article.marks import spoken
from gloss.story import Quotation
from gloss.urls import entity_url

ADDED = "data-gloss"


def quotation_of(element: Element) -> Quotation:
    """Return what a quotation's element says of it; its words are not known yet."""
    return Quotation(
        parts=(),
        by=element.get("data-by"),
        who=element.get("data-who"),
        cue=element.get("data-cue"),
        lemma=element.get("data-lemma"),
        how=element.get("data-how", ""),
        sure=_probability(element.get("data-sure")),
    )


def _probability(text: str | None) -> float:
    try:
        return min(max(float(text or 1), 0.0), 1.0)
    except ValueError:
        return 1.0


def attribution(quotation: Quotation, names: Mapping[str, str], root: str) -> Element | None:
    """Return the quiet note behind a quotation in a paragraph, None where nobody is known."""
    speaker = _speaker(quotation, names, root)
    if speaker is None:
        return None
    note = Element("span", {"class": "by", ADDED: ""})
    note.text = " ("
    speaker.tail = ")"
    note.append(speaker)
    return note


def caption(quotation: Quotation, names: Mapping[str, str], root: str) -> Element | None:
    """Return the caption of a callout, None where nobody is known."""
    speaker = _speaker(quotation, names, root)
    if speaker is None:
        return None
    note = Element("figcaption", {ADDED: ""})
    note.append(speaker)
    return note


def _speaker(quotation: Quotation, names: Mapping[str, str], root: str) -> Element | None:
    if quotation.by:
        link = Element("a", {"class": "speaker", "href": root + entity_url(quotation.by)})
        link.set("data-entity", quotation.by)
        link.text = names.get(quotation.by) or spoken(quotation.by)
        return link
    if quotation.who:
        words = Element("span", {"class": "speaker"})
        words.text = quotation.who
        return words
    return None
