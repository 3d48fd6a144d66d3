"""Change entries of the register's text: one put in, one said otherwise, one taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from gloss.register.entry_text import EntryText, end_of, is_flow, line_end, new_entry
from gloss.register.load import RegisterError, id_of_entry, read_register
from gloss.register.nouns import Entry

KEY = "entities"
# How far an entry is set in where there is none to do as, and its keys behind that: "- ".
INDENT = 2


@dataclass(frozen=True)
class EntryChange:
    """What becomes of an entry.

    was: what the register says of it now, if it has it. entry: what it says then; None: it goes.
    """

    was: Entry | None
    entry: Entry | None


def change_register(text: str, changes: Sequence[EntryChange], where: str = "entities.yaml") -> str:
    """Return a register's text with some entries changed; all else in it stays to the letter.

    Raises RegisterError, with ``where`` and the line, for a register that is wrong, before or
    then, or that is written in such a way that it cannot be changed.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    plain = text.removeprefix("\ufeff")
    windows = plain.count("\r\n") == plain.count("\n") > 0
    plain = plain.replace("\r\n", "\n") if windows else plain
    wanted = dict(read_register(plain, where).entries)
    try:
        for change in changes:
            plain = _changed(plain, change)
            wanted.pop(change.was.id if change.was else "", None)
            wanted |= {change.entry.id: change.entry} if change.entry else {}
    except (ValueError, IndexError, yaml.YAMLError):
        raise _cannot(where) from None
    said = read_register(plain, where).entries
    if _all_in_one_order(said.values()) != _all_in_one_order(wanted.values()):
        raise _cannot(where)
    return mark + (plain.replace("\n", "\r\n") if windows else plain)


def _cannot(where: str) -> RegisterError:
    return RegisterError([f"{where}:1: is written so that it cannot be changed here: by hand"])


def in_one_order(entry: Entry) -> Entry:
    """Return an entry with its lists in one order: in a file they stay in that of the file."""
    return replace(
        entry,
        aliases=tuple(sorted(entry.aliases)),
        same_as=tuple(sorted(entry.same_as)),
        merges=tuple(sorted(entry.merges)),
    )


def _all_in_one_order(entries: Iterable[Entry]) -> dict[str, Entry]:
    return {entry.id: in_one_order(entry) for entry in entries}


def _changed(text: str, change: EntryChange) -> str:
    if change.was is None:
        return _with_entry(text, change.entry) if change.entry else text
    node = next(node for node in _entries(text) if _id(node) == change.was.id)
    if change.entry is None:
        return _without(text, node)
    start = node.start_mark.index
    end = end_of(node, text)
    end = end if is_flow(node) else line_end(text, end)
    column = node.start_mark.column
    said = EntryText(" " * column + text[start:end], column).says(change.entry, change.was)
    return text[:start] + said.text[column:] + text[end:]


def _with_entry(text: str, entry: Entry) -> str:
    """Put an entry behind the last of its kind, or of all, set in as that is."""
    there = _entries(text)
    if not there:
        return _first(text, entry)
    alike = [node for node in there if _id(node).startswith(f"{entry.kind}:")]
    beside = (alike or there)[-1]
    end = end_of(beside, text)
    if _list(text).flow_style:
        return f"{text[:end]}, {new_entry(entry, None)}{text[end:]}"
    dash = text.rindex("-", 0, beside.start_mark.index)
    column = dash - text.rfind("\n", 0, dash) - 1
    return _put_below(text, end, _listed(entry, column))


def _first(text: str, entry: Entry) -> str:
    """Put the first entry into a register that has none."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    listed = _listed(entry, INDENT)
    if isinstance(root, MappingNode):
        for key, value in root.value:
            if key.value == KEY:  # nothing, or "[]"
                at, end = key.end_mark.index + 1, end_of(value, text)
                return _put_below(text[:at] + text[max(at, end) :], at - 1, listed)
    end = len(text.rstrip())
    return _put_below(text, end, f"{KEY}:\n{listed}") if end else f"{KEY}:\n{listed}\n"


def _put_below(text: str, at: int, lines: str) -> str:
    """Put lines below that of an offset."""
    end = line_end(text, at)
    return "".join((text[:end], "\n", lines, text[end:] or "\n"))


def _listed(entry: Entry, column: int) -> str:
    """Return an entry as one of a list that is set in by a column."""
    keys = column + INDENT
    return f"{' ' * column}- {new_entry(entry, keys)[keys:]}"


def _without(text: str, node: Node) -> str:
    """Take an entry out, with its lines."""
    there = _entries(text)
    number = there.index(node) if node in there else [_id(n) for n in there].index(_id(node))
    start, end = node.start_mark.index, end_of(node, text)
    if not _list(text).flow_style:
        line = text.rfind("\n", 0, text.rindex("-", 0, start)) + 1
        return text[:line] + text[line_end(text, end) + 1 :]
    if number + 1 < len(there):
        return text[:start] + text[there[number + 1].start_mark.index :]
    before = end_of(there[number - 1], text) if number else start
    return text[:before] + text[end:]


def _list(text: str) -> SequenceNode:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = root.value if isinstance(root, MappingNode) else ()
    found = next((value for key, value in pairs if key.value == KEY), None)
    return found if isinstance(found, SequenceNode) else SequenceNode("", [])


def _entries(text: str) -> list[Node]:
    return list(_list(text).value)


def _id(node: Node) -> str:
    pairs = node.value if isinstance(node, MappingNode) else ()
    return id_of_entry(
        {k.value: " ".join(v.value.split()) for k, v in pairs if isinstance(v, ScalarNode)}
    )
