"""The dialect as a Python-Markdown extension: one parser for what the writer writes.

Blocks are Python-Markdown's own, with two more: the callout of a quotation and the place of the
timeline. Inline marks are ``inline``'s. Raw HTML is text here, since a story is.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, ReferenceProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from gloss.article.attributes import read_attributes
from gloss.article.elements import set_quotation
from gloss.article.inline import parse_inline

TIMELINE = "[TIMELINE]"
CALLOUT = "[!QUOTE]"

_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
# A block of one line that begins as no block but a paragraph does: nearly all are such.
_PLAIN = re.compile(r"(?:[^\W\d_]|[“‘\"'])[^\n]*\Z|\[(?!TIMELINE\])[^\[\]\\\n]*\](?!:)[^\n]*\Z")


class Callout(BlockProcessor):
    """``> [!QUOTE] by=…``: a quotation that fills paragraphs -> ``figure``, ``blockquote``."""

    FIRST = re.compile(r"[ ]{0,3}>[ ]?\[!QUOTE\]([^\n]*)(?:\n|$)", re.IGNORECASE)
    SIGN = re.compile(r"^[ ]{0,3}>[ ]?", re.MULTILINE)

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return bool(self.FIRST.match(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        first = self.FIRST.match(block)
        assert first
        figure = SubElement(parent, "figure", {"class": "callout"})
        set_quotation(figure, read_attributes(first[1]))
        quote = SubElement(figure, "blockquote")
        self.parser.state.set("blockquote")
        self.parser.parseChunk(quote, self.SIGN.sub("", block[first.end() :]))
        self.parser.state.reset()


class Timeline(BlockProcessor):
    """``[TIMELINE]`` on a line of its own: where the story's timeline is drawn."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return block.strip() == TIMELINE

    def run(self, parent: Element, blocks: list[str]) -> None:
        blocks.pop(0)
        SubElement(parent, "div", {"class": "timeline"})


class Reference(ReferenceProcessor):
    """``[label]: address``, in which an escaped bracket is no bracket."""

    RE = re.compile(
        r"^[ ]{0,3}\[((?:\\.|[^\[\]\\\n])+)\]:[ ]*(\S+)[ ]*(?:\n[ ]*)?"
        r"(([\"'])(.*)\4[ ]*|\((.*)\)[ ]*)?$",
        re.MULTILINE,
    )


class InlineMarks(Treeprocessor):
    """Parse the text of every block with the dialect's inline marks."""

    def run(self, root: Element) -> None:
        for element in list(root.iter()):
            if isinstance(element.text, AtomicString):
                element.text = AtomicString(unescape(element.text))
            elif element.text:
                text, element.text = element.text, ""
                _insert(element, text, self.md.references)
            if element.tail and element.tail.strip():
                text, element.tail = element.tail, ""
                _insert_tail(root, element, text, self.md.references)


def _insert(element: Element, text: str, references: Any) -> None:
    """Parse an element's own text in front of the children it has."""
    children = list(element)
    for child in children:
        element.remove(child)
    parse_inline(element, text.strip(), references)
    element.extend(children)


def _insert_tail(root: Element, element: Element, text: str, references: Any) -> None:
    """Parse the text behind a block inside a list item, as a paragraph of its own."""
    parents = {child: parent for parent in root.iter() for child in parent}
    parent = parents[element]
    paragraph = Element("p")
    parse_inline(paragraph, text.strip(), references)
    parent.insert(list(parent).index(element) + 1, paragraph)


class Dialect(Extension):
    """The marks of Gloss, for Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Replace inline patterns, and leave HTML and white space alone."""
        for name in ("html_block", "normalize_whitespace"):
            md.preprocessors.deregister(name)
        for name in ("prettify", "unescape"):
            md.treeprocessors.deregister(name)
        md.treeprocessors.register(InlineMarks(md), "inline", 20)
        parser: BlockParser = md.parser
        parser.blockprocessors.register(Callout(parser), "callout", 86)
        parser.blockprocessors.register(Reference(parser), "reference", 15)
        parser.blockprocessors.register(Timeline(parser), "timeline", 85)


def parse_markdown(body: str) -> Element:
    """Parse an article's body; return its blocks under one element."""
    md = _instance()
    md.references.clear()
    md.parser.state.clear()  # what an article that could not be read left of it
    text = _BLANK_LINE.sub("\n", body.replace("\r\n", "\n")).strip("\n")
    root = Element("div")
    for block in text.split("\n\n"):  # one by one: a long list of blocks costs its square
        if _PLAIN.match(block):
            SubElement(root, "p").text = block
        else:
            md.parser.parseBlocks(root, [block])
    for processor in md.treeprocessors:
        processor.run(root)
    return root


@cache
def _instance() -> Markdown:
    """Making one costs as much as reading a story, so there is one for each process."""
    return Markdown(extensions=[Dialect()])
