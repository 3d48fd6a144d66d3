"""The elements that the dialect's marks become, in HTML's own terms.

A name is ``a.name``, a time ``time.date`` or ``span``, a quotation ``span.quote``, a report
``span.report``; what the reader
needs to know of a mark stands in its ``data-`` attributes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from gloss.article.marks import DATE, DURATION, SET, full_id, is_entity
from gloss.edtf import html_time
from gloss.story import kind_of

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})

# All that stands before a colon may be a scheme: browsers leave tabs and line breaks out of it.
_SCHEME = re.compile(r"([^/?#]*?):")


def link_or_mark(to: str, title: str | None) -> Element:
    """Return what a link means: a name, a time, or a link; a link to nowhere safe is its words."""
    scheme, _, value = to.partition(":")
    if is_entity(to):
        return Element("a", {"class": f"name {kind_of(to)}", "data-entity": to})
    if scheme == DATE and value:
        return _date(value, title or "")
    if scheme in (DURATION, SET) and value:
        return _time_span(scheme, value, title or "")
    return _link(to, title)


def _date(edtf: str, how: str) -> Element:
    """A ``time`` where HTML knows the value; HTML allows none without one."""
    machine = html_time(edtf)
    element = Element("time" if machine else "span", {"class": DATE})
    if machine:
        element.set("datetime", machine)
    element.set("data-edtf", edtf)
    return _explained(element, how)


def _time_span(scheme: str, value: str, how: str) -> Element:
    return _explained(Element("span", {"class": scheme, "data-value": value}), how)


def _explained(element: Element, how: str) -> Element:
    if how:
        element.set("data-how", how)
    return element


def _link(to: str, title: str | None) -> Element:
    if not is_safe(to):
        return Element("span")
    return Element("a", {"href": to} | ({"title": title} if title else {}))


def is_safe(to: str) -> bool:
    """Tell whether an address may be linked to: the web, mail, or a place on the site."""
    scheme = _SCHEME.match(to.strip())
    return not scheme or scheme[1].lower() in SAFE_SCHEMES


def image(source: str, alt: str, title: str | None) -> Element:
    """Return an image of the site's own; one from elsewhere is linked to, never loaded."""
    if _SCHEME.match(source.strip()) or source.replace("\\", "/").startswith("//"):
        return _link(source, title)
    return Element("img", {"src": source, "alt": alt} | ({"title": title} if title else {}))


def quotation(attributes: Mapping[str, str]) -> Element:
    """Return a quotation's element; what is said of it is kept in ``data-`` attributes."""
    element = Element("span", {"class": "quote"})
    set_quotation(element, attributes)
    return element


def set_quotation(element: Element, attributes: Mapping[str, str]) -> None:
    """Put what a mark says of its quotation on the element."""
    by = full_id(attributes.get("by", ""))
    if by:
        element.set("data-by", by)
    for key in ("who", "cue", "lemma", "how", "sure", "of", "more"):
        if attributes.get(key):
            element.set(f"data-{key}", attributes[key])
    if "#" in attributes:
        element.set("data-id", attributes["#"])
    if ".bare" in attributes:
        element.set("data-bare", "")


def report(attributes: Mapping[str, str]) -> Element:
    """Return a report's element, with what its mark says of it in ``data-`` attributes."""
    element = Element("span", {"class": "report"})
    if by := full_id(attributes.get("by", "")):
        element.set("data-by", by)
    for key in ("who", "cue", "lemma"):
        if attributes.get(key):
            element.set(f"data-{key}", attributes[key])
    return element


def code(text: str) -> Element:
    """Return a piece of code, one line."""
    element = Element("code")
    element.text = " ".join(text.split("\n")).strip() or text
    return element


def line_break() -> Element:
    """Return a forced line break."""
    return Element("br")
