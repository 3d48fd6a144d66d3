"""Walk over the elements of an article's body: its text, its marks, and its blocks as HTML.

Offsets are counted while walking, so what is read is what is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from gloss.article.anchors import Anchors, date_anchor, quotation_anchor, report_anchor
from gloss.article.attributions import attribution, caption, quotation_of, report_of
from gloss.article.html import to_html
from gloss.article.marks import SET, words_within
from gloss.edtf import html_time, in_english
from gloss.story import Block, Mention, Moment, Quotation, Report, Span, TimexType
from gloss.urls import entity_url

# Letters that are written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")

# What holds words of its own; everything else holds blocks.
LEAVES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre"})
NESTED = LEAVES | {"ul", "ol", "blockquote"}


@dataclass
class Walk:
    """The state of a walk: where it is in the text, and what it has met.

    root: the way from the page to the site's root, ``../../``. told: whether it is inside what
    somebody says, where no report begins. leaf: the block whose words it reads.
    """

    root: str
    names: dict[str, str]
    text: list[str] = field(default_factory=list)
    at: int = 0
    paragraph: int = 0
    timeline: str = ""
    mentions: list[Mention] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    moment_ids: list[str] = field(default_factory=list)
    said: list[Quotation] = field(default_factory=list)
    quote_ids: list[str] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    report_ids: list[str] = field(default_factory=list)
    told: bool = False
    leaf: Element = field(default_factory=lambda: Element("p"))
    linked: dict[str, int] = field(default_factory=dict)
    named: dict[str, None] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    anchors: Anchors = field(default_factory=Anchors)

    def blocks(self, root: Element) -> Iterator[Block]:
        """Read the blocks of a body, in order."""
        for element in root:
            known, begun = len(self.named), self.at
            if element.tag == "div":
                if not self.timeline:  # there is one; where a second one stands, nothing is drawn
                    self.timeline = self.anchors.new("timeline")
                    self.starts.append(begun)
                    yield Block(self.timeline, "timeline", "")
                continue
            if element.tag == "figure":
                self._callout(element)
            else:
                self._block(element)
            anchor = element.get("id") or self.anchors.new("b")
            element.set("id", anchor)
            kind = {"p": "paragraph", "figure": "callout"}.get(element.tag, "other")
            self.starts.append(begun)
            yield Block(anchor, kind, to_html(element), tuple(self.named)[known:])  # type: ignore[arg-type]

    def _block(self, element: Element) -> None:
        """Read a block that holds words, or the blocks that it holds."""
        if element.tag == "p":
            self.paragraph += 1
            element.set("id", self.anchors.new(f"p{self.paragraph}"))
        if _holds_words(element):
            if self.text:
                self._add("\n\n")
            start, self.leaf = len(self.text), element
            self._inline(element)
            if any(map(_RIGHT_TO_LEFT.search, self.text[start:])):
                element.set("dir", "auto")
        else:
            for child in element:
                self._block(child)

    def _add(self, text: str | None) -> None:
        if text:
            self.text.append(text)
            self.at += len(text)

    def _inline(self, element: Element) -> None:
        """Read what stands inside an element, its marks included."""
        self._add(element.text)
        for child in list(element):
            tail = child.tail
            if child.tag in NESTED:
                self._block(child)
            else:
                self._mark(child, element)
                self._add(tail)

    def _mark(self, element: Element, parent: Element) -> None:
        start = self.at
        if element.tag == "br":
            self._add(" ")
        elif element.get("class") == "quote":
            self._quotation(element, parent)
        elif element.get("class") == "report":
            self._report(element)
        else:
            self._inline(element)
            self._name_or_time(element, Span(start, self.at))
            _stay_on_site(element, self.root)

    def _name_or_time(self, element: Element, span: Span) -> None:
        if "data-entity" in element.attrib:
            self._mention(element, span)
        elif "data-edtf" in element.attrib:
            self._date(element, span)
        elif "data-value" in element.attrib:
            kind: TimexType = "SET" if element.get("class") == SET else "DURATION"
            value, how = element.attrib["data-value"], element.get("data-how", "")
            self.moments.append(Moment(span.start, span.end, kind, value, None, how))
            self.moment_ids.append("")

    def _mention(self, element: Element, span: Span) -> None:
        entity = element.attrib["data-entity"]
        self.mentions.append(Mention(span.start, span.end, entity))
        self.named.setdefault(entity)
        self.names.setdefault(entity, "".join(element.itertext()))
        element.set("href", self.root + entity_url(entity))

    def _date(self, element: Element, span: Span) -> None:
        edtf, how = element.attrib["data-edtf"], element.get("data-how", "")
        anchor = self.anchors.new(date_anchor(edtf))
        element.set("id", anchor)
        said = edtf if html_time(edtf) else in_english(edtf)
        element.set("title", f"{said} ({how})" if how else said)
        kind: TimexType = "TIME" if "T" in edtf else "DATE"
        self.moments.append(Moment(span.start, span.end, kind, edtf, edtf, how))
        self.moment_ids.append(anchor)

    def _quotation(self, element: Element, parent: Element) -> None:
        begun = self.linked.get(element.get("data-of") or element.get("data-more") or "")
        if begun is None:
            place = self._place(element)
            quotation = self._heard(element, place)
            note = attribution(quotation, self.names, self.root)
            if note is not None and not _named_in(self.leaf, quotation.by):
                note.tail, element.tail = element.tail, None
                parent.insert(list(parent).index(element) + 1, note)
        else:
            self._gone_on(element, begun)

    def _callout(self, figure: Element) -> None:
        place = self._place(figure)
        quotation = self._heard(figure, place)
        note = caption(quotation, self.names, self.root)
        if note is not None:
            figure.append(note)

    def _report(self, element: Element) -> None:
        """Read a report; in a quotation or another report, and without words, it is none."""
        start, pieces = self.at, len(self.text)
        told, self.told = self.told, True
        self._inline(element)
        self.told = told
        if told or start == self.at:
            element.attrib.clear()
            return
        self.reports.append(report_of(element, Span(start, self.at)))
        anchor = self.anchors.new(report_anchor("".join(self.text[pieces:])))
        element.set("id", anchor)
        self.report_ids.append(anchor)

    def _place(self, element: Element) -> int:
        """Keep a quotation's place among those that it may hold."""
        self.said.append(quotation_of(element))
        self.quote_ids.append("")
        if "data-id" in element.attrib:
            self.linked[element.attrib.pop("data-id")] = len(self.said) - 1
        return len(self.said) - 1

    def _heard(self, element: Element, place: int) -> Quotation:
        """Read a quotation's words; return it with them, and set its anchor."""
        element.attrib.pop("data-of", element.attrib.pop("data-more", None))
        words, first = self._words(element)
        anchor = self.anchors.new(quotation_anchor(first))
        element.set("id", anchor)
        quotation = replace(self.said[place], parts=(words,))
        self.said[place], self.quote_ids[place] = quotation, anchor
        return quotation

    def _gone_on(self, element: Element, begun: int) -> None:
        """Read a further part of a quotation, or what its last part says in the next paragraph."""
        more = element.attrib.pop("data-more", None)
        words, _ = self._words(element)
        parts = self.said[begun].parts
        if more and parts:
            parts = (*parts[:-1], Span(parts[-1].start, words.end))
        else:
            parts = (*parts, words)
        self.said[begun] = replace(self.said[begun], parts=parts)
        element.set("data-of", self.quote_ids[begun])

    def _words(self, element: Element) -> tuple[Span, str]:
        """Read a quotation's element; return where its words stand, and those to know it by.

        The quotation marks around them are left out; the words are those of the first paragraph.
        """
        bare = "data-bare" in element.attrib
        element.attrib.pop("data-bare", None)
        pieces = len(self.text)
        told, self.told = self.told, True
        if element.tag == "figure":
            self._block(element[0])
        else:
            self._inline(element)
        self.told = told
        text = "".join(self.text[pieces:])
        start = self.at - len(text)
        if element.tag == "figure" and pieces:
            text, start = text.removeprefix("\n\n"), start + 2
        whole = Span(0, len(text))
        words = whole if bare else words_within(text, whole)
        first = text[words.start : words.end].split("\n\n")[0]
        return Span(start + words.start, start + words.end), first


def _holds_words(element: Element) -> bool:
    """Tell a block of words from one of blocks: an item of a list may be either."""
    if element.tag != "li" or element.text:
        return element.tag in LEAVES
    return len(element) > 0 and element[0].tag not in NESTED


def _named_in(paragraph: Element, entity: str | None) -> bool:
    """Tell whether a paragraph names somebody itself, so that no note need say who speaks."""
    links = paragraph.iter("a")
    return entity is not None and any(link.get("data-entity") == entity for link in links)


def _stay_on_site(element: Element, root: str) -> None:
    """Make an address that begins at the site's root relative, wherever the site stands."""
    for key in ("href", "src"):
        path = element.get(key, "").removeprefix("{static}")
        if path.startswith("/") and not path.startswith("//"):
            element.set(key, root + path.lstrip("/"))
