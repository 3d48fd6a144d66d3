"""Who said what is quoted or reported: what its element says, and what the page adds beside it."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from gloss.article.marks import spoken
from gloss.speakers import source_of, speaker_of
from gloss.story import Quotation, Report, Span
from gloss.urls import entity_url

ADDED = "data-gloss"


def quotation_of(element: Element) -> Quotation:
    """Return what a quotation's element says of it; its words are not known yet.

    A speaker who may not be shown is taken from the element.
    """
    quotation = Quotation(
        parts=(),
        by=element.get("data-by"),
        who=element.get("data-who"),
        cue=element.get("data-cue"),
        lemma=element.get("data-lemma"),
        how=element.get("data-how", ""),
        sure=_probability(element.get("data-sure")),
    )
    shown = speaker_of(quotation)
    for kept, attribute in ((shown.by, "data-by"), (shown.phrase, "data-who")):
        if not kept:
            element.attrib.pop(attribute, None)
    return quotation


def report_of(element: Element, span: Span) -> Report:
    """Return the report that an element marks; a source that may not be shown is taken off it."""
    cue = element.get("data-cue")
    report = Report(
        span.start,
        span.end,
        by=element.get("data-by"),
        who=element.get("data-who"),
        cue=cue,
        lemma=element.attrib.pop("data-lemma", (cue or "").lower()),
    )
    shown = source_of(report)
    for kept, attribute in ((shown.by, "data-by"), (shown.phrase, "data-who")):
        if not kept:
            element.attrib.pop(attribute, None)
    return report


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
    shown = speaker_of(quotation)
    if shown.by:
        link = Element("a", {"class": "speaker", "href": root + entity_url(shown.by)})
        link.set("data-entity", shown.by)
        link.text = names.get(shown.by) or spoken(shown.by)
        return link
    if shown.phrase:
        words = Element("span", {"class": "speaker"})
        words.text = shown.phrase
        return words
    return None
