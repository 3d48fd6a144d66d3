"""One entry of the register as it is written, and how a value of it is changed.

Only what changes is written anew; comments, order and quoting of all else stay to the letter.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import yaml
from yaml import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from gloss.naming.slugs import slug
from gloss.register.nouns import Entry

# A line of the register is no longer than this; a longer text is folded.
WIDTH = 100


@dataclass(frozen=True)
class EntryText:
    """The text of an entry: ``text`` is a YAML mapping whose first line is set in by ``column``."""

    text: str
    column: int

    def says(self, entry: Entry, was: Entry | None) -> EntryText:
        """Return the entry with what another says of it; ``was`` is what it says now."""
        told, before = _texts(entry), _texts(was) if was else {}
        changed = self
        for key, value in told.items():
            if value != before.get(key, ""):
                changed = changed.with_text(key, value)
        changed = changed._with_id(entry)
        for key, items in _lists(entry).items():
            changed = changed.with_items(key, items)
        return changed

    def with_text(self, key: str, value: str) -> EntryText:
        """Return the entry with a text under a key; without the key, where the text is empty."""
        there = self._value(key)
        if there is None:
            return self._with_key(key, self._written(key, value)) if value else self
        if not value and not self._is_flow and key != self._keys()[0]:
            return self._without_key(key)
        return self._put(there, self._written(key, value))

    def with_items(self, key: str, wanted: Sequence[str]) -> EntryText:
        """Return the entry with these texts as the list under a key, in what order they stand."""
        there = self._value(key)
        if there is None:
            return self._with_key(key, _flow(wanted)) if wanted else self
        if not isinstance(there, SequenceNode) or not (wanted and there.value):
            return self._put(there, _flow(wanted)) if _items(there) != list(wanted) else self
        changed = self
        for new in (item for item in wanted if item not in _items(there)):
            changed = changed._with_item(key, new)
        for gone in (item for item in _items(there) if item not in wanted):
            changed = changed._without_item(key, gone)
        return changed

    def _with_id(self, entry: Entry) -> EntryText:
        """Return the entry with the id that another has, told as this one tells its id."""
        kind, _, name = entry.id.partition(":")
        if self._value("id"):
            return self if self._said("id") == entry.id else self.with_text("id", entry.id)
        changed = self if self._said("type") == kind else self.with_text("type", kind)
        if (changed._said("slug") or slug(entry.name)) == name:
            return changed
        return changed.with_text("slug", name)

    @property
    def _node(self) -> MappingNode:
        node = yaml.compose(self.text, Loader=yaml.SafeLoader)
        if not isinstance(node, MappingNode):
            raise ValueError("an entry that is no mapping")
        return node

    @property
    def _is_flow(self) -> bool:
        return is_flow(self._node)

    def _keys(self) -> list[str]:
        return [str(key.value) for key, _ in self._node.value]

    def _value(self, key: str) -> Node | None:
        return next((value for one, value in self._node.value if one.value == key), None)

    def _said(self, key: str) -> str:
        value = self._value(key)
        return " ".join(str(value.value).split()) if isinstance(value, ScalarNode) else ""

    def _written(self, key: str, value: str) -> str:
        """Return a text as YAML: on the line of its key, or folded below it."""
        line = flow_text(value) if self._is_flow else plain_text(value)
        if self._is_flow or self.column + len(key) + 2 + len(line) <= WIDTH:
            return line
        indent = " " * (self.column + 2)
        lines = textwrap.wrap(
            value, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False
        )
        return "\n".join((">-", *(indent + line for line in lines)))

    def _put(self, node: Node, written: str) -> EntryText:
        """Return the entry with something else in the place of a value."""
        start = node.start_mark.index
        blank = "" if self.text[start - 1 : start].isspace() else " "
        return self._cut(start, end_of(node, self.text), blank + written)

    def _cut(self, start: int, end: int, put: str = "") -> EntryText:
        return replace(self, text=self.text[:start] + put + self.text[end:])

    def _with_key(self, key: str, written: str) -> EntryText:
        node = self._node
        end = end_of(node.value[-1][1], self.text)
        if node.flow_style:
            return self._cut(end, end, f", {key}: {written}")
        return self._below(end, f"{key}: {written}", self.column)

    def _below(self, at: int, line: str, column: int) -> EntryText:
        """Return the entry with a line below that of an offset."""
        end = line_end(self.text, at)
        return self._cut(end, end, f"\n{' ' * column}{line}")

    def _without_key(self, key: str) -> EntryText:
        pair = next(pair for pair in self._node.value if pair[0].value == key)
        start = self.text.rindex("\n", 0, pair[0].start_mark.index)
        return self._cut(start, line_end(self.text, end_of(pair[1], self.text)))

    def _list(self, key: str) -> SequenceNode:
        value = self._value(key)
        if not isinstance(value, SequenceNode):
            raise ValueError(f"{key} is no list")
        return value

    def _with_item(self, key: str, item: str) -> EntryText:
        there = self._list(key)
        end = end_of(there.value[-1], self.text)
        if there.flow_style:
            return self._cut(end, end, f", {flow_text(item)}")
        last = there.value[-1].start_mark.index
        dash = self.text.rindex("-", 0, last)
        column = dash - self.text.rindex("\n", 0, dash) - 1
        return self._below(end, f"- {flow_text(item)}", column)

    def _without_item(self, key: str, item: str) -> EntryText:
        there = self._list(key)
        number = _items(there).index(item)
        node, rest = there.value[number], there.value[number + 1 :]
        if not there.flow_style:
            start = self.text.rindex("\n", 0, node.start_mark.index)
            return self._cut(start, line_end(self.text, end_of(node, self.text)))
        if rest:
            return self._cut(node.start_mark.index, rest[0].start_mark.index)
        before = end_of(there.value[number - 1], self.text) if number else node.start_mark.index
        return self._cut(before, end_of(node, self.text))


def new_entry(entry: Entry, column: int | None) -> str:
    """Return an entry that the register has not yet, set in by a column; None: on one line."""
    kind, _, name = entry.id.partition(":")
    indent = " " * (column or 0)
    written = flow_text if column is None else plain_text
    pairs = [f"name: {written(entry.name)}", f"type: {kind}"]
    pairs += [] if slug(entry.name) == name else [f"slug: {written(name)}"]
    said = f"{{{', '.join(pairs)}}}" if column is None else "\n".join(indent + p for p in pairs)
    was = Entry(entry.id, entry.name, entry.kind)
    return EntryText(said, column or 0).says(entry, was).text


def flow_text(text: str) -> str:
    """Return a text as YAML on one line, so that it can stand between commas, too."""
    return _flow([text])[1:-1]


def plain_text(text: str) -> str:
    """Return a text as YAML on one line behind its key."""
    pair = yaml.safe_dump({"a": text}, allow_unicode=True, width=float("inf"))
    return pair.partition(": ")[2].strip()


def _flow(items: Sequence[str]) -> str:
    return yaml.safe_dump(
        list(items), default_flow_style=True, allow_unicode=True, width=float("inf")
    ).strip()


def end_of(node: Node, text: str) -> int:
    """Return where what is written of a node ends: no blank line or comment behind it counts."""
    if isinstance(node, CollectionNode) and not is_flow(node):
        last = node.value[-1][1] if isinstance(node, MappingNode) else node.value[-1]
        return end_of(last, text)
    end = int(node.end_mark.index)
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        lines = text[:end].split("\n")
        while not lines[-1].strip() or _is_comment(lines[-1], node):
            end -= len(lines.pop()) + 1
    return end


def is_flow(node: Node) -> bool:
    """Tell whether a mapping or list is written between brackets."""
    return isinstance(node, CollectionNode) and bool(node.flow_style)


def _is_comment(line: str, node: Node) -> bool:
    """Tell a comment behind a folded text from a line of it."""
    return line.lstrip().startswith("#") and len(line) - len(line.lstrip()) < node.start_mark.column


def line_end(text: str, at: int) -> int:
    """Return where the line of an offset ends, without its line break."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _items(node: Node) -> list[str]:
    values = node.value if isinstance(node, SequenceNode) else ()
    return [" ".join(str(item.value).split()) for item in values]


def _texts(entry: Entry) -> Mapping[str, str]:
    return {
        "name": entry.name,
        "description": entry.description,
        "picture": entry.picture,
        "alt": entry.alt,
    }


def _lists(entry: Entry) -> Mapping[str, Sequence[str]]:
    return {"aliases": entry.aliases, "sameAs": entry.same_as, "merges": entry.merges}
